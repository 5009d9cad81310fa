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


_TITLED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Coach)\.?\s[A-Z](?:[\w'-]*\w|\b\.?(?=\s[a-z(]))?|(?:mr|mrs|ms)\.?\s[a-z](?:[\w'-]*\w)?)(?!\w)"
)
_INITIALS = re.compile(r"\b[A-Z]\.\s?[A-Z]\.(?!\w)")


def _title(source: str) -> str:
    """`ms k` -> `Ms. K`."""
    title, name = source.split(maxsplit=1)
    point = "." if title.lower() in ("mr", "mrs", "ms", "dr") else ""
    return f"{title.capitalize()}{point} {name[0].upper()}{name[1:]}"


# `4-step`, `2-inch`, `5-word`: a count that describes the noun behind it.
_MEASURED_ADJECTIVE = re.compile(r"(?<![\w.:/-])(\d{1,3})-(?!(?:min|mod|max)\b)[a-z]{3,}(?:-[a-z]+)*(?=\s+[A-Za-z])", re.IGNORECASE)


def analyse(text: str) -> tuple[Word, ...]:
    """All words of `text` in order; white space is left out, everything else is in some word."""
    fixed = sorted(_fixed(text), key=lambda word: word.start)
    shouting = sum(map(str.isupper, text)) > 2 * sum(map(str.islower, text))
    words: list[Word] = []
    position = 0
    for word in fixed:
        words += _loose(text, position, word.start, shouting)
        words.append(word)
        position = word.end
    words += _loose(text, position, len(text), shouting)
    return tuple(senses(text, _counted_cues(text, words)))


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


def _is_bare_cue(word: Word) -> bool:
    return word.tag == "C" and word.text.split()[0] in ("verbal", "tactile", "gestural", "visual", "physical", "partial", "full") and "/" not in word.text


def _counts_cue(word: Word, after: Word | None) -> bool:
    if word.quantity is None or not re.fullmatch(r"[x×]?\s?\d{1,2}[x×]?", word.source):
        return False
    return word.quantity.kind == "times" or (word.quantity.kind == "number" and (after is None or after.tag in ",.;/¶+)"))


def _counted_cue(text: str, cue: Word, count: Word) -> Word:
    amount = re.sub(r"\D", "", count.source)
    noun = cue.text if amount != "1" else re.sub(r"s$", "", cue.text)
    value = f"{amount} {re.sub(r's$', '', cue.text)}"
    level = replace(cue.level, spoken=f"{amount} {noun}", value=value, end=count.end) if cue.level else None
    return replace(cue, text=f"{amount} {noun}", end=count.end, source=text[cue.start : count.end], level=level)

def _fixed(text: str) -> list[Word]:
    """Quotations first, then levels and quantities outside them; where those overlap the longer wins."""
    taken = [
        Word(match[0], "Q", match.start(), match.end(), match[0])
        for match in _QUOTE.finditer(text)
        if _LETTERS.search(match[0])
    ]
    taken += [
        Word(_title(match[0]), "n", match.start(), match.end(), match[0], entry=Entry(_title(match[0]), "n", match[0].lower(), "count", "person", "none", actor="other_staff"))
        for match in _TITLED.finditer(text)
        if not any(other.start < match.end() and match.start() < other.end for other in taken)
    ]
    taken += [
        Word(match[0], "n", match.start(), match.end(), match[0], entry=Entry(match[0], "n", match[0], kind="name", article="none"))
        for match in _INITIALS.finditer(text)
        if not any(other.start < match.end() and match.start() < other.end for other in taken)
    ]
    taken += [
        Word(match[0].lower(), "a", match.start(), match.end(), match[0], quantity=Quantity("number", match.start(), match.end(), match[0], match[1]))
        for match in _MEASURED_ADJECTIVE.finditer(text)
        if not any(other.start < match.end() and match.start() < other.end for other in taken)
    ]
    found = [_level_word(level, text) for level in levels.find(text) if not _is_minutes(level, text)]
    found += [_quantity_word(quantity, text) for quantity in quantities.find(text)]
    for word in sorted(found, key=lambda word: (word.start - word.end, word.tag in "qu")):
        if all(word.end <= other.start or other.end <= word.start for other in taken):
            taken.append(word)
    return taken


def _is_minutes(level: Level, text: str) -> bool:
    """`1 min. A: board helps`: behind a number `min` is minutes."""
    return level.kind == "assist" and text[level.start :].lower().startswith("min") and text[: level.start].rstrip()[-1:].isdigit()


_LEVEL_TAGS = {"assist": "A", "independence": "I", "cue": "C"}


def _level_word(level: Level, text: str) -> Word:
    source = text[level.start : level.end]
    return Word(level.spoken, _LEVEL_TAGS[level.kind], level.start, level.end, source, level=level)


_GOES_ON = re.compile(r"\s+(?:\d|(?:of|per|each|for|w/|with|in|on|to|at|x|and|&)(?![A-Za-z]))")


def _quantity_word(quantity: Quantity, text: str) -> Word:
    """A point behind a unit belongs to it only inside a sentence (`10 min. then`)."""
    tag = "u" if quantity.adverbial else "q"
    end = quantity.end
    if text[end - 1] == "." and not _GOES_ON.match(text, end):
        end -= 1
    return Word(quantity.spoken, tag, quantity.start, end, text[quantity.start : end], quantity=quantity)


