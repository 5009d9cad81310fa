"""Several students in one jot: which words belong to which label."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?P<label>[A-Z]\.\s?[A-Z]\.?(?:\s?[A-Z]\.)?|(?:[Ss]tudent|[Ss]tu|[Ss]t\.?|[Kk]id|#)\s?#?\d{1,2}|[Ss]tudent\s[A-Z]|"
    r"P\d{1,2}|S\d{1,2}|[A-Z]{2}(?=\s?:)|[B-NQ-Z](?=\s?:\s)|[A-Z](?=\s?:\s\w))(?P<mark>\s*(?::|=|-|–)\s*|\s+)",
)
_SECTION_LETTERS = set("SOAPQ")


@dataclass(frozen=True, slots=True)
class Heading:
    """A student's label in the jot; what follows belongs to this student until the next heading."""

    label: str
    start: int
    end: int


def headings(jot: str) -> list[Heading]:
    """The labels that open a line or sentence, in order; fewer than two different ones mean one student."""
    found = [
        Heading(_name(match["label"]), match.start(), match.end())
        for match in _LABEL.finditer(jot)
        if _opens(jot, match)
    ]
    if _is_soap(found) or len({heading.label for heading in found}) < 2:
        return []
    return found


def only_label(jot: str) -> Heading | None:
    """The one label a jot opens with (`J.M.: ...`), if any."""
    match = re.match(r"\s*(?P<label>[A-Z]\.\s?[A-Z]\.|[Ss]tudent\s(?:\d{1,2}|[A-Z])\b|STUDENT\s\d{1,2}|#\d{1,2})\s*[:.,\-–]?\s*", jot)
    return Heading(_name(match["label"]), match.start("label"), match.end()) if match else None


def _opens(jot: str, match: re.Match[str]) -> bool:
    start = match.start()
    before = jot[:start].rstrip(" \t>*-•")
    opens = not before or before[-1] in "\n.;|:/!?)"
    strong = match["mark"].strip() in (":", "=") or bool(re.search(r"\d|\.", match["label"]))
    return opens and strong


def _is_soap(found: list[Heading]) -> bool:
    """`S: ... O: ... A: ... P:` are sections, not students."""
    letters = {heading.label for heading in found if len(heading.label) == 1}
    return bool(letters) and len(letters & _SECTION_LETTERS) >= 2 and len(letters - _SECTION_LETTERS) == 0


def _name(label: str) -> str:
    number = re.search(r"\d{1,2}", label)
    if number and re.match(r"(?:stu|student|st\.?|kid|#)", label, re.I):
        return f"Student {number[0]}"
    return re.sub(r"\s", "", label) if "." in label else label.strip()
