"""What is heard of an answer while it arrives: its text, its clauses, why it ended, and the tokens it took."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...errors import ModelFailure
from .answered import object_of
from .calling import Piece
from .failures import failure
from .streaming import ClauseStream


class Hearing:
    """Takes the pieces of one answer and tells each clause that completes."""

    def __init__(self, heard: Callable[[Mapping[str, Any]], None]) -> None:
        self._heard, self._stream, self._called = heard, ClauseStream(), False
        self.finish: str | None = None
        self.tokens: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        return self._stream.text

    def so_far(self) -> str:
        """JSON up to the last complete clause."""
        return self._stream.so_far()

    def take(self, piece: Piece) -> None:
        """A model that calls the tool may talk around it: from the call on, only the call counts."""
        if piece.called and not self._called:
            self._stream, self._called = ClauseStream(), True
        if piece.called or not self._called:
            for clause in self._stream.feed(piece.text):
                self._heard(clause)
        self.finish = piece.finish or self.finish
        self.tokens = piece.tokens or self.tokens

    def ending(self, where: str) -> ModelFailure | None:
        """What a stream that ended without an error lacks; one that gives no reason has to have come to its end."""
        if self.finish == "content_filter":
            return failure("filtered", where=where)
        if self.finish == "length":
            return failure("cut_short")
        if not self.text.strip():
            return failure("empty")
        if self.finish is None:
            try:
                object_of(self.text)
            except ModelFailure:
                return failure("lost", where=where)
        return None
