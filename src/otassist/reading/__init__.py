"""Stage one: a jot -> an Observation. Every content word ends in a statement, a header or the list of unused words."""

from .questions import about_context
from .reader import read

__all__ = ["about_context", "read"]
