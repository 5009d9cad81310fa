"""Practice library: Markdown files with YAML front matter become passages; a file's name is the passage's id."""

from __future__ import annotations

from pathlib import Path

from ..domain import PracticePassage
from ..frontmatter import FrontMatter
from .place import Place

TOPICS = (
    "strategy", "accommodation", "classroom", "delivery", "data_collection", "documentation", "transition", "scope",
    "assessment", "collaboration",
)  # fmt: skip


def read_practice(folder: Path) -> tuple[PracticePassage, ...]:
    """The passages of every Markdown file in a folder, by name. Raises FileProblem."""
    return tuple(_passage(file) for file in sorted(folder.glob("*.md")))


def _passage(file: Path) -> PracticePassage:
    head = FrontMatter(file, Place)
    return PracticePassage(
        id=file.stem,
        title=head.words("title"),
        areas=tuple(map(head.at("area").area, head.listed("area", may_be_empty=True))),
        grade_bands=tuple(map(head.at("grade_bands").grade_band, head.listed("grade_bands"))),
        topic=head.one_of("topic", TOPICS, "topic"),
        tags=head.listed("tags"),
        strategies=head.listed("strategies"),
        sources=head.listed("sources"),
        text=head.body.strip(),
    )
