"""`otassist bank`: the contract's JSON, several files, what fails, and the search afterwards."""

from __future__ import annotations

import json

import pytest

GOALS = b"""OT bank of the north,,
Area,Annual goal,Objectives
Handwriting,The student will copy ____ words in 4/5 trials.,copy 1 word; copy 2 words
Total,1,
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "state"))
    (tmp_path / "goals.csv").write_bytes(GOALS)
    (tmp_path / "notes.txt").write_text("Dressing\n- zip a coat, 4/5 days\n", "utf-8")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    return tmp_path


def test_a_dry_run_prints_what_would_be_imported_and_keeps_nothing(command, files):
    result = command("bank", "import", str(files / "goals.csv"), "--dry-run", "--json")
    assert result.exit_code == 0
    printed = json.loads(result.stdout)
    assert (printed["schema_version"], printed["file"], printed["dry_run"]) == (1, "goals.csv", True)
    [goal] = printed["goals"]
    assert goal["text"] == "The student will copy ____ words in 4/5 trials."
    assert (goal["area"], goal["grade_bands"], goal["row_or_line"]) == ("handwriting", [], 3)
    assert goal["objectives"] == ["copy 1 word", "copy 2 words"]
    assert (goal["incomplete"], goal["blanks"], goal["change"]) == (True, ["____"], "added")
    assert [(item["row_or_line"], item["text"]) for item in printed["skipped"]] == [
        (1, "OT bank of the north"),
        (4, "Total | 1"),
    ]
    assert all(item["why"] for item in printed["skipped"])
    assert [item["row_or_line"] for item in printed["headings"]] == [2]
    assert json.loads(command("bank", "list", "--json").stdout)["banks"] == []


def test_files_are_imported_one_by_one_and_a_refused_one_does_not_stop_the_others(command, files):
    names = [str(files / name) for name in ("old.doc", "goals.csv", "notes.txt")]
    result = command("bank", "import", *names, "--name", "north", "--json")
    assert result.exit_code == 1
    refused, goals, notes = map(json.loads, result.stdout.splitlines())
    assert refused["file"] == "old.doc"
    assert "password" in refused["error"]["message"]
    assert (len(goals["goals"]), notes["goals"][0]["area"]) == (1, "self_care")
    [bank] = json.loads(command("bank", "list", "--json").stdout)["banks"]
    assert (bank["name"], bank["goals"], bank["incomplete"], bank["files"]) == (
        "north",
        2,
        1,
        ["goals.csv", "notes.txt"],
    )


def test_people_see_goals_reasons_and_what_was_skipped(command, files):
    shown = command("bank", "import", str(files / "goals.csv")).stdout
    for told in ("1 goals imported into bank 'district' (1 added)", "it stands in the column", "blanks", "is a total"):
        assert told in shown


def test_an_imported_goal_is_found_and_gone_when_its_bank_is_removed(command, files):
    command("bank", "import", str(files / "goals.csv"), "--name", "north")
    query = ("search", "copy words", "--kind", "goal", "-k", "40", "--json")
    found = [item["source"] for item in json.loads(command(*query).stdout)["results"]]
    assert "north/goals.csv, 3" in found
    assert json.loads(command("bank", "remove", "north", "--json").stdout)["goals"] == 1
    assert "north/goals.csv, 3" not in [item["source"] for item in json.loads(command(*query).stdout)["results"]]


def test_a_bank_is_exported_to_the_screen_or_a_file(command, files):
    command("bank", "import", str(files / "goals.csv"), "--name", "north")
    assert command("bank", "export", "north").stdout.startswith("id,area,grade_bands,text,objectives,state,source,row")
    for name, start in (("out.csv", b"\xef\xbb\xbfid,"), ("out.xlsx", b"PK")):
        assert command("bank", "export", "north", "--to", str(files / name)).exit_code == 0
        assert (files / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bank", "export", "south"), "no bank 'south'"),
        (("bank", "remove", "south"), "no bank 'south'"),
        (("bank", "import", "nowhere.csv"), "no file 'nowhere.csv'"),
        (("bank", "import", "{goals}", "--name", "../x"), "no name for a bank"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(command, files, arguments, told):
    result = command(*(part.format(goals=files / "goals.csv") for part in arguments))
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
