"""Words beside a quantity: what stands right before and right behind a place in a text."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"([\w'/]{1,20})[.:]?[ \t]{0,3}$")
_AFTER = re.compile(r"[ \t]{0,3}([A-Za-z][\w'/]{0,20})")


def token_before(text: str, start: int) -> str:
    """The word or numeral right before, lower case; empty at the beginning of a line."""
    found = _BEFORE.search(text[max(0, start - 26) : start])
    return found[1].lower() if found else ""


def token_after(text: str, end: int) -> str:
    found = _AFTER.match(text, end)
    return found[1].lower() if found else ""
