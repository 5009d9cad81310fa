"""Goals that belong to another member of the team, and words a teacher would not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..domain import Finding, Span
from ..language.sieve import Sieved, folded, matches
from ..language.tables import rules
from .goal_findings import Goal
from .goal_rules import goal_rules, jargon

_OWN_CHECKS = frozenset(("clinic_only_aims", "promise_of_cure", "placement_eligibility"))


@cache
def _topics() -> tuple[tuple[Sieved, str], ...]:
    topics = goal_rules("goal_rules")["scope"]["topic"]
    return tuple((Sieved(topic["pattern"]), topic["refer"]) for topic in topics)


@cache
def _excuse() -> re.Pattern[str]:
    return re.compile(goal_rules("goal_rules")["wording"]["excuse"], re.IGNORECASE)


@cache
def _requests() -> tuple[tuple[tuple[Sieved, ...], tuple[Sieved, ...], str], ...]:
    """The requests outside OT that reading knows (language/data/out_of_scope.toml), with their exceptions."""
    made = []
    for topic in rules("out_of_scope")["topic"]:
        if topic["id"] not in _OWN_CHECKS:
            shown, held = (
                tuple(Sieved(pattern, rf"(?<!\w)(?:{pattern})(?!\w)") for pattern in topic.get(key, ()))
                for key in ("patterns", "not")
            )
            made.append((shown, held, topic["refer_to"]))
    return tuple(made)


def scope_findings(goal: Goal) -> Iterator[Finding]:
    """A blocker on what another professional works on; one is enough."""
    found = _in_behavior(goal) or _requested(goal)
    if found:
        span, refer = found
        yield goal.finds(
            "out_of_scope",
            "blocker",
            f"{goal.text[span.start : span.end]!r} is not for occupational therapy to teach or treat.",
            f"Refer to {refer}; write the goal for the school task that OT supports.",
            span,
        )


def _in_behavior(goal: Goal) -> tuple[Span, str] | None:
    """Only what is asked of the student counts: a topic named in the condition is background."""
    place = goal.span("behavior") or goal.reading.phrase
    if place is None:
        return None
    criterion = goal.span("criterion")
    end = max(place.end, criterion.end) if criterion and 0 <= criterion.start - place.end < 12 else place.end
    condition = goal.span("condition")
    if condition and 0 <= condition.start - end < 3 and goal.part("condition").lower().startswith("with "):
        end = condition.end  # how it is done, as in `walk with a reciprocal gait`
    asked = goal.text[place.start : end]
    plain = folded(asked)
    for pattern, refer in _topics():
        for match in pattern.regex.finditer(asked) if pattern.may_match(plain) else ():
            if not _excuse().search(asked[: match.start()]):
                return Span(place.start + match.start(), place.start + match.end()), refer
    return None


def _requested(goal: Goal) -> tuple[Span, str] | None:
    plain = folded(goal.text)
    for shown, held, refer in _likely(plain):
        for match in matches(shown, goal.text):
            excused = matches([phrase for phrase in held if phrase.may_match(plain)], goal.text)
            if not any(other.start() < match.end() and match.start() < other.end() for other in excused):
                return Span(match.start(), match.end()), refer
    return None


def _likely(plain: str) -> Iterator[tuple[tuple[Sieved, ...], tuple[Sieved, ...], str]]:
    """The requests with those of their patterns that may match: the text holds a word that the pattern needs."""
    grams = {plain[index : index + 3] for index in range(len(plain) - 2)}
    index, always = _by_letters()
    wanted = set(always)
    for gram in grams & index.keys():
        for word, places in index[gram]:
            if word in plain:
                wanted.update(places)
    requests = _requests()
    for place in sorted({request for request, _ in wanted}):
        shown, held, refer = requests[place]
        likely = tuple(phrase for at, phrase in enumerate(shown) if (place, at) in wanted and phrase.may_match(plain))
        if likely:
            yield likely, held, refer


_Places = frozenset[tuple[int, int]]


@cache
def _by_letters() -> tuple[dict[str, tuple[tuple[str, _Places], ...]], _Places]:
    """First three letters -> needed word -> where the patterns that need it stand; and those that need none so long."""
    index: dict[str, dict[str, set[tuple[int, int]]]] = {}
    always: set[tuple[int, int]] = set()
    for request, (shown, _, _) in enumerate(_requests()):
        for at, words in enumerate(pattern.telling for pattern in shown):
            if not words or min(map(len, words)) < 3:
                always.add((request, at))
            for word in words:
                index.setdefault(word[:3], {}).setdefault(word, set()).add((request, at))
    held = {gram: tuple((word, frozenset(at)) for word, at in needed.items()) for gram, needed in index.items()}
    return held, frozenset(always)


@cache
def _terms() -> re.Pattern[str]:
    forms = sorted(jargon(), key=len, reverse=True)
    capitals = [form for form in forms if form.isupper()]
    others = [form for form in forms if not form.isupper()]
    return re.compile(
        rf"(?<![\w/])(?:(?:{'|'.join(map(re.escape, capitals))})|(?i:{'|'.join(map(re.escape, others))}))(?![\w])"
    )


@cache
def _plain() -> dict[str, str]:
    return {term.lower(): words for term, words in jargon().items()}


def jargon_findings(goal: Goal) -> Iterator[Finding]:
    """A warning for each term, once."""
    seen: set[str] = set()
    plain = _plain()
    for match in _terms().finditer(goal.text):
        term = match[0].lower()
        if term not in seen and not _is_a_name(goal, match):
            seen.add(term)
            remedy = f"Write {plain[term]!r} instead."
            message = f"A teacher or parent may not know {match[0]!r}."
            yield goal.finds("jargon", "warning", message, remedy, Span(match.start(), match.end()))


def _is_a_name(goal: Goal, match: re.Match[str]) -> bool:
    """`Don will zip` names a student."""
    return (
        match[0].istitle()
        and len(match[0]) < 5
        and re.match(r"\s+(?:will|shall)\b", goal.text[match.end() :]) is not None
    )
