"""Several students in one jot: which words belong to which label.

A label opens a line or sentence, or stands anywhere with a colon behind it once another one has opened a
line. Initials that the vocabulary knows (`PT:`, `BL:`) and letters with a meaning of their own (`S:`, `T:`,
`L:`) are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..language.ambiguity import is_ambiguous
from ..language.lexicon import lexicon
from ..language.tables import rules, table

_NUMBER = r"(?:[Ss]tudent|STUDENT|[Ss]tu|[Ss]t\.?|[Kk]id|#)\s?#?\d{1,2}(?![\d/%])"
_INITIALS = r"[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?|[A-Z]\.[A-Z](?=\s?[:=]|\s[-–]\s)"
_LABEL = re.compile(
    rf"(?<![\w.])(?:(?m:^)\d{{1,2}}[.)]\s+)?(?P<label>{_INITIALS}|{_NUMBER}|(?:[Ss]tudent|[Tt]win|[Kk]id|[Cc]hild)\s[A-Z](?:\.(?=\s)|\b)|[PS]\d{{1,2}}(?![\d/%])|"
    r"[A-Z]{2}(?=\s?[:=]|\s[-–]\s)|[A-Z](?=\s?:\s?[\w'\"~+]|\s[a-z]|\s[-–]\s))(?P<mark>\s*(?::|=|-(?!\d)|–)\s*|\s+)"
)
_ONLY = re.compile(
    rf"\s*(?P<label>{_INITIALS}|(?:[Ss]tudent|STUDENT|[Tt]win)\s(?:\d{{1,2}}|[A-Z])\b|#\d{{1,2}}(?=\s*[:.,–-]))\s*[:.,\-–]?\s*"
)
_ROLES = frozenset("SOPQTLRI")  # subjective, objective, plan, question, teacher, left, right, independent
# What mail and jots open lines with.
_NO_INITIALS = frozenset({"FW", "RE", "CC", "ME", "NB", "PS", "TO", "US", "WE", "HE", "BL", "HW"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A student's label in the jot; what follows belongs to this student until the next heading."""

    label: str
    start: int
    end: int


def headings(jot: str) -> list[Heading]:
    """The labels in order; fewer than two different ones mean one student."""
    matches = [match for match in _LABEL.finditer(jot) if _opens(jot, match) or _has_colon(match)]
    if not any(_opens(jot, match) for match in matches):
        return []
    marked = [match for match in matches if _has_colon(match)]
    letters = _student_letters(marked) | _pairs(marked) | _listed(jot, matches)
    found = [Heading(_name(match["label"]), match.start(), match.end()) for match in matches if _labels(match, letters)]
    return found if len({heading.label for heading in found}) > 1 else []


def only_label(jot: str) -> Heading | None:
    """The one label a jot opens with (`J.M.: ...`), if any."""
    match = _ONLY.match(jot)
    return Heading(_name(match["label"]), match.start("label"), match.end()) if match else None


def _opens(jot: str, match: re.Match[str]) -> bool:
    before = jot[: match.start()].rstrip(" \t>*-•–")
    return not before or before[-1] in "\n.;|:/!?)"


def _has_colon(match: re.Match[str]) -> bool:
    return match["mark"].strip() in (":", "=")


def _labels(match: re.Match[str], letters: frozenset[str]) -> bool:
    """Whether the match names a student: numbers and dotted initials always, bare capitals on conditions."""
    label = match["label"]
    if len(label) == 1:
        return label in letters and (bool(match["mark"].strip()) or label not in "AI")
    if re.fullmatch(r"[A-Z]{2}", label):
        return bool(match["mark"].strip()) and (label in letters or not _is_shorthand(label))
    return True


