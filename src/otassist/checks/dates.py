"""Dates in the many ways people write them, in one form."""

from __future__ import annotations

import re

from ..language.tables import rules


def day_of(value: str) -> list[int]:
    """Month, day and year as far as given: `Oct 12, 2025` and `10/12/25` -> [10, 12, 2025]."""
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value)
    if iso:
        return [int(iso[2]), int(iso[3]), int(iso[1])]
    months = rules("note_rules")["months"]["names"]
    found = [index for index, name in enumerate(months, 1) if re.search(rf"\b{name}", value)]
    found += [int(text) for text in re.findall(r"\d+", value)]
    return [2000 + item if place == 2 and item < 100 else item for place, item in enumerate(found)]


def is_day(said: list[int], jotted: list[int]) -> bool:
    """The same month and day, and the same year unless one of them leaves it out."""
    return len(said) > 1 and said[:2] == jotted[:2] and (said[2:] == jotted[2:] or not said[2:])
