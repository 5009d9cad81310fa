"""How well `check goal` agrees with labelled goals: precision and recall per part, and what it missed.

A part counts as found where its words overlap the labelled ones.

python tests/bench/labels.py LABELS.jsonl [--missed]

Each line: {"id", "text", "subject", "parts": {part: its words or null}, "measurable", "educationally_relevant", "why"}.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from otassist.checks import check_goal
from otassist.domain import GOAL_PARTS, CheckedGoal, Span

VERDICTS = ("measurable", "educationally_relevant")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("labels", type=Path)
    options.add_argument("--missed", action="store_true", help="list every disagreement with its goal")
    chosen = options.parse_args()
    goals = [json.loads(line) for line in chosen.labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    table: dict[str, Counter[str]] = {name: Counter() for name in (*GOAL_PARTS, *VERDICTS)}
    whole = 0
    for goal in goals:
        found = check_goal(goal["text"])
        wrong = list(_counted(goal, found, table))
        whole += not any(name in GOAL_PARTS for name, _ in wrong)
        if chosen.missed and wrong:
            print(f"{goal['id']}: {goal['text']}\n  " + "\n  ".join(f"{name}: {told}" for name, told in wrong))
    _report(table, whole, len(goals))


def _counted(goal: Mapping[str, Any], found: CheckedGoal, table: dict[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    """Counts each decision; yields those that differ from the label."""
    for name in (*GOAL_PARTS, *VERDICTS):
        span = found.parts.get(name)  # type: ignore[call-overload]  # the verdicts are no parts
        told = getattr(found, name) if name in VERDICTS else span is not None
        label = goal[name] if name in VERDICTS else goal["parts"][name] is not None
        elsewhere = bool(span and label) and not _meets(found.text, span, goal["parts"][name])
        if elsewhere:
            told = False  # a part found in other words is missed
        table[name][("t" if told == label else "f") + ("p" if told else "n")] += 1
        if told != label:
            words = found.text[span.start : span.end] if span else told
            yield name, f"{words!r}, labelled {goal['parts'].get(name, label)!r}"


def _meets(text: str, span: Span, words: str) -> bool:
    start = text.find(words)
    return start < 0 or (span.start < start + len(words) and start < span.end)


def _report(table: Mapping[str, Counter[str]], whole: int, goals: int) -> None:
    print(f"{'':<24}{'both':>6}{'extra':>7}{'missed':>8}{'neither':>9}{'precision':>11}{'recall':>8}{'balanced':>10}")
    for name, n in table.items():
        precision, recall = _share(n["tp"], n["fp"]), _share(n["tp"], n["fn"])
        balanced = (recall + _share(n["tn"], n["fp"])) / 2
        counts = f"{n['tp']:>6}{n['fp']:>7}{n['fn']:>8}{n['tn']:>9}"
        print(f"{name:<24}{counts}{precision:>11.3f}{recall:>8.3f}{balanced:>10.3f}")
    right = sum(table[part]["tp"] + table[part]["tn"] for part in GOAL_PARTS)
    print(f"\nparts right {right}/{6 * goals} = {right / (6 * goals):.4f}; goals wholly right {whole}/{goals}")


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0


if __name__ == "__main__":
    main()
