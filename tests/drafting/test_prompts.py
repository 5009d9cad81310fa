"""Prompt files: strict to load, a district's own first, and the last good one when a file is spoilt."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from otassist.drafting.prompt_files import digest
from otassist.drafting.prompts import PromptShelf, read_prompt, shipped_prompts
from otassist.errors import FileProblem

GOOD = """---
id: answer.v1
task: answer
variables: [question, passages]
schema: answer
status: draft
notes: For the tests.
---

# System

Answer from the passages.

# Example

Why?

# Answer

{"found": false, "sentences": []}

# Input

{{question}} from {{ passages }}
"""


def put(folder: Path, text: str = GOOD, name: str = "answer.v1.md") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def release(file: Path, verdict: str = "PASS") -> None:
    """Makes a draft a released prompt with its record."""
    text = file.read_text(encoding="utf-8").replace("status: draft", "status: released")
    file.write_text(text, encoding="utf-8")
    record = {"verdict": verdict, "sha256": digest(text)}
    file.with_name(f"{file.stem}.eval.json").write_text(json.dumps(record), encoding="utf-8")


def test_a_file_becomes_a_prompt(tmp_path):
    prompt = read_prompt(put(tmp_path))
    assert (prompt.id, prompt.task, prompt.version, prompt.status) == ("answer.v1", "answer", 1, "draft")
    assert prompt.system == "Answer from the passages."
    assert [(example.given, example.answer) for example in prompt.examples] == [
        ("Why?", '{"found": false, "sentences": []}')
    ]
    assert prompt.filled({"question": "How?", "passages": "{{question}}"}) == "How? from {{question}}"
    assert len(prompt.sha256) == 64


def test_missing_and_unused_values_are_refused(tmp_path):
    prompt = read_prompt(put(tmp_path))
    with pytest.raises(KeyError):
        prompt.filled({"question": "How?"})
    with pytest.raises(ValueError, match="'more'"):
        prompt.filled({"question": "How?", "passages": "", "more": ""})


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: answer.v1", "id: answer.v2", 2, "the id 'answer.v2' is not the file's name"),
        ("task: answer", "task: note", 3, "the task is not 'answer'"),
        ("[question, passages]", "[question]", 24, "'passages' is not among the variables"),
        ("[question, passages]", "[question, passages, more]", 4, "the variable 'more' is not used"),
        ("[question, passages]", "question", 4, "variables is 'question', which is no list"),
        ("schema: answer", "schema: poem", 5, "'poem' is no schema"),
        ("status: draft", "status: final", 6, "'final' is no status"),
        ("status: draft", "status: released", 6, "released without the record"),
        ("notes: For the tests.", "temperature: 2", 7, "'temperature' is no field"),
        ("# System", "# Systen", 10, "'Systen' is no part"),
        ("# System", "Hello\n# System", 9, "text stands outside the parts"),
        ("# System\n\nAnswer from the passages.\n\n", "", 10, "there is no '# System' first"),
        ("from the passages.", "from {{passages}}.", 12, "a variable stands in 'System'"),
        ("Why?\n", "\n", 14, "the part 'Example' is empty"),
        ('{"found": false', '{"found": maybe', 18, "the example's answer is no JSON"),
        ('# Answer\n\n{"found": false, "sentences": []}\n\n', "", 14, "do not alternate"),
        ("{{ passages }}\n", "{{ passages }}\n# Example\nx\n# Answer\n{}\n", 27, "'# Input' is not the last part"),
        ("{{question}}", "{{ question.__class__ }}", 24, "'question.__class__' is not among the variables"),
        ("---\nid", "id", 1, "there is no front matter"),
        ("{{question}} from ", "", 4, "the variable 'question' is not used"),
        ("schema: answer", "schema: note", 5, "'note' is not the schema of 'answer'"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_a_remedy(tmp_path, old, new, line, said):
    assert old in GOOD
    with pytest.raises(FileProblem) as problem:
        read_prompt(put(tmp_path, GOOD.replace(old, new, 1)))
    assert f"answer.v1.md, line {line}: " in problem.value.message
    assert said in problem.value.message
    assert problem.value.remedy


def test_a_variable_of_the_task_that_is_left_out_is_refused(tmp_path):
    text = GOOD.replace("[question, passages]", "[passages]").replace("{{question}} from ", "")
    with pytest.raises(FileProblem, match="line 4: the task 'answer' has other variables") as problem:
        read_prompt(put(tmp_path, text))
    assert problem.value.remedy == "Use: question, passages."


def test_a_task_of_somebody_elses_has_its_own_variables(tmp_path):
    text = GOOD.replace("answer", "judge").replace("schema: judge", "schema: answer").replace("question", "case")
    prompt = read_prompt(put(tmp_path, text.replace("# Judge", "# Answer"), "judge.v1.md"))
    assert (prompt.task, prompt.variables) == ("judge", ("case", "passages"))


def test_the_digest_follows_the_text_and_not_the_status(tmp_path):
    before = read_prompt(put(tmp_path)).sha256
    assert digest(GOOD.replace("\n", "\r\n")) == before
    assert digest(GOOD.replace("status: draft", "status: released")) == before
    assert digest(GOOD.replace("passages.", "passages!")) != before


def test_released_needs_a_passed_run_of_this_very_text(tmp_path):
    file = put(tmp_path)
    release(file)
    assert read_prompt(file).status == "released"
    file.write_text(file.read_text().replace("passages.", "passages only."), encoding="utf-8")
    with pytest.raises(FileProblem, match="changed after it was released"):
        read_prompt(file)
    release(put(tmp_path), verdict="BLOCK")
    with pytest.raises(FileProblem, match="has not passed"):
        read_prompt(file)


def test_a_draft_does_not_take_the_place_of_a_released_version(tmp_path):
    release(put(tmp_path))
    second = put(tmp_path, GOOD.replace("answer.v1", "answer.v2"), "answer.v2.md")
    assert PromptShelf(tmp_path).prompt("answer").id == "answer.v1"
    release(second)
    assert PromptShelf(tmp_path).prompt("answer").id == "answer.v2"


def test_a_district_has_its_own_and_the_shipped_ones_for_the_rest(tmp_path):
    shelf = PromptShelf(put(tmp_path).parent)
    assert shelf.prompt("answer").file.parent == tmp_path
    assert shelf.prompt("note").file.parent == shipped_prompts()
    assert shelf.named("answer.v1").file.parent == tmp_path


def spoil(file: Path) -> None:
    file.write_text("spoilt", encoding="utf-8")
    os.utime(file, ns=(1, 1))  # another time stamp, whatever the clock of the disk


def test_a_spoilt_file_is_told_of_once_and_the_last_good_one_stays(tmp_path):
    told: list[str] = []
    file = put(tmp_path)
    shelf = PromptShelf(tmp_path, tell=told.append)
    good = shelf.prompt("answer")
    spoil(file)
    assert shelf.prompt("answer") == shelf.prompt("answer") == good
    (line,) = told
    assert "answer.v1.md, line 1: there is no front matter" in line
    assert line.endswith("The last good one stays in use.")


def test_the_last_good_one_outlives_the_process(tmp_path):
    own, kept = tmp_path / "own", tmp_path / "kept"
    file = put(own)
    release(file)
    good = PromptShelf(own, kept).prompt("answer")
    spoil(file)
    later = PromptShelf(own, kept).prompt("answer")
    assert (later.sha256, later.status) == (good.sha256, "released")


def test_a_file_that_was_never_good_leaves_the_shipped_prompt(tmp_path):
    told: list[str] = []
    shelf = PromptShelf(put(tmp_path, "never good").parent, tmp_path / "kept", told.append)
    assert shelf.prompt("answer").file.parent == shipped_prompts()
    assert "Another prompt is used." in told[0]


def test_what_is_mended_is_used_again(tmp_path):
    file = put(tmp_path, "spoilt")
    shelf = PromptShelf(tmp_path, tell=lambda line: None)
    assert shelf.prompt("answer").file != file
    put(tmp_path)
    assert shelf.prompt("answer").file == file


def test_the_shipped_ones_load_and_are_drafts_until_the_gate_has_passed_them():
    found = PromptShelf(tell=pytest.fail).all()
    assert [prompt.id for prompt in found] == [
        f"{task}.v1"
        for task in (
            *("answer", "consult", "edit", "goal", "intent", "judge_edu_relevant", "judge_measurable"),
            *("judge_supported", "note", "passage", "revise", "statement"),
        )
    ]
    for prompt in found:  # read_prompt refuses a record that is not of this text, or no PASS
        assert (prompt.status == "released") == prompt.file.with_name(f"{prompt.id}.eval.json").exists()


def test_the_commands_list_show_and_compare(command, tmp_path, monkeypatch):
    monkeypatch.setenv("OTASSIST_PROMPTS_DIR", str(tmp_path))
    shipped = (shipped_prompts() / "answer.v1.md").read_text(encoding="utf-8")
    put(tmp_path, shipped.replace("At most five", "At most three"))
    listed = json.loads(command("prompts", "list", "--json").stdout)["prompts"]
    assert [item["in_use"] for item in listed if item["id"] == "answer.v1"] == [True, False]
    assert "At most three" in command("prompts", "show", "answer.v1").stdout
    changed = [line for line in command("prompts", "diff", "answer.v1").stdout.splitlines() if line[1:4] == "2. "]
    assert [line[:16] for line in changed] == ["-2. At most five", "+2. At most thre"]
    assert "note.v1" in command("prompts", "list").stdout


def test_a_bad_file_is_named_by_the_command_and_an_unknown_id_is_an_error(command, tmp_path, monkeypatch):
    monkeypatch.setenv("OTASSIST_PROMPTS_DIR", str(tmp_path))
    put(tmp_path, "spoilt")
    listed = command("prompts", "list")
    assert listed.exit_code == 0
    assert "answer.v1.md, line 1" in listed.stderr
    missing = command("prompts", "show", "note.v9")
    assert missing.exit_code == 1
    assert "There is no prompt 'note.v9'. See 'otassist prompts list'." in missing.stderr


JUDGE = GOOD.replace("schema: answer", 'schema: judge\nscores: ["good=1", "so so=0.5", "bad=0"]')
JUDGE = JUDGE.replace("answer.v1", "judge_x.v1").replace("task: answer", "task: judge_x")


def test_a_judge_has_its_scores_in_the_same_file(tmp_path):
    prompt = read_prompt(put(tmp_path, JUDGE, "judge_x.v1.md"))
    assert prompt.scores == {"good": 1.0, "so so": 0.5, "bad": 0.0}
    assert read_prompt(put(tmp_path)).scores == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"bad=0"', '"bad"', "'bad' is no score"),
        ('"bad=0"', '"bad=-1"', "'bad=-1' is no score"),
        ('"bad=0"', '"bad=2"', "'bad=2' is no score"),
        ('["good=1", "so so=0.5", "bad=0"]', '["good=1", "fine=1"]', "worth the same"),
        ("schema: judge", "schema: answer", "only a judge gives scores"),
        ('scores: ["good=1", "so so=0.5", "bad=0"]\n', "", "scores is None"),
    ],
)
def test_scores_that_are_none_are_refused(tmp_path, old, new, said):
    with pytest.raises(FileProblem, match=said):
        read_prompt(put(tmp_path, JUDGE.replace(old, new), "judge_x.v1.md"))
