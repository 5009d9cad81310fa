"""Groups a statement's words into phrases: noun phrases, prepositional phrases, clauses behind `when` and `if`.

The shape of a statement is then a short string, one letter a phrase, which `frames` matches. Letters as in
language/lexicon.py, where n is now a whole noun phrase, K one that counts (`3/5 sentences`), Z a parenthesis,
P a prepositional phrase and S a subordinate clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..language import Word
from ..language.tables import rules

_NOUN_PHRASE = re.compile(
    r"(?:(?:q?dq?|q|d?u(?=[aen]))(?:r?[aeg](?=[aegnqd/-]))*|(?:r?[ae](?=[aenqd/-]))*)(?:n|Q(?=n))+(?:[/&]n+)*|Q|d[ae](?![naegq])|dq?|q"
)
_PARTICLES = {"up", "down", "off", "on", "in", "over", "out"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase; `head` is the word that decides its article and number."""

    tag: str
    words: tuple[Word, ...]

    @property
    def head(self) -> Word:
        nouns = [word for word in self.words if word.tag in "nQqAC"]
        return nouns[-1] if nouns else self.words[-1]


def chunked(words: Sequence[Word]) -> tuple[Chunk, ...]:
    """The phrases of a statement in order; no word is lost."""
    chunks = _coordinated(_noun_phrases(words))
    chunks = _prepositional(_timed(chunks))
    return tuple(_subordinate(chunks))


def shape(chunks: Sequence[Chunk]) -> str:
    return "".join(chunk.tag for chunk in chunks)


def _noun_phrases(words: Sequence[Word]) -> list[Chunk]:
    chunks: list[Chunk] = []
    tags = "".join(word.tag for word in words)
    position = 0
    while position < len(words):
        if tags[position] == "(" and ")" in tags[position:]:
            close = tags.index(")", position) + 1
            chunks.append(Chunk("Z", tuple(words[position:close])))
            position = close
            continue
        match = _NOUN_PHRASE.match(tags, position)
        if match and match.end() > position and _is_nominal(words[position : match.end()]):
            held = tuple(words[position : match.end()])
            position = match.end()
            if position < len(words) and _is_numbered(held[-1], words[position]):
                held += (words[position],)
                position += 1
            chunks.append(Chunk(_nominal_tag(match[0]), held))
        else:
            chunks.append(Chunk(tags[position], (words[position],)))
            position += 1
    return _of(chunks)


def _is_numbered(noun: Word, number: Word) -> bool:
    """`day 3`, `room 114`, `trial 2`: the number names the thing."""
    plain = number.quantity is not None and number.quantity.kind == "number"
    return plain and noun.lemma in rules("wording")["numbered"]["nouns"] and noun.text != noun.lemma + "s"


def _nominal_tag(tags: str) -> str:
    """q a bare quantity, K a counted thing (`3/5 sentences`), n any other noun phrase."""
    if tags == "Q":
        return "Q"
    if tags in ("q", "dq"):
        return "q"
    return "K" if tags.lstrip("d")[:1] in ("q", "u") else "n"


def _is_nominal(words: Sequence[Word]) -> bool:
    """A determiner alone is a noun phrase only where it can stand for one (`both`, `all`)."""
    return (
        len(words) > 1
        or words[0].tag in "nQq"
        or words[0].text in ("all", "both", "most", "some", "none", "this", "that", "same", "these")
    )


def _of(chunks: list[Chunk]) -> list[Chunk]:
    """`60% of letters`, `2 of them`, `pair of scissors`: one noun phrase."""
    result: list[Chunk] = []
    for chunk in chunks:
        if chunk.tag in "noKq" and len(result) >= 2 and result[-1].words[0].text == "of" and result[-2].tag in "nqK":
            of, whole = result.pop(), result.pop()
            result.append(Chunk("n" if whole.tag == "n" else "K", whole.words + of.words + chunk.words))
        else:
            result.append(chunk)
    return result


def _coordinated(chunks: list[Chunk]) -> list[Chunk]:
    """`dycem + book holder`, `coat and shoes`, `red, blue and green`: one noun phrase, unless a verb follows alone."""
    result: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.tag in "nK":
            while _links(chunks, index) and not _new_clause(chunks, index + 2):
                chunk = Chunk(chunk.tag, chunk.words + chunks[index + 1].words + chunks[index + 2].words)
                index += 2
        result.append(chunk)
        index += 1
    return result


def _links(chunks: list[Chunk], index: int) -> bool:
    if index + 2 >= len(chunks) or chunks[index + 2].tag not in "nK":
        return False
    link = chunks[index + 1].words[0]
    if link.text == "," and chunks[index].tag + chunks[index + 2].tag != "nn":
        return False
    return link.text in ("and", "or", "&", "+", "/", ",") and len(chunks[index + 1].words) == 1


