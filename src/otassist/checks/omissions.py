"""Nothing of the jot lost: its quantities, levels and quotations stand in the note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Fact, Finding, Observation
from ..language import words_of
from ..language.quantities import normal, numbers
from .grounds import level_key, squeezed
from .sentences import Sentence

_MUST_STAND = {"measure", "count", "assist", "cue", "duration", "distance", "quote", "clock_time", "date", "service", "age"}


def omitted(sentences: Sequence[Sentence], observation: Observation, student: str | None = None) -> Iterator[Finding]:
    """A warning for each fact of the jot that the note leaves out."""
    text = squeezed(" ".join(sentence.text for sentence in sentences))
    held = words_of("\n".join(sentence.text for sentence in sentences))
    values = {word.quantity.value for word in held if word.quantity}
    levels = {level_key(word) for word in held if word.level}
    counts = set(numbers(text))
    owners = {item.id: item for item in observation.statements}
    for fact in observation.facts:
        statement = owners[fact.statement]
        if fact.kind not in _MUST_STAND or fact.replaced_by or statement.role == "instruction":
            continue
        if student and statement.student not in (None, student) or _stands(fact, text, values, levels, counts):
            continue
        yield Finding(
            "", "omitted", "warning", "good practice",
            f"{fact.text!r} from the jot is not in the note.",
            "Put it in, or tell why it is left out.",
        )  # fmt: skip


def _stands(fact: Fact, text: str, values: set[str], levels: set[str], counts: set[str]) -> bool:
    if fact.kind in ("assist", "cue"):
        return any(level_key(word) in levels for word in words_of(fact.text) if word.level) or squeezed(fact.text) in text
    if fact.kind == "quote":
        return squeezed(fact.text[1:-1]).strip(" .,") in text
    return normal(fact.text) in values or squeezed(fact.text) in text or bool(set(numbers(fact.value)) <= counts and numbers(fact.value))
