"""`otassist ask`: answered from the practice library in its own sentences, or not at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bank.files import corpus
from otassist.bank import read_corpus
from otassist.bootstrap import build
from otassist.conversation.answering import answered
from otassist.conversation.passage_sentences import sentences_of
from otassist.domain import Evidence, PracticePassage
from otassist.reading import read

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PRACTICE = {file.stem: file.read_text(encoding="utf-8") for file in (ROOT / "corpus" / "practice").glob("*.md")}
QUESTIONS = list(csv.DictReader((HERE / "questions.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The practice library and two goals, with an index of its own."""
    folder = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OTASSIST_CORPUS_DIR", str(corpus(folder / "corpus", practice=PRACTICE)))
        patch.setenv("OTASSIST_DATA_DIR", str(folder / "state"))
        assistant = build()
        assistant.ask("slant board")
        yield assistant, read_corpus(folder / "corpus")


@pytest.fixture(scope="module")
def answers(library):
    assistant, _ = library
    return [(row, assistant.ask(row["question"])) for row in QUESTIONS]


@pytest.mark.parametrize(("half", "recall", "cited"), [("dev", 0.95, 0.9), ("held", 0.78, 0.78)])
def test_what_the_material_holds_is_answered_and_the_rest_is_not(answers, half, recall, cited):
    asked = [(row, answer) for row, answer in answers if row["half"] == half]
    inside = [(row, answer) for row, answer in asked if row["kind"] == "in"]
    assert [row["question"] for row, answer in asked if row["kind"] == "off" and answer.passages] == []
    assert sum(bool(answer.passages) for _, answer in inside) >= recall * len(inside)
    right = [bool({item.id for item in answer.passages} & set(row["passages"].split())) for row, answer in inside]
    assert sum(right) >= cited * len(inside)


def test_every_sentence_is_the_passages_own(answers, library):
    _, held = library
    shown = {passage.id: passage.text for passage in held.passages}
    quoted = [(item, said) for _, answer in answers for item in answer.passages for said in item.sentences]
    assert len(quoted) > 100
    for item, said in quoted:
        assert said.passage == item.id
        assert said.alone
        if said.start is None:
            assert said.text in held.practice_by_id[item.id].strategies
        else:
            assert shown[item.id][said.start : said.end] == said.text


@pytest.mark.parametrize(
    ("question", "redirected", "answers"),
    [
        ("what medication helps with ADHD", "scope", False),
        ("does this student have autism", "scope", False),
        ("how to teach phonics to a 7 year old", "scope", False),
        ("what is the normal grip strength at age 9", "clinic", False),
        ("splinting protocol after flexor tendon repair", "clinic", False),
        ("ideas for hand strengthening in class", "clinic", True),
        ("do weighted vests work", None, True),
        ("what is the capital of France", None, False),
    ],
)
def test_what_belongs_to_others_is_passed_on(library, question, redirected, answers):
    answer = library[0].ask(question)
    assert bool(answer.out_of_scope) == (redirected == "scope")
    assert any(notice.kind == "clinic" for notice in answer.notices) == (redirected == "clinic")
    assert bool(answer.passages) == answers


def test_nothing_of_the_student_is_in_an_answer(library):
    answer = library[0].ask("Marisol Quintero in 3B chews on her sleeves since 9/12, what can I do?")
    said = json.dumps([[item.title, item.source, *(each.text for each in item.sentences)] for item in answer.passages])
    assert answer.passages
    assert not [word for word in ("Marisol", "Quintero", "3B", "9/12") if word in said]


def test_its_json_and_its_batch(command, batch, monkeypatch, tmp_path):
    monkeypatch.setenv("OTASSIST_CORPUS_DIR", str(corpus(tmp_path / "corpus")))
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "state"))
    answer = json.loads(command("ask", "slant", "boards", "and", "paper", "position", "--json").stdout)
    assert set(answer) == {
        "schema_version", "id", "question", "found", "answer", "drafter", "model", "prompt", "usage", "sentences",
        "passages", "out_of_scope", "notices", "questions",
    }  # fmt: skip
    assert answer["question"] == "slant boards and paper position"
    assert (answer["drafter"], answer["model"], answer["sentences"]) == ("library", None, [])
    assert answer["answer"] == answer["passages"][0]["sentences"][0]["text"] == "A board tips the page toward the eyes."
    code, (one, two, bad) = batch(
        {"id": 7, "question": "slant boards and paper position"},
        {"id": 8, "question": "capital of France", "colour": "red"},
        {"id": 9, "text": "no question"},
        to=("ask",),
    )
    assert code == 1
    assert (one["id"], one["found"]) == (7, True)
    assert (two["id"], two["found"], two["answer"], two["passages"]) == (8, False, None, [])
    assert [question["about"] for question in two["questions"]] == ["colour"]
    assert (bad["id"], "question" in bad["error"]["message"]) == (9, True)


def test_people_read_sentences_titles_or_that_there_is_nothing(command, monkeypatch, tmp_path):
    monkeypatch.setenv("OTASSIST_CORPUS_DIR", str(corpus(tmp_path / "corpus")))
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "state"))
    assert "- Tape a diagonal line on the desk." in command("ask", "slant boards and paper position").stdout
    assert command("ask", "capital of France").stdout.startswith("Nothing in the practice material")
    assert command("ask", given="slant boards and paper position").stdout.startswith("Slant boards")
    assert command("ask", "x", "--jsonl").exit_code == 2
    assert command("ask", "???").exit_code == 1


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Feet reach the floor. It helps.", ["Feet reach the floor."]),
        ("Use 2.5 cm spacers. Then check.", ["Use 2.5 cm spacers."]),
        ("Ask first, e.g. paper by paper. Why wait? Nobody knows.", ["Ask first, e.g. paper by paper."]),
        ('She said "stop." Nothing more came.', []),
        ("One line\n\nNew paragraph here.", ["New paragraph here."]),
    ],
)
def test_sentences_that_can_be_quoted_alone(text, alone):
    passage = PracticePassage("p", "A title", (), (), "strategy", (), (), (), text)
    assert [said.text for said in sentences_of(passage, f"A title\n\n{text}") if said.alone][: len(alone)] == alone


@given(st.text(alphabet='aA .!?"\n2“é', max_size=60))
def test_every_sentence_has_its_place(text):
    passage = PracticePassage("p", "T", (), (), "strategy", (), (), (), text)
    shown = f"T\n\n{text}"
    said = sentences_of(passage, shown)
    assert all(shown[item.start : item.end] == item.text for item in said)
    assert "".join("".join(item.text for item in said).split()) == "".join(text.split())


def test_a_passage_the_library_does_not_hold_is_never_quoted():
    from retrieval.passages import passage

    answer = answered(
        read("slant board"), [Evidence(passage("x", "slant board"), 1.0)], {}, lambda _, texts: [1.0] * len(texts)
    )
    assert answer.passages == ()
