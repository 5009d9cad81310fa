"""What a message must not show on its way out, whatever it is written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from .finding import exactly
from .patterns import by_form
from .people import Roster, is_loose, named

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\([\"\\/bfnrt])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def shows(text: str, known: Roster, originals: Mapping[str, str]) -> bool:
    """Whether a text of somebody's shows what is known, something of the form of it, or a part of a number."""
    return any(_shows(version, known) or _has_part(version, originals) for version in readings(text))


def _shows(text: str, known: Roster) -> bool:
    return bool([*named(text, known.names), *exactly(text, known), *by_form(text)])


def shows_firmly(text: str, known: Roster) -> bool:
    """Whether a prompt's own words, too, show what can be nothing but this student's."""
    firm = frozenset(name for name in known.names if not is_loose(name))
    return any(bool([*named(version, firm), *exactly(version, known)]) for version in readings(text))


def _has_part(text: str, originals: Mapping[str, str]) -> bool:
    """Whether four digits or more of a telephone number or an id stand by themselves."""
    numbers = (own for own, kind in originals.items() if kind in ("phone", "id"))
    parts = {part for own in numbers for part in re.findall(r"\d{4,}", own)}
    return bool(parts & set(re.findall(r"(?<!\w)\d+(?!\w)", text)))


def readings(text: str) -> Iterator[str]:
    """A text as it stands, without what the eye does not see, and with its JSON escapes read once and twice."""
    yield text
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    for _ in range(3):
        yield plain
        plain = _ESCAPED.sub(_unescaped, plain)


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return {"b": " ", "f": " ", "n": "\n", "r": "\n", "t": "\t"}.get(match[2], match[2])
