"""The word lists and patterns of the goal checks (data/*.toml, data/*.csv), read once."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("otassist.checks") / "data"


@cache
def goal_rules(name: str) -> dict[str, Any]:
    """The tables of checks/data/NAME.toml."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def wording(name: str) -> re.Pattern[str]:
    """A pattern of goal_rules.toml, without regard to case."""
    return re.compile(goal_rules("goal_rules")["wording"][name], re.IGNORECASE)


@cache
def jargon() -> dict[str, str]:
    """Each term a teacher would not know -> plain words for it (data/jargon.csv)."""
    rows = csv.DictReader((_DATA / "jargon.csv").read_text(encoding="utf-8").splitlines())
    return {row["term"]: row["plain"] for row in rows}
