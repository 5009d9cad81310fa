"""Requests for somebody else's work are redirected, background is not; safety matters raise a banner."""

from __future__ import annotations

import pytest

from otassist.reading import read, scope


@pytest.mark.parametrize(
    ("jot", "who"),
    [
        ("teacher wants a reading fluency goal 90 wcpm by spring", "reading"),
        ("need a phonics goal", "reading"),
        ("please add a math facts goal", "math"),
        ("cant say her r's, add artic goal also?", "speech"),
        ("write a speech goal for his lisp", "speech"),
        ("write a bip for hitting", "behaviour"),
        ("need a counseling goal for anxiety", "psychologist"),
        ("can you recommend meds for adhd", "nurse"),
        ("does he have autism?", "psychologist"),
        ("mom wants OT to diagnose dyslexia", "psychologist"),
        ("check his vision", "nurse"),
        ("goal: increase ROM of the wrist", "clinic"),
        ("will ot cure his handwriting", "IEP team"),
        ("is he eligible for an IEP", "IEP team"),
    ],
)
def test_a_request_goes_to_the_right_member_of_the_team(jot: str, who: str) -> None:
    answer = scope.out_of_scope(jot)
    assert answer is not None
    assert who in answer.refer_to


@pytest.mark.parametrize(
    "jot",
    [
        "reads at 2nd gr level, copied 3/5",
        "during reading group kept place 6/8 lines",
        "seen by SLP for artic",
        "speech 2x/wk, OT 1x/wk",
        "has ADHD per file",
        "dx autism, copied 3/5",
        "took meds late, tired",
        "wears glasses",
        "PT saw him last wk",
        "spelling test: wrote 8/10 words legibly",
        "math worksheet 9/10 digits aligned",
        "BIP in place",
        "counselor notified 1:45",
        "speech-to-text for the bio paragraph",
        "goal: open 4/5 containers at lunch",
    ],
)
def test_background_is_no_request(jot: str) -> None:
    assert scope.out_of_scope(jot) is None


def test_a_request_stands_beside_what_was_seen() -> None:
    seen = read("kept place on 6/8 lines. teacher wants a reading fluency goal")
    assert seen.out_of_scope is not None
    assert "6/8" in {fact.text for fact in seen.facts}


@pytest.mark.parametrize(
    ("jot", "words"),
    [
        ("has bruises on both arms", "bruises"),
        ("no food at home since friday", "no food at home"),
        ("wrote 'i want to kill myself'", "kill myself"),
        ("says she wants to hurt herself", "hurt herself"),
        ("staring spell abt 20 sec", "staring spell"),
        ("choked on a grape at lunch", "choked on"),
        ("hit head on the curb", "hit head"),
        ("ran out of the building", "ran out of the building"),
        ("says he will bring a gun", "gun"),
        ("epipen given 11:40", "epipen"),
    ],
)
def test_a_safety_matter_raises_a_banner(jot: str, words: str) -> None:
    assert any(words in jot[item.start : item.end] for item in scope.safety(jot))


@pytest.mark.parametrize(
    "jot",
    [
        "choked up when reading",
        "seized the ball",
        "bruised apple in lunch",
        "killed it in PE today",
        "cut on the line 3/4",
        "fire drill, covered ears",
        "cutting w/ scissors 3/5",
        "pencil marks on paper",
        "dead tired by 12 min",
        "shot baskets 3/5",
    ],
)
def test_harmless_words_raise_none(jot: str) -> None:
    assert list(scope.safety(jot)) == []
