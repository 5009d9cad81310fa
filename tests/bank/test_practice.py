"""Markdown files with front matter become practice passages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from otassist import frontmatter
from otassist.bank import read_practice
from otassist.errors import FileProblem

from .files import SLANT


def library(folder: Path, text: str, name: str = "slant-boards.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_file_becomes_a_passage(tmp_path):
    (passage,) = read_practice(library(tmp_path, SLANT))
    assert passage.id == "slant-boards"
    assert passage.title == "Slant boards and paper position"
    assert passage.areas == ("handwriting", "visual_motor")
    assert passage.grade_bands == ("K-2", "3-5")
    assert passage.topic == "strategy"
    assert passage.tags == ("slant board", "paper slides")
    assert passage.strategies == ("Tape a diagonal line on the desk.",)
    assert passage.sources == ("practice knowledge",)
    assert passage.text.startswith("A board")
    assert passage.text.endswith("after.")


def test_no_area_means_every_area(tmp_path):
    (passage,) = read_practice(library(tmp_path, SLANT.replace("[handwriting, visual_motor]", "[]")))
    assert passage.areas == ()


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf" + SLANT.replace("\n", "\r\n").encode())
    assert read_practice(tmp_path)[0].topic == "strategy"


def test_the_slower_loader_reads_the_same(tmp_path, monkeypatch):
    library(tmp_path, SLANT)
    fast = read_practice(tmp_path)
    monkeypatch.setattr(frontmatter, "_LOADER", yaml.SafeLoader)
    assert read_practice(tmp_path) == fast


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("handwriting, visual", "penmanship, visual", 3, "'penmanship' is no area"),
        ("K-2, 3-5", "K-2, 3-9", 4, "'3-9' is no grade band"),
        ("K-2, 3-5", "", 4, "grade_bands is [], which is no list"),
        ("[K-2, 3-5]", "K-2", 4, "grade_bands is 'K-2', which is no list"),
        ("topic: strategy", "topic: gossip", 5, "'gossip' is no topic"),
        ("title: Slant boards and paper position", "title: 7", 2, "title is 7, which is no text"),
        ("title: Slant boards and paper position\n", "", 1, "title is None"),
        ("[slant board, paper slides]", "[2024]", 7, "2024 in tags is no text"),
        ("Tape a", "Tape: a", 8, "in strategies is no text"),
        ("title: Slant boards", "title: Slant: boards", 2, "the front matter cannot be read"),
        ("tags: [slant", "tags: ]slant", 7, "the front matter cannot be read"),
        ("---\ntitle", "title", 1, "there is no front matter"),
        (SLANT, "", 1, "there is no front matter"),
        (SLANT, "---\n- a\n---\nText.\n", 1, "the front matter has no fields"),
        (SLANT[SLANT.index("A board") :], "\n", 11, "there is no text"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(tmp_path, old, new, line, said):
    assert old in SLANT
    with pytest.raises(FileProblem) as problem:
        read_practice(library(tmp_path, SLANT.replace(old, new, 1)))
    assert f"{tmp_path.name}/slant-boards.md, line {line}: " in problem.value.message
    assert said in problem.value.message
    assert problem.value.remedy


@pytest.mark.parametrize("evil", ["!!python/object/apply:os.system [ls]", "!!python/name:os.system"])
def test_front_matter_runs_nothing(tmp_path, evil):
    with pytest.raises(FileProblem, match="the front matter cannot be read"):
        read_practice(library(tmp_path, SLANT.replace("Slant boards and paper position", evil)))
