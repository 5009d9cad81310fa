"""The pieces of an answer as they arrive -> its clauses as they complete. Each character is looked at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_MARK = re.compile(r'["\\{}\[\]]')
_CLOSED_BY = {"{": "}", "[": "]"}


class ClauseStream:
    """Feeds on text and gives every innermost JSON object that has a `text`, once, when its brace closes."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._tail = ""
        self._opened: list[str] = []
        self._inner = -1
        self._in_string = False
        self._escaped = False
        self._size = 0
        self._whole = (0, "")

    @property
    def text(self) -> str:
        """Everything that was fed."""
        return "".join(self._text)

    def so_far(self) -> str:
        """The part up to the last complete clause, closed to be JSON; empty before the first."""
        end, closing = self._whole
        return self.text[:end] + closing

    def feed(self, piece: str) -> Iterator[Mapping[str, Any]]:
        """The objects that this piece completes."""
        self._text.append(piece)
        before, self._size = self._size, self._size + len(piece)
        start = before - len(self._tail)
        self._tail += piece
        at = before - start
        if self._escaped:
            at, self._escaped = at + 1, not piece
        while (found := _MARK.search(self._tail, at)) is not None:
            at = found.end()
            if found[0] == "\\":
                if self._in_string:
                    at += 1  # whatever follows is escaped
            elif found[0] == '"':
                self._in_string = not self._in_string
            elif not self._in_string and (closed := self._bracket(found[0], start + found.start())) is not None:
                clause = _clause(self._tail[closed - start : at])
                if clause is not None:
                    self._whole = (start + at, "".join(_CLOSED_BY[each] for each in reversed(self._opened)))
                    yield clause
        self._escaped = at > len(self._tail)
        keep = self._inner if self._inner >= 0 else self._size
        self._tail = self._tail[keep - start :]

    def _bracket(self, mark: str, place: int) -> int | None:
        """Where the object begins that this bracket closes, if it is an innermost one."""
        if mark in _CLOSED_BY:
            self._opened.append(mark)
            self._inner = place if mark == "{" else self._inner
            return None
        if self._opened:
            self._opened.pop()
        if mark == "]":
            return None
        begun, self._inner = self._inner, -1
        return begun if begun >= 0 else None


def _clause(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("text"), str) else None
