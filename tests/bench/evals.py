"""How long eval runs take: the composer over everything, and a model that answers after 200 ms.

python tests/bench/evals.py
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from zlib import crc32

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `otassist eval run` does, before numpy is loaded
TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS)]  # also in the processes that are started here

from evaluation.waiting import drafted_cases  # noqa: E402
from otassist.bank import shipped_corpus  # noqa: E402
from otassist.evaluation.product import maker  # noqa: E402
from otassist.evaluation.results import RunDirectory  # noqa: E402
from otassist.evaluation.running import Plan, cores, run  # noqa: E402
from otassist.evaluation.session import Place  # noqa: E402

CALLS, SECONDS, CASES, REPEATS = 8, 0.2, 130, 3
Words = Callable[[str, int], str]
"""A sentence in the words of the nth answer."""
Timed = tuple[str, float, float]
"""What, seconds, seconds allowed."""


def measured() -> Iterator[Timed]:
    with TemporaryDirectory() as state:
        os.environ["OTASSIST_DATA_DIR"] = state
        yield composer(Path(state))
        yield model(Path(state) / "same", "the same each time", same)
        yield model(Path(state) / "other", "other words each time", other)


def composer(folder: Path) -> Timed:
    """Every case once, nothing from the cache."""
    from otassist.evaluation.cases import shipped_cases

    cases = Place(shipped_cases(), shipped_corpus(), folder).all_cases()
    directory = RunDirectory(folder / "composer")
    directory.begin({"id": "composer"})
    started = perf_counter()
    run(Plan(cases, maker(shipped_corpus()), {}, 1, cores()), directory)
    return f"composer, all {len(cases)} cases", perf_counter() - started, 30.0


def model(folder: Path, how: str, words: Words) -> Timed:
    """130 cases with each of two prompts, three times, over the network protocol; calls are what they are."""
    fresh = multiprocessing.get_context("spawn")
    told, sent = fresh.Pipe()
    server = fresh.Process(target=serve, args=(sent, words), daemon=True)
    server.start()
    os.environ |= {"OTASSIST_LLM_MODEL": "tiny", "OTASSIST_LLM_SIZE": "large", "OTASSIST_LLM_BASE_URL": told.recv()}
    prompts = folder / "prompts"
    prompts.mkdir(parents=True)
    for task in ("note", "goal"):
        shipped = (TESTS.parent / "prompts" / f"{task}.v1.md").read_text(encoding="utf-8")
        (prompts / f"{task}.v2.md").write_text(shipped.replace(f"{task}.v1", f"{task}.v2") + "\n", encoding="utf-8")
    _warm()
    first = drafted(folder / "v1")
    os.environ["OTASSIST_PROMPTS_DIR"] = str(prompts)
    second = drafted(folder / "v2")
    del os.environ["OTASSIST_PROMPTS_DIR"]
    server.kill()
    calls, seconds = first[0] + second[0], first[1] + second[1]
    what = f"model, {calls} calls of {SECONDS * 1000:g} ms, {CALLS} at once, {how}"
    return what, seconds, 1.2 * calls * SECONDS / CALLS


def _warm() -> None:
    """What the server can do is found out once, and the search index is made once."""
    product = maker(shipped_corpus())()
    product.answer(drafted_cases(6)[-1])
    product.assistant.search("zipper")


def drafted(folder: Path) -> tuple[int, float]:
    """The calls that one run takes, and its seconds."""
    directory = RunDirectory(folder)
    directory.begin({"id": folder.name})
    plan = Plan(drafted_cases(CASES), maker(shipped_corpus()), {"run": folder.name}, REPEATS, CALLS, True, cores())
    started = perf_counter()
    run(plan, directory)
    seconds = perf_counter() - started
    rows = list(directory.rows())
    assert len(rows) == CASES * REPEATS
    assert all(row["error"] is None for row in rows), next(row["error"] for row in rows if row["error"])
    return int(sum(row["cost"]["calls"] for row in rows if row["cost"].get("calls"))), seconds


def same(text: str, time: int) -> str:
    """What the composer said, each time."""
    return text


def other(text: str, time: int) -> str:
    """Another sentence in other words each time the same is asked, so that no draft is like another."""
    return text.replace("The student", "This student") if (crc32(text.encode()) + time) % 3 == 0 else text


def serve(sent: Any, words: Words) -> None:
    from evaluation.echoing import echo, late
    from scripted_server import Request, Script, ScriptedServer

    wait, asked = partial(time.sleep, SECONDS), Counter[bytes]()

    def answer(request: Request) -> Script:
        asked[request.raw] += 1
        return late(echo(request, partial(words, time=asked[request.raw])), wait)

    with ScriptedServer(answer=answer) as server:
        sent.send(server.url)
        while True:
            time.sleep(60)


if __name__ == "__main__":
    for what, seconds, allowed in measured():
        print(f"{what:<75}{seconds:>7.1f} s of {allowed:.1f} s, load {os.getloadavg()[0]:.1f}", flush=True)
