"""A practice passage -> its sentences, each with its place and whether it can be quoted alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..domain import PracticePassage, Quoted
from ..language.tables import rules

_END = re.compile(r"[.!](?=\s+[\"“(]?[A-Z0-9]|\s*$)")
"""A full stop before a new sentence; `e.g. paper` and `2.5 cm` go on."""


@cache
def sentences_of(passage: PracticePassage, shown: str) -> tuple[Quoted, ...]:
    """The passage's strategies, then the sentences of its text.

    `shown` is the text under which the passage is cited; `shown[start:end]` is the sentence. A strategy has no place
    in it. A sentence that leans on another does not stand alone, nor do questions and sayings, which are examples.
    """
    strategies = tuple(Quoted(strategy, passage.id) for strategy in passage.strategies)
    offset = shown.index(passage.text) if passage.text in shown else None
    if offset is None:
        return strategies
    return (*strategies, *_sentences(passage, offset))


def _sentences(passage: PracticePassage, offset: int) -> Iterator[Quoted]:
    for block in re.finditer(r"\S[^\n]*", passage.text):
        start = block.start()
        for end in [*(match.end() for match in _END.finditer(block[0])), len(block[0])]:
            text = passage.text[start : block.start() + end]
            begin = start + len(text) - len(text.lstrip())
            said = text.strip()
            if said:
                yield Quoted(said, passage.id, offset + begin, offset + begin + len(said), _stands_alone(said))
            start = block.start() + end


def _stands_alone(text: str) -> bool:
    return not _leaning().match(text) and text.endswith(".") and not re.search(r"[\"“”?]", text)


@cache
def _leaning() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(rules('answering')['sentences']['leaning'])})\b", re.I)
