"""A text -> its words as a note would print them, each with its tag and its exact place in the text.

Quotations, levels and quantities are one word each; shorthand is looked up longest first; what is left is
looked up as an ordinary word or guessed from its ending. `tagging` then settles words with several readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import levels, quantities
from .ambiguity import Ambiguity, senses
from .lexicon import Entry, lexicon
from .levels import Level
from .quantities import Quantity


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is the note's spelling, `source` the jot's own; `text_at[start:end] == source`."""

    text: str
    tag: str
    start: int
    end: int
    source: str
    entries: tuple[Entry, ...] = ()
    entry: Entry | None = None
    level: Level | None = None
    quantity: Quantity | None = None
    ambiguous: Ambiguity | None = None
    known: bool = True

    @property
    def kind(self) -> str:
        """The noun's class, the person's role holder `person`, the adjective's `of`; empty otherwise."""
        return self.entry.kind if self.entry else ""

    @property
    def lemma(self) -> str:
        return self.entry.lemma if self.entry else self.text.lower()


NEWLINE = "¶"
_QUOTE = re.compile(
    r"\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|(?<![\w])['‘](?=[^\s'])[^'\n]{0,200}?(?:(?<=\w)['’](?=\w)[^'\n]{0,200}?)*['’](?!\w)"
)
_ATOM = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|\s+|->|=>|→|>>|\.{2,}|[^\w\s]|_+", re.UNICODE)
_LETTERS = re.compile(r"[^\W\d_]")


def analyse(text: str) -> tuple[Word, ...]:
    """All words of `text` in order; white space is left out, everything else is in some word."""
    fixed = sorted(_fixed(text), key=lambda word: word.start)
    words: list[Word] = []
    position = 0
    for word in fixed:
        words += _loose(text, position, word.start)
        words.append(word)
        position = word.end
    words += _loose(text, position, len(text))
    return tuple(senses(text, words))


def _fixed(text: str) -> list[Word]:
    """Quotations first, then levels and quantities outside them; where those overlap the longer wins."""
    taken = [
        Word(match[0], "Q", match.start(), match.end(), match[0])
        for match in _QUOTE.finditer(text)
        if _LETTERS.search(match[0])
    ]
    found = [_level_word(level, text) for level in levels.find(text)]
    found += [_quantity_word(quantity, text) for quantity in quantities.find(text)]
    for word in sorted(found, key=lambda word: (word.start - word.end, word.tag in "qu")):
        if all(word.end <= other.start or other.end <= word.start for other in taken):
            taken.append(word)
    return taken


_LEVEL_TAGS = {"assist": "A", "independence": "I", "cue": "C"}


def _level_word(level: Level, text: str) -> Word:
    source = text[level.start : level.end]
    return Word(level.spoken, _LEVEL_TAGS[level.kind], level.start, level.end, source, level=level)


def _quantity_word(quantity: Quantity, text: str) -> Word:
    tag = "u" if quantity.adverbial else "q"
    source = text[quantity.start : quantity.end]
    return Word(quantity.spoken, tag, quantity.start, quantity.end, source, quantity=quantity)


def _loose(text: str, start: int, end: int) -> list[Word]:
    """The words between two fixed ones."""
    words: list[Word] = []
    position = start
    while position < end:
        if text[position] == "\n":
            words.append(Word("\n", NEWLINE, position, position + 1, "\n"))
        if text[position].isspace():
            position += 1
            continue
        word = _longest_known(text, position, end) or _atom(text, position, end)
        words.append(word)
        position = word.end
    return words


def _longest_known(text: str, start: int, end: int) -> Word | None:
    lex = lexicon()
    limit = min(end, start + lex.longest)
    ends = [stop for stop in range(limit, start, -1) if _is_boundary(text, stop)]
    for stop in ends:
        source = text[start:stop]
        if source[-1].isspace():
            continue
        entries = lex.lookup(source) or lex.lookup(re.sub(r"[\s-]+", " ", source.replace("’", "'")))
        if entries:
            stop = _swallow_point(text, stop, end, entries)
            return _known(text, start, stop, entries)
    return None


