"""What a sentence about a practice passage may say: what one of its sentences says, and nothing beyond."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.bank import read_corpus, shipped_corpus
from otassist.drafting.model.resting import sentences_in, unborne

VESTS = "Weighted vests are popular in classrooms. Studies of vests found little effect on attention, and none is law."
BOARD = (
    "A slant board lifts the page toward the eyes and lets the wrist rest bent back. Set it at 20 degrees for 3 weeks. "
    "Do not use it with a student who leans on the arms. The teacher reminds the student once, and then waits."
)
LAMP = "If the glare is strong, turn the desk away from the window."


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("A slant board lifts the page toward the eyes and lets the wrist rest bent back.", BOARD),
        ("A slant board lifts the page toward the eyes.", BOARD),
        ("The slant board lets the wrist rest bent back.", BOARD),
        ("Set it at 20 degrees for 3 weeks.", BOARD),
        ("A slant board lifts the page toward the eyes. The teacher reminds the student once.", BOARD),
        ("Do not use it with a student who leans on the arms.", BOARD),
        ("Don't use it with a student who leans on the arms.", BOARD),
        ("The teacher reminds the student once.", BOARD),
        ("Studies of vests found little effect on attention, and none is law.", VESTS),
        ("Turn the desk away from the window if the glare is strong.", LAMP),
        ("A slant board lifts the page; if the glare is strong, turn the desk away.", f"{BOARD} {LAMP}"),
    ],
)
def test_what_a_passage_says_is_borne(text, passage):
    assert unborne(text, sentences_in(passage)) == []


@pytest.mark.parametrize(
    ("text", "passage", "fault"),
    [
        ("Set it at 30 degrees for 3 weeks.", BOARD, "invented_number"),
        ("Set it at 3 degrees for 20 weeks.", BOARD, "moved"),
        ("Use it with a student who leans on the arms.", BOARD, "left_out"),
        ("A slant board does not lift the page toward the eyes.", BOARD, "foreign_denial"),
        ("A slant board strengthens the wrist.", BOARD, "foreign_words"),
        ("A slant board lifts the page toward the eyes. It is good.", BOARD, "foreign_words"),
        ("A slant board always lifts the page toward the eyes.", BOARD, "foreign_words"),
        ("The student reminds the teacher once.", BOARD, "moved"),
        ("Studies of vests found effect on attention.", VESTS, "left_out"),
        ("Weighted vests help attention in classrooms.", VESTS, "foreign_words"),
        ("Weighted vests are popular for attention.", VESTS, "foreign_words"),  # of two sentences
        ("Turn the desk away from the window.", LAMP, "left_out"),
        ("According to Case-Smith, a slant board lifts the page.", BOARD, "foreign_words"),
        ("Cut at midline with a Fiskars.", "", "no_source"),
    ],
)
def test_what_no_passage_says_is_not(text, passage, fault):
    assert fault in [kind for kind, _ in unborne(text, sentences_in(passage))]


@cache
def library() -> tuple[str, ...]:
    """Every sentence of the shipped practice passages that has a few words."""
    told = [sentence for item in read_corpus(shipped_corpus()).practice for sentence in sentences_in(item.text)]
    return tuple(sentence for sentence in told if len(sentence.split()) > 5 and ";" not in sentence)


def spoilt(sentence: str, other: str) -> Iterator[str]:
    """The sentence with one thing changed, added or left out, where it has such a thing."""
    if re.search(r"\d", sentence):
        yield re.sub(r"\d+", lambda found: str(int(found[0]) + 7), sentence, count=1)
    if re.search(r"\b(?:not|never|only|may|if)\b", sentence):
        yield re.sub(r"\b(?:do )?(?:not|never|only|may|if) ", "", sentence, count=1)
    yield f"{sentence.rstrip('.')} in 4 of 5 trials."
    yield f"{sentence.rstrip('.')}, as Dr. Ravensworth proved."
    yield f"It is never true that {sentence[:1].lower()}{sentence[1:]}"
    yield f"{sentence.rstrip('.')} with hippotherapy."


def test_every_sentence_of_the_library_bears_itself_out_and_no_spoilt_one():
    told = library()
    assert len(told) > 700
    assert [sentence for sentence in told if unborne(sentence, [sentence])] == []
    bad = [text for sentence in told for text in spoilt(sentence, told[0]) if text != sentence]
    missed = [text for text, source in zip(bad, _sources(told), strict=True) if not unborne(text, [source])]
    assert len(bad) > 5000
    assert missed == []


def _sources(told: tuple[str, ...]) -> list[str]:
    return [sentence for sentence in told for text in spoilt(sentence, told[0]) if text != sentence]


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_judged(text, source):
    assert isinstance(unborne(text, sentences_in(source)), list)
    assert "".join("".join(sentences_in(source)).split()) in "".join(source.split()) or '"' in source or "”" in source
