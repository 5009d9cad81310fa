"""The statements of a note by sentence of the jot: what stood together there stays together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain import Observation, Statement, StatementRole
from ..language import Word, settle_again, within
from ..language.phrases import markers, opens_with
from ..language.tables import rules
from .bodies import body_of, without_source
from .recording import arrow

APART = "; "


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the words it has to say and how they follow the statement before in the jot."""

    statement: Statement
    body: Sequence[Word]
    link: str = APART


Unit = tuple[Told, ...]
"""The statements of one sentence of the jot: what stood together there stays together."""


def units(observation: Observation, statements: Sequence[Statement], words: Sequence[Word]) -> list[Unit]:
    """The statements by sentence of the jot; a plan or an entered answer is a sentence of its own."""
    found: list[list[Told]] = []
    for statement in statements:
        body = body_of(statement, settle_again(within(words, statement.start, statement.end)))
        if not body:
            continue
        link = _link(_between(observation, found[-1][-1], body), found[-1][-1], body[0]) if found else APART
        corrects = bool(found) and opens_with(body, markers("correction", "telling")) > 0
        if not corrects and (link == APART or _begins_anew(found[-1], statement, body)):
            found.append([])
            link = APART
        found[-1].append(Told(statement, body, link))
    return [tuple(unit) for unit in found]


def _begins_anew(unit: Sequence[Told], after: Statement, body: Sequence[Word]) -> bool:
    """A plan or advice behind what was seen, a report that names its speaker, anything behind a label of its own."""
    first = unit[0].statement
    if after.label is not None:
        return True
    if after.role in _AHEAD and first.role not in _AHEAD:
        if body[0].text == "will":
            return False  # `strength: ideas, will redo work if asked`
        return not _points_back(body) and not any(word.tag == "o" for word in body)
    told = _is_told(after, body) and any(word.tag not in "qu" for word in without_source(body, after))
    return told and first.role != "report" and not _points_back(body)


_AHEAD = ("plan", "advice")


def place_of(unit: Unit) -> StatementRole:
    """The role that decides the section: a sentence that looks ahead belongs to the plan as a whole."""
    roles = [item.statement.role for item in unit]
    willing = unit[0].statement.role not in _AHEAD and any(word.quantity or word.tag == ":" for word in unit[0].body)
    ahead = None if willing else next((role for role in roles if role in _AHEAD), None)
    return ahead or ("observation" if "observation" in roles else roles[0])


def _is_told(statement: Statement, body: Sequence[Word]) -> bool:
    """`says her hands feel tired`, `teacher reports ...`: somebody is heard, not only named as a source."""
    if statement.role != "report" or not statement.said_by:
        return False
    saying = rules("markers")["report_verbs"]["forms"]
    return body[0].tag == "Q" or any(word.source.lower() in saying for word in body[:4])


def _points_back(body: Sequence[Word]) -> bool:
    """`he hates that`, `wants the plastic one instead`: means nothing away from what stood before."""
    return any(word.text.lower() in rules("grammar")["pointing"] for word in body)


def _between(observation: Observation, before: Told, body: Sequence[Word]) -> str:
    """The jot between two fragments, without the headers there, which open the note."""
    start, end = max(word.end for word in before.body), body[0].start
    gap = observation.jot[start:end]
    for statement in observation.statements:
        if start <= statement.start and statement.end <= end:
            gap = gap.replace(statement.text, "", 1)
    return gap


def _link(gap: str, before: Told, after: Word) -> str:
    """What stands between two fragments in the jot, as a note prints it."""
    ended = before.body[-1].tag == "Q" and re.search(r"[.?!]\W?$", before.body[-1].source)
    if re.search(r"\.(?!,)|[;!\n•|]|\?(?!,)", gap) or len(gap) > 12 or ended:
        return APART
    if ":" in gap:
        return ": "
    if re.search(r"->|=>|→", gap):
        sign = arrow(before.body[-1], after)
        return f"{sign} " if sign.startswith(",") else f" {sign} "
    said = re.findall(r"[A-Za-z]+|[+&]", gap)
    joining = " ".join(word for word in said if word.lower() not in rules("wording")["fillers"]["words"])
    signs: Mapping[str, str] = rules("wording")["signs"]
    joining = signs.get(joining, joining)
    comma = "," if re.search(r"[,\-–—/]", gap) else ""
    return f"{comma} {joining} " if joining else f"{comma} "
