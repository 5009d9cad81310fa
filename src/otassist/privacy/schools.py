"""Schools, districts and towns: a name of capitals before what says that it is one, or behind a word of place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from .spans import Places, Span
from .tokens import tokens
from .vocabulary import any_of, is_first_name, is_ordinary, kept, listed, privacy_rules

_CAPITAL = r"(?:(?:[A-Z][a-z]?\.)+|[A-Z][\w'’&-]*)"
_JOINER = r"(?:of|the|de|la|del|los|las|and|&|at)"


def places_in(text: str, taken: Sequence[Span]) -> list[Span]:
    """Schools and districts first, then towns behind words that announce one."""
    places = Places(text, taken)
    for kind, pattern in (("district", _before("district")), ("school", _before("kinds"))):
        places.take(filter(None, (_own_name(text, match, kind) for match in pattern.finditer(text))))
    places.take(_after_kind(text))
    places.take(_towns(text))
    return [span for span in places.spans if span not in taken]


@cache
def _before(key: str) -> re.Pattern[str]:
    """Capitals, then a kind of school, with or without capitals."""
    kinds = any_of(privacy_rules("places")["school"][key])
    own = rf"{_CAPITAL}(?:[ \t]+(?:{_JOINER}[ \t]+)?{_CAPITAL}){{0,4}}?"
    return re.compile(
        rf"(?<![\w'’-])(?P<own>{own})[ \t]+(?P<kind>(?:{kinds})(?:[ \t](?:School|Academy|District))?)\b\.?"
    )


def _own_name(text: str, match: re.Match[str], kind: str) -> Span | None:
    """The span without words that name no school; None where nothing is left."""
    if any(match[0].startswith(phrase) or phrase in match[0] for phrase in _no_schools()):
        return None
    own = list(re.finditer(r"\S+", match["own"]))
    while own and _is_general(own[0][0]):
        own.pop(0)
    if not own or all(_is_general(word[0]) for word in own):
        return None
    name = match["own"][own[0].start() :]
    if kept().fullmatch(name) and match["kind"] in ("School", "High", "Middle", "Elementary", "SD", "MS", "ES", "HS"):
        return None
    return Span(match.start("own") + own[0].start(), match.end("kind"), kind)


def _is_general(word: str) -> bool:
    low = word.lower().strip(".,'’&")
    return low in privacy_rules("places")["school"]["general"] or low in ("of", "the", "&", "")


@cache
def _no_schools() -> tuple[str, ...]:
    return tuple(privacy_rules("places")["school"]["not_a_school"])


def _after_kind(text: str) -> Iterator[Span]:
    """`Academy of Saint Clare`, `University of Ohio`, `School at Mill Creek`."""
    for match in re.finditer(
        rf"\b(?:Academy|School|University|College)\s(?:of|at|for)\s(?:the\s)?(?P<own>{_CAPITAL}(?:\s{_CAPITAL})*)", text
    ):
        yield Span(match.start(), match.end(), "school")


@cache
def _cues() -> re.Pattern[str]:
    cues = any_of(privacy_rules("places")["town"]["cues"])
    return re.compile(rf"(?i:(?<!\w){cues})[ \t]+(?i:the[ \t]+)?(?P<town>{_CAPITAL}(?:[ \t]{_CAPITAL}){{0,2}})")


def _towns(text: str) -> Iterator[Span]:
    """`lives in Mill Valley`: also of ordinary words, where it is no school's general name or a state."""
    for match in _cues().finditer(text):
        town = match["town"].rstrip(".")
        first = town.split()[0]
        if kept().match(town) or _is_general(first) or (first.isupper() and is_ordinary(first)):
            continue
        if not is_first_name(first) or not is_ordinary(first):
            yield Span(match.start("town"), match.start("town") + len(town), "place")
    yield from _unknown_towns(text)


def _unknown_towns(text: str) -> Iterator[Span]:
    """An unknown word with a capital behind `in`, `near` or `at`, which is no first name: `in Chico`."""
    after = privacy_rules("places")["town"]["after"]
    own = tokens(text)
    for before, token in pairwise(own):
        beside = text[before.end : token.start].strip() == "" and before.low in after
        dated = token.low in listed("calendar")
        unknown = token.is_title and not dated and not is_ordinary(token.low) and not is_first_name(token.low)
        if beside and unknown and "-" not in token.text and not kept().match(text, token.start):
            yield Span(token.start, token.end, "place")
