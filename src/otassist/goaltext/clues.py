"""What the second reader goes by: the words around a piece, the marks around its stretch, the rules' own words.

A clue is a short text such as `w=given` or `-1t=n`; data/second_reader.tsv holds how much each tells for each label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ..language.lexicon import lexicon
from .criteria import cores
from .cues import rules
from .pieces import Piece, Stretch, pieces, stretches
from .recorders import is_person
from .times import letters
from .tokens import is_number, tokens
from .verbs import base, deed_of

OFFSETS = (0, -1, 1, -2, 2, -3, 3, 4)
_FIGURE = re.compile(r"\d")


Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clues:
    """`own` has the clues of each piece in groups, `shared` those of all pieces of a stretch; `cut` are the pieces.

    Groups come back in other goals, so what one tells is worked out once (labelling.py).
    """

    cut: list[Piece]
    shared: list[tuple[Stretch, Group]]
    own: list[list[Group]]


def clues(text: str) -> Clues:
    """Every clue of a goal but those of words (`of_word`), which are the same in any goal."""
    cut = pieces(text)
    found = stretches(cut)
    own: list[list[Group]] = [[] for _ in cut]
    _of_neighbours(cut, own)
    _of_places(cut, found, own)
    _of_cores(text, cut, own)
    _of_times(text, cut, own)
    _of_deeds(text, cut, own)
    return Clues(cut, list(_shared(cut, found)), own)


def every(text: str) -> tuple[list[Piece], list[list[str]]]:
    """All clues of each piece, for learning."""
    told = clues(text)
    lists = [[clue for group in own for clue in group] for own in told.own]
    for stretch, shared in told.shared:
        for index in range(stretch.first, stretch.last):
            lists[index] += shared
    for index, row in enumerate(lists):
        row.append("b")
        for offset in OFFSETS:
            place = index + offset
            row += of_word(told.cut[place].text, offset) if 0 <= place < len(lists) else (f"{offset}$",)
    return told.cut, lists


@lru_cache(maxsize=65_536)
def of_word(text: str, offset: int) -> tuple[str, ...]:
    """What a word tells about the piece that stands `offset` pieces before it; less the farther it is."""
    wanted = {0: "", 1: "wtklnpim", 2: "wtlnp"}.get(abs(offset), "wl")
    return tuple(f"{offset or ''}{clue}" for clue in _word(text) if not wanted or clue[0] in wanted)


@lru_cache(maxsize=20_000)
def _word(text: str) -> tuple[str, ...]:
    word = text.lower().replace("’", "'")
    entries = lexicon().lookup(word) or (lexicon().lookup(word.split("'")[0]) if "'" in word else ())
    told = ["w=" + _plain(word), "t=" + _tags(word)]
    told += [f"k={kind}" for kind in sorted({entry.kind for entry in entries if entry.tag == "n" and entry.kind})]
    letter = letters((word,))[0]
    told += [f"l={letter}"] if letter != "?" else []
    told += ["num"] if is_number(word) else []
    told += ["person"] if any(map(str.isalpha, word)) and is_person(word) else []
    told += [f"in={name}" for name in _lists().get(word, ())]
    told.append("s=" + _shape(text))
    told += [f"x={word[-3:]}"] if word.isalpha() and len(word) > 3 else []
    told += ["percent"] if word.endswith("%") else []
    told += [f"m={lemma}" for lemma in sorted({entry.lemma for entry in entries})]
    return tuple(told)


@cache
def _plain(word: str) -> str:
    return _FIGURE.sub("0", word)


@lru_cache(maxsize=20_000)
def _tags(word: str) -> str:
    entries = lexicon().lookup(word) or (lexicon().lookup(word.split("'")[0]) if "'" in word else ())
    return "".join(sorted({entry.tag for entry in entries}))


def _shape(text: str) -> str:
    shape = re.sub("[a-z]", "a", re.sub("[A-Z]", "A", _FIGURE.sub("0", text)))
    return re.sub(r"(.)\1+", r"\1\1", shape)


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """A word -> the word lists of the rules that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for file in ("acts", "baselines", "records", "conditions", "cues"):
        for name, entries in _flat(rules(file), file):
            single = {entry.lower() for entry in entries if re.fullmatch(r"[\w'&-]+", entry)}
            for word in sorted(single) if len(single) > 2 else ():
                found[word] = (*found.get(word, ()), name)
    return found


def _flat(table: object, name: str) -> Iterator[tuple[str, Sequence[str]]]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from _flat(value, f"{name}.{key}")
    elif isinstance(table, list) and all(isinstance(entry, str) for entry in table):
        yield name, table


_grouped = lru_cache(maxsize=65_536)


def _of_neighbours(cut: Sequence[Piece], own: Sequence[list[Group]]) -> None:
    """Pairs of words, pairs and threes of their kinds."""
    held = [piece.word for piece in cut]
    for index, pair in enumerate(pairwise(held)):
        ahead, behind = _pair(*pair)
        own[index].append(ahead)
        own[index + 1].append(behind)
    for row, *three in zip(own, held, held[1:], held[2:], strict=False):
        row.append(_three(*map(_tags, three)))


