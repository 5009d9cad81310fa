"""Names, dates of birth, schools and numbers are reported with their place, and never repeated."""

from __future__ import annotations

import pytest

from otassist.domain import Notice
from otassist.language import words_of
from otassist.reading import identities


def found(jot: str) -> list[Notice]:
    return list(identities.find(jot, words_of(jot)))


@pytest.mark.parametrize(
    ("jot", "what", "words"),
    [
        ("saw Mia Torres today, zipper mod A", "name", "Mia Torres"),
        ("today Maya copied 3/5", "name", "Maya"),
        ("gave Leo a break", "name", "Leo"),
        ("Tobiah Wrenfield-Oakes copied 3/5", "name", "Tobiah Wrenfield-Oakes"),
        ("Ms. Lee said ok", "name", "Ms. Lee"),
        ("told Dr Ansgar", "name", "Dr Ansgar"),
        ("DOB 02/30/2018, copied 3/5", "date of birth", "DOB 02/30/2018"),
        ("born 3/4/16. zip mod A", "date of birth", "born 3/4/16"),
        ("b-day March 4, 2016", "date of birth", "b-day March 4, 2016"),
        ("date of birth: 2016-03-04", "date of birth", "date of birth: 2016-03-04"),
        ("at Quillmarsh Elem, 1st gr", "school", "Quillmarsh Elem"),
        ("Lincoln Elementary School rm 4", "school", "Lincoln Elementary School"),
        ("student id 123456", "identification number", "student id 123456"),
        ("ID 0044718 - 1st gr", "identification number", "ID 0044718"),
        ("call mom 555-123-4567", "contact", "555-123-4567"),
        ("mail a.b@example.org", "contact", "a.b@example.org"),
    ],
)
def test_an_identity_is_reported_where_it_stands(jot: str, what: str, words: str) -> None:
    assert words in [jot[item.start : item.end] for item in found(jot) if f" {what} " in item.text]


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences w/ min vc",
        "has not dropped it since Jan",
        "on Tuesday in Nov",
        "MS SAYS NEXT CONCERT 12/14",
        "HEADPHONES REFUSED. MS SAYS NO",
        "HWT and BOT-2 done",
        "Slant board no diff",
        "SSN line left blank",
        "English class 20 min",
        "born to run, he says",
        "middle school boy, mod A",
        "J.M.: copied 3/5",
        "room 555, 12 of 34",
    ],
)
def test_nothing_else_is_an_identity(jot: str) -> None:
    assert found(jot) == []


@pytest.mark.parametrize("jot", ["saw Mia Torres today", "DOB 3/4/2016", "at Lincoln Elementary", "ID 0044718"])
def test_the_notice_does_not_repeat_the_words(jot: str) -> None:
    for item in found(jot):
        assert jot[item.start : item.end] not in item.text
