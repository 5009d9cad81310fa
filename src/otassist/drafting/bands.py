"""The grade band of the student a jot tells of: from the grade entered or named, else from words such as `HS`.

The words are data/concerns.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from ..domain import GRADE_BANDS, GradeBand, Observation
from ..language.grades import band_of
from ..language.tables import rules
from .concerns import grade_of


def student_band(observation: Observation) -> GradeBand | None:
    """None where the jot says nothing of it."""
    grade = grade_of(observation)
    if grade and (band := band_of(grade)):
        return band
    age = next((int(number[0]) for fact in observation.facts if fact.kind == "age" and (number := _number(fact))), 0)
    rows = rules("concerns")["bands"]
    said = next((row["band"] for row in rows if re.search(row["said"], observation.jot, re.IGNORECASE)), None)
    by_age = next((row["band"] for row in rows if row["from"] <= age < row["to"]), None)
    return cast("GradeBand | None", by_age or said)


def bands_away(band: GradeBand | None, among: Sequence[GradeBand]) -> int:
    """How many grade bands lie between a student and what is made for others.

    Where the band is not known, what is for the youngest or the oldest alone is one away.
    """
    if band is None:
        return int(set(among) in ({"PreK"}, {"18-21"}))
    return min(abs(GRADE_BANDS.index(other) - GRADE_BANDS.index(band)) for other in among)


def _number(fact: object) -> re.Match[str] | None:
    return re.search(r"\d+", str(getattr(fact, "value", "")))
