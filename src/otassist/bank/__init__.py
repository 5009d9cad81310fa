"""A district's own files become goals and practice passages, and both become what retrieval searches.

The files are the source of truth: a lead therapist edits `goal_bank/*.csv` in a spreadsheet and `practice/*.md`
in any editor. What does not fit is one error with the file, the line, the value and the remedy: a bank that is
read by half would hide goals from a therapist without a word.
"""

from .corpus import Corpus, read_corpus, shipped_corpus
from .goals import read_goals
from .kept import Bank, Banks, KeptGoal
from .passages import passage_of_goal, passage_of_practice
from .practice import read_practice

__all__ = [
    "Bank",
    "Banks",
    "Corpus",
    "KeptGoal",
    "passage_of_goal",
    "passage_of_practice",
    "read_corpus",
    "read_goals",
    "read_practice",
    "shipped_corpus",
]
