"""What stands in front of an item: bullets and numbers, and which numbering they belong to."""

from __future__ import annotations

import re

_BULLET = r"[-*+•·●○◦▪▫■□‣\u2043–—>✓✔➢o](?=\s)|[•·●▪■‣➢✓✔\uf0b7\uf0a7]"
_NUMBER = r"\(?(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)]|\d{1,2}[a-z][.)]?|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])\)?(?=\s)"
_MARKER = re.compile(rf"(?:{_BULLET}|{_NUMBER})\s*(?:\[[ xX]?\]\s+)?")


def split_marker(text: str) -> tuple[str, str]:
    """The marker and what follows it; an empty marker where there is none."""
    found = _MARKER.match(text)
    return (found[0].strip(), text[found.end() :].strip()) if found else ("", text)


def numbering(marker: str) -> str:
    """Which numbering a marker belongs to: those of one list share it."""
    bare = marker.strip("(). ")
    if not bare:
        return ""
    if re.fullmatch(r"\d+(?:\.\d+)+", bare):
        return f"1{'.1' * bare.count('.')}"
    if bare.isdigit():
        return "1"
    if re.fullmatch(r"\d+[a-z]", bare):
        return "1a"
    if re.fullmatch(r"[ivx]{2,}|[IVX]{2,}|[I]", bare):
        return "I" if bare.isupper() else "i"
    if bare.isalpha():
        return "A" if bare.isupper() else "a"
    return "-"
