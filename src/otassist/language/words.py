"""A text -> its words as a note would print them, each with its tag and its exact place in the text.

Quotations, levels and quantities are one word each; shorthand is looked up longest first; what is left is
looked up as an ordinary word or guessed from its ending. `tagging` then settles words with several readings.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from .ambiguity import Ambiguity, senses
from .fixed_words import fixed
from .letters import with_letters
from .loose_words import loose
from .tables import rules
from .word import NEWLINE, Word, retag

__all__ = ["NEWLINE", "Word", "analyse", "retag"]


def analyse(text: str) -> tuple[Word, ...]:
    """All words of `text` in order; white space is left out, everything else is in some word."""
    shouting = sum(map(str.isupper, text)) > 2 * sum(map(str.islower, text))
    words: list[Word] = []
    position = 0
    for word in fixed(text):
        words += loose(text, position, word.start, shouting)
        words.append(word)
        position = word.end
    words += loose(text, position, len(text), shouting)
    return tuple(senses(text, with_letters(_people_or_times(_counted_cues(text, words)))))


def _counted_cues(text: str, words: list[Word]) -> list[Word]:
    """`vc x2`, `gest 4`: a number behind (or `2x` before) an uncounted cue counts it."""
    found: list[Word] = []
    for index, word in enumerate(words):
        last = found[-1] if found else None
        after = words[index + 1] if index + 1 < len(words) else None
        if last is not None and _is_bare_cue(last) and _counts_cue(word, after):
            found[-1] = _counted_cue(text, last, word)
        else:
            found.append(word)
    return found


_MOVED = frozenset(rules("grammar")["moved_by_people"])


def _people_or_times(words: list[Word]) -> list[Word]:
    """`transfer max A x2`: two people or two times, which nobody but the therapist knows."""
    found: list[Word] = []
    for word in words:
        if re.fullmatch(r"[xX×][12]", word.source) and found and _is_heavy(found[-1]) and _moves_somebody(found):
            number = word.source[1]
            options = (f"{number} {'person' if number == '1' else 'people'}", f"{number} time{'s' * (number != '1')}")
            word = replace(word, known=False, ambiguous=Ambiguity(word.source, options))
        found.append(word)
    return found


def _moves_somebody(before: list[Word]) -> bool:
    """Whether the sentence names a transfer, clothes for the toilet or the like."""
    said = list(takewhile(lambda word: word.tag not in ".;¶", reversed(before)))
    return any(word.source.lower() in _MOVED for word in said)


def _is_heavy(word: Word) -> bool:
    return word.tag == "A" and word.text.startswith(("maximal", "moderate", "total"))


def _is_bare_cue(word: Word) -> bool:
    return (
        word.tag == "C"
        and word.text.split()[0] in ("verbal", "tactile", "gestural", "visual", "physical", "partial", "full")
        and "/" not in word.text
    )


def _counts_cue(word: Word, after: Word | None) -> bool:
    if word.quantity is None or not re.fullmatch(r"[x×]?\s?\d{1,2}[x×]?", word.source):
        return False
    return word.quantity.kind == "times" or (
        word.quantity.kind == "number" and (after is None or after.tag in ",.;/¶+)")
    )


def _counted_cue(text: str, cue: Word, count: Word) -> Word:
    amount = re.sub(r"\D", "", count.source)
    noun = re.sub(r"(?<=cue)$|(?<=prompt)$", "s", cue.text) if amount != "1" else re.sub(r"s$", "", cue.text)
    value = f"{amount} {re.sub(r's$', '', cue.text)}"
    level = replace(cue.level, spoken=f"{amount} {noun}", value=value, end=count.end) if cue.level else None
    return replace(cue, text=f"{amount} {noun}", end=count.end, source=text[cue.start : count.end], level=level)
