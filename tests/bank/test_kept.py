"""Imported banks on disk: kept, renewed by the same file, never doubled, exported without formulas."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.bank import Bank, Banks, KeptGoal
from otassist.bank.corpus import read_corpus
from otassist.bank.desk import BankDesk
from otassist.bank.exporting import csv_of, workbook_of
from otassist.bank.importing import read_bank
from otassist.bank.merging import merged
from otassist.bank.twins import twins
from otassist.errors import FileProblem, UsageError

from .files import corpus

COPY = "The student will copy 3 words from the board in 4/5 trials."
ZIP = "The student will zip a coat on 4/5 days."
TYPE = "The student will type a sentence with ____ errors."
KEPT = KeptGoal("b-1", "handwriting", ("K-2",), COPY, ("copy 1 word",), "active", "a.csv", "2", "d")


def table(*rows: tuple[str, str]) -> bytes:
    return "\n".join(["Area,Goal,Objectives", *(f"{area},{goal},copy 1 word" for area, goal in rows)]).encode()


def again(bank: Bank, data: bytes, file: str = "a.csv"):
    return merged(bank, read_bank(file, data))


FIRST = table(("Handwriting", COPY), ("ADL", ZIP))


def test_a_first_import_adds_each_goal_with_its_place_and_digest():
    merge = again(Bank("b", ()), FIRST)
    assert merge.changes == ("added", "added")
    copy, zipped = merge.bank.goals
    assert (copy.text, copy.area, copy.objectives, copy.source, copy.row) == (
        COPY,
        "handwriting",
        ("copy 1 word",),
        "a.csv",
        "2",
    )
    assert zipped.row == "3"
    assert copy.id != zipped.id
    assert copy.digest != zipped.digest


@pytest.mark.parametrize(
    ("file", "rows", "changes", "retired"),
    [
        ("a.csv", [("Handwriting", COPY), ("ADL", ZIP)], ["unchanged", "unchanged"], 0),
        ("a.csv", [("ADL", ZIP), ("Handwriting", COPY)], ["unchanged", "unchanged"], 0),  # moved
        ("a.csv", [("Fine motor", COPY), ("ADL", ZIP)], ["updated", "unchanged"], 0),  # its area
        ("a.csv", [("Handwriting", COPY.replace("3", "5")), ("ADL", ZIP)], ["updated", "unchanged"], 0),  # reworded
        ("a.csv", [("Handwriting", COPY), ("ADL", ZIP), ("AT", TYPE)], ["unchanged", "unchanged", "added"], 0),
        ("a.csv", [("ADL", ZIP)], ["unchanged"], 1),
        ("a.csv", [("AT", TYPE), ("ADL", ZIP)], ["added", "unchanged"], 1),  # another goal in its row
        ("b.csv", [("ADL", ZIP), ("AT", TYPE)], ["elsewhere", "added"], 0),  # another file with the same goal
    ],
)
def test_a_file_imported_again_updates_adds_and_retires(file, rows, changes, retired):
    before = again(Bank("b", ()), FIRST).bank
    after = again(before, table(*rows), file)
    assert list(after.changes) == changes
    assert len(after.retired) == retired
    texts = [goal.text for goal in after.bank.active]
    assert len(texts) == len(set(texts))
    assert {goal.id for goal in before.goals} <= {goal.id for goal in after.bank.goals}


def test_a_reworded_goal_keeps_its_id_and_a_retired_one_comes_back_with_its_own():
    before = again(Bank("b", ()), FIRST).bank
    reworded = again(before, table(("Handwriting", COPY.replace("3", "5")), ("ADL", ZIP))).bank
    assert [goal.id for goal in reworded.goals] == [goal.id for goal in before.goals]
    gone = again(reworded, table(("ADL", ZIP))).bank
    assert [goal.state for goal in gone.goals] == ["retired", "active"]
    back = again(gone, table(("ADL", ZIP), ("Handwriting", COPY.replace("3", "5"))))
    assert back.changes == ("unchanged", "restored")
    assert sorted(goal.id for goal in back.bank.active) == sorted(goal.id for goal in before.goals)


@given(st.lists(st.lists(st.sampled_from([COPY, ZIP, TYPE, COPY.replace("3", "5")]), max_size=4), max_size=5))
def test_no_goal_is_ever_doubled_and_each_id_stays_one_goal(imports):
    bank = Bank("b", ())
    for goals in imports:
        bank = again(bank, table(*(("Handwriting", goal) for goal in goals))).bank
        assert len({goal.id for goal in bank.goals}) == len(bank.goals)
        assert sorted(goal.text for goal in bank.active) == sorted(set(goals))


def test_what_a_lead_therapist_edits_stays_until_the_files_row_changes():
    before = again(Bank("b", ()), FIRST).bank
    edited = Bank("b", tuple(replace(goal, area="visual_motor") for goal in before.goals))
    assert [goal.area for goal in again(edited, FIRST).bank.goals] == ["visual_motor", "visual_motor"]


def test_a_bank_is_read_as_it_was_written(tmp_path):
    banks, bank = Banks(tmp_path), Bank("north", (KEPT, replace(KEPT, id="b-2", area=None, text=TYPE, state="retired")))
    banks.write(bank)
    assert banks.names() == ("north",)
    assert banks.read("north") == bank
    assert [goal.incomplete for goal in bank.goals] == [False, True]
    assert banks.remove("north") == bank
    assert banks.all() == ()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map(str.strip).filter(bool))
def test_any_text_survives_and_none_is_a_formula(tmp_path_factory, text):
    banks = Banks(tmp_path_factory.mktemp("banks"))
    banks.write(Bank("b", (replace(KEPT, text=text),)))
    assert banks.read("b").goals[0].text == text
    rows = csv.reader(StringIO(csv_of(banks.read("b")).decode("utf-8-sig")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-2", "@SUM(A1)", "'=1"])
def test_an_exported_workbook_holds_text_alone(text):
    import openpyxl

    sheet = openpyxl.load_workbook(BytesIO(workbook_of(Bank("b", (replace(KEPT, text=text),))))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert text in [cell.value for cell in cells]


def test_an_export_can_be_imported_again():
    bank = again(Bank("b", ()), FIRST).bank
    for name, data in (("b.csv", csv_of(bank)), ("b.xlsx", workbook_of(bank))):
        found = read_bank(name, data)
        assert [(goal.text, goal.area) for goal in found.goals] == [(goal.text, goal.area) for goal in bank.goals]
        assert [step.text for step in found.goals[0].objectives] == ["copy 1 word"]


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "a" * 41, ".hidden", "con:"])
def test_a_name_that_is_no_folders_is_refused(tmp_path, name):
    with pytest.raises(UsageError, match="no name for a bank"):
        Banks(tmp_path).read(name)


def test_a_spoilt_row_is_named_with_its_line(tmp_path):
    banks = Banks(tmp_path)
    banks.write(Bank("b", (KEPT,)))
    file = tmp_path / "b" / "goal_bank" / "goals.csv"
    file.write_text(file.read_text("utf-8").replace(",active,", ",asleep,"), "utf-8")
    with pytest.raises(FileProblem, match=r"goals\.csv, line 2: 'asleep' is no state"):
        banks.read("b")


def test_imported_goals_are_searched_and_retired_ones_are_not(tmp_path):
    bank = Bank("north", (KEPT, replace(KEPT, id="b-2", state="retired")))
    passages = replace(read_corpus(corpus(tmp_path)), banks=(bank,)).passages
    [found] = [passage for passage in passages if passage.id.startswith("b-")]
    assert (found.id, found.kind, found.text, found.areas) == ("b-1", "goal", COPY, ("handwriting",))
    assert found.source == "north/a.csv, 2"
    assert "copy 1 word" in found.searched


def _shared(text, others):
    words = set(text.split())
    return [len(words & set(other.split())) / len(words | set(other.split())) for other in others]


def test_goals_that_say_nearly_the_same_are_shown_with_the_nearest():
    near = COPY.replace("The student will", "The student will neatly")
    found = twins({"new": COPY, "other": ZIP}, {"old": COPY, "far": TYPE}, _shared)
    assert [(twin.text, twin.other_id, twin.score) for twin in found] == [(COPY, "old", 1.0)]
    assert twins({"new": near}, {"old": COPY}, lambda text, others: [0.91]) == ()
    assert twins({"a": COPY, "b": near}, {}, lambda text, others: [0.93] * len(others))[0].other_id == "a"


def test_a_desk_keeps_what_it_imports_unless_it_only_looks(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(FIRST)
    desk = BankDesk(Banks(tmp_path / "banks"), dict, lambda text, others: [0.0] * len(others))
    assert desk.add(str(file), "north", dry_run=True).merge.changes == ("added", "added")
    assert desk.all() == ()
    desk.add(str(file), "north")
    assert desk.add(str(file), "north").merge.changes == ("unchanged", "unchanged")
    assert len(desk.bank("north").active) == 2
    with pytest.raises(UsageError, match="The banks are: north"):
        desk.bank("south")
