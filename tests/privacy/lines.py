"""The table of lines, and how well masking does on it: `python -m privacy.lines` in tests/ prints the figures."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from otassist.privacy import Roster, mask, roster_of

FILE = Path(__file__).parent / "lines.txt"
_MARKED = re.compile(r"<(\w+):([^<>]*)>")
_ROSTER = re.compile(r"@ (.*?) \| (.*)")
_NOBODY = Roster()


@dataclass(frozen=True)
class Line:
    """A line with the places that must be masked: kind, start, end."""

    number: int
    text: str
    roster: Roster
    marks: tuple[tuple[str, int, int], ...]

    @property
    def is_held_out(self) -> bool:
        return self.number % 2 == 0


def lines() -> list[Line]:
    told = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [_line(number, line) for number, line in enumerate(told, 1)]


def _line(number: int, written: str) -> Line:
    listed = _ROSTER.fullmatch(written)
    roster = roster_of("\n".join(listed[1].split("; "))) if listed else _NOBODY
    text, marks, done = "", [], 0
    marked = listed[2] if listed else written
    for match in _MARKED.finditer(marked):
        text += marked[done : match.start()]
        marks.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        done = match.end()
    return Line(number, text + marked[done:], roster, tuple(marks))


@dataclass(frozen=True)
class Score:
    """What masking did to a line: marks by kind, those it left readable, words masked for nothing, words in all."""

    marked: Counter[str]
    missed: tuple[tuple[str, str], ...]
    false: tuple[str, ...]
    words: int


def score(line: Line) -> Score:
    """A mark is missed when one of its letters or digits can still be read, false is a word outside of every mark."""
    covered = set[int]()
    for entity in mask(line.text, line.roster).entities:
        covered |= set(range(entity.start, entity.end))
    marked = Counter(kind for kind, _, _ in line.marks)
    missed = [
        (kind, line.text[start:end]) for kind, start, end in line.marks if _readable(line.text, start, end, covered)
    ]
    wanted = {place for _, start, end in line.marks for place in range(start, end)}
    words = list(re.finditer(r"\S*\w\S*", line.text))
    false = [word[0] for word in words if _is_false(word, covered - wanted, wanted)]
    return Score(marked, tuple(missed), tuple(false), len(words))


def _readable(text: str, start: int, end: int, covered: set[int]) -> bool:
    return any(place not in covered for place in range(start, end) if text[place].isalnum())


def _is_false(word: re.Match[str], covered: set[int], wanted: set[int]) -> bool:
    places = set(range(*word.span()))
    return bool(places & covered) and not places & wanted


def totals(scores: Sequence[Score]) -> Iterator[tuple[str, int, int]]:
    """Kind, marks, marks masked."""
    marked, missed = Counter[str](), Counter[str]()
    for each in scores:
        marked += each.marked
        missed += Counter(kind for kind, _ in each.missed)
    for kind in sorted(marked):
        yield kind, marked[kind], marked[kind] - missed[kind]


def main() -> None:
    """Prints recall by kind and words masked for nothing, for each half; of the open half also what went wrong."""
    for held_out in (False, True):
        half = [line for line in lines() if line.is_held_out == held_out]
        scores = [score(line) for line in half]
        print(f"{'held out' if held_out else 'open'}: {len(half)} lines, {sum(each.words for each in scores)} words")
        for kind, marked, masked in totals(scores):
            print(f"  {kind}: {masked} of {marked}")
        false = sum(len(each.false) for each in scores)
        print(f"  words masked for nothing: {false} ({100 * false / sum(each.words for each in scores):.2f} of 100)")
        if not held_out or "--all" in sys.argv:
            for line, each in zip(half, scores, strict=True):
                if each.missed or each.false:
                    print("   ", line.number, line.text, "| missed", each.missed, "| false", each.false)


if __name__ == "__main__":
    main()
