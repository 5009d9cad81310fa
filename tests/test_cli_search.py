"""`otassist search`: its JSON, its batch, its notices, and that nothing else pays for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bank.files import corpus
from otassist.wire import SCHEMA_VERSION

KEYS = {"id", "kind", "text", "source", "area", "areas", "grade_bands", "score"}


@pytest.fixture
def own_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small corpus and an empty data directory."""
    monkeypatch.setenv("OTASSIST_CORPUS_DIR", str(corpus(tmp_path / "corpus")))
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "state"))
    return tmp_path


def test_the_answer_has_the_contracts_shape(command, own_corpus):
    result = command("search", "zipper", "goal", "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    answer = json.loads(result.stdout)
    assert answer["schema_version"] == SCHEMA_VERSION
    assert answer["id"] is None
    assert answer["query"] == "zipper goal"
    assert answer["questions"] == []
    assert [set(item) for item in answer["results"]] == [KEYS] * 3
    first = answer["results"][0]
    assert first["id"] == "self_care-001"
    assert first["kind"] == "goal"
    assert first["area"] == "self_care"
    assert first["source"] == "goal_bank/self_care.csv"
    assert first["score"] == 1.0


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("-k", "1"), ["self_care-001"]),
        (("--k", "2", "--kind", "goal"), ["self_care-001", "transition-001"]),
        (("--kind", "practice"), ["slant-boards"]),
        (("--area", "transition"), ["transition-001"]),
        (("--area", "Visual-Motor"), ["slant-boards"]),
        (("--grade", "18-21", "--kind", "goal"), ["transition-001", "self_care-001"]),
        (("--grade", "K", "--kind", "goal", "-k", "1"), ["self_care-001"]),
        (("--area", "coping"), []),
    ],
)
def test_options_narrow_it(command, own_corpus, options, found):
    answer = json.loads(command("search", "zip a coat", "--json", *options).stdout)
    assert [item["id"] for item in answer["results"]] == found


@pytest.mark.parametrize(("option", "value", "about"), [("--area", "penmanship", "area"), ("--grade", "13", "grade")])
def test_a_value_nobody_knows_is_asked_about_and_narrows_nothing(command, own_corpus, option, value, about):
    answer = json.loads(command("search", "zip", option, value, "--json").stdout)
    (question,) = answer["questions"]
    assert question["about"] == about
    assert value in question["text"]
    assert len(answer["results"]) == 3


def test_a_query_may_come_from_standard_input(command, own_corpus):
    answer = json.loads(command("search", "--json", "-k", "1", given="bus to work\n").stdout)
    assert answer["results"][0]["id"] == "transition-001"


def test_a_batch_keeps_order_ids_and_options(batch, own_corpus):
    code, answers = batch(
        {"id": 1, "query": "bus", "k": 1},
        {"id": "b", "query": "zip", "kind": "goal", "k": 2},
        {"id": 3, "query": "zip", "kind": None, "area": "handwriting"},
        to=("search", "-k", "3", "--kind", "goal"),
    )
    assert code == 0
    assert [answer["id"] for answer in answers] == [1, "b", 3]
    assert [item["id"] for item in answers[0]["results"]] == ["transition-001"]
    assert len(answers[1]["results"]) == 2
    assert answers[2]["results"] == []


def test_a_bad_line_costs_itself_only(batch, own_corpus):
    code, answers = batch(
        {"id": 1}, {"id": 2, "query": "?"}, {"id": 3, "query": 7}, b"{", {"id": 5, "query": "bus"}, to=("search",)
    )
    assert code == 1
    assert ["error" in answer for answer in answers] == [True] * 4 + [False]
    assert all(answer["error"]["remedy"] for answer in answers[:4])


@pytest.mark.parametrize(
    ("key", "value"),
    [("k", 0), ("k", "many"), ("kind", "goals"), ("area", 5), ("grade", "z"), ("colour", "red")],
)
def test_an_unknown_key_or_value_of_a_line_is_a_question(batch, own_corpus, key, value):
    code, (answer,) = batch({"query": "bus", key: value}, to=("search",))
    assert code == 0
    assert [question["about"] for question in answer["questions"]] == [key]
    assert answer["results"]


