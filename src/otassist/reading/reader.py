"""The reading of a jot, from its words to an Observation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Context, Fact, Notice, Observation, Question, Statement, StatementRole, Unused
from ..errors import EmptyJot, JotTooLong, NotText
from ..language import Word, settle_again, words_of
from . import areas, identities, instructions, kinds, questions, scope
from .attribution import attribute
from .corrections import corrections
from .facts import facts_of
from .headers import is_header
from .instructions import Instruction
from .splitting import Piece, pieces
from .students import Heading, headings, only_label

LONGEST_JOT = 20_000
_SECTION_ROLES = ("report", "observation", "judgement", "plan")
"""Roles that a section label gives to everything below it; any other label holds for its sentence."""


def read(jot: str, context: Context | None = None, *, kind: str = "note", unknown_keys: Sequence[str] = ()) -> Observation:
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
    statements = _statements(jot, words, outside, labels)
    statements += [_instruction(jot, item) for item in orders]
    statements = [replace(item, id=f"s{index}") for index, item in enumerate(sorted(statements, key=lambda item: item.start), 1)]
    facts = _facts(statements, words)
    label_names = tuple(dict.fromkeys(mark.label for mark in labels)) or ((single.label,) if single else ())
    return Observation(
        jot=jot,
        context=context,
        statements=tuple(statements),
        facts=facts,
        unused=tuple(_unused(jot, words, statements, labels, single)),
        note_type=kinds.note_type(words, context, kind),
        students=label_names,
        areas=areas.rank([word for word in words if not _inside(word, [(item.start, item.end) for item in orders])]),
        questions=tuple(_questions(context, unknown_keys, words, outside, statements, facts, label_names if labels else ())),
        notices=tuple(_notices(jot, words, orders)),
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


def _statements(jot: str, words: Sequence[Word], outside: Sequence[tuple[int, int]], labels: Sequence[Heading]) -> list[Statement]:
    """The propositions of the jot outside labels and instructions, each with its attribution."""
    found: list[Statement] = []
    carried: StatementRole | None = None
    end = sentence = 0
    for run in _runs(words, outside):
        for piece in pieces(run, jot):
            ended = piece.sentence != sentence and carried not in _SECTION_ROLES
            if ended or "\n\n" in jot[end : piece.start]:
                carried = None
            end, sentence = piece.end, piece.sentence
            statement, carried = _statement(jot, piece, carried)
            found.append(replace(statement, student=_owner(piece, labels)))
    return found


def _runs(words: Sequence[Word], outside: Sequence[tuple[int, int]]) -> Iterator[list[Word]]:
    """The words between the stretches that belong to nobody's statement."""
    run: list[Word] = []
    for word in words:
        if _inside(word, outside):
            if run:
                yield run
            run = []
        else:
            run.append(word)
    if run:
        yield run


def _inside(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(word.start < end and start < word.end for start, end in spans)


def _owner(piece: Piece, labels: Sequence[Heading]) -> str | None:
    return next((mark.label for mark in reversed(labels) if mark.end <= piece.start), None)


def _statement(jot: str, piece: Piece, carried: StatementRole | None) -> tuple[Statement, StatementRole | None]:
    told = attribute(piece.words, asked=piece.asked, carried=carried, jot=jot)
    label = piece.words[: told.label]
    body = piece.words[told.label :]
    if label and body:
        carried = told.role
    role: StatementRole = "header" if is_header(body) and told.role == "observation" else told.role
    replaced = tuple((body[item.old].start, body[item.resume].start) for item in corrections(body))
    return (
        Statement(
            id="",
            text=jot[piece.start : piece.end],
            start=piece.start,
            end=piece.end,
            role=role,
            actor=told.actor,
            said_by=told.said_by,
            negated=told.negated,
            hedge=told.hedge,
            condition=told.condition,
            time=told.time,
            label=(label[0].start, label[-1].end) if label else None,
            replaced=replaced,
        ),
        carried,
    )


def _instruction(jot: str, item: Instruction) -> Statement:
    return Statement("", jot[item.start : item.end], item.start, item.end, role="instruction", actor="therapist")


def _facts(statements: Sequence[Statement], words: Sequence[Word]) -> tuple[Fact, ...]:
    """All facts in jot order, numbered, with withdrawn values pointing to what replaced them."""
    found: list[Fact] = []
    for statement in statements:
        if statement.role == "instruction":
            continue
        body = settle_again([word for word in words if statement.start <= word.start and word.end <= statement.end])
        found += facts_of(statement, body)
    found.sort(key=lambda fact: (fact.start, fact.end))
    numbered = [replace(fact, id=f"f{index}") for index, fact in enumerate(found, 1)]
    return tuple(_linked(numbered, statements))


def _linked(facts: Sequence[Fact], statements: Sequence[Statement]) -> Iterator[Fact]:
    spans = [(statement.id, span) for statement in statements for span in statement.replaced]
    for fact in facts:
        span = next((span for owner, span in spans if owner == fact.statement and span[0] <= fact.start < span[1]), None)
        if span is None:
            yield fact
            continue
        successor = next((other for other in facts if other.start >= span[1] and other.kind in (fact.kind, "measure", "count", "duration")), None)
        yield replace(fact, replaced_by=successor.id if successor else None)


def _unused(
    jot: str, words: Sequence[Word], statements: Sequence[Statement], labels: Sequence[Heading], single: Heading | None
) -> Iterator[Unused]:
    """Words with letters or digits that no statement or label holds."""
    spans = [(item.start, item.end) for item in statements] + [(mark.start, mark.end) for mark in labels]
    spans += [(single.start, single.end)] if single else []
    for word in words:
        if not _inside(word, spans) and re.search(r"\w", word.source):
            yield Unused(word.source, word.start, word.end)


def _questions(
    context: Context,
    unknown_keys: Sequence[str],
    words: Sequence[Word],
    outside: Sequence[tuple[int, int]],
    statements: Sequence[Statement],
    facts: Sequence[Fact],
    labels: Sequence[str],
) -> Iterator[Question]:
    labels_at = [statement.label for statement in statements if statement.label]
    said = [word for word in words if not _inside(word, [*outside, *labels_at])]
    yield from questions.ambiguities(said)
    yield from questions.unknown_shorthand(said)
    yield from questions.contradictions(statements, facts)
    yield from questions.unattributed(labels, statements)
    yield from questions.about_context(context, unknown_keys)


def _notices(jot: str, words: Sequence[Word], orders: list[Instruction]) -> Iterator[Notice]:
    yield from scope.safety(jot)
    yield from instructions.notices(jot, orders)
    yield from identities.find(jot, words)
