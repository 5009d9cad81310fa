"""What the parts hand to one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ..domain import Evidence

if TYPE_CHECKING:
    from ..drafting.model import Speaker

Tell = Callable[[str], None]

Requests = tuple[tuple[str, str], ...]
"""The messages of one request."""

Watch = Callable[[Sequence[Sequence[str]]], Iterable[Sequence[str]]]

Search = Callable[..., tuple[Evidence, ...]]

Nearby = Callable[[Sequence[str], int], Sequence[Sequence[tuple[int, float]]]]

Around = Callable[[Search], Search]

Through = Callable[["Speaker"], "Speaker"]

Agrees = Callable[[str, Sequence[tuple[str, str]]], bool]
"""Shown where masked messages would go, and the messages; says whether they may."""
