"""Who a goal's clause is about: its subject, and whether that is the student, an adult or a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..domain import Span
from ..language.lexicon import lexicon
from .cues import words
from .page import Page
from .recorders import is_person
from .verbs import TOKEN, Deed

Actor = Literal["student", "adult", "thing"]


@dataclass(frozen=True, slots=True)
class Act:
    """The clause begins at `begin`, `will` ends at `after`; the verb phrase is start to end."""

    actor: Actor
    subject: Span | None
    begin: int
    after: int
    start: int
    end: int
    deed: Deed = "observable"
    verb: str = ""


_BOUNDARY = re.compile(r"[,;:.!?\n\x1f()\[\]•|–—]")
_PERSONAL = re.compile(
    r"(?:\{s\}|_{2,}|\[[^\]]{1,30}\]|\([^)]{1,20}\)|<[^>]{1,20}>|x{2,}|[A-Z]\.(?: ?[A-Z]\.?)?)$", re.IGNORECASE
)


def subject_of(page: Page, end: int) -> tuple[int, Span | None]:
    """Where the clause of the subject begins, and the subject itself: the last noun phrase before `will`."""
    begin = max((match.end() for match in _BOUNDARY.finditer(page.left, max(0, end - 300), end)), default=0)
    personal = _PERSONAL.search(page.text[max(0, end - 40) : end].rstrip())
    if personal:
        start = max(0, end - 40) + personal.start()
        return min(begin, start), Span(start, start + len(personal[0]))
    tokens = list(TOKEN.finditer(page.left, begin, end))
    if not tokens:
        return begin, None
    first = _first_of_phrase(page.left, tokens)
    return begin, Span(first, tokens[-1].end())


_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "each", "our", "his", "her", "their", "my", "your", "every", "these", "those", "both"]
)


def _first_of_phrase(text: str, tokens: list[re.Match[str]]) -> int:
    """Back from the last word to its determiner, over capitalised names, at most five words."""
    if tokens[-1][0].lower() in words("acts", "students"):
        before = tokens[-2] if len(tokens) > 1 else None
        return before.start() if before and before[0].lower() in _DETERMINERS else tokens[-1].start()
    named = tokens[-1][0][:1].isupper() and not text.isupper()
    for back in range(1, min(6, len(tokens)) + 1):
        token = tokens[-back]
        if token[0].lower() in _DETERMINERS or token[0].lower().endswith(("'s", "’s")):
            return token.start()
        if back > 1 and named and not token[0][:1].isupper():
            break
        if back > 1 and token[0].lower() in words("acts", "stops") - {"of"}:
            break
        named = named and token[0][:1].isupper()
    clause_is_subject = len(tokens) <= 3 and not (set(map(str.lower, (t[0] for t in tokens))) & words("acts", "stops"))
    return tokens[0].start() if clause_is_subject else tokens[-1].start()


_OF = re.compile(
    r"\b(?:teachers?|specialists?|directors?|instructors?) (?:of|for) (?:the )?[\w ]{3,40}$", re.IGNORECASE
)


def actor_of(page: Page, subject: Span | None) -> Actor:
    if subject is None:
        return "student"
    phrase = page.text[subject.start : subject.end].lower().replace("’", "'")
    if page.text[subject.start : subject.end] == "pt":
        return "student"  # "PT" is the therapist, "pt" the patient
    tokens = TOKEN.findall(phrase) or [phrase]
    head, pair = tokens[-1], " ".join(tokens[-2:])
    if head in ("someone", "somebody", "anyone", "anybody"):
        return "adult"
    if head in words("acts", "aims") and len(tokens) > 1:
        return "student"
    if head in words("acts", "things") | words("acts", "devices"):
        return "thing"
    if _OF.search(page.text[max(0, subject.end - 70) : subject.end]) or (is_person(head.lower()) and len(tokens) < 4):
        return "adult"
    if {head, pair, phrase} & words("acts", "students"):
        return "student"
    if {head, pair} & words("acts", "adults") or re.fullmatch(
        r"(?:the )?(?:ot|cota)(?:/\w+)?|(?:mrs?|ms|dr|miss|coach)\.? \w+", phrase
    ):
        return "adult"
    owned = len(tokens) > 1 and (tokens[0] in _DETERMINERS or any(token.endswith("'s") for token in tokens[:-1]))
    if owned or (page.text[subject.end - len(head) : subject.end].islower() and _is_a_thing(head)):
        return "thing" if _is_a_thing(head) or any(token.endswith("'s") for token in tokens[:-1]) else "student"
    if len(tokens) == 1 and _is_a_plural(head):
        return "thing"
    named = {phrase, head} & words("acts", "body")
    return (
        "thing" if named or (subject.end - subject.start > 12 and len(tokens) > 1 and _is_a_thing(head)) else "student"
    )


@cache
def _is_a_plural(word: str) -> bool:
    """`Papers will be turned in`: no name."""
    entry = lexicon().nouns(word)
    return entry is not None and entry.number == "plural" and entry.kind not in ("person", "name", "")


@cache
def _is_a_thing(word: str) -> bool:
    entry = lexicon().nouns(word)
    return entry is not None and entry.kind not in ("person", "name", "")