def _new_clause(chunks: list[Chunk], index: int) -> bool:
    """A noun phrase that is the subject of its own verb begins a clause, unless the whole list is the subject."""
    follows = chunks[index + 1].tag if index + 1 < len(chunks) else ""
    earlier = any(chunk.tag in "zvmx" for chunk in chunks[:index]) or chunks[index - 1].words[0].text == ","
    return bool(follows) and follows in "zvmxAICqK" and earlier


def _timed(chunks: list[Chunk]) -> list[Chunk]:
    """`friday`, `next week` behind something else says when."""
    chunks = _spans_of_time(chunks)
    return [
        Chunk("u", chunk.words)
        if index
        and chunk.tag == "n"
        and chunks[index - 1].tag not in "pt"
        and chunk.head.lemma.lower() in rules("wording")["times"]["nouns"]
        else chunk
        for index, chunk in enumerate(chunks)
    ]


def _spans_of_time(chunks: list[Chunk]) -> list[Chunk]:
    """`last 10 min`: one phrase that says when."""
    result: list[Chunk] = []
    for chunk in chunks:
        quantity = chunk.words[0].quantity
        if result and chunk.tag == "q" and quantity and quantity.kind == "duration" and _is_last(result[-1]):
            result[-1] = Chunk("u", result[-1].words + chunk.words)
        else:
            result.append(chunk)
    return result


def _is_last(chunk: Chunk) -> bool:
    return len(chunk.words) == 1 and chunk.words[0].text.lower() in ("last", "first", "next", "final")


def _prepositional(chunks: list[Chunk]) -> list[Chunk]:
    """Preposition and what it governs; a stranded one stays a particle (`shakes out`)."""
    result: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        after = chunks[index + 1] if index + 1 < len(chunks) else None
        if chunk.tag in "pt" and after is not None and _governs(chunk, after):
            result.append(Chunk("P", chunk.words + after.words))
            index += 2
        elif chunk.tag == "p" and chunk.words[0].text == "with" and after is not None and after.tag == "I":
            result.append(after)
            index += 2
        elif chunk.tag == "p" and after is not None and after.tag == "g":
            stop = index + 2
            while stop < len(chunks) and chunks[stop].tag in "norKev":
                stop += 1
            result.append(Chunk("P", tuple(word for part in chunks[index:stop] for word in part.words)))
            index = stop
        elif chunk.tag == "p":
            result.append(Chunk("r", chunk.words))
            index += 1
        else:
            result.append(chunk)
            index += 1
    return result


def _governs(chunk: Chunk, after: Chunk) -> bool:
    """A particle (`up`, `off`) takes things only, `to` no adverb; any other preposition takes quantities too."""
    if chunk.words[0].text in _PARTICLES or chunk.tag == "t":
        return after.tag in "noK" or (chunk.tag == "t" and after.tag in "qQ")
    if after.tag in "AC" and chunk.words[0].text not in _LEVEL_LINKS:
        return False
    return after.tag in "noACqKu"


_LEVEL_LINKS = frozenset(
    ["with", "without", "given", "for", "from", "to", "by", "after", "despite", "of", "via", "per", "following"]
)


def _subordinate(chunks: list[Chunk]) -> list[Chunk]:
    """From `when` or `if` to the next comma, the main verb or the end; `since fall` is only a phrase."""
    result: list[Chunk] = []
    index = 0
    while index < len(chunks):
        if chunks[index].tag != "s":
            result.append(chunks[index])
            index += 1
            continue
        stop = _clause_end(chunks, index)
        words = tuple(word for part in chunks[index:stop] for word in part.words)
        result.append(Chunk("S" if len(words) > 1 else "r", words))
        index = stop
    return result


def _clause_end(chunks: list[Chunk], start: int) -> int:
    """Where the clause opened at `start` ends: a second verb without its own subject is the main one."""
    timed = chunks[start].words[0].text in ("since", "after", "before", "until", "by")
    if timed and start + 2 < len(chunks) and chunks[start + 1].tag in "nK":
        thing = chunks[start + 1].words[-1].kind not in ("person", "name")
        if chunks[start + 2].tag == "o" or (thing and chunks[start + 2].tag in "vz"):
            return start + 2
    has_verb = False
    for index in range(start + 1, len(chunks)):
        tag = chunks[index].tag
        if tag in ",>;:":
            return index
        if has_verb and tag in "zvmx" and chunks[index - 1].tag not in "conwsrNxm":
            return index
        has_verb = has_verb or tag in "zvbegmx"
    return len(chunks)
