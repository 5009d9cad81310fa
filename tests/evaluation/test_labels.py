"""The error of `supported` on labelled sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otassist.errors import FileProblem
from otassist.evaluation.labels import agreement

from .products import composer

ROWS = [
    {"id": "a", "jot": "copied 3/5 words", "section": "objective", "sentence": "Copied 3/5 words.", "supported": True},
    {"id": "b", "jot": "copied 3/5 words", "section": "objective", "sentence": "Copied 4/5 words.", "supported": False},
    {"id": "c", "jot": "copied 3/5 words", "section": "objective", "sentence": "Copied 5/5 words.", "supported": True},
    {"id": "d", "jot": "copied 3/5 words", "section": "objective", "sentence": "Copied 3/5 words.", "supported": False},
    {"id": "g", "text": "a labelled goal", "measurable": True},
]


def test_both_ways_of_being_wrong_are_counted(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    found = agreement(tmp_path, composer().assistant)
    assert (found.supported, found.refused, found.unsupported, found.accepted) == (2, ("c",), 2, ("d",))


def test_no_label_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no labelled sentence"):
        agreement(tmp_path, composer().assistant)


def test_a_broken_line_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("\n{", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"notes.jsonl, line 2"):
        agreement(tmp_path, composer().assistant)
