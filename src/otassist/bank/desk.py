"""Files of a district -> imported banks, step by step: read, matched with what is there, shown, kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..domain import BankGoal
from ..errors import FileProblem, UsageError
from .importing import Imported, read_bank
from .importing.limits import limit
from .importing.opening import too_large
from .kept import Bank, Banks
from .merging import Merge, merged
from .twins import Cosines, Twin, twins


@dataclass(frozen=True, slots=True)
class Import:
    """One file as it was or would be imported: what was read, what became of it, and what nearly equals what."""

    found: Imported
    merge: Merge
    twins: tuple[Twin, ...]


class BankDesk:
    """Imports, lists, exports and removes banks; `corpus` gives the district's own goals when they are asked for."""

    def __init__(self, banks: Banks, corpus: Callable[[], Mapping[str, BankGoal]], alike: Cosines) -> None:
        self._banks, self._corpus, self._alike = banks, corpus, alike

    def add(self, file: str, name: str, dry_run: bool = False) -> Import:
        """Reads a file into the bank `name`; a dry run keeps nothing. Raises FileProblem or UsageError."""
        return self.take(Path(file).name, bytes_of(file), name, dry_run)

    def take(self, name: str, data: bytes, bank: str, dry_run: bool = False) -> Import:
        """The same for the bytes of a file called `name`."""
        found = read_bank(name, data)
        if dry_run:
            merge = merged(self._banks.read(bank), found)
        else:
            with self._banks.lock():
                merge = merged(self._banks.read(bank), found)
                self._banks.write(merge.bank)
        return Import(found, merge, self._twins(merge))

    def _twins(self, merge: Merge) -> tuple[Twin, ...]:
        """Only of goals that are new or changed."""
        fresh = {name for name, change in zip(merge.ids, merge.changes, strict=True) if change in ("added", "updated")}
        texts = {goal.id: goal.text for goal in merge.bank.active if goal.id in fresh}
        if not texts:
            return ()
        there = {name: goal.text for name, goal in self._corpus().items()}
        there |= {goal.id: goal.text for goal in merge.bank.active if goal.id not in fresh}
        others = [bank for bank in self._banks.all() if bank.name != merge.bank.name]
        there |= {goal.id: goal.text for bank in others for goal in bank.active}
        return twins(texts, there, self._alike)

    def all(self) -> tuple[Bank, ...]:
        return self._banks.all()

    def bank(self, name: str) -> Bank:
        """Raises UsageError where there is none."""
        return self._banks.existing(name)

    def remove(self, name: str) -> Bank:
        """Raises UsageError where there is none."""
        with self._banks.lock():
            return self._banks.remove(name)


def bytes_of(file: str) -> bytes:
    """A file's bytes; one that is too large is refused before it is read. Raises FileProblem or UsageError."""
    path = Path(file)
    if path.is_dir():
        raise UsageError(f"{file!r} is a folder.", "Name the files in it.")
    try:
        if path.stat().st_size > limit("file_bytes"):
            raise too_large(path.name)
        with path.open("rb") as stream:
            return stream.read(limit("file_bytes") + 1)
    except FileNotFoundError as problem:
        raise UsageError(f"There is no file {file!r}.", "Check the name.") from problem
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        raise FileProblem(f"{file!r} cannot be read ({why}).", "Check the name and permissions.") from problem
