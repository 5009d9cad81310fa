"""Reading a run directory: whatever lies in it, there is a run or a named fault, and never an exception."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from otassist.evaluation.answer import comparison as as_json
from otassist.evaluation.comparison import compare
from otassist.evaluation.report import write
from otassist.evaluation.rundir import read_run
from otassist.wire import dump

from .rundirs import line, lines, write_run

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


def test_a_whole_run_is_read_as_it_was_written(tmp_path):
    run = read_run(write_run(tmp_path, lines(3)))
    assert run.faults == ()
    assert [result.case for result in run.results] == ["case-000", "case-001", "case-002"]
    assert run.results[0].metrics["supported"].value == 1.0
    assert run.results[0].about == {
        "area": ["handwriting"],
        "grade": "3",
        "plan": "IEP",
        "task": "note",
        "split": "dev",
    }


def test_results_of_a_case_come_in_the_order_of_their_repeats(tmp_path):
    run = read_run(write_run(tmp_path, [line("x", 2), line("x", 0), line("x", 1)]))
    assert [result.repeat for result in run.by_case()["x"]] == [0, 1, 2]
    assert run.faults == ()


def test_a_case_without_a_student_is_its_own(tmp_path):
    assert read_run(write_run(tmp_path, [line("x", cluster=None)])).results[0].cluster == "x"


@settings(max_examples=40)
@given(st.sampled_from(sorted(line("x"))), VALUES)
def test_any_value_under_any_key_is_read_compared_and_reported(tmp_path_factory, key, value):
    folder = tmp_path_factory.mktemp("runs")
    good = write_run(folder / "good", lines(3))
    odd = write_run(folder / "odd", [line("case-000") | {key: value}, *lines(3)[1:]], cases=3, repeats=1)
    told = as_json(compare(read_run(good), read_run(odd)))
    assert json.loads(dump(told))["exit"] in (0, 3, 4, 5)
    assert len(write(odd, good, folder / "out")) == len(write(odd, None, folder / "out")) == 4


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["id", "cases", "repeats", "prompt", "code", "created"]), VALUES))
def test_any_description_of_a_run_is_read_compared_and_reported(tmp_path_factory, meta):
    folder = tmp_path_factory.mktemp("runs")
    good, odd = write_run(folder / "good", lines(3)), write_run(folder / "odd", lines(3))
    told = json.loads((odd / "run.json").read_text())
    (odd / "run.json").write_text(json.dumps({**told, **meta}))
    assert json.loads(dump(as_json(compare(read_run(good), read_run(odd)))))["exit"] in (0, 5)
    assert len(write(odd, good, folder / "out")) == 4


@settings(max_examples=40)
@given(st.sampled_from(["drafts", "observation", "evidence", "results"]), VALUES)
def test_any_shape_of_a_draft_is_reported(tmp_path_factory, key, value):
    folder = tmp_path_factory.mktemp("runs")
    odd = write_run(folder / "odd", [line("x", draft={key: value}), line("y", draft={"drafts": [value]})])
    assert len(write(odd, odd, folder / "out")) == len(write(odd, None, folder / "out")) == 4


@given(st.binary(max_size=80))
def test_any_bytes_are_a_broken_run(tmp_path_factory, junk):
    folder = write_run(tmp_path_factory.mktemp("run"), lines(2))
    (folder / "results.jsonl").write_bytes(junk)
    assert read_run(folder).faults
    (folder / "run.json").write_bytes(junk)
    assert compare(read_run(folder), read_run(folder)).exit == 5
