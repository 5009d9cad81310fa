"""How many labelled sentences the model drafter would send back, if a model wrote them and cited every statement.

python tests/bench/model_labels.py

Citing everything is the most that a model can do for an invention and for a paraphrase, so the first count is a lower
bound and the second one is the least that a true sentence in a person's own words costs. The half of notes.jsonl that
no rule was written on and all of notes_dictated.jsonl, which was measured before rules were written on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from otassist.checks import check_draft
from otassist.domain import Finding, Note
from otassist.drafting import compose
from otassist.drafting.model.note_parsing import NoteGrounds, note_of
from otassist.reading import read

LABELS = Path(__file__).parents[2] / "evals" / "labels"
OF_THE_WHOLE = ("omitted", "empty_section", "no_reasoning", "missing")  # a single sentence is no whole note


FILES = {"notes": "held_out", "notes_dictated": "fresh"}
"""The split of each file that is measured."""


def rows(name: str) -> list[Mapping[str, Any]]:
    lines = (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["split"] == FILES[name]]


@cache
def grounds(jot: str) -> tuple[NoteGrounds, ...]:
    """What a note of each student of the jot may rest on."""
    observation = read(jot, kind="note")
    return tuple(NoteGrounds(check_draft(note, observation), observation, {}) for note in compose(observation))


def said(row: Mapping[str, Any], given: NoteGrounds) -> tuple[list[Finding], list[Finding]]:
    """What the grounding of the model drafter says of the sentence, and what the checks say."""
    origin = "inferred" if row["section"] in ("assessment", "plan") else "observed"
    clause = {"section": row["section"], "text": row["sentence"], "origin": origin}
    note, invented = note_of({"clauses": [clause | {"statements": list(given.statements), "facts": []}]}, given)
    return list(invented), [item for item in _checked(note, given) if not item.check.startswith(OF_THE_WHOLE)]


def _checked(note: Note, given: NoteGrounds) -> Iterator[Finding]:
    checked = check_draft(note, given.observation)
    return (item for item in checked.findings if item.severity != "info")


def counted(name: str) -> Iterator[tuple[str, int, int, int]]:
    """What, how many are sent back, how many of them by the checks alone, and of how many."""
    for supported, what in ((False, "not borne out: caught"), (True, "true in other words: sent back")):
        found = [[said(row, one) for one in grounds(row["jot"])] for row in rows(name) if row["supported"] is supported]
        back = sum(all(invented or checked for invented, checked in each) for each in found)
        yield what, back, sum(all(checked for _, checked in each) for each in found), len(found)


def main() -> None:
    for name, split in FILES.items():
        for what, back, alone, of in counted(name):
            print(f"{f'{name}, {split}':<24}{what:<32}{back:>4} of {of:>3}, {alone} by the checks alone")


if __name__ == "__main__":
    main()
