"""The index on disk: made once, renewed by what changed, mended when damaged, never a mixture."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from otassist.domain import Passage
from otassist.retrieval import generations, index_state, store
from otassist.retrieval.chroma import ChromaIndex, ChromaProblem
from otassist.retrieval.exact import ExactIndex
from otassist.retrieval.generations import Damaged
from otassist.retrieval.store import Wanted, open_index
from otassist.retrieval.vectors import VectorIndex

from .passages import BOARD, BUS, DATA, LUNCH, PASSAGES, CountingEmbedder

FEW = (BOARD, BUS, LUNCH)


class Opening:
    """Opens the same index again and again, and keeps what was told and embedded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.embed = CountingEmbedder()

    def __call__(self, passages: Sequence[Passage], embed: CountingEmbedder | None = None) -> VectorIndex:
        self.told.clear()
        self.embed = embed or CountingEmbedder()
        wanted = Wanted.of(passages, self.embed.name)
        return open_index(self.folder, wanted, self.embed, self.told.append, lambda batches: batches)

    def generation(self) -> Path:
        return self.folder / json.loads((self.folder / "current.json").read_text())["generation"]


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    return Opening(tmp_path / "index")


def first(index: VectorIndex, text: str) -> str:
    return index.query(CountingEmbedder()([text])[0], 1)[0].id


def is_right(index: VectorIndex, passages: Sequence[Passage]) -> bool:
    """Each passage is its own nearest neighbour, and nobody else is in there."""
    return len(index) == len(passages) and all(first(index, item.searched) == item.id for item in passages)


def test_it_is_made_once(opening):
    assert is_right(opening(PASSAGES), PASSAGES)
    assert sorted(opening.embed.seen) == sorted(item.searched for item in PASSAGES)
    made = opening.generation()
    assert is_right(opening(PASSAGES), PASSAGES)
    assert opening.embed.seen == []
    assert opening.generation() == made
    assert opening.told == []


def test_it_is_kept_in_chroma(opening):
    opening(FEW)
    assert ChromaIndex.open(opening.generation() / "chroma", "counting-1", [item.id for item in FEW])


CHANGED = replace(LUNCH, searched="Opens a yogurt cup at lunch.")


@pytest.mark.parametrize(
    ("after", "embedded"),
    [
        ((*FEW, DATA), [DATA.searched]),
        ((BOARD, BUS), []),
        ((BOARD, BUS, CHANGED), [CHANGED.searched]),
        (FEW[::-1], []),
        ((BOARD, BUS, replace(LUNCH, id="renamed")), []),
        ((DATA,), [DATA.searched]),
        ((), []),
        ((*FEW, replace(LUNCH, id="twin")), []),
    ],
    ids=["added", "removed", "changed", "reordered", "renamed", "exchanged", "emptied", "doubled"],
)
def test_only_what_changed_is_embedded_and_what_vanished_is_gone(opening, after, embedded):
    opening(FEW)
    index = opening(after)
    assert opening.embed.seen == embedded
    assert {hit.id for hit in index.query(opening.embed(["lunch"])[0], 50)} == {item.id for item in after}
    assert opening.told == []


def test_a_corpus_of_one_passage_is_kept_too(opening):
    for _ in range(3):
        assert is_right(opening([LUNCH]), [LUNCH])
        assert opening.told == []


def test_what_is_only_shown_needs_no_new_index(opening):
    opening(FEW)
    made = opening.generation()
    opening([replace(item, text="other", source="other", areas=(), grade_bands=()) for item in FEW])
    assert opening.generation() == made


def test_another_model_embeds_everything_again(opening):
    opening(FEW)
    other = CountingEmbedder("counting-2")
    index = opening(FEW, other)
    assert len(other.seen) == len(FEW)
    assert index.stamp == "counting-2"
    assert np.allclose(
        np.load(opening.generation() / "vectors.npy"), CountingEmbedder("counting-2")([i.searched for i in FEW])
    )


