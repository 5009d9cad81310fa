"""A sentence stands for its statement only if no number and no content word was lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting.keeping import keeps_numbers, keeps_words
from otassist.language import words_of


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("copied 3/5 sentences", "The student copied 3/5 sentences."),
        ("sat 10 min", "The student sat for 10 minutes."),
        ("vc x2", "2 verbal cues were needed."),
        ("80% legible", "Legibility was 80%."),
        ("9:15-9:45", "from 9:15 to 9:45"),
        ("no numbers", "Nothing was counted."),
        ("3 tries, 3 hits", "There were 3 tries and as many hits."),
        ("beam 2 of 6 ft", "The student walked 2 of 6 feet."),
        ("room 114", "in room 114"),
    ],
)
def test_every_numeral_is_still_there(source: str, text: str) -> None:
    assert keeps_numbers(text, source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("copied 3/5 sentences", "The student copied 3 sentences."),
        ("sat 10 min", "The student sat for 1 minute."),
        ("vc x2", "Verbal cues were needed."),
        ("80% legible", "Legibility was 8%."),
        ("9:15-9:45", "from 9:15 to 9:40"),
        ("room 114", "in room 11"),
        ("1 br", "There was a break."),
        ("12 of 20", "120 of 20"),
        ("x4", "The student did it 40 times."),
    ],
)
def test_a_lost_or_changed_numeral_is_seen(source: str, text: str) -> None:
    assert not keeps_numbers(text, source)


@given(st.lists(st.integers(0, 999), max_size=6))
def test_a_text_keeps_its_own_numbers_and_an_empty_one_none(numbers: list[int]) -> None:
    source = " and ".join(map(str, numbers))
    assert keeps_numbers(f"It was {source}.", source)
    assert keeps_numbers("It was so.", source) == (not numbers)


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("book keeps sliding", "The book keeps sliding."),
        ("cut circle", "The circle was cut."),
        ("wrote name", "The name was written."),
        ("login I", "The student was independent with the login."),
        ("vc x1 to start", "1 verbal cue was needed to start."),
        ("student tired", "He was tired."),
        ("zipper min A", "The student needed minimal assistance with the zipper."),
        ("legible", "Legibility was seen."),
        ("aide helped", "The aide helped."),
        ("sat 10 min", "The student sat for 10 minutes."),
        ('said "no way"', 'The student said "no way".'),
        ("shapes matched 8/10", "Shapes were matched 8/10."),
    ],
)
def test_every_content_word_is_there_in_some_form(jot: str, text: str) -> None:
    assert keeps_words(text, words_of(jot))


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("book keeps sliding", "The book is there."),
        ("cut circle", "The student cut."),
        ("wrote name", "The student wrote."),
        ("vc x1 to start", "The student started."),
        ("zipper min A", "The student needed assistance with the zipper."),
        ("aide helped", "The student was helped."),
        ("sat 10 min", "The student sat."),
        ("red pencil", "The student used a pencil."),
        ('said "no way"', 'The student said "yes".'),
        ("shapes matched 8/10", "Shapes were matched."),
        ("mom called", "The student called."),
    ],
)
def test_a_lost_content_word_is_seen(jot: str, text: str) -> None:
    assert not keeps_words(text, words_of(jot))


@pytest.mark.parametrize("jot", ["he", "she", "student", "the", "and", "to", "", ", ."])
def test_words_without_content_may_go(jot: str) -> None:
    assert keeps_words("Something else entirely.", words_of(jot))


@pytest.mark.parametrize(
    "jot", ["aide helped", "cut 3 circles w/ min A", "zipped coat", "mom called friday", "red pencil", "sat on rug"]
)
def test_the_words_themselves_are_always_enough(jot: str) -> None:
    words = words_of(jot)
    assert keeps_words(" ".join(word.text for word in words), words)
    assert not keeps_words("", words)