@_grouped
def _pair(word: str, after: str) -> tuple[Group, Group]:
    """What two words side by side tell of the first and of the second."""
    words, kinds = f"{_plain(word)} {_plain(after)}", f"{_tags(word)} {_tags(after)}"
    return (f"+{words}", f"t+{kinds}"), (f"-{words}", f"t-{kinds}")


@_grouped
def _three(one: str, two: str, three: str) -> Group:
    return (f"t3{one} {two} {three}",)


def _of_places(cut: Sequence[Piece], found: Sequence[Stretch], own: Sequence[list[Group]]) -> None:
    """Where in its stretch a piece stands, and whether `will` came before it."""
    willed = False
    for stretch in found:
        for index in range(stretch.first, stretch.last):
            word = cut[index].word
            own[index].append(_place(min(index - stretch.first, 6), stretch.counts, stretch.before))
            own[index].append(_willed(willed, word))
            willed = willed or word in ("will", "shall")


@_grouped
def _place(place: int, counts: bool, before: str) -> Group:
    return f"at{place}", f"at{min(place, 3)}{counts:d}{before}"


@_grouped
def _willed(willed: bool, word: str) -> Group:
    return f"will{willed:d}", f"will{willed:d}{_plain(word)}"


def _shared(cut: Sequence[Piece], found: Sequence[Stretch]) -> Iterator[tuple[Stretch, Group]]:
    """The words that open and close a stretch, its marks, and on which side of `will` it stands."""
    last = max((index for index, stretch in enumerate(found) if stretch.willed), default=-1)
    before = False
    for index, stretch in enumerate(found):
        side = f"{before:d}{stretch.willed:d}{index < last:d}"
        first, final = _plain(cut[stretch.first].word), _plain(cut[stretch.last - 1].word)
        second = _plain(cut[stretch.first + 1].word) if stretch.last - stretch.first > 1 else ""
        yield (
            stretch,
            (
                f"before{stretch.before}",
                f"after{stretch.after}",
                f"first={first}",
                f"first={first} {second}",
                f"last={final}",
                f"counts{stretch.counts:d}",
                f"side{side}",
                f"side{side}{stretch.before}",
                f"side{side}{first}",
            ),
        )
        before = before or stretch.willed


def _of_cores(text: str, cut: Sequence[Piece], own: Sequence[list[Group]]) -> None:
    """Inside what looks like a measure (data/criteria.toml)."""
    index = 0
    for core in cores(text):
        while index < len(cut) and cut[index].end <= core.start:
            index += 1
        first = index
        while index < len(cut) and cut[index].start < core.end:
            own[index].append(_core(core.kind, int(core.weight), index == first))
            index += 1


@_grouped
def _core(kind: str, weight: int, first: bool) -> Group:
    return ("core", f"core={kind}", f"core{weight}", *(("core|",) if first else ()))


def _of_times(text: str, cut: Sequence[Piece], own: Sequence[list[Group]]) -> None:
    """The letters of times (times.py) of a piece and of those beside it."""
    run = tokens(text)
    if not run:
        return
    told, starts = letters(tuple(token.word for token in run))
    at: dict[int, str] = {}
    for letter, first, last in zip(told, starts, (*starts[1:], len(run)), strict=True):
        for token in run[first : max(last, first + 1)]:
            at[token.start] = letter
    row = "".join(at.get(piece.start, "?") for piece in cut)
    for index, letter in enumerate(row):
        own[index].append(_timed(letter, row[max(0, index - 1) : index + 2], row[index + 1 : index + 4]))


@_grouped
def _timed(letter: str, around: str, ahead: str) -> Group:
    return (*((f"L{letter}",) if letter != "?" else ()), f"L3{around}", f"L+{ahead}")


_LEADING = frozenset(("will", "to", "shall", "can", "he", "she", "student", "and", "should", "not", "able"))


def _of_deeds(text: str, cut: Sequence[Piece], own: Sequence[list[Group]]) -> None:
    """What kind of act a verb in its place is (data/acts.toml), told to the three pieces behind it too."""
    before = "^"
    for index, piece in enumerate(cut):
        if (before in _LEADING or not before[0].isalnum()) and base(piece.word) == piece.word:
            deed = deed_of(text[piece.start : piece.start + 70])
            own[index].append(_deed(deed, before))
            for behind in range(index + 1, min(index + 4, len(cut))):
                own[behind].append(_deed_behind(behind - index, deed))
        before = piece.word


@_grouped
def _deed(deed: str, before: str) -> Group:
    return f"deed={deed}", f"deed={deed} {before}"


@_grouped
def _deed_behind(count: int, deed: str) -> Group:
    return (f"deed{count}={deed}",)
