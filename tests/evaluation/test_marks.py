"""Marks in drafts: every number with its place in the jot, every change, and not a character lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.evaluation.report.marks import Drafted, changes, cut, drafted, jot_numbers, readable, sources


def numbers(jot: str, text: str, origin: str = "observed", facts: tuple[tuple[int, int], ...] = ()):
    """Each number of a draft with its kind and the jot's own words for it."""
    held = jot_numbers(jot)
    given_facts = [{"id": f"f{place}", "start": start, "end": end} for place, (start, end) in enumerate(facts)]
    clause = {"start": 0, "end": len(text), "origin": origin, "facts": [fact["id"] for fact in given_facts]}
    found = sources(Drafted(text, (clause,)), jot, given_facts)
    own = [jot[item.start : item.end] for item in held]
    return [(text[item.start : item.end], item.number, None if item.jot is None else own[item.jot]) for item in found]


@pytest.mark.parametrize(
    ("jot", "text", "expected"),
    [
        ("3/5 sentences", "copied 3/5 sentences", [("3/5", "jot", "3/5")]),
        ("vc x4, 30min", "cues 4 times for 30 minutes", [("4 times", "jot", "x4"), ("30 minutes", "jot", "30min")]),
        ("3 of 5", "3/5", [("3/5", "jot", "3 of 5")]),
        ("3/5 sentences", "4/5 sentences", [("4/5", "missing", None)]),
        ("no number", "in 12 trials", [("12", "missing", None)]),
        ("8/10 trials", "10 trials", [("10", "missing", None)]),  # a part of a number is another number
        ("3/5 copied", "nothing to count", []),
    ],
)
def test_a_number_is_linked_to_the_jots_own(jot, text, expected):
    assert numbers(jot, text) == expected


def test_a_proposed_number_is_no_missing_one():
    assert numbers("no number", "in 4 of 5 trials", "proposed") == [("4 of 5", "proposed", None)]
    assert numbers("no number", "in 4 of 5 trials", "bank") == [("4 of 5", "proposed", None)]


def test_the_fact_a_clause_names_decides_between_two_equal_numbers():
    jot = "3/5 words, then 3/5 letters"
    clauses = ({"start": 0, "end": 40, "origin": "observed", "facts": ["f2"]},)
    (found,) = sources(Drafted("3/5 letters", clauses), jot, [{"id": "f2", "start": 16, "end": 19}])
    assert found.jot == 1


def test_equal_numbers_are_taken_in_turn():
    held = sources(Drafted("3/5 words. 3/5 letters. 3/5 again"), "3/5 words, then 3/5 letters", [])
    assert [item.jot for item in held] == [0, 1, 0]


def test_several_drafts_are_one_text_with_their_clauses_in_place():
    answer = {
        "drafts": [
            {"text": "One 1.", "clauses": [{"start": 0, "end": 6}]},
            {"text": "Two 2.", "clauses": [{"start": 4, "end": 5, "origin": "proposed"}]},
        ]
    }
    found = drafted(answer, "printed")
    assert found.text == "One 1.\n\nTwo 2."
    assert [found.text[item["start"] : item["end"]] for item in found.clauses] == ["One 1.", "2"]
    assert drafted({}, "printed") == Drafted("printed")


@pytest.mark.parametrize(
    ("base", "new", "removed", "added"),
    [
        ("same", "same", [], []),
        ("The student ran.", "They ran.", ["The student"], ["They"]),
        ("in 3/5 trials", "in 4/5 trials", ["3/5"], ["4/5"]),
        ("a", "a b", [], [" b"]),
        ("", "new", [], ["new"]),
        ("old", "", ["old"], []),
    ],
)
def test_what_changed_is_told_in_whole_words(base, new, removed, added):
    left, right = changes(base, new)
    assert [base[part.start : part.stop] for part in left] == removed
    assert [new[part.start : part.stop] for part in right] == added


PIECES = ["3/5", "x4", "30 min", " ", "\n", "cue", "<b>", "é", "\U0001f600", "twice", "8", ".", "\x00"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(TEXTS, TEXTS, TEXTS)
def test_the_stretches_together_are_the_text_and_numbers_stay_whole(jot, base, new):
    removed, added = changes(base, new)
    for text, changed, kind in ((base, removed, "removed"), (new, added, "added")):
        found = sources(Drafted(text), jot, [])
        parts = list(cut(text, changed, kind, found))
        assert "".join(part.text for part in parts) == readable(text)
        assert [part.text for part in parts if part.number] == [readable(text[item.start : item.end]) for item in found]
        assert all(part.jot is None or part.jot < len(jot_numbers(jot)) for part in parts)


@given(TEXTS, TEXTS)
def test_what_is_left_of_both_is_the_same(base, new):
    def rest(text, changed):
        return "".join(char for place, char in enumerate(text) if not any(place in part for part in changed))

    removed, added = changes(base, new)
    assert rest(base, removed) == rest(new, added)


@given(st.text())
def test_control_characters_become_visible_and_nothing_else_changes(text):
    shown = readable(text)
    assert len(shown) == len(text)
    assert all(a == b or b == "\N{REPLACEMENT CHARACTER}" for a, b in zip(text, shown, strict=True))
    assert not set(shown) & {chr(code) for code in range(32) if chr(code) not in "\t\n"}
