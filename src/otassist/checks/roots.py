"""Roots, where the checks look for them: a leaf has them, since the model drafter compares words in the same way."""

from ..language.roots import root

__all__ = ["root"]
