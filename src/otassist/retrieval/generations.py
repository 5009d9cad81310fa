"""Generations of the index on disk: each whole in a folder of its own, and one small file that names the current.

    index/
      current.json            the name of the current generation and the SHA-256 of its manifest
      lock                    held while one is built
      20261125T101500-3f2a/   manifest.json, vectors.npy, chroma/

A generation is never changed. The manifest is written after everything else, `current.json` after that, each to the
disk before it gets its name; so a process killed at any moment leaves the old generation current, or the new one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np

from ..embedding import Vectors

FORMAT = 1
"""Raised when the files below mean something else; an index of another format is made anew."""

CURRENT, MANIFEST, VECTORS, CHROMA = "current.json", "manifest.json", "vectors.npy", "chroma"

_CHROMA_LIVE = f"{CHROMA}/chroma.sqlite3"
"""Chroma writes to this one whenever it is opened, so it is judged by opening it."""

_CHROMA_ALONE = f"{CHROMA}/"
"""A single vector is never written to Chroma's other files, which then change with each opening too."""


class Damaged(Exception):
    """Something in the index folder is not what was written there."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds. `digests` are those of the passages, row by row; `files` those of the files."""

    stamp: str
    ids: tuple[str, ...]
    digests: tuple[str, ...]
    files: dict[str, str]
    chroma: bool
    format: int


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation whose manifest and vectors were read and are whole."""

    folder: Path
    manifest: Manifest
    vectors: Vectors

    @property
    def chroma(self) -> Path:
        return self.folder / CHROMA

    @property
    def has_chroma(self) -> bool:
        """False when Chroma could not be used where the generation was made."""
        return self.manifest.chroma

    def chroma_damage(self) -> str:
        """Which of Chroma's files is not as it was written; empty when all are."""
        names = [name for name in self.manifest.files if name.startswith(f"{CHROMA}/")]
        return next((name for name in names if _digest(self.folder / name) != self.manifest.files[name]), "")


def current(index: Path) -> Generation | None:
    """The generation that `current.json` names; None when there is none yet or it has another format.

    Raises Damaged when it is not whole, and OSError when the folder cannot be read.
    """
    try:
        pointer = json.loads((index / CURRENT).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as problem:
        raise Damaged(f"{CURRENT} cannot be read") from problem
    try:
        folder = index / Path(pointer["generation"]).name
        manifest = _manifest(folder, pointer["manifest"])
        return Generation(folder, manifest, _vectors(folder, manifest)) if manifest else None
    except (FileNotFoundError, KeyError, TypeError, ValueError) as problem:
        raise Damaged(f"{type(problem).__name__} in {CURRENT} or what it names") from problem


def _manifest(folder: Path, digest: str) -> Manifest | None:
    data = (folder / MANIFEST).read_bytes()
    if sha256(data).hexdigest() != digest:
        raise Damaged(f"{MANIFEST} was changed")
    fields: dict[str, Any] = json.loads(data)
    if fields["format"] != FORMAT:
        return None
    return Manifest(
        fields["stamp"], tuple(fields["ids"]), tuple(fields["digests"]), fields["files"], fields["chroma"], FORMAT
    )


def _vectors(folder: Path, manifest: Manifest) -> Vectors:
    if _digest(folder / VECTORS) != manifest.files[VECTORS]:
        raise Damaged(f"{VECTORS} was changed")
    vectors: Vectors = np.load(folder / VECTORS, allow_pickle=False)
    return vectors


def begin(index: Path) -> Path:
    """An empty folder for a new generation."""
    folder = index / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    return folder


def finish(folder: Path, stamp: str, ids: Sequence[str], digests: Sequence[str], vectors: Vectors) -> Generation:
    """Makes a filled folder the current generation and clears away all but it and the one before."""
    np.save(folder / VECTORS, vectors, allow_pickle=False)
    live = _CHROMA_ALONE if len(ids) == 1 else _CHROMA_LIVE
    files = {path.relative_to(folder).as_posix(): _digest(path) for path in _files(folder)}
    guarded = {name: digest for name, digest in files.items() if not name.startswith(live)}
    manifest = Manifest(stamp, tuple(ids), tuple(digests), guarded, (folder / CHROMA).is_dir(), FORMAT)
    data = json.dumps(asdict(manifest)).encode()
    (folder / MANIFEST).write_bytes(data)
    _sync([*_files(folder), *(path for path in folder.rglob("*") if path.is_dir()), folder])
    before = _named(folder.parent)
    _replace(folder.parent / CURRENT, {"generation": folder.name, "manifest": sha256(data).hexdigest()})
    _clear(folder.parent, {folder.name, before})
    return Generation(folder, manifest, vectors)


def abandon(folder: Path) -> None:
    """Removes a generation that was begun, unless it has become the current one."""
    if _named(folder.parent) != folder.name:
        shutil.rmtree(folder, ignore_errors=True)


def _named(index: Path) -> str:
    try:
        return str(json.loads((index / CURRENT).read_bytes())["generation"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _replace(path: Path, content: dict[str, str]) -> None:
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(content), encoding="utf-8")
    _sync([aside])
    os.replace(aside, path)
    _sync([path.parent])


def _clear(index: Path, kept: set[str]) -> None:
    """The generation before stays: another process may be reading it. Everything else was left by a dead one."""
    for path in index.iterdir():
        if path.is_dir() and path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> str:
    """Empty when there is no such file."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _sync(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and os.name == "nt":
            continue  # Windows opens no folders
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
