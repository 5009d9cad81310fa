"""Hostile notes: too long is refused, everything else is answered at once and without a crash."""

from __future__ import annotations

import pytest

from otassist.checks import check_text
from otassist.errors import JotTooLong

from .checking import assistant

JOT = "copied 3/5 sentences w/ min A, 2 vc. tchr says rushing"
NOTE = "O: The student copied 3/5 sentences with minimal assistance. "
HOSTILE = {
    "spaces": " " * 19_000 + "x",
    "newlines": "\n" * 19_000 + "x",
    "semicolons": "; " * 9_000,
    "commas": "with a cue, " * 1_500,
    "quotes": '"' * 19_000,
    "half quotes": 'said "' * 3_000,
    "brackets": "[" * 19_000,
    "blanks": "____ " * 3_500,
    "numbers": "1 " * 9_000,
    "ratios": "3/5 " * 4_500,
    "negations": "not " * 4_500,
    "levels": "minimal assistance " * 1_000,
    "trends": "improved from last week " * 800,
    "people": "The teacher said the aide said " * 600,
    "dates": "on Tuesday, 10/12/2025 " * 800,
    "one word": "a" * 19_999,
    "dashes": "-" * 19_000,
    "scripts": "ученик 學生會寫字 सक्षम " * 800,
    "directions": "\u202e" + NOTE * 250,
    "nothing seen": "\u200b".join(NOTE * 150),
    "headings": "O:\n" * 6_000,
    "open quotes": "“" * 19_000,
    "points": "." * 19_000,
    "cues": "vc " * 6_000,
    "days": "on Tuesday 3/5 x " * 1_100,
    "blanks and ratios": "\n\n__3/5 \n__3/5 ____3/5 " * 900,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_note_is_answered(name: str) -> None:
    """How soon is in `make bench`."""
    text = HOSTILE[name][:20_000]
    checked = check_text(text, assistant().read(JOT))
    assert checked.text == text
    assert all(0 <= (item.start or 0) <= (item.end or 0) <= len(text) for item in checked.findings)


def test_a_note_over_20_000_characters_is_refused_with_what_to_do() -> None:
    with pytest.raises(JotTooLong, match="20,000") as refused:
        check_text("a " * 10_001, None)
    assert refused.value.remedy == "Send one note at a time."


def test_the_same_note_has_the_same_findings() -> None:
    note = NOTE + "The aide improved from last week on Tuesday with headphones."
    assert len({check_text(note, assistant().read(JOT)).findings for _ in range(3)}) == 1


def test_marks_nobody_sees_hide_no_invention() -> None:
    found = check_text("O: The student copied 4\u200b/5 sentences.", assistant().read(JOT)).findings
    assert "invented_quantity" in {item.check for item in found}


def test_a_note_about_something_else_is_read_until_it_is_plain_and_says_so() -> None:
    found = check_text("O: She cut 9 of 10 circles.\n" * 600, assistant().read(JOT)).findings
    stopped = [finding for finding in found if finding.check == "unlike_the_jot"]
    assert len(stopped) == 1
    assert stopped[0].severity == "blocker"
    assert not [finding for finding in found if finding.check == "omitted_fact"]


def test_a_note_of_the_jot_is_read_to_its_end() -> None:
    found = check_text(NOTE * 60 + "She cut 9 of 10 circles.", assistant().read(JOT)).findings
    assert not [finding for finding in found if finding.check == "unlike_the_jot"]
    assert [finding for finding in found if finding.check == "invented_quantity"]


@pytest.mark.parametrize("text", ["* * *", "-----", "...", "[ ]", '" "', "\u200b)"])
def test_a_line_of_marks_says_nothing(text: str) -> None:
    found = check_text(f"{NOTE}\n{text}\nA: 2 verbal cues.", assistant().read(JOT)).findings
    assert found == check_text(f"{NOTE}\n{' ' * len(text)}\nA: 2 verbal cues.", assistant().read(JOT)).findings
