"""Verbs of goals: their base form, whether a stretch of words begins with one, and what kind of act each is."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ..language.lexicon import lexicon
from .cues import rules, words

Deed = Literal["observable", "vague", "unobservable", "change", "non_act", "service", "body", "passive"]
TOKEN = re.compile(r"[^\W_][\w'’/-]*")


@cache
def base(word: str) -> str | None:
    """The base form of a verb written as one (`zips` -> zip, `zip` -> zip); None for what is no verb."""
    word = word.lower().replace("’", "'")
    if word in words("acts", "never_verbs"):
        return None
    found = [entry.lemma for entry in lexicon().lookup(word) if entry.tag in "bz"]
    if not found and word in words("acts", "more_verbs"):
        return word
    return found[0].lower() if found else None


@cache
def gerund(word: str) -> str | None:
    """The base form behind an -ing form, None for anything else."""
    word = word.lower()
    if not word.endswith("ing") or len(word) < 5:
        return None
    found = [entry.lemma for entry in lexicon().lookup(word) if entry.tag == "g"]
    return found[0].lower() if found else None


@cache
def is_participle(word: str) -> bool:
    """`counted`, `written`, `kept`; by its ending where the vocabulary does not know it."""
    entries = lexicon().lookup(word.lower())
    return any(entry.tag in "ve" for entry in entries) or (not entries and word.lower().endswith("ed"))


@cache
def is_mostly_noun(word: str) -> bool:
    """Words such as `letter` or `hand` that are a verb too but stand for a thing unless a verb is called for."""
    entries = lexicon().lookup(word.lower())
    return any(entry.tag == "n" for entry in entries) and any(
        "noun" in entry.also or "nouns" in entry.also for entry in entries if entry.tag in "bz"
    )


_GROUPS: tuple[tuple[str, Deed], ...] = (
    ("service", "service"),
    ("non_act", "non_act"),
    ("change", "change"),
    ("unobservable", "unobservable"),
    ("vague", "vague"),
)
_ADVERB = re.compile(r"\w+ly$")


def deed_of(phrase: str) -> Deed:
    """What kind of act the words of a verb phrase, verb first, are; `by` and an act behind it can rescue it."""
    tokens = [token.lower().replace("’", "'") for token in TOKEN.findall(phrase)]
    tokens = [token for index, token in enumerate(tokens) if index > 5 or not _ADVERB.match(token)]
    if not tokens:
        return "unobservable"
    head = base(tokens[0]) or gerund(tokens[0]) or tokens[0]
    if head == "keep" and "hands" in tokens[1:4] and set(tokens[2:5]) & {"on", "in", "around", "under", "behind"}:
        return "observable"
    if head in ("get", "have") and _named(tokens) & words("acts", "helpers"):
        return "service"
    if _is_nothing_to_see(head, tokens[1:]):
        return "unobservable"
    if head == "work" and tokens[1:2] == ["on"] and gerund(tokens[2] if len(tokens) > 2 else ""):
        return "unobservable"
    if head == "work" and tokens[1:2] in (["on"], ["toward"], ["towards"], ["at"]) and _is_a_skill(tokens[2:6]):
        return "unobservable"
    if tokens[0] not in ("be", "is", "are") and _begins([head, *tokens[1:]], words("acts", "non_act")):
        return "non_act"
    if head in words("acts", "becoming") and _is_a_state(tokens[1:2]):
        return "unobservable"
    if tokens[1:2] == ["better"] and head not in words("acts", "showing"):
        return "change"
    if tokens[0] in ("be", "is", "are"):
        return _state(tokens)
    if head in words("acts", "ceasing") and len(tokens) > 1 and gerund(tokens[1]):
        return "non_act"
    if head in words("acts", "with_a_thing") and (wished := _wished(head, tokens)):
        return wished
    for group, deed in _GROUPS:
        if _begins([head, *tokens[1:]], words("acts", group)):
            return _shown(head, tokens) if deed == "vague" else deed
    return _shown(head, tokens)


def _is_nothing_to_see(head: str, rest: list[str]) -> bool:
    """`make meaningful progress`, `complete sensory motor activities`: no thing that is done is named."""
    plain = [token for token in rest[:6] if token not in ("in", "a", "an", "the", "his", "her", "their", "all", "of")]
    if head in words("acts", "making"):
        return bool(set(plain[:3]) & words("acts", "gained")) and not set(plain[:2]) & words("acts", "stops")
    if head not in words("acts", "doing"):
        return False
    count = next((i for i, token in enumerate(plain) if token not in words("acts", "of_a_domain")), len(plain))
    return 0 < count < len(plain) and plain[count] in words("acts", "doings")


def _is_a_skill(object_: list[str]) -> bool:
    """`work on money skills`, `work on handwriting`: an aim, no piece of work."""
    said = words("acts", "unseen") | words("acts", "abstract") | words("acts", "body")
    return bool(set(object_) & (said | {"this", "it", "that", "these", "them"})) or any(
        token.endswith("skills") for token in object_
    )


def _is_a_state(object_: list[str]) -> bool:
    """`stay healthy`, `get calmer`: how somebody is; `stay seated` can be seen."""
    return any(
        token not in words("acts", "seen_states")
        and not is_participle(token)
        and (token in words("acts", "inner_states") or any(entry.tag == "a" for entry in lexicon().lookup(token)))
        for token in object_
    )


def _begins(tokens: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(tokens[:count]) in phrases for count in range(min(len(tokens), 7), 0, -1))


def _state(tokens: list[str]) -> Deed:
    """`be` and what follows: a place or readiness can be seen, what is done to the student is no act."""
    rest = tokens[1:]
    if _begins(["be", *rest], words("acts", "service")):
        return "service"
    if _begins(["be", *rest], words("acts", "non_act")):
        return "non_act"
    if rest and (rest[0] in words("acts", "seen_states") or rest[0].startswith("in-")):
        return "vague"
    if rest and is_participle(rest[0]) and not any(e.tag == "a" for e in lexicon().lookup(rest[0])):
        return "passive"
    return "unobservable"


def _wished(head: str, tokens: list[str]) -> Deed | None:
    """`build strength`, `manage emotions`: what the verb is about decides whether it can be seen."""
    if head in words("acts", "never_with_thing"):
        return "unobservable"
    named = _named(tokens)
    if named & words("acts", "always_body"):
        return "body"
    if named & words("acts", "body") and not named & words("acts", "carried"):
        return "body"
    return "unobservable" if named & (words("acts", "abstract") | words("acts", "unseen")) else None


def _named(tokens: list[str]) -> set[str]:
    """The words and short phrases of the object, up to where something else begins."""
    object_ = tokens[1:9]
    ends = ("by", "when", "while", "during", "to", "for", "given", "with", "in", "on", "at", "from", "into", "using")
    stop = next((i for i, token in enumerate(object_) if token in ends), None)
    object_ = object_[:stop]
    return {" ".join(object_[i : i + n]) for n in (1, 2, 3) for i in range(len(object_) - n + 1)}


def _shown(head: str, tokens: list[str]) -> Deed:
    """For `demonstrate`, `use` and the like: what is shown decides."""
    if head not in words("acts", "showing"):
        return "vague" if head in words("acts", "vague") else "observable"
    named = _named(tokens)
    if named & words("acts", "always_body"):
        return "body"
    if named & words("acts", "body") and not named & words("acts", "carried"):
        return "body"
    if head in words("acts", "uses"):
        return "unobservable" if named & words("acts", "unused") else "observable"
    if named & words("acts", "unseen"):
        return "unobservable"
    return "vague" if head in words("acts", "vague") else "observable"


def is_measured_change(phrase: str) -> bool:
    """`increase typing speed to 20 words per minute`: a performance that anyone can score, with its target."""
    named = {" ".join(tokens) for tokens in _grams(phrase)}
    return (
        bool(named & words("acts", "performance"))
        and not named & words("acts", "body")
        and _TARGET.search(phrase) is not None
    )


_TARGET = re.compile(r"\b(?:to|from|by|of|at least)\b[^.;]{0,40}?(?:\d|\x1f)|\x1f|\d", re.IGNORECASE)


def _grams(phrase: str) -> list[list[str]]:
    tokens = [token.lower() for token in TOKEN.findall(phrase)][:14]
    return [tokens[i : i + n] for n in (1, 2, 3) for i in range(len(tokens) - n + 1)]


@cache
def leads() -> re.Pattern[str]:
    """Words between `will` and the act, with the adverbs around them."""
    phrases = sorted(rules("acts")["lead"], key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?P<lead>{either})\s+", re.IGNORECASE)
