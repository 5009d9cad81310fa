"""The measure of a jot that is a goal's baseline, and a target beyond it in the same measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from ..domain import Observation, Statement
from ..language import Word, settle_again, within
from ..language.tables import rules
from .bodies import body_of
from .recording import spelt_out

KINDS = ("ratio", "percent", "measure", "rate", "duration", "number", "times", "level")
"""Kinds of measure, the most telling first."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the jot measured: its own words, where they stand, and the quantity; `fewer` where less is better."""

    text: str
    statement: Statement
    facts: tuple[str, ...]
    kind: str
    value: str
    unit: str
    fewer: bool
    names_act: bool = False  # a verb says what was measured


def measures(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> Iterator[Measure]:
    """Every measure of the statements, the most telling kind of each first."""
    for statement in told:
        body = body_of(statement, settle_again(within(words, statement.start, statement.end)))
        held = [(index, word) for index, word in enumerate(body) if _kind(word) and not _names(body, index)]
        held.sort(key=lambda item: KINDS.index(_kind(item[1])))
        if held:
            index, word = held[0]
            facts = tuple(
                fact.id
                for fact in observation.facts_of(statement)
                if fact.kind in ("measure", "count", "duration", "assist", "cue") and not fact.replaced_by
            )
            value = word.quantity.value if word.quantity else word.text
            acts = any(other.tag in "vzb" for other in body)
            yield Measure(spelt_out(body), statement, facts, _kind(word), value, _unit(body, index), _fewer(body), acts)


def _kind(word: Word) -> str:
    if word.level is not None:
        graded = re.match(r"\d|min|mod|max", word.level.value) is not None
        return "level" if graded or word.level.kind != "cue" else ""
    if word.quantity is not None and word.quantity.kind == "number" and not word.source.isdigit():
        return ""  # `one binder` measures nothing
    return word.quantity.kind if word.quantity is not None and word.quantity.kind in KINDS else ""


def _names(body: Sequence[Word], index: int) -> bool:
    """`route 14`, `only 2`: a bare number that counts nothing behind it."""
    after = body[index + 1] if index + 1 < len(body) else None
    bare = body[index].quantity is not None and body[index].level is None and _kind(body[index]) == "number"
    counts = after is not None and after.entry is not None and (after.entry.number == "plural" or after.tag in "ve")
    return bare and not counts


def _unit(body: Sequence[Word], index: int) -> str:
    """The noun that a count counts, in the plural: `3/5 sentences`; `opportunities` where it has none."""
    after = body[index + 1] if index + 1 < len(body) else None
    quantity = body[index].quantity
    timed = quantity.value.split(" ", 1)[1:] if quantity is not None and quantity.kind == "ratio" else []
    if timed:
        return f"{timed[0]}s"
    plain = after is not None and after.tag == "n" and after.kind not in ("person", "time") and not after.ambiguous
    plain = plain and after is not None and after.entry is not None and after.entry.number == "plural"
    return after.text if plain and after is not None and after.known else rules("goal_wording")["units"]["without"]


def _fewer(body: Sequence[Word]) -> bool:
    """`4/10 lines missed`, `late 3x`: the count is of what should not happen."""
    return any(word.text.lower() in rules("goal_wording")["errors"]["words"] for word in body)


def target(measure: Measure) -> str:
    """A criterion beyond the measure, in its own form; empty where only the therapist can say.

    Good practice asks for progress that is ambitious and reachable (Endrew F., 2017): three fifths of the way to the
    whole are proposed, never less than one step.
    """
    if measure.kind == "ratio":
        return _beyond_ratio(measure)
    if measure.kind == "percent":
        return _beyond_percent(measure)
    if measure.kind in ("measure", "rate"):
        return _beyond_rate(measure)
    return ""


def _beyond_ratio(measure: Measure) -> str:
    parts = re.fullmatch(r"(\d+)/(\d+)(?: \w+)?", measure.value)
    if not parts:
        return ""
    done, whole = int(parts[1]), int(parts[2])
    if measure.fewer:
        return _no_more(min(done - 1, done * 2 // 5), whole, measure.unit) if done else ""
    if done >= whole:
        return ""
    reached = min(whole, done + max(1, ceil((whole - done) * 3 / 5)))
    if measure.unit.split()[0].rstrip("s") in ("minute", "second", "hour"):
        return f"for {reached} of {whole} {measure.unit}"
    return f"{_preposition(measure.unit)} {reached} of {whole} {measure.unit}"


def _no_more(count: int, whole: int, unit: str) -> str:
    return f"with no more than {count} of {whole} {unit} missed or in error" if count > 0 else ""


def _preposition(unit: str) -> str:
    return "on" if unit.split()[-1] in rules("goal_wording")["units"]["on"] else "in"


def _beyond_percent(measure: Measure) -> str:
    now = float(measure.value.rstrip("%"))
    if not 0 <= now < 100:
        return ""
    if measure.fewer:
        return f"in no more than {max(1, round(now * 0.4 / 5) * 5)}% of {measure.unit}" if now > 1 else ""
    reached = min(100, max(now + 5, round((now + (100 - now) * 3 / 5) / 5) * 5))
    return f"with {reached:g}% of {measure.unit}"


def _beyond_rate(measure: Measure) -> str:
    parts = re.fullmatch(r"(\d+(?:\.\d+)?) (\w+) per (\w+)", measure.value)
    if not parts or measure.fewer or float(parts[1]) <= 0:
        return ""
    reached = ceil(float(parts[1]) * 1.3)
    return f"at {reached} {parts[2]}s per {parts[3]}"
