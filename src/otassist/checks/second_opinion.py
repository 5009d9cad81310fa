"""A second opinion on whether a goal is about school: what its words, kinds of words and rule evidence say together.

Decided: a weighted sum of clues (logistic regression), because words that no rule names still lean to the school or
to the clinic; the rules' own verdict counts as RULE. The weights in data/relevance.tsv are learnt by
tests/bench/learn_relevance.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import fsum

from ..language.lexicon import lexicon
from .goal_findings import Goal
from .goal_relevance import Evidence, base, is_relevant, tokens, without_what_is_not_school

RULE = 2.0
"""What the rules' verdict adds or takes away; the sum is above 0 for a goal about school."""


def is_about_school(goal: Goal, found: Evidence) -> bool:
    """Whether rules and learnt weights together find school in the goal."""
    held = _weights()
    learnt = fsum(held[clue] for clue in clues(goal, found) & held.keys())
    return learnt + (RULE if is_relevant(goal, found) else -RULE) > 0


@cache
def _weights() -> Mapping[str, float]:
    lines = (files("otassist.checks") / "data" / "relevance.tsv").read_text(encoding="utf-8").splitlines()
    return {clue: float(weight) for clue, _, weight in (line.partition("\t") for line in lines)}


def clues(goal: Goal, found: Evidence) -> frozenset[str]:
    """What the weights are for: words, pairs and kinds of nouns, words of the behavior, evidence, act and parts."""
    bases = [base(token) for token in tokens(without_what_is_not_school(goal))]
    return frozenset((*_of_words(bases), *_of_behavior(goal), *_of_evidence(found), *_of_act(goal), "b"))


def _of_words(bases: list[str]) -> Iterator[str]:
    for word in bases:
        yield f"w={word}"
        yield from _kinds(word)
    for first, second in pairwise(bases):
        yield f"{first} {second}"


@cache
def _kinds(word: str) -> tuple[str, ...]:
    return tuple({f"k={entry.kind}" for entry in lexicon().lookup(word) if entry.tag == "n" and entry.kind})


def _of_behavior(goal: Goal) -> Iterable[str]:
    return (f"B={base(token)}" for token in tokens(goal.part("behavior")))


def _of_evidence(found: Evidence) -> Iterator[str]:
    for kind in ("strong", "weak", "clinic"):
        yield f"{kind}{min(len(getattr(found, kind)), 2)}"
    yield f"kinds{bool(found.strong):d}{bool(found.weak):d}{bool(found.clinic):d}"


def _of_act(goal: Goal) -> Iterator[str]:
    act = goal.reading.act
    yield f"deed={act.deed if act else None}"
    yield f"actor={act.actor if act else None}"
    for part in ("behavior", "condition", "criterion"):
        yield f"{part}{goal.span(part) is not None:d}"
