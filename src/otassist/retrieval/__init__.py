"""Finds passages: by words (BM25) and by meaning (vectors), fused by rank.

What was decided, and by which measurement (two cores, 5,000 passages unless said otherwise):

- *Chroma answers every query*, also a cold one: importing and opening it takes 0.5 s beside the loading of the model
  and leaves `otassist search` well under its 2.5 s. It is the one store a district can later move to a server.
- *The vectors also lie beside it as one .npy file.* From it the index is mended without embedding anything again,
  only changed passages are embedded, and an exact search steps in wherever Chroma cannot work.
- *Each generation's Chroma folder is made anew* (0.75 s for 5,000), so that nothing of a removed passage stays in it.
- *Filters are applied here.* Chroma's own `where` is slow at scale. Up to 1,500 passages that pass are named to it
  by id (2 ms); of more, 500 neighbours are fetched (3 ms), filtered, and more are fetched when too few are left.
- *BM25 is not stored*: it is made from the passages in 0.06 s for 800 and 0.3 s for 5,000.
- *Only what a district's files say is kept.* No text goes into Chroma, and no query is written anywhere.
"""

from ..language.grades import band_of
from .opening import index_state, open_searcher
from .searcher import Searcher

__all__ = ["Searcher", "band_of", "index_state", "open_searcher"]
