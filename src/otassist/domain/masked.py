"""A text without what tells who somebody is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entity:
    """What identifies somebody in a text: its place there, what stands for it, and (never printed) its own words."""

    kind: str
    start: int
    end: int
    placeholder: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with placeholders, and what they stand for, in the order of the text."""

    text: str
    entities: tuple[Entity, ...] = field(repr=False)
