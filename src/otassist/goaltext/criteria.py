"""Finds how well, how often or how long: numbers with what makes them a criterion, and the stretch they make together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..domain import Span
from .cues import SENTENCE_END, compiled, either, rules
from .page import TAKEN, Page


@dataclass(frozen=True, slots=True)
class Core:
    """One number with its unit; `weight` says how surely it is a criterion (below 1: only beside another)."""

    kind: str
    weight: float
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[str, float, re.Pattern[str]], ...]:
    """Kind, weight and pattern of each core, the surest first; a pattern's match is the core with what leads to it."""
    data = rules("criteria")
    spans = either(data["spans"]) + r"(?![\w-])"
    stops, bound, plus = data["stops"], data["bound"], data["plus"]
    period = r"(?:minutes?|min|hours?|hour|days?|weeks?|months?|sessions?|periods?|class(?: period)?|lessons?|recess|lunch(?: period)?|block|school day|shift|activity|assignment|opportunity|meal|meeting|game|page|line|sentence|marking period|quarter|semester|morning|afternoon|transition|task|paragraph|entry|worksheet|day|trial|probe|visit|trip|round|routine)(?![\w-])"
    words = rf"(?:\s+(?!{stops}\b)[\w'’%/-]+)"
    more = rf"(?:{words}{{0,3}}(?:\s+of\s+(?:the\s+|his\s+|her\s+|their\s+|all\s+|any\s+)?(?!{stops}\b)[\w'’-]+{words}{{0,2}})?(?:\s+per\s+{period})?)"
    row = r"(?:\s+in\s+a\s+row|\s+running|\s+per\s+{period}|\s+a\s+(?:day|week|month|session|lesson)|\s+each\s+\w+|\s+every\s+\w+|\s+consecutively)?"
    describing = rf"(?:(?:{data['describing']}|[\w-]+)\s+){{0,3}}?"
    n, time = "{n}", r"(?:seconds?|secs?\.?|minutes?|mins?\.?|hours?|hrs?\.?)(?![\w-])"
    inch = r"(?:inch(?:es)?|in\b\.?|[\"”″]|feet|foot|ft\b\.?|yards?|meters?|metres?|centimeters?|millimeters?|cm|mm)(?![\w-])"
    limited = data["limited"] + r"(?![\w-])"
    whole: tuple[tuple[str, float, str], ...] = (
        ("percent", 5, rf"{bound}?{n}(?:\s?[-–]\s?{n})?\s?(?:%|percent\b|per cent\b){plus}?{more}{plus}?"),
        ("ratio", 5, rf"{bound}?(?!one\s+of\b){n}\s?(?:/|out\s+of(?:\s+every|\s+the|\s+a\s+possible)?|of\s+every|of\s+the\s+(?:last|first|next)|of\s+the|of\s+(?:his|her|their)|of|of\s+any|in\s+every)\s*{n}(?![/\w]|-\w){plus}?(?!\s*{inch}){more}{row}{plus}?"),
        ("ratio", 5, rf"{bound}?{n}(?:\s+(?!{stops}\b)[\w-]+){{1,3}}\s+(?:out\s+)?of\s+{n}(?![\w/])"),
        ("ratio", 4, rf"{bound}?(?:three[- ]quarters|three[- ]fourths|two[- ]thirds|half|one[- ]half|one[- ]third|all but (?:one|two|1|2)|\d/\d)\s+of\s+(?:the\s+|his\s+|her\s+|their\s+|all\s+)?{words}{{1,3}}"),
        ("times", 4, rf"{bound}?(?:{n}\s+(?:or\s+more\s+|consecutive\s+|separate\s+)?times(?!\s+tables?\b)|twice|thrice|at\s+least\s+once|once(?=\s+(?:per|an?|each|every|daily|weekly|during)\b)|\d+x\b){plus}?(?:\s+(?:per|an?|each|every|in|during|within)\s+(?:{n}\s*)?(?:[\w-]+\s+)?{period}|\s+daily|\s+weekly)?{row}"),
        ("rate", 4, rf"{bound}?{n}\s+(?:(?!{stops}\b)[\w-]+\s+){{0,3}}?(?:per|an?|each|every|/)\s*(?:{n}[- ])?{period}{plus}?|{bound}?{n}\s?(?:wpm|words/min\w*|letters/min\w*|w\.p\.m\.|lpm|clwpm|cwpm)\b{plus}?"),
        ("rate", 3, rf"{bound}?{n}(?:\s+(?!{stops}\b)[\w-]+){{1,3}}?\s+(?:per|an?|each|every)\s+(?!time\b|the\b)[\w-]+"),
        ("rate", 4, rf"(?:at\s+)?(?:a\s+|the\s+)?(?:pace|rate|speed)\s+of\s+(?:at\s+least\s+)?{n}[^,.;\x1f]{{1,40}}"),
        ("rubric", 4, rf"(?:a\s+|at\s+least\s+a?\s*)?(?:scores?|ratings?|level|rank|grade)\s+(?:of\s+)?(?:at\s+least\s+|an?\s+)?{n}(?:/\d+)?{plus}?(?:,?\s+(?:on|out\s+of)\s+(?:an?|the|all|\d)?\s*(?:[\w-]+\s+){{0,4}}?(?:rubric|scale|checklist|points?))?|{bound}?{n}\s+(?:points?\s+)?{plus}?\s*(?:on|out\s+of)\s+(?:an?|the|his|her)\s+(?:[\w'’-]+\s+){{0,5}}?(?:rubric|scale)|{bound}?{n}(?:\s+or\s+\d)?\s+points?\b{plus}?"),
        ("duration", 4, rf"(?:for|within|in|under|at|a|lasting|until|up\s+to|to)\s+(?:(?:under|less\s+than|a\s+total\s+of|about|an\s+average\s+of|the\s+first|up\s+to|a\s+full|each)\s+)?{bound}?{n}(?:\s?[-–]\s?{n}|\s+to\s+{n}|\s+consecutive|\s+continuous|\s+straight|\s+full|\s+uninterrupted)?\s?{time}{plus}?(?:\s+at\s+a\s+time|\s+of\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|being\s+)?(?!{stops}\b)[\w'’-]+{words}{{0,3}})?|{bound}{n}(?:\s+consecutive|\s+continuous)?\s?{time}{plus}?|{n}\s+(?:consecutive\s+|continuous\s+)?{time}{plus}|for\s+an?\s+{n}[- ](?:second|minute|hour)\s+(?:period|span|stretch|interval|block|lesson|task|activity|session|lab|class|group)"),
        ("distance", 4, rf"(?:within|for|no\s+more\s+than|less\s+than|at\s+least|by|not\s+more\s+than|under|up\s+to|with\s+less\s+than|a\s+distance\s+of|exceeding|deviat\w+\s+(?:no\s+more\s+than|less\s+than))\s+(?:an?\s+)?(?:{bound})?(?:{n}|half\s+an|a\s+quarter(?:\s+of\s+an)?|an?\s+eighth(?:\s+of\s+an)?|a\s+half|one\s+half|a\s+quarter[- ])[- ]?{inch}{plus}?(?:\s+(?:of|from|off|above|below|outside)\s+(?:the\s+|a\s+|all\s+)?{words}{{1,3}}|\s+deviations?|\s+margin)?"),
        ("force", 3, rf"{bound}?{n}\s?(?:lbs?|pounds?|kg|kilograms?|degrees|psi|°)(?![\w-])"),
        ("max", 4, rf"(?:(?:no|not)\s+(?:more|greater|over)\s+than|at\s+most|fewer\s+than|a\s+maximum\s+of|maximum\s+of|not\s+exceeding|[≤<]=?)\s*{n}(?!\s?[-–]?\s?(?:{time}|%))\s+(?!{stops}\b)[\w/'’-]+{words}{{0,3}}|(?:less\s+than|up\s+to|max\.?(?:imum)?(?:\s+of)?|only)\s*{n}(?:\s?[-–]\s?\d)?(?!\s?[-–]?\s?(?:{time}|%))\s+(?:(?!{stops}\b)[\w/-]+\s+){{0,3}}?{limited}{words}{{0,2}}(?:\s+per\s+\w+)?"),
        ("max", 4, rf"{n}\s+(?:(?!{stops}\b)[\w/-]+\s+){{0,2}}?(?:or\s+(?:fewer|less)|at\s+most|max(?:imum)?)\b(?:\s+(?!{stops}\b)[\w/-]+){{0,3}}|(?:0|zero|1)\s?(?:[-–]|to|or)\s?\d\s+(?:(?!{stops}\b)[\w/-]+\s+){{0,3}}?{limited}"),
        ("none", 2.5, rf"with\s+(?:no|zero|0)\s+(?:(?!{stops}\b|more\b|less\b|fewer\b)[\w/-]+\s+){{0,2}}?(?:errors?|spills?|reversals?|mistakes?|omissions?|drops?|erasures?|skips?|misses)\b"),
        ("least", 3, rf"(?:at\s+least|no\s+(?:fewer|less)\s+than|a\s+minimum\s+of|minimum\s+of|[≥>]=?)\s*{n}(?!\s?[-–]?\s?(?:{time}|%))\s+(?!{stops}\b)[\w/'’-]+{words}{{0,3}}|{n}\s+or\s+more\s+(?!{stops}\b)[\w/-]+{words}{{0,2}}"),
        ("span", 3, rf"{bound}?{n}\s+(?:consecutive|straight|successive)\s+{describing}{spans}{row}|{n}\s+{describing}{spans}\s+in\s+a\s+row|{n}(?:\s+(?!{stops}\b)[\w-]+){{0,3}}\s+in\s+a\s+row"),
        ("steps", 3, rf"(?:all|each\s+of(?:\s+the)?|every\s+one\s+of(?:\s+the)?)\s+(?:of\s+)?(?:the\s+)?{n}\s+(?!{stops}\b)[\w-]+{words}{{0,3}}"),
        ("every", 2, r"(?:in|on|at|for|during|with)\s+(?:all|every|each)\s+(?:of\s+the\s+|of\s+his\s+|of\s+her\s+|of\s+their\s+)?(?:(?:observed|given|measured|presented|school|scheduled|recorded|required|assigned|transition|classroom)\s+)?(?:opportunity|opportunities|occasions?|trials?|attempts?|time|sessions?|day|days|transitions?|morning|letters?|words?|steps?|assignments?|arrivals?|dismissals?)\b|\b(?:each|every)\s+(?:time|opportunity|trial)\b|100\s?%|with all (?:letters|words|steps|items|numbers|digits|materials|parts|pieces)(?:\s+(?!as\b|by\b|per\b|in\b)[\w-]+){0,3}"),
        ("span", 0.8, rf"(?:across|over|for|on|in|during|within|at)\s+(?:at\s+least\s+|a\s+minimum\s+of\s+|each\s+of\s+|the\s+course\s+of\s+|any\s+|all\s+|a\s+period\s+of\s+)*{n}(?:\s+or\s+more)?\s+{describing}{spans}{row}|(?:over|for|across|within|in)\s+an?\s+{n}[- ](?:day|week|month|session|hour|minute)\s+(?:period|span|window|stretch)|across\s+(?:all\s+|multiple\s+|various\s+|different\s+|school\s+|two\s+or\s+more\s+)*(?:settings|environments|people|classes|activities|subjects)"),
        ("cue", 0.9, rf"with\s+(?:only\s+)?{n}(?:\s?[-–]\s?\d)?\s+(?:(?!{stops}\b)[\w/-]+\s+){{0,3}}?(?:prompts?|cues?|reminders?|redirections?|vcs?|errors?|spills?|mistakes?|assists?|reversals?)\b"),
        ("daily", 0.7, r"(?:every|each)\s+(?:school\s+)?(?:day|morning|afternoon|week)\b|\bon\s+a\s+(?:daily|weekly)\s+basis|\bdaily(?=\s*(?:[,.;]|$|as\b|by\b|per\b))"),
        ("listed", 0.65, rf"(?<=,\s)(?:\w+ing\s+(?:through\s+)?)?{n}(?![\w-])(?!\s+of\b)\s+[^,.;\x1f]{{3,60}}"),
        ("counted", 0.6, rf"(?:for|in|over|to|from)\s+{n}(?![\w-])\s+(?!{stops}\b)[\w-]+{words}{{0,2}}"),
        ("product", 0.6, rf"(?<![\w-]){bound}?{n}(?!-)\s+(?:(?!{stops}\b)[\w/-]+\s+){{0,2}}?{data['products']}(?![\w-])"),
    )
    return tuple((kind, weight, compiled(rf"(?<![\w.$-])(?:{pattern})")) for kind, weight, pattern in whole)


