"""Reads a run directory: what was measured, and everything about it that cannot be trusted.

Nothing broken raises here: it becomes a fault that names its case, because a broken run has to be told as broken
and never as a score.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from typing import Any

from .costs import Costs, costs


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a run cannot be compared; `case` is empty where the run as a whole is at fault."""

    message: str
    remedy: str
    case: str = ""
    repeat: int | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One metric of one draft; None is "does not apply", never 0."""

    value: float | None
    reason: str
    kind: str


@dataclass(frozen=True, slots=True)
class Result:
    """One case, drafted once. `draft` is the answer in the wire's shape, `text` the draft as printed."""

    case: str
    cluster: str
    repeat: int
    jot: str
    text: str
    draft: Mapping[str, Any]
    metrics: Mapping[str, Measured]
    seconds: float | None
    cost: Mapping[str, Any]
    about: Mapping[str, Any]
    """The case's area, grade, plan, task and split."""
    told: bool = True
    """Whether jot, draft and reasons may be shown: not for held-out cases, lest rules are written to fit them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run directory as it was read."""

    path: Path
    meta: Mapping[str, Any]
    results: tuple[Result, ...]
    faults: tuple[Fault, ...]

    @property
    def costs(self) -> Costs:
        return costs([result.seconds for result in self.results], [result.cost for result in self.results])

    def by_case(self) -> dict[str, list[Result]]:
        """Each case's results in the order of their repeats; cases in the order of the file."""
        found: dict[str, list[Result]] = {}
        for result in self.results:
            found.setdefault(result.case, []).append(result)
        return {case: sorted(results, key=lambda result: result.repeat) for case, results in found.items()}


_AGAIN = "Run it again with 'otassist eval run'."
_RESUME = "Finish it with 'otassist eval run --resume'."
_ABOUT = ("area", "grade", "plan", "task", "split")


def read_run(path: Path, held_out: bool = False) -> Run:
    """The run in a folder; faults for whatever is missing, unreadable, not finite, double or an error.

    Held-out cases are read without the reasons, which quote drafts, unless `held_out` asks for them.
    """
    faults: list[Fault] = []
    meta = _meta(path / "run.json", faults)
    results = tuple(_results(path / "results.jsonl", faults))
    if not held_out:
        results = tuple(_withheld(result) if result.about["split"] == "held_out" else result for result in results)
    faults += _incomplete(meta, results, faults)
    return Run(path, meta, results, tuple(faults))


def _meta(path: Path, faults: list[Fault]) -> Mapping[str, Any]:
    try:
        meta = json.loads(path.read_text(encoding="utf-8"), parse_constant=lambda name: None)
    except (OSError, ValueError, RecursionError) as problem:
        faults.append(Fault(f"{path.name!r} cannot be read ({type(problem).__name__}).", _AGAIN))
        return {}
    if isinstance(meta, dict):
        return meta
    faults.append(Fault(f"{path.name!r} is no JSON object.", _AGAIN))
    return {}


def _results(path: Path, faults: list[Fault]) -> Iterator[Result]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as problem:
        faults.append(Fault(f"{path.name!r} cannot be read ({type(problem).__name__}).", _AGAIN))
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            result = _result(line, f"Line {number} of {path.name!r}", faults)
            if result:
                yield result


def _result(line: str, place: str, faults: list[Fault]) -> Result | None:
    try:
        item = json.loads(line)
        case, repeat = item["case"], int(item.get("repeat", 0))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        faults.append(Fault(f"{place} is no result (cut short?).", _RESUME))
        return None
    case = str(case)
    if item.get("error"):
        faults.append(_error(item["error"], case, repeat))
        return None
    return Result(
        case=case,
        cluster=str(item.get("cluster") or case),
        repeat=repeat,
        jot=str(item.get("jot") or ""),
        text=str(item.get("text") or ""),
        draft=item["draft"] if isinstance(item.get("draft"), dict) else {},
        metrics=_metrics(item.get("metrics"), case, repeat, faults),
        seconds=_number(item.get("seconds")),
        cost=_cost(item.get("cost")),
        about={name: item.get(name) for name in _ABOUT},
    )


def _cost(items: Any) -> Mapping[str, Any]:
    """What was counted; anything that is no finite number was not."""
    return {str(name): _number(value) for name, value in items.items()} if isinstance(items, dict) else {}


def _withheld(result: Result) -> Result:
    metrics = {name: replace(item, reason=HELD_OUT) for name, item in result.metrics.items()}
    return replace(result, metrics=metrics, told=False)


HELD_OUT = "held out: not shown"


def _error(error: Any, case: str, repeat: int) -> Fault:
    told = error if isinstance(error, dict) else {"message": str(error)}
    return Fault(str(told.get("message") or "It failed."), str(told.get("remedy") or _AGAIN), case, repeat)


def _metrics(items: Any, case: str, repeat: int, faults: list[Fault]) -> dict[str, Measured]:
    if not isinstance(items, dict) or not items:
        faults.append(Fault("Nothing was measured.", "Measure it with 'otassist eval rescore'.", case, repeat))
        return {}
    found = {}
    for name, item in items.items():
        item = item if isinstance(item, dict) else {"value": item}
        if item.get("error"):
            faults.append(_error(item["error"], case, repeat))
        value = _number(item.get("value"))
        if value is None and item.get("value") is not None:
            message = f"{name!r} is {item['value']!r}, which is no finite number."
            faults.append(Fault(message, "Mend the metric, then 'otassist eval rescore'.", case, repeat))
        found[str(name)] = Measured(value, str(item.get("reason") or ""), str(item.get("kind") or "other"))
    return found


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and isfinite(value) else None


def _incomplete(meta: Mapping[str, Any], results: tuple[Result, ...], faults: list[Fault]) -> Iterator[Fault]:
    """Cases drafted twice, repeats left out, and fewer cases than the run says it has."""
    failed = {(fault.case, fault.repeat) for fault in faults if fault.case}
    seen = Counter((result.case, result.repeat) for result in results)
    for (case, repeat), count in seen.items():
        if count > 1:
            yield Fault(f"It is there {count} times.", _AGAIN, case, repeat)
    there = set(seen) | failed
    cases = dict.fromkeys([case for case, _ in seen] + [str(case) for case, _ in failed])
    repeats, drafted = _number(meta.get("repeats")), Counter(case for case, _ in there)
    for case in cases:
        count = drafted[case]
        if repeats is not None and count != repeats:
            yield Fault(f"It was drafted {count} times instead of {int(repeats)}.", _RESUME, case)
    wanted = _number(meta.get("cases"))
    if wanted is not None and len(cases) != wanted:
        yield Fault(f"There are {len(cases)} cases instead of {int(wanted)}.", _RESUME)
    elif not cases:
        yield Fault("There is no case in it.", _AGAIN)
