"""Kills a process with SIGKILL while it saves, and looks at whether all that it had acknowledged is there.

`python killed_saves.py URL SEED [COUNT]` is the process: it saves without end, or COUNT times, and prints one JSON line
after each save that returned: what was saved where, and its number.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from otassist.errors import NotThere
from otassist.store import Store, file_url, open_store

Told = dict[str, Any]
SAMPLE = 50


def save(store: Store, dice: Random, count: int | None) -> None:
    """Boxes, messages, drafts, revisions and events of few and many pages, and erasures; each is told when done."""
    conversation = store.add_conversation()
    tell(what="conversation", id=conversation.id, number=0)
    job = store.add_job(conversation.id, None, "note", {})
    store.claim_job(job.id, str(os.getpid()), 30)
    tell(what="job", id=job.id, number=0)
    draft = store.add_draft(conversation.id, None, job.id, "note", 0, {"text": words(1)})
    tell(what="revision", id=draft.id, number=1, conversation=conversation.id)
    number = 1
    while count is None or number <= count:
        number += 1
        what = dice.choice(("box", "box", "message", "revision", "draft", "event", "erasure"))
        if what == "box":
            conversation = store.save_box(conversation.id, conversation.version, words(number), {"n": number})
            tell(what=what, id=conversation.id, number=number)
        elif what == "message":
            message = store.add_message(conversation.id, "therapist", "auto", words(number), {"n": number})
            tell(what=what, id=conversation.id, message=message.id, number=number)
        elif what == "revision":
            draft = store.revise_draft(draft.id, draft.version, {"text": words(draft.version + 1)}, "edit")
            tell(what=what, id=draft.id, number=draft.version, conversation=conversation.id)
        elif what == "draft":
            draft = store.add_draft(conversation.id, None, job.id, "note", number, {"text": words(1)})
            tell(what="revision", id=draft.id, number=1, conversation=conversation.id)
        elif what == "erasure":
            gone = store.add_conversation(title=f"GONE{os.getpid()}n{number};")
            store.erase_conversation(gone.id)
            tell(what=what, id=gone.id, title=gone.title, number=number)
        else:
            event = store.add_events(job.id, [("clause", {"text": words(number)})])[-1]
            tell(what=what, id=job.id, event=event.number, number=number)


def words(number: int) -> str:
    """Text of a length that its number tells, so that a half of it is seen to be one."""
    return f"{number}:" + "zip " * (number * 7919 % 3000) + f":{number}"


def tell(**told: Any) -> None:
    os.write(1, json.dumps(told).encode() + b"\n")


class KilledSaves:
    """One database for all rounds, by default a SQLite file in `folder`; whatever was ever told has to stay in it."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self._file = None if url else folder / "otassist.db"
        self._url = url or file_url(folder / "otassist.db")
        self._told: list[Told] = []

    def round(self, dice: Random) -> int:
        """One process that is killed; how many saves it had told. Raises AssertionError if one of any round is lost.

        One in ten is killed after some part of a second, wherever it is: perhaps while it makes the database.
        """
        early = dice.random() < 0.1
        with self._process(dice) as process:
            assert process.stdout is not None
            first = [process.stdout.readline() for _ in range(0 if early else dice.randint(1, 40))]
            time.sleep(dice.random() if early else dice.random() / 20)
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read()
        assert process.returncode == -signal.SIGKILL, f"it ended by itself: {process.returncode}"
        assert first == [] or first[-1].endswith(b"\n"), "it ended before it was killed"
        return self._judged(b"".join(first) + rest, dice)

    def undisturbed(self, dice: Random, count: int) -> int:
        """The same with a process that ends when it has saved `count` times."""
        with self._process(dice, str(count)) as process:
            assert process.stdout is not None
            out = process.stdout.read()
        assert process.returncode == 0
        return self._judged(out, dice)

    def _process(self, dice: Random, *count: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, __file__, self._url, str(dice.getrandbits(32)), *count]
        return subprocess.Popen(command, stdout=subprocess.PIPE)

    def _judged(self, out: bytes, dice: Random) -> int:
        """Only whole lines were told: a line that the kill cut off is none. Of earlier rounds some are looked for."""
        told = [json.loads(line) for line in out.split(b"\n")[:-1]]
        looked_for = [*told, *dice.sample(self._told, min(len(self._told), SAMPLE))]
        self._told += told
        if self._file and self._file.exists():
            with sqlite3.connect(self._file) as connection:
                said = connection.execute("PRAGMA integrity_check").fetchall()
                assert said == [("ok",)], f"the file is damaged: {said[:3]}"
            connection.close()
        store = open_store(self._url)
        try:
            for lost in missing(store, looked_for):
                raise AssertionError(f"told and lost: {lost}")
        finally:
            store.close()
        if self._file:
            left = self._file.read_bytes()
            stays = [each for each in told if each["what"] == "erasure" and each["title"].encode() in left]
            assert not stays, f"told as erased and still in the file: {stays}"
        return len(told)


def missing(store: Store, told: Sequence[Told]) -> list[Told]:
    """What was told and is not in the store, whole."""
    return [each for each in told if not _THERE[each["what"]](store, each)]


def _box(store: Store, told: Told) -> bool:
    """It holds what was told or something later, as a whole."""
    there = store.conversation(told["id"])
    return there.context["n"] >= told["number"] and there.box == words(there.context["n"])


def _message(store: Store, told: Told) -> bool:
    there = {each.id: each.text for each in store.messages(told["id"])}
    return there.get(told["message"]) == words(told["number"])


def _revision(store: Store, told: Told) -> bool:
    """The draft is in its conversation's list, at this version or a later one, and the revision can be read."""
    draft = {each.id: each for each in store.drafts(told["conversation"])}[told["id"]]
    current = draft.version >= told["number"] and draft.content["text"] == words(draft.version)
    return current and store.revision(told["id"], told["number"]).content["text"] == words(told["number"])


def _erasure(store: Store, told: Told) -> bool:
    try:
        store.conversation(told["id"])
    except NotThere:
        return True
    return False


def _event(store: Store, told: Told) -> bool:
    [there] = store.events(told["id"], after=told["event"] - 1, limit=1)
    return there.number == told["event"] and there.data["text"] == words(told["number"])


_THERE = {
    "conversation": lambda store, told: store.conversation(told["id"]).id == told["id"],
    "job": lambda store, told: store.job(told["id"]).state == "running",
    "box": _box,
    "message": _message,
    "revision": _revision,
    "event": _event,
    "erasure": _erasure,
}


if __name__ == "__main__":
    save(open_store(sys.argv[1]), Random(int(sys.argv[2])), int(sys.argv[3]) if len(sys.argv) > 3 else None)
