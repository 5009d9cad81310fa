"""Finds what a goal asks of whom: the subject, the verb behind `will`, and what kind of act it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Literal

from ..domain import Span
from ..language.lexicon import lexicon
from .cues import SENTENCE_END, pattern, words
from .page import Page
from .recorders import is_person
from .verbs import TOKEN, Deed, base, gerund, is_mostly_noun, leads

__all__ = ["Act", "Actor", "Deed", "act"]

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


_MODAL = pattern("acts", "modal")
_BOUNDARY = re.compile(r"[,;:.!?\n\x1f()\[\]•|–—]")
_PERSONAL = re.compile(
    r"(?:\{s\}|_{2,}|\[[^\]]{1,30}\]|\([^)]{1,20}\)|<[^>]{1,20}>|x{2,}|[A-Z]\.(?: ?[A-Z]\.?)?)$", re.IGNORECASE
)


def act(page: Page) -> Act | None:
    """The student's act if the text has one, else whatever act it has; None when no verb is found."""
    found = [made for match in _MODAL.finditer(page.left) if (made := _of_modal(page, match)) is not None]
    best = next((item for item in found if item.actor == "student"), None)
    if best is None and found:
        before = _of_fragment(page)
        return before if before and found[0].actor == "adult" and before.start < found[0].begin else found[0]
    return best or _of_fragment(page)


def _of_modal(page: Page, match: re.Match[str]) -> Act | None:
    if re.match(r"\s+(?:will|can|shall)\b", page.left[match.end() :], re.IGNORECASE):
        return None  # "Will will ...": the first is a name
    begin, subject = _subject(page, match.start())
    if subject is not None and _is_subordinate(page.left[begin : subject.start]):
        return None
    actor = _actor(page, subject)
    end = _sentence_end(page.left, match.end())
    start, negated = _past_leads(page.left, _past_inserted(page.left, match.end(), end), end)
    if not TOKEN.search(page.left, start, end):
        return None
    verb = None if _BLANK.match(page.left, start) else TOKEN.search(page.left, start, end)
    found = Act(actor, subject, begin, match.end(), start, end, verb=verb[0].lower() if verb else "")
    if verb is None:
        return replace(found, deed="unobservable")
    return replace(found, deed="non_act") if negated else found


_BLANK = re.compile(r"\s*(?:_{2,}|\[[^\]]*\]|\.{4,})")


_INSERTED = pattern("acts", "inserted")


def _past_inserted(text: str, start: int, end: int) -> int:
    """Past `, after handing in a card,` and past parts already found between `will` and the verb."""
    while match := (_INSERTED.match(text, start, end) or re.compile(r"[\s,]*\x1f+[\s,]*").match(text, start, end)):
        start = match.end()
    return start


def _sentence_end(text: str, start: int) -> int:
    end = SENTENCE_END.search(text, start)
    return end.start() if end else len(text)


_WHO = re.compile(r"\b(?:that|which|who|whom|what|where|how|whether|so)\s*$", re.IGNORECASE)


def _is_subordinate(before: str) -> bool:
    """`so that she will`, `a task that the class will`: not what the goal asks for."""
    return _WHO.search(before) is not None


def _subject(page: Page, end: int) -> tuple[int, Span | None]:
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


def _actor(page: Page, subject: Span | None) -> Actor:
    if subject is None:
        return "student"
    phrase = page.text[subject.start : subject.end].lower().replace("’", "'")
    tokens = TOKEN.findall(phrase) or [phrase]
    head, pair = tokens[-1], " ".join(tokens[-2:])
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
    named = {phrase, head} & words("acts", "body")
    return (
        "thing" if named or (subject.end - subject.start > 12 and len(tokens) > 1 and _is_a_thing(head)) else "student"
    )


@cache
def _is_a_thing(word: str) -> bool:
    entry = lexicon().nouns(word)
    return entry is not None and entry.kind not in ("person", "name", "")


_ADVERBS = re.compile(r"\s*(?:\w+ly|also|then|always|often|either|both|first|each day|daily)\b,?\s*", re.IGNORECASE)
_NOT = re.compile(r"\s*(?:not|never|no longer)\b\s*", re.IGNORECASE)


