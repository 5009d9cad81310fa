"""The acts of the school day that a jot can name, each with the words it is named by (data/school_acts.csv).

A goal is about the act that the jot itself names: `leaves seat x6` is about staying at the seat, whatever the bank
holds. The words of an act are groups, one word of each of which has to stand in the sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product

from ..domain import Area
from ..language.tables import table

Token = str
_TOKEN = re.compile(r"\d+(?:[./]\d+)?|[a-z]+(?:'[a-z]+)?|//|[/+#|]")
_GAP = 2
"""Words that may stand between two that belong together: `loses his place`."""


@dataclass(frozen=True, slots=True)
class SchoolAct:
    """An act as the behaviour of a goal, what measures it, and how a goal on it reads where the jot is silent."""

    act: str
    area: Area
    takes: str  # measures: s share, l lasting, u until (of both the first rules), p pace, d way, e fewer events, a help
    unit: str  # what a share is counted in, in the plural
    event: str  # what should become less, in the plural
    usual: str  # the criterion where nothing was measured
    place: str  # where it is done, unless the jot says so; without `~` always
    who: str  # who counts: tally, sample, m (timed) or j (at work)


@dataclass(frozen=True, slots=True)
class Match:
    """How a text names an act: the groups of words found, and how many words in all."""

    act: SchoolAct
    groups: int
    words: int
    place: float = 0.0  # where its words begin in the text, 0 to 1
    sure: bool = False  # the words can mean nothing else


def tokens_of(text: str) -> list[Token]:
    """The words of a text as they are looked up: lower case, contractions with their apostrophe."""
    found = _TOKEN.findall(text.lower().replace("’", "'"))
    return [_CONTRACTED.get(token, token) for token in found]


_CONTRACTED = {
    f"{word}nt": f"{word}n't" for word in ("ca", "wo", "do", "does", "did", "is", "are", "was", "has", "have", "could")
}
"""`cant` -> can't."""


@dataclass(slots=True)
class _Index:
    """Every way of naming a group, by the first letter of its first word."""

    by_letter: dict[str, list[tuple[Sequence[Sequence[str]], int]]] = field(default_factory=lambda: defaultdict(list))
    named: list[tuple[int, list[int], bool]] = field(default_factory=list)  # act, groups, whether they are sure
    unnamed: dict[int, int] = field(default_factory=dict)  # act -> group that rules it out
    groups: int = 0

    def add(self, alternatives: str) -> int:
        """The number of a new group of alternatives."""
        group = self.groups
        self.groups += 1
        for alternative in filter(None, map(str.strip, alternatives.split("|"))):
            shares = [f"{alternative}/"] if alternative.isdigit() else []  # a count alone may be of a whole
            for words in (way for said in (alternative, *shares) for way in _spellings(said) if way):
                self.by_letter[_key(words[0][0])].append((words, group))
        return group


def _spellings(alternative: str) -> Iterator[list[list[str]]]:
    """The words of an alternative, each as its tokens; `play_dough` is one word or two."""
    choices = []
    for word in alternative.split(" "):
        joined = _tokens_of_pattern(word.replace("_", ""))
        apart = [token for part in word.split("_") for token in _tokens_of_pattern(part)]
        choices.append([joined, apart] if "_" in word else [joined])
    for words in product(*choices):
        yield [word for word in words if word]


def _tokens_of_pattern(word: str) -> list[str]:
    found = re.findall(r"\d+(?:[./]\d*)?\$?|[a-z]+(?:'[a-z]+)?\$?|//|[/+#|]", word.lower())
    return [_CONTRACTED.get(token, token) for token in found]


@cache
def acts() -> tuple[SchoolAct, ...]:
    """All acts of data/school_acts.csv."""
    return tuple(
        SchoolAct(
            row["act"],
            row["area"],  # type: ignore[arg-type]
            *(row[name] for name in ("takes", "unit", "event", "usual", "place", "who")),
        )
        for row in table("school_acts")
    )


