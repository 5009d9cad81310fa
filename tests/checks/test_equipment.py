"""Tools: only what the jot names, under whatever name."""

from __future__ import annotations

import pytest

from .checking import blockers, findings, marked

JOT = "copied 4/5 sentences from the board w/ min vc, cut out shapes, gel pen, typed name"
FOREIGN = [
    ("The student copied 4/5 sentences on a slant board.", ["slant board"]),
    ("The student wore headphones while copying.", ["headphones"]),
    ("The student used a visual timer and copied 4/5 sentences.", ["visual timer"]),
    ("With a weighted vest, the student copied 4/5 sentences.", ["weighted vest"]),
    ("The student sat on a wobble stool.", ["wobble stool"]),
    ("The student followed a picture checklist.", ["picture checklist"]),
    ("The student copied sentences onto raised-line paper.", ["raised-line paper"]),
    ("The student showed the break card.", ["break card"]),
    ("The student held a fidget.", ["fidget"]),
    ("A graphic organizer was used.", ["graphic organizer"]),
]
NAMED = [
    ("On lined paper the student copied 4/5 letters, on plain paper 2/5.", "4/5 letters on 3 line, 2/5 on plain"),
    ("The student copied 4/5 sentences from the board.", JOT),
    ("The student wrote with a gel pen.", JOT),
    ("Scissors were used to cut out shapes.", JOT),
    ("The student typed the name on a keyboard.", JOT),
    ("Headphones were worn.", "noise-reducing ear muffs on all period"),
    ("The laptop was opened independently.", "opened chromebook I"),
    ("The student wrote on adapted paper.", "gave adapted ppr, wrote 3 lines"),
    ("The student followed the picture schedule.", "followed pic sched w/ 1 vc"),
    ("The pencil grip made no difference.", "pencil grip no diff"),
    ("The student needed verbal cues and extra time.", "vc x3, extra time"),
]


@pytest.mark.parametrize(("note", "tools"), FOREIGN)
def test_a_tool_the_jot_does_not_name_is_marked(note: str, tools: list[str]) -> None:
    assert marked(JOT, f"O: {note}", "invented_tool") == tools


@pytest.mark.parametrize(("note", "jot"), NAMED)
def test_a_tool_of_the_jot_passes(note: str, jot: str) -> None:
    assert marked(jot, f"O: {note}", "invented_tool") == []


def test_a_tool_in_the_plan_is_a_warning_only() -> None:
    note = "P: Try a slant board on Monday."
    assert "invented_tool" not in blockers(JOT, note)
    assert "invented_tool" in {item.check for item in findings(note, JOT)}
