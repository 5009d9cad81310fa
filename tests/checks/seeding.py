"""Seeds defects into the product's own notes and counts what the checks catch; `python -m checks.seeding` prints it.

The notes are the composer's, from every jot of `evals/cases`; each kind of defect is put into a clause by a rule of
`defects.py`. A defect is caught when the checks say something of it that they did not say of the whole note.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from otassist.domain import Clause, Finding, Note, Observation

from .checking import assistant, findings
from .defects import KINDS, Told

CASES = Path(__file__).parents[2] / "evals" / "cases"
FILES = ("notes_dev", "notes_held_out", "notes_more", "emily")


@dataclass(frozen=True, eq=False)
class Drafted:
    """A jot with one note that the composer made of it."""

    name: str
    jot: str
    note: Note
    observation: Observation

    def own(self, clause: Clause) -> str:
        """The jot's words for a clause."""
        return " ".join(item.text for item in self.observation.statements if item.id in clause.statements)

    @property
    def clauses(self) -> list[str]:
        return [clause.text for clause in self.note.clauses if clause.origin != "blank"]


@dataclass(frozen=True, eq=False)
class Seeded:
    """A drafted note with one defect of a kind in it."""

    drafted: Drafted
    kind: str
    text: str
    was: str
    now: str

    @property
    def is_caught(self) -> bool:
        return bool(Counter(map(_name, _serious(self))) - Counter(map(_name, alarms(self.drafted))))


@cache
def jots() -> dict[str, str]:
    lines = (line for file in FILES for line in (CASES / f"{file}.jsonl").read_text("utf-8").splitlines())
    return {case["id"]: case["jot"] for case in map(json.loads, lines) if "jot" in case}


def drafted(names: Iterable[str]) -> Iterator[Drafted]:
    for name in names:
        drafting = assistant().draft("note", jots()[name])
        for note in drafting.notes:
            yield Drafted(name, jots()[name], note, drafting.observation)


@cache
def alarms(whole: Drafted) -> tuple[Finding, ...]:
    """What the checks hold against a note nobody spoilt; what it leaves to another student's note is none."""
    return tuple(item for item in findings(whole.note.text, whole.jot) if item.severity != "info")


def _serious(seeded: Seeded) -> list[Finding]:
    return [item for item in findings(seeded.text, seeded.drafted.jot) if item.severity != "info"]


def _name(finding: Finding) -> tuple[str, str]:
    return finding.check, finding.message


def seeds(whole: Drafted, most: int = 2) -> Iterator[Seeded]:
    """At most `most` defects of each kind, each in a clause of its own."""
    for kind, spoil in KINDS.items():
        count = 0
        for clause in whole.note.clauses:
            if clause.origin != "observed" or count == most:
                continue
            spoilt = spoil(clause.text, Told(whole.jot, whole.own(clause), f"{whole.name}{clause.id}"))
            if spoilt:
                count += 1
                start = clause.start + spoilt.start
                text = whole.note.text[:start] + spoilt.now + whole.note.text[start + len(spoilt.was) :]
                yield Seeded(whole, kind, text, spoilt.was, spoilt.now)


def main(step: int = 1) -> None:
    """The table; with a step only every so many jots; `-v` lists what was missed."""
    wholes = list(drafted(list(jots())[::step]))
    caught: dict[str, Counter[bool]] = defaultdict(Counter)
    for whole in wholes:
        for seeded in seeds(whole):
            caught[seeded.kind][seeded.is_caught] += 1
            if "-v" in sys.argv and not seeded.is_caught:
                print(f"{seeded.kind:16} {whole.name} {seeded.was!r} -> {seeded.now!r} | {whole.jot!r}")
    for kind, counted in caught.items():
        print(f"{kind:16} {counted[True]:4} of {counted.total():4}  {counted[True] / counted.total():.1%}")
    total = sum(caught.values(), Counter[bool]())
    print(f"{'all':16} {total[True]:4} of {total.total():4}  {total[True] / total.total():.1%}")
    clauses = sum(len(whole.clauses) for whole in wholes)
    wrong = [(whole.name, item) for whole in wholes for item in alarms(whole) if item.check != "omitted"]
    print(f"false alarms     {len(wrong):4} in {clauses} clauses  {len(wrong) / clauses:.2%}")
    for name, item in wrong if "-v" in sys.argv else ():
        print("alarm", name, item.check, item.message, repr(jots()[name]))


if __name__ == "__main__":
    main(next((int(word) for word in sys.argv[1:] if word.isdigit()), 1))
