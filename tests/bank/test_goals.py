"""Rows of the goal bank become goals; a row that does not fit is one error with its place and remedy."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.bank import read_goals
from otassist.bank.goals import COLUMNS, PARTS
from otassist.errors import FileProblem

from .files import BUS, ZIPPER, table


def bank(folder: Path, text: str | bytes, name: str = "goals.csv") -> Path:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)
    return folder


def test_a_row_becomes_a_goal(tmp_path):
    (goal,) = read_goals(bank(tmp_path, table(ZIPPER)))
    assert goal.id == "self_care-001"
    assert goal.area == "self_care"
    assert goal.grade_bands == ("PreK", "K-2")
    assert goal.objectives == ("zips with the pin seated on 2 of 5 days", "seats the pin on 3 of 5 days")
    assert goal.tags == ("zipper", "coat", "fasteners")
    assert goal.source == f"{tmp_path.name}/goals.csv"
    assert all(getattr(goal, part) in goal.text for part in PARTS)


def test_files_are_read_by_name_and_rows_in_order(tmp_path):
    bank(tmp_path, table(BUS), "b.csv")
    bank(tmp_path, table(ZIPPER), "a.csv")
    assert [goal.id for goal in read_goals(tmp_path)] == ["self_care-001", "transition-001"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "\n\n,,,,,,,,,,,,,,,\n",
        lambda text: text.replace("PreK | K-2", "PreK|K-2"),
        lambda text: "".join(line + (",note\n" if n == 0 else ",x\n") for n, line in enumerate(text.splitlines())),
    ],
    ids=["byte order mark", "Windows line ends", "empty rows", "tight separators", "a column of the district's own"],
)
def test_what_spreadsheets_do_to_a_file_is_fine(tmp_path, change):
    assert len(read_goals(bank(tmp_path, change(table(ZIPPER))))) == 1


@pytest.mark.parametrize(
    ("changes", "line", "said"),
    [
        ({"area": "penmanship"}, 2, "'penmanship' is no area"),
        ({"grade_bands": "K-2 | 3-4"}, 2, "'3-4' is no grade band"),
        ({"criterion": "on 4 of 6 days"}, 2, "the criterion 'on 4 of 6 days' is not in the text"),
        ({"behavior": "the"}, 2, "the behavior 'the' is in the text more than once"),
        ({"condition": "at the hook, the student will zip"}, 2, "overlap"),
        ({"reason": " "}, 2, "the cell 'reason' is empty"),
        ({"id": ""}, 2, "the cell 'id' is empty"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(tmp_path, changes, line, said):
    with pytest.raises(FileProblem) as problem:
        read_goals(bank(tmp_path, table(ZIPPER | changes)))
    assert f"{tmp_path.name}/goals.csv, line {line}: " in problem.value.message
    assert said in problem.value.message
    assert problem.value.remedy


def test_the_line_is_the_editors_also_after_a_cell_with_line_breaks(tmp_path):
    rows = table(ZIPPER | {"reason": "one\ntwo\nthree"}, BUS | {"area": "nowhere"})
    with pytest.raises(FileProblem, match="line 5: 'nowhere' is no area"):
        read_goals(bank(tmp_path, rows))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (table(ZIPPER, columns=COLUMNS[:-1]), "there is no column 'tags'"),
        (table(ZIPPER) + "a,b\n", "line 3: the row has 2 cells for 16 columns"),
        (table(ZIPPER, ZIPPER), "line 3: the id 'self_care-001' is taken by"),
        (table(ZIPPER) + '"open', "the row cannot be read"),
        (table(ZIPPER).replace("aide", "\xe4ide").encode("latin-1"), "is not UTF-8 text"),
        ("\n", "there is no column 'id'"),
    ],
)
def test_a_table_that_does_not_fit_is_an_error_too(tmp_path, text, said):
    with pytest.raises(FileProblem, match=said):
        read_goals(bank(tmp_path, text))


def test_an_id_is_one_goal_across_files(tmp_path):
    bank(tmp_path, table(ZIPPER), "a.csv")
    bank(tmp_path, table(ZIPPER), "b.csv")
    with pytest.raises(FileProblem, match=r"b\.csv, line 2: .* taken by .*a\.csv"):
        read_goals(tmp_path)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "goals.csv").mkdir()
    with pytest.raises(FileProblem, match=r"goals\.csv cannot be read"):
        read_goals(tmp_path)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=60))
def test_any_reason_survives_the_table(tmp_path_factory, reason):
    folder = tmp_path_factory.mktemp("bank")
    bank(folder, table(ZIPPER | {"reason": f"Because {reason}."}))
    (goal,) = read_goals(folder)
    assert goal.reason == f"Because {reason}."


def test_the_fixture_is_read_as_any_csv_reader_reads_it(tmp_path):
    file = bank(tmp_path, table(ZIPPER, BUS)) / "goals.csv"
    with file.open(newline="", encoding="utf-8") as stream:
        assert [row["id"] for row in csv.DictReader(stream)] == [goal.id for goal in read_goals(tmp_path)]
