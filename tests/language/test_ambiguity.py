"""Ambiguous shorthand: the words around settle it, or it stays as typed with its options."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.language import Word, words_of
from otassist.language.tables import table


def word(text: str, source: str) -> Word:
    return next(item for item in words_of(text) if item.source == source)


SETTLED = [
    ("PT says stairs ok", "PT", "physical therapist"),
    ("receives PT services", "PT", "physical therapy"),
    ("took a 10 min break", "10 min", "10 minutes"),
    ("few min late", "min", "minutes"),
    ("shoes w/ min difficulty", "min", "minimal"),
    ("in the fall", "fall", "fall"),
    ("tripped, fall on stairs", "fall", "fall"),
    ("hw folder missing", "hw", "homework"),
    ("hw legible", "hw", "handwriting"),
    ("vp for each, FP 1x", "vp", "verbal prompt"),
    ("HOH, wears hearing aids", "HOH", "hard of hearing"),
    ("soap HOH", "HOH", "hand-over-hand assistance"),
    ("used a timer", "a", "a"),
    ("mod A for zipper", "mod A", "moderate assistance"),
    ("sb helps w/ wrist", "sb", "slant board"),
    ("sat at table", "at", "at"),
    ("looked at me", "at", "at"),
    ("login I", "I", "independent"),
    ("ind tx weekly", "ind", "individual"),
    ("max 2 vc", "max 2 vc", "at most 2 verbal cues"),
    ("needs A for zipper", "A", "assistance"),
    ("k name writing", "k", "kindergarten"),
    ("screening, k, 15 min", "k", "kindergarten"),
    ("consult w/ k tchr", "k", "kindergarten"),
    ("K tapped done 9/11", "K", "K"),
    ("yellow paper, sent 10 sheets", "sent", "sent"),
    ("copied 2 sent from board", "sent", "sentence"),
    ("missing assts found", "assts", "assignments"),
    ("cursive sig on form", "sig", "signature"),
    ("counted change w/ calc", "calc", "calculator"),
    ("ext keyboard on desk", "ext", "external"),
    ("finds error in his wk", "wk", "work"),
    ("last wk 3x", "wk", "week"),
    ("VP SS 91", "VP", "visual perception"),
    ("she sped up", "sped", "sped"),
    ("balance R ft 11 sec", "ft", "foot"),
    ("both ft jump no", "ft", "feet"),
    ("T tally 2 wks", "T", "teacher"),
    ("coat bp folder I", "bp", "backpack"),
    ("ate half sand", "sand", "sandwich"),
    ("Para could read 70%", "Para", "paraprofessional"),
    ("R talked over her", "R", "R"),
    ("PT copied", "PT", "physical therapist"),
    ("AT / word prediction", "AT", "assistive technology"),
    ("stood w/o c/o", "c/o", "complaint"),
    ("mom c/o he is slow", "c/o", "complains"),
    ("9 min b4 c/o pain", "c/o", "complaint of"),
    ("R wrist fx", "fx", "fracture"),
]


@pytest.mark.parametrize(("text", "source", "meaning"), SETTLED)
def test_context_settles(text: str, source: str, meaning: str) -> None:
    found = word(text, source)
    assert (found.text, found.ambiguous) == (meaning, None)


ASKED = [
    ("saw PT", "PT", {"physical therapist", "physical therapy", "part-time"}),
    ("1 vp", "vp", {"visual prompt", "verbal prompt"}),
    ("needed 2 vp", "vp", {"visual prompt", "verbal prompt"}),
    ("max vol", "max", {"maximal", "maximum"}),
    ("SS again", "SS", {"social studies", "standard score"}),
    ("cm", "cm", {"case manager", "centimeters"}),
    ("hw", "hw", {"handwriting", "homework"}),
    ("mm", "mm", {"morning meeting", "millimeters"}),
    ("dr", "dr", {"doctor", "dressing"}),
]


@pytest.mark.parametrize(("text", "source", "options"), ASKED)
def test_without_context_the_text_stays_and_options_are_offered(text: str, source: str, options: set[str]) -> None:
    found = word(text, source)
    assert found.ambiguous is not None
    assert found.ambiguous.short == source
    assert options <= set(found.ambiguous.options)
    assert len(set(found.ambiguous.options)) == len(found.ambiguous.options)


PLAIN = [
    "sat at table",
    "add two",
    "it is so",
    "to be or not to be",
    "us and them",
    "I am here",
    "or else",
    "is it",
]


@pytest.mark.parametrize("text", PLAIN)
def test_words_of_grammar_are_never_asked_about(text: str) -> None:
    assert [item.source for item in words_of(text) if item.ambiguous] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I told the aide", None),
        ("and that I saw", None),
        ("I gave mod A", None),
        ("when I asked", None),
        ("login I", "independence"),
        ("zipper I, coat I", "independence"),
        ("shoes I w/ horn", "independence"),
        ("I x3", "independence"),
    ],
)
def test_the_therapist_and_the_level(text: str, kind: str | None) -> None:
    level = word(text, "I").level
    assert (level.kind if level else None) == kind


def test_a_neighbour_counts_only_within_its_line() -> None:
    assert word("planner ok\nhw", "hw").ambiguous is not None


def test_every_row_has_a_sense_and_a_meaning() -> None:
    assert all(row["short"] and row["sense"] and row["long"] and row["kind"] for row in table("ambiguous"))


SHORTS = sorted({row["short"] for row in table("ambiguous")})


@pytest.mark.parametrize("short", SHORTS)
def test_at_most_one_sense_is_the_default(short: str) -> None:
    assert sum(row["default"] == "yes" for row in table("ambiguous") if row["short"] == short) <= 1


@given(st.lists(st.sampled_from([*SHORTS, "the", "w/", "3", "\n", ",", "zipper"]), max_size=12))
def test_an_undecided_word_offers_at_least_two_meanings(parts: list[str]) -> None:
    text = " ".join(parts)
    for item in words_of(text):
        assert text[item.start : item.end] == item.source
        if item.ambiguous:
            assert len(item.ambiguous.options) >= 2
