"""How long eval runs take: the composer over everything, and a model that answers after 200 ms.

python tests/bench/evals.py
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS)]  # also in the processes that are started here

from evaluation.waiting import drafted_cases  # noqa: E402
from otassist.bank import shipped_corpus  # noqa: E402
from otassist.evaluation.product import maker  # noqa: E402
from otassist.evaluation.results import RunDirectory  # noqa: E402
from otassist.evaluation.running import Plan, cores, run  # noqa: E402
from otassist.evaluation.session import Place  # noqa: E402

CALLS, SECONDS, CASES, REPEATS = 8, 0.2, 130, 3
Timed = tuple[str, float, float]
"""What, seconds, seconds allowed."""


def measured() -> Iterator[Timed]:
    with TemporaryDirectory() as state:
        os.environ["OTASSIST_DATA_DIR"] = state
        yield composer(Path(state))
        yield model(Path(state))


def composer(folder: Path) -> Timed:
    """Every case once, nothing from the cache."""
    from otassist.evaluation.cases import shipped_cases

    cases = Place(shipped_cases(), shipped_corpus(), folder).all_cases()
    directory = RunDirectory(folder / "composer")
    directory.begin({"id": "composer"})
    started = perf_counter()
    run(Plan(cases, maker(shipped_corpus()), {}, 1, cores()), directory)
    return f"composer, all {len(cases)} cases", perf_counter() - started, 30.0


def model(folder: Path) -> Timed:
    """130 cases with each of two prompts, three times, over the network protocol; calls are what they are."""
    fresh = multiprocessing.get_context("spawn")
    told, sent = fresh.Pipe()
    server = fresh.Process(target=serve, args=(sent,), daemon=True)
    server.start()
    os.environ |= {"OTASSIST_LLM_MODEL": "tiny", "OTASSIST_LLM_SIZE": "large", "OTASSIST_LLM_BASE_URL": told.recv()}
    prompts = folder / "prompts"
    prompts.mkdir()
    for task in ("note", "goal"):
        shipped = (TESTS.parent / "prompts" / f"{task}.v1.md").read_text(encoding="utf-8")
        (prompts / f"{task}.v2.md").write_text(shipped.replace(f"{task}.v1", f"{task}.v2") + "\n", encoding="utf-8")
    _warm()
    started = perf_counter()
    calls = sum(drafted(folder / name, own) for name, own in (("v1", None), ("v2", prompts)))
    seconds = perf_counter() - started
    server.kill()
    return f"model, {calls} calls of {SECONDS * 1000:g} ms, {CALLS} at once", seconds, 1.2 * calls * SECONDS / CALLS


def _warm() -> None:
    """What the server can do is found out once, and the search index is made once."""
    product = maker(shipped_corpus())()
    product.answer(drafted_cases(6)[-1])
    product.assistant.search("zipper")


def drafted(folder: Path, prompts: Path | None) -> int:
    """The calls that one run takes."""
    if prompts:
        os.environ["OTASSIST_PROMPTS_DIR"] = str(prompts)
    directory = RunDirectory(folder)
    directory.begin({"id": folder.name})
    plan = Plan(drafted_cases(CASES), maker(shipped_corpus()), {"run": folder.name}, REPEATS, CALLS, True, cores())
    run(plan, directory)
    rows = list(directory.rows())
    assert len(rows) == CASES * REPEATS
    assert all(row["error"] is None for row in rows), next(row["error"] for row in rows if row["error"])
    return int(sum(row["cost"]["calls"] for row in rows if row["cost"].get("calls")))


def serve(sent: Any) -> None:
    from evaluation.echoing import echo, late
    from scripted_server import ScriptedServer

    wait = partial(time.sleep, SECONDS)
    with ScriptedServer(answer=lambda request: late(echo(request), wait)) as server:
        sent.send(server.url)
        while True:
            time.sleep(60)


if __name__ == "__main__":
    for what, seconds, allowed in measured():
        print(f"{what:<50}{seconds:>7.1f} s of {allowed:.1f} s, load {os.getloadavg()[0]:.1f}", flush=True)
