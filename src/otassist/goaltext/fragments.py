"""Acts of fragments: `Zip coat before recess`, `Maya copies words`, `to write`."""

from __future__ import annotations

import re
from itertools import islice

from ..domain import Span
from ..language.lexicon import lexicon
from .actors import Act, Actor, actor_of
from .cues import sentence_end, words
from .leads import past_leads
from .page import Page
from .verbs import TOKEN, Deed, base, gerund, is_mostly_noun

_CLAUSE = re.compile(
    r"(?:^|[,;:.!?\n\x1f(|•–—]|\s-\s|\b(?:student|she|he|they|child|pupil|learner)\b)[\s\"'*\-]*", re.IGNORECASE
)


_MOST_CLAUSES = 100


def of_fragment(page: Page) -> Act | None:
    """`Zip coat before recess`, `Maya copies words`, `to write`: the first clause that begins with a verb."""
    for clause in islice(_CLAUSE.finditer(page.left), _MOST_CLAUSES):
        if not TOKEN.match(page.left, clause.end()):
            continue
        end = sentence_end(page.left, clause.end())
        for start, subject in ((clause.end(), None), *_behind_name(page, clause.end(), end)):
            start, negated = past_leads(page.left, _past_to(page.left, start), end)
            token = TOKEN.match(page.left, start, end)
            if token and _is_a_verb(token[0], page.left[token.end() : end], subject is not None):
                deed: Deed = "non_act" if negated else "observable"
                actor: Actor = "adult" if subject and actor_of(page, subject) == "adult" else "student"
                return Act(actor, subject, clause.start(), start, start, end, deed, token[0].lower())
    return None


def _past_to(text: str, start: int) -> int:
    match = re.compile(r"to\s+", re.IGNORECASE).match(text, start)
    return match.end() if match else start


def _behind_name(page: Page, start: int, end: int) -> list[tuple[int, Span | None]]:
    """`Maya copies`, `The student zips`, `J.M. writes`: a verb in the third person behind one or two words."""
    match = re.compile(r"((?:the |this |each )?[\w.'’-]+)\s+(?=\w+s\b)", re.IGNORECASE).match(page.left, start, end)
    if match is None or match[1].lower() in words("acts", "stops") or _is_a_word(match[1]):
        return []
    behind = TOKEN.match(page.left, match.end())
    third = behind is not None and any(entry.tag == "z" for entry in lexicon().lookup(behind[0].lower()))
    student = match[1].lower().split()[-1] in words("acts", "students")
    capital = page.text[match.start(1)].isupper()
    return [(match.end(), Span(match.start(1), match.end(1)))] if third and (student or capital) else []


def _is_a_word(name: str) -> bool:
    """`Sensory breaks`, `Movement breaks`: a word of the vocabulary is no name."""
    word = name.lower().split()[-1]
    return word not in words("acts", "students") and any(
        entry.tag in "na" and entry.kind not in ("person", "name") for entry in lexicon().lookup(word)
    )


def _is_a_verb(word: str, rest: str, has_subject: bool) -> bool:
    if base(word) is None and gerund(word) is None:
        return "/" in word and all(base(part) == part for part in word.lower().split("/")[:2])
    if TOKEN.match(rest.lstrip()) and rest.lstrip().lower().startswith("of "):
        return False  # "Use of a vest": a thing
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
