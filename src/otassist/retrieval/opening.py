"""A corpus becomes something to search; and what there is to say about its index without touching it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from ..domain import Passage
from ..embedding import Embedder
from ..errors import FileProblem
from .generations import Damaged, current
from .searcher import Searcher
from .store import Tell, Wanted, Watch, open_index


class LoadableEmbedder(Embedder, Protocol):
    """An embedder that can be loaded while something else is awaited. Raises FileProblem when it cannot."""

    def load(self) -> None: ...


def open_searcher(
    passages: Sequence[Passage],
    folder: Path,
    embed: LoadableEmbedder,
    tell: Tell = lambda line: None,
    watch: Watch = lambda batches: batches,
) -> Searcher:
    """Searches `passages` with the index in `folder`, made or renewed when it has to be.

    `tell` hears one line about whatever is not as it should be; the search then does with less.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        loading = pool.submit(embed.load)  # half of it is reading files, as is half of opening Chroma
        try:
            index = open_index(folder, Wanted.of(passages, embed.name), embed, tell, watch)
            loading.result()
        except FileProblem as problem:
            tell(f"{problem} Until then only words are compared, not meanings.")
            return Searcher(passages)
    return Searcher(passages, index, embed)


def index_state(passages: Sequence[Passage], folder: Path, stamp: str) -> str:
    """How the index in a folder stands, in words. Reads and never writes."""
    try:
        generation = current(folder)
    except Damaged as problem:
        return f"damaged ({problem}), made anew by the next search"
    except OSError as problem:
        return f"cannot be read ({problem.strerror})"
    if generation is None:
        return "not made yet, made by the first search"
    if not Wanted.of(passages, stamp).is_in(generation):
        return "out of date, renewed by the next search"
    kept = "in Chroma" if generation.has_chroma else "compared one by one, since Chroma could not be used"
    return f"up to date, {kept}"
