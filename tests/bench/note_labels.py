"""How well `check note` agrees with labelled notes: what it catches of each kind of defect, and its false alarms.

python tests/bench/note_labels.py LABELS.jsonl [--split NAME] [--missed]

Each line is a labelled sentence {"id", "jot", "section", "sentence", "supported", "defect", "why", "split"}, or a whole
note with the defects that can be put into it {"id", "jot", "note", "defects": [{"kind", "old", "new"} or {"kind",
"section", "add"}], "split"}. A defect in a note is caught when the checks say something of it that they did not say of
the whole note; a dropped fact in either way, every other one by anything but an omission.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from otassist.bootstrap import build
from otassist.domain import Finding

HEADINGS = {"subjective": "S", "objective": "O", "assessment": "A", "plan": "P"}
OF_THE_WHOLE = ("omitted", "empty_section", "no_reasoning")  # a single sentence is no whole note
_CLAUSES = re.compile(r"(?<=[.!?;])\s+|,\s+(?:and|but|so)\s+")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("labels", type=Path)
    options.add_argument("--split", help="only the rows of this split")
    options.add_argument("--missed", action="store_true", help="list what is missed and what is falsely alarmed")
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    caught: dict[str, Counter[bool]] = {}
    clauses = alarms = 0
    for row in rows:
        if chosen.split in (None, row["split"]):
            measured = _note(row) if "note" in row else _sentence(row)
            for kind, found, told in measured:
                if kind is None:
                    clauses, alarms = clauses + found, alarms + len(told)
                else:
                    caught.setdefault(kind, Counter())[bool(found)] += 1
                if chosen.missed and (told if kind is None else not found):
                    print(f"{row['id']} {kind or 'false alarm'}: {told}\n    {row['jot']!r}")
    _report(caught, clauses, alarms)


Measured = tuple[str | None, int, list[Any]]


def _sentence(row: Mapping[str, Any]) -> Iterator[Measured]:
    """The kind of defect, whether anything is said, and what; without a kind one clause and its alarms."""
    text = f"{HEADINGS[row['section']]}: {row['sentence']}"
    found = [item for item in _said(text, row["jot"]) if item.check not in OF_THE_WHOLE]
    if row["supported"]:
        yield None, 1, [(row["sentence"], *(f"{item.check}: {item.message}" for item in found))] if found else []
    else:
        yield row["defect"], len(found), [row["sentence"]]


def _note(row: Mapping[str, Any]) -> Iterator[Measured]:
    whole = _said(row["note"], row["jot"])
    wrong = [item for item in whole if item.check not in OF_THE_WHOLE]
    clauses = sum(len(_CLAUSES.split(line)) for line in row["note"].splitlines() if line)
    yield None, clauses, [(item.check, item.message, row["note"][item.start or 0 : item.end]) for item in wrong]
    yield (
        "(omission of nothing)",
        not any(item.check == "omitted" for item in whole),
        [item.message for item in whole if item.check == "omitted"],
    )
    before = Counter(map(_name, whole))
    for defect in row["defects"]:
        text = spoilt(row["note"], defect)
        new = Counter(map(_name, _said(text, row["jot"]))) - before
        is_dropped = defect["kind"] == "dropped_fact"
        yield (
            defect["kind"],
            any(is_dropped or check != "omitted" for check, _ in new),
            [defect.get("old"), defect.get("new", defect.get("add"))],
        )


def spoilt(note: str, defect: Mapping[str, Any]) -> str:
    """The note with the words replaced, or with a sentence more at the end of a section."""
    if "old" in defect:
        return note.replace(defect["old"], defect["new"], 1)
    initial = HEADINGS[defect["section"]]
    return re.sub(rf"(?m)^({initial}\w*:.*)$", lambda line: f"{line[1]} {defect['add']}", note, count=1)


def _said(text: str, jot: str) -> tuple[Finding, ...]:
    return tuple(item for item in ASSISTANT.check_note(text, jot).findings if item.severity != "info")


def _name(finding: Finding) -> tuple[str, str]:
    return finding.check, finding.message


def _report(caught: Mapping[str, Counter[bool]], clauses: int, alarms: int) -> None:
    total = Counter[bool]()
    for kind, counted in sorted(caught.items()):
        print(f"{kind:<30}{counted[True]:>5} of {counted.total():>4}  {counted[True] / counted.total():.1%}")
        if not kind.startswith("("):
            total += counted
    print(f"{'all':<30}{total[True]:>5} of {total.total():>4}  {total[True] / max(total.total(), 1):.1%}")
    print(f"{'false alarms':<30}{alarms:>5} in {clauses:>4}  {alarms / max(clauses, 1):.2%}")


ASSISTANT = build()

if __name__ == "__main__":
    main()
