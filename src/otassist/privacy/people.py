"""The people a roster names: how each may be written, and where such a writing stands in a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..errors import FileProblem
from .spans import Span
from .vocabulary import any_of, is_ordinary, is_word_and_name, listed, privacy_rules, readings

_NAME_COLUMNS = ("name", "student", "full name", "student name")
_PARTS = ("first", "first name", "given name", "middle", "middle name", "last", "last name", "surname", "family name")
_NICKNAMES = ("nickname", "nicknames", "goes by", "preferred", "preferred name", "aka")
_EXACT = {"id": "id", "student id": "id", "number": "id", "school": "school", "dob": "date_of_birth"}
_WORDS = re.compile(r"[^\s,;:.()\[\]\"“”]+")
_LONGEST = 20_000
"""Lines of a roster."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Names as they may be written, and other texts that identify, each with its kind; nothing of it is printed."""

    names: frozenset[str] = field(default=frozenset(), repr=False)
    exact: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def knowing(self, learnt: Iterable[tuple[str, str]]) -> Roster:
        """The roster with what was masked before, each text with its kind; it is masked wherever it stands again."""
        pairs = list(learnt)
        names = {form for own, kind in pairs if kind in ("name", "student") for form in parts_of(own)}
        exact = {pair for pair in pairs if pair[1] not in ("name", "student") and len(pair[0]) > 2}
        return Roster(self.names | names, tuple(sorted({*self.exact, *exact}, key=lambda pair: -len(pair[0]))))

    def with_names(self, *names: str) -> Roster:
        """The roster with more people on it."""
        more = {form for name in names for form in _forms(name)}
        return Roster(self.names | more, self.exact) if more - self.names else self


def roster_of(text: str) -> Roster:
    """A roster file: a name a line (`Last, First (Nick)` or `First Last`), or CSV with a header.

    Known columns are name, first, middle, last, nickname, id, school and dob. Raises FileProblem.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if len(lines) > _LONGEST:
        raise FileProblem(f"The roster has more than {_LONGEST:,} lines.", "Leave out whom you do not see.")
    header = [cell.strip().lower() for cell in next(csv.reader(lines[:1]), [])]
    if set(header) & {*_NAME_COLUMNS, *_PARTS}:
        return _from_columns(header, lines[1:])
    return Roster().with_names(*map(_in_order, lines))


def _from_columns(header: list[str], lines: list[str]) -> Roster:
    names: list[str] = []
    exact: list[tuple[str, str]] = []
    for cells in csv.reader(lines):
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
        names += [_in_order(row[name]) for name in _NAME_COLUMNS if name in row]
        names.append(" ".join(row[name] for name in _PARTS if name in row))
        names += [nick.strip() for name in _NICKNAMES for nick in re.split(r"[;/]", row.get(name, ""))]
        exact += [(row[name], kind) for name, kind in _EXACT.items() if len(row.get(name, "")) > 2]
    return Roster(exact=tuple(exact)).with_names(*filter(None, names))


def _in_order(line: str) -> str:
    """`Lopez, Maria (Mia)` -> `Maria Lopez (Mia)`."""
    last, comma, rest = line.partition(",")
    if not comma:
        return line
    nick = re.search(r"\(.*?\)|[\"“].*?[\"”]", rest)
    first = rest.replace(nick[0], "") if nick else rest
    return f"{first.strip()} {last.strip()} {nick[0] if nick else ''}"


def _forms(name: str) -> Iterator[str]:
    """The whole name, each of its words, its nicknames in brackets or quotation marks, and its initials."""
    nicks = re.findall(r"[(\"“]([^)\"”]+)[)\"”]", name)
    plain = " ".join(re.sub(r"[(\"“][^)\"”]*[)\"”]", " ", name).split())
    own = [word.strip(".,;:") for word in plain.split()]
    for form in [plain, *nicks, *own, *(part for word in own for part in word.split("-"))]:
        clean = form.strip(" .,;:")
        if len(clean) > 1 and clean.lower() not in listed("particles") and re.search(r"[^\W\d_]", clean):
            yield clean
            for short in privacy_rules("nicknames")["of"].get(clean.lower(), ()):
                yield short.capitalize()
    capitals = [word[0] for word in own if word[:1].isupper()]
    if len(capitals) > 1:
        yield "".join(capitals)
        yield "".join(f"{letter}." for letter in capitals)


def parts_of(name: str) -> Iterator[str]:
    """A whole name of two letters or more, and its words of three: `Maria Lopez` stands again as `Lopez`."""
    if len(name.strip(" .")) > 1:
        yield name
        yield from (part for part in _WORDS.findall(name) if len(part) > 2 and part.lower() not in listed("particles"))


def named(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Where people of a roster stand; a name that is an ordinary word only where it is written as a name."""
    known = frozenset(names)
    free, strict = _searches(known)
    for pattern in (free, strict):
        for match in pattern.finditer(text) if pattern else ():
            yield Span(match.start(), match.end(), "name")
    if strict:
        yield from _lower(text, frozenset(name.lower() for name in known if is_loose(name)))


