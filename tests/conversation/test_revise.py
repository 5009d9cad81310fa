"""`otassist revise`: its JSON feeds itself, its batch goes on, and wrong input is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bank.files import ZIPPER, corpus
from conversation.drafts import COPY, JOT, NOTE, PACK
from otassist import wire, wire_drafts
from otassist.errors import NotText
from otassist.reading import read

KEYS = {
    "schema_version", "id", "message", "kind", "action", "done", "needs_model", "model", "prompt", "usage", "said",
    "draft", "changes", "others", "additions", "questions", "answer", "jot", "set_aside", "history",
}  # fmt: skip


@pytest.fixture
def revised(command, tmp_path):
    """One message after the other about a draft: `revised(DRAFT, "undo", ...)`, each with the answer before it."""

    def run(draft, *messages, options=()):
        item = draft if isinstance(draft, dict) else wire.draft(draft)
        for message in messages:
            file = tmp_path / "draft.json"
            file.write_text(wire.dump(item), encoding="utf-8")
            result = command("revise", str(file), message, "--json", *options)
            assert (result.exit_code, result.stderr) == (0, "")
            item = json.loads(result.stdout)
            assert set(item) == KEYS
        return item

    return run


def test_a_clause_changes_and_the_answer_says_which(revised):
    answer = revised(COPY, "make it 4/5")
    assert (answer["kind"], answer["action"], answer["done"]) == ("edit", "criterion", True)
    (change,) = answer["changes"]
    assert (change["clause"], change["kind"]) == ("c4", "replaced")
    assert (change["old"]["text"], change["new"]["text"]) == ("in 3 of 5 sentences", "in 4/5 sentences")
    assert change["new"]["origin"] == "therapist"
    draft = answer["draft"]
    assert all(draft["text"][item["start"] : item["end"]] == item["text"] for item in draft["clauses"])
    assert draft["measurable"] is True


def test_its_answer_is_the_next_input(revised):
    answer = revised(COPY, "make it 4/5", "baseline is 2/5 with min A", "now she's at 3/5", "by 5/12", "undo")
    assert "By ____" in answer["draft"]["text"]
    assert "Baseline: 3/5" in answer["draft"]["text"]
    assert len(answer["history"]) == 3
    assert [item["id"] for item in answer["additions"]] == ["t1", "t2"]
    first = revised(answer, "start over")
    assert (first["draft"]["text"], first["history"]) == (COPY.text, [])
    assert revised(first, "undo")["done"] is False


def test_a_note_is_checked_on_its_jot(command, tmp_path, revised):
    drafted = json.loads(command("draft", "note", "--json", given=JOT).stdout)
    answer = revised(drafted, "take out the headphones")
    assert "headphones" not in answer["draft"]["text"]
    found = [item for item in answer["draft"]["findings"] if "headphones" in item["message"]]
    assert found, "what was left out of the note is said"
    assert "headphones" in answer["jot"]
    jot = tmp_path / "jot.txt"
    jot.write_text("used slant board", encoding="utf-8")
    other = revised(drafted, "take out the headphones", options=("--observation", str(jot)))
    assert not [item for item in other["draft"]["findings"] if "headphones" in item["message"]]


def test_a_draft_of_several_is_chosen(revised):
    both = {"drafts": [wire.draft(COPY), wire.draft(PACK)]}
    assert revised(both, "90%", options=("--draft", "2"))["draft"]["text"].count("90%") == 1


def test_the_bank_goal_is_shown(command, revised, tmp_path, monkeypatch):
    monkeypatch.setenv("OTASSIST_CORPUS_DIR", str(corpus(tmp_path / "corpus", ZIPPER | {"id": "handwriting-001"})))
    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "state"))
    assert ZIPPER["text"] in revised(COPY, "which bank goal is this from?")["said"]
    asked = revised(COPY, "slant boards and paper position ideas?")
    assert (asked["kind"], asked["answer"]["found"]) == ("question", True)


def test_a_batch_goes_on_behind_a_bad_line(batch):
    code, answers = batch(
        {"id": 1, "text": "make it 4/5", "draft": wire.draft(COPY)},
        {"id": 2, "text": "make it 4/5", "draft": {"text": "no clause", "area": "nowhere"}},
        {"id": 3, "text": "make it 4/5"},
        {"id": 4, "text": "shorter", "draft": [1]},
        {"id": 5, "text": "she/her", "draft": wire.draft(NOTE), "observation": JOT},
        to=("revise",),
    )
    assert code == 1
    assert [answer["id"] for answer in answers] == [1, 2, 3, 4, 5]
    assert ["error" in answer for answer in answers] == [False, True, False, True, False]
    assert answers[2]["action"] == "no_draft"
    assert answers[4]["draft"]["text"].count("She ") == 3


def test_people_see_what_was_done_the_draft_and_the_change(command, tmp_path):
    file = tmp_path / "draft.json"
    file.write_text(wire.dump(wire.draft(COPY)), encoding="utf-8")
    shown = command("revise", str(file), "make", "it", "4/5").stdout
    assert shown.startswith("Done: ")
    assert "\n- in 3 of 5 sentences\n+ in 4/5 sentences\n" in shown
    assert "language model" in command("revise", str(file), "make it sparkle").stdout
    assert command("revise", "-", "make it 4/5", given=file.read_bytes()).stdout == shown


@pytest.mark.parametrize(
    ("arguments", "given", "code"),
    [
        (("-",), "{}", 2),
        (("-", "make it 4/5"), "not json", 1),
        (("-", "make it 4/5"), '{"text": 4}', 1),
        (("-", "make it 4/5", "--draft", "2"), wire.dump(wire.draft(COPY)), 2),
        (("no-such-file.json", "make it 4/5"), "", 2),
        (("draft.json", "make it 4/5", "--jsonl"), "", 2),
    ],
)
def test_wrong_calls_are_one_line_with_a_remedy(command, arguments, given, code):
    result = command("revise", *arguments, given=given)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("otassist: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("draft", [COPY, PACK, NOTE], ids=["copy", "pack", "note"])
def test_a_draft_comes_back_from_its_json(draft):
    assert wire_drafts.drafts_in(wire.draft(draft)) == (draft,)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda item: item["clauses"][1].update(start=0),
        lambda item: item["clauses"][1].update(id="c1"),
        lambda item: item["clauses"][1].update(origin="dreamt"),
        lambda item: item["clauses"][1].update(start="7"),
        lambda item: item.update(clauses="none"),
        lambda item: item.update(area="nowhere"),
        lambda item: item.update(objectives=[{"by": "now"}]),
        lambda item: item.pop("text"),
        lambda item: item.update(findings=[{"id": "x"}]),
    ],
)
def test_a_draft_that_does_not_hold_together_is_refused(spoil):
    item = wire.draft(COPY)
    spoil(item)
    with pytest.raises(NotText):
        wire_drafts.drafts_in(item)


@given(st.lists(st.sampled_from(["copied 3/5 words", "used slant board.", "P: try it", "\n", " ", "cried,", "4 min"])))
def test_the_jot_is_put_together_from_what_was_read_of_it(pieces):
    jot = " ".join(["copied", *pieces])
    seen = wire.observation(read(jot))
    again = wire_drafts.jot_in({"observation": seen})
    for item in (*seen["statements"], *seen["unused"]):
        assert again[item["start"] : item["end"]] == item["text"]
