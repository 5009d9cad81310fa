"""What kind of statement it is: observed, reported, judged, planned, advised, asked or background."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import StatementRole
from ..language import Word
from ..language.phrases import find, markers, opens_with
from ..language.tables import rules
from .speakers import is_peer, is_person

Words = Sequence[Word]


def role_of(body: Words, asked: bool, carried: StatementRole | None, said_by: str | None) -> StatementRole:
    if asked or opens_with(body, markers("starts", "question")) or (body and body[0].tag == "?"):
        return "question"
    if opens_with(body, markers("starts", "background")) or find(body, markers("anywhere", "background")):
        return "background"
    if opens_with(body, markers("starts", "advice")) or find(body, markers("anywhere", "advice")):
        return "advice"
    if said_by and body and body[0].source.lower() in rules("markers")["report_verbs"]["saying"]:
        return "report"  # `said he'd try again tomorrow` is no plan
    if find(body, markers("anywhere", "plan")):
        return "plan"
    if opens_with(body, markers("starts", "plan")) and not _finished(body) and not _measures(body):
        return "plan"
    if len(body) > 1 and body[0].text == "I" and _is_present(body[1]):
        return "plan"
    if (
        len(body) > 3
        and body[0].source.lower() == "told"
        and {"t", ":"} & {word.tag for word in body[2:4]}
        and is_person(body[1])
    ):
        return "advice"
    if (
        len(body) > 2
        and is_person(body[0])
        and body[1].tag == "t"
        and any(entry.tag == "b" for entry in body[2].entries)
    ):
        return "plan"
    if said_by and not _only_a_source(body) and not _tells_of_peers(body, said_by):
        return "report"
    if carried:
        return carried
    if len(body) > 2 and is_person(body[0]) and body[1].text == "will":
        return "plan"
    if opens_with(body, markers("starts", "judgement")) or find(body, markers("anywhere", "judgement")):
        return "judgement"
    return "observation"


def _tells_of_peers(body: Words, said_by: str) -> bool:
    return any(word.text == said_by and is_peer(word) for word in body[:4])


def _only_a_source(body: Words) -> bool:
    """`no knife per team`, `dry 3x per log`: what is known from somebody, not what somebody says."""
    per = next((index for index, word in enumerate(body) if word.text == "per"), 0)
    return per > 0 and not any(word.tag in "vz" for word in body[:per])


def _is_present(verb: Word) -> bool:
    """`I model it Wed`, `I do inventory by 3/20`: what the therapist is going to do."""
    return verb.text == "do" or (verb.tag == "b" and verb.lemma not in _THINKING)


_THINKING = frozenset(rules("grammar")["thinking"])


def _measures(body: Words) -> bool:
    """A level or a result tells of something done: `print name 4/5` plans nothing, `recheck 10/24` does."""
    results = [word.quantity for word in body if word.quantity and word.quantity.kind in ("ratio", "percent")]
    again = body[0].lemma in rules("wording")["looking_again"]["verbs"]
    dated = again and len(body) <= 3 and all(_could_be_date(quantity.value) for quantity in results)
    return any(word.tag in "AIC" for word in body) or (bool(results) and not dated)


def _could_be_date(value: str) -> bool:
    """A month and a day."""
    parts = value.split("/")
    return len(parts) == 2 and all(part.isdigit() for part in parts) and int(parts[0]) <= 12 and int(parts[1]) <= 31


def _finished(body: Words) -> bool:
    """A past or third-person verb at the start tells of something done, not planned."""
    return body[0].tag in "vz" and body[0].text.lower() not in ("will",)
