"""Stage four: a draft or anybody's text -> findings. Pure functions; they never trust the drafter."""

from .goals import check_goal
from .notes import check_draft, check_text

__all__ = ["check_draft", "check_goal", "check_text"]
