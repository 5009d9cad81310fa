"""What a statement has to say: without label, withdrawn value, filler and speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting.bodies import body_of, opens_with_saying, speaker, trimmed, without_source
from otassist.drafting.recording import spelt_out
from otassist.language import words_of

from .drafted import said
from .made import told_of


@pytest.mark.parametrize(
    ("jot", "body"),
    [
        ("um copied 3/5 words", "copied 3/5 words"),
        ("P: retry raised line", "retry raised line"),
        ("T: 'its squeaky'", '"its squeaky"'),
        ("copied 3/5 words", "copied 3/5 words"),
        ("mom says she hates velcro", "mother says she hates Velcro"),
    ],
)
def test_a_body_has_no_label_and_no_filler(jot: str, body: str) -> None:
    statement, words = told_of(jot)
    assert spelt_out(body_of(statement, words)) == body


def test_a_label_alone_says_nothing() -> None:
    statement, words = told_of("P:")
    assert body_of(statement, words) == []


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("and copied words", "copied words"),
        ("copied words and", "copied words"),
        (", copied words ,", "copied words"),
        ("copied and cut", "copied and cut"),
        ("+ copied", "copied"),
        ("and", ""),
    ],
)
def test_what_joined_it_to_its_neighbours_is_trimmed(source: str, left: str) -> None:
    assert spelt_out(trimmed(words_of(source))) == left


@given(st.lists(st.sampled_from(["and", ",", "copied", "words", "3/5", "-", "or"]), max_size=8).map(" ".join))
def test_trimming_twice_trims_no_more(source: str) -> None:
    once = trimmed(words_of(source))
    assert trimmed(once) == once
    assert [word for word in words_of(source) if word.text in ("copied", "words", "3/5")] == [
        word for word in once if word.text in ("copied", "words", "3/5")
    ]


@pytest.mark.parametrize(
    ("jot", "by"),
    [
        ("mom says she hates velcro", "the student's mother"),
        ("dad: slow at home", "the student's father"),
        ("teacher says he loses his place", "the teacher"),
        ("said 'my hand hurts'", "{S}"),
        ("copied 3/5 words", ""),
    ],
)
def test_the_speaker_is_named_as_a_note_names_them(jot: str, by: str) -> None:
    assert speaker(told_of(jot)[0]) == by


@pytest.mark.parametrize(
    ("jot", "rest"),
    [
        ("mom says she hates velcro", "she hates Velcro"),
        ("teacher says he loses his place", "he loses his place"),
        ("said 'my hand hurts'", '"my hand hurts"'),
        ("copied 3/5 words", "copied 3/5 words"),
        ("reported to office", "reported to office"),
    ],
)
def test_only_the_words_of_the_source_are_taken_away(jot: str, rest: str) -> None:
    statement, words = told_of(jot)
    assert spelt_out(without_source(body_of(statement, words), statement)) == rest


@pytest.mark.parametrize(
    ("source", "opens"),
    [("says they feel tired", True), ("reported to the office", False), ("copied words", False), ("said", True)],
)
def test_saying_is_told_from_reporting_to_somebody(source: str, opens: bool) -> None:
    assert opens_with_saying(words_of(source)) is opens


def test_no_words_open_with_nothing() -> None:
    assert opens_with_saying(()) is False


def test_a_jot_cut_off_behind_and_is_read() -> None:
    assert told_of("copied words, and")[0].text.startswith("copied words")


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("copied 5/7 letters no wait 4/7", "copied 4/7 letters"),
        ("3/4 lines without crossing no wait 2/4", "2/4 lines without crossing"),
        ("held 10 sec w/ cue no wait 12 sec", "12 seconds with cue"),
        ("3/5 letters no 4/5 letters", "4/5 letters"),
    ],
)
def test_what_was_counted_survives_a_correction(jot: str, text: str) -> None:
    assert text in " ".join(said(jot))


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("5 redirections no wait 4", "5 redirections no wait 4"),
        ("zipped coat. oops shoes first", "zipped coat; oops shoes first"),
        ("cut 3 lines. sorry 4, one was dark", "cut 3 lines; sorry 4"),
    ],
)
def test_a_correction_nobody_can_settle_is_told_as_it_was_jotted(jot: str, text: str) -> None:
    assert text in " ".join(said(jot))
