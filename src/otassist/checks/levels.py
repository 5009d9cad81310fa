"""Assist and cue levels of a note that the jot does not have, and those it has for another task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .findings import at, at_word
from .grounds import Given, Grounds, Told
from .quantities import is_elsewhere
from .roots import root
from .segments import Segment, nouns
from .sentences import Sentence
from .supports import Support, stands_on, support_of

_ROOT = 6  # letters which `redirection` and `redirected` share
_REMEDY = "Use the level the jot gives for this task, or leave the level out."


def invented_levels(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for each level without ground in the jot."""
    for segment in sentence.segments:
        for word in segment.values:
            if word.level:
                yield from _level(sentence, segment, word, given)
    yield from _unread(sentence, given)
    yield from _independence(sentence, given)


def _level(sentence: Sentence, segment: Segment, word: Word, given: Grounds) -> Iterator[Finding]:
    said = support_of(word)
    held = [place for support, place in given.levels if stands_on(said, support)]
    if not held and not _is_worded_otherwise(said, given):
        check = "invented_cue" if said.kind == "cue" else "invented_assist"
        yield at_word(check, sentence, word, f"The level {word.source!r} is not in the jot.", _REMEDY)
    elif held and not any(place.statement in sentence.statements for place in held):
        others = [place for _, place in given.levels if place not in held]
        if (
            _is_of_another_statement(sentence, held, given)
            or is_elsewhere(segment.stems, held, others)
            or _is_of_others(nouns(segment.words), held, others)
        ):
            yield at_word("moved_level", sentence, word, f"The jot gives {word.source!r} for another task.", _REMEDY)


def _is_of_another_statement(sentence: Sentence, held: Sequence[Given], given: Grounds) -> bool:
    """The only level of a sentence whose words are those of a statement with another level, and of none with this."""
    if len(sentence.levels) > 1 or len(_independent().findall(sentence.plain)) > 1:
        return False
    here = {place.statement for place in held}
    if any(not item.stems for item in given.told if item.statement.id in here):
        return False  # what is told there stands elsewhere
    there = {place.statement for _, place in given.levels} - here
    shared = {item.statement.id: len(sentence.stems & item.stems) for item in given.told}
    return max((shared.get(one or "", 0) for one in there), default=0) > 1 and not any(
        shared.get(one or "", 0) for one in here
    )


def _is_of_others(own: frozenset[str], held: Sequence[Given], others: Sequence[Given]) -> bool:
    """The things beside a level are those of others: `opened milk I, thermos max A` has one act for both."""
    here = frozenset[str]().union(*(place.nouns for place in held))
    there = frozenset[str]().union(*(place.nouns for place in others))
    return bool(own & there) and not own & here and all(place.nouns for place in held)


def _is_worded_otherwise(said: Support, given: Grounds) -> bool:
    if said.denied:
        return _is_denied(said, given)
    if "independent" in said.words:
        return "modified" not in said.words and is_independent(given)
    roots = [word[:_ROOT] for word in said.words]
    return said.kind == "cue" and not said.grades and all(root in given.text or root in given.spelt for root in roots)


def _is_denied(said: Support, given: Grounds) -> bool:
    """`no assistance` where the jot says `without help` or `independent`, `no cues` for `w/o cues`."""
    nouns = {root(word) for word in said.words} | {root(word) for word in rules("note_rules")["levels"]["nouns"]}
    if any(nouns & (denial.what | denial.around) for item in given.told for denial in item.denials):
        return True
    if any(item.denials and _names_it(said, item) for item in given.told):
        return True
    return said.kind != "cue" and is_independent(given)


def _names_it(said: Support, item: Told) -> bool:
    """`none with teacher cue` speaks of no teacher cue."""
    return any(said.words <= support_of(word).words for word in item.words if word.level)


@cache
def _spoken() -> re.Pattern[str]:
    """Every whole level as a note prints it."""
    names = {name for kind in ("assist", "independence") for name in rules("levels")[kind].values()}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b", re.I)


