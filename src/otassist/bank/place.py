"""Where something stands in a district's files, with the values only this field has."""

from __future__ import annotations

from typing import get_args

from .. import frontmatter
from ..domain import GRADE_BANDS, Area, GradeBand
from ..frontmatter import text_of

__all__ = ["AREAS", "Place", "text_of"]

AREAS: tuple[Area, ...] = get_args(Area)


class Place(frontmatter.Place):
    """A place that knows areas and grade bands."""

    __slots__ = ()

    def area(self, value: str) -> Area:
        if value not in AREAS:
            self.refuse(f"{value!r} is no area", f"Use one of: {', '.join(AREAS)}.")
        return value

    def grade_band(self, value: str) -> GradeBand:
        if value not in GRADE_BANDS:
            self.refuse(f"{value!r} is no grade band", f"Use one of: {', '.join(GRADE_BANDS)}.")
        return value
