"""What a text is by its own words: a goal, an act that is measured, a note about the bank, or nothing of these."""

from __future__ import annotations

import re
from functools import cache

from ...language.lexicon import lexicon
from ...language.tables import rules

_READ = 2_000
"""Letters of a text that are looked at; what is longer is no goal."""


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _goals() -> dict[str, re.Pattern[str]]:
    said = rules("bank_import")["goals"]
    will = r"(?:will|shall|is able to|should be able to|can)(?=\W{1,3}\w)"
    slot = r"(?<!_)_{2,}+|\[[^\]]{0,40}\]|\{[^}]{0,40}\}|<[^>]{1,40}>|\([^)]{0,20}\)"
    subject = rf"(?:\b(?:{_any(said['subjects'])})\b|{slot})[^.!?]{{0,40}}?\b{will}"
    spanish = rf"\b(?:{_any(said['spanish_subjects'])})\b[^.!?]{{0,40}}?\b\w+(?:rá|rán)\b"
    return {
        "goal": re.compile(rf"^.{{0,300}}?(?:{subject}|{spanish})|^will\s|^[A-Z][a-z]+ will\s", re.I | re.S),
        "somebody": re.compile(r"^(?:the|a|an|each|every) [^.!?,]{1,40}? will \w", re.I),
        "begun": re.compile(rf"^(?:(?:the|a|an|each|this) )?(?:{subject})|^will\s", re.I),
        "adult": re.compile(rf"^(?:the |our |all |each )?(?:{_any(said['adults'])})\b", re.I),
        "name": re.compile(r"^(?:[A-Z][a-z]+|[A-Z]{1,3}\.?) will\s"),
        "note": re.compile(rf"^[\W_]*(?:{_any(said['notes'])})(?!\w)", re.I),
        "total": re.compile(rf"^\W*(?:{_any(said['totals'])})\b", re.I),
        "counted": re.compile(
            r"(?<![\d/])\d+\s*/\s*\d+(?![\d/])|[\d_]\s*%"
            r"|\b(?:\d+|(?<!_)_++)\s*(?:out )?of\s*(?:\d|_)|(?<!_)_{2,}+|\bwithin\b"
            rf"|\d+\s*(?:{_any(said['counted'])})\b"
            rf"|\b(?:{_any(said['counted'])})\b.*\d",
            re.I,
        ),
    }


def is_a_goal(text: str) -> bool:
    """Whether it says what the student will do."""
    found, text = _goals(), text[:_READ]
    if found["adult"].match(text):
        return False
    if not found["goal"].match(text):
        return found["somebody"].match(text) is not None and is_measured(text)
    return not (found["note"].match(text) and not re.search(r"\b(?:will|shall)\b", text[:120]))


def begins_a_goal(text: str) -> bool:
    """Whether its first words are who will do something; a small letter may also go on with the line above."""
    said = text[:_READ]
    return _goals()["begun"].match(said) is not None if said[:1].islower() else is_a_goal(said)


def is_measured(text: str) -> bool:
    return _goals()["counted"].search(text[:_READ]) is not None


def is_an_act(text: str) -> bool:
    """Whether it begins with what is to be done: `copy 3 words`, `copies 3 words`, `to copy`."""
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text[:_READ])
    if not words or is_a_note(text):
        return False
    first = words[0].lower() if words[0].lower() != "to" or len(words) == 1 else words[1].lower()
    return any(entry.tag in "bz" for entry in lexicon().lookup(first))


def is_a_note(text: str) -> bool:
    return _goals()["note"].match(text) is not None or is_in_brackets(text)


def is_in_brackets(text: str) -> bool:
    return re.fullmatch(r"\s*\([^()]*\)\s*", text) is not None


def is_an_aside(text: str) -> bool:
    """A note that is called one: `Tip: use a slant board`; `directions in 4/5 trials` may go on with a goal."""
    return is_a_note(text) and re.match(r"[\W_]*[^\W_][^:.,;]{0,30}:(?:\s|$)", text) is not None


def is_a_total(text: str) -> bool:
    return _goals()["total"].match(text) is not None


def is_an_ending(text: str) -> bool:
    """Whether a sentence ends here; a shortened word does not end one."""
    return re.search(r"[.!?][\"'”’)*]*$", text.rstrip()) is not None and not re.search(
        r"\b(?:min|max|mod|approx|vs|e\.g|i\.e|in|sec|w)\.$", text.rstrip(), re.I
    )


def counts(text: str) -> int:
    return len(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text))
