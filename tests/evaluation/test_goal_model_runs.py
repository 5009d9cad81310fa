"""Eval runs of goals with a model: one that answers well ends better than the composer, an invention is caught.

What the composer's goals lack most is the student's own place: a bank goal brings the place of the bank. The model that
answers well puts the place the jot names into the condition; it sees no more of a case than any model does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from scripted_server import Request, Script, says

from .model_runs import Answer, held, mean, run

__all__ = ["run"]

Model = Callable[[Answer, list[Answer]], list[Answer]]
"""A proposal and the statements -> the clauses of its goal."""


def told_places(statements: list[Answer]) -> list[tuple[str, str, str]]:
    """The places and activities the jot names, each with its statement and fact."""
    return [
        (fact["text"], item["id"], fact["id"])
        for item in statements
        for fact in item["facts"]
        if fact["kind"] == "setting"
    ]


def placed(proposal: Answer, statements: list[Answer]) -> list[Answer]:
    """The clauses with the first place that the goal does not name, where it names none of them."""
    places = told_places(statements)
    said = " ".join(clause["text"].lower() for clause in proposal["clauses"])
    if not places or any(place.lower() in said for place, _, _ in places):
        return list(proposal["clauses"])
    place, statement, fact = places[0]
    roles = [clause["role"] for clause in proposal["clauses"]]
    role = "condition" if "condition" in roles else "behavior"
    return [_in(place, statement, fact, each) if each["role"] == role else each for each in proposal["clauses"]]


def _in(place: str, statement: str, fact: str, clause: Answer) -> Answer:
    sources = {"statements": [*clause["statements"], statement], "facts": [*clause["facts"], fact]}
    return {**clause, **sources, "text": f"{clause['text']} during {place}", "origin": "observed"}


def _with(role: str, text: str, **changes: Any) -> Model:
    """The goal with other words behind those of a part, as a model would word it that knows more than it was told."""

    def invent(proposal: Answer, statements: list[Answer]) -> list[Answer]:
        own = [each["role"] for each in proposal["clauses"]]
        place = role if role in own else "behavior"
        return [
            {**each, "text": text.format(own=each["text"]), **changes} if each["role"] == place else each
            for each in proposal["clauses"]
        ]

    return invent


INVENTIONS: Mapping[str, Model] = {
    "number": _with("behavior", "{own} for 47 minutes"),
    "criterion": _with("criterion", "in 47 of 49 trials", origin="observed"),
    "level": _with("condition", "{own} with maximal assistance and 13 tactile cues"),
    "tool": _with("condition", "{own} with a vibrating hippo pen"),
    "clinic": _with("behavior", "strengthen the intrinsic muscles of the hand"),
    "person": _with("method", "as graded by Mrs. Featherstone, the principal"),
    "place": _with("condition", "{own} at the aquatic center"),
    "statement": _with("behavior", "{own} gladly", statements=["s77"]),
    "passage": _with("behavior", "{own} gladly", evidence=["nowhere-1"]),
    "disguise": _with("condition", "{own} for 47 minutes", origin="therapist"),
    "no source": _with("behavior", "{own} in class", statements=[], evidence=[]),
}


def answering(model: Model) -> Callable[[Request], Script]:
    def answer(request: Request) -> Script:
        if request.asked == "Are you ready?":
            return says('{"ready": true}')
        statements = held(request, "statements")
        goals = [
            {"proposal": proposal["id"], "clauses": model(proposal, statements)}
            for proposal in held(request, "proposals")
        ]
        return says(json.dumps({"goals": goals}), size=400)

    return answer


HELD_OUT = tuple(f"g2-{number:03}" for number in range(2, 38, 2))
"""Nobody who wrote the model above has read these; on the development half it was tried out."""


def test_a_model_that_answers_well_ends_better_than_the_composer(run):
    before, after = run("composer", HELD_OUT), run("good", HELD_OUT, answering(placed))
    assert [row["error"] for row in after] == [None] * len(HELD_OUT)
    assert sum(row["draft"]["drafter"] == "model" for row in after) >= len(HELD_OUT) - 4  # 504 plans ask nobody
    assert [row["case"] for row in after] == [row["case"] for row in before]
    assert mean(after, "on_target") > mean(before, "on_target")
    for old, new in zip(before, after, strict=True):
        for name, metric in old["metrics"].items():
            value, now = metric["value"], new["metrics"][name]["value"]
            if value is not None:
                assert now <= value if name in ("invented", "hard_fail") else now >= value, (old["case"], name)


@pytest.mark.parametrize("shift", [0, 4])
def test_a_model_that_invents_is_caught_every_time(run, shift):
    """Each case gets an invention of its own kind, the same again after it was told of it."""
    ids = tuple(f"g2-{number:03}" for number in range(1, 24, 2))
    kinds, used = list(INVENTIONS), dict[str, str]()

    def invent(proposal: Answer, statements: list[Answer]) -> list[Answer]:
        kind = used.setdefault(statements[0]["text"], kinds[(len(used) + shift) % len(kinds)])
        return INVENTIONS[kind](proposal, statements)

    before, after = run("composer", ids), run("bad", ids, answering(invent))
    assert len(set(used.values())) >= len(kinds) - 1
    assert [row["text"] for row in after] == [row["text"] for row in before]
    asked = [row for row in after if row["draft"]["usage"]]
    assert len(asked) >= 10
    for row in asked:
        assert row["draft"]["drafter"] == "composer"
        assert len(row["draft"]["set_aside"]) == len(row["draft"]["drafts"])
        assert row["draft"]["usage"]["revisions"] == 1
    assert [row["metrics"]["invented"] for row in after] == [row["metrics"]["invented"] for row in before]