def test_the_generation_before_stays_for_who_reads_it_and_older_ones_go(opening):
    made = []
    for passages in (FEW, PASSAGES, FEW[:2]):
        opening(passages)
        made.append(opening.generation())
    assert [folder.exists() for folder in made] == [False, True, True]


def test_a_reader_keeps_working_while_the_index_is_renewed(opening):
    reader = opening(FEW)
    opening(PASSAGES)
    assert is_right(reader, FEW)


def test_what_a_killed_builder_left_is_cleared_away(opening):
    opening(FEW)
    (opening.folder / "20200101T000000-dead").mkdir()
    (opening.folder / "current.new").write_text("{")
    assert is_right(opening(PASSAGES), PASSAGES)
    assert not (opening.folder / "20200101T000000-dead").exists()


def spoilt(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "cut":
        path.write_bytes(data[: len(data) // 2])
    else:
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :])


FILES = [
    "current.json",
    "manifest.json",
    "vectors.npy",
    "data_level0.bin",
    "link_lists.bin",
    "header.bin",
    "chroma.sqlite3",
]


@pytest.mark.parametrize("how", ["gone", "empty", "cut", "flipped"])
@pytest.mark.parametrize("name", FILES)
def test_damage_is_noticed_and_mended(opening, name, how):
    many = [replace(LUNCH, id=f"p{n}", searched=f"lunch number {n}") for n in range(150)]
    opening(many)
    (path,) = opening.folder.rglob(name)
    if name == "link_lists.bin" and not path.read_bytes() and how != "gone":
        pytest.skip("an empty file can only vanish")
    spoilt(path, how)
    harmless = (name, how) in {("current.json", "gone"), ("chroma.sqlite3", "flipped")}
    index = opening(many)
    assert len(index) == 150
    assert all(first(index, item.searched) == item.id for item in many[::10])
    assert harmless or [line for line in opening.told if "damaged" in line and "made anew" in line]
    opening(many)
    assert opening.told == []


def test_damage_to_chroma_alone_needs_no_embedding(opening):
    opening(FEW)
    (path,) = opening.folder.rglob("chroma.sqlite3")
    path.write_bytes(b"nothing")
    assert is_right(opening(FEW), FEW)
    assert opening.embed.seen == []


def test_an_index_of_another_format_is_made_anew(opening, monkeypatch):
    monkeypatch.setattr(generations, "FORMAT", 0)
    opening(FEW)
    monkeypatch.undo()
    assert generations.current(opening.folder) is None
    assert is_right(opening(FEW), FEW)


@pytest.mark.parametrize("name", ["../../etc", "/etc", "nowhere", "", "."])
def test_a_pointer_leads_nowhere_else(opening, name):
    opening(FEW)
    (opening.folder / "current.json").write_text(json.dumps({"generation": name, "manifest": "0"}))
    with pytest.raises(Damaged):
        generations.current(opening.folder)
    assert is_right(opening(FEW), FEW)


@pytest.mark.parametrize("place", ["index", "index/below"])
def test_a_folder_that_cannot_be_made_means_an_index_in_memory_and_one_line(tmp_path, place):
    (tmp_path / "index").write_text("in the way")
    opening = Opening(tmp_path / place)
    index = opening(FEW)
    assert isinstance(index, ExactIndex)
    assert is_right(index, FEW)
    (line,) = opening.told
    assert str(tmp_path / place) in line
    assert "in memory" in line
    assert "Set OTASSIST_DATA_DIR" in line


def test_a_folder_that_may_only_be_read_still_spares_the_embedding(opening, monkeypatch):
    opening(FEW)
    monkeypatch.setattr(store.generations, "begin", _refused)
    index = opening((*FEW, DATA))
    assert is_right(index, (*FEW, DATA))
    assert opening.embed.seen == [DATA.searched]
    assert "Permission denied" in opening.told[0]


def _refused(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_full_disk_leaves_the_index_that_was_and_no_rubbish(opening, monkeypatch):
    opening(FEW)
    before = opening.generation()
    monkeypatch.setattr(generations, "_sync", _full)
    assert is_right(opening(PASSAGES), PASSAGES)
    assert "No space left" in opening.told[0]
    assert opening.generation() == before
    assert [path for path in opening.folder.iterdir() if path.is_dir()] == [before]


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _broken(*_: object, **__: object) -> None:
    raise ChromaProblem("it is broken")


def test_without_chroma_passages_are_compared_one_by_one(opening, monkeypatch):
    monkeypatch.setattr(ChromaIndex, "create", _broken)
    index = opening(FEW)
    assert isinstance(index, ExactIndex)
    assert is_right(index, FEW)
    assert opening.told == ["Chroma cannot be used (it is broken), so passages are compared one by one."]
    assert isinstance(opening(FEW), ExactIndex)
    assert opening.embed.seen == []
    assert "compared one by one" in index_state(FEW, opening.folder, "counting-1")


def test_chroma_that_fails_later_is_replaced_and_said_once(opening, monkeypatch):
    index = opening(FEW)
    monkeypatch.setattr(ChromaIndex, "query", _broken)
    assert is_right(index, FEW)
    assert opening.told == ["Chroma failed (it is broken), so passages are compared one by one."]


def test_chroma_that_never_opens_is_tried_twice_and_then_left(opening, monkeypatch):
    opening(FEW)
    monkeypatch.setattr(ChromaIndex, "open", _broken)
    index = opening(FEW)
    assert isinstance(index, ExactIndex)
    assert is_right(index, FEW)
    assert [line.partition(" (")[0] for line in opening.told] == [
        "The search index was damaged",
        "Chroma cannot be used",
    ]


def test_two_processes_do_not_build_at_once(opening):
    opening.folder.mkdir()
    lock = FileLock(opening.folder / "lock", thread_local=False)
    lock.acquire()
    threading.Timer(0.4, lock.release).start()
    assert is_right(opening(FEW), FEW)
    assert opening.told == ["Another otassist is making the search index; waiting for it."]


def test_who_waited_takes_what_the_other_made(opening):
    opening(FEW)
    other = opening.folder.with_name("other")
    shutil.copytree(opening.folder, other)
    (opening.folder / "current.json").unlink()
    lock = FileLock(opening.folder / "lock", thread_local=False)
    lock.acquire()

    def finish() -> None:
        shutil.copy(other / "current.json", opening.folder / "current.json")
        lock.release()

    threading.Timer(0.4, finish).start()
    assert is_right(opening(FEW), FEW)
    assert opening.embed.seen == []


def test_a_builder_that_never_ends_is_not_waited_for_for_ever(opening, monkeypatch):
    monkeypatch.setattr(store, "LONGEST_WAIT", 0.1)
    opening.folder.mkdir()
    with FileLock(opening.folder / "lock", thread_local=False):
        index = opening(FEW)
    assert isinstance(index, ExactIndex)
    assert "in memory" in opening.told[-1]


def test_its_state_is_told_and_nothing_written(opening):
    def state(passages: Sequence[Passage], stamp: str = "counting-1") -> str:
        return index_state(passages, opening.folder, stamp)

    assert state(FEW) == "not made yet, made by the first search"
    assert not opening.folder.exists()
    opening(FEW)
    held = {path: path.stat().st_mtime_ns for path in opening.folder.rglob("*")}
    assert state(FEW) == "up to date, in Chroma"
    assert state(PASSAGES).startswith("out of date")
    assert state(FEW, "counting-2").startswith("out of date")
    assert held == {path: path.stat().st_mtime_ns for path in opening.folder.rglob("*")}
    (opening.generation() / "vectors.npy").write_bytes(b"")
    assert state(FEW).startswith("damaged")