def _unread(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """Levels in full words that the vocabulary of typed forms does not hold (`standby assistance`)."""
    read = [(word.start, word.end) for word in sentence.words if word.level]
    for match in _spoken().finditer(sentence.plain):
        if any(start < match.end() and match.start() < end for start, end in read):
            continue
        if sentence.plain[: match.start()].lower().endswith("modified ") and re.search(
            rules("note_rules")["levels"]["modified"], given.text
        ):
            continue
        held = [place for _, place in given.levels if _value(place).endswith(match[0].lower())]
        if match[0].lower() == "independent" and is_independent(given):
            continue
        if not held:
            yield at(
                "invented_assist",
                sentence,
                *match.span(),
                f"The level {match[0]!r} is not in the jot.",
                _REMEDY,
            )
        elif not any(place.statement in sentence.statements for place in held):
            others = [place for _, place in given.levels if place not in held]
            if is_elsewhere(_around(match, sentence), held, others):
                yield at(
                    "moved_level",
                    sentence,
                    *match.span(),
                    f"The jot gives {match[0]!r} for another task.",
                    _REMEDY,
                )


def _value(place: Given) -> str:
    return place.word.level.value if place.word.level else ""


def _nouns_around(match: re.Match[str], sentence: Sentence) -> frozenset[str]:
    parts = [part for part in sentence.segments if part.words[0].start <= match.start() < part.words[-1].end]
    return nouns([word for part in parts for word in part.words])


def _around(match: re.Match[str], sentence: Sentence) -> frozenset[str]:
    parts = sentence.segments
    return next(
        (part.stems for part in parts if part.words[0].start <= match.start() < part.words[-1].end),
        frozenset(),
    )


@cache
def _independent() -> re.Pattern[str]:
    return re.compile(rules("note_rules")["levels"]["independent"], re.I)


def _independence(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """`independently`, `on her own`: levels in everyday words."""
    match = _independent().search(sentence.plain)
    if match and _is_merely_alone(match[0], given):
        return
    if match and not ("modified" in match[0].lower() or is_independent(given)):
        yield at("invented_assist", sentence, *match.span(), f"The jot does not say {match[0]!r}.", _REMEDY)
    elif match and "modified" not in match[0].lower():
        held = [place for support, place in given.levels if support.words == {"independent"}]
        others = [place for support, place in given.levels if support.kind != "independence"]
        alone = not any(support_of(word).kind != "independence" for word in sentence.levels)
        if held and (
            _is_of_others(_nouns_around(match, sentence), held, others)
            or (alone and _is_of_another_statement(sentence, held, given))
        ):
            message = f"The jot gives {match[0]!r} for another task."
            yield at("moved_level", sentence, *match.span(), message, _REMEDY)
    for pattern in rules("note_rules")["levels"]["everyday"]:
        said = re.search(rf"\b(?:{pattern['noted']})\b", sentence.plain, re.I)
        if said and not re.search(rf"\b(?:{pattern['jotted']})", given.text, re.I):
            yield at("invented_assist", sentence, *said.span(), f"The jot does not say {said[0]!r}.", _REMEDY)


def _is_merely_alone(said: str, given: Grounds) -> bool:
    """`on his own` where the jot says `himself` or `without me`, which is no level."""
    rule = rules("note_rules")["levels"]
    return bool(re.fullmatch(rule["alone"], said, re.I) and re.search(rule["jotted_alone"], given.text, re.I))


def is_independent(given: Grounds) -> bool:
    if any(support.kind == "independence" and support.words == {"independent"} for support, _ in given.levels):
        return True
    if any(support.denied for support, _ in given.levels):
        return True
    text = re.sub(rules("note_rules")["levels"]["modified"], " ", given.text)
    return bool(_independent().search(text) or re.search(rules("note_rules")["levels"]["jotted"], text, re.I))
