"""Who says a statement: the person before a verb of saying, in a label, or the student."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..domain import StatementRole
from ..language import Word
from ..language.tables import rules

Words = Sequence[Word]


def label_of(words: Words, *, nested: bool = True) -> tuple[int, StatementRole | None]:
    """`P:`, `Plan -`, `per mom,`, `T:`: how many words introduce the statement, and the role they give."""
    for size in (1, 2, 3):
        if len(words) <= size or words[size].tag not in (":", "-", "=") or (words[size].tag == "-" and size > 1):
            continue
        typed = " ".join(word.source.lower() for word in words[:size])
        long = " ".join(word.text.lower() for word in words[:size])
        role = rules("markers")["labels"].get(typed) or rules("markers")["labels"].get(long)
        if role:
            named, reported = label_of(words[size + 1 :], nested=False) if nested else (0, None)
            return (size + 1 + named, reported) if reported == "report" else (size + 1, role)
        if words[size].tag == ":" and size == 2 and is_person(words[0]) and _says(words[1]):
            return size + 1, "report"
        told = words[0].source.lower() in ("told", "asked", "showed", "reminded", "advised")
        if words[size].tag == ":" and is_person(words[size - 1]) and size <= 2 and not told:
            return (size + 1, "report") if not is_peer(words[size - 1]) else (0, None)
    return 0, None


def _says(word: Word) -> bool:
    return word.source.lower() in rules("markers")["report_verbs"]["forms"]


def is_person(word: Word) -> bool:
    return word.kind == "person" and word.entry is not None and word.entry.actor != "student"


def source_of_label(label: Words) -> str | None:
    return next((word.text for word in label if is_person(word)), None)


def speaker_of(body: Words, *, reporting: bool) -> str | None:
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


def is_peer(word: Word) -> bool:
    """Classmates and groups: what they say is part of what happened."""
    return word.entry is not None and word.entry.actor in ("peer", "")
