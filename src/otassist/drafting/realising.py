"""One statement -> sentences that can be read one way; none where the fragment is better spelt out."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import Statement
from ..language import Word
from ..language.phrases import find, markers
from ..language.shorthand import leftover
from ..language.tables import rules
from .bodies import without_source
from .frames import sentences
from .keeping import keeps_numbers, keeps_words
from .phrasing import opened
from .planning import advised, planned
from .reporting import reported
from .spelling import Voice, capital


def realise(statement: Statement, body: Sequence[Word], voice: Voice, *, alone: bool) -> tuple[str, ...]:
    """Sentences that say the same, best first, with `{S}` for the student; empty when none is sure.

    `body` holds the words to say; `alone` when nothing follows in the jot's sentence: a level may be meant for all of a
    list, so that it needs the whole. A sentence that would lose a number or a content word is no candidate.
    """
    if (
        not body
        or takes_back(body)
        or (not alone and any(word.tag == "I" or word.tag == "C" for word in (body[0], body[-1])))
    ):
        return ()
    said = _SAYERS.get(statement.role, _observed)(statement, body, voice)
    source = " ".join(word.source for word in body if not (word.entry and word.entry.shorthand))  # the 4 of `b4`
    kept = _to_keep(statement, body)
    return tuple(
        capital(text)
        for text in said
        if text and not leftover(text) and keeps_numbers(text, source) and keeps_words(text, kept)
    )


def takes_back(body: Sequence[Word]) -> bool:
    """`5 redirections no wait 4`: a correction that reading could not settle stays as it was jotted."""
    return find(body, markers("correction", "telling")) is not None


def _to_keep(statement: Statement, body: Sequence[Word]) -> Sequence[Word]:
    """The words that must stand: all but what a plan or a report turns into its own opening."""
    if statement.role in ("plan", "advice"):
        openers = rules("wording")["openers"]["dropped"]
        return [word for word in body if word.tag in "nqACIQu" and word.source.lower() not in openers]
    if statement.role == "report":
        return without_source(body, statement)
    return body


def _observed(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    return sentences(opened(body, statement.actor, voice))


def _asked(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """An open question is always the therapist's own words."""
    return []


_SAYERS = {
    "observation": _observed,
    "judgement": _observed,
    "background": _observed,
    "report": reported,
    "plan": planned,
    "advice": advised,
    "question": _asked,
}