def _listed(jot: str, matches: Sequence[re.Match[str]]) -> frozenset[str]:
    """Capitals with a mark that open two lines or more, unless they are a note's sections or the two hands."""
    lines = [match for match in matches if _opens_line(jot, match) and _is_bare_capital(match["label"])]
    several = _SEVERAL.search(jot) is not None
    if several:
        lines = [match for match in matches if _opens(jot, match) and _is_bare_capital(match["label"])]
    marked = [match["label"] for match in lines if match["mark"].strip()]
    hands = set(marked) <= set("RL")
    if len(set(marked)) < 2 or hands or _are_sections(marked, several=several):
        return frozenset()
    return frozenset(match["label"] for match in lines if match["mark"].strip() or match["label"] not in "AI")


def _is_bare_capital(label: str) -> bool:
    """One capital, or two that mean nothing else."""
    return re.fullmatch(r"[A-Z]", label) is not None or (
        re.fullmatch(r"[A-Z]{2}", label) is not None and not _is_shorthand(label)
    )


def _are_sections(labels: Sequence[str], *, several: bool) -> bool:
    """`S O A P` in that order, with or without the teacher's and the student's words between; `A S` are two names."""
    sections = [label for label in labels if label in _SECTIONS]
    if sorted(sections, key=_SECTIONS.index) != sections and not {"O", "P"}.intersection(sections):
        return False
    known = set(labels) <= _ROLES | {"A"} or not set(labels).isdisjoint(_NO_INITIALS)
    return len(sections) > 1 or (known and not several)


_SECTIONS = "SOAP"
_SEVERAL = re.compile(
    r"\b(?:[2-6]|two|three|four|both)\s(?:kids|students|kiddos|boys|girls|peers)\b"
    r"|\b(?:grp|group|pair)\b|\b[2-6]\sat\b",
    re.IGNORECASE,
)
"""Words that say that the jot is about several students."""


def _opens_line(jot: str, match: re.Match[str]) -> bool:
    return jot[: match.start()].rstrip(" \t*•")[-1:] in ("", "\n")


def _is_shorthand(label: str) -> bool:
    known = lexicon().knows(label) or is_ambiguous(label) or label.lower() in rules("markers")["labels"]
    return known or label in _NO_INITIALS


def _student_letters(matches: Sequence[re.Match[str]]) -> frozenset[str]:
    """The single capitals that stand for students: all of `A B C`, else those that mean nothing else."""
    letters = sorted({match["label"] for match in matches if len(match["label"]) == 1})
    if letters[:1] == ["A"] and all(ord(after) - ord(before) <= 2 for before, after in pairwise(letters)):
        return frozenset(map(chr, range(ord("A"), ord(letters[-1]) + 1)))
    sections = _ROLES | {"A"} if _ROLES.intersection(letters) and "B" not in letters else _ROLES
    return frozenset(letters) - sections


def _pairs(matches: Sequence[re.Match[str]]) -> frozenset[str]:
    """`JT: ... RM: ...`: two pairs of capitals with a colon are initials, even if one is shorthand in lower case."""
    pairs = {match["label"] for match in matches if re.fullmatch(r"[A-Z]{2}", match["label"])}
    pairs = {pair for pair in pairs if pair not in _NO_INITIALS and not is_ambiguous(pair)}
    known = {pair for pair in pairs if pair.lower() in rules("markers")["labels"] or pair in _capitals()}
    return frozenset(pairs - known) if len(pairs - known) > 1 else frozenset()


@cache
def _capitals() -> frozenset[str]:
    """Shorthand that the vocabulary itself spells in capitals, such as `FM`."""
    return frozenset(row["short"] for row in table("abbreviations") if row["short"].isupper())


def _name(label: str) -> str:
    number = re.search(r"\d{1,2}", label)
    if number and re.match(r"stu|st\.?\s?\d|kid|#", label, re.I):
        return f"Student {number[0]}"
    if re.match(r"student|twin|(?:kid|child)\s[A-Z]", label, re.I):
        return re.sub(r"\s+", " ", label).rstrip(".").capitalize()[:-1] + label.rstrip(".")[-1]
    dotted = re.sub(r"\s", "", label) if "." in label else label.strip()
    return f"{dotted}." if re.fullmatch(r"[A-Z]\.[A-Z]", dotted) else dotted