def _loose(text: str, start: int, end: int, shouting: bool) -> list[Word]:
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
            _hyphenated(text, position, end)
            or _longest_known(text, position, end)
            or _atom(text, position, end, shouting)
        )
        found = pair if pair and pair[-1].end >= word.end else [word]
        words += found
        position = found[-1].end
    return words


_CONTRACTED = re.compile(
    r"(?P<who>he|she|it|they|we|i|you|that|there|who|what)(?P<verb>['’](?:s|re|ll|ve|d|m))\b|"
    r"(?P<bare>hes|shes|thats|theyre|theres|ive|im|theyll)\b",
    re.IGNORECASE,
)
_SHORT_VERBS = {"s": ("is", "x"), "re": ("are", "x"), "ll": ("will", "m"), "ve": ("have", "x"), "d": ("would", "m"), "m": ("am", "x")}


def _contracted(text: str, start: int, end: int) -> list[Word]:
    """`she's`, `I'll`, `hes`: a subject and its verb, each with its own place."""
    match = _CONTRACTED.match(text, start, end)
    if not match:
        return []
    whole = match[0]
    tail = match["verb"] or next(whole[-len(form) :] for form in ("re", "ll", "ve", "s", "m") if whole.lower().endswith(form))
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
    limit = min(end, start + lex.longest)
    ends = [stop for stop in range(limit, start, -1) if _is_boundary(text, stop)]
    for stop in ends:
        source = text[start:stop]
        if source[-1].isspace() or (source[-1] == "." and len(source) > 1 and _ends_sentence(text, stop)):
            continue
        entries = lex.lookup(source) or lex.lookup(re.sub(r"[\s-]+", " ", source.replace("’", "'")))
        if entries:
            stop = _swallow_point(text, stop, end, entries)
            return _known(text, start, stop, entries)
    return None


def _is_boundary(text: str, stop: int) -> bool:
    """A word may end here: not between letters, nor before or behind an apostrophe inside a word."""
    if stop >= len(text):
        return True
    if text[stop] in "'’" and text[stop - 1].isalnum() and text[stop + 1 : stop + 2].isalpha():
        return False
    return not (text[stop - 1].isalnum() and text[stop].isalnum())


def _ends_sentence(text: str, stop: int) -> bool:
    """The point at `stop - 1` closes a sentence: nothing, a new line or a capital follows."""
    return bool(re.match(r"\s*(?:$|\n|[A-Z\"“])", text[stop:]))


def _swallow_point(text: str, stop: int, end: int, entries: tuple[Entry, ...]) -> int:
    """The point of an abbreviation inside a sentence (`approx. 5`) belongs to it."""
    inside = text[stop : stop + 1] == "." and _GOES_ON.match(text, stop + 1)
    return stop + 1 if entries[0].shorthand and inside else stop


def _known(text: str, start: int, stop: int, entries: tuple[Entry, ...]) -> Word:
    entry = entries[0]
    source = text[start:stop]
    return Word(_cased(source, entry), entry.tag, start, stop, source, entries, entry)


def _cased(source: str, entry: Entry) -> str:
    """The vocabulary's spelling; a proper noun that is also a plain word (`Will`) keeps its capital for `names`."""
    return entry.text


_LETTER_PAIR = re.compile(r"(?i:[a-z](?:/[a-z])+)(?![\w/])")


def _atom(text: str, start: int, end: int, shouting: bool) -> Word:
    letters = _LETTER_PAIR.match(text, start, end)
    if letters:
        return Word(letters[0], "n", start, letters.end(), letters[0], known=False)
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


_HYPHENATED = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})+(?![\w'’])")


def _hyphenated(text: str, start: int, end: int) -> Word | None:
    """`long-term`, `color-coded`: describes the noun behind it, else a noun itself; shorthand is no part of one."""
    match = _HYPHENATED.match(text, start, end)
    lex = lexicon()
    if not match or lex.knows(match[0]) or lex.knows(match[0].replace("-", " ")):
        return None
    parts = match[0].split("-")
    if any(all(entry.shorthand for entry in lex.lookup(part)) and lex.knows(part) for part in parts):
        return None
    if all(part[0].isupper() and part[1:].islower() for part in parts):
        name = Entry(match[0], "n", match[0].lower(), kind="name", article="none")
        return Word(match[0], "n", start, match.end(), match[0], entry=name)
    spelt, last = match[0].lower(), lex.nouns(parts[-1])
    number = last.number if last else "count"
    noun = Entry(spelt, "n", spelt, number, article="the" if number == "count" else "none")
    adjective = Entry(spelt, "a", spelt, kind="both")
    return Word(spelt, "a", start, match.end(), match[0], (adjective, noun), adjective)


_ENDINGS = (
    ("ly", "r"), ("ing", "g"), ("ed", "v"), ("ful", "a"), ("ous", "a"), ("able", "a"), ("ible", "a"),
    ("less", "a"), ("ish", "a"), ("ive", "a"), ("ical", "a"),
)  # fmt: skip


def _unknown(source: str, start: int, stop: int, written: str) -> Word:
    lower = source.lower().replace("’", "'")
    right = lexicon().misspelt.get(lower)
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
