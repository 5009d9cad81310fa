"""Stems: forms in which the forms of one word meet."""

from __future__ import annotations

import re
from functools import cache

_ENDING = re.compile(r"(?:ing|ed|er|ers|es|s|ly|ment|e)$")


@cache
def stem(text: str) -> str:
    """A form in which `zip`, `zips`, `zipping` and `zipper` meet; not a word."""
    short = text.lower()
    while len(short) > 3 and (cut := _ENDING.sub("", short)) != short and len(cut) > 2:
        short = cut
    if short.endswith("i"):  # tried, carries
        return f"{short[:-1]}y"
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short
