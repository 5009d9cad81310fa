"""The words between fixed ones: contractions, hyphenated words, known forms longest first, and the rest."""

from __future__ import annotations

import re

from .fixed_words import GOES_ON
from .lexicon import OPENING, Entry, lexicon
from .tables import rules
from .unknown_words import atom, letter_pair
from .word import NEWLINE, Word

_CONTRACTED = re.compile(
    r"(?P<who>he|she|it|they|we|i|you|that|there|who|what)(?P<verb>['’](?:s|re|ll|ve|d|m))\b|"
    r"(?P<bare>hes|shes|thats|theyre|theres|ive|im|theyll)\b",
    re.IGNORECASE,
)
_SHORT_VERBS = {
    "s": ("is", "x"),
    "re": ("are", "x"),
    "ll": ("will", "m"),
    "ve": ("have", "x"),
    "d": ("would", "m"),
    "m": ("am", "x"),
}
_HYPHENATED = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})+(?![\w'’])")
_OPENS = re.compile(r"\s*(?:$|\n|[A-Z\"“])")
_NUMBERED = frozenset(rules("grammar")["before_numbers"])
_GAP = re.compile(r"[\s-]+")


def loose(text: str, start: int, end: int, shouting: bool) -> list[Word]:
    """The words between two fixed ones."""
    words: list[Word] = []
    position = start
    while position < end:
        if text[position] == "\n":
            words.append(Word("\n", NEWLINE, position, position + 1, "\n"))
        if text[position].isspace():
            position += 1
            continue
        pair = _contracted(text, position, end)
        word = (
            letter_pair(text, position, end)
            or _hyphenated(text, position, end)
            or _longest_known(text, position, end)
            or atom(text, position, end, shouting)
        )
        found = pair if pair and pair[-1].end >= word.end else [word]
        words += found
        position = found[-1].end
    return words


def _contracted(text: str, start: int, end: int) -> list[Word]:
    """`she's`, `I'll`, `hes`: a subject and its verb, each with its own place."""
    match = _CONTRACTED.match(text, start, end)
    if not match:
        return []
    whole = match[0]
    tail = match["verb"] or next(
        whole[-len(form) :] for form in ("re", "ll", "ve", "s", "m") if whole.lower().endswith(form)
    )
    cut = start + len(whole) - len(tail)
    verb, tag = _SHORT_VERBS[tail.strip("'’").lower()]
    who = text[start:cut]
    subject = "I" if who.lower() == "i" else who.lower()
    return [
        Word(subject, "o", start, cut, who, entry=Entry(subject, "o", subject)),
        Word(verb, tag, cut, match.end(), text[cut : match.end()], entry=Entry(verb, tag, verb)),
    ]


def _longest_known(text: str, start: int, end: int) -> Word | None:
    lex = lexicon()
    for stop in reversed(_ends(text, start, end)):
        source = text[start:stop]
        if source[-1].isspace() or "\n" in source:
            continue
        if source[-1] == "." and len(source) > 1 and _ends_sentence(text, stop):
            continue
        entries = lex.lookup(source) or lex.lookup(_GAP.sub(" ", source.replace("’", "'")))
        if entries:
            return _known(text, start, _swallow_point(text, stop, end, entries), entries)
    return None


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where a known form that begins at `start` may end; a gap of any width counts as one character."""
    lex = lexicon()
    opening = OPENING.match(text, start)
    begins = opening[0] if opening else text[start].replace("’", "'")
    reach, wide = lex.reach(begins), 0
    found: list[int] = []
    for stop in range(start + len(begins), min(end, start + lex.longest) + 1):
        wide += _in_gap(text[stop - 1]) and stop - 2 >= start and _in_gap(text[stop - 2])
        if stop - start - wide > reach:
            break
        if _is_boundary(text, stop):
            found.append(stop)
    return found


def _in_gap(char: str) -> bool:
    return char == "-" or char.isspace()


def _is_boundary(text: str, stop: int) -> bool:
    """A word may end here: not between letters, nor before or behind an apostrophe inside a word."""
    if stop >= len(text):
        return True
    if text[stop] in "'’" and text[stop - 1].isalnum() and text[stop + 1 : stop + 2].isalpha():
        return False
    return not (text[stop - 1].isalnum() and text[stop].isalnum())


def _ends_sentence(text: str, stop: int) -> bool:
    """The point at `stop - 1` closes a sentence: nothing, a new line or a capital follows."""
    return _OPENS.match(text, stop) is not None


def _swallow_point(text: str, stop: int, end: int, entries: tuple[Entry, ...]) -> int:
    """The point of an abbreviation inside a sentence (`approx. 5`) belongs to it."""
    goes_on = GOES_ON.match(text, stop + 1) if text[stop : stop + 1] == "." else None
    inside = goes_on is not None and (not goes_on[0][-1].isdigit() or entries[0].text in _NUMBERED)
    return stop + 1 if entries[0].shorthand and inside else stop


def _known(text: str, start: int, stop: int, entries: tuple[Entry, ...]) -> Word:
    entry = entries[0]
    source = text[start:stop]
    return Word(entry.text, entry.tag, start, stop, source, entries, entry)


def _hyphenated(text: str, start: int, end: int) -> Word | None:
    """`long-term`, `color-coded`: describes the noun behind it, else a noun itself; shorthand is no part of one."""
    match = _HYPHENATED.match(text, start, end)
    lex = lexicon()
    if not match or lex.knows(match[0]) or lex.knows(match[0].replace("-", " ")):
        return None
    parts = match[0].split("-")
    whole = parts[1:] if parts[0].lower() in rules("grammar")["prefixes"] else parts
    if any(all(entry.shorthand for entry in lex.lookup(part)) and lex.knows(part) for part in whole):
        return None
    if all(part[0].isupper() and part[1:].islower() for part in parts):
        name = Entry(match[0], "n", match[0].lower(), kind="name", article="none")
        return Word(match[0], "n", start, match.end(), match[0], entry=name)
    spelt, last = match[0].lower(), lex.nouns(parts[-1])
    number = last.number if last else "count"
    noun = Entry(spelt, "n", spelt, number, article="the" if number == "count" else "none")
    adjective = Entry(spelt, "a", spelt, kind="both")
    return Word(spelt, "a", start, match.end(), match[0], (adjective, noun), adjective)
