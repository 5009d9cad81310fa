"""Stretches of a student's known texts: what stands in a message is masked as it is where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..domain import Entity

_CUT = ("address", "school", "phone", "id")
_CUTS = (
    re.compile(r"[.,;]\s*|\s+#?").split,
    re.compile(r"[.,;]\s*").split,
    re.compile(r"[\s-]").split,
    re.compile(r"\d[\d-]*\d").findall,
)
_TELLING = re.compile(r"\d{3}|\d\S*\s+[A-Z][a-z]")
"""Three digits, or a number before a name."""
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

        None where it stands by itself somewhere in the first text that has it, or nowhere.
        """
        if not 0 < len(part) <= _LONGEST_PART:
            return None
        for text, entities in self.places:
            around = list(_around(part, text, entities))
            if around:
                return None if None in around else around[0]
        return None

    def parts(self) -> Iterator[tuple[str, str]]:
        """What is left of addresses, schools and numbers when a sentence is cut in them, each with its kind.

        `5th Street` of `88 E. 5th Street`, `142` of `P.S. 142`; nothing that stands by itself in the first text.
        """
        for _, entities in self.places:
            for entity in entities:
                pieces = [piece for cut in _CUTS for piece in cut(entity.text)]
                wanted = [piece for piece in pieces if entity.kind in _CUT and _TELLING.search(piece)]
                yield from ((piece, entity.kind) for piece in wanted if None not in _around(piece, *self.places[0]))

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


def _around(part: str, text: str, entities: Sequence[Entity]) -> Iterator[str | None]:
    """For each place where a part stands in a text: the placeholder of what it is masked with, None where it is not."""
    for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
        inside = (each for each in entities if each.start <= match.start() and match.end() <= each.end)
        yield next((each.placeholder for each in inside), None)
