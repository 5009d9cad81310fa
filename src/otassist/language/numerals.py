"""Numbers in figures and words: what each stands for, and the patterns that find them (data/number_words.csv)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from .tables import columns

GLYPHS = "½¼¾⅓⅔⅛⅜⅝⅞"
_ROWS = columns("number_words", "kind", "word", "value")
NUMBER_WORDS: dict[str, Fraction] = {word: Fraction(value) for _, word, value in _ROWS}


def either(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first."""
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + ")"


def _words(*kinds: str) -> str:
    return either(word for kind, word, _ in _ROWS if kind in kinds)


DIGITS = r"(?:\d{1,6}(?:,\d{3}(?!\d)){0,3}(?:\.\d{1,9})?|\.\d{1,9})(?!\d)"
FIGURE = rf"(?:\d{{0,3}}[{GLYPHS}]|{DIGITS})"
WORD = (
    rf"(?:{_words('ten')}[\s-]{_words('one')}(?![a-z])|{_words('one', 'teen', 'ten')}(?![a-z])"
    r"|(?:half\s)?a\sdozen(?![a-z])|half\sdozen(?![a-z]))"
)


def number(text: str) -> Fraction | None:
    """The number a word or numeral stands for (`.5` -> 1/2, `twice` -> 2); None for anything else."""
    text = re.sub(r"[\s-]+", " ", text.strip().lower().replace(",", ""))
    if text in NUMBER_WORDS:
        return NUMBER_WORDS[text]
    parts = text.replace(" and a ", " ").split(" ")
    if len(parts) == 2 and all(part in NUMBER_WORDS for part in parts):
        return NUMBER_WORDS[parts[0]] + NUMBER_WORDS[parts[1]]
    try:
        if text and text[-1] in GLYPHS:
            return Fraction(text[:-1] or 0) + Fraction(unicodedata.numeric(text[-1])).limit_denominator(8)
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def numbers(text: str) -> list[str]:
    """Every numeral in a text, in its normal form: `3/5 and 10 min` -> ["3", "5", "10"]."""
    found = re.findall(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\.\d+", text)
    return [_plain(item) for item in found if len(item) < 400]


@lru_cache(maxsize=4096)
def _plain(figure: str) -> str:
    return str(Fraction(figure.replace(",", "")))
