"""Whose doing and whose words a statement is, what kind it is, and under which condition and when it held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain import StatementRole
from ..language import Word
from ..language.phrases import find, markers, opens_with
from ..language.tables import rules

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
    label, role = _label(words)
    if carried is None and len(words) > label:
        carried = role
    body = words[label:]
    speaker = _speaker(body, reporting=(role or carried) == "report")
    said_by = _source_of_label(words[:label]) or speaker
    if asked and role == "plan":
        role = "question"  # `P: mirror?` is an idea, no plan
    return Attribution(
        role=role or _role(body, asked, carried, said_by),
        label=label,
        actor=_actor(_behind_lead(body, jot)),
        said_by=said_by,
        negated=is_negated(body),
        hedge=_first(body, "hedge", jot),
        condition=_condition(body, jot),
        time=_time(body, jot),
    )


def _label(words: Words, *, nested: bool = True) -> tuple[int, StatementRole | None]:
    """`P:`, `Plan -`, `per mom,`, `T:`: how many words introduce the statement, and the role they give."""
    for size in (1, 2, 3):
        if len(words) <= size or words[size].tag not in (":", "-", "=") or (words[size].tag == "-" and size > 1):
            continue
        typed = " ".join(word.source.lower() for word in words[:size])
        long = " ".join(word.text.lower() for word in words[:size])
        role = rules("markers")["labels"].get(typed) or rules("markers")["labels"].get(long)
        if role:
            named, reported = _label(words[size + 1 :], nested=False) if nested else (0, None)
            return (size + 1 + named, reported) if reported == "report" else (size + 1, role)
        if words[size].tag == ":" and size == 2 and is_person(words[0]) and _says(words[1]):
            return size + 1, "report"
        told = words[0].source.lower() in ("told", "asked", "showed", "reminded", "advised")
        if words[size].tag == ":" and is_person(words[size - 1]) and size <= 2 and not told:
            return (size + 1, "report") if not _is_peer(words[size - 1]) else (0, None)
    return 0, None


def _says(word: Word) -> bool:
    return word.source.lower() in rules("markers")["report_verbs"]["forms"]


def is_person(word: Word) -> bool:
    return word.kind == "person" and word.entry is not None and word.entry.actor != "student"


def _source_of_label(label: Words) -> str | None:
    return next((word.text for word in label if is_person(word)), None)


def _speaker(body: Words, *, reporting: bool) -> str | None:
    """`mom says ...`, `per teacher`, `teacher: ...`; the student's own words are said by the student."""
    said = rules("markers")["report_verbs"]
    for index, word in enumerate(body):
        if index > 3 and word.text != "per":
            continue
        if index + 1 < len(body) and word.text == "per" and is_person(body[index + 1]):
            return body[index + 1].text
        if is_person(word) and index + 1 < len(body) and not (index and _subordinates(body[index - 1])):
            after = body[index + 1]
            verb = after if after.tag != "r" or index + 2 >= len(body) else body[index + 2]
            verb = _said_farther_on(body, index) or verb
            forms = (
                said["forms"]
                if reporting or any(other.tag == "Q" for other in body) or _addressed(verb, body)
                else said["strong"]
            )
            if verb.source.lower() in ("told", "notified", "informed", "emailed", "texted") and not _somebody(
                body, verb
            ):
                continue  # `counselor told same day`: was told
            family = word.entry is not None and word.entry.actor == "family" and verb.tag in "vz"
            if (family or verb.source.lower() in forms or verb.text.lower() in forms) and verb is not body[-1]:
                return word.text
    if (
        len(body) > 1
        and body[0].source.lower() in ("says", "said", "sez", "states", "stated", "reports", "reported")
        and not is_person(body[1])
        and body[1].text.lower() not in said["greetings"]
    ):
        return "student"
    if (
        reporting
        and body
        and body[0].tag == "Q"
        and re.search(r"\b(?:i|i'm|im|my|me)\b", body[0].source, re.IGNORECASE)
    ):
        return "student"  # `S: "my hand is done"`
    quoted = any(word.tag == "Q" for word in body)
    speaking = any(
        word.source.lower() in said["spoken"] and not (index and body[index - 1].tag == "t")
        for index, word in enumerate(body)
    )
    if quoted and (speaking or len(body) <= 2) and not any(is_person(word) for word in body[:3]):
        return "student"
    return None


def _said_farther_on(body: Words, person: int) -> Word | None:
    """`mom at the door says`: the verb of saying behind a phrase that tells where or when."""
    saying = rules("markers")["report_verbs"]["saying"]
    for index in range(person + 1, min(person + 6, len(body))):
        if body[index].source.lower() in saying and body[index].tag in "vz":
            return body[index] if index > person + 1 and body[person + 1].tag in "p" else None
        if body[index].tag not in "pdan":
            return None
    return None


def _somebody(body: Words, verb: Word) -> bool:
    """Whether a person stands right behind the verb: `mom told me`."""
    after = next((word for word in body if word.start >= verb.end), None)
    return after is not None and (after.tag == "o" or after.kind == "person" or after.text == "that")


def _subordinates(word: Word) -> bool:
    """`forgot till boss told her`, `left w/ aide`: who follows is no speaker."""
    return word.tag in "sp" or word.source.lower() in ("till", "til", "until")


def _addressed(verb: Word, body: Words) -> bool:
    """`teacher asked me to look`, `aide wants to know how`: said to the therapist, so it is a report."""
    asks = verb.source.lower() in ("asked", "asks", "wants", "wanted", "requests", "requested", "told", "emailed")
    return asks and any(
        word.source.lower() in ("me", "ot", "us", "how", "if", "whether", "why", "about", "abt") for word in body
    )


def _role(body: Words, asked: bool, carried: StatementRole | None, said_by: str | None) -> StatementRole:
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


def _is_peer(word: Word) -> bool:
    """Classmates and groups: what they say is part of what happened."""
    return word.entry is not None and word.entry.actor in ("peer", "")


def _tells_of_peers(body: Words, said_by: str) -> bool:
    return any(word.text == said_by and _is_peer(word) for word in body[:4])


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
