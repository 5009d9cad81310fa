"""Stage three: an Observation -> notes. The composer needs no model; a model drafter answers to the same protocol."""

from .composer import compose

__all__ = ["compose"]
