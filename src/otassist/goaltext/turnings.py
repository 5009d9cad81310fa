"""Deadlines told by what ends or begins: `before school lets out in June`, `by the time he is in second grade`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .cues import rules
from .times import letters

_FARTHEST = 14


def turning_end(words: Sequence[str], index: int, count: int) -> int:
    """Past the clause behind `by the time`, `before`, `until`; 0 where no school time turns."""
    opener = " ".join(words[index : index + count])
    run = tuple(words[index + count : index + count + _FARTHEST])
    given = run[:2] == ("the", "time") and run[2:3] != ("of",)
    if not given and opener not in ("by", "before", "until", "till", "prior to"):
        return 0
    run = _to_the_goal(run)
    if run and run[0] in _words("moving_on"):
        return index + count + _last_time(run, 0) if _last_time(run, 0) else 0  # "before leaving middle school"
    verb = _verb(run, 3 if given else 1)
    if given and not verb and (last := _last_time(run, 5)):
        return index + count + last  # "by the time the team meets again next May"
    if not verb:
        return 0
    last = _last_time(run, verb)
    if not last and not _is_firm(run, verb):
        return 0
    return index + count + max(last, _firm_end(run, verb))


def _to_the_goal(run: tuple[str, ...]) -> tuple[str, ...]:
    """What stands before the goal's own `will`, without its subject."""
    stop = next((place for place, word in enumerate(run) if word in ("will", "shall", "should", "can")), None)
    return run if stop is None else run[: max(0, stop - 1)]


def _verb(run: Sequence[str], first: int) -> int:
    """Where the verb of leaving or beginning stands behind a subject of one to four words; 0 for none."""
    return next((place for place in range(first, min(first + 5, len(run))) if _is_verb(run, place)), 0)


def _is_verb(run: Sequence[str], place: int) -> bool:
    """`school ends`, `classes end`; no `the end`, `of school`."""
    before, word = run[place - 1], run[place]
    plural = before in ("they", "i", "we") or (before.endswith("s") and "'" not in before)
    return word in (_words("leaving") | _words("bare") if plural else _words("leaving") - _words("bare"))


def _last_time(run: tuple[str, ...], verb: int) -> int:
    """Past the last word of a season, date, grade or school; what is no period of a plan (`the period`) is none."""
    told, starts = letters(run)
    stops = (*starts[1:], len(run))
    ends = [stop for stop, letter in zip(stops, told, strict=True) if letter in "PHMRDY"]
    return max(ends) if ends and max(ends) >= verb - 2 else 0


def _is_firm(run: Sequence[str], verb: int) -> bool:
    """`graduates`, `ages out`, `turns 16`, `leaves middle school`: once in a school life."""
    pair = " ".join(run[verb : verb + 2])
    return bool({run[verb], pair} & _words("firm")) or (run[verb] == "turns" and len(run) > verb + 1)


def _firm_end(run: Sequence[str], verb: int) -> int:
    follows = run[verb + 1 : verb + 2]
    return verb + 2 if follows and (follows[0] in ("out", "over", "up") or run[verb] == "turns") else verb + 1


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rules("times")["words"][name])
