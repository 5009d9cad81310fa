"""What the web app is given: the assistant, the store, who may ask, and whoever does the work in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from ..assistant import Assistant
from ..doctor import Diagnosis
from ..store import Store

if TYPE_CHECKING:
    from .work import Work

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
LARGEST_BODY = 2_000_000
"""Bytes of a request; a jot of the greatest length with everything beside it has a tenth of that."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`hosts` are the names under which the app answers, without a port; `doctor` looks at the machine."""

    assistant: Assistant
    store: Store
    work: Work
    doctor: Callable[[], Diagnosis]
    hosts: frozenset[str] = field(default=LOOPBACK)


def desk_of(request: Request) -> Desk:
    """The desk of the app that was asked."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
