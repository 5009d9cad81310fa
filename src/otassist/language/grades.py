"""A grade as a therapist writes it becomes a grade band; bands have neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..domain import GRADE_BANDS, GradeBand

_LAST_GRADE = {"K-2": 2, "3-5": 5, "6-8": 8, "9-12": 12}
_SPOKEN = {
    "prek": "PreK", "pk": "PreK", "preschool": "PreK",
    "k": "K-2", "kg": "K-2", "kinder": "K-2", "kindergarten": "K-2",
    "18-21": "18-21", "18+": "18-21", "transition": "18-21",
}  # fmt: skip
_ORDINARY = re.compile(r"(?:grade|gr)?\.?(1[0-2]|[1-9])(?:st|nd|rd|th)?(?:grade|grader|gr)?\.?")


def band_of(grade: str) -> GradeBand | None:
    """`PreK`, `K`, `1` to `12`, `18-21`, a band itself, or `3rd grade`; None for anything else."""
    plain = re.sub(r"\s", "", grade.lower()).replace("–", "-")
    plain = plain.replace("pre-k", "prek")
    by_name = {band.lower(): band for band in GRADE_BANDS}
    if spoken := by_name.get(_SPOKEN.get(plain, plain).lower()):
        return spoken
    number = _ORDINARY.fullmatch(plain)
    if number is None:
        return None
    return next(by_name[band.lower()] for band, last in _LAST_GRADE.items() if int(number[1]) <= last)


def distance(band: GradeBand, bands: Sequence[GradeBand]) -> int:
    """How many bands away the nearest of `bands` is; 0 when none is named, since it then holds for all."""
    place = GRADE_BANDS.index(band)
    return min((abs(GRADE_BANDS.index(other) - place) for other in bands), default=0)
