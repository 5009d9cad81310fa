"""The pieces of an answer as they arrive -> its clauses as they complete. Each character is looked at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_MARK = re.compile(r'["\\{}]')


class ClauseStream:
    """Feeds on text and gives every innermost JSON object that has a `text`, once, when its brace closes."""

    def __init__(self) -> None:
        self.text = ""
        self._at = 0
        self._opened: list[int] = []
        self._inner = False
        self._in_string = False

    def feed(self, piece: str) -> Iterator[Mapping[str, Any]]:
        """The objects that this piece completes."""
        self.text += piece
        while (found := _MARK.search(self.text, self._at)) is not None:
            mark = found[0]
            if mark == "\\" and self._in_string:
                self._at = found.end() + 1  # whatever follows is escaped
                continue
            self._at = found.end()
            if mark == '"':
                self._in_string = not self._in_string
            elif not self._in_string and mark == "{":
                self._opened.append(found.start())
                self._inner = True
            elif not self._in_string and mark == "}" and self._opened:
                start = self._opened.pop()
                if self._inner and (clause := _clause(self.text[start : found.end()])) is not None:
                    yield clause
                self._inner = False
        self._at = max(self._at, len(self.text))


def _clause(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) and isinstance(found.get("text"), str) else None
