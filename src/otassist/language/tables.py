"""Reads the vocabulary files: CSV tables with a header and TOML rules, from data/ or a district's own folder."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("otassist.language") / "data"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/NAME.csv, each a dict of its header's columns."""
    text = (_DATA / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def rules(name: str) -> dict[str, Any]:
    """The tables of data/NAME.toml."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
