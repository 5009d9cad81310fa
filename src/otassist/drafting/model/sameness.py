"""Whether a small model's sentence says the same as the composer's: the same words, but for those that say nothing.

The checks read what a sentence claims; a small model is held to more, since it mends nothing: no word may come or go
unless data/model.toml has it as light, and where order carries the sense the words stay in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...language import words_of
from ...language.tables import rules
from .findings import Fault


def changes(plain: str, text: str) -> Iterator[Fault]:
    """Words that went, came or moved between the composer's sentence and the model's."""
    before, after = _words(plain), _words(text)
    yield from (("left_out", word) for word in (Counter(before) - Counter(after)))
    came = Counter(after) - Counter(before)
    yield from (("foreign_words", word) for word in came)
    if before != after and Counter(before) == Counter(after) and (_is_firm(plain) or not _is_one_move(before, after)):
        yield "moved", ""


def _words(text: str) -> list[str]:
    """The words that say something, in order; quotation marks and colons stay with them."""
    rule = rules("model")["sameness"]
    plain = text.translate(str.maketrans("“”‘’", "\"\"''"))
    found = [part.strip(".,;!?()").lower() for part in plain.split()]
    return [rule["as_one"].get(word, word) for word in found if word and word not in rule["light"]]


def _is_firm(plain: str) -> bool:
    """Whether order carries the sense: several numbers, a person beside the student, or a denial."""
    words = words_of(plain)
    numbers = sum(any(letter.isdigit() for letter in word.source) for word in words)
    people = any(word.kind == "person" and word.lemma != "student" for word in words)
    return numbers > 1 or people or bool(set(_words(plain)) & set(rules("model")["sameness"]["firm"]))


def _is_one_move(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether one phrase moved to the front or to the end."""
    cuts = [(start, end) for end in range(1, len(before) + 1) for start in range(end)]
    phrases = ((before[start:end], [*before[:start], *before[end:]]) for start, end in cuts)
    return any(list(after) in ([*phrase, *rest], [*rest, *phrase]) for phrase, rest in phrases)
