"""What a change must show before it ships: thresholds from evals/gate.toml, and the decision on estimates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..errors import FileProblem
from .statistics import Paired, holm

EXITS: Mapping[str, int] = {"PASS": 0, "BLOCK": 3, "INCONCLUSIVE": 4, "BROKEN": 5}


@dataclass(frozen=True, slots=True)
class Gate:
    """The thresholds; `delta` is how much worse a core metric may be, in its own units."""

    confidence: float
    false_alarms: float
    repeats: int
    fewest_students: int
    most_stand_ins: float
    core: tuple[str, ...]
    deltas: Mapping[str, float]
    judges: tuple[str, ...] = ()
    """Judge metrics that gate as well, while they agree with the labels."""

    def delta(self, metric: str) -> float:
        """The allowance of one metric."""
        return self.deltas.get(metric, self.deltas["default"])


@dataclass(frozen=True, slots=True)
class Decision:
    """For each metric (last axis): is it worse, is it no worse, and the p-value of "worse" after Holm."""

    worse: NDArray[np.bool_]
    no_worse: NDArray[np.bool_]
    adjusted: NDArray[np.float64]


def shipped_gate() -> Path:
    """evals/gate.toml: inside the installed package, or at the top of the repository."""
    package = Path(str(files("otassist")))
    installed = package / "_share" / "evals" / "gate.toml"
    return installed if installed.is_file() else package.parent.parent / "evals" / "gate.toml"


def read_gate(path: Path | None = None) -> Gate:
    """The thresholds of a file, or those that are shipped. Raises FileProblem."""
    path = path or shipped_gate()
    try:
        rules = tomllib.loads(path.read_text(encoding="utf-8"))
        return Gate(
            confidence=float(rules["confidence"]),
            false_alarms=float(rules["false_alarms"]),
            repeats=int(rules["repeats"]),
            fewest_students=int(rules["fewest_students"]),
            most_stand_ins=float(rules["most_stand_ins"]),
            core=tuple(rules["core"]["metrics"]),
            judges=tuple(rules["core"].get("judges", ())),
            deltas={name: float(value) for name, value in rules["delta"].items()},
        )
    except (OSError, KeyError, ValueError, TypeError) as problem:
        raise FileProblem(
            f"{str(path)!r} gives no thresholds ({problem!r}).", "Compare it with evals/gate.toml."
        ) from None


def decide(estimates: Sequence[Paired], deltas: Sequence[float], gate: Gate) -> Decision:
    """The decision on core metrics; each estimate may stand for many runs at once (leading axes).

    "Worse" claims are adjusted together (Holm): a false one on any of the metrics stays as rare as `false_alarms`.
    "No worse" needs no adjustment: a PASS asks it of every metric (an intersection-union test).
    """
    adjusted = holm(np.stack([estimate.worse for estimate in estimates], axis=-1))
    lows = np.stack([estimate.low for estimate in estimates], axis=-1)
    enough = np.array([estimate.clusters >= gate.fewest_students for estimate in estimates])
    return Decision(
        worse=adjusted < gate.false_alarms,
        no_worse=(lows > -np.asarray(deltas)) & enough,
        adjusted=adjusted,
    )
