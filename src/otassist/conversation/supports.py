"""Edits of the condition: cues and assist levels, a support put in, and the goal's own easier or harder version."""

from __future__ import annotations

import re
from dataclasses import replace

from ..domain import Clause, Goal, Note
from ..language import levels
from .means import Draft, Edited, Means, Outcome, unable
from .measures import quoted
from .messages import Request, pattern
from .splicing import of_role, replaced

_BLANK_CUE = "with ____ cues"
_TYPES = ("verbal", "visual", "gestural", "tactile", "physical", "written", "picture", "model")


def cue(draft: Draft, request: Request) -> Outcome:
    """A cue or assist level in the condition: in the place of one it has, else behind it."""
    value = re.sub(r"^(?:with|w/|given) ", "", request.text("value"))
    if not isinstance(draft, Goal):
        return _seen(draft, value, request.text("from"))
    clause = next(iter(of_role(draft, "condition")), None)
    if clause is None:
        return unable("no_part", part="condition")
    if request.text("open"):
        text = _joined(clause.text, _BLANK_CUE)
        return Edited(replaced(draft, clause, text), "a blank for the cue level is added", asks=("which_cue",))
    cued = _renamed(clause.text, request.text("from"), value) or _cued(
        clause.text, value, adds=bool(request.text("add"))
    )
    if cued is None:
        return unable("which", *(f"change {level} to {value}" for level in _levels(clause.text)), what=value)
    if cued == clause.text:
        return unable("same")
    return Edited(replaced(draft, clause, cued), f"“{clause.text}” is now “{cued}”")


def _seen(note: Note, value: str, old: str) -> Outcome:
    """Another level in the place of the only one a note tells of; nothing seen is taken out or put in."""
    told = [clause for clause in of_role(note, "objective") if clause.origin != "blank"]
    held = [(clause, span) for clause in told for span in _given(clause.text)]
    named = [(clause, span) for clause, span in held if clause.text[slice(*span)].lower() == old.lower()]
    held = named or held
    if not value or not _spans(value) or value.lower().startswith("ind"):
        return unable("note_level")
    if len(held) != 1:
        levels_ = dict.fromkeys(clause.text[start:end] for clause, (start, end) in held)
        return unable("which" if held else "note_level", *(f"change {each} to {value}" for each in levels_), what=value)
    clause, (start, end) = held[0]
    said = value[0].upper() + value[1:] if clause.text[start].isupper() and not start else value
    text = clause.text[:start] + said + clause.text[end:]
    if text == clause.text:
        return unable("same")
    return Edited(replaced(note, clause, text), f"“{clause.text}” is now “{text}”")


def _given(text: str) -> list[tuple[int, int]]:
    """Levels that were given: outside quotations, and not `without reminder`."""
    spans = [span for span in _spans(text) if not quoted(text, span[0])]
    return [span for span in spans if not re.search(r"\b(?:without|no|not)\s+(?:an?y?\s+)?$", text[: span[0]], re.I)]


def _levels(text: str) -> list[str]:
    return [text[start:end] for start, end in _spans(text)]


def _spans(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in pattern(r"(?<!\w)(?:<cue>|<assist>)(?!\w)").finditer(text)]
    own = [(level.start, level.end) for level in levels.find(text)]
    return found + [span for span in own if not any(start < span[1] and span[0] < end for start, end in found)]


def _renamed(text: str, old: str, value: str) -> str | None:
    """The condition with the level that the message names replaced; None where it names none of it."""
    named = [(start, end) for start, end in _spans(text) if text[start:end].lower() == old.lower()]
    return text[: named[0][0]] + value + text[named[0][1] :] if len(named) == 1 else None


def _cued(text: str, value: str, *, adds: bool) -> str | None:
    """The condition with the level; None where it has several and the message does not say which."""
    alone = value.lower().startswith("ind")
    spans = sorted(_spans(text))
    if alone:
        for start, end in reversed(spans):
            text = _cut(text, start, end)
        return f"{text}, {value}"
    same = [span for span in spans if _type(text[slice(*span)]) == _type(value)]
    chosen = same if adds or len(same) == 1 else spans
    if not chosen or (adds and not same):
        return _joined(text, f"with {value}")
    if len(chosen) > 1:
        return None
    start, end = chosen[0]
    return text[:start] + value + text[end:]


def _type(level: str) -> str:
    low = level.lower()
    short = {"vc": "verbal", "vcs": "verbal", "tc": "tactile", "tcs": "tactile", "gc": "gestural", "gcs": "gestural"}
    named = next((kind for kind in _TYPES if kind in low), "")
    return named or next((kind for word, kind in short.items() if re.search(rf"\b{word}\b", low)), "level")


def _joined(text: str, support: str) -> str:
    """Behind the condition, with `and` where it ends in a row of supports already."""
    return f"{text.rstrip(' ,')}, {support}"


def _cut(text: str, start: int, end: int) -> str:
    """The text without a phrase and without the joint that only it needed."""
    before = re.sub(r"(?:,?\s*\band|,|\s*\bwith|\s*\bgiven)\s*$", "", text[:start], count=1)
    after = text[end:]
    return (before + (after if after.startswith((",", " ")) or not before else f" {after}")).strip()


def add_support(draft: Draft, request: Request, means: Means) -> Outcome:
    """A support in the therapist's words, behind the condition; one the vocabulary does not know is asked about."""
    what = request.text("what") or request.text("sure")
    clause = next(iter(of_role(draft, "condition")), None)
    if clause is None:
        return unable("needs_model")
    if what.lower() in clause.text.lower():
        return unable("same")
    known = any(fact.kind in _SUPPORTS for fact in means.read(f"used {what}").facts)
    if not known and not request.text("sure"):
        return unable("unknown_support", f"put “{what}” in the condition", what=what)
    text = _joined(clause.text, f"with {what}")
    return Edited(replaced(draft, clause, text), f"“with {what}” is added to the condition")


_SUPPORTS = frozenset({"tool", "support", "assist", "cue"})


def variant(draft: Draft, request: Request) -> Outcome:
    """The goal's own version with more support or as a stretch: the one clause in which it differs."""
    name = request.action
    words = name.replace("_", " ")
    if not isinstance(draft, Goal):
        return unable("not_in_note", part=f"{words} version")
    found = _difference(draft, draft.variants.get(name, ""))
    if found is None:
        return unable("no_variant", variant=words)
    clause, text = found
    edited = replaced(draft, clause, text, "proposed" if clause.role == "criterion" else "bank")
    assert isinstance(edited, Goal)
    left = {other: said for other, said in edited.variants.items() if other != name}
    return Edited(replace(edited, variants=left), f"“{clause.text}” is now “{text}”, to confirm")


def _difference(goal: Goal, other: str) -> tuple[Clause, str] | None:
    """The clause that stands otherwise in a version of the goal's sentence, and how."""
    sentence = goal.text.split("\n", 1)[0]
    for clause in goal.clauses:
        before, after = sentence[: clause.start], sentence[clause.end :]
        fits = other.startswith(before) and other.endswith(after) and len(other) >= len(before) + len(after)
        text = other[len(before) : len(other) - len(after)]
        if clause.end <= len(sentence) and fits and text and text != clause.text:
            return clause, text
    return None
