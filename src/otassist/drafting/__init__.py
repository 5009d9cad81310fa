"""Stage three: an Observation -> notes and goals. The composers need no model."""

from .bands import student_band
from .composer import compose
from .concerns import concerns, grade_of
from .goals import Drafted, GoalComposer
from .strategies import with_strategies

__all__ = ["Drafted", "GoalComposer", "compose", "concerns", "grade_of", "student_band", "with_strategies"]