def _past_leads(text: str, start: int, end: int) -> tuple[int, bool]:
    """Past adverbs and words such as `be able to`; whether a `not` stood there."""
    negated = False
    while start < end:
        if match := _NOT.match(text, start, end):
            negated = True
        else:
            match = _ADVERBS.match(text, start, end) or _lead(text, start, end)
        if match is None or match.end() == start:
            break
        start = match.end()
    space = re.compile(r"[\s,:]*").match(text, start, end)
    return (space.end() if space else start), negated


def _lead(text: str, start: int, end: int) -> re.Match[str] | None:
    space = re.compile(r"\s*").match(text, start, end)
    match = leads().match(text, space.end() if space else start, end)
    if match is None:
        return None
    behind = _word_behind(text, match.end(), end)
    if " ".join(match["lead"].lower().split()) in words("acts", "lead_before_gerund"):
        return match if gerund(behind) else None
    return match


def _word_behind(text: str, start: int, end: int) -> str:
    adverbs = _ADVERBS.match(text, start, end)
    token = TOKEN.match(text, adverbs.end() if adverbs else start, end)
    return token[0] if token else ""


_CLAUSE = re.compile(
    r"(?:^|[,;:.!?\n\x1f(|•–—]|\s-\s|\b(?:student|she|he|they|child|pupil|learner)\b)[\s\"'*\-]*", re.IGNORECASE
)


_MOST_CLAUSES = 100


def _of_fragment(page: Page) -> Act | None:
    """`Zip coat before recess`, `Maya copies words`, `to write`: the first clause that begins with a verb."""
    for clause in islice(_CLAUSE.finditer(page.left), _MOST_CLAUSES):
        if not TOKEN.match(page.left, clause.end()):
            continue
        end = _sentence_end(page.left, clause.end())
        for start, subject in ((clause.end(), None), *_behind_name(page, clause.end(), end)):
            start, negated = _past_leads(page.left, _past_to(page.left, start), end)
            token = TOKEN.match(page.left, start, end)
            if token and _is_a_verb(token[0], page.left[token.end() : end], subject is not None):
                deed: Deed = "non_act" if negated else "observable"
                return Act("student", subject, clause.start(), start, start, end, deed, token[0].lower())
    return None


def _past_to(text: str, start: int) -> int:
    match = re.compile(r"to\s+", re.IGNORECASE).match(text, start)
    return match.end() if match else start


def _behind_name(page: Page, start: int, end: int) -> list[tuple[int, Span | None]]:
    """`Maya copies`, `The student zips`, `J.M. writes`: a verb in the third person behind one or two words."""
    match = re.compile(r"((?:the |this |each )?[\w.'’-]+)\s+(?=\w+s\b)", re.IGNORECASE).match(page.left, start, end)
    if match is None or match[1].lower() in words("acts", "stops"):
        return []
    behind = TOKEN.match(page.left, match.end())
    third = behind is not None and any(entry.tag == "z" for entry in lexicon().lookup(behind[0].lower()))
    student = match[1].lower().split()[-1] in words("acts", "students")
    capital = page.text[match.start(1)].isupper()
    return [(match.end(), Span(match.start(1), match.end(1)))] if third and (student or capital) else []


def _is_a_verb(word: str, rest: str, has_subject: bool) -> bool:
    if base(word) is None and gerund(word) is None:
        return "/" in word and all(base(part) == part for part in word.lower().split("/")[:2])
    if has_subject or base(word) in words("acts", "unobservable"):
        return True
    behind = TOKEN.match(rest.lstrip())
    if gerund(word) and (behind is None or behind[0].lower() in ("at", "in", "on", "and", "skills", "level")):
        return False
    if base(word) and base(word) != word.lower():
        if not any(entry.tag == "n" for entry in lexicon().lookup(word.lower())):
            return True
        after = TOKEN.match(rest.lstrip())  # "hands", "steps": a third person needs a subject, or an object behind it
        return after is not None and after[0].lower() in words("acts", "determiners") and not is_mostly_noun(word)
    entries = lexicon().lookup(word.lower())
    if any(entry.tag in "psd" for entry in entries):
        return False
    behind = TOKEN.match(rest.lstrip())
    if is_mostly_noun(word) or (gerund(word) and not base(word)):
        return behind is not None and (
            behind[0].lower() in words("acts", "objects") or not base(word) or behind[0][0].isdigit()
        )
    return True
