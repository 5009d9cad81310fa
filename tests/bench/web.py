"""How fast the web app is as a server: its start, its memory, and many therapists at once. A report, never a test.

python tests/bench/web.py [--drafts 500] [--seconds 20]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter
from uuid import uuid4

import httpx

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench import REAL
from scripted_server import ScriptedServer, drips
from web.serving import Served, served

SESSIONS, A_SECOND = 50, 5
SAID = '{"clauses": [{"section": "objective", "text": "They worked.", "origin": "observed", "statements": ["s1"]}]}'
PAUSE = 0.005
"""Seconds between two letters of what the scripted model says."""


@dataclass(frozen=True)
class Figure:
    """What was measured, beside what was promised, in a unit."""

    what: str
    value: float
    target: float
    unit: str

    def __str__(self) -> str:
        verdict = "met" if self.value <= self.target else "MISSED"
        return f"{self.what:<58}{self.value:>9.0f}{self.target:>9.0f} {self.unit:<3} {verdict}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--drafts", type=int, default=500, help="before the memory is read (default 500)")
    options.add_argument("--seconds", type=int, default=20, help="of many sessions (default 20)")
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print(f"{'':<58}{'measured':>9}{'target':>9}")
    for figure in measure(chosen.drafts, chosen.seconds):
        print(figure, flush=True)


def measure(drafts: int, seconds: int) -> Iterator[Figure]:
    """The server's promises of issue 7."""
    with TemporaryDirectory() as state:
        begun = perf_counter()
        with served(Path(state)) as server:
            httpx.get(server.url, trust_env=False).raise_for_status()
            yield Figure("process start to first page", (perf_counter() - begun) * 1000, 3000, "ms")
            times = asyncio.run(one_after_another(server, drafts))
            yield Figure("a jot sent to its draft there, p95", p95(times), 700, "ms")
            yield Figure(f"memory after {drafts} drafts", memory(server.process.pid), 600, "MB")
    with TemporaryDirectory() as state, ScriptedServer(*[drips(SAID, PAUSE)] * 10_000) as model:
        settings = {
            "OTASSIST_LLM_MODEL": "tiny",
            "OTASSIST_LLM_BASE_URL": model.url,
            "OTASSIST_LLM_CONCURRENCY": "50",
            "OTASSIST_LLM_SIZE": "large",
        }
        with served(Path(state), settings) as server:
            asyncio.run(one_after_another(server, 3))  # the first loads what speaks to a model
            alone = asyncio.run(sessions(server, 1, 10, 1.0))
            many = asyncio.run(sessions(server, SESSIONS, seconds * A_SECOND, 1 / A_SECOND))
            added = p95([time for time, _ in many]) - p95([time for time, _ in alone])
            yield Figure(
                f"{SESSIONS} sessions, {A_SECOND} drafts a second: errors", sum(not good for _, good in many), 0, ""
            )
            yield Figure("  added p95 to the first visible text", added, 250, "ms")


async def one_after_another(server: Served, drafts: int) -> list[float]:
    """Milliseconds from sending each of some jots until its drafts are there."""
    async with client(server) as asking:
        return [(await drafted(asking, REAL[number % len(REAL)]))[0] for number in range(drafts)]


async def sessions(server: Served, held: int, drafts: int, pause: float) -> list[tuple[float, bool]]:
    """Some drafts begun at an even pace by some sessions: milliseconds to the first text, and whether all went well."""
    async with client(server) as asking:
        listening = [asyncio.create_task(idle(asking)) for _ in range(held)]
        begun, running = monotonic(), []
        for number in range(drafts):
            await asyncio.sleep(max(0.0, begun + number * pause - monotonic()))
            running.append(asyncio.create_task(drafted(asking, REAL[number % len(REAL)])))
        found = await asyncio.gather(*running)
        for task in listening:
            task.cancel()
        return found


async def idle(asking: httpx.AsyncClient) -> None:
    """A session that types into its box once a second."""
    identity, version = uuid4().hex, 1
    await asking.post("/api/conversations", json={"id": identity})
    for number in count():
        body = {"version": version, "box": f"copied {number}"}
        version = (await asking.patch(f"/api/conversations/{identity}", json=body)).json().get("version", version)
        await asyncio.sleep(1)


async def drafted(asking: httpx.AsyncClient, jot: str) -> tuple[float, bool]:
    """Milliseconds from sending a jot to the first clause or draft of it, and whether it ended well."""
    identity = uuid4().hex
    await asking.post("/api/conversations", json={"id": identity})
    begun, first = perf_counter(), 0.0
    body = {"id": uuid4().hex, "text": jot, "kind": "note"}
    said = await asking.post(f"/api/conversations/{identity}/messages", json=body)
    if said.status_code != 200:
        return 0.0, False
    name = ""
    async with asking.stream("GET", f"/api/jobs/{said.json()['job']['id']}/events") as stream:
        async for line in stream.aiter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
                if name in ("clause", "done") and not first:
                    first = (perf_counter() - begun) * 1000
    return first, name == "done"


def client(server: Served) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=500, max_keepalive_connections=500)
    return httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits, trust_env=False)


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def memory(process: int) -> float:
    """The most memory the process has held, in MB; Linux tells."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
