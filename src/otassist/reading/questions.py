"""What a careful reader must ask: ambiguous shorthand, contradictions, unknown context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..domain import Context, Fact, Question, Statement
from ..language import Word
from ..language.tables import rules


def ambiguities(words: Sequence[Word]) -> Iterator[Question]:
    """One question for each undecided shorthand."""
    seen: set[str] = set()
    for word in words:
        if word.ambiguous and word.source not in seen:
            seen.add(word.source)
            yield Question(f"What does {word.source!r} mean here?", word.source, word.ambiguous.options)


def unknown_shorthand(words: Sequence[Word]) -> Iterator[Question]:
    """One question for each piece of shorthand the vocabulary does not have."""
    seen: set[str] = set()
    for word in words:
        letter = word.kind == "letter" or len(word.source) == 1
        filler = word.source.lower() in rules("wording")["fillers"]["words"]
        if (
            not word.known
            and word.tag != "q"
            and not letter
            and not filler
            and not word.ambiguous
            and word.source.lower() not in seen
        ):
            seen.add(word.source.lower())
            yield Question(f"What does {word.source!r} stand for? It is kept in quotation marks.", word.source)


_MEASURED = frozenset({"measure", "assist", "cue", "duration"})
_FILLERS = frozenset({"of", "the", "w/", "with", "only", "just", "and", "for", "a", "in", "on", "he", "she", "needed"})


def contradictions(statements: Sequence[Statement], facts: Sequence[Fact]) -> Iterator[Question]:
    """Two values for what reads as the same measure, without a time or condition that tells them apart."""
    held: dict[tuple[str | None, str, str], Fact] = {}
    by_id = {statement.id: statement for statement in statements}
    for fact in facts:
        statement = by_id[fact.statement]
        if len(statement.text) > _LONGEST_MEASURE or not _comparable(statement, fact):
            continue
        subject = _subject(statement, fact)
        if not subject:
            continue
        first = held.setdefault((statement.student, fact.kind, subject), fact)
        if first.value != fact.value and first.statement != fact.statement:
            text = f"The jot gives both {first.text!r} and {fact.text!r} for {subject!r}: which is right?"
            yield Question(text, subject, (first.text, fact.text))


_LONGEST_MEASURE = 200
"""Characters of a statement beyond which it names no single measure, so that nothing in it can contradict."""


def _comparable(statement: Statement, fact: Fact) -> bool:
    """A value that stands, observed, with no time, condition or denial that would set it apart."""
    apart = statement.condition or statement.time or statement.role != "observation" or fact.negated
    return fact.kind in _MEASURED and not fact.replaced_by and not apart


def _subject(statement: Statement, fact: Fact) -> str:
    """The statement's words without the value: what was measured."""
    start = fact.start - statement.start
    rest = statement.text[:start] + " " + statement.text[start + len(fact.text) :]
    words = [word.strip(".,:;()").lower() for word in rest.split()]
    return " ".join(word for word in words if word and word not in _FILLERS)


def unattributed(labels: Sequence[str], statements: Iterable[Statement]) -> Iterator[Question]:
    """With several students, each observation before the first label is asked about, never copied to all."""
    for statement in statements:
        if (
            labels
            and statement.student is None
            and statement.role not in ("header", "instruction", "background")
            and not statement.everybody
        ):
            yield Question(f"Which student does {statement.text!r} belong to?", statement.id, (*labels, "all of them"))


_GRADES = {"prek", "pre-k", "k", "18-21", *map(str, range(1, 13))}
_VALUES = {
    "plan": {"iep", "504", "rti", "mtss", "rti/mtss"},
    "delivery": {"push-in", "pull-out", "consultation", "consult", "combined"},
    "note_type": {
        "session",
        "observation",
        "screening",
        "present_levels",
        "present levels",
        "consultation",
        "consult",
    },
    "pronoun": {
        "he",
        "she",
        "they",
        "he/him",
        "she/her",
        "they/them",
        "he/him/his",
        "she/her/hers",
        "they/them/theirs",
    },
}


def about_context(context: Context, unknown: Sequence[str]) -> Iterator[Question]:
    """Keys and values beside the jot that nobody here knows."""
    for key in unknown:
        yield Question(f"{key!r} is no context key; what should it set?", key, tuple(Context.__slots__))
    if context.grade and context.grade.lower() not in _GRADES:
        yield Question(f"{context.grade!r} is no grade between PreK and 18-21: which grade is it?", "grade")
    if context.area and context.area not in rules("area_names"):
        yield Question(f"{context.area!r} is none of the areas: which one is it?", "area", tuple(rules("area_names")))
    if context.minutes and not context.minutes.strip().isdigit():
        yield Question(f"{context.minutes!r} is no number of minutes: how many were it?", "minutes")
    if context.state and context.state.lower() not in rules("us_states")["names"]:
        yield Question(f"{context.state!r} is no US state: which one is it?", "state")
    for key in ("date", "review_date", "start", "stop", "group_size"):
        value = getattr(context, key)
        if value and not re.search(r"\d", value):
            yield Question(f"{value!r} is no {key.replace('_', ' ')} with a number in it: when is it?", key)
    for key, allowed in _VALUES.items():
        value = getattr(context, key)
        if value and value.lower() not in allowed:
            yield Question(
                f"{value!r} is no known {key.replace('_', ' ')}: which one is it?",
                key,
                tuple(sorted(allowed)),
            )
