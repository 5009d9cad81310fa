"""Finds how well, how often or how long: numbers with what makes them a criterion, and the stretch they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from ..domain import Span
from ..language.openings import WIDTH, levelled, openings
from ..language.sieve import folded, required
from .cues import SENTENCE_END, either, expanded, rules
from .page import TAKEN, Page
from .quick import Words, likely


@dataclass(frozen=True, slots=True)
class Core:
    """One number with its unit; `weight` says how surely it is a criterion (below 1: only beside another)."""

    kind: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True)
class _Pattern:
    """Its match is a core with its lead; `openings` are the ways in which one can begin."""

    kind: str
    weight: float
    openings: tuple[str, ...]
    source: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """For folded texts: a pattern that ignores case takes twice as long."""
        return re.compile(self.source)


@cache
def _patterns() -> tuple[tuple[Words, _Pattern], ...]:
    """What each pattern needs and the pattern, the surest first."""
    data = rules("criteria")
    named = {name: form for name, form in data.items() if isinstance(form, str)} | data["named"]
    named["spans"] = either(data["spans"]) + r"(?![\w-])"
    made = []
    for core in data["core"]:
        source = expanded(rf"{_EDGE}(?:{core['pattern']})", named)
        made.append((required(source), _Pattern(core["kind"], core["weight"], openings(source), source)))
    return tuple(made)


_EDGE = r"(?<![\w.$-])(?<!\d/)"
_PLACE = re.compile(_EDGE + ".")


@lru_cache(maxsize=20_000)
def _opened(beginning: str) -> tuple[_Pattern, ...]:
    """The patterns that may match where a levelled text goes on so, but those that may begin with anything."""
    return tuple(one for _, one in _patterns() if one.openings[0] and beginning.startswith(one.openings))


def _matches(text: str, first: int, last: int) -> Iterator[tuple[_Pattern, re.Match[str]]]:
    """What `finditer` of each pattern would find in a folded text, each tried only where its openings stand."""
    plain = text[first:last]
    places = _places(text, first, last)
    for one in likely(plain, (entry for entry in _patterns() if not entry[1].openings[0] or id(entry[1]) in places)):
        if not one.openings[0]:
            yield from ((one, match) for match in one.regex.finditer(text, first, last))
            continue
        tried, end = one.regex.match, first
        for place in places[id(one)]:
            if place >= end and (match := tried(text, place, last)):
                end = match.end()
                yield one, match


def _places(text: str, first: int, last: int) -> Mapping[int, Sequence[int]]:
    """Where each pattern may begin, by its id."""
    found: dict[int, list[int]] = {}
    plain = levelled(text[:last])
    for edge in _PLACE.finditer(text, first, last):
        place = edge.start()
        for one in _opened(plain[place : place + WIDTH]):
            found.setdefault(id(one), []).append(place)
    return found


_TRAILING = re.compile(r"[\s,;:.\-–—]+$")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){rules('criteria')['lead']}$")


def _led(text: str, start: int) -> int:
    """Where the words that lead to a core begin (`with at least`, `at a rate of`)."""
    match = _lead().search(text, max(0, start - 60), start)
    return match.start() + len(match[0]) - len(match[0].lstrip()) if match and match[0].strip() else start


@lru_cache(maxsize=256)
def cores(text: str) -> tuple[Core, ...]:
    """Every core of a text in order, none overlapping; the surer pattern wins a place."""
    found: list[Core] = []
    for match in _SEGMENT.finditer(text):
        begin = match.start()
        found += (Core(core.kind, core.weight, core.start + begin, core.end + begin) for core in _cores(match[0]))
    return tuple(found)


_SEGMENT = re.compile(rf"[^{TAKEN}\n;]+")
"""Cores never reach over these; a part taken out leaves the other segments as they were read before."""


@lru_cache(maxsize=512)
def _cores(text: str) -> tuple[Core, ...]:
    """The cores of one segment. Everything in it is read folded."""
    text = folded(text)
    first, last = _reach(text)
    if first < 0:
        return ()
    found: list[Core] = []
    taken = bytearray(len(text))
    for one, match in _matches(text, first, last):
        end = match.end() - len((_TRAILING.search(match[0]) or [""])[0])
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if _MATERIAL.search(text, max(0, start - 30), match.end()):
            continue
        if end > start and not any(taken[start:end]):
            found.append(Core(one.kind, one.weight, start, end))
            taken[start:end] = b"\1" * (end - start)
    found.sort(key=lambda core: core.start)
    ends = [0, *(core.end for core in found)]
    return tuple(
        Core(core.kind, core.weight, max(_led(text, core.start), end), core.end)
        for core, end in zip(found, ends, strict=False)
    )


def _reach(text: str) -> tuple[int, int]:
    """From well before the first number or word of amount to well behind the last; (-1, -1) without one."""
    places = [match.start() for match in _AMOUNT.finditer(text)]
    if not places:
        return -1, -1
    before = text.rfind(" ", 0, max(0, places[0] - 70))
    behind = text.find(" ", min(len(text), places[-1] + 110))
    return max(0, before), behind if behind >= 0 else len(text)


_MATERIAL = re.compile(r"\b(?:zoom\w*|enlarg\w*|magnif\w*|charged|brightness|volume)\b[^,]{0,20}(?:%|percent)")
_AMOUNT = re.compile(
    r"\d|[½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|once|twice|half|all|every|each|daily|no|zero|dozen|quarters|across)\b"
)
_JOINT = re.compile(
    r"\s*(?:,|;|\(|\)|and|w/|with|on|in|across|over|for|at|of|per|completing|achieving|earning|while|each|then|or|–|—|-|\+|by|as|the|using|needing|requiring|"
    r"accuracy|success|correct|independently|to)?(?:\s*(?:and|with|w/|on|in|across|over|for|at|of|the|a|accuracy|correct|success|\())?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Group:
    cores: tuple[Core, ...]

    @property
    def weight(self) -> float:
        return max(core.weight for core in self.cores)


def criterion(page: Page, within: Sequence[Span]) -> Span | None:
    """The stretch of cores that is most surely the criterion, in the first of the regions that has one."""
    groups = [group for region in within for group in _groups(page, region)]
    best = max((group.weight for group in groups), default=0)
    chosen = next((group for group in groups if group.weight == best), None)
    if chosen is None or best < 0.6:
        return None
    return Span(chosen.cores[0].start, chosen.cores[-1].end)


def _groups(page: Page, region: Span) -> Iterable[_Group]:
    """Cores joined by nothing more than a comma or a small word."""
    row: list[Core] = []
    for core in cores(page.only(region.start, region.end).left):
        if row and not _joins(page.left[row[-1].end : core.start]):
            yield _Group(tuple(row))
            row = []
        row.append(core)
    if row:
        yield _Group(tuple(row))


def _joins(gap: str) -> bool:
    return TAKEN not in gap and SENTENCE_END.search(gap) is None and _JOINT.fullmatch(gap) is not None
