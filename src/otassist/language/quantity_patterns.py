r"""The parts of which the patterns of quantities are made: `{bound}{range}{plus}\s?%`.

A pattern is compiled when a text first holds the words and signs it needs, and in two forms: most texts have
no number words nearby, and the form without them is five times smaller.
"""

from __future__ import annotations

import re
from functools import cache

from .numerals import DIGITS, FIGURE, GLYPHS, WORD, either
from .units import MONTHS, PER, UNITS

_PART = re.compile(r"\{([a-z][a-z_]*)\}")
_PARTS = {
    "digits": DIGITS,
    "word": WORD,
    "number": r"(?:{figure}|{word})",
    "figure": FIGURE,
    "numeral": rf"(?:[{GLYPHS}]|\d|\.\d)",
    "mixed": r"(?:(?:\d{1,2}(?:\s|\s?-\s?))?\d{1,2}/(?:2|3|4|8|16)(?!\d)|{number})(?:\sand\sa\shalf)?",
    "any": r"(?:{number}(?:\sand\sa\shalf)?)",
    "to": r"(?:\s?(?:-|–|−)\s?|\s(?:to|or)\s)",
    "tight": r"(?:[-–−]|\s(?:to|or)\s)",
    "range": r"{any}(?:{to}{any})?",
    "edge": r"(?![A-Za-z0-9])",
    "unit": either(UNITS),
    "period": either(PER),
    "month": either(MONTHS),
    # The point of `5 min. of` belongs to the unit, the one that ends a sentence does not.
    "point": r"(?:\.(?=[,);:]|\s(?-i:of|to|per|each|and|for|x|boy|girl|student|class)\b))?",
    "bound": r"(?:(?P<bound>[~≈<>≥≤]=?|(?:(?:no\s)?(?:more|less)\sthan|at\sleast|at\smost)\s)\s?)?",
    "plus": r"(?P<plus>\+(?!\s?\d)|\sor\s(?:more|less|fewer)(?![a-z]))?",
    "day": r"\d{1,2}(?:st|nd|rd|th)?(?!\d|\s?[/:%]\s?\d?)",
    "nth": r"\d{1,2}(?:st|nd|rd|th)",
    "not_a_part": r"(?![A-Za-z0-9%/]|\.\d|\s/\s?\d|:\d)",
}
# What these hold tells where a rule applies at all, so they are spelt out before that is looked at.
_TELLING = {
    "x": r"(?:x|×)",
    "per_sign": r"(?P<link>\s?/\s?|\s?(?:per|a|an|each|every)\s)",
    "meridiem": r"(?:\s?(?:am|pm|a\.m\.|p\.m\.))",
    "colon": r"\d{1,2}:\d{2}(?!\d)",
    "clock": r"(?:{colon}(?:{meridiem}|[ap])?|\d{1,2}{meridiem})",
    "slashed": r"{digits}(?:[-–]{digits})?\s?/\s?{digits}(?:-\d{1,3})?(?!\s?/\s?\d)",
    "whole": r"\s(?:out\sof|outta|of)\s(?:the\s)?(?:(?:last|first|next)\s)?{any}(?:-\d{1,3})?",
    "of": r"{any}(?:{tight}{any})?{whole}",
    "years": r"(?:y/o|yo|y\.o\.|yrs?\.?[ -]?olds?|years?[ -]olds?)",
}


def telling(pattern: str) -> str:
    """The pattern with the parts spelt out that say where it applies."""
    return _filled(pattern, _TELLING)


def filled(pattern: str, worded: bool = True) -> str:
    """The whole pattern; without number words where none can match."""
    return _filled(telling(pattern), _PARTS if worded else _PARTS | {"number": FIGURE})


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """A part may itself have parts; a name that is not in `parts` stays."""
    return _PART.sub(lambda found: _filled(parts[found[1]], parts) if found[1] in parts else found[0], pattern)


@cache
def compiled(pattern: str, worded: bool = True) -> re.Pattern[str]:
    return re.compile(filled(pattern, worded), re.IGNORECASE)
