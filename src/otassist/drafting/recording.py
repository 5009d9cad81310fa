"""What no sentence fits, as the therapist wrote it: the jot's own words and order, shorthand spelt out.

Sentences guessed from fragments were wrong one time in five when blind readers went through them, and fragments in
quotation marks left the shorthand standing. A fragment that is only spelt out cannot say something else than the jot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..language import Word
from ..language.lexicon import lexicon
from ..language.shorthand import leftover
from ..language.tables import rules
from .spelling import piece_of, quoted

ARROW = ", then"
"""An arrow in words: one after the other; blind readers took `to` for a range and a colon for a label."""
_CLOSING = frozenset(",.;:)/%?!")
_OPENING = frozenset("(/#")


def spelt_out(words: Sequence[Word]) -> str:
    """The words in order, each as a note prints it; what nobody could expand stands in quotation marks."""
    text = ""
    for index, word in enumerate(words):
        before, after = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
        piece = _printed(word, before, after)
        if piece:
            text += piece if not text or _tight(text, piece, before, word) else f" {piece}"
    return text


def _printed(word: Word, before: Word | None, after: Word | None) -> str:
    signs: Mapping[str, str] = rules("wording")["signs"]
    if word.tag == ">":
        return ARROW
    if word.tag in "AC" and before is not None and _carries_level(before):
        return f"with {piece_of(word)}"
    if word.tag == "I" and word.text == "independent" and before is not None and before.tag in "vzbe":
        return "independently"
    if word.source == "#" and after is not None and after.start > word.end:
        return "number of"
    if word.source == "i" and before is not None and before.lemma in ("can", "could", "may", "should"):
        return quoted("I")  # `asked can i stop` is what the student asked
    if before is not None and before.source in ("I", "i") and before.tag == "o" and word.tag in "bx":
        return _third_person(word)
    if word.quantity is not None and after is not None and _describes(word, before, after):
        return re.sub(r"^([\d/.]+) (inch(?=es)|feet|[a-z]+?)(?:es(?<=ches)|s)?$", r"\1-\2", word.text)
    if word.source in signs:
        return signs[word.source]
    if after is not None and after.source == "." and word.source.lower() in rules("grammar")["shortened"]:
        return word.source if word.source[0].isupper() else word.text
    piece = piece_of(word, before if after is None or after.tag != "n" else None)
    unread = piece.lower() == word.source.lower() and piece[:1].isalpha() and leftover(piece)
    return quoted(word.source) if unread else piece


def _third_person(word: Word) -> str:
    """The verb behind `I`, which is printed as the therapist."""
    text = piece_of(word)
    first, *rest = text.split(" ")
    forms = {"am": "is", "have": "has", "do": "does"}
    changed = forms.get(first) or (lexicon().form_of(word.lemma, "z") if word.tag == "b" and word.entry else first)
    return " ".join([changed, *rest])


def _describes(word: Word, before: Word | None, after: Word) -> bool:
    """`a 50 min study hall`: the duration belongs to the thing."""
    timed = word.quantity is not None and word.quantity.kind in ("duration", "distance")
    return timed and before is not None and before.text in ("a", "an", "the") and after.tag == "n"


def _carries_level(word: Word) -> bool:
    """`soap HOH`, `flipped min A`, `6/8 SBA`: the level is how it was done."""
    if word.quantity is not None and word.quantity.kind == "ordinal":
        return False  # `coach's 2nd vc`
    particle = word.tag == "r" and word.text in ("on", "off", "up", "down", "back", "out", "over", "together")
    takes = word.lemma in ("need", "require", "have", "get", "give", "use", "take")
    return not takes and (word.tag in "nvzbeqgu" or particle) and word.text not in ("then", "no", "not")


def _tight(text: str, piece: str, before: Word | None, word: Word) -> bool:
    """Whether no space stands between: signs that cling, and what the jot itself wrote in one."""
    if "/" in (piece, text[-1]):
        return before is not None and before.end == word.start
    if piece[0] in _CLOSING or text[-1] in _OPENING:
        return True
    joined = before is not None and before.end == word.start
    return joined and (text[-1] == "-" or piece == "-")