@cache
def _index(name: str = "school_acts") -> _Index:
    index = _Index()
    for number, row in enumerate(table(name)):
        for conjunction in row["said"].split(" // "):
            sure = conjunction.startswith("!")
            groups = [index.add(group) for group in conjunction.removeprefix("!").split("&") if group.strip()]
            index.named.append((number, groups, sure))
        if row.get("not", "").strip():
            index.unnamed[number] = index.add(row["not"])
    return index


def matches(text: str) -> list[Match]:
    """The acts that a text names."""
    tokens = tokens_of(text)
    index = _index()
    best: dict[int, Match] = {}
    found = _groups_of(text, "school_acts")
    for number, groups, sure in index.named:
        if all(group in found for group in groups) and index.unnamed.get(number, -1) not in found:
            words, place = sum(found[group][0] for group in groups), min(found[group][1] for group in groups)
            match = Match(acts()[number], len(groups), words, place / len(tokens), sure)
            if number not in best or (match.groups, match.words) > (best[number].groups, best[number].words):
                best[number] = match
    return list(best.values())


def touched(text: str, act: SchoolAct) -> int:
    """How many of an act's groups a text holds."""
    found = _groups_of(text, "school_acts")
    number = acts().index(act)
    return max(sum(group in found for group in groups) for at, groups, _ in _index().named if at == number)


def rows_named(name: str, text: str) -> list[int]:
    """Which rows of another table with a `said` column a text names, in order."""
    index = _index(name)
    found = _groups_of(text, name)
    return sorted({number for number, groups, _ in index.named if all(group in found for group in groups)})


@lru_cache(maxsize=512)
def _groups_of(text: str, name: str) -> Mapping[int, tuple[int, int]]:
    """The groups of a table that a text holds; a draft asks for the same statements several times."""
    return _groups_in(tokens_of(text), _index(name))


def _key(token: Token) -> str:
    """What a token is looked up by: its first two letters, a digit alone."""
    return token[:1] if not token[0].isalpha() else token.rstrip("$")[:2]


def _groups_in(tokens: Sequence[Token], index: _Index) -> Mapping[int, tuple[int, int]]:
    """Group -> how many words of the longest alternative stand in the text, and where the first of any begins."""
    found: dict[int, tuple[int, int]] = {}
    by_letter = index.by_letter
    for at, token in enumerate(tokens):
        ways = by_letter.get(_key(token), ())
        for words, group in (*ways, *by_letter["#"]) if token[0].isdigit() else ways:
            length, first = found.get(group, (0, at))
            if length < len(words) and _stands(tokens, at, words):
                found[group] = len(words), first
    return found


def _stands(tokens: Sequence[Token], at: int, words: Sequence[Sequence[str]]) -> bool:
    """Whether the words stand in the text from a token on, with at most two others between any of them."""
    end = _word_at(tokens, at, words[0])
    for word in words[1:]:
        if end < 0:
            return False
        end = next((stop for start in range(end, end + _GAP + 1) if (stop := _word_at(tokens, start, word)) >= 0), -1)
    return end >= 0


def _word_at(tokens: Sequence[Token], at: int, word: Sequence[str]) -> int:
    """The place behind a word's tokens that stand side by side; -1 where they do not."""
    if at + len(word) > len(tokens) or not all(_is(tokens[at + n], part) for n, part in enumerate(word)):
        return -1
    return at + len(word)


_ENDINGS = frozenset(["s", "es", "ed", "ing", "'s", "er", "ers"])


def _is(token: Token, part: str) -> bool:
    """Whether a token is the word: a long one by its beginning, a short one in any form, `$` as it stands."""
    if part[-1] == "$":
        return token == part[:-1]
    if part == "#":
        return token[0].isdigit() or token == "#"
    if part[0].isdigit():
        return token.startswith(part) if part[-1] == "/" else token == part
    if len(part) == 1 or not part.isalpha():
        return token == part
    if not token.startswith(part):
        return len(part) > 3 and part[-1] == "s" and token == part[:-1]  # `sits` names `sit`
    rest = token[len(part) :]
    doubled = rest[:1] == part[-1] and rest[1:] in ("ing", "ed", "er", "y")
    return len(part) > 3 or not rest or rest in _ENDINGS or doubled
