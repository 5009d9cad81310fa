"""One text in and out: `mask` puts placeholders for what identifies, `unmask` puts the originals back."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import Entity, Masked
from .finding import found
from .people import Roster
from .placeholders import Answered, Placeholders, put_back

NOBODY = Roster()


def mask(text: str, roster: Roster = NOBODY, placeholders: Placeholders | None = None) -> Masked:
    """The text with a placeholder for each name, date, place and number that identifies.

    Offsets of the entities count code points of `text`. `placeholders` are those of the conversation so far.
    """
    issued = Placeholders() if placeholders is None else placeholders
    issued.see(text)
    entities = tuple(
        Entity(
            span.kind,
            span.start,
            span.end,
            issued.of(text[span.start : span.end], span.kind),
            text[span.start : span.end],
        )
        for span in found(text, roster)
    )
    pieces: list[str] = []
    done = 0
    for entity in entities:
        pieces += [text[done : entity.start], entity.placeholder]
        done = entity.end
    return Masked("".join([*pieces, text[done:]]), entities)


def unmask(text: str, entities: Sequence[Entity]) -> str:
    """The text with the originals in the place of the entities' placeholders: `unmask(mask(x)) == x`, exactly."""
    return put_back(text, {entity.placeholder: entity.text for entity in entities})


def restored_text(text: str, entities: Sequence[Entity]) -> tuple[str, list[str]]:
    """A model's answer with the originals, read more kindly than `unmask`, and placeholders that nobody issued."""
    answered = Answered({entity.placeholder: entity.text for entity in entities})
    restored = answered.restored(text)
    return restored, answered.unknown(restored)
