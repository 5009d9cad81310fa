"""Text files with YAML fields at their head, and where something stands in them, so that an error leads a person to it.

A leaf: practice passages and prompts are such files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

import yaml

from .errors import FileProblem

_FORM = re.compile(r"---[^\S\n]*\n(?P<head>.*?)^---[^\S\n]*\n(?P<body>.*)", re.S | re.M)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times faster; not every build has it


@dataclass(frozen=True, slots=True)
class Place:
    """A file and the line in it, as an editor or spreadsheet counts them."""

    file: Path
    line: int

    def refuse(self, what: str, remedy: str) -> NoReturn:
        """Raises FileProblem: what is wrong here, and what to do about it."""
        raise FileProblem(f"{self.file.parent.name}/{self.file.name}, line {self.line}: {what}.", remedy)


def text_of(file: Path) -> str:
    """The text of a file. Raises FileProblem when it cannot be read or is not UTF-8."""
    name = f"{file.parent.name}/{file.name}"
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise FileProblem(f"{name} is not UTF-8 text.", "Save it again as UTF-8.") from problem
    except OSError as problem:
        raise FileProblem(f"{name} cannot be read ({problem.strerror}).", "Check its permissions.") from problem


AnyPlace = TypeVar("AnyPlace", bound=Place)


class FrontMatter(Generic[AnyPlace]):
    """The fields at the head of a file, each checked when it is asked for, and the body below them."""

    def __init__(self, file: Path, place: type[AnyPlace]) -> None:
        """`place` makes the places of errors. Raises FileProblem for a file without fields or text."""
        self._file, self._place = file, place
        form = _FORM.fullmatch(text_of(file))
        if form is None:
            self.line(1).refuse("there is no front matter", "Begin the file with '---', the fields, and '---' again.")
        self._text, self.body = form["head"], form["body"]
        self._fields = self._parsed()
        self.body_line = self._text.count("\n") + 3
        if not self.body.strip():
            self.line(self.body_line).refuse("there is no text", "Write it below the second '---'.")

    def _parsed(self) -> Mapping[str, Any]:
        try:
            fields = yaml.load(self._text, Loader=_LOADER)
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            what = getattr(problem, "problem", None) or "it is no YAML"
            remedy = "Put values with a colon or quotation mark inside quotation marks."
            self.line(mark.line + 2 if mark else 1).refuse(f"the front matter cannot be read ({what})", remedy)
        if not isinstance(fields, dict):
            self.line(1).refuse("the front matter has no fields", "Write one 'name: value' a line.")
        return fields

    def line(self, number: int) -> AnyPlace:
        return self._place(self._file, number)

    def at(self, name: str) -> AnyPlace:
        """The line a field begins on, or the first line when it is missing."""
        lines = self._text.split("\n")
        return self.line(next((n for n, line in enumerate(lines, 2) if line.startswith(f"{name}:")), 1))

    def names(self) -> tuple[str, ...]:
        """The fields there are, in order."""
        return tuple(map(str, self._fields))

    def words(self, name: str) -> str:
        value = self._fields.get(name)
        if not isinstance(value, str) or not value.strip():
            self.at(name).refuse(f"{name} is {value!r}, which is no text", "Write it in words, in quotation marks.")
        return value.strip()

    def listed(self, name: str, may_be_empty: bool = False) -> tuple[str, ...]:
        value = self._fields.get(name)
        if not isinstance(value, list) or not (value or may_be_empty):
            self.at(name).refuse(f"{name} is {value!r}, which is no list", f"Write '{name}: [one, two]'.")
        for item in value:
            if not isinstance(item, str) or not item.strip():
                self.at(name).refuse(f"{item!r} in {name} is no text", "Put it in quotation marks.")
        return tuple(item.strip() for item in value)

    def one_of(self, name: str, allowed: tuple[str, ...], noun: str) -> str:
        """Raises FileProblem with what is allowed."""
        value = self.words(name)
        if value not in allowed:
            self.at(name).refuse(f"{value!r} is no {noun}", f"Use one of: {', '.join(allowed)}.")
        return value
