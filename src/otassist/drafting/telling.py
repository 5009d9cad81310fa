"""The statements of a section -> its clauses: sentences where they are sure, the rest spelt out in the jot's order.

A fragment that goes on from a sentence stays with it (`wrote her name with a model, rest was lines`); other fragments
in a row share one introduction, each still apart from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain import Clause, Observation, Section, Statement
from ..language import Word, settle_again, within
from ..language.tables import rules
from .bodies import body_of, opens_with_saying, speaker, without_source
from .planning import after_marker
from .realising import realise
from .recording import spelt_out
from .spelling import Voice, capital
from .subjects import Teller

_APART = "; "


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with the words it has to say, how they follow the statement before, and sentences for them."""

    statement: Statement
    body: Sequence[Word]
    link: str
    sentences: tuple[str, ...]


def clauses(
    observation: Observation,
    section: Section,
    statements: Sequence[Statement],
    words: Sequence[Word],
    voice: Voice,
    teller: Teller,
) -> Iterator[Clause]:
    """One clause for each sentence and for each row of fragments, with the statements and facts it rests on."""
    others = _others_acting(observation, words)
    told: list[_Told] = []
    for statement in statements:
        item = _told(observation.jot, statement, words, replace(voice, others=others[statement.id]), told)
        told += [item] if item.body else []
    while told:
        size = _size(told)
        row, told = told[:size], told[size:]
        ids = tuple(item.statement.id for item in row)
        facts = tuple(fact.id for item in row for fact in observation.facts_of(item.statement))
        yield Clause("", section, teller.tell(_candidates(row)), "observed", ids, facts)


def _told(jot: str, statement: Statement, words: Sequence[Word], voice: Voice, before: Sequence[_Told]) -> _Told:
    body = body_of(statement, settle_again(within(words, statement.start, statement.end)))
    link = _link(jot, before[-1], body) if before and body else _APART
    sentences = () if link == " " else realise(statement, body, voice)
    return _Told(statement, body, link, sentences)


def _link(jot: str, before: _Told, body: Sequence[Word]) -> str:
    """What stands between two fragments in the jot, as a note prints it."""
    gap = jot[before.body[-1].end : body[0].start]
    if re.search(r"[.;:!?\n•|]", gap) or len(gap) > 12:
        return _APART
    if re.search(r"->|=>|→", gap):
        return ", then "
    joining = re.sub(r"[^A-Za-z+&]", "", gap)
    signs: Mapping[str, str] = rules("wording")["signs"]
    joining = signs.get(joining, joining)
    comma = "," if re.search(r"[,\-–—/]", gap) else ""
    return f"{comma} {joining} " if joining else f"{comma} "


def _size(told: Sequence[_Told]) -> int:
    """How many statements share a clause, from the first on."""
    first = told[0]
    size = 1
    while size < len(told) and not told[size].sentences and _goes_on(first, told[size]):
        size += 1
    return size


def _goes_on(first: _Told, after: _Told) -> bool:
    """A fragment follows other fragments of the same kind, or a sentence whose own words it continues."""
    same = first.statement.role == after.statement.role and first.statement.said_by == after.statement.said_by
    return same and not (first.sentences and after.link == _APART) and first.statement.role != "question"


def _candidates(row: Sequence[_Told]) -> list[str]:
    first, *rest = row
    if first.sentences:
        tail = "".join(item.link + _fragment(item) for item in rest)
        return [f"{text}{tail}" for text in (first.sentences[:1] if tail else first.sentences)]
    text = _fragment(first) + "".join(item.link + _fragment(item) for item in rest)
    templates = rules("wording")["recorded"][_kind(first)]
    by = speaker(first.statement)
    return [capital(template.replace("{by}", by).replace("{text}", text)).removesuffix(".") for template in templates]


def _kind(item: _Told) -> str:
    """Which introduction a fragment needs: by its role, who said it, and whether it tells of an agreement."""
    role, said_by = item.statement.role, item.statement.said_by
    if role == "advice" and item.body[0].text.lower() == "agreed":
        return "agreement"
    if role != "report":
        return role if role in rules("wording")["recorded"] else "observation"
    if said_by == "student" and not opens_with_saying(item.body) and item.body[0].tag != "Q":
        return "observation"
    return "report" if said_by else "hearsay"


def _fragment(item: _Told) -> str:
    """The statement's words spelt out, without what the introduction says."""
    kind = _kind(item)
    body = without_source(item.body, item.statement) if kind == "report" else after_marker(item.body, kind)
    return spelt_out(body or item.body)


def _others_acting(observation: Observation, words: Sequence[Word]) -> Mapping[str, bool]:
    """For each statement, whether somebody else than the student was the last to act or speak in its paragraph."""
    found: dict[str, bool] = {}
    others, end = False, 0
    for statement in observation.statements:
        body = within(words, statement.start, statement.end)
        if any(word.source == "\n" for word in within(words, end, statement.start)):
            others = False
        found[statement.id] = others
        end = statement.end
        subject = _subject(body, observation.pronoun)
        if subject is not None:
            others = subject != "student"
        elif statement.said_by not in (None, "student") and not any(word.tag == "Q" for word in body):
            others = True
    return found


def _subject(body: Sequence[Word], pronoun: str | None) -> str | None:
    """The role of the person in front of the first verb; None where nobody is named."""
    verb = next((index for index, word in enumerate(body) if word.tag in "vzxm"), 0)
    if verb and body[verb - 1].text.lower() in ("he", "she"):
        return "student" if body[verb - 1].text.lower() == pronoun else "other"
    people = [word for word in body[:verb] if word.kind == "person" and word.entry is not None]
    return people[0].entry.actor or "other" if people and people[0].entry else None
