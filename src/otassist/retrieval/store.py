"""Opens the index of a corpus, and makes or mends it first when it has to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from ..domain import Passage
from ..embedding import Embedder, Vectors
from . import generations
from .chroma import ChromaIndex, ChromaProblem
from .exact import ExactIndex
from .generations import CHROMA, Damaged, Generation
from .vectors import Hit, VectorIndex

Tell = Callable[[str], None]
"""Takes one line for the person at the screen."""

Watch = Callable[[Sequence[Sequence[str]]], Iterable[Sequence[str]]]
"""Passes batches through and may show how far it is."""

LONGEST_WAIT = 300.0
"""Seconds to wait for another process that builds the same index."""

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the index has to hold: the searched texts of a corpus, row by row, by one model."""

    stamp: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    digests: tuple[str, ...]

    @classmethod
    def of(cls, passages: Sequence[Passage], stamp: str) -> Wanted:
        texts = tuple(passage.searched for passage in passages)
        digests = tuple(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32] for text in texts)
        return cls(stamp, tuple(passage.id for passage in passages), texts, digests)

    def is_in(self, generation: Generation | None) -> bool:
        if generation is None:
            return False
        held = generation.manifest
        return (held.stamp, held.ids, held.digests) == (self.stamp, self.ids, self.digests)

    def known(self, generation: Generation | None) -> dict[str, Vectors]:
        """Digest -> vector of the texts that need no embedding again; none when another model made them."""
        if generation is None or generation.manifest.stamp != self.stamp:
            return {}
        return dict(zip(generation.manifest.digests, generation.vectors, strict=True))


def open_index(folder: Path, wanted: Wanted, embed: Embedder, tell: Tell, watch: Watch) -> VectorIndex:
    """An index that holds what is wanted: the one on disk, brought up to date, or one in memory.

    In memory when the folder cannot be used; `tell` hears why. Never an index of another model or corpus.
    """
    store = _Store(folder, wanted, embed, tell, watch)
    try:
        return store.opened()
    except (OSError, NotImplementedError) as problem:
        why = getattr(problem, "strerror", None) or type(problem).__name__
        tell(
            f"The search index cannot be kept in {str(folder)!r} ({why}), so it is made in memory each time. "
            "Set OTASSIST_DATA_DIR to a folder you may write in."
        )
        return store.in_memory()


class _Store:
    def __init__(self, folder: Path, wanted: Wanted, embed: Embedder, tell: Tell, watch: Watch) -> None:
        self._folder, self._wanted, self._embed = folder, wanted, embed
        self._tell, self._watch = tell, watch

    def opened(self) -> VectorIndex:
        generation = self._current()
        if generation is None or not self._wanted.is_in(generation):
            generation = self._renewed()
        try:
            return self._searchable(generation)
        except ChromaProblem as problem:
            self._tell(f"The search index was damaged ({problem}) and is made anew.")
            return self._mended(self._renewed(generation.folder.name))

    def _mended(self, generation: Generation) -> VectorIndex:
        try:
            return self._searchable(generation)
        except ChromaProblem as problem:
            self._tell(f"Chroma cannot be used ({problem}), so passages are compared one by one.")
            return self._exact(generation.vectors)

    def in_memory(self) -> VectorIndex:
        try:
            vectors = self._vectors(self._wanted.known(self._current()))
        except OSError:
            vectors = self._vectors({})
        return self._exact(vectors)

    def _current(self) -> Generation | None:
        try:
            return generations.current(self._folder)
        except Damaged as problem:
            self._tell(f"The search index was damaged ({problem}) and is made anew.")
            return None

    def _searchable(self, generation: Generation) -> VectorIndex:
        """Raises ChromaProblem when Chroma's files are not what they were."""
        if not generation.has_chroma:
            return self._exact(generation.vectors)
        if damage := generation.chroma_damage():
            raise ChromaProblem(f"{damage} was changed")
        chroma = ChromaIndex.open(generation.chroma, self._wanted.stamp, self._wanted.ids)
        return _Guarded(chroma, lambda: self._exact(generation.vectors), self._tell)

    def _exact(self, vectors: Vectors) -> ExactIndex:
        index = ExactIndex(self._wanted.stamp, self._embed.dimensions)
        index.add(self._wanted.ids, vectors)
        return index

    def _renewed(self, damaged: str = "") -> Generation:
        """The current generation if another process renewed it meanwhile, else a new one made under the lock."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._locked():
            held = self._quietly_current()
            if held and self._wanted.is_in(held) and held.folder.name != damaged:
                return held
            return self._built(self._wanted.known(held))

    def _locked(self) -> AbstractContextManager[object]:
        lock = FileLock(self._folder / "lock")
        try:
            return lock.acquire(timeout=0)
        except Timeout:
            self._tell("Another otassist is making the search index; waiting for it.")
            return lock.acquire(timeout=LONGEST_WAIT)

    def _quietly_current(self) -> Generation | None:
        try:
            return generations.current(self._folder)
        except Damaged:
            return None

    def _built(self, known: dict[str, Vectors]) -> Generation:
        folder = generations.begin(self._folder)  # before the work, which is in vain where nothing can be kept
        try:
            vectors = self._vectors(known)
            self._fill_chroma(folder / CHROMA, vectors)
            return generations.finish(folder, self._wanted.stamp, self._wanted.ids, self._wanted.digests, vectors)
        except BaseException:
            generations.abandon(folder)
            raise

    def _fill_chroma(self, folder: Path, vectors: Vectors) -> None:
        try:
            chroma = ChromaIndex.create(folder, self._wanted.stamp)
            try:
                chroma.add(self._wanted.ids, vectors)
            finally:
                chroma.close()
        except ChromaProblem as problem:
            self._tell(f"Chroma cannot be used ({problem}), so passages are compared one by one.")
            shutil.rmtree(folder, ignore_errors=True)

    def _vectors(self, known: dict[str, Vectors]) -> Vectors:
        """One row for each wanted text; only what is not known is embedded."""
        missing = dict(zip(self._wanted.digests, self._wanted.texts, strict=True))
        texts = [text for digest, text in missing.items() if digest not in known]
        texts.sort(key=len)
        batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
        made: dict[str, Vectors] = {}
        for batch in self._watch(batches):
            made |= zip(batch, self._embed(batch), strict=True)
        rows = [
            known[digest] if digest in known else made[text]
            for digest, text in zip(self._wanted.digests, self._wanted.texts, strict=True)
        ]
        return np.array(rows, dtype=np.float32).reshape(len(rows), self._embed.dimensions)


class _Guarded:
    """Chroma while it works, the exact index from its first failure on."""

    def __init__(self, chroma: ChromaIndex, exact: Callable[[], ExactIndex], tell: Tell) -> None:
        self.stamp = chroma.stamp
        self._index: VectorIndex = chroma
        self._exact, self._tell = exact, tell

    def __len__(self) -> int:
        return len(self._index)

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        self._index.add(ids, vectors)

    def remove(self, ids: Sequence[str]) -> None:
        self._index.remove(ids)

    def query(self, vector: Vectors, count: int, among: Sequence[str] | None = None) -> tuple[Hit, ...]:
        try:
            return self._index.query(vector, count, among)
        except ChromaProblem as problem:
            self._tell(f"Chroma failed ({problem}), so passages are compared one by one.")
            self._index = self._exact()
            return self._index.query(vector, count, among)
