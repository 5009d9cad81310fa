"""Header pieces: grade, delivery, setting, minutes, date. They frame a note and say nothing by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language import Word
from ..language.tables import rules

_FRAMING = {"grade", "date", "clock_time", "duration", "age", "ordinal"}
_SMALL = frozenset(rules("deliveries")["small_words"])


def is_header(words: Sequence[Word]) -> bool:
    """Every word frames: `2nd gr`, `push-in ELA 30min`, `pull-out in OT room`, `10/3`."""
    content = [word for word in words if word.tag not in ",.:;/-()"]
    if not content or len(content) > 8:
        return False
    if any(word.tag in "AICQ" for word in content):
        return False
    activity = any(_is_activity(word) for word in content)
    anchored = any(_serves(word) if activity else _anchors(word) for word in content)
    return anchored and all(
        _frames(word) or _is_activity(word) or _is_group_part(content, index) for index, word in enumerate(content)
    )


def _is_group_part(content: Sequence[Word], index: int) -> bool:
    """`group of 3`, `room 11`: the number behind them, and the room."""
    word = content[index]
    if word.lemma in ("room", "rm"):
        return True
    before = [other.lemma for other in content[max(0, index - 2) : index]]
    return word.quantity is not None and word.quantity.kind == "number" and bool({"group", "room", "rm"} & set(before))


def _is_activity(word: Word) -> bool:
    return word.tag == "n" and word.kind == "activity"


def _serves(word: Word) -> bool:
    """A delivery or a grade: beside it a bare activity (`push-in, writing`) is the setting."""
    forms = {word.source.lower(), word.text.lower()}
    graded = word.quantity is not None and word.quantity.kind == "grade"
    return graded or bool(forms & rules("deliveries")["forms"].keys())


def is_heading(words: Sequence[Word]) -> bool:
    """A header in front of a colon; a place alone (`toileting:`) is a topic instead."""
    return is_header(words) and not all(word.kind == "setting" or word.tag in ",:p" for word in words)


def _frames(word: Word) -> bool:
    return _anchors(word) or word.text.lower() in _SMALL or word.source.lower() in _SMALL


def _anchors(word: Word) -> bool:
    if word.quantity:
        lasting = word.quantity.kind != "duration" or re.search(r"min|hour|hr|sec", word.text) is not None
        return word.quantity.kind in _FRAMING and lasting
    data = rules("deliveries")
    forms = {word.source.lower(), word.text.lower()}
    if word.source.lower() in ("plaafp", "plop", "plep", "plaaf"):
        return True
    return word.kind == "setting" or bool(forms & (data["forms"].keys() | data["grades"].keys()))
