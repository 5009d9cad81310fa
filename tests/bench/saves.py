"""How fast the store saves and finds with a school year in it; `python tests/bench/saves.py` measures it alone.

500 conversations of ten messages, real jots, each with a real draft; a SQLite file on this disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

CASES = Path(__file__).parent.parent.parent / "evals" / "cases"
CONVERSATIONS, MESSAGES = 500, 10
OPENING = """
import sys
from time import perf_counter
started = perf_counter()
from otassist.store import open_store
open_store(sys.argv[1]).ready()
print((perf_counter() - started) * 1000)
"""


class Measured(NamedTuple):
    """Milliseconds; what is promised is for the p95."""

    what: str
    runs: int
    p50: float
    p95: float
    allowed: float


def measured(runs: int = 200) -> Iterator[Measured]:
    from otassist.store import file_url, open_store

    with TemporaryDirectory() as folder:
        url = file_url(Path(folder) / "otassist.db")
        store = open_store(url)
        jots = [json.loads(line)["jot"] for line in (CASES / "notes_dev.jsonl").read_text("utf-8").splitlines()]
        conversations, drafts = lived_in(store, jots)
        dice = Random(3)

        def save(_: int) -> None:
            place = dice.randrange(CONVERSATIONS)
            there = conversations[place]
            conversations[place] = store.save_box(there.id, there.version, dice.choice(jots), {"grade": "2"})

        def revise(_: int) -> None:
            place = dice.randrange(CONVERSATIONS)
            there = drafts[place]
            drafts[place] = store.revise_draft(
                there.id, there.version, {**there.content, "edit": dice.random()}, "edit"
            )

        words = ("zipper", "no such words", "3/5", "Wörter", "slant board")
        total = f"{CONVERSATIONS * MESSAGES:,}"
        yield timed("box saved among 500 conversations", runs, 50, save)
        yield timed("draft revised among 500 conversations", runs, 50, revise)
        yield timed(f"search of {total} stored messages", runs, 100, lambda run: store.conversations(words[run % 5]))
        yield timed("the 50 newest conversations", runs, 20, lambda _: store.conversations())
        store.close()
        spent = sorted(opened(url) for _ in range(10))
        yield Measured("database opened in a new process", 10, median(spent), spent[-1], 300)


def lived_in(store: Any, jots: list[str]) -> tuple[list[Any], list[Any]]:
    """The conversations, and the draft of each."""
    from otassist.bootstrap import build
    from otassist.store.tables import messages
    from otassist.wire import drafting, dump

    drafter = build()
    contents = [json.loads(dump(drafting(drafter.draft("note", jot))))["drafts"][0] for jot in jots[:50]]
    conversations = [store.add_conversation(title=f"{number}") for number in range(CONVERSATIONS)]
    drafts = [store.add_draft(each.id, None, None, "note", 0, contents[n % 50]) for n, each in enumerate(conversations)]
    own = {"role": "therapist", "kind": "auto", "context": {}, "created": conversations[0].created}
    places = [(each.id, number) for each in conversations for number in range(1, MESSAGES + 1)]
    rows = [
        {**own, "id": f"{place:032x}", "conversation": id, "number": number, "text": jots[place % len(jots)]}
        for place, (id, number) in enumerate(places)
    ]
    with store._writing() as connection:  # at once: to save them one by one takes a minute
        connection.execute(messages.insert(), rows)
    return conversations, drafts


def timed(what: str, runs: int, allowed: float, work: Callable[[int], object]) -> Measured:
    spent = []
    for run in range(runs):
        started = perf_counter()
        work(run)
        spent.append((perf_counter() - started) * 1_000)
    spent.sort()
    return Measured(what, runs, median(spent), spent[ceil(0.95 * runs) - 1], allowed)


def opened(url: str) -> float:
    done = subprocess.run([sys.executable, "-c", OPENING, url], capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    for each in measured():
        print(f"{each.what:<44}{each.runs:>5}{each.p50:>9.1f}{each.p95:>9.1f}{each.allowed:>9.0f}")
