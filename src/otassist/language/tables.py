"""Reads the vocabulary files: CSV tables with a header and TOML rules, from data/ or a district's own folder."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, cast

_DATA = files("otassist.language") / "data"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/NAME.csv, each a dict of its header's columns."""
    header, *lines = _lines(name)
    return tuple(dict(zip(header, line, strict=True)) for line in lines)


def columns(name: str, *wanted: str) -> list[tuple[str, ...]]:
    """Two or more columns of data/NAME.csv, row by row: for the thousands of rows that need no names."""
    header, *lines = _lines(name)
    places = [header.index(column) for column in wanted]
    return cast(list[tuple[str, ...]], list(map(itemgetter(*places), lines)))


def _lines(name: str) -> list[list[str]]:
    """The header and the rows that hold something; a row cut short is filled up."""
    text = (_DATA / f"{name}.csv").read_text(encoding="utf-8")
    header, *lines = filter(None, csv.reader(text.splitlines()))
    width = len(header)
    return [header, *(line if len(line) == width else _filled(line, width) for line in lines)]


def _filled(line: list[str], width: int) -> list[str]:
    return [*line, *[""] * (width - len(line))][:width]


@cache
def rules(name: str) -> dict[str, Any]:
    """The tables of data/NAME.toml."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
