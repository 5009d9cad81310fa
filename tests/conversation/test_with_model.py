"""A model beside the patterns: what they understand asks nobody, and what a model gives is applied to the letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from conversation.drafts import COPY, DRAFTS, MEANS, NOTE, PACK
from conversation.table import EARLIER, LAST, ROWS, answer, fault
from otassist.conversation import Draft, reply
from otassist.conversation.applying import applied
from otassist.domain import Goal, Kinded, MessageKind, Proposed, Redrafted


@dataclass
class Model:
    """Takes every message for a kind and answers with changes; notes what it was asked."""

    said: MessageKind = "edit"
    changes: tuple[Proposed, ...] = ()
    asked: list[str] = field(default_factory=list)

    def kind(self, message: str, draft: Draft | None) -> Kinded:
        self.asked.append(f"kind of {message}")
        return Kinded(self.said)

    def edit(self, message: str, draft: Draft, apply: Callable[[Sequence[Proposed]], Draft]) -> Redrafted:
        self.asked.append(message)
        return Redrafted(apply(self.changes), model="m") if self.changes else Redrafted(why="It is down.")


def test_what_the_patterns_understand_asks_no_model():
    done = [row for row in ROWS if row["result"] != "?" and fault(row, answer(row)) is None]
    assert len(done) > 200
    for row in done:
        model = Model()
        got = reply(row["message"], DRAFTS[row["draft"]], replace(MEANS, model=model), (EARLIER, LAST))
        assert (got, model.asked) == (answer(row), []), row["message"]


@pytest.mark.parametrize("draft", [COPY, PACK, NOTE], ids=["copy", "pack", "note"])
def test_a_model_that_fails_leaves_what_the_patterns_offer(draft):
    """The same buttons as without one, and its reason instead of `none is set`."""
    for message in ("hmm 4/5 feels off", "could be fewer objectives, no?"):
        without = reply(message, draft, MEANS)
        got = reply(message, draft, replace(MEANS, model=Model()))
        assert (got.draft, got.questions, got.needs_model) == (draft, without.questions, True)
        assert got.said == "It is down. Your message is kept; the draft is as it was."


@pytest.mark.parametrize(
    ("draft", "change", "wanted"),
    [
        (COPY, Proposed("c3", "replace", "Write words."), {"c3": "write words"}),
        (COPY, Proposed("c6", "replace", "baseline: none yet"), {"c6": "Baseline: none yet."}),
        (COPY, Proposed("c2", "remove", ""), {"c2": None}),
        (COPY, Proposed("c3", "add", "nothing can be added here"), {}),
        (COPY, Proposed("c99", "replace", "no such clause"), {}),
        (NOTE, Proposed("c3", "replace", "they copied 3/5 sentences"), {"c3": "They copied 3/5 sentences."}),
        (NOTE, Proposed("c6", "add", "and again"), {"c7": "And again."}),
    ],
)
def test_a_change_stands_in_its_clauses_place_in_its_form(draft, change, wanted):
    made = applied(draft, (change,), "t1")
    before, after = ({each.id: each.text for each in item.clauses} for item in (draft, made))
    changed = {name: after.get(name) for name in {*before, *after} if before.get(name) != after.get(name)}
    assert changed == wanted
    assert all(made.text[clause.start : clause.end] == clause.text for clause in made.clauses)


def test_objectives_keep_their_numbers_while_they_are_changed():
    changes = (
        Proposed("o1", "remove", ""),
        Proposed("o2", "replace", "zip the bag"),
        Proposed("o3", "add", "carry it"),
        Proposed("", "add", "Find it."),
    )
    made = applied(PACK, changes, "t1")
    assert isinstance(made, Goal)
    assert [step.text for step in made.objectives] == ["Find it.", "Zip the bag.", PACK.objectives[2].text, "Carry it."]


def test_words_of_the_message_are_the_therapists_and_others_keep_their_origin():
    model = Model(changes=(Proposed("c3", "replace", "He smiled.", said=True), Proposed("c4", "replace", "He sat.")))
    got = reply("sparkle it up some", NOTE, replace(MEANS, model=model), said_before=2)
    clauses = {clause.id: clause for clause in got.draft.clauses}
    assert (clauses["c3"].origin, clauses["c3"].statements) == ("therapist", ("t3",))
    assert (clauses["c4"].origin, clauses["c4"].statements) == ("observed", ())
    assert {change.new.id for change in got.changes} == {"c3", "c4"}
