"""Whose doing and whose words a statement is, what kind it is, and under which condition and when it held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain import StatementRole
from ..language import Word
from ..language.phrases import find, markers
from ..language.tables import rules
from .roles import role_of
from .speakers import label_of, source_of_label, speaker_of

Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Everything about a statement except its facts; `label` words introduce it and are not part of it."""

    role: StatementRole
    label: int
    actor: str
    said_by: str | None
    negated: bool
    hedge: str | None
    condition: str | None
    time: str | None


def attribute(words: Words, *, asked: bool, carried: StatementRole | None, jot: str) -> Attribution:
    """What can be told of the statement; `carried` is the role a section label above it gave."""
    label, role = label_of(words)
    if carried is None and len(words) > label:
        carried = role
    body = words[label:]
    speaker = speaker_of(body, reporting=(role or carried) == "report")
    said_by = source_of_label(words[:label]) or speaker
    if asked and role == "plan":
        role = "question"  # `P: mirror?` is an idea, no plan
    return Attribution(
        role=role or role_of(body, asked, carried, said_by),
        label=label,
        actor=_actor(_behind_lead(body, jot)),
        said_by=said_by,
        negated=is_negated(body),
        hedge=_first(body, "hedge", jot),
        condition=_condition(body, jot),
        time=_time(body, jot),
    )


def _behind_lead(body: Words, jot: str) -> Words:
    """The words behind an opening phrase: `w/ slant board, copied 3/5` is not the board's doing."""
    verb = next((index for index, word in enumerate(body) if word.tag in "vzbmx"), len(body))
    commas = [index for index in range(1, min(verb + 1, len(body))) if _comma_before(body, index, jot)]
    return body[commas[-1] :] if commas else body


def _actor(body: Words) -> str:
    """Who does it: the role of the person named before the verb, `environment` for a thing, else the verb's own."""
    for word in body:
        if word.tag in "vzbmxeg":
            if word.entry and word.entry.actor == "therapist" and word.tag in "ve":
                return "therapist"
            return "student"
        if word.tag == "o":
            return "therapist" if word.text.lower() in ("i", "we") else "student"
        if word.kind == "person" and word.entry and word.entry.actor:
            return word.entry.actor
        if word.tag == "n" and word.kind in ("thing", "tool", "place", "setting"):
            return "environment" if any(other.tag in "vzb" for other in body) else "student"
    return "student"


def is_negated(body: Words) -> bool:
    """Whether any word denies."""
    forms = rules("markers")["negation"]["forms"]
    return any(word.tag != "Q" and any(part in forms for part in _said(word)) for word in body)


def _said(word: Word) -> list[str]:
    """The word as typed, as expanded, and each part of a phrase (`no longer`)."""
    typed, long = word.source.lower().replace("’", "'"), word.text.lower()
    return [typed, long, *(long.split() if word.tag in "rdC" else [])]


def _first(body: Words, group: str, jot: str) -> str | None:
    place = find(body, markers(group, "forms"))
    if place and _is_hedge(body, place):
        return jot[body[place[0]].start : body[place[1] - 1].end]
    fuzzy = next((word for word in body if word.quantity and word.source[0] in "~"), None)
    return fuzzy.source[0] if fuzzy and group == "hedge" else None


def _is_hedge(body: Words, place: tuple[int, int]) -> bool:
    """`about` and `around` hedge a quantity only: `walked around gym` is sure of itself."""
    if body[place[0]].text.lower() not in ("about", "around", "like", "most"):
        return True
    return place[1] < len(body) and body[place[1]].tag in "qud"


def _condition(body: Words, jot: str) -> str | None:
    """The first phrase that says under which circumstances, up to the next comma or level."""
    words = rules("markers")["condition"]["words"]
    for index, word in enumerate(body):
        if word.text.lower() in words and word.tag in "ps":
            end = index + 1
            while (
                end < len(body)
                and not _comma_before(body, end, jot)
                and not (end > index + 1 and body[end].tag in "ps")
            ):
                end += 1
            return jot[word.start : body[end - 1].end]
    return None


def _comma_before(body: Words, index: int, jot: str) -> bool:
    return "," in jot[body[index - 1].end : body[index].start]


def _time(body: Words, jot: str) -> str | None:
    place = find(body, markers("time", "forms"))
    return jot[body[place[0]].start : body[place[1] - 1].end] if place else None
