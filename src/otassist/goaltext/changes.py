"""Present measures behind `from`: `from 35%`, `from a current score of 1`, `from 5 spills a round`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Span
from .cues import words
from .page import TAKEN, Page
from .present import is_amount, names_a_measure
from .tokens import Clause, Token, clauses, is_number

_FARTHEST = 7
"""Words between `from` and its number."""


def changed_from(page: Page) -> Iterator[Span]:
    """From `from` to the end of its measure, where it can only say what the student did before."""
    for clause in clauses(page):
        for index, word in enumerate(clause.words):
            if word == "from" and (number := _number(clause.words, index)):
                end = _measure_end(clause.words, number)
                if _is_present(page, clause, index, number, end):
                    yield Span(clause.tokens[index].start, clause.tokens[end - 1].end)


def _number(run: Sequence[str], index: int) -> int:
    """Where the number stands behind `from`, with no other preposition before it; 0 for none."""
    for place in range(index + 1, min(index + 1 + _FARTHEST, len(run))):
        if is_number(run[place]) or is_amount(run, place):
            return place
        if run[place] in words("baselines", "cuts"):
            return 0
    return 0


def _is_present(page: Page, clause: Clause, index: int, number: int, end: int) -> bool:
    between, unit = clause.words[index + 1 : number], clause.words[number + 1 : end]
    if set(unit) & words("baselines", "no_measures"):
        return False
    if names_a_measure(between) or (between[-1:] == ("of",) and set(between) & words("baselines", "measures")):
        return True
    allowed = words("baselines", "about") | words("baselines", "measures") | words("baselines", "present")
    if _is_share(clause.words, number) and not set(between) - allowed:
        return True
    bare = not set(between) - words("baselines", "about")
    if not bare or (index and page.left[clause.start : clause.tokens[index].start].strip()):
        return False
    return clause.before in (",", ";", "(", TAKEN) and (not unit or _is_rate(unit) or _is_repeated(page, clause, unit))


def _is_share(run: Sequence[str], number: int) -> bool:
    """`35%`, `4/10`, `1 of 5`, `2 out of 10`, `forty percent`."""
    word, behind = run[number], tuple(run[number + 1 : number + 5])
    if "%" in word or behind[:1] in (("percent",), ("%",)):
        return True
    if "/" in word and word[:1].isdigit():
        part, _, whole = word.partition("/")
        return whole[:1].isdigit() and (not whole.isdigit() or int(part) <= int(whole))
    of = next((place for place, told in enumerate(behind[:3]) if told in ("of", "in")), None)
    return of is not None and any(map(is_number, behind[of + 1 : of + 3])) and "to" not in behind[:of]


def _is_rate(unit: Sequence[str]) -> bool:
    return any(word in ("a", "an", "per", "each", "every") for word in unit[1:])


def _is_repeated(page: Page, clause: Clause, unit: Sequence[str]) -> bool:
    """Whether what is counted is what the goal counts: `at least 5 exchanges`, `from 1 exchange`."""
    said = {stem(word) for word in unit if word not in words("acts", "stops")}
    others = (other for other in clauses(Page(page.text, page.text)) if other.start != clause.start)
    return any(stem(word) in said for other in others for word in other.words)


def stem(word: str) -> str:
    for ending in ("ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")


def _measure_end(run: Sequence[str], number: int) -> int:
    """Past the measure that begins at a number: to the next preposition that leads to something else."""
    place = number + 1
    while place < len(run) and (run[place] not in words("baselines", "cuts") or _goes_on(run, place)):
        place += 1
    return place


def _goes_on(run: Sequence[str], place: int) -> bool:
    """`2 of 10`, `3 in 10`, `at present`, `per round` belong to the measure."""
    behind = run[place + 1 : place + 2]
    if not behind or run[place] == "to":
        return False
    return is_number(behind[0]) or behind[0] in words("baselines", "now") or run[place] in ("of", "per", "or")


def until_target(clause: Sequence[Token], index: int) -> Sequence[Token]:
    """The tokens of a change from one measure to another, without the other: `from 1 of 5 labs` of `... to 4 of 5`."""
    run = [token.word for token in clause]
    counted = next((place for place in range(index, len(run)) if is_number(run[place])), None)
    if counted is None:
        return clause
    for place in range(counted + 1, len(run) - 1):
        if run[place] == "to" and any(map(is_number, run[place + 1 : place + 4])):
            return clause[:place]
    return clause
