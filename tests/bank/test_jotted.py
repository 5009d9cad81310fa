"""Jotted lines and accommodations as a district writes them in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from otassist.bank import read_corpus, shipped_corpus
from otassist.bank.accommodations import read_accommodations
from otassist.bank.jotted import read_jotted
from otassist.errors import FileProblem

GOALS = {"zip-1": None}


def written(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_needs_and_other_lines_are_read(tmp_path: Path) -> None:
    written(tmp_path, "needs.csv", 'goal,counts,jot\nzip-1,level,"zipper, max A"\n')
    written(tmp_path, "around.csv", "kind,topic,jot\nstrength,self_care,zips fine\n")
    other, need = read_jotted(tmp_path, GOALS)
    assert (need.text, need.kind, need.goal, need.counts) == ("zipper, max A", "need", "zip-1", "level")
    assert (other.text, other.kind, other.topic) == ("zips fine", "strength", "self_care")


def test_no_folder_no_lines(tmp_path: Path) -> None:
    assert read_jotted(tmp_path / "none", GOALS) == ()
    assert read_accommodations(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("needs.csv", "goal,counts,jot\nzip-2,level,zipper\n", "'zip-2'"),
        ("needs.csv", "goal,counts,jot\nzip-1,often,zipper\n", "'often'"),
        ("needs.csv", "goal,counts,jot\nzip-1,level,\n", "'jot' is empty"),
        ("needs.csv", "goal,jot\nzip-1,zipper\n", "'counts'"),
        ("needs.csv", "goal,counts,jot\nzip-1,level,zipper, max A\n", "4 cells for 3 columns"),
        ("around.csv", "kind,topic,jot\nmaybe,,zips\n", "'maybe'"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(FileProblem) as problem:
        read_jotted(written(tmp_path, name, text), GOALS)
    assert said in str(problem.value)
    assert name in str(problem.value)


def test_an_accommodation_has_its_areas_bands_and_jotted_needs(tmp_path: Path) -> None:
    head = "id,areas,grade_bands,text,jotted\n"
    row = "a-1,access|self_care,K-2|3-5,Seat the student near the door.,late out | far from door\n"
    (item,) = read_accommodations(written(tmp_path, "a.csv", head + row) / "a.csv")
    assert (item.areas, item.grade_bands) == (("access", "self_care"), ("K-2", "3-5"))
    assert item.jotted == ("late out", "far from door")
    with pytest.raises(FileProblem, match="'a-1' is taken"):
        read_accommodations(written(tmp_path, "a.csv", head + row + row) / "a.csv")


def test_the_sample_has_lines_for_every_goal_and_accommodations_for_every_area() -> None:
    corpus = read_corpus(shipped_corpus())
    needs = {line.goal for line in corpus.jotted if line.kind == "need"}
    assert needs == set(corpus.goal_by_id)
    assert {area for item in corpus.accommodations for area in item.areas} == {goal.area for goal in corpus.goals}
    texts = [line.text.lower() for line in corpus.jotted if line.kind == "need"]
    assert len(set(texts)) == len(texts)
