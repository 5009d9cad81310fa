"""Stage one: a jot -> an Observation. Every content word ends in a statement, a header or the list of unused words."""

from .reader import read

__all__ = ["read"]
