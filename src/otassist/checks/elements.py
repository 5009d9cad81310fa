"""What a note of its type must have; what is missing becomes a finding with the question to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import SECTIONS, Finding, NoteType, Severity
from ..language.tables import rules
from .sentences import Sentence


def missing(sentences: Sequence[Sentence], note_type: NoteType) -> Iterator[Finding]:
    """A finding for each empty section and each element the type asks for (data/note_rules.toml)."""
    told = [sentence for sentence in sentences if sentence.origin != "blank"]
    yield from _empty(sentences, told, note_type)
    text = " ".join(sentence.text for sentence in told)
    kinds = {word.quantity.kind for sentence in told for word in sentence.every_word if word.quantity}
    for name, element in rules("note_rules")["elements"].items():
        if note_type not in element["types"]:
            continue
        there = kinds & set(element.get("quantities", [])) or re.search(element.get("pattern", r"(?!)"), text, re.I)
        if not there:
            yield Finding("", f"missing_{name}", "info", element["basis"], element["message"], element["remedy"])


def _empty(sentences: Sequence[Sentence], told: Sequence[Sentence], note_type: NoteType) -> Iterator[Finding]:
    """Sections without a word in a note that has sections; one whose blank already asks is no warning."""
    if not any(sentence.section for sentence in sentences):
        return
    for section in SECTIONS:
        if any(sentence.section == section for sentence in told):
            continue
        severity: Severity = "info" if any(sentence.section == section for sentence in sentences) else "warning"
        question = rules("wording")["blanks"][note_type][section].replace(" ____", "")
        message = f"Nothing is said under {section}."
        yield Finding("", "empty_section", severity, "good practice", message, question)
