"""What a database driver complains of, said plainly and without a word of what was to be saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, TimeoutError

from ..errors import StoreProblem

_SQLITE = {
    "SQLITE_FULL": ("The disk is full; this was not saved.", "Free some space, then save again."),
    "SQLITE_READONLY": (
        "The database can be read but not written.",
        "Give your user account write access to its file and its folder.",
    ),
    "SQLITE_CANTOPEN": (
        "The database cannot be opened.",
        "Check that its folder exists and that your user account may write there.",
    ),
    "SQLITE_BUSY": (
        "The database is in use by another program and stayed locked.",
        "Close other programs that have it open, then try again.",
    ),
    "SQLITE_NOTADB": (
        "The database file is not one of otassist's, or is damaged.",
        "It was left as it is. Move it elsewhere or set OTASSIST_DATABASE_URL to another file.",
    ),
    "SQLITE_CORRUPT": (
        "The database file is damaged.",
        "It was left as it is. Keep a copy of it, then put back your last backup.",
    ),
    "SQLITE_IOERR": (
        "The disk failed to read or write the database.",
        "Check the disk that holds it, then try again.",
    ),
}
_SQLITE |= {"SQLITE_LOCKED": _SQLITE["SQLITE_BUSY"], "SQLITE_PERM": _SQLITE["SQLITE_READONLY"]}
_SQLITE["SQLITE_AUTH"] = _SQLITE["SQLITE_PERM"]

_POSTGRESQL = {
    "08": (
        "The database server cannot be reached, or refuses the connection.",
        "Check that it runs, and that OTASSIST_DATABASE_URL names its user, password and database.",
    ),
    "42501": ("The database user lacks a right it needs.", "Grant it the right to create and change tables."),
    "42704": (
        "The database server has no ICU collations, which a search needs.",
        "Use a server that is built with ICU, as packaged ones are.",
    ),
    "25006": ("The database can be read but not written.", "Use the primary server in OTASSIST_DATABASE_URL."),
    "53100": ("The disk of the database server is full; this was not saved.", "Free some space, then save again."),
    "53": ("The database server is out of resources.", "Try again in a moment; its log says more."),
    "55P03": ("The row stayed locked by another session.", "Try again in a moment."),
    "40": ("Two changes got in each other's way; this one was not saved.", "Try again."),
    "57": ("The database server ended the connection.", "Check that the server runs, then try again."),
    "XX": ("The database server reports damaged data.", "Tell whoever runs the server; its log says more."),
}
"""By SQLSTATE or its class, the more special one first."""


@contextmanager
def plainly() -> Iterator[None]:
    """Whatever the driver raises inside becomes a StoreProblem."""
    try:
        yield
    except TimeoutError:
        raise StoreProblem("The database is too busy.", "Try again in a moment.") from None
    except DBAPIError as problem:
        raise told(problem) from None
    except ValueError:  # a time or JSON that is none; its complaint shows the text
        raise StoreProblem(*_SQLITE["SQLITE_CORRUPT"]) from None


def told(problem: DBAPIError) -> StoreProblem:
    """The driver's complaint in plain words; of its own words only the code."""
    cause = problem.orig
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "SQLITE_CORRUPT")  # the driver's own: text that is no UTF-8
        said = _SQLITE.get("_".join(name.split("_")[:2]))
    else:
        name = getattr(cause, "sqlstate", None) or ("08000" if isinstance(problem, OperationalError) else "unknown")
        said = _POSTGRESQL.get(name) or _POSTGRESQL.get(name[:2])
    return StoreProblem(
        *(said or (f"The database refused what was to be saved ({name}).", "Report that code; nothing was changed."))
    )
