"""A leaf: texts become unit vectors, on this machine and without any network.

Texts that mean alike lie close: the dot product of two vectors is their cosine, -1 to 1.
"""

from .embedder import Embedder, Vectors
from .known import VECTORS, Known
from .likeness import Likeness
from .minilm import MiniLM
from .nearest import Nearest

__all__ = ["VECTORS", "Embedder", "Known", "Likeness", "MiniLM", "Nearest", "Vectors"]
