"""What is erased leaves no byte in SQLite's files, and nothing that can be read in PostgreSQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import create_engine, text

from otassist.store import Store, file_url, open_store
from otassist.store.transactions import ERASED, NOTHING

NAMES = ("OLIVIA", "MATEO", "PRIYA")
RESIDUE = 87
"""A seed whose rows move between pages so that, unless the file is written anew, copies of erased ones stay."""


def lived_in(store: Store, dice: Random) -> list[str]:
    """A store in which three students' texts, long and short, grew, were changed and moved; the students' ids."""
    id = lambda: f"{dice.getrandbits(128):032x}"  # noqa: E731
    students = [store.add_student(f"{name}label", id()) for name in NAMES]
    conversations: list[list[object]] = [[], [], []]
    drafts: list[list[object]] = [[], [], []]
    for _ in range(dice.randint(20, 150)):
        who = dice.randrange(3)
        words = " ".join(f"{NAMES[who]}{dice.randrange(99)}" for _ in range(dice.choice([1, 5, 40, 300, 1500])))
        mine = conversations[who]
        done = dice.randrange(6)
        if done == 0 or not mine:
            mine.append(store.add_conversation(students[who].id, id(), words[:80]))
            continue
        place = dice.randrange(len(mine))
        there = mine[place]
        if done == 1:
            mine[place] = store.save_box(there.id, there.version, words, {"about": words[:50]})
        elif done == 2:
            store.add_message(there.id, "therapist", "auto", words, id=id())
        elif done == 3:
            drafts[who].append(store.add_draft(there.id, None, None, "note", 0, {"text": words}, id=id()))
        elif done == 4 and drafts[who]:
            draft = drafts[who].pop()
            drafts[who].append(store.revise_draft(draft.id, draft.version, {"text": words}, "edit"))
        elif done == 5:
            job = store.add_job(there.id, None, "note", {"text": words}, id())
            store.add_events(job.id, [("clause", {"text": words}) for _ in range(dice.randint(1, 5))])
    return [student.id for student in students]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize("seed", [RESIDUE, 7, 8])
def test_no_byte_of_an_erased_student_is_left_in_file_or_log(tmp_path, file, seed):
    store = open_store(file_url(file))
    gone, _, _ = lived_in(store, Random(seed))
    assert b"OLIVIA" in bytes_of(tmp_path)
    store.erase_student(gone)
    left = bytes_of(tmp_path)
    assert b"OLIVIA" not in left
    assert b"MATEO" in left
    assert {path.name for path in tmp_path.iterdir()} >= {"otassist.db", "otassist.db-wal"}
    store.close()
    assert b"OLIVIA" not in bytes_of(tmp_path)
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_erased_conversations_and_drafts_leave_no_byte_either(tmp_path, file):
    store = open_store(file_url(file))
    conversation = store.add_conversation()
    store.save_box(conversation.id, 1, "OLIVIA boxed", {})
    kept = store.add_conversation()
    draft = store.add_draft(kept.id, None, None, "note", 0, {"text": "MATEO first"})
    store.revise_draft(draft.id, 1, {"text": "short"}, "edit")
    store.erase_conversation(conversation.id)
    assert b"OLIVIA" not in bytes_of(tmp_path)
    assert b"MATEO" in bytes_of(tmp_path)
    store.erase_draft(draft.id)
    assert b"MATEO" not in bytes_of(tmp_path)
    store.close()


def test_an_erasure_that_could_not_be_finished_is_finished_at_the_next_opening(tmp_path, file):
    """As when the process was killed in between; here another program reads the file all the while."""
    store = open_store(f"{file_url(file)}?timeout=0.05")
    gone, _, _ = lived_in(store, Random(RESIDUE))
    with sqlite3.connect(file) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM students").fetchone()
        store.erase_student(gone)
        assert [student.label for student in store.students()] == ["MATEOlabel", "PRIYAlabel"]
        store.close()
        assert b"OLIVIA" in bytes_of(tmp_path)
        reader.execute("COMMIT")
        assert reader.execute("PRAGMA user_version").fetchone() == (ERASED,)
    reader.close()
    open_store(file_url(file)).close()
    assert b"OLIVIA" not in bytes_of(tmp_path)
    with sqlite3.connect(file) as after:
        assert after.execute("PRAGMA user_version").fetchone() == (NOTHING,)
    after.close()


def test_nothing_of_an_erased_student_can_be_read_in_postgresql(on_postgresql):
    store = open_store(on_postgresql)
    gone, _, _ = lived_in(store, Random(7))
    store.erase_student(gone)
    store.close()
    engine = create_engine(on_postgresql)
    with engine.connect() as connection:
        names = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all()
        rows = "".join(str(connection.execute(text(f"SELECT * FROM {name}")).all()) for name in names)
    engine.dispose()
    assert "OLIVIA" not in rows
    assert "MATEO" in rows
