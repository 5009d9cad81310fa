"""Texts that are no goals, or are made to hurt: answered soon, refused clearly, and placed as they were sent."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal
from otassist.errors import EmptyJot, JotTooLong

GOAL = "Given a checklist, Maya will pack her backpack in 4 of 5 trials by May 2027 as measured by teacher data. "
HOSTILE = {
    "letters": "a " * 2500,
    "openers": "by " * 1660,
    "shares": "with 4 of 5 " * 400,
    "brackets": "(" * 5000,
    "wills": "will " * 1000,
    "blanks": "_" * 5000,
    "percents": "80% " * 1250,
    "lines": "\n" * 4999 + "a",
    "goals": GOAL * 40,
    "baselines": "baseline: " * 500,
    "weeks": "nine weeks " * 450,
    "minutes": "for 10 minutes " * 330,
    "ends": "by the end of " * 350,
    "ranges": "from 1 to " * 500,
    "dashes": " - " * 1660,
    "quotes": '"' * 5000,
    "hands": "🙌" * 4000,
    "scripts": ("\u041cay\u0430 w\u0456ll z\u0456\u0440 " + "學生會寫字 " + "सक्षम ") * 110,
    "directions": ("\u202e" + GOAL) * 40,
    "nothing seen": ("\u200b".join(GOAL)) * 20,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_answered_and_every_place_is_in_it(name: str) -> None:
    """How soon is in `make bench`."""
    text = HOSTILE[name][:5000]
    checked = check_goal(text, fix=True)
    assert checked.text == text
    assert checked.repair is not None
    places = [(finding.start or 0, finding.end or 0) for finding in checked.findings]
    places += [(span.start, span.end) for span in checked.parts.values() if span]
    assert all(0 <= start <= end <= len(text) for start, end in places)


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\ufeff", "\u202e \u202c"])
def test_what_shows_nothing_is_refused(text: str) -> None:
    with pytest.raises(EmptyJot):
        check_goal(text)


def test_more_than_5000_characters_are_refused_with_their_number() -> None:
    with pytest.raises(JotTooLong, match=r"5,001 characters; 5,000"):
        check_goal("a" * 5001)


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u200f", "\u2060", "\u200d"])
def test_a_mark_nobody_sees_changes_nothing_but_places(mark: str) -> None:
    plain = check_goal(GOAL)
    marked = check_goal(GOAL.replace("check", f"ch{mark}eck").replace("4 of", f"{mark}4 of"))
    assert (marked.measurable, marked.educationally_relevant) == (plain.measurable, plain.educationally_relevant)
    for name, span in plain.parts.items():
        there = marked.parts[name]
        assert (span is None) == (there is None)
        if span and there:
            found = marked.text[there.start : there.end].replace(mark, "")
            assert found == plain.text[span.start : span.end]
    assert [finding.check for finding in marked.findings] == [finding.check for finding in plain.findings]
