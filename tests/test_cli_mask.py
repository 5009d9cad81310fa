"""`mask`, `unmask` and `draft --show-masked`: what they print, and that what they print is enough to undo them."""

from __future__ import annotations

import json

import pytest

from otassist import jobs

JOT = "Marisol copied 3/5 lines w/ min vc. Ms. Okafor (Lincoln Elementary) called 555-201-3344.\n"
HIDDEN = ("Marisol", "Okafor", "Lincoln", "555-201-3344")


def masked(command, *options: str, text: str = JOT) -> dict:
    result = command("mask", "--json", *options, given=text)
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_the_masked_text_and_the_places_of_the_jot(command):
    found = masked(command)
    assert found["schema_version"] == 1
    assert not any(word in found["text"] for word in HIDDEN)
    assert "copied 3/5 lines w/ min vc" in found["text"]
    for entity in found["entities"]:
        assert JOT[entity["start"] : entity["end"]] == entity["text"]
        assert entity["placeholder"] in found["text"]
    assert [entity["kind"] for entity in found["entities"]] == ["name", "name", "school", "phone"]


def test_unmask_takes_what_mask_printed(command, tmp_path):
    file = tmp_path / "masked.json"
    file.write_text(json.dumps(masked(command)))
    restored = json.loads(command("unmask", "--json", str(file)).stdout)
    assert restored == {"schema_version": 1, "id": None, "text": JOT, "unknown": []}


def test_unmask_restores_an_answer_and_names_what_stands_for_nothing(command, tmp_path):
    file, answer = tmp_path / "masked.json", tmp_path / "answer.txt"
    found = masked(command)
    file.write_text(json.dumps(found))
    first = found["entities"][0]["placeholder"]
    answer.write_text(f"{first}'s lines were better. [Person Q] agreed.")
    restored = json.loads(command("unmask", str(file), "--text", str(answer), "--json").stdout)
    assert restored["text"] == "Marisol's lines were better. [Person Q] agreed."
    assert restored["unknown"] == ["[Person Q]"]
    assert "[Person Q]" in command("unmask", str(file), "--text", str(answer)).stdout


def test_for_people_the_text_and_what_stands_for_what(command):
    result = command("mask", given=JOT)
    text, _, table = result.stdout.partition("\n\n")
    assert not any(word in text for word in HIDDEN)
    assert "[Person A]\tMarisol\tname" in table


def test_a_roster_masks_what_no_rule_would(command, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("Last,First,Nickname,ID\nPaper,Will,Bug,A77\n")
    jot = "will copied 3/5. bug used paper, Paper's mom called re A77. will cut next week"
    found = masked(command, "--roster", str(roster), text=jot)
    shown = [entity["text"] for entity in found["entities"]]
    assert shown == ["will", "Paper", "A77"] or shown == ["will", "bug", "Paper", "A77"]
    assert "used paper" in found["text"]
    assert "will cut next week" in found["text"]


def test_a_batch_echoes_ids_and_goes_on_after_a_bad_line(command):
    lines = [json.dumps({"id": 1, "text": JOT}), '{"id": 2}', json.dumps({"id": 3, "text": "no name here"})]
    result = command("mask", "--jsonl", given="\n".join(lines))
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [line["id"] for line in told] == [1, 2, 3]
    assert told[1]["error"]["message"]
    assert told[2]["text"] == "no name here"
    again = command("unmask", "--jsonl", given="\n".join(json.dumps(told[n]) for n in (0, 2)))
    assert [json.loads(line)["text"] for line in again.stdout.splitlines()] == [JOT, "no name here"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no json", "not a JSON object"),
        ('{"text": "x"}', "no list 'entities'"),
        ('{"text": "x", "entities": [{}]}', "lacks"),
    ],
)
def test_unmask_says_what_it_cannot_take(command, text, message):
    result = command("unmask", given=text)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_roster_that_is_not_there_is_named(command):
    result = command("mask", "--roster", "/no/roster", given=JOT)
    assert result.exit_code == 2
    assert "'/no/roster'" in result.stderr


def test_a_roster_of_the_settings_is_used_without_saying_so(command, tmp_path, monkeypatch):
    roster = tmp_path / "roster.txt"
    roster.write_text("Paper, Will")
    monkeypatch.setenv("OTASSIST_ROSTER", str(roster))
    assert masked(command, text="will copied; Paper left")["text"] == "[Person A] copied; [Person B] left"
    monkeypatch.setenv("OTASSIST_ROSTER", str(tmp_path / "none"))
    assert command("mask", given="x").exit_code == 1


@pytest.mark.parametrize("kind", ["note", "goal"])
def test_show_masked_prints_what_would_go_out_and_needs_no_model_or_agreement(command, kind, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", None)
    result = command("draft", kind, "--show-masked", "--json", "--student", "Marisol", given=JOT)
    assert result.exit_code == 0
    requests = json.loads(result.stdout)["requests"]
    assert requests
    assert not any(word in result.stdout for word in HIDDEN)
    assert "[Person A]" in requests[0]["messages"][-1]["text"]
    assert "[Person A]" in command("draft", kind, "--show-masked", given=JOT).stdout


def test_where_nobody_can_be_asked_nobody_has_agreed(capsys):
    assert jobs.Asking()("elsewhere", [("human", "x")]) is False
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("typed", "agreed"), [("y\n", True), ("Yes\n", True), ("\n", False), ("n\n", False), ("", False)]
)
def test_a_terminal_shows_what_goes_out_and_asks_once(monkeypatch, tmp_path, capsys, typed, agreed):
    terminal = tmp_path / "tty"
    terminal.write_text(typed)
    monkeypatch.setattr(jobs, "_TERMINAL", str(terminal))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    asking = jobs.Asking()
    assert asking("elsewhere", [("system", "rules"), ("human", "[Person A] copied")]) is agreed
    first = capsys.readouterr().err
    assert "[Person A] copied" in first
    assert "elsewhere" in first
    assert "[y/N]" in first
    terminal.write_text("y\n")
    assert asking("elsewhere", [("human", "more")]) is agreed
    assert "[y/N]" not in capsys.readouterr().err
