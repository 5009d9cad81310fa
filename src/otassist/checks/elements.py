"""What a note of its type must have; what is missing becomes a finding with the question to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import SECTIONS, Finding, NoteType
from ..language import words_of
from ..language.tables import rules
from .sentences import Sentence


def missing(sentences: Sequence[Sentence], note_type: NoteType) -> Iterator[Finding]:
    """A finding for each empty section and each element the type asks for (data/note_rules.toml)."""
    told = [sentence for sentence in sentences if sentence.origin != "blank"]
    sectioned = any(sentence.section for sentence in sentences)
    for section in SECTIONS:
        if sectioned and not any(sentence.section == section for sentence in told):
            yield Finding(
                "", "empty_section", "warning", "good practice", f"Nothing is said under {section}.",
                rules("wording")["blanks"][note_type][section].replace(" ____", ""),
            )  # fmt: skip
    text = " ".join(sentence.text for sentence in told)
    kinds = {word.quantity.kind for word in words_of(text) if word.quantity}
    for name, element in rules("note_rules")["elements"].items():
        if note_type not in element["types"]:
            continue
        there = kinds & set(element.get("quantities", [])) or re.search(element.get("pattern", r"(?!)"), text, re.I)
        if not there:
            yield Finding("", f"missing_{name}", "info", element["basis"], element["message"], element["remedy"])
