"""A model that is waited for: nothing it has answered is asked for again, and whoever dies is told."""

from __future__ import annotations

import os
import pickle
import queue
import random
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import pytest

from otassist.errors import JobError
from otassist.evaluation.cache import Answers, Cache
from otassist.evaluation.crew import Crew
from otassist.evaluation.desk import Desk
from otassist.evaluation.jobs import Job, Output
from otassist.evaluation.record import Record, recording, slot
from otassist.evaluation.results import RunDirectory
from otassist.evaluation.turns import allow, calling, computing

from .products import Scripted, goal, note, scripted
from .test_running import directory, plan, run
from .waiting import CALLS, main

KEY = partial(str.format, "{0.case.id}")


def test_answers_are_kept_before_they_are_measured(tmp_path: Path) -> None:
    """Whoever stops at the first line has lost none of the answers that were there."""
    product, made = scripted(), directory(tmp_path)

    def stop(rows: Any, of: int) -> Any:
        yield next(iter(rows))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(plan(product, workers=4, threads=True), made, watch=stop)
    asked = list(product.asked)
    run(plan(product, workers=4, threads=True), made)
    assert sorted(product.asked) == sorted(set(product.asked))
    assert set(asked) <= set(product.asked)
    assert not list(made.folder.glob("answers*"))


def stored(folder: Path, names: list[str]) -> set[str]:
    """Those calls whose answers a killed run has on disk."""
    kept = Cache(RunDirectory(folder / "run").answers)
    return {name for name in names if kept.get(name)}


def calls(folder: Path) -> list[list[str]]:
    """The calls of each process that ran, the first first."""
    files = sorted(folder.glob("calls-*.txt"), key=lambda file: file.stat().st_mtime_ns)
    return [file.read_text().split("\n")[:-1] for file in files]


@pytest.mark.slow
@pytest.mark.parametrize("attempt", range(2))
def test_killed_at_any_moment_it_goes_on_without_asking_again(attempt: int, tmp_path: Path) -> None:
    """Twelve cases twice: at most the calls that were under way are made again, and the lines are the same."""
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    for folder in (whole, cut):
        folder.mkdir()
    main(whole)
    (every,) = calls(whole)
    command = [sys.executable, "-m", "evaluation.waiting", str(cut)]
    killed = subprocess.Popen(command, cwd=Path(__file__).parent.parent, env={**os.environ})
    deadline = perf_counter() + 60
    while not calls(cut) and perf_counter() < deadline:
        sleep(0.01)
    sleep(random.uniform(0, 0.5))
    killed.kill()
    killed.wait()
    sleep(0.3)  # its processes end when they notice
    first, kept = calls(cut)[0], stored(cut, every)
    main(cut)
    again = calls(cut)[1] if len(calls(cut)) > 1 else []
    assert kept <= set(first)
    assert sorted(again) == sorted(set(every) - kept)
    assert len(set(first) & set(again)) <= CALLS  # those that were under way
    assert untimed(cut) == untimed(whole)


def untimed(folder: Path) -> list[dict[str, Any]]:
    rows = [{**row, "seconds": None} for row in RunDirectory(folder / "run").rows()]
    for row in rows:
        row["draft"].pop("timings_ms")
    return rows


def test_a_helper_is_sent_no_cases() -> None:
    """What does not go into a pipe at once keeps this process waiting until the other has begun to read."""
    cases = tuple(note("copied 3/99 " * 50, f"a-{number}") for number in range(500))
    kept = Answers(None, plan(scripted(), cases=cases, made_by={"code": "1"}).key)
    assert len(pickle.dumps(kept)) < 2_000


def test_goals_and_notes_do_not_wait_for_one_another() -> None:
    both = threading.Barrier(2)

    def work(what: str) -> None:
        with computing(what):
            both.wait(10)

    team = [threading.Thread(target=work, args=(what,)) for what in ("goal", "note")]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    assert not both.broken


def test_a_thread_with_goals_takes_them_once_the_helpers_work() -> None:
    desk = Desk(queue.Queue(), queue.Queue(), None, threading.Event())
    for case in (note("copied 1/9", "n-1"), goal("copied 2/9", "g-1"), note("copied 3/9", "n-2")):
        desk.put((Job(case, 0), Job(case, 1)))
    desk.todo.put(None)
    jobs = desk.jobs(on_goals=True)
    first = [next(jobs) for _ in range(2)]
    desk.helped.set()
    told = [(job.case.id, job.repeat) for job in (*first, *jobs)]
    assert told == [("n-1", 0), ("n-1", 1), ("g-1", 0), ("g-1", 1), ("n-2", 0), ("n-2", 1)]


