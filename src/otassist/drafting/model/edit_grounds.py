"""What an edit may rest on, and what must not go in one unless the message asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...domain import Clause, Goal, Note, Observation, Proposed
from ...language import words_of
from ...language.tables import rules
from .findings import Fault
from .grounding import content, foreign_words, numbers_of, small_words


@dataclass(frozen=True)
class EditGrounds:
    """What an edit may rest on: the draft, the message, and the jot where it is known."""

    draft: Goal | Note
    message: str
    observation: Observation | None = None

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """What can be changed, by id: every clause but a goal's reason, and its objectives as `o1`, `o2`."""
        goal = isinstance(self.draft, Goal)
        own = {clause.id: clause for clause in self.draft.clauses if clause.role != "rationale"}
        steps = self.draft.objectives if isinstance(self.draft, Goal) else ()
        placed = {f"o{n}": Clause(f"o{n}", "objective", step.text, "proposed") for n, step in enumerate(steps, 1)}
        return {**own, **placed} if goal else own

    @cached_property
    def statements(self) -> Mapping[str, str]:
        told = self.observation.statements if self.observation else ()
        return {item.id: item.text for item in told if item.role != "instruction"}

    @cached_property
    def is_cutting(self) -> bool:
        """Whether the message wants something gone."""
        return bool(set(rules("model")["edits"]["cutting"]) & set(small_words(self.message)))

    @cached_property
    def is_contrary(self) -> bool:
        """Whether it puts one thing in another's place: a number, or what is so and not otherwise."""
        words = small_words(self.message)
        contrary = set(rules("model")["edits"]["contrary"]) & set(words) or any(word.endswith("n't") for word in words)
        return self.is_cutting or bool(contrary) or bool(numbers_of(self.message))


def people_in(texts: Sequence[str]) -> frozenset[str]:
    """Whom texts name beside the student: another sentence's person did not do what this one tells."""
    people = (word.lemma for text in texts for word in words_of(text) if word.kind == "person")
    return frozenset(people) - {"student"}


def gone(given: Sequence[Proposed], grounds: EditGrounds) -> Iterator[Fault]:
    """Numbers, levels, denials and whole clauses that go though the message does not ask for it."""
    old = [grounds.clauses[each.clause].text for each in given if each.action != "add"]
    new = [each.text for each in given]
    if not grounds.is_contrary:
        yield from (("left_out", number) for number in sorted(numbers_of(*old) - numbers_of(*new)))
        yield from (("left_out", level) for level in sorted(_levels(old) - _levels(new)))
        if sum(map(_denials, old)) > sum(map(_denials, new)):
            yield "left_out", "not"
        if any(
            _is_exchanged(grounds.clauses[each.clause].text, each.text) for each in given if each.action == "replace"
        ):
            yield "moved", ""
    for each in given:
        text = grounds.clauses[each.clause].text if each.action == "remove" else ""
        if text and not grounds.is_cutting and not _is_told(text, new):
            yield "not_asked", text


def _is_exchanged(old: str, new: str) -> bool:
    """Whether the same numbers stand in another order: each belongs to the words beside it."""
    before, after = (re.findall(r"\d[\d.,/:]*\d|\d", text) for text in (old, new))
    return before != after and sorted(before) == sorted(after)


def _is_told(text: str, new: Sequence[str]) -> bool:
    """Whether what a clause says is said in others now."""
    return bool(content(text)) and not list(foreign_words(text, new))


def _levels(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(word.text for text in texts for word in words_of(text) if word.level)


def _denials(text: str) -> int:
    denies = rules("model")["links"]["denying"]
    return sum(word in denies or word.endswith("n't") for word in small_words(text))
