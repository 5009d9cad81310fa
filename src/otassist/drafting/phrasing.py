"""Puts phrases together: the pieces a frame matched, with prepositions and parentheses where English wants them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..language import Word
from .chunks import Chunk, chunked, shape
from .spelling import Voice, spelt

STUDENT = "{S}"


@dataclass(frozen=True, slots=True)
class Parts:
    """A statement ready for the frames: opening phrases apart from the rest."""

    front: tuple[Chunk, ...]
    main: tuple[Chunk, ...]
    actor: str
    voice: Voice

    @property
    def shape(self) -> str:
        return shape(self.main)


def opened(words: Sequence[Word], actor: str, voice: Voice) -> Parts:
    """Opening phrases split off, up to the first comma or the main clause."""
    chunks = list(chunked(words))
    front: list[Chunk] = []
    while len(chunks) > 1 and chunks[0].tag in "PSu," and _can_front(chunks):
        front.append(chunks.pop(0))
    while front and chunks and chunks[0].tag == ",":
        chunks.pop(0)
    return Parts(tuple(front), tuple(chunks), actor, voice)


def _can_front(chunks: Sequence[Chunk]) -> bool:
    if "".join(chunk.tag for chunk in chunks[1:]) in ("q", "u"):
        return False
    return any(chunk.tag in "nKovzbmxgaeAICq" for chunk in chunks[1:])


Builder = Callable[[Parts, re.Match[str]], Iterator[str]]


def text_of(parts: Parts, match: re.Match[str], group: str, *, student_acts: bool = True) -> str:
    """The phrases of a group; a tail goes on from what stands before it, any other group stands alone."""
    start, end = match.span(group)
    before = parts.main[start - 1].tag if group == "tail" and start else "x"
    return phrase(parts.main[start:end], parts.voice, student_acts=student_acts, opening=before)


def chunks_of(parts: Parts, match: re.Match[str], group: str) -> Sequence[Chunk]:
    start, end = match.span(group)
    return parts.main[start:end]


def joined(*parts: str) -> str:
    text = " ".join(part for part in parts if part)
    return text.replace(" ,", ",")


def phrase(chunks: Sequence[Chunk], voice: Voice, *, student_acts: bool = True, opening: str = "n") -> str:
    """Several phrases in a row; a level without preposition gets `with`, independence becomes its adverb."""
    text = ""
    for index, chunk in enumerate(chunks):
        after = chunks[index - 1].tag if index else opening
        if opening == "V" and index == 1 and after == "r":
            after = "V"
        piece = _in_tail(chunk, after, voice, student_acts)
        if piece.startswith("in the ") and text.rsplit(" ", 1)[-1] in ("in", "during", "for", "within"):
            piece = piece.removeprefix("in ")
        glue = not text or piece in (",", ")", ":", "/") or text.endswith(("(", "/"))
        text += piece if glue else f" {piece}"
    return text


def _in_tail(chunk: Chunk, after: str, voice: Voice, student_acts: bool) -> str:
    text = spelt(chunk, voice, student_acts=student_acts)
    if chunk.tag in "AC" and after in "nrPu,ZqKw":
        return f"with {text}"
    if chunk.tag == "I" and after not in "xaN":
        return {"independent": "independently", "dependent": "with full dependence"}.get(
            text, f"with {text.replace('independent', 'independence')}"
        )
    first = chunk.words[0].quantity
    if chunk.tag == "q" and first and first.kind == "duration" and after == "V":
        return text if text.startswith("for ") else f"for {text}"
    if chunk.tag in "qK" and after == "n" and first and first.kind in ("ratio", "percent"):
        return f"({text})"
    return text


def was(chunk: Chunk) -> str:
    return "were" if is_plural(chunk) else "was"


def is_plural(chunk: Chunk) -> bool:
    """Several things: joined by `and`, a plural head, or a count above one."""
    if any(word.text in ("and", "&", "+") for word in chunk.words):
        return True
    of = next((index for index, word in enumerate(chunk.words) if word.text == "of"), 0)
    if of and chunk.words[of - 1].tag == "n":
        return is_plural(Chunk(chunk.tag, chunk.words[:of]))
    counts = [word for word in chunk.words if word.quantity]
    if counts and chunk.words[-1] is counts[-1]:
        return (
            counts[-1].quantity is not None
            and counts[-1].quantity.value != "1"
            and counts[-1].quantity.kind == "number"
        )
    first_count = counts[0].quantity if counts and chunk.words[0] is counts[0] else None
    if first_count and first_count.kind in ("number", "duration", "distance", "measure") and chunk.words[-1].tag == "n":
        return first_count.value.split()[0] not in ("1", "1/2", "1/4")
    head = chunk.words[-1]
    first = next(
        (
            word
            for index, word in enumerate(chunk.words)
            if index + 1 < len(chunk.words) and chunk.words[index + 1].text == "of"
        ),
        None,
    )
    head = first if first is not None and first.tag == "n" else head
    if head.kind == "person" and head.text.endswith("s") and not head.text.endswith("ss"):
        return True
    if head.tag == "C":
        return head.text.endswith("s")
    return head.entry is not None and head.entry.number == "plural"


def is_person(chunk: Chunk) -> bool:
    return chunk.tag == "o" or chunk.words[-1].kind in ("person", "name")
