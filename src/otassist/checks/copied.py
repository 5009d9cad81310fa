"""Sentences that stand word for word in an earlier note of the student's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import Finding
from .findings import on_sentence
from .grounds import Grounds
from .sentences import Sentence, of_text

_LONG = 6  # words; shorter ones recur by themselves


def copied_forward(sentences: Sequence[Sentence], previous: Sequence[str], given: Grounds | None) -> Iterator[Finding]:
    """A warning for each long sentence of an earlier note that today's jot does not bear out whole."""
    earlier = {_words(sentence.text) for note in previous for sentence in of_text(note)}
    for sentence in sentences:
        words = _words(sentence.text)
        if words in earlier and len(words) >= _LONG and not _is_todays(sentence, given):
            yield on_sentence(
                "copied_forward", sentence, "This stands word for word in an earlier note.",
                "What was seen today? Write that, or take the sentence out.", "warning",
            )  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w/%.]*\w", text.lower()))


def _is_todays(sentence: Sentence, given: Grounds | None) -> bool:
    """Whether the jot has all its content and all its quantities."""
    if given is None or sentence.origin == "blank":
        return sentence.origin == "blank"
    jotted = {word.quantity.value for item in given.told for word in item.words if word.quantity}
    noted = {word.quantity.value for word in sentence.words if word.quantity}
    return sentence.stems <= given.vocabulary and noted <= jotted
