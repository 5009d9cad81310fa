"""The words around a measure that tell of the act: without supports, hedges and when it was; and in full English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Any

from ..language import Word
from ..language.lexicon import lexicon
from ..language.tables import rules
from ..language.word import retag
from .chunks import chunked
from .measures import Measure
from .phrasing import phrase
from .spelling import Voice

_WITHIN = ("in", "of", "from", "by")


def own_rules(name: str) -> Any:
    """A table of data/own_goals.toml."""
    return rules("own_goals")[name]


def around(measure: Measure) -> tuple[list[Word], list[Word]]:
    """The words before and behind the measured one that belong to it, up to the next mark or clause."""
    body, index = _opened(measure.body, measure.index)
    begin = next((at + 1 for at in range(index - 1, -1, -1) if stops(body, at)), 0)
    end = next((at for at in range(index + 1, len(body)) if stops(body, at)), len(body))
    before, after = unsupported(body[begin:index]), unsupported(body[index + 1 : end])
    if measure.kind == "duration" and before and before[-1].tag == "p":
        before.pop()  # `starts within 8 minutes of directions`
    after = list(dropwhile(lambda word: word.tag == "c", after))
    return telling(_verb_first(before)), telling(_beyond_whole(after))


def _opened(body: Sequence[Word], index: int) -> tuple[list[Word], int]:
    """`skips items on worksheets (missed 7/20)`: what a short parenthesis measures stands before it."""
    opens = next((at for at in range(index - 1, max(-1, index - 3), -1) if body[at].tag == "("), 0)
    return ([*body[:opens], *body[index:]], opens) if opens else (list(body), index)


def stops(body: Sequence[Word], at: int) -> bool:
    word, after = body[at], body[at + 1] if at + 1 < len(body) else None
    clause = word.tag == "s" and after is not None and after.tag in "oxm"
    return word.tag in ",;:()>=/~-+*" or clause or word.text.lower() in own_rules("drop")["stops"]


def _verb_first(before: list[Word]) -> list[Word]:
    """`snips 2 of 10 strips`: a form that is a noun and a verb stands as a verb right in front of a count."""
    if len(before) == 1 and before[0].tag == "n" and any(entry.tag == "z" for entry in before[0].entries):
        return [retag(before[0], "z")]
    first = before[0] if before else None
    if first is not None and first.tag == "n" and first.text.endswith("ing"):  # `copying from board 9 words`
        verb = next((entry for entry in lexicon().lookup(first.text) if entry.tag == "g"), None)
        return [replace(first, tag="g", entry=verb), *before[1:]] if verb is not None else before
    return before


def unsupported(words: Sequence[Word]) -> list[Word]:
    """Without `with min vc`, `without a prompt`: how it was supported is a condition, up to the next preposition."""
    kept, inside = [], False
    for word in words:
        if word.tag == "p" or word.tag in "zb":
            inside = word.text.lower() in ("with", "without") or (inside and word.text.lower() in _WITHIN)
        if not inside and word.tag not in "ACI":
            kept.append(word)
    return kept


def _beyond_whole(after: list[Word]) -> list[Word]:
    """What follows `of a 45 minute`, `of 20`, `in 10 minutes`: the whole is part of the measure."""
    at = next((n for n, word in enumerate(after[:5]) if word.quantity is not None), None)
    if at is None:
        return after
    first = at - 1 if at and after[at - 1].tag == "d" else at
    linked = first and after[first - 1].text in ("of", "in", "per")
    return after[: first - 1] + after[at + 1 :] if linked else after


def telling(words: Sequence[Word]) -> list[Word]:
    """Without hedges and without when it was measured."""
    drop = own_rules("drop")
    occasions = own_rules("occasions")["words"]
    kept = [
        word
        for word in words
        if word.text.lower() not in drop["words"] and word.tag not in "oAu" and word.lemma.lower() not in occasions
    ]
    for at in reversed([n for n, word in enumerate(kept) if word.lemma.lower() in drop["times"]]):
        first = at
        while first and kept[first - 1].text.lower() in drop["before"]:
            first -= 1
        del kept[first : at + 1]
    return kept


def timed(measure: Measure | None) -> bool:
    """Whether minutes were measured."""
    return measure is not None and any(unit in measure.value for unit in ("minute", "second", "hour"))


def is_verb(word: Word) -> bool:
    return word.tag in "vzbeg" and word.quantity is None


def is_thing(word: Word) -> bool:
    return word.tag in "nda"


def manner_of(words: Sequence[Word]) -> str:
    return next(
        (own_rules("manner")[word.text.lower()] for word in words if word.text.lower() in own_rules("manner")), ""
    )


def full(words: Sequence[Word]) -> str:
    """Phrases with the articles they need."""
    return phrase(chunked(list(words)), Voice()) if words else ""


def joined(*parts: str) -> str:
    text = re.sub(r"\s+", " ", " ".join(part for part in parts if part)).strip()
    return re.sub(r"\b(the|their|a) (?:the|their|a|own) ", r"\1 ", text)


def placed_in(words: Sequence[Word]) -> str:
    """`independent work` behind a state is when it is."""
    if words and words[0].text == "of":
        return f"after {full(words[1:])}"
    text = full(words)
    if not text or words[0].tag not in "nad":
        return text
    single = words[-1].entry is not None and words[-1].entry.number == "count" and words[0].tag != "d"
    return f"during the {text}" if single and not re.match(r"(?:a|the|their) ", text) else f"during {text}"
