"""Counts of what should not happen: `falls out of chair 5x in am`, `out of seat 14x in 20 min`, `3 tears/page`.

Less is better, and the criterion is at most half of the count in the same stretch, in the jot's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..domain import Observation, Statement
from ..language import Word, inflection, settle_again, within
from ..language.tables import rules
from .act_words import full
from .bodies import body_of
from .measures import Measure, failures
from .recording import spelt_out
from .spelling import plain

_COUNT = re.compile(
    r"(?:~|about |around |approx\.? |abt )?(?P<n>\d+)(?:\+|-\d+)? ?(?:x\b|times?\b)\s*"
    r"(?P<per>(?:/|per\b|in\b|an?\b|each\b|every\b|this\b|last\b).*)?",
    re.IGNORECASE,
)
_THINGS = re.compile(r"(?:~|about )?(?P<n>\d+)(?:\+|-\d+)? (?P<noun>[a-z]+?)s? (?:per|an?) (?P<per>.+)", re.IGNORECASE)


def events(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> Iterator[Measure]:
    """Each count of an unwanted event, as a measure whose value is the criterion; its text is the jot's."""
    for statement in told:
        body = body_of(statement, settle_again(within(words, statement.start, statement.end)))
        text = spelt_out(body)
        criterion = _of_things(text) or _of_times(statement, body)
        if criterion and statement.actor in ("student", "environment"):
            kinds = ("measure", "count", "duration")
            facts = tuple(item.id for item in observation.facts_of(statement) if item.kind in kinds)
            yield Measure(_tidy(text), statement, facts, "events", criterion, "", True, False, tuple(body), 0)


def _of_things(text: str) -> str:
    """`3 tears per page` -> with no more than 1 tear per page."""
    found = _THINGS.search(text)
    if found is None or f"{found['noun'].lower()}s" not in rules("own_goals")["events"]["things"]:
        return ""
    most = int(found["n"]) // 2
    noun = found["noun"].lower() + ("" if most == 1 else "s")
    return f"with no more than {most} {noun} per {found['per']}" if most else ""


def _of_times(statement: Statement, body: Sequence[Word]) -> str:
    """`falls out of chair 5x in am` -> falling out of the chair no more than 2 times in the morning."""
    found = _COUNT.search(statement.text)
    if found is None or int(found["n"]) < _LEAST:
        return ""
    at = statement.start + found.start()
    before = list(takewhile(lambda word: word.end <= at, body))
    doing = _doing([word for word in before if word.text not in ("~", "about")])
    most = int(found["n"]) // 2
    per = re.sub(r"\s*\(.*", "", _per(found["per"] or "")).rstrip(" ,;")
    per = re.sub(r"(in \d+ minutes) (?=[a-z])", r"\1 of ", per)
    return f"{doing} no more than {most} time{'' if most == 1 else 's'} {per}".strip() if doing else ""


_LEAST = 2
"""Events below which half of them is none."""


def _doing(words: Sequence[Word]) -> str:
    """The unwanted event as a phrase; empty where the words tell of none."""
    if not words:
        return ""
    said = plain(words).lower()
    if said in rules("own_goals")["events"]["states"]:
        return str(rules("own_goals")["events"]["states"][said])
    verb = next((entry for entry in words[0].entries if entry.tag == "z"), None)
    if verb is None or verb.lemma.lower() not in {*failures(), *rules("own_goals")["events"]["verbs"]}:
        return ""
    return f"{inflection.gerund(verb.lemma)} {full(words[1:])}".strip()


def _per(said: str) -> str:
    """`/pg` -> per page; `in am` -> in the morning."""
    text = re.sub(r"^/\s*", "per ", said.strip())
    for short, long in rules("own_goals")["events"]["per"].items():
        text = re.sub(rf"\b{short}\b\.?", long, text, flags=re.IGNORECASE)
    return text


def _tidy(text: str) -> str:
    text = re.sub(r' "x"/(\w+)', r" times per \1", text)
    return re.sub(r"\bin am\b", "in the morning", text)


def instead_of_event(measure: Measure) -> str:
    """What should be seen in place of the event, from data/own_goals.toml; empty where nothing is."""
    text = measure.text.lower()
    rows = rules("own_goals")["events"]["instead"]
    return next((str(row["act"]) for row in rows if re.search(row["said"], text)), "")
