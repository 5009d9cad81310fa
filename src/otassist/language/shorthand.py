"""Finds shorthand in finished text: what a parent could not read outside quotation marks."""

from __future__ import annotations

import re

from .lexicon import lexicon

_QUOTED = re.compile(r'"[^"]*"')
_NAMED = re.compile(r"\bBeery VMI\b|\b(?:(?:Mr|Mrs|Ms|Dr)\.|Miss|Coach)\s[A-Z][\w'-]*|\b[A-Z]\.\s?[A-Z]\.?")
_TOKEN = re.compile(
    r"(?<![\w'’])[A-Za-z][A-Za-z'’./&-]*[A-Za-z/]|(?<![\w'’])[A-Za-z]|->|→|[=+@<>~^*_|\\]|#(?!\d)|\w+/(?=\s|$)"
)
_ALWAYS_FINE = {"a", "I", "b/d", "p/q", "and/or", "he/she", "____"}


def leftover(text: str) -> list[str]:
    """The shorthand still standing in `text` outside quotation marks, in order."""
    outside = _NAMED.sub(" ", _QUOTED.sub(" ", text)).replace("{S}", " ").replace("____", " ")
    return [token for token in _TOKEN.findall(outside) if _is_shorthand(token)]


def _is_shorthand(token: str) -> bool:
    if token in _ALWAYS_FINE:
        return False
    if not token[0].isalpha():
        return True
    entries = lexicon().lookup(token) or lexicon().lookup(token.rstrip("/."))
    if entries:
        return all(entry.shorthand and entry.text.lower() != token.lower() for entry in entries)
    if token.endswith("/"):
        return True
    plain = re.fullmatch(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", token)
    return plain is not None and len(token) > 1 and not re.search(r"[aeiouyAEIOUY]", token)
