"""Quotations of a note whose words the jot does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain import Finding
from .findings import at, at_word
from .grounds import Grounds, squeezed
from .sentences import Sentence

_MESSAGE, _REMEDY = "The jot does not have these words.", "Quote exactly, or report without quotation marks."


def invented_quotes(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """Words in quotation marks stand in the jot as they are; case and white space do not matter."""
    for quote in sentence.quotes:
        if not _is_said(quote.text, given):
            yield at("invented_quote", sentence, quote.start, quote.end, _MESSAGE, _REMEDY)
    for word in sentence.words:
        if word.tag == "Q" and not _is_said(word.source[1:-1], given):
            yield at_word("invented_quote", sentence, word, _MESSAGE, _REMEDY)


def _is_said(text: str, given: Grounds) -> bool:
    """The whole quotation, or each part of one with words left out (...); apostrophes do not matter."""
    if _trimmed(text).replace("'", "") in given.text.replace("'", ""):
        return True
    return _trimmed(text) in given.text or all(_trimmed(part) in given.text for part in re.split(r"\.{3,}|…", text))


def _trimmed(text: str) -> str:
    return squeezed(text).strip(" .,!?;:")
