"""The words a statement has to say: without its label, withdrawn values, fillers, and whoever said it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..domain import Statement
from ..language import Word
from ..language.tables import rules, table
from .describing import described
from .phrasing import STUDENT


def body_of(statement: Statement, words: Sequence[Word]) -> list[Word]:
    """The words to say, without loose signs at either end."""
    label = statement.label or (statement.start, statement.start)
    kept = [
        word
        for word in words
        if word.start >= label[1]
        and not any(start <= word.start < end for start, end in statement.replaced)
        and not {word.source.lower(), word.text.lower()} & _fillers()
        and (
            word.tag != "~" or word.source.isascii() or word.source in rules("wording")["signs"] or _tells(words, word)
        )
    ]
    kept = _put_back([word for index, word in enumerate(kept) if not _empties(kept, index)], statement)
    return described(trimmed(kept))


def _put_back(words: list[Word], statement: Statement) -> list[Word]:
    """`copied 5/7 letters no wait 4/7` tells of 4/7 letters: the value that holds goes where the other stood."""
    for (start, end), (marker, resume) in pairwise(statement.replaced):
        between = [word for word in words if end <= word.start < marker]
        new = next((word for word in words if word.start >= resume), None)
        if between and new is not None and not any(word.tag in "vzb" for word in between):
            words.remove(new)
            words.insert(sum(word.start < start for word in words), new)
    return words


def _tells(words: Sequence[Word], sign: Word) -> bool:
    """A pictogram in front of a count says what was counted (`🎧 15 of 20`); elsewhere it decorates."""
    index = words.index(sign)
    return index == 0 and len(words) > 1 and words[1].quantity is not None


def _empties(words: Sequence[Word], index: int) -> bool:
    """Either sign of a parenthesis whose only word was a filler."""
    pair = words[index : index + 2] if words[index].tag == "(" else words[max(0, index - 1) : index + 1]
    return [word.tag for word in pair] == ["(", ")"]


def trimmed(words: Sequence[Word]) -> list[Word]:
    """Without the signs and conjunctions that join a piece to what stood before or behind it."""
    kept = list(words)
    while kept and (kept[0].tag in ",:;-+>*=/)y!" or kept[0].text in ("and", "or", "&")):
        kept.pop(0)
    while kept and (kept[-1].tag in ",:;-+>*=/(" or kept[-1].text in ("and", "or", "but", "&")):
        kept.pop()
    return kept


def speaker(statement: Statement) -> str:
    """Who said it, as a note names them; `{S}` for the student, empty where nobody is named."""
    said_by = statement.said_by
    if not said_by:
        return ""
    if said_by == "student":
        return STUDENT
    if said_by in _family():
        return f"the student's {said_by}"
    return said_by if said_by[:1].isupper() or said_by.startswith("the ") else f"the {said_by}"


@cache
def _fillers() -> frozenset[str]:
    return frozenset(rules("wording")["fillers"]["words"])


@cache
def _family() -> frozenset[str]:
    return frozenset(row["long"] for row in table("people") if row["role"] == "family")


def without_source(body: Sequence[Word], statement: Statement) -> Sequence[Word]:
    """The words behind `per teacher` or `teacher says`."""
    said = rules("markers")["report_verbs"]
    if statement.said_by == "student":
        return _behind(body, 1, ()) if opens_with_saying(body) else body
    for index, word in enumerate(body):
        if word.text == statement.said_by:
            if index and body[index - 1].text == "per":
                return list(body[index + 1 :]) if index == 1 else _before(body, index - 1)
            if any(word.tag not in "drac," for word in body[:index]):
                return body  # something is said before the speaker is named
            return _behind(body, index + 1, said["saying"])
    return body


def opens_with_saying(body: Sequence[Word]) -> bool:
    """`says they feel tired`; not `reported to the office` nor `asked for help`."""
    spoken = rules("markers")["report_verbs"]["spoken"]
    return bool(body) and body[0].source.lower() in spoken and (len(body) == 1 or body[1].tag not in "pt")


def _behind(body: Sequence[Word], start: int, verbs: Sequence[str]) -> list[Word]:
    rest = list(body[start:])
    while rest and (rest[0].source.lower() in verbs or rest[0].tag in ",:" or rest[0].text.lower() == "that"):
        rest.pop(0)
    return rest


def _before(body: Sequence[Word], stop: int) -> list[Word]:
    kept = list(body[:stop])
    while kept and kept[-1].tag in ",:-":
        kept.pop()
    return kept
