"""What no sentence fits, as the therapist wrote it: the jot's own words and order, shorthand spelt out.

Sentences guessed from fragments were wrong one time in five when blind readers went through them, and fragments in
quotation marks left the shorthand standing. A fragment that is only spelt out cannot say something else than the jot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..language import Word
from ..language.shorthand import leftover
from ..language.tables import rules
from .spelling import follows_i, piece_of, quoted, third_person

ARROW = "–"
"""An arrow between words: a dash says as little as the arrow; blind readers took `then` for a second act."""
LATER = ", then"
"""An arrow between two values: one after the other; blind readers took `to` for a range and a colon for a label."""
_CLOSING = frozenset(",.;:)/%?!")
_OPENING = frozenset("(/#")


def spelt_out(words: Sequence[Word]) -> str:
    """The words in order, each as a note prints it; what nobody could expand stands in quotation marks."""
    text = ""
    for index, word in enumerate(words):
        before, after = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
        piece = _printed(word, before, after)
        if piece == "independent" and word.tag == "I" and after is None and words[0].tag in "vz":
            piece = "independently"
        if piece:
            text += piece if not text or _tight(text, piece, before, word) else f" {piece}"
    return text


def arrow(before: Word | None, after: Word | None) -> str:
    """`2 -> 5 min` is one after the other; what any other arrow means is left to the reader."""
    valued = [word for word in (before, after) if word is not None and (word.quantity or word.level)]
    return LATER if len(valued) == 2 else ARROW


def _printed(word: Word, before: Word | None, after: Word | None) -> str:
    signs: Mapping[str, str] = rules("wording")["signs"]
    if word.tag == ">":
        return arrow(before, after)
    if word.tag == "." and after is not None and not _is_shortened(before):
        return ""  # the point of an abbreviation that is spelt out
    if word.tag in "AC" and before is not None and _carries_level(before):
        return f"with {piece_of(word)}"
    if word.tag == "I" and word.text == "independent" and before is not None and before.tag in "vzbe":
        return "independently"
    if word.source == "#" and after is not None and after.start > word.end:
        return "number" if after.tag in "pcs" else "number of"
    if word.source == "i" and before is not None and before.lemma in ("can", "could", "may", "should"):
        return quoted("I")  # `asked can i stop` is what the student asked
    if follows_i(word, before):
        return third_person(word)
    if word.tag == "/" and before is not None and after is not None and _in_time(before, after):
        return "in"  # `2 shelves/25 min`
    if word.source in signs and word.tag != "n":
        return signs[word.source]
    if after is not None and after.source == "." and _is_shortened(word):
        return word.source if word.source[0].isupper() else word.text
    piece = piece_of(word, before if after is None or after.tag != "n" else None)
    unread = piece.lower() == word.source.lower() and piece[:1].isalpha() and leftover(piece)
    return quoted(word.source) if unread else piece


def _is_shortened(word: Word | None) -> bool:
    """`Ms.`, `ch.`: printed with its point."""
    return word is not None and word.source.lower() in rules("grammar")["shortened"]


def _in_time(before: Word, after: Word) -> bool:
    """Whether a slash stands between things and the time they took."""
    return before.tag == "n" and after.quantity is not None and after.quantity.kind == "duration"


def _carries_level(word: Word) -> bool:
    """`soap HOH`, `flipped min A`, `6/8 SBA`: the level is how it was done."""
    if word.quantity is not None and word.quantity.kind == "ordinal":
        return False  # `coach's 2nd vc`
    particle = word.tag == "r" and word.text in ("on", "off", "up", "down", "back", "out", "over", "together")
    takes = word.lemma in rules("grammar")["taking"] or word.kind == "person"  # `aide mod help`
    return not takes and (word.tag in "nvzbeqgu" or particle) and word.text not in ("then", "no", "not")


def _tight(text: str, piece: str, before: Word | None, word: Word) -> bool:
    """Whether no space stands between: signs that cling, and what the jot itself wrote in one."""
    if word.tag == "/" and piece == "in":
        return False
    if "/" in (piece, text[-1]):
        return before is not None and before.end == word.start
    if piece[0] in _CLOSING or text[-1] in _OPENING:
        return True
    joined = before is not None and before.end == word.start
    if joined and word.source == "ish":
        return True
    return joined and (text[-1] == "-" or piece == "-")