def test_goals_come_last_for_the_others() -> None:
    desk = Desk(queue.Queue(), queue.Queue(), None, threading.Event())
    for case in (goal("copied 2/9", "g-1"), note("copied 3/9", "n-2")):
        desk.put((Job(case),))
    desk.todo.put(None)
    assert [job.case.id for job in desk.jobs(on_goals=False)] == ["n-2", "g-1"]


def test_the_repeats_of_a_case_are_done_by_one_process(tmp_path: Path) -> None:
    """What is composed for the first serves the others; each is done once, whoever does it."""
    jobs = [Job(note(f"copied {number}/99", f"a-{number}"), repeat) for number in range(6) for repeat in range(3)]
    done = list(Crew(partial(telling, 0.05), 4, 2).done(jobs, Answers(None, KEY)))
    assert sorted((item.job.case.id, item.job.repeat) for item in done) == sorted((j.case.id, j.repeat) for j in jobs)
    by_case: dict[str, set[int]] = {}
    for item in done:
        assert item.output
        by_case.setdefault(item.job.case.id, set()).add(item.output.draft["process"])
    assert all(len(processes) == 1 for processes in by_case.values())


@dataclass(frozen=True)
class Telling(Scripted):
    """Says which process answers."""

    def answer(self, case: Any) -> Any:
        return {**super().answer(case), "process": os.getpid()}


def telling(seconds: float) -> Telling:
    return Telling(scripted().assistant, seconds=seconds)


@dataclass(frozen=True)
class Deadly(Scripted):
    """Works slowly here, and ends any other process."""

    home: int = 0

    def answer(self, case: Any) -> Any:
        if os.getpid() != self.home:
            os._exit(9)
        return super().answer(case)


def deadly(home: int) -> Deadly:
    return Deadly(scripted().assistant, seconds=0.5, home=home)


@pytest.mark.slow
def test_a_process_that_dies_is_told() -> None:
    jobs = [Job(note(f"copied {number}/99", f"a-{number}")) for number in range(200)]
    with pytest.raises(JobError, match="worker process died"):
        list(Crew(partial(deadly, os.getpid()), 2, 2).done(jobs, Answers(None, KEY)))


def at_once(work: Any, threads: int) -> None:
    """Calls it in so many threads, and waits for them."""
    team = [threading.Thread(target=work) for _ in range(threads)]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()


def test_no_more_calls_at_once_than_allowed() -> None:
    allow(threading.Semaphore(2))
    under_way, most, full = 0, 0, threading.Barrier(2)

    def call() -> None:
        nonlocal under_way, most
        with slot():
            under_way += 1
            most = max(most, under_way)
            full.wait(10)  # two have to be there
            under_way -= 1

    at_once(call, 6)
    assert most == 2


def test_one_computes_while_others_call() -> None:
    allow(threading.Semaphore(4))
    computes, calls, seen = 0, threading.Barrier(4), []

    def work() -> None:
        nonlocal computes
        with computing():
            computes += 1
            seen.append(computes)
            computes -= 1
            with calling():
                calls.wait(10)  # all four call, so none keeps the others from computing
            computes += 1
            seen.append(computes)
            computes -= 1

    at_once(work, 4)
    assert seen == [1] * 8


def test_whose_call_fails_is_not_in_the_way() -> None:
    allow(threading.Semaphore(1))
    with pytest.raises(KeyError), computing(), calling():
        raise KeyError
    with computing(), calling():
        pass


def test_waiting_for_a_turn_is_not_the_models_time() -> None:
    allow(threading.Semaphore(1))
    with recording(Record()) as record, slot():
        pass
    assert record.latency(wall=record.waited + 2.0) == pytest.approx(2.0)


def test_what_was_spared_is_part_of_the_time_an_answer_takes() -> None:
    assert Record(spared=0.5).latency(wall=2.0) == pytest.approx(2.5)


def test_answers_can_be_sent_to_another_process(tmp_path: Path) -> None:
    kept = Answers(tmp_path / "answers.sqlite", KEY)
    job = Job(note("copied 3/5", "a"))
    kept.keep(Job(job.case, 0, Output({"drafts": []}, 0.1)))
    other = pickle.loads(pickle.dumps(kept))
    assert other.known(job).output == Output({"drafts": []}, 0.1)
