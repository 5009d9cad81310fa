"""The gate on run directories: what it answers, with which exit code, and what it never scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from otassist.errors import FileProblem
from otassist.evaluation.answer import comparison as as_json
from otassist.evaluation.comparison import Comparison, compare
from otassist.evaluation.gate import read_gate
from otassist.evaluation.rundir import read_run

from .rundirs import Line, line, lines, write_run

GOOD = {"supported": 1.0, "invented": 0.0}


@pytest.fixture
def compared(tmp_path):
    """The comparison of two lists of results."""

    def run(base: list[Any], new: list[Any], base_meta: Line | None = None, **meta: Any) -> Comparison:
        paths = write_run(tmp_path / "a", base, **(base_meta or {})), write_run(tmp_path / "b", new, **meta)
        return compare(*map(read_run, paths))

    return run


def scored(name: str, below: int, value: float, text: str = "Another draft."):
    """Changes a metric of the first cases, and their drafts with it."""

    def change(place: int, item: Line) -> Line:
        if place < below:
            item["metrics"][name] = {**item["metrics"].get(name, {"kind": "core"}), "value": value, "reason": "Why."}
            item["text"] = text
        return item

    return change


@pytest.mark.parametrize(
    ("change", "verdict", "code"),
    [
        (scored("supported", 0, 1.0), "PASS", 0),  # the very same drafts
        (scored("supported", 100, 1.0), "PASS", 0),  # other words, as good
        (scored("supported", 1, 0.5), "PASS", 0),  # a little worse, within the allowance
        (scored("supported", 30, 0.0), "BLOCK", 3),
        (scored("supported", 5, 0.0), "BLOCK", 3),  # five of a hundred, none up
        (scored("supported", 3, 0.0), "INCONCLUSIVE", 4),
        (scored("invented", 1, 1.0), "BLOCK", 3),
    ],
)
def test_the_verdict_and_its_exit_code(compared, change, verdict, code):
    answer = compared(lines(100), lines(100, change))
    assert (answer.verdict, answer.exit) == (verdict, code)


def test_a_change_for_the_better_passes(compared):
    assert compared(lines(60, scored("supported", 30, 0.0)), lines(60)).verdict == "PASS"


def test_few_students_pass_only_with_the_same_drafts(compared):
    assert compared(lines(8), lines(8)).verdict == "PASS"
    assert compared(lines(8), lines(8, scored("supported", 8, 1.0))).verdict == "INCONCLUSIVE"


def test_cases_of_one_student_count_as_one(compared):
    """A hundred cases, worse for five of them: of five students it is worse than for one student five times."""
    one = lines(100, lambda place, item: item | {"cluster": f"student-{place // 5}"})
    worse = [scored("supported", 5, 0.0)(place, json.loads(json.dumps(item))) for place, item in enumerate(one)]
    answer = compared(one, worse)
    assert answer.metrics[0].students == 20
    assert answer.verdict == "INCONCLUSIVE"


def test_an_undecided_metric_says_how_many_cases_would_decide(compared):
    answer = compared(lines(100), lines(100, scored("supported", 3, 0.0)))
    (metric,) = [metric for metric in answer.metrics if metric.state == "unclear"]
    assert metric.needed is not None
    assert metric.needed > 100
    assert f"About {metric.needed} cases would decide it (100 were measured)." in as_json(answer)["sentence"]


# Repeats -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "new", "verdict"),
    [
        ([0, 0, 0], [1, 1, 0], "BLOCK"),
        ([0, 0, 0], [1, 0, 0], "PASS"),  # flaky, not usual
        ([0, 1, 1], [1, 1, 1], "PASS"),  # it was there before
        ([0, 1, 1], [2, 2, 1], "BLOCK"),  # another one beside it
        ([0, 0], [1, 0], "PASS"),  # half of the repeats is no majority
        ([0, 0], [1, 1], "BLOCK"),
        ([0], [1, 0, 1], "BLOCK"),  # the composer once, a model three times
    ],
)
def test_a_new_invention_counts_in_most_repeats(compared, base, new, verdict):
    def results(values: list[int]) -> list[Line]:
        first = [line("x", repeat, scores={**GOOD, "invented": value}) for repeat, value in enumerate(values)]
        others = [item for place in range(40) for item in [line(f"y{place}", repeat) for repeat in range(len(values))]]
        return first + others

    answer = compared(results(base), results(new))
    assert answer.verdict == verdict
    assert [harm.case for harm in answer.harms] == (["x"] if verdict == "BLOCK" else [])


def test_repeats_are_averaged_and_those_that_disagree_are_listed(compared):
    new = [line("x", repeat, scores={**GOOD, "supported": value}) for repeat, value in enumerate([1.0, 0.5, 0.0])]
    answer = compared([line("x")], new)
    assert answer.cases[0].scores["supported"].new == 0.5
    assert [(item.case, item.run, item.metric, item.values) for item in answer.flaky] == [
        ("x", "new", "supported", (1.0, 0.5, 0.0))
    ]


def test_a_value_that_is_missing_is_never_a_nought(compared):
    new = [line("x", repeat, scores={**GOOD, "supported": value}) for repeat, value in enumerate([1.0, None])]
    assert compared([line("x")], new).cases[0].scores["supported"].new == 1.0


def test_a_core_value_that_got_lost_is_no_pass(compared):
    answer = compared(lines(60), lines(60, scored("supported", 1, None)))
    assert answer.verdict == "INCONCLUSIVE"
    assert answer.lost == (("case-000", "supported"),)
    assert "In 1 cases a value" in as_json(answer)["sentence"]


# Broken ------------------------------------------------------------------------------------------------------------


def dropped(name: str) -> list[Line]:
    item = line("case-000")
    del item[name]
    return [item, *lines(3)[1:]]


BROKEN = {
    "a case is missing": (lines(3)[:2], {}, "case-002"),
    "a case too many": ([*lines(3), line("case-003")], {}, "case-003"),
    "an error": ([line("case-000", error={"message": "No.", "remedy": "Start it."}), *lines(3)[1:]], {}, "case-000"),
    "a NaN": (lines(3, scored("supported", 1, float("nan"))), {}, "case-000"),
    "infinity": (lines(3, scored("supported", 1, float("-inf"))), {}, "case-000"),
    "a word for a number": (lines(3, scored("supported", 1, "good")), {}, "case-000"),  # type: ignore[arg-type]
    "no metrics": (dropped("metrics"), {}, "case-000"),
    "no case name": (dropped("case"), {}, ""),
    "a case twice": ([*lines(3), line("case-001")], {}, "case-001"),
    "a repeat is missing": ([*lines(3), *lines(2, repeat=1)], {}, "case-002"),
    "a line cut short": ([*lines(3), '{"case": "case-00'], {}, ""),
    "no line": ([], {}, ""),
    "fewer than it says": (lines(3), {"cases": 5}, ""),
    "fewer repeats than it says": (lines(3), {"repeats": 2}, "case-000"),
    "another jot": (lines(3, lambda place, item: item | {"jot": "other"} if place == 1 else item), {}, "case-001"),
    "a metric not measured": (lines(3, scores={"invented": 0.0}), {}, ""),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_broken_is_named_and_not_scored(compared, fault):
    results, meta, case = BROKEN[fault]
    answer = compared(lines(3), results, **meta)
    assert (answer.verdict, answer.exit) == ("BROKEN", 5)
    assert case in [item.case for item in answer.faults]
    told = as_json(answer)
    assert told["metrics"] == {}
    assert all("metrics" not in item for item in told["cases"])
    assert all(item["error"]["remedy"] for item in told["broken"])
    assert case in told["sentence"]


def test_a_broken_base_is_broken_too(compared):
    assert compared(lines(3, scored("supported", 1, float("nan"))), lines(3)).verdict == "BROKEN"


@pytest.mark.parametrize(
    ("name", "content"), [("run.json", None), ("run.json", "[]"), ("run.json", "{"), ("results.jsonl", None)]
)
def test_a_folder_that_is_no_run_is_broken(tmp_path, name, content):
    good, bad = write_run(tmp_path / "a", lines(3)), write_run(tmp_path / "b", lines(3))
    (bad / name).unlink()
    if content is not None:
        (bad / name).write_text(content)
    answer = compare(read_run(good), read_run(bad))
    assert answer.verdict == "BROKEN"
    assert name in answer.faults[0].message


# Attribution -------------------------------------------------------------------------------------------------------


def found(*names: str) -> Line:
    return {"evidence": [{"id": name} for name in names]}


@pytest.mark.parametrize(
    ("task", "before", "after", "meta", "cause"),
    [
        ("goal", found("g1", "g2"), found("g1", "g2"), {"prompt": "goal.v2"}, "prompt"),
        ("goal", found("g1", "g2"), found("g2", "g1"), {"corpus_digest": "e"}, "retrieval"),
        ("goal", found("g1"), found("g2"), {"prompt": "goal.v2"}, "both"),
        ("goal", {}, found("g2"), {"prompt": "goal.v2"}, "unknown"),
        ("search", {}, {}, {"prompt": "goal.v2"}, "retrieval"),
    ],
)
def test_a_difference_is_put_down_to_the_drafting_or_to_the_search(compared, task, before, after, meta, cause):
    base = [line("x", draft=before, task=task), line("same", draft=before)]
    new = [line("x", draft=after, task=task, scores={**GOOD, "supported": 0.0}), line("same", draft=after)]
    answer = compared(base, new, **meta)
    assert answer.attribution.cases == {"x": cause}
    assert {name: values[1] for name, values in answer.attribution.changed.items()} == meta


# The answer and the command ------------------------------------------------------------------------------------------


def test_worst_cases_come_first(compared):
    def change(place: int, item: Line) -> Line:
        item["metrics"]["supported"]["value"] = [1.0, 0.2, 0.6, 1.0][place]
        item["metrics"]["invented"]["value"] = [0.0, 0.0, 0.0, 1.0][place]
        return item

    answer = compared(lines(4), lines(4, change))
    assert [case.case for case in answer.cases] == ["case-003", "case-001", "case-002", "case-000"]


def test_what_was_not_measured_is_said(compared):
    told = as_json(compared(lines(30), lines(30)))
    assert told["unmeasured"] == ["kept", "measurable", "edu_relevant", "ndcg@10"]
    assert "Not measured in these runs" in told["sentence"]


def test_a_safety_rate_has_the_exact_interval_and_another_the_score_interval(compared):
    metrics = as_json(compared(lines(130), lines(130, scored("invented", 1, 1.0))))["metrics"]
    bounds = {"low": pytest.approx(0.000195, abs=1e-6), "high": pytest.approx(0.042113, abs=1e-6)}
    assert metrics["invented"]["rate"] == {"of": "bad", "count": 1, "n": 130, **bounds}
    assert metrics["supported"]["rate"]["of"] == "good"


def test_the_command_prints_the_answer_and_exits_with_its_code(command, tmp_path):
    base, new = write_run(tmp_path / "a", lines(3)), write_run(tmp_path / "b", lines(3, scored("invented", 1, 2.0)))
    told = command("eval", "compare", str(base), str(new), "--json")
    answer = json.loads(told.stdout)
    assert told.exit_code == answer["exit"] == 3
    assert {"verdict", "exit", "metrics", "cases"} <= set(answer)
    assert answer["safety"] == [{"case": "case-000", "metric": "invented", "base": 0.0, "new": 2.0, "reason": "Why."}]
    printed = command("eval", "compare", str(base), str(new))
    assert printed.exit_code == 3
    assert printed.stdout.startswith("BLOCK: Do not ship this change: 1 of 3 cases")


@pytest.mark.parametrize("command_name", ["compare", "report"])
def test_a_folder_that_is_not_there_is_wrong_usage(command, tmp_path, command_name):
    told = command("eval", command_name, str(tmp_path / "nothing"), *[str(tmp_path)] * (command_name == "compare"))
    assert told.exit_code == 2
    assert "There is no run directory" in told.stderr


# The thresholds ------------------------------------------------------------------------------------------------------


def test_the_shipped_thresholds():
    gate = read_gate()
    assert (gate.delta("supported"), gate.delta("ndcg@10")) == (0.05, 0.02)
    assert gate.confidence == 0.95
    assert {"supported", "edu_relevant", "measurable", "ndcg@10"} <= set(gate.core)


@pytest.mark.parametrize("text", ["confidence = 0.9", "not toml", 'confidence = "high"'])
def test_thresholds_that_are_none_are_named(tmp_path, text):
    path: Path = tmp_path / "gate.toml"
    path.write_text(text)
    with pytest.raises(FileProblem, match=r"gate\.toml"):
        read_gate(path)
