"""An act in the jot's words as it reads in English: no word nobody could expand, an article before a single thing."""

from __future__ import annotations

import re

from ..language.lexicon import lexicon
from ..language.tables import rules

_QUOTED = re.compile(r"(?: (?:in|on|at|of|with|from|to|for|by))?(?: the| their)? \"[^\"]*\".*")
"""`in "bd"` and what follows."""
_BARE = re.compile(r"([a-z]+(?: (?:up|on|off|out|in|away|back))?) ((?:[a-z]+ )?([a-z]+))")
"""A verb and one or two words."""


def in_english(act: str) -> str:
    """`fill blanks` -> fill in the blanks; `pack work bag` -> pack the work bag."""
    text = _QUOTED.sub("", act)
    for pattern, said in rules("own_goals")["rephrase"].items():
        text = re.sub(pattern, said, text)
    bare = _BARE.fullmatch(text)
    words = rules("own_goals")["articles"]
    entry = next((entry for entry in lexicon().lookup(bare[3]) if entry.tag == "n"), None) if bare else None
    if bare is None or entry is None or entry.number != "count" or bare[2].split()[0] in words["led"]:
        return text
    return f"{bare[1]} {'their' if entry.kind in words['owned'] else 'the'} {bare[2]}"
