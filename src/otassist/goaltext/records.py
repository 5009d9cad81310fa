"""Says whether a clause is a record by itself: `SLP trial sheet`, `PE aide times him`, `step sheet filled in by the aide`.

The words are in data/records.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ..domain import Span
from ..language.lexicon import lexicon
from .cues import words
from .page import Page
from .timeframes import is_dated
from .tokens import Clause, Token, clauses, is_number

_ENDS = frozenset(("by", "with", "on", "in", "at", "from", "kept", "for", "and", "or", "of", "holding", "filled", "scored", "taken", "made", "each", "every", "once", "to", "that", "which", "across", "during", "as", "twice", "collected", "checked", "completed", "signed", "weekly", "monthly", "daily", "quarterly", "&", "after"))
_NO_START = frozenset(("given", "with", "when", "during", "while", "after", "before", "if", "using", "in", "on", "at", "for", "without", "once", "provided", "until", "from", "to", "will", "and", "or", "but", "so", "that", "he", "she", "they", "it", "student", "not", "no", "w", "w/", "by", "within", "across", "through", "into"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "our", "each", "this", "my"))


_AS = frozenset(("measured", "evidenced", "documented", "recorded", "determined", "assessed", "judged", "scored", "shown"))


def record(page: Page) -> Span | None:
    """The first clause behind the goal's own that is a record by itself; `as measured by ...` goes before it."""
    every = clauses(page)
    if any(_is_led(clause.words) for clause in every):
        return None
    for clause in every:
        start = 1 if clause.words[0] in _LEADS and len(clause.words) > 1 else 0
        if not (start or clause is not every[0]) or not is_record(replace(clause, tokens=clause.tokens[start:])):
            continue
        if start == 0 or clause.words[0] == "per" or _names_a_person(clause.words) or set(clause.words) & _TESTED:
            return Span(clause.start, clause.end)
    return next(_at_end(every), None)


_LEADS = frozenset(("per", "from", "on", "via", "by", "through", "as", "using"))


_TESTED = frozenset(("unit", "curriculum-based", "weekly", "chapter", "dibels", "aimsweb", "teacher-made", "classroom-based", "benchmark", "district", "state", "running", "fluency", "end-of-unit", "grade-level", "timed"))


def _at_end(every: Sequence[Clause]) -> Iterator[Span]:
    """`3/5 times on teacher chart`: a person's record at the end of a clause."""
    for clause in every:
        run = clause.words
        for index in range(max(1, len(run) - 6), len(run) - 1):
            rest = run[index + 1 :]
            kept = _names_a_person(rest[:-1]) or bool(set(rest[:-1]) & _TESTED)
            if run[index] in ("on", "per", "via", "using") and kept and _is_source_phrase(rest) and not any(map(is_number, rest)):
                yield Span(clause.tokens[index].start, clause.end)


def asides(page: Page) -> Iterator[Span]:
    """News for the family, meetings of the team, and dates in brackets: no part of the goal."""
    every = clauses(page)
    for clause in every if len(every) > 1 else ():
        run = clause.words
        told = run[0] in words("records", "tellers") or (run[0] in _ARTICLES and run[1:2] and run[1] in words("records", "tellers"))
        if (told and not set(run[1:]) & words("acts", "students") - {"it", "he", "she", "they"} and set(run) & words("records", "telling")) or (clause.before == "(" and clause.after == ")" and len(run) == 1 and (is_dated(run, 0) or _is_late(run[0]))):
            yield Span(clause.start, clause.end)


def _is_led(run: Sequence[str]) -> bool:
    """Whether the clause says `as measured by`, or is led by `per`."""
    return run[0] == "according" or any(
        first in ("as", "be", "and") and second in _AS and third in ("by", "on", "in", "through", "from")
        for first, second, third in zip(run, run[1:], run[2:], strict=False)
    )


def _is_late(word: str) -> bool:
    """`11/3`: no share has more than its whole."""
    part, _, whole = word.partition("/")
    return part.isdigit() and whole.isdigit() and 12 >= int(part) > int(whole) > 0


