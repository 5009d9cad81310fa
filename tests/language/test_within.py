"""The words between two offsets: all of them, and none that only touches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.language import within, words_of

JOT = "copied 3/5 sentences w/ min vc, left seat x3"


@pytest.mark.parametrize(
    ("start", "end", "sources"),
    [
        (0, len(JOT), ["copied", "3/5", "sentences", "w/", "min vc", ",", "left", "seat", "x3"]),
        (0, 6, ["copied"]),
        (0, 10, ["copied", "3/5"]),
        (7, 20, ["3/5", "sentences"]),
        (JOT.index("left"), len(JOT), ["left", "seat", "x3"]),
        (0, 5, []),
        (1, 6, []),
        (8, 10, []),
        (0, 0, []),
    ],
)
def test_only_whole_words_between_the_offsets_are_given(start: int, end: int, sources: list[str]) -> None:
    assert [word.source for word in within(words_of(JOT), start, end)] == sources


@given(st.integers(0, len(JOT)), st.integers(0, len(JOT)))
def test_it_is_what_looking_at_every_word_gives(start: int, end: int) -> None:
    words = words_of(JOT)
    assert list(within(words, start, end)) == [word for word in words if start <= word.start and word.end <= end]
