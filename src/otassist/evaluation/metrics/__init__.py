"""The metrics of the eval suite, in the order in which they are shown."""

from __future__ import annotations

from functools import cache

from .answered import Answered
from .goal_quality import EducationallyRelevant, Measurable, OnTarget, Parts, RubricTotal
from .grounded import Invented, Kept, Supported
from .metric import Measured, Metric
from .refusing import HardFail, Refusal
from .retrieving import all_retrieval
from .sections import Sections
from .ties import Complete, Tied

__all__ = ["Answered", "Measured", "Metric", "all_metrics"]


@cache
def all_metrics() -> tuple[Metric, ...]:
    """Every metric; each says for which tasks it is."""
    return (
        Invented(),
        HardFail(),
        Supported(),
        Kept(),
        Measurable(),
        EducationallyRelevant(),
        OnTarget(),
        Parts(),
        RubricTotal("rgori"),
        RubricTotal("gfs3"),
        Sections(),
        Complete(),
        Tied(),
        Refusal(),
        *all_retrieval(),
    )
