"""Students: labels separate them; sections, shorthand and mentions in passing do not."""

from __future__ import annotations

import pytest

from otassist.reading import read
from otassist.reading.students import headings

SEVERAL = [
    ("J.M.: copied 3/5\nK.T.: 1/5", ("J.M.", "K.T.")),
    ("J.M.: copied 3/5 K.T.: 1/5", ("J.M.", "K.T.")),
    ("J.M.: copied 3/5.\nK.T.: 1/5", ("J.M.", "K.T.")),
    ("Stu 1 ok. Stu 2 fisted", ("Student 1", "Student 2")),
    ("P1: sat 3 min. P2 sat 7. P3 = absent", ("P1", "P2", "P3")),
    ("A: glue 8/10 B: glue 4/10", ("A", "B")),
    ("A: glue 8/10. B out sick. C: min A", ("A", "B", "C")),
    ("M: ok 2/3. N: refused. M also did 1/3", ("M", "N")),
    ("#4 3/5 letters. #7 2/5 letters", ("Student 4", "Student 7")),
    (">>Student 4 lost his folder\n>>Student 9 did well", ("Student 4", "Student 9")),
    ("Student A copied 3/5. Student B 2/5", ("Student A", "Student B")),
    ("S1: 3/5 S2: 2/5", ("S1", "S2")),
    ("JM - 3/5\nKT - 2/5", ("JM", "KT")),
    ("1) J.M. 3/5\n2) K.T. 2/5", ("J.M.", "K.T.")),
    ("3 kids uno.\nA - turn 8/10\nB - 5/10\nC - quiet", ("A", "B", "C")),
    ("lunch group\nAJ - 2 topics\nT - asked 3\nB - quiet", ("AJ", "T", "B")),
    ("lunch bunch\nA - bossy\nS - mod vc\nT absent", ("A", "S", "T")),
    ("grp 2 kids 30m. A: table task 8 min. R: 5 min, left 2x", ("A", "R")),
    ("Gr 4 group.\nJ: took turns 4/5.\nT: mod VC.\nR: absent.", ("J", "T", "R")),
]


@pytest.mark.parametrize(("jot", "labels"), SEVERAL)
def test_labels_name_the_students(jot: str, labels: tuple[str, ...]) -> None:
    assert tuple(dict.fromkeys(heading.label for heading in headings(jot))) == labels


@pytest.mark.parametrize(
    "jot",
    [
        "S: tired O: 3/5 A: better P: retry",
        "S: tired\nO: 3/5\nA: better\nP: retry",
        "A: better P: retry",
        "T: noisy. S: tired",
        "R: 10/10 L: 6/10",
        "PT: says ok\nOT: says fine",
        "FW: concerns\nRE: concerns",
        "BL: 2/5\nHW: done",
        "played with J.M. at recess",
        "gave K.T. a turn, then J.M. left",
        "J.M.: copied 3/5, sat by the door",
        "#6 bus to library. fare I",
        "used a #2 pencil. 3/5",
        "Copied 3/5. Cut 2/5",
        "I: 3/5. min A",
        "S - tired\nO - cut 3/4\nA - better\nP - retry",
        "S - tired\nP - retry",
        "O: cut 3/4\nS: tired",
        "S: tired\nO: cut 3/4\nT: says ok\nP: retry",
        "R - 3/4 w/ tongs\nL - 1/4",
        "T: wants more\nS: hates it",
    ],
)
def test_nothing_else_is_a_label(jot: str) -> None:
    assert headings(jot) == []


@pytest.mark.parametrize(
    ("jot", "owners"),
    [
        ("J.M.: copied 3/5.\nK.T.: cut 1/5", {"3/5": "J.M.", "1/5": "K.T."}),
        ("A: glue 8/10. B out sick. C: glue 4/10", {"8/10": "A", "4/10": "C"}),
        ("P1: sat 3 min. P2 sat 7 min", {"3 min": "P1", "7 min": "P2"}),
        ("M: ok 2/3. N: 3/3. M also did 1/3", {"2/3": "M", "3/3": "N", "1/3": "M"}),
    ],
)
def test_each_value_belongs_to_one_student(jot: str, owners: dict[str, str]) -> None:
    seen = read(jot)
    student = {statement.id: statement.student for statement in seen.statements}
    assert {fact.text: student[fact.statement] for fact in seen.facts if fact.text in owners} == owners


def test_both_inside_a_students_line_is_no_word_for_all() -> None:
    seen = read("lunch group\nAJ - started 2 topics, both Minecraft\nBJ - quiet")
    assert [statement.student for statement in seen.statements if "Minecraft" in statement.text] == ["AJ"]
    assert not any(statement.everybody for statement in seen.statements if "Minecraft" in statement.text)


def test_a_dash_after_a_numbered_label_keeps_the_value() -> None:
    assert [fact.text for fact in read("kid 1 - 3/5; kid 2 - 4/5").facts if fact.kind == "measure"] == [
        "3/5",
        "4/5",
    ]


@pytest.mark.parametrize(
    "jot", ["J.M.: copied 3/5", "Student 4. L grasp ok", "#4: copied 3/5", "STUDENT 4. L GRASP OK"]
)
def test_one_label_at_the_start_names_the_only_student(jot: str) -> None:
    seen = read(jot)
    assert len(seen.students) == 1
    assert {statement.student for statement in seen.statements} == {None}
