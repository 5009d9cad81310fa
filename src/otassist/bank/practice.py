"""Practice library: Markdown files with YAML front matter become passages; a file's name is the passage's id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ..domain import PracticePassage
from .place import Place, text_of

TOPICS = (
    "strategy", "accommodation", "classroom", "delivery", "data_collection", "documentation", "transition", "scope",
    "assessment", "collaboration",
)  # fmt: skip
_FORM = re.compile(r"---[^\S\n]*\n(?P<head>.*?)^---[^\S\n]*\n(?P<body>.*)", re.S | re.M)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times faster; not every build has it


def read_practice(folder: Path) -> tuple[PracticePassage, ...]:
    """The passages of every Markdown file in a folder, by name. Raises FileProblem."""
    return tuple(_passage(file) for file in sorted(folder.glob("*.md")))


def _passage(file: Path) -> PracticePassage:
    form = _FORM.fullmatch(text_of(file))
    if form is None:
        Place(file, 1).refuse("there is no front matter", "Begin the file with '---', the fields, and '---' again.")
    head = _Head(file, form["head"])
    body = form["body"].strip()
    if not body:
        Place(file, form["head"].count("\n") + 3).refuse("there is no text", "Write it below the second '---'.")
    return PracticePassage(
        id=file.stem,
        title=head.words("title"),
        areas=tuple(map(head.at("area").area, head.listed("area", may_be_empty=True))),
        grade_bands=tuple(map(head.at("grade_bands").grade_band, head.listed("grade_bands"))),
        topic=head.topic(),
        tags=head.listed("tags"),
        strategies=head.listed("strategies"),
        sources=head.listed("sources"),
        text=body,
    )


class _Head:
    """The fields of a front matter, each checked when it is asked for."""

    def __init__(self, file: Path, text: str) -> None:
        self._file, self._text = file, text
        self._fields = self._parsed()

    def _parsed(self) -> Mapping[str, Any]:
        try:
            fields = yaml.load(self._text, Loader=_LOADER)
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            what = getattr(problem, "problem", None) or "it is no YAML"
            remedy = "Put values with a colon or quotation mark inside quotation marks."
            Place(self._file, mark.line + 2 if mark else 1).refuse(f"the front matter cannot be read ({what})", remedy)
        if not isinstance(fields, dict):
            Place(self._file, 1).refuse("the front matter has no fields", "Write one 'name: value' a line.")
        return fields

    def at(self, name: str) -> Place:
        """The line a field begins on, or the first line when it is missing."""
        lines = self._text.split("\n")
        return Place(self._file, next((n for n, line in enumerate(lines, 2) if line.startswith(f"{name}:")), 1))

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

    def topic(self) -> str:
        topic = self.words("topic")
        if topic not in TOPICS:
            self.at("topic").refuse(f"{topic!r} is no topic", f"Use one of: {', '.join(TOPICS)}.")
        return topic