def is_loose(name: str) -> bool:
    """Whether a name in other letters is an ordinary word or shorthand: `Will`, `MG`, `Art`; `grace` seldom is one."""
    short = len(name.strip(".")) < 3 or (len(name) < 4 and name.isupper())
    return short or (is_ordinary(name) and not (is_word_and_name(name) and name.lower() not in listed("everyday")))


@lru_cache(maxsize=16)
def _searches(names: frozenset[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Names to be found in whatever letters, and those that count with a capital only."""
    free = [name for name in names if not is_loose(name)]
    strict = [form for name in names if is_loose(name) for form in _capitals(name)]
    return _bounded(free, re.IGNORECASE), _bounded(strict, 0)


def _capitals(name: str) -> set[str]:
    """A name as it stands (a label such as `k.` too), with a capital, and in capitals."""
    return {
        name if not is_ordinary(name) or name != name.lower() else name.capitalize(),
        name.capitalize(),
        name.upper(),
    }


def _bounded(forms: list[str], flags: int) -> re.Pattern[str] | None:
    """A plural or a possessive without its sign (`marias turn`) stays outside of the place."""
    spaced = [re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in forms]
    if not spaced:
        return None
    either = "|".join(sorted(spaced, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{either})(?=(?:['’]?s)?(?![^\W_]))", flags)


def _lower(text: str, names: frozenset[str]) -> Iterator[Span]:
    """`will copied`, `grace's`, `w/ hope`: an ordinary word of the roster in lower case where only a name can stand."""
    for match in re.finditer(rf"(?<![^\W_]){any_of(names)}(?![^\W_])", text):
        after = re.match(r"(['’]s\b)?\s*([^\W\d_]*)", text[match.end() :])
        owns, word = (after[1], after[2]) if after else (None, "")
        before = text[max(0, match.start() - 24) : match.start()]
        if owns or (is_finite(word) and _can_act(before, match[0], word)) or _is_led(before, match[0], word):
            yield Span(match.start(), match.end(), "name")


def _can_act(before: str, name: str, verb: str) -> bool:
    """Whether a name may stand before a verb here: no `will` does else, and a thing seldom `hates` behind a comma."""
    last = before.rstrip(' \t-•*"“')[-1:]
    if name in listed("modals") or last in ("", "\n", ".", ";", ":", "!", "?"):
        return True
    return last in (",", "(") and verb.lower() not in listed("labels", "being")


def _is_led(before: str, name: str, after: str) -> bool:
    """Whether a word before says that a name follows; `the student will copy` has a verb behind its own."""
    lead = re.search(r"([^\W\d_]+/?)\s$", before)
    word = lead[1].lower() if lead else ""
    if word in listed("labels", "persons") or word in ("w/", "with"):
        return True
    return word in listed("labels", "people") and (name not in listed("modals") or is_finite(after) or not after)


def is_finite(word: str) -> bool:
    """Whether a word is a verb that says what somebody did or does, and nothing else: `copied`, `needs`, `was`."""
    if word.lower() in ("is", "was", "has", "had", "does", "did", "isn't", "wasn't", "doesn't", "didn't", "and"):
        return word.lower() != "and"
    tags = {entry.tag for entry in readings(word)}
    return bool(tags & set("vz")) and not tags & set("bn")
