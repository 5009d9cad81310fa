"""A model's answer to an edit -> changes of clauses with what is wrong in each: nothing is believed.

Words come from the clause, the message, the statements cited or, where the clause tells of the session or the act, the
rest of the draft; numbers and people never from the rest of the draft, for they would belong to something else there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...domain import Goal, Proposed
from .answered import LONGEST, MOST, ids_of, text_of
from .edit_grounds import EditGrounds, gone, people_in
from .failures import failure
from .findings import Fault
from .grounding import foreign_denials, foreign_numbers, foreign_ratios, foreign_words, guessed_pronouns

_ACTIONS = ("replace", "remove", "add")
_OWN_WORDS = ("criterion", "timeframe", "baseline")
"""Parts whose words come from themselves and the message alone; a baseline rests on no statement found later."""


@dataclass(frozen=True, slots=True)
class Read:
    """The changes that can be made, and the faults of all that were given, each with the clause's text."""

    changes: tuple[Proposed, ...]
    faults: tuple[tuple[str, Fault], ...] = ()


def changes_of(answer: Mapping[str, Any], grounds: EditGrounds) -> Read:
    """The changes of an answer. Raises ModelFailure for another shape."""
    items = answer.get("changes")
    if not isinstance(items, list) or len(items) > MOST:
        raise failure("wrong_shape")
    given = [change for item in items if not _is_idle(change := _change(item), grounds)]
    good = [change for change in given if not list(_misplaced(change, given, grounds))]
    faults = [(change.text, fault) for change in given for fault in _misplaced(change, given, grounds)]
    faults += [(change.text, fault) for change in good for fault in _invented(change, good, grounds)]
    faults += [("", fault) for fault in gone(good, grounds)]
    return Read(tuple(_resting(change, grounds) for change in good), tuple(faults))


def _change(item: Any) -> Proposed:
    if not isinstance(item, dict) or item.get("action") not in _ACTIONS:
        raise failure("wrong_shape")
    text = text_of(item)
    if len(text) > LONGEST:
        raise failure("wrong_shape")
    return Proposed(text_of(item, "clause"), item["action"], text, ids_of(item, "statements"))


def _is_idle(change: Proposed, grounds: EditGrounds) -> bool:
    """Whether nothing would come of it."""
    old = grounds.clauses.get(change.clause)
    if change.action == "remove":
        return False
    return not change.text.strip(" .") or (change.action == "replace" and old is not None and change.text == old.text)


def _misplaced(change: Proposed, given: Sequence[Proposed], grounds: EditGrounds) -> Iterator[Fault]:
    """Why a change has no place in the draft."""
    old = grounds.clauses.get(change.clause)
    if change.action == "add" and isinstance(grounds.draft, Goal):
        if not change.clause.startswith("o") and change.clause:
            yield "no_place", old.role if old else change.clause
    elif old is None:
        yield "unknown_clause", change.clause
    if change.action != "add" and sum(each.clause == change.clause and each.action != "add" for each in given) > 1:
        yield "named_twice", change.clause


def _invented(change: Proposed, given: Sequence[Proposed], grounds: EditGrounds) -> Iterator[Fault]:
    """What the new text of a clause says that nothing it may rest on does."""
    yield from (("unknown_source", item) for item in change.statements if item not in grounds.statements)
    if change.action == "remove":
        return
    own = _own(change, grounds)
    if own and "__" in own[0] and "__" not in change.text and not _is_said(change, grounds):
        yield "not_to_fill_in", own[0]
    words, numbered = _sources(change, given, grounds)
    yield from (("foreign_words", word.source) for word in foreign_words(change.text, words, "edit", levels=True))
    yield from (("foreign_words", person) for person in sorted(people_in([change.text]) - people_in(numbered)))
    yield from (("foreign_denial", word) for word in foreign_denials(change.text, numbered))
    numbers = foreign_ratios(change.text, numbered) or foreign_numbers(change.text, numbered)
    yield from (("invented_number", number) for number in numbers)
    known = " ".join([grounds.draft.text, grounds.message, *grounds.statements.values()])
    pronoun = grounds.observation.pronoun if grounds.observation else None
    yield from (("guessed_pronoun", word.source) for word in guessed_pronouns(change.text, known, pronoun))


def _sources(change: Proposed, given: Sequence[Proposed], grounds: EditGrounds) -> tuple[list[str], list[str]]:
    """The texts a change may take its words from, and those it may take numbers from."""
    own, old = _own(change, grounds), grounds.clauses.get(change.clause)
    if old is not None and old.role in _OWN_WORDS and change.action == "replace":
        return [*own, grounds.message], [*own, grounds.message]
    cited = [grounds.statements[item] for item in change.statements if item in grounds.statements]
    taken = [grounds.clauses[each.clause].text for each in given if each.action == "remove"]
    numbered = [*own, grounds.message, *cited, *taken]
    rest = [item.text for item in grounds.clauses.values() if item.role not in _OWN_WORDS]
    return [*numbered, *rest], numbered


def _own(change: Proposed, grounds: EditGrounds) -> list[str]:
    """The old text of the clause; a sentence that is added has none."""
    old = grounds.clauses.get(change.clause)
    return [old.text] if old is not None and change.action == "replace" else []


def _is_said(change: Proposed, grounds: EditGrounds) -> bool:
    """Whether words or numbers of it are the message's."""
    held = [*_own(change, grounds), *(grounds.statements.get(item, "") for item in change.statements)]
    if change.action == "replace":
        held += [item.text for item in grounds.clauses.values()]
    return bool(
        list(foreign_words(change.text, held, "edit", levels=True))
        or foreign_numbers(change.text, held)
        or foreign_ratios(change.text, held)
        or foreign_denials(change.text, held)
    )


def _resting(change: Proposed, grounds: EditGrounds) -> Proposed:
    """The change with the ids that exist and whether it is said in the message."""
    known = tuple(item for item in change.statements if item in grounds.statements)
    said = change.action != "remove" and _is_said(change, grounds)
    return Proposed(change.clause, change.action, change.text, known, said)
