"""How fast the store saves and finds with a school year in it; `python tests/bench/saves.py` measures it alone.

500 conversations of ten messages, real jots, each with a real draft; a SQLite file on this disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from bench import REAL, Row, row, timed

CONVERSATIONS, MESSAGES = 500, 10
OPENING = """
import sys
from time import perf_counter
started = perf_counter()
from otassist.store import open_store
open_store(sys.argv[1]).ready()
print((perf_counter() - started) * 1000)
"""


def measured(runs: int = 200) -> Iterator[Row]:
    from otassist.store import file_url, open_store

    with TemporaryDirectory() as folder:
        url = file_url(Path(folder) / "otassist.db")
        store = open_store(url)
        conversations, drafts = lived_in(store, REAL)
        dice = Random(3)

        def save(_: int) -> None:
            place = dice.randrange(CONVERSATIONS)
            there = conversations[place]
            conversations[place] = store.save_box(there.id, there.version, dice.choice(REAL), {"grade": "2"})

        def revise(_: int) -> None:
            place = dice.randrange(CONVERSATIONS)
            there = drafts[place]
            drafts[place] = store.revise_draft(
                there.id, there.version, {**there.content, "edit": dice.random()}, "edit"
            )

        words = ("zipper", "no such words", "3/5", "Wörter", "slant board")
        total = f"{CONVERSATIONS * MESSAGES:,}"
        yield timed("box saved among 500 conversations", 50, runs, save)
        yield timed("draft revised among 500 conversations", 50, runs, revise)
        yield timed(f"search of {total} stored messages", 100, runs, lambda run: store.conversations(words[run % 5]))
        yield timed("the 50 newest conversations", 20, runs, lambda _: store.conversations())
        store.close()
        yield row("database opened in a new process", [opened(url) for _ in range(10)], 300)


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


def opened(url: str) -> float:
    done = subprocess.run([sys.executable, "-c", OPENING, url], capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    for each in measured():
        print(f"{each.what:<44}{each.runs:>5}{each.p50:>9.1f}{each.p95:>9.1f}{each.target:>9.0f}")
