"""How fast it is on this machine, beside what was promised: a report, never a test.

python tests/bench/bench.py [--runs 50]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import ceil
from multiprocessing import Pool
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parent.parent.parent
OTASSIST = Path(sys.executable).parent / "otassist"
CASES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "evals" / "cases").glob("*.txt"))]
REAL = [
    json.loads(line)["jot"]
    for line in (ROOT / "evals" / "cases" / "notes_dev.jsonl").read_text(encoding="utf-8").splitlines()
]
CHARACTERS = 1_000
PASSAGES = 5_000
SEARCH = ("search", "zipper", "goal", "kinder", "--json")


@dataclass(frozen=True)
class Row:
    """One measured thing in milliseconds; its target is for the p95."""

    what: str
    runs: int
    p50: float
    p95: float
    target: float

    @property
    def verdict(self) -> str:
        return "met" if self.p95 <= self.target else "missed"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=50, help="warm notes to draft (default 50)")
    chosen = options.parse_args()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores{load}; milliseconds\n")
    print(f"{'':<44}{'runs':>5}{'p50':>9}{'p95':>9}{'target':>9}")
    for each in measure(chosen.runs):
        print(
            f"{each.what:<44}{each.runs:>5}{each.p50:>9.0f}{each.p95:>9.0f}{each.target:>9.0f}  {each.verdict}",
            flush=True,
        )


def measure(runs: int) -> Iterator[Row]:
    """The promises of issues 2 and 3, fastest first."""
    from otassist.bootstrap import build

    jots = thousand_characters()
    drafter = build()
    for jot in jots:
        drafter.draft("note", jot)  # patterns are compiled when a text first needs them
    yield timed("warm note, 1,000 characters", 50, runs, lambda run: drafter.draft("note", another(jots, run)))
    yield from exports(drafter, jots, runs)
    yield from hostile(drafter)
    yield checked_goals()
    yield from searches(runs)
    yield from saves()
    yield timed("otassist --help", 500, 10, lambda _: process("--help"))
    yield timed("cold otassist draft note", 1_500, 10, lambda _: process("draft", "note", given=CASES[0]))
    lines = "".join(json.dumps({"id": n, "text": REAL[n % len(REAL)]}) + "\n" for n in range(100))
    yield timed("100 jots by --jsonl", 5_000, 3, lambda _: process("draft", "note", "--jsonl", given=lines))
    with TemporaryDirectory() as state:
        own = {"OTASSIST_DATA_DIR": state}
        first = timed("first search, which makes the sample index", 15_000, 1, lambda _: process(*SEARCH, **own))
        yield timed("cold otassist search", 2_500, 10, lambda _: process(*SEARCH, **own))
        yield timed("cold otassist draft goal", 2_500, 10, lambda _: process("draft", "goal", given=CASES[0], **own))
        yield warm_goals(runs, state)
        yield first


def exports(drafter: Any, jots: Sequence[str], runs: int) -> Iterator[Row]:
    """Accepted notes as files, each of another jot; Word and Typst are loaded by the first, which is not measured."""
    from otassist.domain import Reviewed
    from otassist.export import as_docx, as_pdf

    moment = datetime(2026, 11, 25, tzinfo=UTC)
    notes = [note for jot in jots[:10] for note in drafter.draft("note", jot).notes]
    ready = [Reviewed(note, note.student, moment, None, "Session note") for note in notes]
    for what, export in (("accepted note as DOCX", as_docx), ("accepted note as PDF", as_pdf)):
        export(ready[-1])
        yield timed(what, 250, runs, lambda run, export=export: export(ready[run % len(ready)]))


def saves() -> Iterator[Row]:
    """The store; `python tests/bench/saves.py` measures it alone."""
    from saves import measured

    yield from measured()


BOMBS = (
    "1 ", "3/5 ", "1/", "12:", "-", "(", ")", "[", "]", '"', "“", "'", ";", ",", ".", ":", "__", "\n", "\n\n", "O: ",
    " ", "x", "not ",
    "no ", "without ", "min ", "mod A ", "vc ", "the teacher ", "said ", "he ", "improved from last week ",
    "with a cue, ", "second ", "third ", "half ", "twice as ", "before ", "left ", "on Tuesday ", "aaaa", "a" * 300,
    "\u202e", "\u200b", "\u200f", "\u0301", "ученик ", "學生 ", "सक्षम ", "تلميذ ", "🙂",
)  # fmt: skip
LONGEST_NOTE = 20_000


def bombs(length: int, many: int) -> list[str]:
    """Texts of one piece again and again and of pieces drawn at random, the same in every run."""
    drawn = Random(4)
    texts = [piece * length for piece in BOMBS]
    for run in range(many):
        few = drawn.sample(BOMBS, 2 + run % 6)
        texts.append("".join(drawn.choice(few) for _ in range(length)))
    return [text[:length] for text in texts]


def hostile(drafter: Any) -> Iterator[Row]:
    """Each bomb as a note against a real jot, and as a jot."""
    from otassist.checks import check_text

    observation = drafter.read(REAL[0])
    notes, jots = bombs(LONGEST_NOTE, 150), bombs(2_000, 150)
    yield slowest("hostile note of 20,000 characters, the slowest", notes, lambda text: check_text(text, observation))
    yield slowest("hostile jot of 2,000 characters, the slowest", jots, drafter.read)


def slowest(what: str, texts: Sequence[str], work: Callable[[str], object]) -> Row:
    """Every text once; the p95 column holds the slowest."""
    from otassist.errors import OtassistError

    spent = []
    for text in texts:
        started = perf_counter()
        with suppress(OtassistError):
            work(text)
        spent.append((perf_counter() - started) * 1_000)
    print(f"{'':<44}the slowest begins {texts[spent.index(max(spent))][:40]!r}")
    return Row(what, len(texts), median(spent), max(spent), 300)


def checked_goals() -> Row:
    """A thousand goals of the bank through the rule check, half of them in each of two processes."""
    from otassist.bank import read_corpus, shipped_corpus

    goals = [goal.text for goal in read_corpus(shipped_corpus()).goals]
    with Pool(2) as pool:
        pool.map(check_all, [goals[-80:], goals[-160:-80]])  # each process reads the vocabulary and compiles
        halves = [goals[:500], goals[500:1000]]
        return timed("1,000 goals checked on two cores", 1_000, 3, lambda _: pool.map(check_all, halves, chunksize=1))


def check_all(goals: Sequence[str]) -> int:
    """How many are measurable."""
    from otassist.checks import check_goal

    return sum(check_goal(goal).measurable for goal in goals)


def warm_goals(runs: int, state: str) -> Row:
    """Goals of real jots, each with other words, from an index that is open."""
    from otassist.bootstrap import build

    os.environ["OTASSIST_DATA_DIR"] = state
    drafter = build()
    for jot in REAL:
        drafter.draft("goal", jot)
    return timed("warm goal draft", 150, runs, lambda run: drafter.draft("goal", another(REAL, run)))


def searches(runs: int) -> Iterator[Row]:
    """Warm searches of 5,000 passages: the sample corpus again and again, each time with other words in it."""
    from otassist.bank import read_corpus, shipped_corpus
    from otassist.retrieval import open_searcher

    sample = read_corpus(shipped_corpus()).passages
    many = [
        replace(sample[n % len(sample)], id=f"p{n}", searched=f"{sample[n % len(sample)].searched} copy {n}")
        for n in range(PASSAGES)
    ]
    with TemporaryDirectory() as folder:
        searcher = open_searcher(many, Path(folder), drawn_class()())
        narrowings = ({}, {"kind": "goal", "grade": "3"}, {"area": "self_care", "kind": "goal", "grade": "K"})
        for narrowing, named in zip(narrowings, ("", ", kind and grade", ", kind, area and grade"), strict=True):
            searcher.search("slant board", **narrowing)
            yield timed(
                f"warm search of 5,000{named}",
                20,
                max(runs, 50),
                lambda run, narrowing=narrowing: searcher.search(another(REAL, run)[:120], **narrowing),
            )
        print(f"{'':<44}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:>5} MB at most so far")


def drawn_class() -> Any:
    """The real model for queries; for thousands of passages vectors drawn at random, which cost nothing."""
    import numpy as np

    from otassist.embedding import MiniLM

    class Drawn(MiniLM):
        def __call__(self, texts: Sequence[str]) -> Any:
            if len(texts) == 1:
                return super().__call__(texts)
            vectors = np.random.default_rng(len(texts[0])).normal(size=(len(texts), self.dimensions))
            return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)

    return Drawn


def thousand_characters() -> list[str]:
    """Jots of that length from the checked-in cases, each starting at another line: no cache helps."""
    lines = [line for case in CASES for line in case.splitlines()]
    turned = [lines[start:] + lines[:start] for start in range(len(lines))]
    return ["\n".join(part * 2)[:CHARACTERS] for part in turned]


def another(jots: list[str], run: int) -> str:
    """A jot not drafted before: one of them with its own last words."""
    ending = f" ball x{run + 2}"
    return jots[run % len(jots)][: CHARACTERS - len(ending)] + ending


def timed(what: str, target: float, runs: int, work: Callable[[int], object]) -> Row:
    """How long each run of some work takes; it is given the run's number."""
    spent = []
    for run in range(runs):
        started = perf_counter()
        work(run)
        spent.append((perf_counter() - started) * 1_000)
    return row(what, spent, target)


def row(what: str, spent: Sequence[float], target: float) -> Row:
    """What was measured, in milliseconds, each run's."""
    ranked = sorted(spent)
    return Row(what, len(ranked), median(ranked), ranked[ceil(0.95 * len(ranked)) - 1], target)


def process(*arguments: str, given: str = "", **variables: str) -> None:
    own = {**os.environ, **variables}
    subprocess.run([OTASSIST, *arguments], input=given.encode(), stdout=subprocess.DEVNULL, check=True, env=own)


if __name__ == "__main__":
    main()
