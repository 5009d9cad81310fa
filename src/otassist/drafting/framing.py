"""What stands around the statements: the opening sentence from the header, entered context, blanks and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..domain import Clause, Fact, Observation, Section, Statement
from ..language import Word, within
from ..language.tables import rules
from .keeping import keeps_numbers, keeps_words
from .phrasing import STUDENT
from .places import placed
from .recording import spelt_out
from .subjects import Teller

_SEEN = {
    "session": "was seen",
    "observation": "was observed",
    "screening": "was screened",
    "present_levels": "was seen",
}


def opening(observation: Observation, label: str | None, words: Sequence[Word], teller: Teller) -> Iterator[Clause]:
    """Who was seen where and for how long, as far as the jot or the therapist's entries say."""
    headers = [item for item in observation.statements if item.role == "header" and item.student in (None, label)]
    facts = [fact for item in headers for fact in observation.facts_of(item)]
    if headers:
        text = _seen(observation, headers, facts, words)
        if text and _keeps(text, headers, words):
            ids = tuple(item.id for item in headers), tuple(fact.id for fact in facts)
            yield Clause("", "objective", teller.tell([text]), "observed", *ids)
        else:
            yield from (_recorded(observation, item, words, teller) for item in headers)
    entered = _entered(observation)
    if entered:
        yield Clause("", "objective", teller.tell([entered]), "therapist")


def _keeps(text: str, headers: Sequence[Statement], words: Sequence[Word]) -> bool:
    """Whether the sentence holds all of the headers; what they say of company (`stairs w/ class`) it cannot."""
    held = [word for item in headers for word in within(words, _begin(item), item.end)]
    told = [word for word in held if word.tag in "nvzb" and word.kind != "setting" and word.known]
    company = any(word.text == "with" for word in held)
    return not company and keeps_numbers(text, " ".join(item.text for item in headers)) and keeps_words(text, told)


def _begin(header: Statement) -> int:
    """Where a header begins behind its label (`O: gr 5`)."""
    return header.label[1] if header.label else header.start


def _recorded(observation: Observation, header: Statement, words: Sequence[Word], teller: Teller) -> Clause:
    """A header that the opening sentence would cut short, spelt out."""
    said = spelt_out(within(words, _begin(header), header.end))
    templates = rules("wording")["recorded"]["observation"]
    text = teller.tell([template.replace("{text}", said).removesuffix(".") for template in templates])
    facts = tuple(fact.id for fact in observation.facts_of(header))
    return Clause("", "objective", text, "observed", (header.id,), facts)


def _seen(observation: Observation, headers: Sequence[Statement], facts: Sequence[Fact], words: Sequence[Word]) -> str:
    """`The student, in 2nd grade, was seen for a push-in session during ELA for 30 minutes`."""
    spoken = {word.start: word for word in words}
    by_kind: dict[str, list[str]] = {}
    for fact in facts:
        word = spoken.get(fact.start)
        if word is not None:
            by_kind.setdefault(fact.kind, []).append(word.text)
    ordinals = [text for text in by_kind.get("count", []) if re.search(r"\d(?:st|nd|rd|th)$", text)]
    grade = _grade(by_kind.get("grade", []), ordinals)
    ages = by_kind.get("age", [])
    about = [
        part
        for part in (
            grade,
            *(f"{age}" if "old" in age else f"age {age.removeprefix('age ')}" for age in ages),
        )
        if part
    ]
    held = observation.note_type == "consultation"
    places = _together([placed(place) for place in by_kind.get("setting", [])])
    delivery = [_delivery(fact.value) for fact in facts if fact.kind == "delivery"]
    delivery, rooms = _grouped(delivery, [item.text for item in headers])
    times = [f"for {text}" if not text.startswith("for ") else text for text in by_kind.get("duration", [])]
    clocks = [("from " if "-" in text else "at ") + text.replace("-", " to ") for text in by_kind.get("clock_time", [])]
    dates = [f"on {text}" for text in by_kind.get("date", [])]
    rest = [*delivery, *places, *rooms, *times, *clocks, *dates]
    if held:
        return (
            " ".join(["the consultation took place", *[part for part in rest if "consultation" not in part]])
            if rest
            else ""
        )
    if not rest:
        return f"{STUDENT} is {' and '.join(about)}" if about else ""
    who = f"{STUDENT}, {' and '.join(about)}," if about else STUDENT
    return " ".join([who, _SEEN[observation.note_type], *rest])


def _together(places: Sequence[str]) -> list[str]:
    """`during music` and `during chorus` share their preposition; `in the gym` and `during PE` do not."""
    found: list[str] = []
    for place in dict.fromkeys(places):
        lead, _, name = place.partition(" ")
        if found and found[-1].startswith(f"{lead} "):
            found[-1] += f" and {name}"
        else:
            found.append(place)
    return found


def _grade(grades: Sequence[str], ordinals: Sequence[str]) -> str:
    """`in 2nd grade`, `in kindergarten`, `a senior`; empty when the header has none."""
    for written in [*grades, *ordinals]:
        text = re.sub(r" graders?$", " grade", written)
        if text == "K":
            return "in kindergarten"
        if text.lower().startswith("grade") or text.endswith("grade"):
            return f"in {text}"
        if text[:1].isdigit():
            return f"in {text} grade"
        if text in grades:
            named = text.lower() in ("freshman", "sophomore", "junior", "senior")
            return f"a {text.lower()}" if named else f"in {text}"
    return ""


_DELIVERED = {
    "push-in": "for a push-in session",
    "pull-out": "for a pull-out session",
    "consultation": "for consultation",
    "group": "in a group",
    "individual": "individually",
    "co-treatment": "in a co-treatment session",
    "teletherapy": "by teletherapy",
    "combined": "for combined service",
}


def _grouped(delivery: list[str], headers: Sequence[str]) -> tuple[list[str], list[str]]:
    """`in a group of 3` and `in room 11`, where a header says so."""
    told = "\n".join(headers)
    size = re.search(r"\b(?:grp|group)\s+of\s+(\w+)", told, re.I)
    room = re.search(r"\b(?:rm|room)\.?[ ]?#?(\w*\d\w*)", told, re.I)
    if size:
        delivery = [*(part for part in delivery if part != _DELIVERED["group"]), f"in a group of {size[1]}"]
    return delivery, [f"in room {room[1]}"] if room else []


def _delivery(value: str) -> str:
    return _DELIVERED.get(value, f"for {value}")


def _entered(observation: Observation) -> str:
    """The therapist's own entries: date, minutes, start and stop."""
    context = observation.context
    noun = "consultation" if observation.note_type == "consultation" else "session"
    parts = []
    if context.date and re.search(r"\d", context.date):
        parts.append(f"took place on {context.date}")
    if context.start and context.stop:
        parts.append(f"ran from {context.start} to {context.stop}")
    if context.minutes and context.minutes.strip().isdigit():
        parts.append(f"lasted {context.minutes.strip()} minutes")
    if not parts:
        return ""
    return f"the {noun} " + " and ".join(parts)


def blank(observation: Observation, section: Section) -> Clause:
    """A section without statements asks for what belongs there."""
    return Clause("", section, rules("wording")["blanks"][observation.note_type][section], "blank")
