"""What comes next is a plan wherever it stands; what was done is none."""

from __future__ import annotations

import pytest

from otassist.reading import read


def roles(jot: str) -> dict[str, str]:
    return {statement.text: statement.role for statement in read(jot).statements}


@pytest.mark.parametrize(
    ("jot", "step"),
    [
        ("lab steps too long. Try 2 labs", "Try 2 labs"),
        ("wrote 3 lines, teacher ok, start mon", "start mon"),
        ("stops at boards. leave 4 min b4 class", "leave 4 min b4 class"),
        ("gave tchr playdough ideas, recheck jan", "recheck jan"),
        ("graph paper helps. Give team a PDF of it", "Give team a PDF of it"),
        ("seatbelt rubs. tell PT", "tell PT"),
        ("mouthing. → crunchy snack 10:00, straw bottle", "→ crunchy snack 10:00"),
        ("leaves if 3+ kids. → 1 peer", "→ 1 peer"),
        ("knife not tried. Rocker knife trial next lab", "Rocker knife trial next lab"),
        ("watched pm load. call transportation", "call transportation"),
    ],
)
def test_a_next_step_is_a_plan(jot: str, step: str) -> None:
    found = roles(jot)
    assert found.get(step, found.get(step.removeprefix("→ "))) == "plan", found


@pytest.mark.parametrize(
    ("jot", "done"),
    [
        ("tried strip. → 3/5 after", "3/5 after"),
        ("headphones on. → calm in 4 min", "calm in 4 min"),
        ("gave tchr short crayons", "gave tchr short crayons"),
        ("try 1: 3/5 letters", "try 1: 3/5 letters"),
        ("left at 3 min", "left at 3 min"),
        ("starts at the top now", "starts at the top now"),
        ("tells peers to stop x2", "tells peers to stop x2"),
        ("added 3 pages w/ min vc", "added 3 pages w/ min vc"),
    ],
)
def test_what_was_done_is_no_plan(jot: str, done: str) -> None:
    found = roles(jot)
    assert found.get(done, found.get(f"→ {done}")) == "observation", found


def test_what_somebody_says_they_will_do_is_a_report() -> None:
    assert roles("said he'd try again tomorrow")["said he'd try again tomorrow"] == "report"


@pytest.mark.parametrize(
    ("jot", "said_by"),
    [
        ("breaks not happening per Mr. T (3rd). says no time", None),
        ("Mom at the door says he avoids drawing", "mother"),
        ("Director wants her on stage left", "director"),
        ("says his hand is tired", "student"),
        ("said hi to 2 coworkers", None),
        ("said name to secretary", None),
        ("Still looks to me to say 'done.'", None),
        ('S: "my hand is done" after 1st paragraph', "student"),
    ],
)
def test_who_said_it(jot: str, said_by: str | None) -> None:
    assert read(jot).statements[-1].said_by == said_by


def test_in_a_consultation_a_bare_says_is_nobodys() -> None:
    told = read('hall consult w/ gr 4 tchr. says "lazy".')
    assert (told.note_type, told.statements[-1].said_by) == ("consultation", None)
