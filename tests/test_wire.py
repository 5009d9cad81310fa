"""The JSON shapes: nothing of the domain is lost on the way, and every line can be read back."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist import wire
from otassist.domain import (
    SECTIONS,
    AreaScore,
    CheckedNote,
    Clause,
    Context,
    Drafting,
    Fact,
    Finding,
    Note,
    Notice,
    Observation,
    OutOfScope,
    PromptUsed,
    Question,
    SetAside,
    Statement,
    Unused,
    Usage,
)
from otassist.errors import Defect, EmptyJot, NotText

FACT = Fact("f1", "measure", "3/5", "3/5", 7, 10, "s1", True, "about", "f2")
STATEMENT = Statement(
    "s1", "copied 3/5", 0, 10, "report", "peer", "teacher", True, "maybe", "when sat", "today", "J.M."
)
CLAUSE = Clause("c1", "objective", "It was.", "observed", ("s1",), ("f1",), ("e1",), 3, 10)
FINDING = Finding("n1", "quantity", "blocker", "good practice", "9 is not in the jot.", "Take it out.", "c1", 3, 4)
QUESTION = Question("Which?", "f1", ("a", "b"))
NOTICE = Notice("identity", "A name was found.", 1, 4)
SCOPE = OutOfScope("Reading is taught elsewhere.", "the reading teacher")
NOTE = Note("session", "J.M.", {**dict.fromkeys(SECTIONS, ()), "objective": (CLAUSE,)}, "It was.", (FINDING,))
READ = Observation(
    "copied 3/5 xx", Context(), (STATEMENT,), (FACT,), (Unused("xx", 11, 13),), "session", ("J.M.",),
    (AreaScore("handwriting", 0.75), AreaScore("fine_motor", 0.5)), (QUESTION,), (NOTICE,), SCOPE,
)  # fmt: skip
DRAFTED = Drafting("note", "composer", READ, (NOTE,), (QUESTION,), (NOTICE,), timings_ms={"total": 1.5})


@pytest.mark.parametrize(
    ("shape", "item", "left_out"),
    [
        (wire.fact, FACT, set()),
        (wire.statement, STATEMENT, {"label", "replaced"}),
        (wire.question, QUESTION, set()),
        (wire.notice, NOTICE, set()),
        (wire.finding, FINDING, set()),
        (wire.clause, CLAUSE, set()),
        (wire.note, NOTE, set()),
        (wire.out_of_scope, SCOPE, {"start", "end"}),
        (wire.checked, CheckedNote("text", (FINDING,)), set()),
        (wire.drafting, DRAFTED, {"notes", "goals"}),
        (wire.reading, READ, {"jot", "context", "pronoun"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_field_of_a_type_is_in_its_json(shape, item, left_out):
    assert {field.name for field in fields(item)} - left_out <= set(shape(item))


@pytest.mark.parametrize(
    ("shape", "item"),
    [(wire.fact, FACT), (wire.statement, STATEMENT), (wire.notice, NOTICE), (wire.finding, FINDING)],
)
def test_values_arrive_as_they_are(shape, item):
    assert {name: getattr(item, name) for name in shape(item)} == shape(item)


def test_a_draft_carries_the_area_and_the_keys_a_goal_has():
    draft = wire.drafting(DRAFTED)["drafts"][0]
    assert draft["area"] == "handwriting"
    assert {"objectives", "measurable", "educationally_relevant", "rubric", "clauses"} <= set(draft)


def test_without_areas_and_referral_there_is_null():
    bare = Observation("a", Context(), (), (), (), "session", (), (), ())
    answer = wire.drafting(Drafting("note", "composer", bare, (NOTE,), (), ()))
    assert (answer["drafts"][0]["area"], answer["out_of_scope"]) == (None, None)


def test_a_checked_note_has_the_parts_of_a_goal_as_null():
    assert set(wire.checked(CheckedNote("text", ()))["parts"].values()) == {None}


@pytest.mark.parametrize(
    ("shape", "item"), [(wire.drafting, DRAFTED), (wire.reading, READ), (wire.checked, CheckedNote("t", ()))]
)
@pytest.mark.parametrize("identity", [0, "", False, None, [], {}, "\ud800", 1.5])
def test_every_answer_echoes_its_id(shape, item, identity):
    line = wire.dump(shape(item, identity))
    assert json.loads(line)["id"] == identity
    assert type(json.loads(line)["id"]) is type(identity)
    assert line.isascii()
    assert "\n" not in line


def test_a_failed_line_says_what_and_what_to_do():
    assert wire.error(EmptyJot("It is empty.", "Type something."), 0) == {
        "schema_version": 1, "id": 0, "error": {"message": "It is empty.", "remedy": "Type something."}
    }  # fmt: skip


def test_a_defect_says_where_in_the_code_and_not_what_was_in_the_jot():
    try:
        raise ValueError("Zachary")
    except ValueError as cause:
        problem = Defect(cause)
    assert "ValueError at test_wire.py:" in problem.message
    assert "Zachary" not in str(problem)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), json_values, max_size=5))
def test_what_is_dumped_is_read_back(item):
    line = wire.dump(item)
    assert line.isascii()
    assert wire.item_from(line) == item


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Context)] + ["other"]), json_values))
def test_any_values_make_a_context_of_texts(values):
    context, unknown = wire.context_from(values)
    assert set(unknown) == set(values) & {"other"}
    for field in fields(Context):
        value = getattr(context, field.name)
        texts = value if field.name == "goals" else [value] if value is not None else []
        assert all(isinstance(text, str) for text in texts)
        for text in texts:
            text.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (30, "30"),
        (0, "0"),
        ("30 ", "30 "),
        (1.5, "1.5"),
        (True, "true"),
        (["a"], '["a"]'),
        ("\ud800", "?"),
        ("", ""),
    ],
)
def test_a_context_value_is_kept_as_it_was_written(value, text):
    assert wire.context_from({"minutes": value})[0].minutes == text


@pytest.mark.parametrize(
    ("goals", "texts"),
    [
        ("one", ("one",)),
        (["one", "two"], ("one", "two")),
        ([], ()),
        ({"text": "one"}, ('{"text": "one"}',)),
        ([{"text": "one", "baseline": "2/5"}], ('{"text": "one", "baseline": "2/5"}',)),
    ],
)
def test_goals_are_a_list_of_texts(goals, texts):
    assert wire.context_from({"goals": goals})[0].goals == texts


@pytest.mark.parametrize("key", ["id", "text", "observation", "kind", "grade", "goals"])
def test_keys_that_are_known_are_not_asked_about(key):
    assert wire.context_from({key: "x"})[1] == ()


@pytest.mark.parametrize("item", [{}, {"text": None}, {"Text": "a"}])
def test_a_line_without_text_says_which_key_is_missing(item):
    with pytest.raises(EmptyJot, match="no key 'text'"):
        wire.text_from(item)


@pytest.mark.parametrize("value", [1, True, [], {}, ["a"], 1.5, "a\x00", "\udfff", "a\ud800b"])
def test_text_that_is_no_text_is_refused(value):
    with pytest.raises(NotText):
        wire.text_from({"text": value})


def test_numbers_json_does_not_know_are_never_written():
    with pytest.raises(ValueError, match="JSON"):
        wire.dump({"id": float("nan")})


def test_what_a_model_took_and_what_was_not_used_are_told():
    written = replace(
        DRAFTED,
        drafter="model",
        model="tiny",
        prompt=PromptUsed("note.v1", "ab12"),
        usage=Usage(100, 20, 2, 1, 0.5),
        set_aside=(SetAside("It was cut off.", NOTE),),
    )
    answer = wire.drafting(written)
    assert (answer["drafter"], answer["model"]) == ("model", "tiny")
    assert answer["prompt"] == {"id": "note.v1", "sha256": "ab12"}
    assert answer["usage"] == {"tokens_in": 100, "tokens_out": 20, "calls": 2, "revisions": 1, "cost": 0.5}
    assert answer["set_aside"] == [{"why": "It was cut off.", "draft": wire.note(NOTE, "handwriting")}]
    assert json.loads(wire.dump(answer)) == answer


def test_without_a_model_there_is_nothing_to_tell_of_one():
    answer = wire.drafting(DRAFTED)
    assert (answer["model"], answer["prompt"], answer["usage"], answer["set_aside"]) == (None, None, None, [])
