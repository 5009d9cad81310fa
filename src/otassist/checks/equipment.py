"""Tools and materials of a note that the jot does not name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ..domain import Finding, Severity
from ..language import Word
from ..language.tables import rules
from .findings import at
from .grounds import Grounds
from .roots import root
from .segments import head_of, named_parts
from .sentences import Sentence


def invented_tools(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a tool the jot knows nothing of, a warning for a detail of one and for tools outside the session.

    Source: architecture.md, decision 4: nothing is added but subject, verb and articles.
    """
    for word in sentence.words:
        parts = named_parts(word) if _is_tool(word) else ()
        foreign = _foreign(word, parts, given)
        if foreign:
            whole = foreign[-1] == parts[-1] and sentence.section in (None, "objective")
            severity: Severity = "blocker" if whole else "warning"
            yield at(
                "invented_tool", sentence, word.start, word.end, f"The jot names no {word.source!r}.",
                "Take it out, or add to the jot that it was used.", severity,
            )  # fmt: skip


def _is_tool(word: Word) -> bool:
    """A thing to be used, by its class in nouns.csv or by its last word in note_rules.toml."""
    if word.tag not in "nbg" or word.level or word.quantity or not word.entry:
        return False
    head = head_of(word)
    if head in _rules("general") or word.lemma.lower() in _rules("bare"):
        return False
    return word.kind in _rules("classes") or head in _rules("documents")


def _foreign(word: Word, parts: Sequence[str], given: Grounds) -> list[str]:
    """The parts of the tool's name which the jot lacks, or lacks in one place with the others."""
    loose = head_of(word) in _rules("bare")  # `graph paper 9/10, plain 4/10`
    unknown = [part for part in parts if not is_known(part, given) and not _is_another_name({part}, given)]
    if parts and parts[-1] in unknown and _is_another_name({word.lemma.lower(), head_of(word)}, given):
        unknown.remove(parts[-1])
    if loose and len(parts) > 1 and unknown == [parts[-1]]:
        unknown = []  # `lined paper` where the jot says `on 3 line`
    if not unknown and len(parts) > 1 and not loose and not _stand_together(parts, given):
        return list(parts[:-1])
    return unknown


def is_known(part: str, given: Grounds) -> bool:
    """Whether the jot has the stem, or a longer word with it."""
    return part in given.vocabulary or (len(part) > 3 and part in given.text)


def _stand_together(parts: Sequence[str], given: Grounds) -> bool:
    """Whether one statement or entry has all the parts, so that `pencil` here and `grip` there are no pencil grip."""
    known = [part for part in parts if part in given.vocabulary]
    return len(known) < 2 or any(set(known) <= item.stems for item in given.told) or not given.told


def _is_another_name(names: set[str], given: Grounds) -> bool:
    """`laptop` for a Chromebook, `scissors` where the jot says `cut`, `pencil grip` where it tells of writing."""
    return any(
        names & set(same) and any(root(part) in given.vocabulary for part in same)
        for same in rules("note_rules")["equipment"]["same"]
    )


@cache
def _rules(name: str) -> frozenset[str]:
    return frozenset(rules("note_rules")["equipment"][name])
