"""Levels: assistance, independence and cues, each bound to the noun behind it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.language import words_of
from otassist.language.levels import find, noun_follows


def told(text: str) -> list[tuple[str, str, str]]:
    return [(text[item.start : item.end], item.kind, item.spoken) for item in find(text)]


ASSIST = [
    ("zipper mod A", "mod A", "moderate assistance"),
    ("COAT MAX A.", "MAX A", "maximal assistance"),
    ("needed min a for zipper", "min a", "minimal assistance"),
    ("needed mod a zipper", "mod a", "moderate assistance"),
    ("min assist x2", "min assist", "minimal assistance"),
    ("min. A w/ snaps", "min. A", "minimal assistance"),
    ("modA for coat", "modA", "moderate assistance"),
    ("min-mod A", "min-mod A", "minimal to moderate assistance"),
    ("min/mod A", "min/mod A", "minimal to moderate assistance"),
    ("mod to max A", "mod to max A", "moderate to maximal assistance"),
    ("mod phys A", "mod phys A", "moderate physical assistance"),
    ("3/5 min A", "min A", "minimal assistance"),
    ("needs 10 min A", "min A", "minimal assistance"),
    ("total A", "total A", "total assistance"),
    ("both need less A", "less A", "less assistance"),
    ("soap HOH.", "HOH", "hand-over-hand assistance"),
    ("hoh for scissors", "hoh", "hand-over-hand assistance"),
    ("stairs SBA", "SBA", "standby assistance"),
    ("CGA, 1 tilt", "CGA", "contact guard assistance"),
    ("set-up A for tray", "set-up A", "set-up assistance"),
]
NO_ASSIST = [
    "min a day",
    "10 min a session",
    "5 min a kid",
    "used a timer",
    "as a group",
    "A: glue stick",
    "vitamin A",
    "set up a meeting",
    "stand by a wall",
    "total a mess",
    "hand over hand a lot",
    "Mina said hi",
    "10 min support",
    "no a",
    "HOH, wears hearing aids",
    "max a week",
    "max volume",
    "modal",
    "the cga's",
]


@pytest.mark.parametrize(("text", "source", "spoken"), ASSIST)
def test_assistance_is_a_grade_and_its_noun(text: str, source: str, spoken: str) -> None:
    assert told(text) == [(source, "assist", spoken)]


@pytest.mark.parametrize("text", NO_ASSIST)
def test_no_assistance_is_made_up(text: str) -> None:
    assert told(text) == []


INDEPENDENT = [
    ("login I", "independent"),
    ("zipper I, coat too", "independent"),
    ("3 of 7 steps I (water on)", "independent"),
    ("pull up I once started", "independent"),
    ("tray I w/ walker", "independent"),
    ("I x5. forgot lid", "independent"),
    ("dollar up, I to $20", "independent"),
    ("goggles I\n- burner: partner", "independent"),
    ("shoes (I)", "independent"),
    ("was indep w/ coat", "independent"),
    ("mod I for shoes", "modified independent"),
    ("Mod Indep.", "modified independent"),
    ("ind w/ coat", "independent"),
]
NOT_INDEPENDENT = [
    "I saw him",
    "I used the timer",
    "and that I told mom",
    "when I, the para",
    "not that I saw",
    "I moved the footrest",
    "i think 16",
    "she said I can",
    "independent reading time",
    "ind tx 30 min",
    "I'm here",
    "I/O device",
    "depend on aide",
    "dep on weather",
    "part II",
]


@pytest.mark.parametrize(("text", "spoken"), INDEPENDENT)
def test_independence_is_said_of_the_student(text: str, spoken: str) -> None:
    assert [(kind, said) for _, kind, said in told(text)] == [("independence", spoken)]


@pytest.mark.parametrize("text", NOT_INDEPENDENT)
def test_the_pronoun_is_no_level(text: str) -> None:
    assert told(text) == []


CUES = [
    ("max vc", "max vc", "maximal verbal cues"),
    ("min vc for spaces", "min vc", "minimal verbal cues"),
    ("3 vc", "3 vc", "3 verbal cues"),
    ("1 vc", "1 vc", "1 verbal cue"),
    ("w/ 1 vc", "1 vc", "1 verbal cue"),
    ("1-2 vcs", "1-2 vcs", "1-2 verbal cues"),
    ("two tc", "two tc", "two tactile cues"),
    ("2+ vc", "2+ vc", "2 or more verbal cues"),
    ("~3 vc", "~3 vc", "approximately 3 verbal cues"),
    ("<3 vc", "<3 vc", "less than 3 verbal cues"),
    ("max 2 vc", "max 2 vc", "at most 2 verbal cues"),
    ("max of 2 vc", "max of 2 vc", "at most 2 verbal cues"),
    ("no more than 2 vc", "no more than 2 vc", "no more than 2 verbal cues"),
    ("up to 3 prompts", "up to 3 prompts", "up to 3 prompts"),
    ("4 min vc", "4 min vc", "4 minimal verbal cues"),
    ("5 min 2 vc", "2 vc", "2 verbal cues"),
    ("x3 min vc", "min vc", "minimal verbal cues"),
    ("3 of 5 vc", "vc", "verbal cues"),
    ("4/5 vc", "vc", "verbal cues"),
    ("vc/tc", "vc/tc", "verbal/tactile cues"),
    ("min v/t cues", "min v/t cues", "minimal verbal/tactile cues"),
    ("2 gest cues", "2 gest cues", "2 gestural cues"),
    ("mod verbal prompts", "mod verbal prompts", "moderate verbal prompts"),
    ("a few reminders", "a few reminders", "a few reminders"),
    ("no vc", "no vc", "no verbal cues"),
    ("3x vc", "3x vc", "3 verbal cues"),
    ("FP for soap", "FP", "full physical prompts"),
    ("2 redirs", "2 redirs", "2 redirections"),
]
NO_CUES = [
    "cued him",
    "prompt start",
    "on cue",
    "10 min visual schedule",
    "vcr",
    "verbal child",
    "the reminder",
    "1 vp",
    "physical education",
    "prompts",
]


@pytest.mark.parametrize(("text", "source", "spoken"), CUES)
def test_a_cue_keeps_its_grade_and_its_count(text: str, source: str, spoken: str) -> None:
    assert told(text) == [(source, "cue", spoken)]


@pytest.mark.parametrize("text", NO_CUES)
def test_no_cue_is_made_up(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("grade", ["min", "mod", "max", "no", "total"])
@pytest.mark.parametrize("cue", ["vc", "vcs", "tc", "verbal cues", "gestural prompts", "vc/tc"])
def test_a_graded_cue_is_never_assistance(grade: str, cue: str) -> None:
    assert [item.kind for item in find(f"wrote name w/ {grade} {cue} today")] == ["cue"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("SBA/CGA on stairs", ["standby assistance", "contact guard assistance"]),
        ("CGA-min A", ["contact guard assistance", "minimal assistance"]),
        ("mod A/max vc", ["moderate assistance", "maximal verbal cues"]),
        ("SBA -> mod A", ["standby assistance", "moderate assistance"]),
        ("mod A, then min vc", ["moderate assistance", "minimal verbal cues"]),
        ("zipper I, coat mod A", ["independent", "moderate assistance"]),
        ("min A w/ 2 vc", ["minimal assistance", "2 verbal cues"]),
        ("HOH then SBA", ["hand-over-hand assistance", "standby assistance"]),
    ],
)
def test_two_levels_stay_two(text: str, spoken: list[str]) -> None:
    assert [item.spoken for item in find(text)] == spoken


@pytest.mark.parametrize(
    "text",
    [
        "5 min A",
        "5 min assist",
        "5 min a for coat",
        "5 min vc",
        "5 min verbal cues",
        "5 min-mod A",
        "5 min prompts",
        "5 min HOH",
    ],
)
def test_a_level_noun_follows_min(text: str) -> None:
    assert noun_follows(text, 5)


@pytest.mark.parametrize(
    "text",
    [
        "5 min a day",
        "5 min",
        "5 min break",
        "5 min visual timer",
        "5 min support",
        "5 min, A left",
        "5 min of A",
        "5 min aide",
    ],
)
def test_no_level_noun_follows_minutes(text: str) -> None:
    assert not noun_follows(text, 5)


# The last ones match `s`, `i` and `k` where case is ignored.
WRITTEN = (
    "min mod max A a I i vc vcs tc HOH hoh SBA / - -> , . ( ) 3 1-2 of x verbal v t cues prompts no some "
    "to w/ for ind dep"
)
PIECES = st.sampled_from([*WRITTEN.split(), "\n", "\u017f", "\u0131", "\u0130", "\u212a"])
JOTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "  "])), max_size=24).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@given(st.one_of(JOTS, st.text(max_size=80)))
def test_find_is_total_ordered_and_exact(text: str) -> None:
    end = 0
    for item in find(text):
        assert end <= item.start < item.end <= len(text)
        source = text[item.start : item.end]
        assert source == source.strip()
        assert re.findall(r"\d+", source) == re.findall(r"\d+", item.spoken)
        assert item.kind in {"assist", "independence", "cue"}
        end = item.end


@pytest.mark.parametrize(
    "piece",
    [
        "I ",
        "I. ",
        "hoh ",
        "ind ",
        "vc, ",
        "verbal, ",
        "v/",
        "min ",
        "max 2 ",
        "SBA/",
        "(I) ",
        " ",
        "no more than ",
    ],
)
def test_twenty_thousand_characters_of_anything_are_read(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    found = find(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert sum(item.end - item.start for item in found) <= len(text)


@pytest.mark.parametrize("jot", ["swing on tummy 2 min\nA: unsure", "rested 5 min\na new one", "zipper mod\nA: ok"])
def test_no_level_reaches_over_a_new_line(jot: str) -> None:
    assert [word.text for word in words_of(jot) if word.tag == "A"] == []
