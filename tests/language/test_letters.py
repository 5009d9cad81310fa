"""Single letters: alphabet letters among others stay letters; hands, grades and shorthand do not become any."""

from __future__ import annotations

import pytest

from otassist.language import words_of


def letters(text: str) -> list[str]:
    return [word.source for word in words_of(text) if word.kind == "letter"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mostly B D R", ["B", "D", "R"]),
        ("starts a, e and o at top", ["a", "e", "o"]),
        ("letters F E D P", ["F", "E", "D", "P"]),
        ("mixes b + d", ["b", "d"]),
        ("b or d", ["b", "d"]),
        ("rev 3 (s,z,N)", ["s", "z", "N"]),
        ("b/d reversals", ["b/d"]),
        ("starts a/o/g at bottom", ["a/o/g"]),
        ("connects o-w, b-r", ["o-w", "b-r"]),
    ],
)
def test_letters_among_letters(text: str, found: list[str]) -> None:
    assert letters(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "R L R sequence",
        "R 10/10 L 6/10",
        "im tired",
        "coat I, shoes min A",
        "w/o cue, n/a, w/c",
        "R/L confused",
        "c/o pain",
        "used a Q-tip",
        "K tchr, T says ok",
        "a slant board",
    ],
)
def test_other_single_letters(text: str) -> None:
    assert letters(text) == []
