"""Whether a sentence of a model's says what one sentence of a practice passage says, and nothing beyond it.

A word of its own, a number, a denial that came or went, a limit left out ("little evidence", "only", "may") or another
order of the words makes it another claim. Words from two sentences are never joined: together they may say what
neither does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...language import words_of
from ...language.tables import rules
from .findings import Fault
from .grounding import content, foreign_denials, foreign_numbers, foreign_words, small_words

_END = re.compile(r"(?<=[.!?])[\"”)]*\s+|\n+")


def sentences_in(text: str) -> list[str]:
    """The sentences of a passage; one that is cut too short only bears out less."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def unborne(text: str, sources: Iterable[str]) -> list[Fault]:
    """What of a sentence no single sentence of the sources says: the faults against the one that says most of it.

    Two sentences, and parts before and behind a semicolon, may rest on two of them.
    """
    told = list(sources)
    parts = [part for sentence in sentences_in(text) for part in re.split(r";\s+", sentence) if part.strip()]
    return [fault for part in parts for fault in _nearest(part, told)]


def _nearest(text: str, sources: Sequence[str]) -> list[Fault]:
    found = (list(_faults(text, source)) for source in sources)
    return min(found, key=len, default=[("no_source", "")])


def _faults(text: str, source: str) -> Iterator[Fault]:
    yield from (("foreign_words", word.source) for word in foreign_words(text, [source], "answer", levels=True))
    yield from (("foreign_denial", word) for word in foreign_denials(text, [source]))
    yield from (("invented_number", number) for number in foreign_numbers(text, [source]))
    yield from (("left_out", word) for word in _limits(source) - _limits(text))
    held = content(source)
    if not _is_in_order([word for word in content(text) if word in held], held, _is_firm(source)):
        yield "moved", ""


def _limits(text: str) -> Counter[str]:
    """How often each word stands that denies, limits or weakens what a sentence says; those that deny count as one."""
    limits, denies = rules("model")["links"]["limiting"], rules("model")["links"]["denying"]
    found = small_words(text)
    denials = ["not" for word in found if word in denies or word.endswith("n't")]
    return Counter([word for word in found if word in limits] + denials)


def _is_firm(source: str) -> bool:
    """Whether the order of its words carries the sense: two people, or two numbers."""
    words = words_of(source)
    people = {word.lemma for word in words if word.kind == "person"}
    return len(people) > 1 or sum(any(map(str.isdigit, word.source)) for word in words) > 1


def _is_in_order(said: Sequence[str], held: Sequence[str], firm: bool) -> bool:
    """Whether the words stand as in the source, or with one phrase of them moved where order does not carry sense."""
    if _follows(said, held):
        return True
    if Counter(said) - Counter(held):
        return False
    cuts = range(len(said) + 1)
    phrases = ((start, end) for start in cuts for end in cuts[start + 1 :])
    return not firm and any(
        _follows([*said[:start], *said[end:]], held) and _follows(said[start:end], held) for start, end in phrases
    )


def _follows(said: Sequence[str], held: Sequence[str]) -> bool:
    """Whether all words of the one stand in the other, in this order."""
    rest = iter(held)
    return all(any(word == other for other in rest) for word in said)
