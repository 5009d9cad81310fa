"""What stands for what: one placeholder for each writing of a name or number, stable for as long as this is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from string import ascii_uppercase

from .vocabulary import any_of, privacy_rules

_LETTERS = ascii_uppercase.replace("I", "").replace("O", "")
"""Without those that are taken for a pronoun or a nought."""


@dataclass
class Placeholders:
    """Originals and what stands for them, in the order they were met; nothing of it is printed."""

    _of: dict[str, str] = field(default_factory=dict, repr=False)
    _kinds: dict[str, str] = field(default_factory=dict, repr=False)
    _people: dict[str, str] = field(default_factory=dict, repr=False)
    """A name's word in lower case -> the letter of its person."""
    _seen: list[str] = field(default_factory=list, repr=False)

    @property
    def originals(self) -> dict[str, str]:
        """What was masked, each with its kind."""
        return dict(self._kinds)

    @property
    def issued(self) -> dict[str, str]:
        """Placeholder -> what it stands for."""
        return {placeholder: original for original, placeholder in self._of.items()}

    def see(self, text: str) -> None:
        """Remembers a text that no later placeholder may occur in, not even without its brackets."""
        self._seen.append(text.lower())

    def clash(self, text: str) -> bool:
        """Whether a text, before it is masked, holds a placeholder that stands for something already."""
        return any(placeholder in text for placeholder in self._of.values())

    def of(self, original: str, kind: str) -> str:
        """The placeholder of an original; another writing of the same person has the same letter and a number."""
        if original not in self._of:
            self._of[original] = self._next(original, privacy_rules("placeholders")["words"][kind], kind)
            self._kinds[original] = kind
        return self._of[original]

    def _next(self, original: str, word: str, kind: str) -> str:
        taken = {*self._of.values()}
        parts = re.findall(r"[^\W\d_]+", original.lower()) if kind in ("name", "student") else []
        known = next((self._people[part] for part in parts if part in self._people), None)
        fresh = (
            form for form in _forms(word, known, taken) if not any(form[1:-1].lower() in each for each in self._seen)
        )
        chosen = next(fresh)
        letter = re.sub(r"[^A-Z]", "", chosen.split()[-1])
        for part in parts:
            if len(part) > 2:
                self._people.setdefault(part, letter)
        return chosen


def _forms(word: str, known: str | None, taken: Collection[str]) -> Iterator[str]:
    """`[Person A]`, `[Person B]` ...; of somebody known `[Person A2]`, `[Person A3]` ..."""
    if known is not None:
        yield from (
            f"[{word} {known}{number}]" for number in range(2, 1000) if f"[{word} {known}{number}]" not in taken
        )
    letters = {form.split()[-1].rstrip("]0123456789") for form in taken}
    yield from (f"[{word} {letter}]" for letter in _alphabet() if letter not in letters)


def _alphabet() -> Iterator[str]:
    for size in count(1):
        yield from _of_size(size)


def _of_size(size: int) -> Iterator[str]:
    if size == 0:
        yield ""
        return
    yield from (f"{first}{rest}" for first in _LETTERS for rest in _of_size(size - 1))


def put_back(text: str, issued: dict[str, str]) -> str:
    """The text with every placeholder replaced by what it stands for, exactly and once."""
    if not issued:
        return text
    return re.sub(any_of(issued), lambda match: issued[match[0]], text)


@dataclass(frozen=True)
class Answered:
    """Reads placeholders in what a model wrote: also without brackets, in other letters, or `[Person A's]`."""

    issued: dict[str, str] = field(repr=False)

    def restored(self, text: str) -> str:
        exact = put_back(text, self.issued)
        if not self.issued:
            return exact
        return self._loose.sub(self._original, exact)

    def unknown(self, text: str) -> list[str]:
        """Placeholders in a restored text that nobody issued."""
        return [match[0] for match in _shape().finditer(text)]

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {placeholder[1:-1].lower(): original for placeholder, original in self.issued.items()}

    @cached_property
    def _loose(self) -> re.Pattern[str]:
        names = any_of(placeholder[1:-1] for placeholder in self.issued)
        return re.compile(rf"\[\s*((?i:{names}))\s*(['’]s|s)?\s*\]|(?<![\w\[])({names})(?![\w\]])")

    def _original(self, match: re.Match[str]) -> str:
        return self._by_name[(match[1] or match[3]).lower()] + (match[2] or "")


def _shape() -> re.Pattern[str]:
    words: Iterable[str] = privacy_rules("placeholders")["words"].values()
    return re.compile(rf"\[(?i:{any_of(words)})(?:\s[A-Z]{{1,3}}\d{{0,3}})?(?:['’]s)?\]")
