"""The data files of this stage, the text that may leave, and how a moment is written."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("otassist.export") / "data"
_BREAK = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNFIT = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@cache
def wording(name: str = "wording") -> dict[str, Any]:
    """The tables of export/data/NAME.toml."""
    return tomllib.loads(data_text(f"{name}.toml"))


@cache
def data_text(name: str) -> str:
    """A file of export/data as text."""
    return (_DATA / name).read_text(encoding="utf-8")


def cleaned(text: str) -> str:
    """Text any format can hold: every kind of line break is one, and what is no character of a text shows as `�`.

    Signs that turn the direction of what follows go: behind one, `4 of 5` would be read as `5 of 4`.
    """
    return _UNFIT.sub("�", _TURNING.sub("", _BREAK.sub("\n", text).replace("\t", " ")))


def line(text: str) -> str:
    """Cleaned text on one line."""
    return " ".join(cleaned(text).split())


def spoken(moment: datetime) -> str:
    """`November 25, 2026, 2:05 PM EST`, in the time zone the moment came with."""
    month = wording()["dates"]["months"][moment.month - 1]
    half = "AM" if moment.hour < 12 else "PM"
    clock = f"{moment.hour % 12 or 12}:{moment:%M} {half}"
    return line(f"{month} {moment.day}, {moment.year}, {clock} {moment.tzname() or ''}")
