"""Stage three: an Observation -> notes and goals. The composers need no model."""

from .accommodations import Accommodator
from .bands import student_band
from .composer import compose
from .concerns import concerns, grade_of
from .goals import Drafted, GoalComposer
from .recognising import Recogniser
from .strategies import with_strategies

__all__ = [
    "Accommodator",
    "Drafted",
    "GoalComposer",
    "Recogniser",
    "compose",
    "concerns",
    "grade_of",
    "student_band",
    "with_strategies",
]