def is_record(clause: Clause) -> bool:
    """Whether the clause names a record, or says who records; told to the family is none, a measure neither."""
    run = clause.words
    if run[0] in _NO_START or (is_number(run[0]) and run[0] not in ("one", "two")) or ("will" in run[1:] and not _will_record(run)):
        return False
    if any(" ".join(run[i : i + n]) in words("records", "told") for i in range(len(run)) for n in (1, 2)):
        return False
    if run[0].endswith("ing") and any(map(is_number, run)):
        return False  # "scoring 3 on the rubric" is how well
    return _is_source_phrase(run) or _adult_records(clause.tokens) or _made_by(run)


def _will_record(run: Sequence[str]) -> bool:
    """`Aide will note it on the arrival chart`."""
    place = run.index("will", 1)
    return place + 1 < len(run) and run[place + 1] in words("cues", "method", "recording") and _names_a_person(run[:place])


@cache
def is_person(word: str) -> bool:
    """Somebody who can record: no student, no family."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in words("records", "people") or (word in words("acts", "adults") and word not in words("records", "told")):
        return True
    entry = lexicon().nouns(word)
    return (
        entry is not None
        and entry.kind == "person"
        and word not in words("acts", "students") | words("acts", "companions") | words("records", "told")
    )


def _names_a_person(run: Sequence[str]) -> bool:
    return any(is_person(part) for word in run for part in (word, *word.split("/")))


def _is_source_phrase(run: Sequence[str]) -> bool:
    """A noun phrase, or two, whose last noun holds a record."""
    head = _head(run)
    if not head:
        return False
    last, before = head[-1], head[:-1]
    if any(_is_finite(word) for word in before):
        return False
    if last in words("records", "sources") and last not in words("records", "beside_others"):
        return True
    told = {part for word in before for part in word.split("/")}
    named = _names_a_person(before) or bool(told & (words("records", "kinds") | words("records", "sources")))
    return named and last in words("records", "sources")


def _head(run: Sequence[str]) -> Sequence[str]:
    """The words of the first noun phrase, without what is said about it behind."""
    start = 1 if run[0] in _ARTICLES else 0
    for index in range(start + 1, len(run)):
        if run[index] in _ENDS and not (run[index] in ("and", "&", "or") and _names_a_person(run[:index]) and index < 3):
            return run[start:index]
    return run[start:]


@cache
def _is_finite(word: str) -> bool:
    """A verb that cannot be a noun or a participle before a noun."""
    if word in ("is", "was", "were", "are", "has", "had", "did"):
        return True
    entries = lexicon().lookup(word)
    return bool(entries) and all(entry.tag in "zv" for entry in entries) and "n" not in {entry.tag for entry in entries}


def _adult_records(tokens: Sequence[Token]) -> bool:
    """An adult, then a verb that neither supports nor serves: `The art teacher keeps the cut pieces`."""
    run = [token.word for token in tokens]
    place = _verb_after_person(run)
    if place == 0:
        return False
    verb = run[place]
    pair = " ".join(run[place : place + 2])
    return verb not in words("records", "supporting") and pair not in words("records", "supporting")


def _verb_after_person(run: Sequence[str]) -> int:
    """Where the verb stands behind a phrase that ends with a person; 0 for none."""
    for index in range(1, min(len(run), 9)):
        if _is_verb(run[index]) and _is_person_phrase(run[:index]):
            return index
    return 0


def _is_person_phrase(run: Sequence[str]) -> bool:
    if run[-1].endswith("'s"):
        return False
    return any(map(is_person, run[-1].split("/"))) or (len(run) > 1 and is_person(run[0]) and run[1] in ("of", "and", "or", "who")) or (
        len(run) > 1 and run[-2] in ("mr", "mrs", "ms", "dr", "coach", "miss")
    ) or (len(run) > 2 and is_person(run[-3]) and run[-2] in ("or", "and", "of"))


@cache
def _is_verb(word: str) -> bool:
    if word in words("cues", "method", "recording"):
        return True
    return any(entry.tag in "bzvg" for entry in lexicon().lookup(word))


def _made_by(run: Sequence[str]) -> bool:
    """`made by the OT`, `interval recording by the aide`, `Sticky notes are collected and scored by Ms. Khan`."""
    for index, word in enumerate(run):
        if word == "by" and _names_a_person(run[index + 1 : index + 6]):
            before = run[:index]
            return bool(set(before) & (words("records", "made") | words("records", "sources")))
    return run[0] in words("records", "made") and len(run) > 1 and run[1] in words("records", "records_with") and (
        _names_a_person(run) or bool(set(run) & words("records", "sources"))
    )