def _is_boundary(text: str, stop: int) -> bool:
    return stop >= len(text) or not (text[stop - 1].isalnum() and text[stop].isalnum())


def _swallow_point(text: str, stop: int, end: int, entries: tuple[Entry, ...]) -> int:
    """The point of an abbreviation inside a sentence (`approx. 5`) belongs to it."""
    inside = re.match(r"\.\s?(?=[a-z0-9])", text[stop:end])
    return stop + 1 if entries[0].shorthand and inside and text[stop + 1 : stop + 2].isspace() else stop


def _known(text: str, start: int, stop: int, entries: tuple[Entry, ...]) -> Word:
    entry = entries[0]
    source = text[start:stop]
    return Word(_cased(source, entry), entry.tag, start, stop, source, entries, entry)


def _cased(source: str, entry: Entry) -> str:
    """The vocabulary's spelling; a proper noun that is also a plain word (`Will`) keeps its capital for `names`."""
    return entry.text


def _atom(text: str, start: int, end: int) -> Word:
    match = _ATOM.match(text, start, end)
    source = match[0] if match else text[start]
    stop = start + len(source)
    if _LETTERS.match(source):
        return _unknown(source, start, stop)
    if source.isdigit():
        return Word(source, "q", start, stop, source, known=len(source) < 7)
    arrow = source in ("->", "=>", "→")
    return Word(source, ">" if arrow else source[0] if source.isascii() else "~", start, stop, source)


_ENDINGS = (
    ("ly", "r"), ("ing", "g"), ("ed", "v"), ("ful", "a"), ("ous", "a"), ("able", "a"), ("ible", "a"),
    ("less", "a"), ("ish", "a"), ("ive", "a"), ("ical", "a"),
)  # fmt: skip


def _unknown(source: str, start: int, stop: int) -> Word:
    lower = source.lower().replace("’", "'")
    right = lexicon().misspelt.get(lower)
    if right:
        entries = lexicon().lookup(right)
        if entries:
            return Word(right, entries[0].tag, start, stop, source, entries, entries[0])
        return Word(right, "n", start, stop, source)
    compound = _possessive(source, start, stop)
    if compound:
        return compound
    tag = next((tag for ending, tag in _ENDINGS if lower.endswith(ending) and len(lower) > len(ending) + 2), "n")
    known = _looks_like_a_word(source)
    if source[0].isupper() and not source.isupper() and tag in "nv":
        return Word(source, "n", start, stop, source, entry=Entry(source, "n", lower, kind="name", article="none"))
    if tag == "n":
        many = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
        entry = Entry(source, "n", lower, "plural" if many else "count", article="none" if many else "the")
        return Word(source, "n", start, stop, source, (entry,), entry, known=known)
    return Word(lower, tag, start, stop, source, (), Entry(lower, tag, lower), known=known)


def _possessive(source: str, start: int, stop: int) -> Word | None:
    """`aide's` -> `aide's` as a determiner."""
    base = re.match(r"(.+?)(?:'s|’s)$", source)
    if not base:
        return None
    entries = lexicon().lookup(base[1])
    owner = next((entry.text for entry in entries if entry.tag == "n"), base[1])
    prefix = "the " if entries and entries[0].article == "the" else ""
    return Word(f"{prefix}{owner}'s", "d", start, stop, source)


def _looks_like_a_word(source: str) -> bool:
    """Has a vowel, three letters or more and is not all capitals: else it is shorthand nobody taught us."""
    lower = source.lower()
    return len(source) > 2 and bool(re.search(r"[aeiouy]", lower)) and not (source.isupper() and len(source) < 6)


def retag(word: Word, tag: str) -> Word:
    """The same word in another of its readings."""
    entry = next((entry for entry in word.entries if entry.tag == tag), None)
    return replace(word, tag=tag, entry=entry, text=entry.text if entry else word.text)
