"""The propositions of a jot with their attribution, outside labels and what is said to the assistant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Statement, StatementRole
from ..language import Word
from ..language.tables import rules
from .attribution import attribute
from .corrections import corrections
from .headers import is_header
from .splitting import Piece, pieces
from .students import Heading

Spans = Sequence[tuple[int, int]]

_WATCHING = frozenset(rules("grammar")["watching"])
"""What a therapist did when a jot opens with it: `watched recess`, `checked seating`."""
_EVERYBODY = {"both", "all", "everyone", "everybody", "each"}


def statements(jot: str, words: Sequence[Word], outside: Spans, labels: Sequence[Heading]) -> list[Statement]:
    """Every proposition in jot order, each with the student it belongs to where labels say so."""
    found: list[Statement] = []
    carried: StatementRole | None = None
    lasting = False
    end = 0
    for run in _runs(words, outside):
        shared = sentence = -1
        actor = "student"
        run_pieces = pieces(run, jot)
        for piece in run_pieces:
            if (piece.sentence != sentence and not lasting) or "\n\n" in jot[end : piece.start]:
                carried = None
            same_sentence = piece.sentence == sentence
            end, sentence = piece.end, piece.sentence
            statement, given = _statement(jot, piece, carried)
            if statement.role == "header" and not _frames_the_note(found, piece, run_pieces):
                statement = replace(statement, role="observation")
            if given:
                carried, lasting = given, _is_section(jot, statement)
            if _is_for_all(piece, statement, opens=not same_sentence) and not _follows_label(jot, piece, labels):
                shared = piece.sentence
            owner = None if piece.sentence == shared else _owner(piece, labels)
            carries = same_sentence and actor != "student" and _continues(piece)
            before = bool(labels) and piece.end <= labels[0].start and _frames_all(piece)
            everybody = bool(labels) and (piece.sentence == shared or before)
            doer = actor if carries else statement.actor
            statement = replace(statement, student=owner, everybody=everybody, actor=doer)
            if piece.sentence == 0 and piece.words[0].tag == "v" and piece.words[0].lemma in _WATCHING:
                statement = replace(statement, actor="therapist")
            if statement.role == "observation" and _is_what_follows(jot, piece):
                statement = replace(statement, role="plan")
            if found and _says_on(found[-1], statement, piece):
                statement = replace(statement, said_by=None)
            actor = statement.actor if carries or _names_doer(piece) else "student"
            found.append(statement)
    return found


def _frames_the_note(before: Sequence[Statement], piece: Piece, run: Sequence[Piece]) -> bool:
    """A header leads the jot or is a sentence of its own; `copies cross, circle` and `left at 2, recess` hold none."""
    leads = all(statement.role == "header" for statement in before)
    if _only_lasts(piece) and not leads:
        return False  # `desk clean out. 17 min.`: how long that took
    return leads or all(is_header(other.words) for other in run if other.sentence == piece.sentence)


def _only_lasts(piece: Piece) -> bool:
    """A length of time and nothing else."""
    return all(word.quantity is not None and word.quantity.kind == "duration" for word in piece.words)


def inside(word: Word, spans: Spans) -> bool:
    """Whether any of the spans touches the word."""
    return any(word.start < end and start < word.end for start, end in spans)


def _runs(words: Sequence[Word], outside: Spans) -> Iterator[list[Word]]:
    """The words between the stretches that belong to nobody's statement."""
    run: list[Word] = []
    for word in words:
        if inside(word, outside):
            if run:
                yield run
            run = []
        else:
            run.append(word)
    if run:
        yield run


def _is_what_follows(jot: str, piece: Piece) -> bool:
    """`. → crunchy snack 10:00`: an arrow that opens a sentence points to the next step, where nothing came of it."""
    arrow = re.search(r"(?:^|[.!?\n])\s*(?:->|=>|→)\s*$", jot[: piece.start])
    words = [word for word in piece.words if word.tag != ">"]
    opens = arrow is not None or (piece.words[0].tag == ">" and re.search(r"(?:^|[.!?\n])\s*$", jot[: piece.start]))
    results = any(word.tag in "vzxAIC" or (word.quantity and word.quantity.kind in _RESULTS) for word in words)
    return bool(opens) and bool(words) and not results


