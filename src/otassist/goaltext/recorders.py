"""Says whether a clause is a record by itself: `SLP trial sheet`, `PE aide times him`, `sheet filled in by the aide`.

The words are in data/records.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..language.lexicon import lexicon
from .cues import words
from .tokens import Clause, Token, is_number


def is_record(clause: Clause) -> bool:
    """Whether the clause names a record, or says who records; told to the family is none, a measure neither."""
    run = clause.words
    if (
        run[0] in words("records", "no_start")
        or (is_number(run[0]) and run[0] not in ("one", "two"))
        or ("will" in run[1:] and not _will_record(run))
    ):
        return False
    if any(" ".join(run[i : i + n]) in words("records", "told") for i in range(len(run)) for n in (1, 2)):
        return False
    if any(
        is_number(word) and (word[0].isdigit() or run[index + 1 : index + 2] == ("of",))
        for index, word in enumerate(run)
    ):
        return False  # a measure: "scoring 3 on the rubric", "the log should show 4 of 5"
    will = "will" in run[1:] and _will_record(run)
    return will or is_source_phrase(run) or _adult_records(clause.tokens) or _made_by(run)


def tells_of_a_record(clause: Clause) -> bool:
    """A record, or a sentence in which somebody or something keeps one, whatever else it says."""
    run = clause.words
    kept = set(run) & words("cues", "method", "recording") and set(run) & words("records", "sources")
    owner = (
        run[1].endswith("'s") or (run[2:3] and run[2].endswith("'s"))
        if len(run) > 1 and run[0] in words("records", "articles")
        else False
    )
    if _verb_after_person(run) and not set(run[:1]) & words("records", "student"):
        return True
    return (
        is_record(clause)
        or bool(kept and not any(word[0].isdigit() for word in run) and not set(run[:1]) & words("records", "student"))
        or bool(owner and names_a_person(run[:4]))
    )


def _will_record(run: Sequence[str]) -> bool:
    """`Aide will note it on the arrival chart`."""
    place = run.index("will", 1)
    return (
        place + 1 < len(run) and run[place + 1] in words("cues", "method", "recording") and names_a_person(run[:place])
    )


def is_source_phrase(run: Sequence[str]) -> bool:
    """A noun phrase, or two, whose last noun holds a record."""
    head = _head(run)
    if not head:
        return False
    last, before = head[-1], head[:-1]
    if any(_is_finite(word) for word in before):
        return False
    if last in words("records", "sources") and last not in words("records", "beside_others"):
        return True
    if last in words("records", "with_any") and before and not any(map(_is_act, before)):
        return True
    told = {part for word in before for part in word.split("/")}
    named = names_a_person(before) or bool(told & (words("records", "kinds") | words("records", "sources")))
    return named and last in words("records", "sources")


@cache
def _is_act(word: str) -> bool:
    """A word that is only a verb: `take a test` is no record."""
    entries = lexicon().lookup(word)
    return bool(entries) and all(entry.tag in "bzvg" for entry in entries)


def _head(run: Sequence[str]) -> Sequence[str]:
    """The words of the first noun phrase, without what is said about it behind."""
    start = 1 if run[0] in words("records", "articles") else 0
    for index in range(start + 1, len(run)):
        if run[index] in words("records", "phrase_ends") and not (
            run[index] in ("and", "&", "or") and names_a_person(run[:index]) and index < 3
        ):
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
    return (
        any(map(is_person, run[-1].split("/")))
        or (len(run) > 1 and is_person(run[0]) and run[1] in ("of", "and", "or", "who"))
        or (len(run) > 1 and run[-2] in ("mr", "mrs", "ms", "dr", "coach", "miss"))
        or (len(run) > 2 and is_person(run[-3]) and run[-2] in ("or", "and", "of"))
    )


@cache
def _is_verb(word: str) -> bool:
    if word in words("cues", "method", "recording"):
        return True
    return any(entry.tag in "bzvg" for entry in lexicon().lookup(word))


def _made_by(run: Sequence[str]) -> bool:
    """`made by the OT`, `interval recording by the aide`, `Sticky notes are collected and scored by Ms. Khan`."""
    for index, word in enumerate(run):
        if word == "by" and names_a_person(run[index + 1 : index + 6]):
            before = run[:index]
            return bool(set(before) & (words("records", "made") | words("records", "sources")))
    return (
        run[0] in words("records", "made")
        and len(run) > 1
        and run[1] in words("records", "records_with")
        and (names_a_person(run) or bool(set(run) & words("records", "sources")))
    )


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


def names_a_person(run: Sequence[str]) -> bool:
    return any(is_person(part) for word in run for part in (word, *word.split("/")))
