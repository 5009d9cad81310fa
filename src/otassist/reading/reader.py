"""The reading of a jot, from its words to an Observation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Context, Fact, Notice, Observation, Question, Statement, Unused
from ..errors import EmptyJot, JotTooLong, NotText
from ..language import Word, areas, settle_again, within, words_of
from . import identities, instructions, kinds, questions, scope
from .facts import facts_of
from .instructions import Instruction
from .statements import inside, statements
from .students import Heading, headings, only_label

LONGEST_JOT = 20_000


def read(
    jot: str, context: Context | None = None, *, kind: str = "note", unknown_keys: Sequence[str] = ()
) -> Observation:
    """Read a jot of at most 20,000 characters.

    Raises EmptyJot, JotTooLong or NotText; anything else that is text yields an Observation.
    """
    context = context or Context()
    _refuse(jot)
    words = words_of(jot)
    orders = instructions.find(jot)
    labels = headings(jot)
    single = only_label(jot)
    outside = [(item.start, item.end) for item in orders] + [(mark.start, mark.end) for mark in labels]
    outside += [(single.start, single.end)] if single and not labels else []
    told = statements(jot, words, outside, labels) + [_instruction(jot, item) for item in orders]
    told.sort(key=lambda item: item.start)
    note_type = kinds.note_type(words, context, kind)
    if note_type == "consultation":
        told = [replace(item, said_by=None) if item.said_by == "student" else item for item in told]  # who, is not said
    told = [replace(item, id=f"s{index}") for index, item in enumerate(told, 1)]
    facts = _facts(told, words)
    label_names = tuple(dict.fromkeys(mark.label for mark in labels)) or ((single.label,) if single else ())
    return Observation(
        jot=jot,
        context=context,
        statements=tuple(told),
        facts=facts,
        unused=tuple(_unused(words, told, labels, single)),
        note_type=note_type,
        students=label_names,
        areas=areas.rank([word for word in words if not inside(word, [(item.start, item.end) for item in orders])]),
        questions=tuple(
            _questions(jot, context, unknown_keys, words, outside, told, facts, label_names if labels else ())
        ),
        notices=tuple(_notices(jot, words, orders, kind)),
        out_of_scope=scope.out_of_scope(jot),
        pronoun=kinds.pronoun(words, context),
    )


def _refuse(jot: str) -> None:
    if len(jot) > LONGEST_JOT:
        raise JotTooLong(
            f"The jot has {len(jot):,} characters; {LONGEST_JOT:,} is the most a jot can have.",
            "Send the notes of one session at a time.",
        )
    if "\x00" in jot or sum(not (char.isprintable() or char.isspace()) for char in jot) > max(8, len(jot) // 20):
        raise NotText("The input is not readable text.", "Send the jot as plain UTF-8 text.")
    if not jot.strip():
        raise EmptyJot("The jot is empty.", "Type or paste what you saw, for example: copied 3/5 sentences w/ min vc.")
    if not re.search(r"[^\W_]", jot):
        raise EmptyJot("The jot has no word or number in it.", "Type what you saw, for example: zipped coat w/ mod A.")


def _instruction(jot: str, item: Instruction) -> Statement:
    return Statement("", jot[item.start : item.end], item.start, item.end, role="instruction", actor="therapist")


def _facts(told: Sequence[Statement], words: Sequence[Word]) -> tuple[Fact, ...]:
    """All facts in jot order, numbered, with withdrawn values pointing to what replaced them."""
    found: list[Fact] = []
    for statement in told:
        if statement.role == "instruction":
            continue
        body = settle_again(within(words, statement.start, statement.end))
        found += facts_of(statement, body)
    found.sort(key=lambda fact: (fact.start, fact.end))
    numbered = [replace(fact, id=f"f{index}") for index, fact in enumerate(found, 1)]
    return tuple(_linked(numbered, told))


def _linked(facts: Sequence[Fact], told: Sequence[Statement]) -> Iterator[Fact]:
    spans = [(statement.id, span) for statement in told for span in statement.replaced]
    for fact in facts:
        span = next(
            (span for owner, span in spans if owner == fact.statement and span[0] <= fact.start < span[1]), None
        )
        if span is None:
            yield fact
            continue
        successor = next(
            (
                other
                for other in facts
                if other.start >= span[1] and other.kind in (fact.kind, "measure", "count", "duration")
            ),
            None,
        )
        yield replace(fact, replaced_by=successor.id if successor else None)


def _unused(
    words: Sequence[Word], told: Sequence[Statement], labels: Sequence[Heading], single: Heading | None
) -> Iterator[Unused]:
    """Words with letters or digits that no statement or label holds."""
    spans = [(item.start, item.end) for item in told] + [(mark.start, mark.end) for mark in labels]
    spans += [(single.start, single.end)] if single else []
    for word in _outside(words, spans):
        if re.search(r"\w", word.source):
            yield Unused(word.source, word.start, word.end)


def _outside(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[Word]:
    """The words that no span touches; each character is looked at once, however many spans there are."""
    held = bytearray(max((word.end for word in words), default=0))
    for start, end in spans:
        held[start:end] = b"\1" * len(held[start:end])
    return [word for word in words if not any(held[word.start : word.end])]


def _questions(
    jot: str,
    context: Context,
    unknown_keys: Sequence[str],
    words: Sequence[Word],
    outside: Sequence[tuple[int, int]],
    told: Sequence[Statement],
    facts: Sequence[Fact],
    labels: Sequence[str],
) -> Iterator[Question]:
    labels_at = [statement.label for statement in told if statement.label]
    named = [(item.start or 0, item.end or 0) for item in identities.find(jot, words)]
    framing = [(item.start, item.end) for item in told if item.role == "header"]
    said = _outside(words, [*outside, *labels_at, *named])
    yield from questions.ambiguities(said)
    yield from questions.unknown_shorthand(_outside(said, framing))
    yield from questions.contradictions(told, facts)
    yield from questions.unattributed(labels, told)
    yield from questions.about_context(context, unknown_keys)


def _notices(jot: str, words: Sequence[Word], orders: list[Instruction], kind: str) -> Iterator[Notice]:
    yield from scope.safety(jot)
    if kind == "goal":
        yield from scope.clinic(jot)  # a note tells of them as of anything else
    yield from instructions.notices(jot, orders)
    yield from identities.find(jot, words)
