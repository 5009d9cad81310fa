"""Databases that cannot be used: a plain problem with a remedy, no student text, and nothing overwritten."""

from __future__ import annotations

import os
import resource
import sqlite3
import stat
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine, event

from otassist.errors import OtassistError, StoreProblem
from otassist.store import Store, file_url, open_store

SECRET = "Olivia cried in art"
NOBODY = 65534


def told(caught: pytest.ExceptionInfo[StoreProblem]) -> str:
    """The problem as it would be shown or logged; without the student's words, with a remedy."""
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert SECRET not in shown
    assert "sqlalchemy" not in shown
    assert caught.value.remedy.endswith(".")
    return caught.value.message


@pytest.fixture
def filled(file: Path) -> Path:
    """A closed database file with some rows in it."""
    store = open_store(file_url(file))
    for number in range(30):
        conversation = store.add_conversation(title=f"{number}")
        store.save_box(conversation.id, 1, f"{SECRET} {number} " * 50, {})
    store.close()
    return file


def test_a_new_file_is_its_owners_alone(tmp_path):
    path = tmp_path / "new" / "deep" / "otassist.db"
    store = open_store(file_url(path))
    store.add_student("J.M.")
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each.name
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store.close()


def test_what_is_committed_is_on_the_disk_by_the_rules_of_sqlite(file):
    store = open_store(file_url(file))
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout", "temp_store")
    with store._reading() as connection:
        asked = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    assert asked == ["wal", 2, 1, 1, 5000, 2]
    store.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"This is a letter to the parents of Olivia. " * 100, "not one of otassist's, or is damaged"),
        (b"SQLite format 3\x00" + bytes(range(256)) * 40, "(damaged|not one of otassist's)"),
        (None, "another program's tables"),
    ],
)
def test_a_foreign_file_is_refused_and_left_to_the_byte(tmp_path, file, content, message):
    if content is None:
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE bookmarks (id INTEGER)")
        other.close()
    else:
        file.write_bytes(content)
    before = file.read_bytes()
    with pytest.raises(StoreProblem, match=message) as caught:
        open_store(file_url(file))
    told(caught)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_postgresql_database_of_another_program_is_refused(cluster):
    url = cluster.url()
    cluster.run("CREATE TABLE students (name text); CREATE TABLE pupils (name text)", url)
    with pytest.raises(StoreProblem, match="another program's tables") as caught:
        open_store(url)
    told(caught)
    assert cluster.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", url) == [(2,)]
    cluster.run("DROP TABLE students", url)
    open_store(url).close()


