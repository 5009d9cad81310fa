"""A build killed at any moment leaves an index that is right: the old one, the new one, or none yet."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from otassist.retrieval import generations
from otassist.retrieval.store import Wanted, open_index

from .building import corpus
from .passages import CountingEmbedder

BUILDING = Path(__file__).with_name("building.py")
KILLS = 20


def killed(folder: Path, count: int, after: float) -> str:
    """What a builder said before it was killed `after` seconds into its work."""
    arguments = [sys.executable, str(BUILDING), str(folder), str(count), "0.02"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return process.stdout.read()


def held(folder: Path) -> int:
    """How many passages the current generation has; reading it checks all of it."""
    generation = generations.current(folder)
    if generation is None:
        return 0
    assert generation.chroma_damage() == ""
    assert len(generation.vectors) == len(generation.manifest.ids)
    return len(generation.manifest.ids)


@pytest.mark.slow
@pytest.mark.xdist_group("killing")
def test_20_killed_builds_never_leave_a_wrong_index(tmp_path):
    dice, before = random.Random(7), 0
    for number in range(KILLS):
        count = 120 + number
        said = killed(tmp_path / "index", count, dice.uniform(0, 1.2))
        after = held(tmp_path / "index")
        assert after in (before, count)
        assert "damaged" not in said
        before = after
    told: list[str] = []
    passages, embed = corpus(130), CountingEmbedder()
    index = open_index(tmp_path / "index", Wanted.of(passages, embed.name), embed, told.append, lambda x: x)
    assert told == []
    assert len(index) == 130
    for item in passages[::13]:
        assert index.query(embed([item.searched])[0], 1)[0].id == item.id
    assert len([path for path in (tmp_path / "index").iterdir() if path.is_dir()]) <= 2


@pytest.mark.parametrize("step", ["save", "_digest", "_sync", "_replace", "_clear"])
def test_a_build_that_fails_at_a_step_leaves_what_was(tmp_path, monkeypatch, step):
    few, more, embed = corpus(5), corpus(6), CountingEmbedder()
    open_index(tmp_path, Wanted.of(few, embed.name), embed, print, lambda x: x)

    class Killed(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(generations.np if step == "save" else generations, step, die)
        with pytest.raises(Killed):
            open_index(tmp_path, Wanted.of(more, embed.name), embed, print, lambda x: x)
    assert held(tmp_path) == (6 if step == "_clear" else 5)
    assert step == "_clear" or len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1
    told: list[str] = []
    assert len(open_index(tmp_path, Wanted.of(more, embed.name), embed, told.append, lambda x: x)) == 6
    assert told == []