_RESULTS = frozenset(["ratio", "percent", "times", "duration"])


def _says_on(before: Statement, statement: Statement, piece: Piece) -> bool:
    """`not happening per Mr. T. says no time`: a bare `says` behind another speaker may be that speaker's."""
    bare = statement.said_by == "student" and piece.words[0].tag in "vz"
    return bare and before.said_by not in (None, "student")


def _continues(piece: Piece) -> bool:
    """A verb opens the piece: whoever the sentence named goes on acting."""
    return piece.words[0].tag in "vz"


def _names_doer(piece: Piece) -> bool:
    """`OT covered page, put sticky note`: a person stands before the verb."""
    verb = next((index for index, word in enumerate(piece.words) if word.tag in "vz"), 0)
    return any(word.kind == "person" or word.text == "I" for word in piece.words[:verb])


def _follows_label(jot: str, piece: Piece, labels: Sequence[Heading]) -> bool:
    """`J.M.: P: try slant board`: the plan of the student just named."""
    return any(mark.end <= piece.start and not jot[mark.end : piece.start].strip() for mark in labels)


def _frames_all(piece: Piece) -> bool:
    """`pull out pair 3rd gr`, `MTSS mtg 6th gr team, 30 min` above the labels: where and how long, and no result."""
    kinds = {word.quantity.kind for word in piece.words if word.quantity is not None}
    framed = bool(kinds & {"grade", "duration", "date"}) or any(word.kind == "setting" for word in piece.words)
    grouped = any(word.lemma.startswith(("group", "pair")) for word in piece.words)
    results = kinds & {"ratio", "percent"} or ("times" in kinds and not grouped)
    named = not any(word.tag in "vzxm" for word in piece.words)  # `3 at the thrift store job`: where they all were
    return (framed or grouped or named) and not results and not any(word.level for word in piece.words)


def _is_for_all(piece: Piece, statement: Statement, *, opens: bool) -> bool:
    """`both need ...`, and a plan behind a section label, hold for every student; `2 topics, both cars` does not."""
    return (opens and is_shared(piece.words)) or (statement.label is not None and statement.role == "plan")


def _owner(piece: Piece, labels: Sequence[Heading]) -> str | None:
    """The label above."""
    return next((mark.label for mark in reversed(labels) if mark.end <= piece.start), None)


def is_shared(words: Sequence[Word]) -> bool:
    """`both`, `all` or `each` opens the statement."""
    return any(word.source.lower() in _EVERYBODY for word in words[:2])


def _withdrawn(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The value taken back and the marker; what stands between (`3/4 without crossing lines no wait 2/4`) holds."""
    for item in corrections(words):
        counted = any(word.tag == "n" for word in words[item.new + 1 : item.new + 3])
        if any(word.tag in ("vzbgp" if counted else "vzbgpn") for word in words[item.old + 1 : item.marker]):
            yield words[item.old].start, words[item.old].end
            yield words[item.marker].start, words[item.resume].start
        else:
            yield words[item.old].start, words[item.resume].start


def _is_section(jot: str, statement: Statement) -> bool:
    """`S:`, `Plan:`: the label holds beyond its sentence."""
    start, end = statement.label or (0, 0)
    return re.sub(r"\W", "", jot[start:end].split(":")[0]).lower() in rules("markers")["sections"]["labels"]


def _statement(jot: str, piece: Piece, carried: StatementRole | None) -> tuple[Statement, StatementRole | None]:
    """The statement and the role that its own label gives to what follows, if it has one."""
    replaced = tuple(_withdrawn(piece.words))
    holds = [word for word in piece.words if not inside(word, replaced)]
    told = attribute(holds, asked=piece.asked, carried=carried, jot=jot)
    label, body = holds[: told.label], holds[told.label :]
    role: StatementRole = "header" if is_header(body) and told.role == "observation" else told.role
    statement = Statement(
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
    )
    return statement, told.role if label and body else None
