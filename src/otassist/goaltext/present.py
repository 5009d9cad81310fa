"""Words of the present and the past, and what counts as a measure beside them (data/baselines.toml)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import words
from .timeframes import is_dated
from .times import letters
from .tokens import Token, is_number, phrase_at

_BLANK = re.compile(r"_{2,}|\[[^\]]*\]|\b(?:tbd|to be determined|n/a)\b", re.IGNORECASE)


def is_measured(content: str) -> bool:
    """Whether words give a measure or a level; a blank to fill in does not."""
    told = _BLANK.sub(" ", content)
    if _BLANK.search(content) and not re.search(r"\d", told):
        return False
    run = re.findall(r"[^\W_][\w'’/.%+-]*", told.lower())
    return any(is_number(word.rstrip(".")) or is_amount(run, index) for index, word in enumerate(run))


def is_past(run: tuple[str, ...]) -> bool:
    """Whether words name the present or a time before: `now`, `last spring`, `in May`, `at fall check`."""
    for index, word in enumerate(run):
        count = phrase_at(run, index, words("baselines", "markers"), 7)
        if (
            count
            and run[max(0, index - 1)] not in ("from", "until")
            and run[index + count : index + count + 1] != ("of",)
        ):
            return True
        if word in words("baselines", "past") and index + 1 < len(run) and is_dated(run, index + 1):
            return True
        if word == "of" and index and run[index - 1] in ("week", "month") and is_dated(run, index + 1):
            return True
        if _is_an_occasion(run, index) or _is_gone(run, index):
            return True
    if run[-1] in ("current", "baseline", "present", "presently") or names_a_measure(run) or _is_a_first(run):
        return True
    return is_dated(run, 0) and not run[0][:1].isdigit() and run[0] not in ("the", "a", "this", "may")


def _is_an_occasion(run: Sequence[str], index: int) -> bool:
    """`at fall check`, `on her first probe`, `at tryout`: a measuring that was."""
    if run[index] not in ("at", "on", "in", "during") or index + 1 >= len(run):
        return False
    if set(run[index + 1 : index + 3]) & {"start", "beginning", "outset", "opening"}:
        told, _ = letters(tuple(run[index + 1 : index + 8]))
        return re.match("B?EFB{0,2}[PMYQ]", told) is not None
    for place in range(index + 1, min(index + 6, len(run))):
        if run[place] in words("baselines", "occasions"):
            before = run[index + 1 : place]
            if run[index + 1] == "advance" or ("the" in before and run[place] in ("try", "attempt", "trial")):
                return False  # `on the first try` says how well, `on her first try` what was
            return bool(set(before) & words("baselines", "firsts")) or any(is_dated((word,), 0) for word in before)
        if run[place] in words("baselines", "entries"):
            return place == len(run) - 1 or run[place + 1] not in words("baselines", "occasions")
    return False


def _is_a_first(run: Sequence[str]) -> bool:
    """`First try: 1 of 4`, at the start of a clause."""
    return (
        len(run) > 1
        and run[0] in words("baselines", "firsts") | words("baselines", "present")
        and run[1] in words("baselines", "occasions") | words("baselines", "measures") | {"try"}
    )


def _is_gone(run: Sequence[str], index: int) -> bool:
    """`previous month`, `the past two weeks`, `prior quarter`."""
    if {"by", "before", "until"} & set(run[max(0, index - 2) : index]):
        return False  # `by the last month of the year`
    return run[index] in words("baselines", "gone") and bool(
        set(run[index + 1 : index + 3]) & words("baselines", "times_gone")
    )


def names_a_measure(run: Sequence[str]) -> bool:
    """`current score`, `her present length`, `September average`: a measure with a word of the present or the past."""
    for index, word in enumerate(run):
        if word.rstrip(":") in words("baselines", "measures"):
            before = run[max(0, index - 3) : index]
            if set(before) & words("baselines", "present") or any(
                is_dated((told.removesuffix("'s"),), 0) and not told[:1].isdigit() and told != "may" for told in before
            ):
                return True
    return False


def has_amount(run: Sequence[Token], past: bool = False) -> bool:
    """A number that is no date, or words such as `half` and `never`."""
    held = [token.word for token in run]
    for index, word in enumerate(held):
        near = index > 0 and run[index].start - run[index - 1].end == 1
        if is_amount(held, index) or (is_number(word) and not (near and _is_a_date(held, index, past))):
            return True
    return False


def is_amount(run: Sequence[str], index: int) -> bool:
    """`half`, `never`, `an inch`, `a prompt`."""
    led = index > 0 and run[index - 1] in ("a", "an") and run[index] in words("baselines", "units")
    return led or run[index] in words("baselines", "amounts")


def _is_a_date(run: Sequence[str], index: int, past: bool) -> bool:
    """`on 9/8`, `Oct 2`."""
    if index > 1 and run[index - 1] == "of" and run[index - 2] in ("week", "month"):
        return True
    led = index > 0 and (run[index - 1] in words("baselines", "past") or is_dated((run[index - 1],), 0))
    return past and led and is_dated(tuple(run), index - (run[index - 1] not in words("baselines", "past")))