def test_keys_of_the_context_are_no_question(batch, own_corpus):
    _, (answer,) = batch({"query": "bus", "plan": "IEP", "student": "A", "text": "jot"}, to=("search",))
    assert answer["questions"] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("",), 1), (("?",), 1), (("z" * 20_001,), 1), (("zip", "--kind", "both"), 2), (("zip", "-k", "0"), 2),
     (("zip", "--jsonl"), 2)],
)  # fmt: skip
def test_what_cannot_be_searched_is_one_line(command, own_corpus, arguments, code):
    result = command("search", *arguments)
    assert result.exit_code == code
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("otassist: ")
    assert result.stdout == ""


def test_people_see_the_passage_and_where_it_is_from(command, own_corpus):
    shown = command("search", "slant", "board", "-k", "1").stdout
    assert "slant-boards" in shown
    assert "handwriting, visual motor; K-2, 3-5; practice knowledge" in shown
    assert "A board tips the page toward the eyes." in shown
    assert "Nothing was found." in command("search", "zip", "--area", "coping").stdout
    assert "question: 'penmanship'" in command("search", "zip", "--area", "penmanship").stdout


def test_a_corpus_that_is_not_there_or_not_right_is_one_line(command, own_corpus, monkeypatch):
    (own_corpus / "corpus" / "goal_bank" / "self_care.csv").write_text("id\n")
    result = command("search", "zip")
    assert result.exit_code == 1
    assert result.stderr.startswith("otassist: goal_bank/self_care.csv, line 1: there is no column 'area'.")
    assert result.stderr.count("\n") == 1
    monkeypatch.setenv("OTASSIST_CORPUS_DIR", str(own_corpus / "nowhere"))
    assert "OTASSIST_CORPUS_DIR" in command("search", "zip").stderr


def test_a_data_directory_that_cannot_be_used_is_one_line_beside_the_answer(command, own_corpus, monkeypatch):
    (own_corpus / "file").touch()
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(own_corpus / "file"))
    result = command("search", "zip a coat", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["results"][0]["id"] == "self_care-001"
    assert result.stderr.count("\n") == 1
    assert "in memory" in result.stderr


def test_the_doctor_says_how_the_index_stands(command, own_corpus):
    def told() -> dict[str, str]:
        return json.loads(command("doctor", "--json").stdout)

    before = told()
    assert before["passages"] == "3"
    assert before["embedding_model"].startswith("all-MiniLM-L6-v2-int8@")
    assert before["index"] == str(own_corpus / "state" / "index")
    assert before["index_state"] == "not made yet, made by the first search"
    assert not (own_corpus / "state").exists()
    command("search", "zip")
    assert told()["index_state"] == "up to date, in Chroma"
    (own_corpus / "corpus" / "practice" / "slant-boards.md").unlink()
    assert told()["index_state"].startswith("out of date")


def test_the_doctor_names_what_is_wrong_with_the_corpus(command, own_corpus):
    (own_corpus / "corpus" / "practice" / "slant-boards.md").write_text("no front matter")
    result = command("doctor", "--json")
    assert result.exit_code == 1
    assert "practice/slant-boards.md, line 1" in result.stderr
    assert json.loads(result.stdout)["problems"]


def test_a_note_loads_nothing_of_the_search():
    script = """
import sys
from otassist.bootstrap import build
build().draft("note", "copied 3/5 sentences w/ min vc")
heavy = ("numpy", "chromadb", "onnxruntime", "tokenizers", "bm25s", "yaml", "pydantic", "otassist.retrieval")
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_index_is_made_quietly_where_nobody_watches(own_corpus):
    done = subprocess.run(
        [sys.executable, "-m", "otassist", "search", "zip", "--json"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert json.loads(done.stdout)["results"]
