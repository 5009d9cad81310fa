"""What drafting with a model costs beside the model: a scripted server of fixed latency, clause by clause.

python tests/bench/model.py [--runs 10]
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread
from time import perf_counter, sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from drafting.model.asking import good, said, written
from drafting.model.examples import NOTE
from otassist.domain import Following
from scripted_server import Connection, Request, Script, ScriptedServer, says, says_then, silent, status

FIRST, EACH = 0.2, 0.1
"""Seconds until the server begins, and for each clause."""
DRAFTS, AT_ONCE = 50, 4


class Paced:
    """Answers the example's note at a fixed pace, and notes when each clause was closed."""

    def __init__(self) -> None:
        self.closed: list[float] = []
        self.under_way, self.most, self._lock = 0, 0, Lock()

    def answer(self, request: Request) -> Script:
        if request.method == "GET":
            return status(404)  # it tells no sizes
        return says('{"ready": true}') if request.asked == "Are you ready?" else self._pace

    def _pace(self, connection: Connection) -> None:
        with self._lock:
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        connection.stream()
        sleep(FIRST)
        for number, clause in enumerate(good()["clauses"]):
            connection.piece(('{"clauses": [' if number == 0 else ", ") + said(clause))
            self.closed.append(perf_counter())
            sleep(EACH)
        with self._lock:
            self.under_way -= 1
        connection.piece("]}", "stop")
        connection.usage(100, 20)
        connection.end()


def measure(runs: int) -> Iterator[tuple[str, int, float, float, float]]:
    """What, runs, p50, p95 and target, in milliseconds; the last row is a share in percent."""
    paced = Paced()
    with TemporaryDirectory() as state, ScriptedServer(answer=paced.answer) as server:
        os.environ.update(OTASSIST_DATA_DIR=state, OTASSIST_LLM_MODEL="paced", OTASSIST_LLM_BASE_URL=server.url)
        os.environ["OTASSIST_LLM_CONCURRENCY"] = str(AT_ONCE)
        from otassist.bootstrap import build

        assistant = build()
        assistant.draft("note", NOTE)
        model = FIRST + EACH * len(good()["clauses"])
        seen, whole = list[float](), list[float]()
        for _ in range(runs):
            heard = list[float]()
            paced.closed.clear()
            begun = perf_counter()
            drafted = assistant.draft(
                "note", NOTE, follow=Following(heard=lambda _, own=heard: own.append(perf_counter()))
            )
            whole.append((perf_counter() - begun) * 1_000)
            assert drafted.drafter == "model", drafted.notices
            seen += [(there - here) * 1_000 for here, there in zip(paced.closed, heard, strict=True)]
        yield ("a clause is seen after it is closed", len(seen), *_quantiles(seen), 100)
        yield (f"a draft at a model that takes {model * 1_000:.0f}", runs, *_quantiles(whole), 1_050 * model + 150)
        begun = perf_counter()
        with ThreadPoolExecutor(DRAFTS) as crew:
            list(crew.map(lambda _: assistant.draft("note", NOTE), range(DRAFTS)))
        took = perf_counter() - begun
        ideal = -(-DRAFTS // AT_ONCE) * model
        yield (
            f"{DRAFTS} drafts, {AT_ONCE} at once, beside {ideal * 1_000:.0f}",
            1,
            took * 1_000,
            took * 1_000,
            1_200 * ideal,
        )
        assert paced.most == AT_ONCE, paced.most
    yield ("stopped until the server sees it closed", runs, *_quantiles([_stopped() for _ in range(runs)]), 1_000)


def _stopped() -> float:
    """Milliseconds from a stop in the middle of an answer until the connection is closed at the server."""
    flag, begun = Event(), Event()
    half = '{"clauses": [' + said(good()["clauses"][0])
    with ScriptedServer(says_then(half, silent)) as server:
        follow = Following(heard=lambda _: begun.set(), stopped=flag.is_set)
        worker = Thread(target=written, args=(server, follow))
        worker.start()
        begun.wait(10)
        stopped = perf_counter()
        flag.set()
        server.gone.wait(10)
        took = (perf_counter() - stopped) * 1_000
        worker.join(10)
    return took


def _quantiles(spent: Sequence[float]) -> tuple[float, float]:
    ranked = sorted(spent)
    return ranked[len(ranked) // 2], ranked[min(len(ranked) - 1, len(ranked) * 95 // 100)]


def main() -> None:
    options: Any = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=10, help="drafts one after another (default 10)")
    for what, runs, p50, p95, target in measure(options.parse_args().runs):
        verdict = "met" if p95 <= target else "missed"
        print(f"{what:<44}{runs:>5}{p50:>9.1f}{p95:>9.1f}{target:>9.0f}  {verdict}")


if __name__ == "__main__":
    main()
