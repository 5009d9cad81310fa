"""Eval runs with a language model: one that answers well ends better than the composer, one that invents is caught.

The model is a scripted server on loopback; everything else is the product and the suite as they ship.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from scripted_server import Request, Script, says

from .model_runs import Answer, held, mean, run

__all__ = ["run"]

SECTIONS = {
    "pe screen bc teacher worried": "subjective",
    "wants the community college not 4yr": "subjective",
    "Wants to work at the tire shop": "subjective",
    "Teachers x4 of 5 say late not missing": "subjective",
    "T concern: wont color": "subjective",
    "?dominance": "assessment",
    "PT look": "plan",
    "Appt w/ them Aug 19 zoom": "plan",
}
"""Statements of the cases below that a person would put elsewhere than the composer does."""

WEAK = ("h4-027", "h4-075", "h2-007", "h2-045", "h1-013", "h1-025", "h1-049", "h3-025")
"""Cases on which the composer misses a section."""
OTHERS = ("h1-001", "h2-001", "h2-003", "h2-009", "h3-001", "h4-001", "h4-005", "h4-009")


def faithful(statements: list[Answer]) -> list[Answer]:
    """A model that keeps to the plain words it is given, and knows better where some belong."""
    told: dict[str, Answer] = {}
    for item in statements:
        clause = told.setdefault(
            item["plain"],
            {"section": SECTIONS.get(item["text"], item["section"]), "text": item["plain"], "origin": "observed"}
            | {"statements": [], "facts": []},
        )
        clause["statements"].append(item["id"])
        clause["facts"] += [fact["id"] for fact in item["facts"]]
    return list(told.values())


def _more(
    text: str, origin: str = "observed", section: str = "objective", **ids: Any
) -> Callable[[list[Answer]], list[Answer]]:
    def invent(clauses: list[Answer]) -> list[Answer]:
        first = clauses[0]
        own = {"section": section, "text": text, "origin": origin}
        return [*clauses, {**first, **own, **ids}]

    return invent


INVENTIONS: dict[str, Callable[[list[Answer]], list[Answer]]] = {
    "number": _more("They completed 17 of 23 trials."),
    "level": _more("They needed maximal hand-over-hand assistance for 13 steps."),
    "praise": _more("They participated wonderfully and with enthusiasm."),
    "diagnosis": _more("These are signs of dyspraxia.", "inferred", "assessment"),
    "trend": _more("They improved remarkably since March.", "inferred", "assessment"),
    "quote": _more('The student said, "I love occupational therapy".', section="subjective"),
    "person": _more("Mrs. Featherstone, the principal, praised the drawing."),
    "plan": _more("The plan is aquatic therapy on Saturdays.", "inferred", "plan"),
    "id": _more("They worked.", statements=["s77"]),
    "disguise": _more("They completed 17 of 23 trials.", "therapist"),
}


def answering(model: Callable[[list[Answer]], list[Answer]]) -> Callable[[Request], Script]:
    def answer(request: Request) -> Script:
        if request.asked == "Are you ready?":
            return says('{"ready": true}')
        return says(json.dumps({"clauses": model(held(request, "statements"))}), size=200)

    return answer


def test_a_model_that_answers_well_ends_better_than_the_composer(run):
    ids = (*WEAK, *OTHERS)
    before, after = run("composer", ids), run("good", ids, answering(faithful))
    assert [row["error"] for row in after] == [None] * len(ids)
    assert {row["draft"]["drafter"] for row in after} == {"model"}
    assert mean(after, "sections") > mean(before, "sections")
    for metric in ("supported", "kept", "complete", "tied"):
        assert mean(after, metric) >= mean(before, metric)
    assert mean(after, "invented") <= mean(before, "invented")


@pytest.mark.parametrize("shift", [0, 3])
def test_a_model_that_invents_is_caught_every_time(run, shift):
    """Each case gets an invention of its own kind, the same again after it was told of it."""
    ids, kinds = (*WEAK, *OTHERS)[: len(INVENTIONS)], list(INVENTIONS)
    used: dict[str, str] = {}

    def invent(statements: list[Answer]) -> list[Answer]:
        kind = used.setdefault(statements[0]["text"], kinds[(len(used) + shift) % len(kinds)])
        return INVENTIONS[kind](faithful(statements))

    before, after = run("composer", ids), run("bad", ids, answering(invent))
    assert set(used.values()) == set(kinds)
    assert [row["text"] for row in after] == [row["text"] for row in before]
    for row in after:
        assert row["draft"]["drafter"] == "composer"
        assert row["draft"]["set_aside"]
        assert row["draft"]["usage"]["revisions"] == len(row["draft"]["drafts"])
    assert mean(after, "invented") == mean(before, "invented")
