"""Stage three: an Observation -> notes and goals. The composers need no model."""

from .composer import compose
from .concerns import concerns, grade_of
from .goals import Drafted, GoalComposer

__all__ = ["Drafted", "GoalComposer", "compose", "concerns", "grade_of"]
