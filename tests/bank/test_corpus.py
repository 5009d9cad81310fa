"""The corpus as a whole: where it lies, what retrieval sees of it."""

from __future__ import annotations

import pytest

from otassist.bank import corpus as module
from otassist.bank import read_corpus, shipped_corpus
from otassist.domain import GRADE_BANDS
from otassist.errors import FileProblem

from .files import SLANT, ZIPPER, corpus


def test_goals_come_first_then_practice_each_with_its_id(tmp_path):
    read = read_corpus(corpus(tmp_path))
    assert [passage.id for passage in read.passages] == ["self_care-001", "transition-001", "slant-boards"]
    assert [passage.kind for passage in read.passages] == ["goal", "goal", "practice"]
    assert read.goal_by_id["transition-001"].area == "transition"
    assert read.practice_by_id["slant-boards"].topic == "strategy"


def test_a_goal_is_shown_as_its_text_and_searched_by_more(tmp_path):
    passage = read_corpus(corpus(tmp_path)).passages[0]
    assert passage.text == ZIPPER["text"]
    assert passage.source == "goal_bank/self_care.csv"
    for found_by in ("zip their coat", "zipping a coat for recess", "fasteners", "arrival"):
        assert found_by in passage.searched


def test_practice_is_shown_with_its_title_and_searched_by_its_tags_first(tmp_path):
    passage = read_corpus(corpus(tmp_path)).passages[-1]
    assert passage.text.startswith("Slant boards and paper position\n\nA board")
    assert passage.searched.index("paper slides") < passage.searched.index("A board")
    assert passage.source == "practice knowledge"


@pytest.mark.parametrize("missing", ["goal_bank", "practice"])
def test_either_half_may_be_missing(tmp_path, missing):
    folder = corpus(tmp_path)
    for file in (folder / missing).iterdir():
        file.unlink()
    (folder / missing).rmdir()
    assert read_corpus(folder).passages


def test_no_corpus_at_all_is_an_error_with_the_setting(tmp_path):
    with pytest.raises(FileProblem, match="OTASSIST_CORPUS_DIR") as problem:
        read_corpus(tmp_path / "nowhere")
    assert "nowhere" in problem.value.message


def test_an_id_never_stands_for_a_goal_and_a_passage(tmp_path):
    with pytest.raises(FileProblem, match="'self_care-001' is the id of a goal and of a practice passage"):
        read_corpus(corpus(tmp_path, practice={"self_care-001": SLANT}))


def test_the_installed_corpus_comes_before_the_repositorys(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "files", lambda name: tmp_path / "src" / name)
    assert shipped_corpus() == tmp_path / "corpus"
    installed = tmp_path / "src" / "otassist" / "_share" / "corpus"
    installed.mkdir(parents=True)
    assert shipped_corpus() == installed


def test_the_shipped_corpus_is_whole():
    read = read_corpus(shipped_corpus())
    assert len(read.goals) > 100
    assert len(read.practice) > 10
    assert len({passage.id for passage in read.passages}) == len(read.passages)
    assert all(set(passage.grade_bands) <= set(GRADE_BANDS) for passage in read.passages)
