"""What leaves this machine: masked with the district's roster, and agreed to."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain import Entity, Masked
from ..errors import FileProblem
from .kinds import Agrees

if TYPE_CHECKING:
    from ..drafting.model import Abroad
    from ..drafting.prompts import PromptShelf
    from ..privacy import Cover, Roster
    from ..settings import Settings


def nobody(where: str, asked: Sequence[tuple[str, str]]) -> bool:
    """Where nobody can be asked, nobody has agreed."""
    return False


def abroad_of(settings: Settings, shelf: PromptShelf, agrees: Agrees) -> Abroad:
    """How text leaves this machine: masked, with the district's roster, and agreed to."""
    from ..drafting.model import Abroad

    def cover(known: Sequence[str], labels: Sequence[str]) -> Cover:
        from ..privacy import Cover

        return Cover(known, labels, lambda: _lines_of(shelf), roster(settings.roster))

    return Abroad(cover, (lambda where, asked: True) if settings.remote_confirmed else agrees)


def _lines_of(shelf: PromptShelf) -> frozenset[str]:
    """Every line of the prompts in use: their own words, and their examples of invented students."""
    texts = [text for prompt in shelf.all() for text in prompt.own_texts]
    return frozenset(line for text in texts for line in text.split("\n"))


def roster(file: Path | None) -> Roster:
    """The people of a roster file, none without one. Raises FileProblem."""
    from ..privacy import Roster, roster_of

    if file is None:
        return Roster()
    try:
        return roster_of(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        remedy = "Check its name, permissions and that it is UTF-8 text."
        raise FileProblem(f"The roster {str(file)!r} cannot be read.", remedy) from None


def masker(listed: str | None) -> Callable[[str], Masked]:
    """What masks a text, with the people of a roster's text or of the settings' file. Raises FileProblem."""
    from ..privacy import mask, roster_of

    if listed is not None:
        known = roster_of(listed)
    elif os.environ.get("OTASSIST_ROSTER"):
        from ..settings import read_settings  # they take their time

        known = roster(read_settings().roster)
    else:
        known = roster(None)
    return lambda text: mask(text, known)


def unmasked(text: str, entities: Sequence[Entity]) -> tuple[str, list[str]]:
    """The text with its originals, and the placeholders in it that nobody issued."""
    from ..privacy import restored_text

    return restored_text(text, entities)
