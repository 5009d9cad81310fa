"""Stretches of a student's known texts: what stands in a message is masked as it is where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..domain import Entity

_LONGEST_PART = 40
"""Characters of a value that may be a part of something masked."""
_SHORTEST_STRETCH = 8
"""Characters from which a text is held to be a stretch of one that is known."""


@dataclass(frozen=True)
class Stretches:
    """Known texts, each with what is masked in it."""

    places: tuple[tuple[str, tuple[Entity, ...]], ...] = field(default=(), repr=False)

    def whole_of(self, part: str) -> str | None:
        """The placeholder of what a text is a part of: `3344`, where the student's texts have it in a telephone number.

        None where it stands by itself somewhere, or nowhere.
        """
        if not 0 < len(part) <= _LONGEST_PART:
            return None
        whole = None
        for text, entities in self.places:
            for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
                around = [each for each in entities if each.start <= match.start() and match.end() <= each.end]
                if not around:
                    return None
                whole = whole or around[0].placeholder
        return whole

    def in_its_place(self, text: str) -> str:
        """A stretch of a known text masked as it is there, also where it begins or ends within something masked."""
        if len(text) < _SHORTEST_STRETCH:
            return text
        for known, entities in self.places:
            at = known.find(text)
            if at >= 0:
                end = at + len(text)
                for each in reversed([item for item in entities if item.start < end and at < item.end]):
                    text = text[: max(each.start - at, 0)] + each.placeholder + text[each.end - at :]
                return text
        return text
