"""The text of a draft with one clause replaced, removed or added; every other clause stays as it is, to the letter.

What has to move moves: `text[start:end]` is each clause before and after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..domain import SECTIONS, Clause, Goal, Note, Origin
from .means import Draft


def replaced(draft: Draft, clause: Clause, text: str, origin: Origin = "therapist") -> Draft:
    """The draft with other words in a clause's place; what it rests on stays known."""
    new = replace(clause, text=text, origin=origin, end=clause.start + len(text))
    spliced = _spliced(draft, clause.start, clause.end, text, (clause, new))
    return _with_variants(spliced, clause, text)


def removed(draft: Draft, clause: Clause) -> Draft:
    """The draft without a clause and without the words that only led to it."""
    floor = max((other.end for other in draft.clauses if other.end <= clause.start), default=0)
    ceiling = min((other.start for other in draft.clauses if other.start >= clause.end), default=len(draft.text))
    start, end = _with_joint(draft.text, clause)
    start, end = max(start, floor), min(end, ceiling)
    spliced = _spliced(draft, start, end, "", (clause, None))
    return _opened(_with_variants(spliced, clause, None), start)


def with_gaps(goal: Goal, change: Callable[[str], str]) -> Goal:
    """The goal with a function over the words between its clauses (`the student will`)."""
    text, end, placed = "", 0, []
    for clause in sorted(goal.clauses, key=lambda clause: clause.start):
        text += change(goal.text[end : clause.start])
        placed.append(replace(clause, start=len(text), end=len(text) + len(clause.text)))
        text += clause.text
        end = clause.end
    return replace(goal, text=text + change(goal.text[end:]), clauses=tuple(placed))


def put_first(draft: Goal, role: str, text: str) -> Goal:
    """The goal opening with a clause it did not have: `By 5/12, the student will ...`."""
    lead = f"{text[0].upper()}{text[1:]}, "
    first = draft.text.split(" ", 1)[0]
    lowered = draft.text if first.isupper() and len(first) > 1 else draft.text[:1].lower() + draft.text[1:]
    moved = [_recased(_moved(clause, len(lead)), lead + lowered) for clause in draft.clauses]
    opening = Clause(_new_id(draft), role, text[0].upper() + text[1:], "therapist", start=0, end=len(text))
    return replace(draft, text=lead + lowered, clauses=(opening, *moved), variants={})


def _new_id(draft: Draft) -> str:
    held = {clause.id for clause in draft.clauses}
    return next(name for number in range(1, len(held) + 2) if (name := f"c{number}") not in held)


def _spliced(draft: Draft, start: int, end: int, text: str, swap: tuple[Clause, Clause | None]) -> Draft:
    shift = len(text) - (end - start)

    def placed(clause: Clause) -> Clause | None:
        if clause.id == swap[0].id:
            return swap[1]
        return _moved(clause, shift) if clause.start >= end else clause

    whole = draft.text[:start] + text + draft.text[end:]
    if isinstance(draft, Goal):
        kept = tuple(clause for each in draft.clauses if (clause := placed(each)) is not None)
        return replace(draft, text=whole, clauses=kept)
    sections = {
        name: tuple(clause for each in draft.sections[name] if (clause := placed(each)) is not None)
        for name in SECTIONS
    }
    return replace(draft, text=whole, sections=sections)


def _moved(clause: Clause, by: int) -> Clause:
    return replace(clause, start=clause.start + by, end=clause.end + by)


def _recased(clause: Clause, text: str) -> Clause:
    return replace(clause, text=text[clause.start : clause.end])


_LEAD = re.compile(r"(?:\s*,)?(?:\s*\b(?:and|during|given|with|for|on|in|at|of|as|to|using|while|when))*\s*$", re.I)
_LINE = re.compile(r"(?:^|\n)[^\n]*$")


