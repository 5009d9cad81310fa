"""A leaf: texts become unit vectors, on this machine and without any network.

Texts that mean alike lie close: the dot product of two vectors is their cosine, -1 to 1.
"""

from .embedder import Embedder, Vectors
from .likeness import Likeness
from .minilm import MiniLM

__all__ = ["Embedder", "Likeness", "MiniLM", "Vectors"]
