"""One rule for quantities: a pattern, how its match is printed, and a look at the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .quantity_patterns import compiled, telling
from .sieve import Words, required

Match = re.Match[str]


def _always(match: Match) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """`spoken` prints a match, `fits` says whether it is the quantity it looks like."""

    kind: str
    pattern: str
    spoken: Callable[[Match], str]
    adverbial: bool = False
    fits: Callable[[Match], bool] = _always
    needs: tuple[Words, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needs", required(telling(self.pattern)))

    def match(self, text: str, start: int, ahead: str, worded: bool) -> Match | None:
        """A match at `start`; `ahead` is the folded text from there on, `worded` whether it has number words."""
        for words in self.needs:  # plain loops: this is asked 50 times for each number
            for word in words:
                if word in ahead:
                    break
            else:
                return None
        match = compiled(self.pattern, worded).match(text, start)
        return match if match and "\n" not in match[0] and self.fits(match) else None
