"""The schema's history, run by Alembic from inside the package; imported only when a migration is due."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from ...errors import StoreProblem
from ..opening import VERSION_TABLE


def configured() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["version_table"] = VERSION_TABLE
    return config


def upgrade(connection: Connection) -> None:
    """To the newest version, within the transaction that is under way. Raises StoreProblem for a newer one."""
    from sqlalchemy import inspect, text

    config = configured()
    if VERSION_TABLE in inspect(connection).get_table_names():
        there = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
        if there not in {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}:
            raise StoreProblem(
                "The database was made by a newer otassist.",
                "It was left as it is. Install the newest otassist, or set OTASSIST_DATABASE_URL to another database.",
            )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
