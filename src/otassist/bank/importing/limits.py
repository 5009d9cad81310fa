"""How much of a file is read: the numbers are data, and what goes beyond them is refused with a remedy."""

from __future__ import annotations

from typing import cast

from ...errors import FileProblem
from ...language.tables import rules


def limit(name: str) -> int:
    return cast(int, rules("bank_import")["limits"][name])


def within(count: int, name: str, what: str) -> None:
    """Raises FileProblem when there are more than the limit says."""
    if count > limit(name):
        raise FileProblem(f"The file has more than {limit(name):,} {what}.", "Split it into smaller files.")


def damaged(why: str) -> FileProblem:
    return FileProblem(
        f"The file cannot be read ({why}).", "Open it where it was made, save it again, and import that."
    )
