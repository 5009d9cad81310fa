"""A run: what fails is named, what is done stays done, and a model is kept busy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import pytest

from otassist.errors import FileProblem, UsageError
from otassist.evaluation.blessing import bless
from otassist.evaluation.cache import LARGEST, Cache, code_digest, corpus_digest, key_of
from otassist.evaluation.jobs import Job, Output
from otassist.evaluation.measuring import do
from otassist.evaluation.metrics import Measured
from otassist.evaluation.results import RunDirectory
from otassist.evaluation.running import Plan, run
from otassist.evaluation.selecting import failing, selected
from otassist.evaluation.session import Place, go_on, rescore, resumed, start
from otassist.evaluation.summary import summary, table

from .products import Scripted, note, note_of, scripted, shipped

CASES = [note(f"copied {number}/9 words", f"t-{number:02}") for number in range(1, 9)]


def directory(folder: Path, cases: int = len(CASES), repeats: int = 1) -> RunDirectory:
    made = RunDirectory(folder / "run")
    made.begin({"id": "run", "cases": cases, "repeats": repeats, "case_ids": [case.id for case in CASES]})
    return made


def plan(product: Scripted, **more: Any) -> Plan:
    return Plan(**{"cases": CASES, "make": lambda: product, "made_by": {"code": "1"}, **more})


def test_each_case_is_a_line_in_order(tmp_path: Path) -> None:
    made = directory(tmp_path, repeats=2)
    run(plan(scripted(), repeats=2, workers=4, threads=True), made)
    assert [(row["case"], row["repeat"]) for row in made.rows()] == [(case.id, k) for case in CASES for k in (0, 1)]
    assert all(row["metrics"]["invented"]["value"] == 0 for row in made.rows())


def test_a_run_that_was_killed_goes_on_and_comes_to_the_same(tmp_path: Path) -> None:
    whole, cut = directory(tmp_path / "a"), directory(tmp_path / "b")
    run(plan(scripted()), whole)
    lines = whole.results.read_text("utf-8").splitlines(keepends=True)
    cut.results.write_text("".join(lines[:3]) + lines[3][:40], "utf-8")
    product = scripted()
    run(plan(product), cut)
    assert product.asked == [case.id for case in CASES[3:]]
    assert untimed(cut) == untimed(whole)


def untimed(made: RunDirectory) -> list[dict[str, Any]]:
    return [{**row, "seconds": None} for row in made.rows()]


def test_stopped_between_two_lines_none_is_lost_or_double(tmp_path: Path) -> None:
    made, product = directory(tmp_path), scripted()

    def stop(rows: Any, of: int) -> Any:
        for count, row in enumerate(rows):
            if count == 4:
                raise KeyboardInterrupt
            yield row

    with pytest.raises(KeyboardInterrupt):
        run(plan(product), made, watch=stop)
    run(plan(product), made)
    assert [row["case"] for row in made.rows()] == [case.id for case in CASES]


def test_what_failed_is_an_error_and_is_tried_again(tmp_path: Path) -> None:
    cases, product = [note("copied 3/5 letters", "a-fail"), CASES[0]], scripted()
    made = directory(tmp_path, 2)
    run(plan(product, cases=cases), made)
    error, good = made.rows()
    assert error["metrics"] == {}
    assert "ValueError" in error["error"]["message"]
    assert "copied" not in error["error"]["message"]
    assert good["error"] is None
    run(plan(product, cases=cases), made)
    assert product.asked.count("a-fail") == 2
    assert product.asked.count(CASES[0].id) == 1


class Broken:
    name, kind, tasks = "broken", "core", frozenset({"note"})

    def __init__(self, value: float | None) -> None:
        self.value = value

    def measure(self, answered: Any) -> Measured:
        return Measured(1 / 0 if self.value is None else self.value, "")


@pytest.mark.parametrize(("value", "said"), [(float("nan"), "is nan"), (float("inf"), "is inf"), (None, "failed")])
def test_a_metric_that_breaks_is_no_score(value: float | None, said: str) -> None:
    row = do(Job(CASES[0]), scripted(), [Broken(value)]).row  # type: ignore[list-item]
    assert "'broken'" in row["error"]["message"]
    assert said in row["error"]["message"]
    assert row["metrics"] == {}


class TestCache:
    def test_an_answer_is_made_once(self, tmp_path: Path) -> None:
        product, cache = scripted(), tmp_path / "cache.sqlite"
        run(plan(product), directory(tmp_path / "a"), cache)
        run(plan(product), directory(tmp_path / "b"), cache)
        assert len(product.asked) == len(CASES)

    @pytest.mark.parametrize("made_by", [{"code": "2"}, {"code": "1", "model": "x"}])
    def test_other_code_or_another_model_makes_its_own(self, tmp_path: Path, made_by: dict[str, str]) -> None:
        product, cache = scripted(), tmp_path / "cache.sqlite"
        run(plan(product), directory(tmp_path / "a"), cache)
        run(plan(product, made_by=made_by), directory(tmp_path / "b"), cache)
        assert len(product.asked) == 2 * len(CASES)

    def test_the_key_tells_jot_entered_and_repeat(self) -> None:
        keys = {
            key_of(CASES[0], 0, {}),
            key_of(CASES[1], 0, {}),
            key_of(CASES[0], 1, {}),
            key_of(note(CASES[0].text, CASES[0].id, entered={"minutes": "30"}), 0, {}),
        }
        assert len(keys) == 4

    def test_what_cannot_be_read_is_made_anew(self, tmp_path: Path) -> None:
        cache = Cache(tmp_path / "cache.sqlite")
        cache.keep("key", Output(note_of("x"), 0.1, {"q": [("p", 0.5)]}, {"calls": 2}))
        assert cache.output("key") == Output(note_of("x"), 0.1, {"q": [["p", 0.5]]}, {"calls": 2})  # type: ignore[list-item]
        cache._store.execute("UPDATE answers SET answer = x'00'")
        assert cache.output("key") is None

    def test_a_file_that_is_no_cache_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "cache.sqlite").write_text("no database, whatever its name says" * 40)
        with pytest.raises(FileProblem, match="cannot be used"):
            Cache(tmp_path / "cache.sqlite")

    def test_it_never_grows_without_end(self, tmp_path: Path) -> None:
        cache = Cache(tmp_path / "cache.sqlite")
        cache._store.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO answers SELECT 'k' || i, x'00' FROM n", (LARGEST + 9,)
        )  # fmt: skip
        cache.keep("newest", Output({}, 0.0))
        cache.close()
        kept = Cache(tmp_path / "cache.sqlite")
        assert kept._store.execute("SELECT count(*) FROM answers").fetchone() == (LARGEST,)
        assert kept.output("newest") is not None

    def test_digests_do_not_change_by_themselves(self, tmp_path: Path) -> None:
        assert code_digest() == code_digest()
        (tmp_path / "practice").mkdir()
        (tmp_path / "practice" / "a.md").write_text("one")
        before = corpus_digest(tmp_path)
        (tmp_path / "practice" / "a.md").write_text("two")
        assert corpus_digest(tmp_path) != before


class TestSelection:
    def test_by_fields(self) -> None:
        found = selected(shipped(), ["task=goal", "area=hand*"], "dev")
        assert found
        assert all(case.task == "goal" and "handwriting" in case.area and case.split == "dev" for case in found)

    @pytest.mark.parametrize("wish", ["handwriting", "jot=x", "area="])
    def test_a_filter_that_is_none_is_told(self, wish: str) -> None:
        with pytest.raises(UsageError, match="no filter"):
            selected(shipped(), [wish])

    def test_nothing_left_is_told(self) -> None:
        with pytest.raises(UsageError, match="No case is left"):
            selected(shipped(), ["id=nobody"])

    def test_failing_are_errors_counts_and_core_metrics(self, tmp_path: Path) -> None:
        made = directory(tmp_path)
        metrics = {
            "good": {"kept": (1.0, "core")},
            "low": {"kept": (0.5, "core")},
            "made": {"invented": (1.0, "safety")},
            "none": {"kept": (None, "core")},
            "bad": {},
            "aim": {"on_target": (0.1, "other")},
        }
        rows = [
            {
                "case": name,
                "task": "note",
                "repeat": 0,
                "error": {"message": "x", "remedy": ""} if name == "bad" else None,
                "metrics": {key: {"value": value, "reason": "", "kind": kind} for key, (value, kind) in found.items()},
            }
            for name, found in metrics.items()
        ]
        made.replace(rows)
        assert failing(made) == ["low", "made", "bad"]


class TestSession:
    def place(self, folder: Path) -> Place:
        from otassist.bank import shipped_corpus
        from otassist.evaluation.cases import shipped_cases

        return Place(shipped_cases(), shipped_corpus(), folder)

    def few(self) -> tuple[Any, ...]:
        return selected(shipped(), ["id=h4-00*"])

    def test_run_resume_rescore_and_bless(self, tmp_path: Path) -> None:
        place, cases = self.place(tmp_path), self.few()
        made = start(place, cases, 1, tmp_path / "one")
        go_on(place, made, cases, 1, place.cache, lambda rows, of: rows)
        first = list(made.rows())
        assert [row["case"] for row in first] == [case.id for case in cases]
        made.results.write_text("\n".join(made.results.read_text("utf-8").splitlines()[:2]) + "\n", "utf-8")
        again, same = resumed(place, made.folder)
        assert same == cases
        go_on(place, again, same, 1, place.cache, lambda rows, of: rows)
        assert list(again.rows()) == first
        rescore(place, again, 1, lambda rows, of: rows)
        assert list(again.rows()) == first
        base = RunDirectory(tmp_path / "base")
        assert bless(again, base) == len(cases)
        assert base.info()["case_ids"] == again.info()["case_ids"]
        assert all("drafts" not in row["draft"] for row in base.rows())
        assert [row["metrics"] for row in base.rows()] == [row["metrics"] for row in first]

    def test_a_run_never_goes_on_with_something_else(self, tmp_path: Path) -> None:
        place, cases = self.place(tmp_path), self.few()
        made = start(place, cases, 1, tmp_path / "one")
        info = made.info()
        (made.folder / "run.json").write_text(json.dumps({**info, "code": "other"}))
        with pytest.raises(UsageError, match="changed: code"):
            resumed(place, made.folder)

    def test_a_second_run_in_the_same_folder_is_refused(self, tmp_path: Path) -> None:
        place, cases = self.place(tmp_path), self.few()
        made = start(place, cases, 1, tmp_path / "one")
        made.replace([])
        with pytest.raises(UsageError, match="There is a run"):
            start(place, cases, 1, tmp_path / "one")


def test_the_summary_keeps_held_out_drafts_to_itself(tmp_path: Path) -> None:
    secret = note("copied 4/5 secret words", "h-1", split="held_out", keep=("4/5 secret words",))
    rows = [
        do(Job(case, 0, Output(note_of("Objective: drew 7/8 lines."), 0.1)), scripted()).row
        for case in (secret, CASES[0])
    ]
    found = summary(rows)
    assert found.held_out_faults == 1
    assert all(case == CASES[0].id for case, _ in found.faults)
    heads, cells = table(found)
    assert len(heads) == len(cells[0])


@pytest.mark.slow
def test_a_killed_run_goes_on_and_leaves_no_process_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "otassist", "eval", "run", "--no-cache", "--workers", "2"]
    chosen = ["--filter", "id=h2-0*", "--out", str(tmp_path / "cut")]
    killed = subprocess.Popen([*command, *chosen], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = RunDirectory(tmp_path / "cut")
    deadline = perf_counter() + 60
    while len(list(made.rows())) < 5 and killed.poll() is None and perf_counter() < deadline:
        sleep(0.05)
    workers = children(killed.pid)
    killed.kill()
    killed.wait()
    before = [row["case"] for row in made.rows()]
    subprocess.run([*command, "--resume", str(made.folder)], check=True, stdout=subprocess.DEVNULL)
    after = [row["case"] for row in made.rows()]
    assert set(before) <= set(after)
    assert after == [case.id for case in shipped() if case.id.startswith("h2-0")]
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def children(pid: int) -> list[str]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return found.read_text().split() if found.exists() else []
