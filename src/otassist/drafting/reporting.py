"""What somebody said: quotations and reports with a verb of their own; the speaker stands in front."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import Statement
from ..language import Word
from ..language.tables import rules
from .bodies import speaker, without_source
from .chunks import chunked
from .frames import sentences
from .phrasing import STUDENT, opened
from .recording import spelt_out
from .spelling import Voice, quoted


def reported(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """`mom says ...` stays a clause of its own; behind a label or `per teacher` the speaker is put in front."""
    by = speaker(statement)
    if not by:
        return []
    if statement.said_by == "student" and len(body) > 2 and body[0].tag in "vz" and body[1].tag == "Q":
        return [f"{by} {spelt_out(body)}"]  # `said "again" w/ shaky voice`
    rest = without_source(body, statement)
    if any(word.tag == "Q" for word in rest):
        return _quoting(rest, by)
    if statement.said_by == "student":
        return _student_said(rest, statement, voice)
    if body[0].text == "per" and rest and rest[0].tag in "vzxm":
        return []  # `per teacher loses place`: who loses it is not said
    if not statement.label and (len(rest) == len(body) or (rest and rest[0].tag in "vzx")):
        return sentences(opened(body, statement.actor, voice))
    return [f"{by} reported that {text}" for text in _clause(rest, statement, voice)[:1]]


def _clause(words: Sequence[Word], statement: Statement, voice: Voice) -> list[str]:
    """The report as a clause, where it names who or what it is about."""
    chunks = chunked(words)
    if len(chunks) > 1 and chunks[0].tag in "no" and chunks[1].tag in "zvmxrN":
        return sentences(opened(words, statement.actor, voice))
    return []


def _student_said(rest: Sequence[Word], statement: Statement, voice: Voice) -> list[str]:
    """`says they feel tired` stays a clause; `says embarrassed leaving early` is spelt out."""
    return [f"{STUDENT} said that {text}" for text in _clause(rest, statement, voice)[:1]]


def _quoting(rest: Sequence[Word], by: str) -> list[str]:
    """A quotation alone; one inside other words is spelt out with them."""
    quotes = [word for word in rest if word.tag == "Q"]
    verbs = rules("markers")["report_verbs"]["spoken"]
    if len(quotes) == 1 and all(word.tag in "Q,:" or word.source.lower() in verbs for word in rest):
        return [f"{by} said, {quoted(quotes[0].source)}"]
    return []
