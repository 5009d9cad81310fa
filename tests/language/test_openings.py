"""Where a pattern can begin: no match is lost, and places that cannot begin one are told apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otassist.language.openings import levelled, openings
from otassist.language.sieve import folded

TOLD = [
    (r"at least \d+", ("at l",)),
    (r"(?:at|no) least", ("at l", "no l")),
    (r"\d+ ?%", ("0",)),
    (r"(?:two|ten)?\s*%", (" ", "%", "ten ", "ten%", "two ", "two%")),
    (r"colou?r", ("colo",)),
    (r"a?b*c+d", ("ab", "ac", "b", "c")),
    (r"(?<=,\s)no(?!\s+more)", ("no",)),
    (r"\bin(?:-)?ch", ("in-c", "inch")),
    (r"[+-]x|[≥≤]y", ("+x", "-x", "≤y", "≥y")),
    (r"20\d\d", ("000",)),
    (r"x{2}y", ("x",)),
    (r"x{0,2}?y", ("x", "y")),
]
UNTOLD = (
    r"\w+ing",
    r"[^,]x",
    r".x",
    r"[a-z]x",
    r"(?:\w+\s)?no",
    r"x?",
    r"é|a",
    r"(?:a|)(?:b)?",
    r"x*",
    r"\x1f",
    r"{n}x",
)


@pytest.mark.parametrize(("pattern", "expected"), TOLD)
def test_beginnings_are_told(pattern: str, expected: tuple[str, ...]) -> None:
    assert openings(pattern) == expected


@pytest.mark.parametrize("pattern", UNTOLD)
def test_what_can_begin_with_anything_says_so(pattern: str) -> None:
    assert openings(pattern) == ("",)


PATTERNS = [pattern for pattern, _ in TOLD] + [
    r"(?:ten(?:-| )?)?(?:min|sec)s?\b", r"(?:x|×|\d\s?)+times", r"(?:\s*(?:a|the))\s+day", r"no|\d{1,2}(?:st|nd)",
]  # fmt: skip


@given(st.sampled_from(PATTERNS), st.text(alphabet="atleasnowc,. -%0123IİK\u017f\t\nbdxy×+≥½oruminhd", max_size=40))
@example(r"at least \d+", "AT LEAST ٣")
@example(r"(?:\s*(?:a|the))\s+day", "\u00a0the day")
@example(r"x{0,2}?y", "XXY")
def test_every_match_begins_as_told(pattern: str, text: str) -> None:
    plain, told = levelled(text), openings(pattern)
    assert len(plain) == len(text)
    for match in re.finditer(pattern, folded(text)):
        assert plain.startswith(told, match.start()), (match, told)
