"""Where a behavior asks for a second act, and what is one act in two verbs."""

from __future__ import annotations

import re

from ..domain import Span
from ..language.lexicon import lexicon
from .cues import pattern, words
from .verbs import TOKEN, base, is_mostly_noun

_AND = pattern("acts", "and")


def second_act(phrase: str) -> int | None:
    """Where a second act begins in the words of a behavior (`zip his coat and hang up his bag`); None for one act.

    Pairs that are one act (`open and close`, `raise a hand and wait`) are in the data.
    """
    first = TOKEN.match(phrase)
    if first is None or base(first[0]) is None or base(first[0]) != first[0].lower():
        return None
    return _found(phrase, _AND)


def later_act(phrase: str) -> int | None:
    """Where an act begins behind the first verb, whatever that one is (`try harder, ask for help`)."""
    return _found(phrase, _LISTED)


def later_acts(phrase: str) -> list[int]:
    """Where each act behind the first begins."""
    first = TOKEN.match(phrase)
    if first is None or second_act(phrase) is None:
        return []
    return [match.start("verb") for match in _AND.finditer(phrase) if _is_another(phrase, match, first[0].lower())]


_LISTED = re.compile(r",\s*(?:and\s+|then\s+)?(?=(?P<verb>[a-z][\w-]*))", re.IGNORECASE)


_BESIDE = re.compile(
    r"(?P<between>\s*(?:,|;|\.)?\s*(?:and also|and then|and|but also|&)\s+|\s*\.\s+)(?:will\s+|to\s+)?"
    r"(?P<verb>[a-z][\w-]*)",
    re.IGNORECASE,
)


def act_beside(text: str, place: Span) -> bool:
    """Whether a stretch between parts goes on with another act of the student: ` and imitates signs`, `. Zip coat.`"""
    match = _BESIDE.match(text, place.start, place.end)
    if match is None:
        return False
    verb, rest = match["verb"], text[match.end() : place.end]
    sentence = "." in match["between"]
    if sentence and (base(verb) != verb.lower() or not verb[:1].isupper() or is_mostly_noun(verb)):
        return False
    known = [entry.tag for entry in lexicon().lookup(verb.lower())]
    return bool(known) and set(known) <= set("bz") and (not sentence or bool(TOKEN.search(rest)))


def _found(phrase: str, between: re.Pattern[str]) -> int | None:
    first = TOKEN.match(phrase)
    for match in between.finditer(phrase):
        if first and _is_another(phrase, match, first[0].lower()):
            return match.start("verb")
    return None


def _is_another(phrase: str, match: re.Match[str], first: str) -> bool:
    """Whether the word behind `and` is a verb of its own and not the second half of one act, nor a noun."""
    verb = match["verb"].lower()
    if base(verb) != verb or verb in words("acts", "pair_nouns"):
        return False
    following = TOKEN.findall(phrase[match.end("verb") :])
    entries = lexicon().lookup(verb)
    likely = "determiners" if any(entry.tag in "na" for entry in entries) else "objects"
    has_object = bool(following) and following[0].lower() in words("acts", likely) | words("acts", "determiners")
    if likely == "determiners" and not has_object and not _asks(verb, following):
        return False
    if (following and following[0].lower() in ("it", "them")) or _shares_its_object(phrase[: match.start()]):
        return False
    if re.search(r"\b(?:to|how|what|which|that|who|where|when|a|the|his|her|their|an)\s+\S*$", phrase[: match.start()]):
        return has_object
    before = [token.lower() for token in TOKEN.findall(phrase[: match.start()])]
    pair = f"{before[-1]} and {verb}"
    plain = f"{first} and {verb}"
    joined = "and" in match[0].lower()
    whole = " ".join([*before, "and", verb, *map(str.lower, following[:2])])
    return not any(
        one in (pair, plain) or whole.startswith(one) or (joined and one.endswith(" and") and plain.startswith(one))
        for one in words("acts", "one_act")
    )


def _asks(verb: str, following: list[str]) -> bool:
    """`answer comprehension questions`: a verb that is seldom a noun before a plural."""
    plural = any(token.lower().endswith("s") and "'" not in token for token in following[:3])
    return verb in words("acts", "mostly_verbs") and plural


def _shares_its_object(before: str) -> bool:
    """`put on and fasten the coat`, `wash, dry and fold`: verbs in a row that do one thing to one object."""
    tokens = [token.lower() for token in TOKEN.findall(before)]
    return all(base(token) == token or token in ("on", "off", "up", "out", "down", "in", "away") for token in tokens)


_ROW = re.compile(
    r"([a-z]+)(?: (?:out|up|on|off|in|down))?, (?:and )?(?:([a-z]+), )?([a-z]+)(?: (?:out|up|on|off|in|down))?,?"
    r" (?:and|then) ([a-z]+)\b",
    re.IGNORECASE,
)


def _is_a_row(phrase: str) -> bool:
    """`copy, cut out and glue her sentences`: three verbs for one object."""
    match = _ROW.match(phrase)
    return match is not None and all(verb is None or base(verb) == verb.lower() for verb in match.groups())


def is_a_pair(phrase: str) -> bool:
    """Two verbs for one object that are two acts: `write and edit a paragraph`, no `open and close`."""
    tokens = [token.lower() for token in TOKEN.findall(phrase)[:3]]
    if _is_a_row(phrase):
        return True
    if len(tokens) < 3 or tokens[1] != "and" or base(tokens[0]) != tokens[0] or base(tokens[2]) != tokens[2]:
        return False
    pair = " ".join(tokens)
    if any(entry.tag in "na" for entry in lexicon().lookup(tokens[2])) and tokens[2] not in words("acts", "more_verbs"):
        return False
    return not any(pair == one or (one.endswith(" and") and pair.startswith(one)) for one in words("acts", "one_act"))
