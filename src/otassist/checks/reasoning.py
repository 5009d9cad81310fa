"""Whether Assessment reasons, or only repeats what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import Finding, NoteType, Severity
from ..language.tables import rules
from .placement import is_measure
from .sentences import Sentence


def missing_reasoning(sentences: Sequence[Sentence], note_type: NoteType) -> Iterator[Finding]:
    """A finding where no sentence of Assessment links what was seen to school, a cause, a goal or a need.

    Source: domain.md section 3: Assessment is what it means for school participation and the plan's goals.
    """
    own = [item for item in sentences if item.section == "assessment" and item.origin != "blank"]
    if not own or note_type != "session":
        return
    rule = rules("note_rules")["reasoning"]
    if not any(re.search(rule["pattern"], sentence.text, re.I) for sentence in own):
        repeats = any(is_measure(word) for sentence in own for word in sentence.words)
        severity: Severity = "warning" if repeats else "info"
        yield Finding("", "no_reasoning", severity, "good practice", rule["message"], rule["remedy"])
