"""Clauses changed by hand: what was typed is there to the letter, the rest stays, and every place still holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.conversation import edited, filled, mended
from otassist.domain import SECTIONS, Clause, Finding, Goal, Note
from otassist.errors import UsageError

TEXT = (
    "By ____, during writing, the student will copy sentences, in 4 of 5 sentences, as scored from work samples.\n"
    "Baseline: copied 3/5 sentences (date: ____)."
)
ROLES = {
    "By ____": ("timeframe", "blank"),
    "during writing": ("condition", "observed"),
    "copy sentences": ("behavior", "observed"),
    "in 4 of 5 sentences": ("criterion", "proposed"),
    "as scored from work samples": ("method", "proposed"),
    "Baseline: copied 3/5 sentences (date: ____).": ("baseline", "observed"),
}


def goal() -> Goal:
    clauses = tuple(
        Clause(f"c{number}", role, text, origin, start=TEXT.index(text), end=TEXT.index(text) + len(text))  # type: ignore[arg-type]
        for number, (text, (role, origin)) in enumerate(ROLES.items(), 1)
    )
    return Goal("goal", "handwriting", TEXT, clauses, {"stretch": TEXT.replace("4 of 5", "5 of 5")})


def note() -> Note:
    text = "Session note\n\nObjective\nThey copied 3/5 sentences.\n\nPlan\nWhat is planned? ____"
    told = Clause("n1", "objective", "They copied 3/5 sentences.", "observed", ("s1",), start=24, end=50)
    asked = Clause("n2", "plan", "What is planned? ____", "blank", start=57, end=78)
    sections = dict.fromkeys(SECTIONS, ()) | {"objective": (told,), "plan": (asked,)}
    return Note("session", None, sections, text)


def placed(draft: Goal | Note) -> bool:
    return all(draft.text[clause.start : clause.end] == clause.text for clause in draft.clauses)


def test_a_clause_says_what_was_typed_and_the_others_what_they_said():
    after = edited(goal(), {"c4": "in 9/10 words"})
    assert "in 9/10 words, as scored" in after.text
    assert [clause.text for clause in after.clauses if clause.id != "c4"] == [
        clause.text for clause in goal().clauses if clause.id != "c4"
    ]
    (changed,) = [clause for clause in after.clauses if clause.id == "c4"]
    assert changed.origin == "therapist"
    assert placed(after)


def test_the_same_words_change_nothing():
    assert edited(goal(), {"c4": " in 4 of 5 sentences "}) == goal()


def test_no_words_take_the_clause_out():
    after = edited(goal(), {"c2": ""})
    assert "during writing" not in after.text
    assert "c2" not in {clause.id for clause in after.clauses}
    assert placed(after)


@pytest.mark.parametrize(
    ("clause", "blank", "typed", "said"),
    [("c1", 0, "5/12/2027", "By 5/12/2027"), ("c6", 0, "9/3", "Baseline: copied 3/5 sentences (date: 9/3).")],
)
def test_a_blank_takes_what_is_typed(clause, blank, typed, said):
    after = filled(goal(), clause, typed, blank)
    (found,) = [item for item in after.clauses if item.id == clause]
    assert (found.text, found.origin) == (said, "therapist")


def test_a_question_gives_way_to_its_answer():
    after = filled(note(), "n2", "try grid paper in math")
    assert after.text.endswith("Plan\ntry grid paper in math.")
    assert "?" not in after.text


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: filled(goal(), "c2", "x"),
        lambda: filled(goal(), "c1", "x", 1),
        lambda: filled(goal(), "c1", "x", -1),
        lambda: filled(goal(), "c1", "  "),
        lambda: edited(goal(), {"c99": "x"}),
        lambda: edited(note(), {"n1": "", "n2": ""}) and edited(_bare(), {"n1": ""}),
    ],
)
def test_what_cannot_be_done_says_so(wrong):
    with pytest.raises(UsageError):
        wrong()


def _bare() -> Note:
    sections = dict.fromkeys(SECTIONS, ()) | {"objective": (Clause("n1", "objective", "Ok.", "observed", end=3),)}
    return Note("session", None, sections, "Ok.")


def finding(
    check: str, rewrite: str | None, clause: str | None = None, place: tuple[int, int] | None = None
) -> Finding:
    start, end = place or (None, None)
    return Finding("g1", check, "warning", "good practice", "m", "r", clause, start, end, rewrite)


def test_a_missing_time_is_put_first_and_a_missing_baseline_last():
    untimed = replace(goal(), text=TEXT.removeprefix("By ____, "), clauses=())
    assert mended(untimed, finding("no_timeframe", "By ____")).text.startswith("By ____, during writing")
    unmeasured = edited(goal(), {"c6": ""})
    assert mended(unmeasured, finding("no_baseline", "Baseline: ____.")).text.endswith("Baseline: ____.")


def test_a_rewrite_stands_in_the_place_of_the_words_it_is_about():
    start = TEXT.index("work samples")
    after = mended(goal(), finding("jargon", "dated pages", "c5", (start, start + len("work samples"))))
    assert "as scored from dated pages." in after.text
    assert placed(after)


def test_a_finding_without_a_rewrite_asks():
    with pytest.raises(UsageError):
        mended(goal(), finding("wish", None, "c3"))


@given(st.dictionaries(st.sampled_from([f"c{number}" for number in range(1, 7)]), st.text(max_size=60)))
def test_whatever_is_typed_every_place_still_holds(words):
    try:
        after = edited(goal(), words)
    except UsageError:
        return
    assert placed(after)
    for identity, text in words.items():
        kept = "".join(char for char in text.replace("\r\n", "\n") if char.isprintable() or char in "\n\t").strip()
        assert kept[1:] in after.text  # the first letter of a sentence may have become a capital
        assert (identity in {clause.id for clause in after.clauses}) == bool(kept)
