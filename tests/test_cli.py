"""The command-line contract in process: commands, JSON, batches, context, exit codes."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Context

JOT = "copied 3/5 sentences w/ min vc, 20 min. tchr: 'much neater'. P: try slant board"
NOTE = "Subjective\nNothing was reported.\n\nObjective\nThe student copied 3/5 sentences."
COMMANDS = [("draft", "note"), ("draft", "consult"), ("facts",), ("check", "note")]


def answered(command: Any, *arguments: str, given: str | bytes = JOT) -> Any:
    result = command(*arguments, "--json", given=given)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.isascii()
    assert result.stdout.count("\n") == 1
    return json.loads(result.stdout)


OBSERVATION_KEYS = {
    "schema_version", "facts", "statements", "unused", "note_type", "students", "areas", "questions"
}  # fmt: skip
DRAFTING_KEYS = {
    "schema_version", "id", "kind", "drafter", "model", "prompt", "observation", "drafts", "evidence",
    "out_of_scope", "questions", "notices", "timings_ms", "usage", "set_aside",
}  # fmt: skip
CHECK_KEYS = {
    "schema_version", "id", "text", "parts", "measurable", "educationally_relevant", "rubric", "findings",
    "questions",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("draft", "note"), DRAFTING_KEYS),
        (("draft", "consult"), DRAFTING_KEYS),
        (("facts",), OBSERVATION_KEYS | {"id", "out_of_scope", "notices"}),
        (("check", "note"), CHECK_KEYS),
    ],
)
def test_each_command_answers_with_the_keys_of_the_contract(command, arguments, keys):
    answer = answered(command, *arguments)
    assert set(answer) == keys
    assert answer["schema_version"] == 1


def test_a_draft_says_which_kind_and_which_drafter(command):
    note, consult = answered(command, "draft", "note"), answered(command, "draft", "consult")
    assert (note["kind"], consult["kind"]) == ("note", "consult")
    assert (note["drafter"], note["model"], note["prompt"], note["evidence"]) == ("composer", None, None, [])
    assert consult["drafts"][0]["type"] == "consultation"


def test_every_clause_fact_and_statement_stands_where_it_says(command):
    answer = answered(command, "draft", "note")
    read, draft = answer["observation"], answer["drafts"][0]
    for item in read["facts"] + read["statements"] + read["unused"]:
        assert JOT[item["start"] : item["end"]] == item["text"]
    for clause in draft["clauses"]:
        assert draft["text"][clause["start"] : clause["end"]] == clause["text"]
    assert [part for section in draft["sections"].values() for part in section] == draft["clauses"]
    assert list(draft["sections"]) == ["subjective", "objective", "assessment", "plan"]


def test_every_id_a_clause_names_exists(command):
    answer = answered(command, "draft", "note")
    known = {item["id"] for key in ("facts", "statements") for item in answer["observation"][key]}
    named = {name for clause in answer["drafts"][0]["clauses"] for name in clause["facts"] + clause["statements"]}
    assert named
    assert named <= known


def test_offsets_are_code_points_and_output_is_ascii(command):
    jot = "\U0001f600\U0001f600 copied 3/5 sentences \u2014 caf\u00e9"
    for item in answered(command, "facts", given=jot)["statements"]:
        assert jot[item["start"] : item["end"]] == item["text"]


def test_the_jot_a_note_is_checked_on_changes_the_findings(command, tmp_path):
    jot = tmp_path / "jot.txt"
    jot.write_text("copied 2/5 sentences", encoding="utf-8")
    alone = answered(command, "check", "note", given=NOTE)
    grounded = answered(command, "check", "note", "--observation", str(jot), given=NOTE)
    assert any(item["severity"] == "blocker" for item in grounded["findings"])
    assert not any(item["severity"] == "blocker" for item in alone["findings"])


def test_a_line_of_a_batch_may_bring_its_own_jot_to_check_on(batch):
    lines = [
        {"id": n, "text": NOTE, "observation": jot} for n, jot in enumerate(["copied 3/5 sentences", "copied 2/5"])
    ]
    code, (right, wrong) = batch(*lines, to=("check", "note"))
    assert code == 0
    assert not any(item["severity"] == "blocker" for item in right["findings"])
    assert any(item["severity"] == "blocker" for item in wrong["findings"])


def test_a_file_standard_input_and_a_dash_give_the_same_answer(command, tmp_path):
    path = tmp_path / "jot.txt"
    path.write_text(JOT, encoding="utf-8")
    texts = [
        answered(command, "draft", "note", str(path), given="")["drafts"],
        answered(command, "draft", "note")["drafts"],
        answered(command, "draft", "note", "-")["drafts"],
    ]
    assert texts[0] == texts[1] == texts[2]


IDS = [0, "", False, None, True, -1, 1.5, "a", "0", [1, [2]], {"k": []}, "\N{SNOWMAN}", "\ud800", 10**40]


@pytest.mark.parametrize("to", COMMANDS)
def test_a_batch_keeps_order_and_ids_of_every_type(batch, to):
    code, answers = batch(*[{"id": identity, "text": JOT} for identity in IDS], to=to)
    assert code == 0
    assert [json.dumps(answer["id"]) for answer in answers] == [json.dumps(identity) for identity in IDS]
    assert all("error" not in answer for answer in answers)


@pytest.mark.parametrize("to", COMMANDS)
def test_a_bad_line_keeps_its_id_and_the_batch_goes_on(batch, to):
    lines = [{"id": 0, "text": JOT}, {"id": False, "text": "  "}, b"{", {"id": 3}, {"id": 4, "text": JOT}]
    code, answers = batch(*lines, to=to)
    assert code == 1
    assert [answer["id"] for answer in answers] == [0, False, None, 3, 4]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert all(set(answer) == {"schema_version", "id", "error"} for answer in answers[1:4])
    assert all(answer["error"]["message"] and answer["error"]["remedy"] for answer in answers[1:4])


def test_a_line_without_an_id_answers_with_null(batch):
    assert batch({"text": JOT})[1][0]["id"] is None


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"   \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"],
    ids=["empty", "lines", "blank", "bom", "bom-line"],
)
def test_a_batch_without_a_line_answers_nothing(command, data):
    result = command("draft", "note", "--jsonl", given=data)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\n\n", b"\r"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(command, newline):
    line = json.dumps({"id": 1, "text": JOT}).encode()
    result = command("facts", "--jsonl", given=b"\xef\xbb\xbf" + newline.join([line, line, b""]))
    assert result.exit_code == 0
    assert [json.loads(answer)["id"] for answer in result.stdout.splitlines()] == [1, 1]


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\x0b", "\x1e"])
def test_only_line_feeds_end_a_line_of_a_batch(command, mark):
    line = json.dumps({"id": 1, "text": f"copied 3/5{mark}20 min"}, ensure_ascii=False)
    result = command("facts", "--jsonl", given=line)
    assert len(result.stdout.splitlines()) == 1
    assert json.loads(result.stdout)["id"] == 1


OPTIONS = {
    "grade": "2", "plan": "IEP", "delivery": "push-in", "area": "handwriting", "date": "10/3/2025",
    "minutes": "30", "review_date": "5/1/2026", "student": "J.M.", "pronoun": "she",
    "goals": "copies 4/5 sentences", "start": "9:00", "stop": "9:30", "group_size": "3",
    "attendance": "present", "state": "TX", "note_type": "session", "objectives": "yes",
}  # fmt: skip


def test_every_context_key_is_tried_here():
    assert set(OPTIONS) == {field.name for field in fields(Context)}


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_and_a_key_mean_the_same(command, batch, name):
    by_key = batch({"text": JOT, name: OPTIONS[name]})[1][0]
    for flag in (name, name.replace("_", "-")):
        by_option = answered(command, "draft", "note", f"--{flag}", OPTIONS[name])
        assert by_option["drafts"] == by_key["drafts"]
        assert by_option["observation"] == by_key["observation"]
    assert not any(question["about"] == name for question in by_key["observation"]["questions"])


def test_a_line_of_a_batch_goes_over_the_options_but_null_takes_nothing_away(command):
    lines = [{"text": JOT, "student": "K.T."}, {"text": JOT, "student": None}, {"text": JOT}]
    data = "\n".join(map(json.dumps, lines))
    result = command("draft", "note", "--jsonl", "--student", "J.M.", given=data)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["drafts"][0]["student"] for answer in answers] == ["K.T.", "J.M.", "J.M."]


@pytest.mark.parametrize("to", [("draft", "note"), ("draft", "consult"), ("facts",)])
@pytest.mark.parametrize(
    "key", ["teacher", "Grade", "GRADE", "review-date", "ids", "", "text ", "\N{SNOWMAN}", "\ud800"]
)
def test_an_unknown_key_becomes_a_question_and_never_an_error(batch, to, key):
    code, (answer,) = batch({"id": 1, "text": JOT, key: "x"}, to=to)
    questions = answer.get("observation", answer)["questions"]
    assert code == 0
    assert sum(question["about"] == key for question in questions) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("grade", "14"), ("grade", 0), ("grade", "second-ish"), ("grade", False), ("grade", {"a": [1]}),
        ("plan", "IFSP"), ("plan", []), ("delivery", "by post"), ("delivery", "\ud800"), ("area", "maths"),
        ("pronoun", "xyz"), ("note_type", "poem"),
    ],
)  # fmt: skip
def test_an_unknown_value_becomes_a_question_and_never_an_error(batch, name, value):
    code, (answer,) = batch({"id": 1, "text": JOT, name: value})
    assert code == 0
    assert any(question["about"] == name for question in answer["observation"]["questions"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("minutes", "abc"), ("minutes", {"a": 1}), ("date", "someday"), ("group_size", "lots"),
        ("start", "banana"), ("stop", "banana"), ("review_date", "??"), ("state", "Narnia"),
    ],
)  # fmt: skip
def test_an_unreadable_time_date_count_or_state_becomes_a_question(batch, name, value):
    _, (answer,) = batch({"id": 1, "text": JOT, name: value})
    assert any(question["about"] == name for question in answer["observation"]["questions"])


def test_an_unknown_key_beside_a_note_to_check_becomes_a_question(batch):
    _, (answer,) = batch({"id": 1, "text": NOTE, "nonsense": 1}, to=("check", "note"))
    assert any(question["about"] == "nonsense" for question in answer.get("questions", ()))


@pytest.mark.parametrize("value", ["K", "k", "PreK", "12", "18-21", 3, "", None], ids=lambda value: f"grade {value!r}")
def test_a_known_or_missing_grade_is_not_asked_about(batch, value):
    _, (answer,) = batch({"text": JOT, "grade": value})
    assert not any(question["about"] == "grade" for question in answer["observation"]["questions"])


@pytest.mark.parametrize(
    "value", [["goal one", "goal two"], "goal one", {"text": "goal", "baseline": "2/5"}, [1, None]]
)
def test_goals_may_be_texts_objects_or_a_list_of_them(batch, value):
    assert batch({"text": JOT, "goals": value})[0] == 0


@pytest.mark.parametrize("to", COMMANDS[:3])
def test_a_note_is_drafted_from_a_request_outside_scope_and_says_so_beside_it(batch, to):
    text = "copied 3/5 sentences. need a reading fluency goal for him"
    code, (answer,) = batch({"text": text}, to=to)
    assert code == 0
    assert set(answer["out_of_scope"]) == {"reason", "refer_to"}
    assert answer.get("drafts", True)


@given(text=st.text(max_size=80))
def test_any_text_yields_an_answer_with_exact_spans_or_one_clear_refusal(command, text):
    result = command("draft", "note", "--jsonl", given=json.dumps({"id": 7, "text": text}))
    answer = json.loads(result.stdout)
    assert answer["id"] == 7
    assert result.exit_code == ("error" in answer)
    if "error" in answer:
        assert "otassist failed" not in answer["error"]["message"]
        return
    for item in answer["observation"]["facts"] + answer["observation"]["statements"]:
        assert text[item["start"] : item["end"]] == item["text"]
    assert answer["drafts"]


@given(data=st.binary(max_size=60).filter(bytes.strip))
def test_any_bytes_yield_one_line_out_or_one_line_of_complaint(command, data):
    result = command("facts", "--json", given=data)
    assert result.exit_code in (0, 1)
    spoken, silent = (result.stdout, result.stderr) if result.exit_code == 0 else (result.stderr, result.stdout)
    assert (spoken.count("\n"), silent) == (1, "")


def test_doctor_reports_as_json(command):
    answer = json.loads(command("doctor", "--json").stdout)
    assert answer["schema_version"] == 1
    assert answer["drafter"] == "composer"
    assert answer["problems"] == []


def test_the_version_is_printed(command):
    from otassist import __version__

    assert command("--version").stdout == f"otassist {__version__}\n"


@pytest.mark.parametrize("name", ["emily-push-in.txt", "emily-pull-out.txt"])
def test_the_checked_in_jots_are_drafted(command, root: Path, name):
    assert answered(command, "draft", "note", str(root / "evals" / "cases" / name))["drafts"]
