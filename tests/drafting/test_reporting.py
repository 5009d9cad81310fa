"""Reports: the speaker stands in front, and nobody is made to say what the jot does not say they said."""

from __future__ import annotations

import pytest

from otassist.drafting.bodies import body_of
from otassist.drafting.reporting import reported
from otassist.drafting.spelling import Voice

from .made import told_of


def reports(jot: str) -> list[str]:
    statement, words = told_of(jot)
    return reported(statement, body_of(statement, words), Voice())


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("mom says she hates velcro", "the student's mother reported that she hates Velcro"),
        ("teacher says he loses his place", "the teacher reported that he loses his place"),
        ("said 'my hand hurts'", '{S} said, "my hand hurts"'),
        ("T: 'its squeaky'", 'the teacher said, "its squeaky"'),
    ],
)
def test_a_report_has_its_speaker_in_front(jot: str, sentence: str) -> None:
    assert reports(jot) == [sentence]


@pytest.mark.parametrize(
    "jot", ["copied 3/5 words", "per teacher loses place", "dad: slow at home", "reported to office", "asked for help"]
)
def test_what_names_no_speaker_or_no_clause_is_no_report(jot: str) -> None:
    assert reports(jot) == []


@pytest.mark.parametrize("words", ["my hand hurts", "I do it!", "stop 2 times"])
def test_a_quotation_keeps_its_words(words: str) -> None:
    assert reports(f'said "{words}"') == [f'{{S}} said, "{words}"']
