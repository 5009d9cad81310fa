"""What a typed text most likely wants to become: goals, a note, an edit or a question (data/proposing.toml)."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Observation
from ..language.tables import rules
from .messages import looks_like, requests


def proposed(seen: Observation, beside_a_draft: bool = False) -> str:
    """`goal`, `note`, `consult`, `ask` or `edit`: a guess for a chip that the therapist sees and can change."""
    text = seen.jot.lower()
    asked = requests(seen.jot) if beside_a_draft else ()
    if asked:
        return "ask" if asked[0].kind == "question" else "edit"
    if looks_like("asking", seen.jot) or text.rstrip().endswith("?"):
        return "ask"
    if any(pattern.search(text) for pattern in _patterns("goal")):
        return "goal"
    if seen.note_type == "consultation" or any(pattern.search(text) for pattern in _patterns("consult")):
        return "consult"
    return "note"


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, rules("proposing")[kind]))
