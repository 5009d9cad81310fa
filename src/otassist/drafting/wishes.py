"""The act that a jot says is not done yet, or is wished for: `never asks for a break`, `wants to play`.

Where no bank goal speaks of the concern, a plain goal on this act is nearer to it than any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..domain import Observation, Statement
from ..language import Word, settle_again, within
from ..language.tables import rules
from .own_acts import act_behind, instead_of
from .spelling import plain


@dataclass(frozen=True, slots=True)
class Wish:
    """An act in the jot's words, its statement, and whether a difficulty with it was named or seen."""

    act: str
    statement: Statement
    failing: bool


def wished(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> Iterator[Wish]:
    """Each such act."""
    for statement in told:
        if statement.actor in ("student", "environment") and statement.role != "question":
            body = settle_again(within(words, statement.start, statement.end))
            wish, hard = _wish(body), _difficulty(body) or _failure(body) or _unsafe(body)
            if wish or hard:
                yield Wish(hard or wish, statement, bool(hard))


def _wish(body: Sequence[Word]) -> str:
    """The first verb behind a word of not doing or of wishing."""
    said = rules("own_goals")["wishes"]
    for at, word in enumerate(body[:-1]):
        text = word.text.lower().replace("’", "'")
        if text in said["not"] or word.source.lower() in said["not"]:
            return act_behind(_skipped(body[at + 1 :], said["skipped"]), "b")
        if text in said["never"]:
            return act_behind(_skipped(body[at + 1 :], said["skipped"]), "zvb")
        if text in said["wants"] and body[at + 1].text == "to":
            return act_behind(body[at + 2 :], "b")
    return ""


def _difficulty(body: Sequence[Word]) -> str:
    """`diff scanning textbook`, `trouble with opening milk`."""
    hard = rules("own_goals")["wishes"]["hard"]
    at = next((n for n, word in enumerate(body) if {word.text.lower(), word.source.lower()} & set(hard)), None)
    return "" if at is None else act_behind(_skipped(body[at + 1 :], ["with", "in", "to"]), "gb")


def _failure(body: Sequence[Word]) -> str:
    """`loses pencils`, `bumps desks in hallway`: what should be seen instead of a failure the jot opens with."""
    if len(body) < 2 or body[0].tag != "z" or body[0].lemma.lower() not in rules("own_goals")["wishes"]["failures"]:
        return ""
    return instead_of(body[0], body[1:])


def _unsafe(body: Sequence[Word]) -> str:
    """`box cutter + tape gun unsafe`: use them safely."""
    said = rules("own_goals")["wishes"]["unsafe"]
    at = next((n for n, word in enumerate(body) if word.text.lower() in said), 0)
    things = [word for word in body[:at] if word.tag in "nadcg~&+"]
    named = [word for word in things if word.tag in "n~"]
    other = any(word.kind in ("person", "setting", "activity", "body", "routine") for word in named)
    return f"use the {plain(things)} safely" if named and len(things) == at and not other else ""


def _skipped(words: Sequence[Word], skipped: Sequence[str]) -> Sequence[Word]:
    rest = list(words)
    while rest and rest[0].text.lower() in skipped:
        rest.pop(0)
    return rest