def _with_joint(text: str, clause: Clause) -> tuple[int, int]:
    """Where the clause is cut out: with the comma, line break or heading that only it needed."""
    start, end = clause.start, clause.end
    before, after = text[:start], text[end:]
    line = before.rpartition("\n")[2]
    if not line.strip() and (not after or after.startswith("\n")):
        return _whole_lines(text, start, end)
    if not line.strip() or line.rstrip().endswith((".", "?", "_")):
        gap = len(after) - len(after.lstrip(" ,"))
        return (start, end + gap) if gap else (len(before.rstrip(" ")), end)
    lead = _LEAD.search(before)
    return (lead.start() if lead else start), end


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """A clause that has its line to itself goes with it, and with a section's heading that stands alone above."""
    above = text[: max(start - 1, 0)]
    heading = above.rpartition("\n")[2]
    if "\n\n" in text and heading and not re.search(r"[.:?_]", heading):
        start = len(above) - len(heading)
        rest = text[end:]
        return (start, end + len(rest) - len(rest.lstrip("\n"))) if rest.strip() else (len(text[:start].rstrip()), end)
    return (start - 1 if start else 0), end + (0 if start else 1 if text[end:] else 0)


def _opened(draft: Draft, at: int) -> Draft:
    """A sentence that lost its opening begins with a capital."""
    if at >= len(draft.text) or not draft.text[at].islower() or (at and draft.text[at - 1] != "\n"):
        return draft
    text = draft.text[:at] + draft.text[at].upper() + draft.text[at + 1 :]
    if len(text) != len(draft.text):
        return draft
    if isinstance(draft, Goal):
        return replace(draft, text=text, clauses=tuple(_recased(clause, text) for clause in draft.clauses))
    sections = {name: tuple(_recased(clause, text) for clause in draft.sections[name]) for name in SECTIONS}
    return replace(draft, text=text, sections=sections)


def _with_variants(draft: Draft, clause: Clause, text: str | None) -> Draft:
    """The variants with the same change where they hold the old clause once; others are no longer offered."""
    if isinstance(draft, Note) or clause.role in ("baseline", "rationale"):
        return draft
    kept = {
        name: variant.replace(clause.text, text)
        for name, variant in draft.variants.items()
        if text is not None and clause.text and variant.count(clause.text) == 1
    }
    return replace(draft, variants=kept)


def of_role(draft: Draft, role: str) -> tuple[Clause, ...]:
    """The clauses of a part, or of a section of a note."""
    if isinstance(draft, Note):
        return tuple(draft.sections[role]) if role in SECTIONS else ()
    return tuple(clause for clause in draft.clauses if clause.role == role)


def put_last(draft: Goal, role: str, text: str) -> Goal:
    """The goal with one more line behind its sentence, before the reason it matters."""
    reason = next((clause for clause in draft.clauses if clause.role == "rationale"), None)
    at = reason.start if reason else len(draft.text)
    line = f"{text}\n" if reason else f"\n{text}"
    start = at if reason else at + 1
    moved = [_moved(clause, len(line)) if clause.start >= at else clause for clause in draft.clauses]
    new = Clause(_new_id(draft), role, text, "therapist", start=start, end=start + len(text))
    clauses = sorted([*moved, new], key=lambda clause: clause.start)
    return replace(draft, text=draft.text[:at] + line + draft.text[at:], clauses=tuple(clauses))


def put_behind(note: Note, clause: Clause, text: str, origin: Origin, statements: tuple[str, ...]) -> Note:
    """The note with one more sentence behind a clause, in its section."""
    start = clause.end + 1
    whole = f"{note.text[: clause.end]} {text}{note.text[clause.end :]}"
    new = Clause(_new_id(note), clause.role, text, origin, statements, start=start, end=start + len(text))
    sections = {}
    for name in SECTIONS:
        moved = [_moved(each, len(text) + 1) if each.start >= clause.end else each for each in note.sections[name]]
        held = any(each.id == clause.id for each in moved)
        sections[name] = tuple(sorted([*moved, new] if held else moved, key=lambda each: each.start))
    return replace(note, text=whole, sections=sections)
