"""What stands where a condition would and is none: company, the order of acts, a life after school; and routines."""

from __future__ import annotations

import re

from ..language.lexicon import lexicon
from .actors import Act
from .cues import words
from .page import Page
from .times import letters
from .verbs import TOKEN, gerund


def is_the_company(page: Page, act: Act, match: re.Match[str], rest: str) -> bool:
    """`communicate effectively with peers`: with whom belongs to an act that needs somebody."""
    if act.verb not in words("acts", "with_somebody") or match[0].lower() not in ("with", "w/"):
        return False
    between = TOKEN.findall(page.left[act.start + len(act.verb) : match.start()])
    somebody = [token.lower() for token in TOKEN.findall(rest)]
    near = act.verb == "be" or all(token.endswith("ly") or token == "more" for token in between)
    return near and all(token in words("acts", "companions") | words("acts", "adults") | _ANYBODY for token in somebody)


_ANYBODY = frozenset(("others", "other", "the", "his", "her", "their", "and", "a", "people", "same-age", "or", "all"))


def is_another_act(word: str, rest: str) -> bool:
    """`raise his hand before speaking`: in what order two acts come belongs to the act."""
    first = TOKEN.match(rest)
    return (
        word in ("before", "prior to")
        and first is not None
        and gerund(first[0]) not in (None, *words("acts", "moving"))
    )


def is_for_a_routine(page: Page, act: Act | None, match: re.Match[str], rest: str) -> bool:
    """`put on her coat for recess`, behind what the act is done to."""
    if match[0].lower() != "for" or act is None:
        return False
    routine = rest.lower().split()
    before = TOKEN.findall(page.left[act.start : match.start()])
    if {act.verb, *before[-1:]} & {"study", "prepare", "practice", "get", "save", "wait", "ready", "ask", "look"}:
        return False
    entry = lexicon().nouns(routine[-1]) if routine else None
    named = entry is not None and entry.kind in ("setting", "event", "activity", "subject")
    return named and len(routine) < 4 and bool(page.left[act.start + len(act.verb) : match.start()].strip(" ,\x1f"))


def is_school_over(stretch: str) -> bool:
    """`After high school`: then no school can measure anything."""
    told, _ = letters(tuple(token.lower() for token in TOKEN.findall(stretch)[1:]))
    words_after = stretch.lower().split()[1:2]
    leaving = words_after and words_after[0] in ("leaving", "exiting", "finishing", "completing", "graduating")
    over = "high school" in stretch.lower() or "graduat" in stretch.lower() or "exit" in stretch.lower()
    return stretch.lower().startswith(("after ", "upon ", "following ")) and (
        bool(leaving and "P" in told) or (over and set(told) <= set("BOPHF?") and len(told) < 4)
    )