_TRAILING = re.compile(r"[\s,;:.\-–—]+$")


@cache
def _lead() -> re.Pattern[str]:
    return compiled(rf"(?<![\w-]){rules('criteria')['lead']}$")


def _led(text: str, start: int) -> int:
    """Where the words that lead to a core begin (`with at least`, `at a rate of`)."""
    match = _lead().search(text, max(0, start - 60), start)
    return match.start() + len(match[0]) - len(match[0].lstrip()) if match and match[0].strip() else start


@lru_cache(maxsize=256)
def cores(text: str) -> tuple[Core, ...]:
    """Every core of a text in order, none overlapping; the surer pattern wins a place."""
    if not re.search(r"\d|[½¼¾⅓⅔⅛⅜⅝⅞]", text) and not _WORDED.search(text):
        return ()
    found: list[Core] = []
    for kind, weight, pattern in _patterns():
        for match in pattern.finditer(text):
            end = match.end() - len((_TRAILING.search(match[0]) or [""])[0])
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if _MATERIAL.search(text, max(0, start - 30), match.end()):
                continue
            if end > start and not any(core.start < end and start < core.end for core in found):
                found.append(Core(kind, weight, start, end))
    found.sort(key=lambda core: core.start)
    ends = [0, *(core.end for core in found)]
    return tuple(
        replace(core, start=max(_led(text, core.start), end)) for core, end in zip(found, ends, strict=False)
    )


_MATERIAL = re.compile(r"\b(?:zoom\w*|enlarg\w*|magnif\w*|charged|brightness|volume)\b[^,]{0,20}(?:%|percent)", re.IGNORECASE)
_WORDED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|once|twice|half|all|every|each|daily|no|zero|dozen|quarters|across)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*(?:,|;|\(|\)|and|with|on|in|across|over|for|at|of|per|completing|achieving|earning|while|each|then|or|–|—|-|\+|by|as|the|using|needing|requiring|"
    r"accuracy|success|correct|independently|to)?(?:\s*(?:and|with|on|in|across|over|for|at|of|the|a|accuracy|correct|success|\())?\s*",
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
