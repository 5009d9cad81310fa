"""A district's goal bank in whatever form they have it -> goals with their objectives, areas and grade bands.

Pure functions: bytes -> lines and tables with places (a reader for each kind of file) -> headings, goals, objectives
(`outline`, `tables`, put into a `Gatherer`) -> goals (`recognising`). Every line and row that holds something ends as
one of those or in `skipped` with a reason; no word is added that the file does not hold.

Decided: sheets and Word files are read here from their XML, not with openpyxl and python-docx. Those hold every cell
and style in memory, refuse files with an odd style or a macro, and the one of them that streams knows nothing of merged
and hidden rows. The content of a file decides what it is, its name only where the content can be several things.
"""

from .opening import read_bank
from .results import Imported, ImportedGoal, ImportedObjective
from .shapes import Skipped

__all__ = ["Imported", "ImportedGoal", "ImportedObjective", "Skipped", "read_bank"]
