"""Where something stands in a district's files, so that every error leads a person to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, get_args

from ..domain import GRADE_BANDS, Area, GradeBand
from ..errors import FileProblem

AREAS: tuple[Area, ...] = get_args(Area)


@dataclass(frozen=True, slots=True)
class Place:
    """A file and the line in it, as an editor or spreadsheet counts them."""

    file: Path
    line: int

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raises FileProblem: what is wrong here, and what to do about it."""
        raise FileProblem(f"{self.file.parent.name}/{self.file.name}, line {self.line}: {what}.", remedy)

    def area(self, value: str) -> Area:
        if value not in AREAS:
            self.refuse(f"{value!r} is no area", f"Use one of: {', '.join(AREAS)}.")
        return value

    def grade_band(self, value: str) -> GradeBand:
        if value not in GRADE_BANDS:
            self.refuse(f"{value!r} is no grade band", f"Use one of: {', '.join(GRADE_BANDS)}.")
        return value


def text_of(file: Path) -> str:
    """The text of a file. Raises FileProblem when it cannot be read or is not UTF-8."""
    name = f"{file.parent.name}/{file.name}"
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise FileProblem(f"{name} is not UTF-8 text.", "Save it again as UTF-8.") from problem
    except OSError as problem:
        raise FileProblem(f"{name} cannot be read ({problem.strerror}).", "Check its permissions.") from problem
