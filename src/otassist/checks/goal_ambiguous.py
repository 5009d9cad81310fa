"""A measure that nobody can apply: over several acts at once, on top of another, or a percent of nothing countable."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from ..domain import Span
from ..goaltext import act_beside, is_a_pair, second_act
from ..language.lexicon import lexicon
from .goal_findings import Goal
from .goal_measures import measures
from .goal_rules import goal_rules, wording


def ambiguity(goal: Goal) -> str | None:
    """Why nobody can say when the criterion is met; None where it is clear."""
    act = goal.reading.act
    spans = tuple(sorted((span for span in goal.reading.parts.values() if span), key=lambda span: span.start))
    return _ambiguity(goal.text, goal.span("behavior"), goal.span("criterion"), spans, act.start if act else -1)


@lru_cache(maxsize=8)
def _ambiguity(
    text: str, behavior: Span | None, criterion: Span | None, taken: tuple[Span, ...], act: int
) -> str | None:
    asked = text[behavior.start : behavior.end] if behavior else ""
    measured = text[criterion.start : criterion.end] if criterion else ""
    if _is_shared(asked, measured) or (behavior and criterion and _is_beside(text, behavior, measured, taken, act)):
        return f"{measured!r} counts several acts at once, and one may be right and the other wrong"
    if _is_stacked(measured):
        return f"{measured!r} sets one measure on another, and nobody can tell what is counted"
    if _is_of_nothing(asked, measured):
        return f"{measured!r} does not say what it is a part of: steps, letters, words or tries"
    return None


@lru_cache(maxsize=8)
def _is_shared(behavior: str, measured: str) -> bool:
    percents = len(wording("percent").findall(measured))
    second = second_act(behavior)
    several = second is not None and not wording("detail").search(behavior[:second])
    shared = any(item.unit == "share" for item in measures(measured)) and not wording("worked_off").search(measured)
    if percents and is_a_pair(behavior):
        return True
    listed = "," in behavior or (wording("products").search(measured) is not None and _is_a_skill(behavior, second))
    return several and (percents > 0 or (shared and listed))


def _is_a_skill(behavior: str, second: int | None) -> bool:
    """`spell words correctly`: by its bare object another skill, not the next step (`write an equation`)."""
    behind = behavior[second or 0 :].split()[1:2]
    return not behind or behind[0].lower() not in goal_rules("goal_rules")["determiners"]["words"]


def _is_beside(text: str, behavior: Span, measured: str, taken: Sequence[Span], act: int) -> bool:
    """`raise her hand and stay in her seat and respect others 75%`: acts outside the behavior's words."""
    if wording("worked_off").search(measured):
        return False
    return any(act_beside(text, place) for place in _left(len(text), behavior.start, taken, act))


def _left(length: int, start: int, taken: Sequence[Span], act: int) -> Iterator[Span]:
    """The stretches behind a place that belong to no part, without the one in which the goal's own act begins."""
    for span, behind in zip_longest(taken, taken[1:]):
        end = behind.start if behind else length
        if span.start >= start and end > span.end and not span.end <= act < end:
            yield Span(span.end, end)


def _is_stacked(measured: str) -> bool:
    """`80% accuracy 80% of the time`; `80-90%` is one measure."""
    return len(wording("percent").findall(measured)) > 1 and not wording("range").search(measured)


def _is_of_nothing(behavior: str, measured: str) -> bool:
    """`write his name with 80% accuracy`: right or wrong, and no four fifths of it."""
    return wording("loose_percent").search(measured) is not None and not _is_counted(behavior)


@lru_cache(maxsize=64)
def _is_counted(behavior: str) -> bool:
    """Whether an act makes several answers or things that can each be right: `read sight words`, `say /r/`."""
    rules = goal_rules("goal_rules")["counted"]
    tokens = re.findall(r"[a-z][\w'’-]*", behavior.lower())
    verbs = {tokens[0], *(verb for lead, verb in pairwise(tokens) if lead in rules["leads"])} if tokens else set()
    if re.search(r"\d|/\w", behavior) or verbs & set(rules["acts"]) or set(tokens) & set(rules["words"]):
        return True
    return any(_is_many(token, rules["no_kinds"]) for token in tokens)


def _is_many(token: str, worn: Collection[str]) -> bool:
    """A plural of things that are answered or made; also one that the vocabulary does not know (`selections`)."""
    entries = [entry for entry in lexicon().lookup(token) if entry.tag == "n" and entry.number == "plural"]
    if entries:
        return any(entry.kind not in worn for entry in entries)
    return token.endswith("s") and not token.endswith(("ss", "'s", "us", "is")) and not lexicon().lookup(token)
