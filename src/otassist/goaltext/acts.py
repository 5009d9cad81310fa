"""Finds what a goal asks of whom: the subject, the verb behind `will`, and what kind of act it is."""

from __future__ import annotations

import re
from dataclasses import replace

from ..domain import Span
from .actors import Act, Actor, actor_of, subject_of
from .cues import pattern, sentence_end, words
from .fragments import of_fragment
from .judging import judged
from .leads import past_leads
from .page import Page
from .verbs import TOKEN, Deed, base, deed_of

__all__ = ["Act", "Actor", "Deed", "act"]

_MODAL, _WISH, _STAFF = pattern("acts", "modal"), pattern("acts", "wish"), pattern("acts", "staff")


def act(page: Page) -> Act | None:
    """The student's act if the text has one, else whatever act it has; None when no verb is found."""
    found = [made for match in _MODAL.finditer(page.left) if (made := _of_modal(page, match)) is not None]
    own = [item for item in found if item.actor == "student"]
    if own:
        return own[0] if len(own) == 1 else next((item for item in own if _is_seen(page, item)), own[0])
    if wished := _of_wish(page):
        return wished
    if found:
        before = of_fragment(page)
        return before if before and found[0].actor == "adult" and before.start < found[0].begin else found[0]
    return _of_staff(page) or of_fragment(page)


def _is_seen(page: Page, item: Act) -> bool:
    """Of several acts the first that can be seen is the goal's."""
    told = judged(item, page.text[item.start : item.end], page.left[item.start : item.end])
    return told.deed in ("observable", "vague")


def _of_wish(page: Page) -> Act | None:
    """`I would like Finn to fasten his shirt`: what is wished of the student is what the goal asks for."""
    for match in _WISH.finditer(page.left):
        subject = Span(match.start("who"), match.end("who"))
        if match["who"].lower() not in words("acts", "no_subjects"):
            return _made(page, actor_of(page, subject), subject, match.start(), match.end())
    return None


def _of_staff(page: Page) -> Act | None:
    """`PT to provide stretching`, `OT to consult`: a service as a fragment."""
    for match in _STAFF.finditer(page.left):
        subject = Span(match.start("who"), match.end("who"))
        if base(match["verb"]) and actor_of(page, subject) == "adult":
            return _made(page, "adult", subject, match.start(), match.end())
    return None


def _of_modal(page: Page, match: re.Match[str]) -> Act | None:
    if re.match(r"\s+(?:will|can|shall)\b", page.left[match.end() :], re.IGNORECASE):
        return None  # "Will will ...": the first is a name
    if _NOUN.search(page.left, max(0, match.start() - 10), match.start()):
        return None  # "scan a can"
    if match[0].lower().startswith(("t", "s", "l", "p")) and match[0].lower().endswith(("wbat", "sw", "lw")):
        return _made(page, "student", Span(match.start(), match.end()), match.start(), match.end())
    begin, subject = subject_of(page, match.start())
    if subject is not None and _is_subordinate(page.left[begin : subject.start]):
        return None
    return _made(page, actor_of(page, subject), subject, begin, match.end())


_NOUN = re.compile(r"(?<![\w'’-])(?:an?|the|his|her|their|our|my|your|every)\s+$", re.IGNORECASE)


def _made(page: Page, actor: Actor, subject: Span | None, begin: int, after: int) -> Act | None:
    """The act whose verb phrase begins behind `after`, past adverbs and words such as `be able to`."""
    end = sentence_end(page.left, after)
    start, negated = past_leads(page.left, _past_inserted(page.left, after, end), end)
    token = TOKEN.search(page.left, start, end)
    if token is None:
        return None
    verb = None if _BLANK.match(page.left, start) else token
    found = Act(actor, subject, begin, after, start, end, verb=verb[0].lower() if verb else "")
    if verb is None:
        return replace(found, deed="unobservable")
    if actor == "adult" and subject and page.text[subject.start : subject.end] == "I" and _is_own(page, found):
        found = replace(found, actor="student")
    return replace(found, deed="non_act") if negated else found


def _is_own(page: Page, found: Act) -> bool:
    """`I will raise my hand`: a goal in the student's words; no `I would like`, no `I will provide`."""
    return found.verb not in words("acts", "wishes") and deed_of(page.left[found.start : found.end]) != "service"


_BLANK = re.compile(r"\s*(?:_{2,}|\[[^\]]*\]|\.{4,})")


_INSERTED = pattern("acts", "inserted")


def _past_inserted(text: str, start: int, end: int) -> int:
    """Past `, after handing in a card,` and past parts already found between `will` and the verb."""
    while match := (_INSERTED.match(text, start, end) or re.compile(r"[\s,]*\x1f+[\s,]*").match(text, start, end)):
        start = match.end()
    return start


_WHO = re.compile(
    r"\b(?:that|which|who|whom|what|where|how|whether|so|said|says|think|thinks|agreed|knows?|sure|if|when)\s*$",
    re.IGNORECASE,
)


def _is_subordinate(before: str) -> bool:
    """`so that she will`, `a task that the class will`: not what the goal asks for."""
    return _WHO.search(before) is not None
