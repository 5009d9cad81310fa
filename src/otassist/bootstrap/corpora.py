"""The corpus of the settings with the district's own banks, and where its index lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import FileProblem
from .kinds import Tell

if TYPE_CHECKING:
    from ..bank import Banks, Corpus
    from ..bank.desk import BankDesk
    from ..embedding import Likeness
    from ..settings import Settings


def corpus(settings: Settings) -> Corpus:
    """The goals and practice passages of the district, or the sample that is shipped. Raises FileProblem."""
    from ..bank import read_corpus, shipped_corpus

    return replace(read_corpus(settings.corpus_dir or shipped_corpus()), banks=banks_of(settings).all())


def own_corpus() -> Corpus:
    """The corpus that the settings name. Raises FileProblem."""
    from ..settings import read_settings

    return corpus(read_settings())


def banks_of(settings: Settings) -> Banks:
    from ..bank import Banks

    return Banks(settings.data_dir / "banks")


def bank_desk(tell: Tell) -> BankDesk:
    """What imports a district's files into banks of their own, and shows, exports and removes these."""
    from ..bank.desk import BankDesk
    from ..settings import read_settings

    settings = read_settings()
    return BankDesk(banks_of(settings), lambda: corpus(settings).goal_by_id, _cosines(tell))


def _cosines(tell: Tell) -> Callable[[str, Sequence[str]], Sequence[float]]:
    """How near a text is to others; nothing is near where the model of meaning cannot be used, which is told once."""
    held: list[Likeness | None] = []

    def cosines(text: str, others: Sequence[str]) -> Sequence[float]:
        from ..bank import shipped_corpus
        from ..embedding import VECTORS, Known, Likeness, MiniLM

        if not held:
            held.append(Likeness(Known(MiniLM(), shipped_corpus() / VECTORS)))
        try:
            return held[0](text, others) if held[0] else [0.0] * len(others)
        except FileProblem as problem:
            tell(f"{problem} Until then goals that mean nearly the same are not shown.")
            held[0] = None
            return [0.0] * len(others)

    return cosines


def index_of(settings: Settings) -> Path:
    return settings.data_dir / "index"
