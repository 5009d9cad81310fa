"""Conditions that a note ties to another task than the jot: `read-back` for dictating where it was for editing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .denials import denies
from .findings import at
from .grounds import Grounds
from .segments import Segment, all_stems
from .sentences import Sentence
from .supports import Support, stands_on, support_of


@dataclass(frozen=True, slots=True)
class Condition:
    """The words from `with`, `on`, `when` ... on, or a level; `task` is what the note ties them to."""

    words: tuple[Word, ...]
    stems: frozenset[str]
    task: frozenset[str]
    support: Support | None = None


def conditions(sentence: Sentence) -> Iterator[Condition]:
    """Every condition of a sentence; a stretch that is one as a whole belongs to the stretch before its comma."""
    before = frozenset[str]()
    for index, part in enumerate(sentence.segments):
        own = all_stems(part.words)
        tied = before if index and _is_tied(sentence, index) else frozenset[str]()
        if tied and _leads(part.words[0]) and own and not _is_clause(part):
            yield Condition(part.words, own, tied - own)
        else:
            yield from _inside(part, own, tied)
        before = own or before


def _inside(part: Segment, own: frozenset[str], tied: frozenset[str]) -> Iterator[Condition]:
    """The conditions of one stretch; without words of its own it speaks of what it is tied to."""
    for condition in conditions_inside(part):
        if condition.stems and not any(word.text.lower() == "which" for word in condition.words):
            yield replace(condition, task=(own - condition.stems) or tied - condition.stems)
    for word in part.words:
        if word.level:
            yield Condition((word,), frozenset(), own or tied, support_of(word))


def conditions_inside(part: Segment) -> Iterator[Condition]:
    """The phrases of one stretch that open with `with`, `on`, `when` ..., without their tasks."""
    places = [place for place, word in enumerate(part.words) if _leads(word)]
    for start, end in pairwise([*places, len(part.words)]):
        words = part.words[start : _last(part.words, start, end)]
        yield Condition(words, all_stems(words), frozenset())


def _is_tied(sentence: Sentence, index: int) -> bool:
    """Whether a comma, no semicolon, parts a stretch from the one before it."""
    before, part = sentence.segments[index - 1], sentence.segments[index]
    between = sentence.plain[before.words[-1].end : part.words[0].start]
    return "," in between and not any(word.tag == ":" for word in part.words)


def _is_clause(part: Segment) -> bool:
    """`when he asked` has its own verb and may tell of anything."""
    return any(word.tag in "vxm" for word in part.words)


def _last(words: Sequence[Word], start: int, end: int) -> int:
    """A phrase behind a preposition ends before the next verb; a clause ends with its stretch."""
    if words[start].tag == "s":
        return end
    return next((index for index in range(start + 2, end) if words[index].tag in "pvbex"), end)


@cache
def _leading() -> frozenset[str]:
    return frozenset(rules("note_rules")["conditions"]["leading"])


def _leads(word: Word) -> bool:
    return word.tag in "psg" and word.text.lower() in _leading()


def moved_conditions(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker for a condition which the jot has only with another task, while it has this task without it."""
    if sentence.section in ("assessment", "plan"):
        return
    for condition in conditions(sentence):
        if any(denies(word) for word in condition.words[1:]):
            continue  # said by the check of denials
        other = _elsewhere(condition, given)
        if other:
            yield at(
                "moved_condition", sentence, condition.words[0].start, condition.words[-1].end,
                f"The jot ties this to something else: {other!r}.", "Keep each condition with its own task.",
            )  # fmt: skip
            return


def _elsewhere(condition: Condition, given: Grounds) -> str | None:
    """The jot's words where the condition stands, when the task stands elsewhere."""
    if not condition.task:
        return None
    held = [(index, part) for index, item in enumerate(given.told) for part in item.segments if _has(condition, part)]
    if not held or any(_goes_with(condition, index, part, given) for index, part in held):
        return None
    if condition.words[0].text.lower() == "without" and any(denies(word) for _, part in held for word in part.words):
        return None  # `spilled 1x no meltdown`: what is denied belongs to no task
    seen = [item for item in given.told if item.statement.role == "observation"]
    if not any(condition.task & all_stems(part.words) for item in seen for part in item.segments):
        return None
    return " ".join(word.source for word in held[0][1].words)


def _has(condition: Condition, part: Segment) -> bool:
    if not condition.support:
        return condition.stems <= all_stems(part.words)
    return any(stands_on(condition.support, support_of(word)) for word in part.words if word.level)


def _goes_with(condition: Condition, index: int, part: Segment, given: Grounds) -> bool:
    """The stretch has the task too; one without a task of its own speaks of what stands before it or beside it."""
    item = given.told[index]
    if (item.statement.role in ("header", "background") and not part.values) or _opens(condition, index, given):
        return True
    behind = _behind_colon(part.words)
    own = all_stems(behind) - condition.stems
    if own and (condition.support or condition.stems & all_stems(behind)):
        return bool(condition.task & (own | all_stems(part.words)))
    if len(behind) < len(part.words):
        return True
    rest = all_stems(item.words) - condition.stems
    if rest and index and item.segments[0] is part:
        rest |= all_stems(given.told[index - 1].words)
    return not rest or bool(condition.task & rest)


def _opens(condition: Condition, index: int, given: Grounds) -> bool:
    """What the jot begins with, a day, and a step of a sequence hold for what follows too."""
    if condition.support:
        return False
    if all(word.kind == "time" for word in condition.words if word.tag == "n"):
        return True
    lead = condition.words[0].text.lower()
    near = given.told[max(0, index - 1) : index + 2]
    if lead in rules("note_rules")["conditions"]["sequence"] and any(
        condition.task & all_stems(one.words) for one in near
    ):
        return True
    first = index == 0 or (index == 1 and not given.told[0].acts and not given.told[1].acts)
    return first and lead in rules("note_rules")["conditions"]["opening"]


def _behind_colon(words: Sequence[Word]) -> Sequence[Word]:
    """`feeding: scoop dish` names the dish of all that follows, not of the feeding alone."""
    places = [index for index, word in enumerate(words) if word.tag == ":"]
    return words[places[-1] + 1 :] if places else words
