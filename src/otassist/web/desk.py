"""What the web app is given: the assistant, the store, who may ask, and whoever does the work in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from ..assistant import Assistant
from ..bank import Corpus
from ..doctor import Diagnosis
from ..store import Store

if TYPE_CHECKING:
    from ..drafting.prompts import PromptShelf
    from .work import Work

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
LARGEST_BODY = 2_000_000
"""Bytes of a request; a jot of the greatest length with everything beside it has a tenth of that."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """What the other pages show: how the machine is set up, the corpus, the prompts, the folder of eval runs, and each
    setting with its variable's name, whether it is set, and what it means (never its value)."""

    doctor: Callable[[], Diagnosis]
    corpus: Callable[[], Corpus]
    prompts: Callable[[], PromptShelf]
    evals: Path
    settings: tuple[tuple[str, bool, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """All of it; `hosts` are the names under which the app answers, without a port."""

    assistant: Assistant
    store: Store
    work: Work
    shelves: Shelves
    hosts: frozenset[str] = field(default=LOOPBACK)


def desk_of(request: Request) -> Desk:
    """The desk of the app that was asked."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
