"""CSV: every word in its row, and nothing a spreadsheet would compute."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from export.reviewed import about, goal, markup, note, reviewed, squeezed, wild
from export.test_text import pieces
from otassist.export import as_csv, profile
from otassist.export.spreadsheet import harmless
from otassist.export.wording import cleaned


def rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def test_a_goal_has_a_row_for_each_part() -> None:
    assert rows(as_csv(reviewed(addenda=())))[:9] == [
        ["Part", "Text"],
        ["Title", "Copying sentences"],
        ["Student", "KL"],
        ["Accepted", "November 25, 2026, 2:05 PM EST"],
        ["Accepted by", "Dana Ruiz, OTR/L"],
        ["Open when accepted: Must change", "4/5 is not in the jot. Write what was measured."],
        ["Open when accepted: Look at", "There is no date. Add when it is to be met."],
        [
            "Annual goal",
            "By May 1, 2027, with a slant board and minimal verbal cues, the student will copy sentences with finger "
            "spaces, in 4 of 5 sentences, as scored by the teacher from dated work samples.",
        ],
        ["Baseline", "2/5 on 10/12."],
    ]


def test_another_profile_gives_its_boxes() -> None:
    assert ["Criteria", "in 4 of 5 sentences"] in rows(as_csv(reviewed(), profile("new_york")))


def test_addenda_come_last_with_their_date() -> None:
    assert rows(as_csv(reviewed(note())))[-1] == [
        "Added later: November 27, 2026, 2:05 PM EST, by Dana Ruiz, OTR/L", "The teacher has the slant board.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"), ("\n=1", "'\n=1"),
        ("\uff1d1", "'\uff1d1"), ("3/5", "3/5"), ("a=1", "a=1"), ("", ""), ("'=1", "'=1"), ("1-2", "1-2"),
    ],
)  # fmt: skip
def test_a_formula_becomes_text(cell: str, safe: str) -> None:
    assert harmless(cell) == safe


@given(wild | markup)
def test_no_cell_is_a_formula_and_every_word_arrives(text: str) -> None:
    for one in [*about(text), reviewed(goal("x"), title=text, student=text, author=text)]:
        cells = [cell for row in rows(as_csv(one)) for cell in row]
        assert not [cell for cell in cells if cell.strip()[:1] in {*"=+-@\uff1d\uff0b\uff0d\uff20"} - {""}]
        printed = squeezed("".join(cells))
        for piece in pieces(one):
            assert squeezed(cleaned(piece)).removeprefix("Baseline:") in printed