def test_a_damaged_file_is_told_of_and_never_written_over_when_it_cannot_be_opened(filled):
    whole, dice = filled.read_bytes(), Random(5)
    outcomes = set()
    for number in range(40):
        data = bytearray(whole)
        kind = number % 4
        if kind == 0:
            data = data[: dice.randrange(1, len(data))]
        elif kind == 1:
            data[dice.randrange(512) :][:64] = dice.randbytes(64)
            start = dice.randrange(4096)
            data[start : start + 64] = dice.randbytes(64)
        elif kind == 2:
            start = 4096 * dice.randrange(len(data) // 4096)
            data[start : start + 4096] = dice.randbytes(4096)
        else:
            for _ in range(200):
                data[dice.randrange(len(data))] = dice.randrange(256)
        filled.write_bytes(data)
        for beside in filled.parent.glob("otassist.db-*"):
            beside.unlink()
        outcomes.add(_used(filled, bytes(data)))
    assert {"not opened", "not read"} <= outcomes <= {"not opened", "not read", "used"}


def _used(file: Path, data: bytes) -> str:
    """How far the damaged file could be used."""
    try:
        store = open_store(file_url(file))
    except StoreProblem as problem:
        return _told_of("not opened", problem, file.read_bytes() == data)
    try:
        for conversation in store.conversations("olivia"):
            store.save_box(conversation.id, conversation.version, "new words", {})
            store.messages(conversation.id)
    except OtassistError as problem:
        return _told_of("not read", problem)
    finally:
        store.close()
    return "used"


def _told_of(outcome: str, problem: OtassistError, untouched: bool = True) -> str:
    shown = "".join(traceback.format_exception(problem))
    return outcome if untouched and SECRET not in shown else f"{outcome}, badly: {shown}"


@pytest.mark.parametrize(
    ("column", "value"),
    [("context", "{Olivia cried in art"), ("updated", "Olivia cried in art"), ("box", b"Olivia cried in art \xff")],
)
def test_a_value_that_cannot_be_read_is_damage(filled, column, value):
    with sqlite3.connect(filled) as connection:
        kept = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
        connection.execute(f"UPDATE conversations SET {column} = {kept}", (value,))
    connection.close()
    store = open_store(file_url(filled))
    with pytest.raises(StoreProblem, match="is damaged") as caught:
        store.conversations()
    told(caught)
    store.close()


@contextmanager
def every_connection(pragma: str) -> Iterator[None]:
    def set_it(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(Engine, "connect", set_it)
    try:
        yield
    finally:
        event.remove(Engine, "connect", set_it)


def test_a_full_disk_is_told_of_and_what_was_saved_stays(file):
    with every_connection("max_page_count=60"):
        store = open_store(file_url(file))
        conversation = store.add_conversation()
        conversation = store.save_box(conversation.id, 1, "saved", {})
        with pytest.raises(StoreProblem, match="The disk is full; this was not saved") as caught:
            store.save_box(conversation.id, 2, f"{SECRET} " * 20_000, {})
        told(caught)
        assert store.conversation(conversation.id) == conversation
        assert store.save_box(conversation.id, 2, "saved again", {}).version == 3
        store.close()


def test_a_write_that_the_system_refuses_is_told_of(filled):
    """A child whose files may not grow, as with a quota; Python ignores the signal, so that the write itself fails."""
    code = (
        "import resource, sys; from otassist.store import open_store; from otassist.errors import StoreProblem\n"
        "store = open_store(sys.argv[1]); [conversation, *_] = store.conversations()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))\n"
        "try: store.save_box(conversation.id, conversation.version, 'w' * 400_000, {})\n"
        "except StoreProblem as problem: print(problem.message)\n"
        "print(store.conversation(conversation.id) == conversation)"
    )
    command = [sys.executable, "-c", code, file_url(filled)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("The disk failed to read or write the database.\nTrue\n", "")
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_a_locked_file_is_told_of_after_waiting_and_can_still_be_read(filled):
    store = open_store(f"{file_url(filled)}?timeout=0.05")
    [conversation, *_] = store.conversations()
    with sqlite3.connect(filled, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreProblem, match="is in use by another program and stayed locked") as caught:
            store.save_box(conversation.id, 2, SECRET, {})
        told(caught)
        assert store.conversation(conversation.id) == conversation
        other.execute("ROLLBACK")
    other.close()
    assert store.save_box(conversation.id, 2, "then", {}).version == 3
    store.close()


@contextmanager
def without_rights() -> Iterator[Path]:
    """A folder that all may read; as root, which may write everywhere, the test goes on as somebody else."""
    with TemporaryDirectory(prefix="otassist-") as folder:
        yield Path(folder)
        os.seteuid(os.getuid())


def _as_anybody(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)


def test_a_folder_that_may_not_be_written_is_told_of():
    with without_rights() as folder:
        _as_anybody(folder, 0o555)
        for path in (folder / "otassist.db", folder / "deep" / "otassist.db"):
            with pytest.raises(StoreProblem, match="cannot be opened: Permission denied") as caught:
                open_store(file_url(path))
            told(caught)


def test_a_database_that_may_only_be_read_is_told_of():
    with without_rights() as folder:
        path = folder / "otassist.db"
        store = open_store(file_url(path))
        student = store.add_student(SECRET)
        store.close()
        path.chmod(0o444)
        _as_anybody(folder, 0o555)
        with pytest.raises(StoreProblem, match=r"(cannot be opened|can be read but not written)") as caught:
            _rename(open_store(file_url(path)), student.id)
        told(caught)


def _rename(store: Store, id: str) -> None:
    try:
        store.rename_student(id, 1, SECRET)
    finally:
        store.close()


def test_a_folder_in_the_place_of_the_file_is_told_of(tmp_path):
    with pytest.raises(StoreProblem, match="cannot be opened") as caught:
        open_store(file_url(tmp_path))
    told(caught)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("otassist.db", "OTASSIST_DATABASE_URL cannot be read"),
        ("", "OTASSIST_DATABASE_URL cannot be read"),
        ("mysql://kim:hunter2@server/db", "a database of the kind 'mysql'"),
        ("postgresql+asyncpg://kim:hunter2@server/db", "a database of the kind"),
        ("postgresql://kim:hunter2@127.0.0.1:1/otassist", "cannot be reached, or refuses the connection"),
        ("postgresql://kim:hunter2@127.0.0.1:no/otassist", "OTASSIST_DATABASE_URL cannot be read"),
    ],
)
def test_a_url_that_leads_nowhere_is_told_of_without_its_password(url, message):
    with pytest.raises(StoreProblem, match=message) as caught:
        open_store(url)
    told(caught)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


def test_refusals_of_a_postgresql_server_are_told_of(cluster):
    right = cluster.url()
    for wrong in (right.replace("otassist:", "otassist:x"), right.replace("//otassist:", "//nobody:"), f"{right}x"):
        with pytest.raises(StoreProblem, match="cannot be reached, or refuses the connection") as caught:
            open_store(wrong)
        told(caught)


def test_a_postgresql_database_of_few_letters_is_refused(cluster):
    cluster.run("CREATE DATABASE few ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    with pytest.raises(StoreProblem, match="does not hold every letter") as caught:
        open_store(f"{cluster.address}/few")
    told(caught)
    assert cluster.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", f"{cluster.address}/few") == [(0,)]


def test_a_user_who_may_make_no_table_is_told_of(cluster):
    url = cluster.url()
    cluster.run("CREATE ROLE kim LOGIN PASSWORD 'hunter2'; REVOKE CREATE ON SCHEMA public FROM PUBLIC", url)
    with pytest.raises(StoreProblem, match="lacks a right it needs") as caught:
        open_store(f"postgresql://kim:hunter2@{url.partition('@')[2]}")
    told(caught)


def test_a_postgresql_database_that_may_only_be_read_is_told_of(cluster, on_postgresql):
    name = on_postgresql.rpartition("/")[2]
    cluster.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    try:
        store = open_store(on_postgresql)
        with pytest.raises(StoreProblem, match="can be read but not written") as caught:
            store.add_student(SECRET)
        told(caught)
        store.close()
    finally:
        cluster.run(f"ALTER DATABASE {name} RESET default_transaction_read_only")


def test_a_connection_that_the_server_ended_is_replaced(cluster, on_postgresql):
    store = open_store(on_postgresql)
    store.ready()
    cluster.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'otassist'")
    assert store.add_student("J.M.") == store.students()[0]
    store.close()


def test_what_a_server_says_of_a_row_is_not_passed_on(cluster):
    """PostgreSQL prints the whole row that breaks a rule."""
    url = cluster.url()
    store = open_store(url)
    cluster.run("ALTER TABLE students ADD CONSTRAINT short CHECK (length(label) < 5)", url)
    with pytest.raises(StoreProblem, match=r"refused what was to be saved \(23514\)") as caught:
        store.add_student(SECRET)
    told(caught)
    store.close()


def test_the_database_stands_in_the_data_directory_unless_a_url_is_set(tmp_path, monkeypatch):
    from otassist.bootstrap import open_database

    monkeypatch.setenv("OTASSIST_DATA_DIR", str(tmp_path / "a folder, 100% mine?"))
    first = open_database()
    first.add_student("J.M.")
    first.close()
    assert [path.name for path in (tmp_path / "a folder, 100% mine?").iterdir()] == ["otassist.db"]
    monkeypatch.setenv("OTASSIST_DATABASE_URL", file_url(tmp_path / "elsewhere.db"))
    second = open_database()
    assert second.students() == []
    second.close()
    monkeypatch.setenv("OTASSIST_DATABASE_URL", "mysql://kim:hunter2@server/db")
    with pytest.raises(StoreProblem) as caught:
        open_database()
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


def test_a_store_is_ready_while_its_database_is_there(store, url):
    store.ready()
    store.close()
    store.ready()


def test_a_store_is_not_ready_when_its_database_is_gone(filled):
    store = open_store(file_url(filled))
    store.close()
    filled.write_bytes(b"gone " * 1000)
    with pytest.raises(StoreProblem):
        store.ready()
    store.close()
