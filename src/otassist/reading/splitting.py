"""Cuts a jot's words into pieces, one proposition each.

Sentence ends, new lines and bullets always cut. A comma cuts only where both sides can stand alone: a level, a
count, a list item or a phrase belongs to what it follows, a condition to what it introduces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Word, settle_again
from ..language.tables import rules
from .commas import LONGEST, belongs, examples, leads
from .headers import is_header, is_heading
from .sentences import ENDS, sentences

Words = Sequence[Word]

_PREDICATES = "vzbmxAIC"


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one proposition; `asked` when a question mark closes it."""

    words: tuple[Word, ...]
    asked: bool = False
    sentence: int = 0

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def pieces(words: Words, jot: str) -> list[Piece]:
    """The propositions of the jot in order; closing punctuation is left out of them."""
    found: list[Piece] = []
    for number, (segment, asked) in enumerate(sentences(words, jot)):
        parts = _joined(_parts(segment, jot))
        found += [
            Piece(tuple(part) if is_header(part) else settle_again(part), asked and part is parts[-1], number)
            for part in parts
            if _has_content(part)
        ]
    return found


def _has_content(words: Words) -> bool:
    return any(re.search(r"\w", word.source) for word in words)


def _parts(segment: Words, jot: str) -> list[list[Word]]:
    """Cut at commas, at a free `+` before a new clause, and before a pronoun that starts a new clause."""
    parts: list[list[Word]] = [[]]
    depth = 0
    for index, word in enumerate(segment):
        depth += (word.tag == "(") - (word.tag == ")")
        if (word.tag == "," and depth <= 0) or (word.tag == ":" and is_heading(parts[-1])):
            parts.append([])
            continue
        if depth <= 0 and (_starts_clause(segment, index) or _is_behind_grade(segment, index, jot)):
            parts.append([])
        parts[-1].append(word)
    return [part for part in parts if part]


def _is_behind_grade(segment: Words, index: int, jot: str) -> bool:
    """`Gr 5 multistep craft`: a jot opens with the grade; `gr 5 tchr asks` and `5th grade math class` name somebody."""
    if index != 1 or jot[: segment[0].start].strip() or is_header(segment):
        return False
    first, after = segment[0], segment[1]
    graded = first.quantity is not None and first.quantity.kind == "grade" and "grader" not in first.text
    named = after.kind in ("person", "setting", "subject") or after.tag in ENDS + ",:-/&+pc"
    return (
        (graded or first.text in ("kindergarten", "PreK"))
        and not named
        and after.lemma not in rules("grammar")["of_grade"]
    )


_JOINTS = {"but", "then", "yet", "and then"}


def _starts_clause(segment: Words, index: int) -> bool:
    """`... 4/5 words he needed ...`: a subject pronoun or a `but` behind a finished clause begins another."""
    if index < 2:
        return False
    word, before, after = segment[index], segment[index - 1], segment[index + 1 : index + 3]
    finished = any(other.tag in _PREDICATES + "qu" for other in segment[max(0, index - LONGEST) : index])
    if word.tag == "c" and word.text in _JOINTS:
        return finished and bool(after) and any(other.tag in _PREDICATES for other in after)
    if word.tag == "o" and word.text.lower() in ("he", "she", "they"):
        subject = bool(after) and after[0].tag in "vzbmxrN"
        return (
            finished
            and subject
            and before.tag not in "spwcxvzb"
            and before.text.lower() not in ("that", "what", "which", "how")
        )
    return False


def _joined(parts: list[list[Word]]) -> list[list[Word]]:
    """Commas that do not cut are put back."""
    result: list[list[Word]] = []
    for part in parts:
        if (len(result) == 1 and leads(result[-1], part) and not is_header(result[-1])) or (
            result and (belongs(result[-1], part) or examples(result[-1], part))
        ):
            result[-1] = [*result[-1], *part]
        else:
            result.append(list(part))
    return result
