"""The places of a goal that are left to fill in: ____, __/__, [student], ( ) %, XX %."""

from __future__ import annotations

import re

from ...language.tables import rules

_BLANK = re.compile(
    r"(?<!_)_{2,}+(?:\s*(?:/|of|out of)\s*_{2,}+)?|\[[^\]\n]{0,40}\]|\{[^}\n]{0,40}\}|<[^>\n]{1,40}>|\(\s{1,}\)"
    r"|\bX{1,2}(?:/X{1,2}|\s?%)|\.{4,}"
)
_NAMES = frozenset(rules("bank_import")["goals"]["names"])


def blanks(text: str) -> tuple[str, ...]:
    """Each blank as it stands, without those for a student's name: at the start, before "will", or named so."""
    return tuple(found[0] for found in _BLANK.finditer(text) if not _is_a_name(text, found))


def _is_a_name(text: str, found: re.Match[str]) -> bool:
    inside = found[0].strip("[]{}<>() ").lower()
    if inside in _NAMES:
        return True
    if set(inside) - {"_"}:
        return False
    after = text[found.end() :].lstrip().lower()
    return after.startswith(("will ", "'s ", "’s ", "shall ")) or (not inside and not text[: found.start()].strip())
