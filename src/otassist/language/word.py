"""One word of a text: what a note prints for it, what it is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .ambiguity import Ambiguity
from .levels import Level
from .lexicon import Entry
from .quantities import Quantity

NEWLINE = "¶"


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


def retag(word: Word, tag: str) -> Word:
    """The same word in another of its readings."""
    entry = next((entry for entry in word.entries if entry.tag == tag), None)
    text = entry.text if entry else word.text
    if word.tag == tag and word.entry is entry and word.text == text:
        return word
    return replace(word, tag=tag, entry=entry, text=text)
