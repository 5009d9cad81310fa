"""Which note a jot is for, and the student's pronoun where the jot itself uses one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import get_args

from ..domain import Context, NoteType
from ..language import Word
from ..language.phrases import find, markers
from ..language.tables import rules

_TYPES: tuple[NoteType, ...] = get_args(NoteType)
_ORDER: tuple[NoteType, ...] = ("present_levels", "screening", "consultation", "observation")


def note_type(words: Sequence[Word], context: Context, kind: str) -> NoteType:
    """The type asked for, else the one the jot names, else a session."""
    if kind == "consult":
        return "consultation"
    entered = (context.note_type or "").lower().replace(" ", "_").replace("-", "_")
    if entered in _TYPES:
        return entered
    if (context.delivery or "").lower().startswith("consult"):
        return "consultation"
    if _meets_adults(words):
        return "consultation"
    for candidate in _ORDER:
        if find(words, markers("note_types", candidate)):
            return candidate
    return "session"


def _meets_adults(words: Sequence[Word]) -> bool:
    """`met w/ Eng 10 tchr`, `emailed ELA team`: the jot opens with the therapist talking to adults."""
    opening = words[:8]
    first = next((word for word in opening if word.tag in "vzbmx"), None)
    if first is None or first.lemma not in rules("grammar")["consulting"]:
        return False
    before = [word for word in opening if word.start < first.start]
    people = [word for word in opening if word.kind == "person" and word.start > first.start]
    return not any(word.kind == "person" for word in before) and bool(people) and _is_adult(people[0])


def _is_adult(person: Word) -> bool:
    return person.entry is not None and person.entry.actor in ("teacher", "aide", "family", "other_staff")


_PRONOUNS: dict[str, str] = rules("grammar")["pronouns"]
_NOUNS = {"boy": "he", "girl": "she", "young man": "he", "young lady": "she"}


def pronoun(words: Sequence[Word], context: Context) -> str | None:
    """`he`, `she` or `they` as entered or as the jot says throughout; None when it says none or both."""
    entered = (context.pronoun or "").lower().split("/")[0].strip()
    if entered:
        return entered if entered in ("he", "she", "they") else None
    used = {
        _PRONOUNS[form]
        for index, word in enumerate(words)
        for form in word.source.lower().split()
        if form in _PRONOUNS and not _is_of_an_adult(words, index, form)
    }
    used |= {_NOUNS[word.text.lower()] for word in words if word.text.lower() in _NOUNS}
    return used.pop() if len(used) == 1 else None


def _is_of_an_adult(words: Sequence[Word], index: int, form: str) -> bool:
    """`aide is doing too much, showed her`: behind an adult in the sentence it may be hers; `mom says he` is not."""
    if index and form in ("he", "she") and words[index - 1].source.lower() in rules("markers")["report_verbs"]["forms"]:
        return False  # `teacher says he loses his place`
    sentence = takewhile(lambda word: word.tag not in ".;!?¶", reversed(words[:index]))
    adults = [word for word in sentence if word.kind == "person" and _is_adult(word)]
    other = rules("grammar")[{"he": "women", "she": "men"}[_PRONOUNS[form]]]
    return any(word.text.lower() not in other for word in adults)
