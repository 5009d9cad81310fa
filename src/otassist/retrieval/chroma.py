"""Chroma, embedded: the product's vector store. Only this module knows it.

It holds ids and vectors and nothing else: texts stay in the district's files, no query is ever stored, no
embedding function of Chroma's own (which would fetch a model) is set, and everything that could call home is
switched off whatever the environment says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..embedding import Vectors
from .vectors import Hit

if TYPE_CHECKING:
    from chromadb.api.client import Client

_COLLECTION = "passages"
_BATCH = 2_500
_SHAPE: Any = {"hnsw": {"space": "cosine", "batch_size": 2, "sync_threshold": 2}}
# With Chroma's own thresholds a small bank's vectors stay in SQLite, where no checksum could guard them.
_STAMP = "embedding_model"


class ChromaProblem(Exception):
    """Chroma cannot do it, for the reason it says; always answered with the exact index."""


@contextmanager
def _problems() -> Iterator[None]:
    """Chroma fails in many ways: its own errors, SQLite's, pydantic's, and Rust panics that are no Exception."""
    try:
        yield
    except (ChromaProblem, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as problem:
        said = str(problem).partition("\n")[0][:120]
        raise ChromaProblem(f"{type(problem).__name__}: {said}") from problem


class ChromaIndex:
    """One collection in a folder of its own. Every method raises ChromaProblem when Chroma fails."""

    def __init__(self, client: Client, collection: Any) -> None:
        self._client, self._collection = client, collection
        self.stamp = str(collection.metadata[_STAMP])

    @classmethod
    def create(cls, folder: Path, stamp: str) -> ChromaIndex:
        """A new, empty index."""
        with _problems():
            client = _client(folder)
            made = client.create_collection(
                _COLLECTION, metadata={_STAMP: stamp}, configuration=_SHAPE, embedding_function=None
            )
            return cls(client, made)

    @classmethod
    def open(cls, folder: Path, stamp: str, ids: Sequence[str]) -> ChromaIndex:
        """The index in a folder, when it holds exactly these ids, by this model."""
        if not (folder / "chroma.sqlite3").is_file():
            raise ChromaProblem("its file is not there")  # Chroma would make an empty one
        with _problems():
            client = _client(folder)
            try:
                return cls(client, client.get_collection(_COLLECTION, embedding_function=None))._checked(stamp, ids)
            except BaseException:
                client.close()
                raise

    def _checked(self, stamp: str, ids: Sequence[str]) -> ChromaIndex:
        if self.stamp != stamp:
            raise ChromaProblem("another model made it")
        if set(self._collection.get(include=[])["ids"]) != set(ids):
            raise ChromaProblem("it holds other passages")
        return self

    def __len__(self) -> int:
        with _problems():
            return int(self._collection.count())

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        with _problems():
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def remove(self, ids: Sequence[str]) -> None:
        with _problems():
            if ids:
                self._collection.delete(ids=list(ids))

    def query(self, vector: Vectors, count: int, among: Sequence[str] | None = None) -> tuple[Hit, ...]:
        with _problems():
            found = self._collection.query(
                query_embeddings=vector[None, :],
                ids=None if among is None else list(among),
                n_results=count,
                include=["distances"],
            )
            return tuple(Hit(name, 1.0 - far) for name, far in zip(found["ids"][0], found["distances"][0], strict=True))

    def close(self) -> None:
        """Lets go of the folder's files."""
        with _problems():
            self._client.close()


def _client(folder: Path) -> Client:
    import chromadb
    from chromadb.config import Settings

    quiet: Any = {
        "anonymized_telemetry": False,
        "chroma_otel_collection_endpoint": "",
        "chroma_otel_granularity": None,
        "chroma_api_impl": "chromadb.api.rust.RustBindingsAPI",
        "_env_file": None,  # a .env file in the working folder belongs to somebody else
    }
    client = chromadb.PersistentClient(folder, settings=Settings(**quiet))
    return cast("Client", client)
