"""Which way a text runs, by its first letter that has a direction (Unicode Bidirectional Algorithm, rule P2)."""

from __future__ import annotations

import unicodedata


def right_to_left(text: str) -> bool:
    """Whether a paragraph of this text begins at the right, as Hebrew and Arabic do."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
