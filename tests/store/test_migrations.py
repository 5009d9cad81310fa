"""The schema's history: tables and migrations agree, an old database is brought up to date, a newer one refused."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from otassist.errors import StoreProblem
from otassist.store import open_store
from otassist.store.migrations import configured
from otassist.store.opening import HEAD, VERSION_TABLE
from otassist.store.tables import metadata


def test_tables_and_migrations_agree(store, url):
    store.close()
    engine = create_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
        found = inspect(connection)
        for table in metadata.sorted_tables:
            there = {
                (key["constrained_columns"][0], key["options"]["ondelete"])
                for key in found.get_foreign_keys(table.name)
            }
            assert there == {(key.parent.name, key.ondelete) for key in table.foreign_keys}, table.name
    engine.dispose()


def test_the_newest_migration_is_the_one_that_opening_looks_for():
    script = ScriptDirectory.from_config(configured())
    assert script.get_heads() == [HEAD]
    assert script.get_bases() == ["0001"]


def test_a_new_database_is_made_once_and_opened_again(new_url):
    first = open_store(new_url)
    conversation = first.add_conversation(title="kept")
    second = open_store(new_url)
    assert second.conversations() == [conversation]
    first.close()
    second.close()


def test_many_who_open_a_new_database_at_once_all_get_it(new_url):
    code = "import sys; from otassist.store import open_store; open_store(sys.argv[1]).add_student('J.M.')"

    def run(_):
        return subprocess.run([sys.executable, "-c", code, new_url], capture_output=True, text=True, timeout=120)

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(run, range(4)))
    assert [(each.returncode, each.stderr) for each in done] == [(0, "")] * 4
    store = open_store(new_url)
    assert len(store.students()) == 4
    store.close()


def test_a_newer_database_is_refused_and_left_as_it_is(store, url):
    kept = store.add_student("J.M.")
    store.close()
    _stamp(url, "9999")
    with pytest.raises(StoreProblem, match="was made by a newer otassist") as caught:
        open_store(url)
    assert "Install the newest otassist" in caught.value.remedy
    _stamp(url, HEAD)
    again = open_store(url)
    assert again.students() == [kept]
    again.close()


def _stamp(url, version):
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{version}'"))
    engine.dispose()


def test_a_migration_that_fails_leaves_nothing_behind(new_url, monkeypatch):
    def fail(connection):
        real(connection)
        raise StoreProblem("Failed half-way.", "Try again.")

    from otassist.store import migrations

    real = migrations.upgrade
    monkeypatch.setattr(migrations, "upgrade", fail)
    with pytest.raises(StoreProblem, match="Failed half-way"):
        open_store(new_url)
    engine = create_engine(new_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    monkeypatch.undo()
    open_store(new_url).close()


def test_an_open_database_needs_no_alembic(store, url):
    code = (
        "import sys; from otassist.store import open_store; open_store(sys.argv[1]).ready(); "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'alembic', 'mako', 'numpy', 'pydantic'}))"
    )
    done = subprocess.run([sys.executable, "-c", code, url], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"
