"""Words the vocabulary does not know: guessed from their ending, corrected where misspelt, signs as they are."""

from __future__ import annotations

import re

from .ambiguity import is_ambiguous
from .lexicon import Entry, lexicon
from .word import Word

_ATOM = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|\s+|->|=>|→|>>|\.{2,}|[^\w\s]|_+", re.UNICODE)
_LETTERS = re.compile(r"[^\W\d_]")
_LETTER_PAIR = re.compile(r"(?i:[a-z](?:/[a-z])+|[a-z]-[a-z])(?![\w/-])")
_ENDINGS = (
    ("ly", "r"), ("ing", "g"), ("ed", "v"), ("ful", "a"), ("ous", "a"), ("able", "a"), ("ible", "a"),
    ("less", "a"), ("ish", "a"), ("ive", "a"), ("ical", "a"),
)  # fmt: skip


def atom(text: str, start: int, end: int, shouting: bool) -> Word:
    match = _ATOM.match(text, start, end)
    source = match[0] if match else text[start]
    stop = start + len(source)
    if source == "@":
        return Word("at", "p", start, stop, source)
    if _LETTERS.match(source):
        return _unknown(source.lower() if shouting else source, start, stop, source)
    if source.isdigit():
        return Word(source, "q", start, stop, source, known=len(source) < 7)
    arrow = source in ("->", "=>", "→")
    return Word(source, ">" if arrow else source[0] if source.isascii() else "~", start, stop, source)


def letter_pair(text: str, start: int, end: int) -> Word | None:
    """`b/d`, `a/o/g`: letters the student mixes up; `w/o` is none, `c/o` is for `ambiguity` to settle."""
    match = _LETTER_PAIR.match(text, start, end)
    if not match or lexicon().knows(match[0]):
        return None
    if is_ambiguous(match[0]):
        return Word(match[0], "n", start, match.end(), match[0], known=False)
    entry = Entry(match[0], "n", match[0].lower(), "plural", "letter", "none")
    return Word(match[0], "n", start, match.end(), match[0], entry=entry, known=False)


def _unknown(source: str, start: int, stop: int, written: str) -> Word:
    lower = source.lower().replace("’", "'")
    right = lexicon().misspelt.get(lower) or _swapped(lower)
    if right:
        entries = lexicon().lookup(right)
        if entries:
            return Word(right, entries[0].tag, start, stop, written, entries, entries[0])
        return Word(right, "n", start, stop, written)
    compound = _possessive(source, start, stop)
    if compound:
        return compound
    tag = next((tag for ending, tag in _ENDINGS if lower.endswith(ending) and len(lower) > len(ending) + 2), "n")
    known = _looks_like_a_word(source)
    if source[0].isupper() and not source.isupper() and tag in "nv":
        return Word(source, "n", start, stop, written, entry=Entry(source, "n", lower, kind="name", article="none"))
    if tag == "n":
        many = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
        entry = Entry(source, "n", lower, "plural" if many else "count", article="none" if many else "the")
        return Word(source, "n", start, stop, written, (entry,), entry, known=known)
    return Word(lower, tag, start, stop, written, (), Entry(lower, tag, lower), known=known)


def _swapped(word: str) -> str | None:
    """`cpoied`, `frist`: two letters changed places, and only one word can be meant."""
    if len(word) < 5 or not word.isalpha():
        return None
    forms = {word[:index] + word[index + 1] + word[index] + word[index + 2 :] for index in range(len(word) - 1)}
    known = [form for form in forms - {word} if lexicon().knows(form)]
    return known[0] if len(known) == 1 else None


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
    """Has a vowel, three letters or more and is not all capitals, or is one capital: else it is unknown shorthand."""
    lower = source.lower()
    if len(source) == 1 and source.isupper():
        return True  # `plan B`, `M is 20`: a letter stands for itself
    return len(source) > 2 and bool(re.search(r"[aeiouy]", lower)) and not (source.isupper() and len(source) < 6)
