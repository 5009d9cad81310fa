"""The pronoun of the student changed through a draft; quotations and clauses about somebody else stay as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ..domain import Goal
from ..language.inflection import third
from ..language.tables import rules, table
from .means import Draft, Edited, Outcome, reply_text, unable
from .measures import quoted
from .messages import Request
from .splicing import with_gaps
from .wording import reworded

_SUBJECT, _OBJECT, _OF, _OWN, _SELF = range(5)


def pronoun(draft: Draft, request: Request) -> Outcome:
    """The draft with `they`, `she`, `he` or `the student` for the student, as the message says."""
    sex = {"girl": "she", "boy": "he"}.get(request.text("sex").lower())
    to = sex or ("they" if request.text("neutral") else request.text("to").lower())
    to = "the student" if to.endswith("student") else to
    old = _meant(draft, to, request.text("from").lower())
    meant = [clause.id for clause in draft.clauses if clause.role == "rationale"]
    others = [
        clause.id for clause in draft.clauses if _of_somebody_else(clause.text) and _changed(clause.text, to, old)
    ]
    edited = reworded(draft, lambda text: _changed(text, to, old) or text, [*meant, *others])
    if isinstance(edited, Goal):
        edited = with_gaps(edited, lambda text: _changed(text, to, old) or text)
        variants = {name: _changed(text, to, old) or text for name, text in edited.variants.items()}
        edited = replace(edited, variants=variants)
    said = (reply_text("others_meant", count=_counted(len(others))),) if others else ()
    if edited == draft:
        return unable("no_pronoun")
    return Edited(edited, f"the pronoun is “{to}”", said=said)


def _counted(count: int) -> str:
    return "1 sentence is" if count == 1 else f"{count} sentences are"


def _meant(draft: Draft, to: str, named: str) -> list[str]:
    """The pronouns that speak of the student: the one that is named, else he or she, and they where there is none."""
    forms = rules("edits")["pronouns"]
    if named:
        return [name for name in ("they", "she", "he") if named in forms[name] and name != to]
    single = [name for name in ("she", "he") if name != to]
    return single if any(_words(name).search(draft.text) for name in single) else ["they"] if to != "they" else []


def _changed(text: str, to: str, old: list[str]) -> str | None:
    """The text with another pronoun; None where it has none to change."""
    forms = rules("edits")["pronouns"]
    found = [(match, name) for name in old for match in _words(name).finditer(text) if not quoted(text, match.start())]
    for match, name in sorted(found, key=lambda pair: -pair[0].start()):
        case = _case(text, match, forms[name])
        new = forms[to][case]
        tail = text[match.end() :]
        if case == _SUBJECT:
            tail = _agreeing(tail, many=to == "they", was_many=name == "they")
        text = text[: match.start()] + (new[0].upper() + new[1:] if match[0][0].isupper() else new) + tail
    return text if found else None


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(set(rules('edits')['pronouns'][name]), key=len, reverse=True))})\b", re.I
    )


def _case(text: str, match: re.Match[str], forms: list[str]) -> int:
    """Which case a form stands in; `her` and `his` by whether a noun follows."""
    word = match[0].lower()
    cases = [index for index, form in enumerate(forms) if form == word]
    if len(cases) == 1:
        return cases[0]
    owns = _NOUN_FOLLOWS.match(text, match.end())
    return _OF if owns and _OF in cases else next(case for case in cases if case != _OF)


def _agreeing(tail: str, *, many: bool, was_many: bool) -> str:
    """The verb behind the pronoun in the other number; `copied` and `will` are the same in both."""
    if many == was_many:
        return tail
    match = re.match(r"(\s+)([a-z']+)", tail, re.I)
    if match is None:
        return tail
    pairs = rules("edits")["agreement"]
    table_ = pairs if many else {several: one for one, several in pairs.items()}
    verb = table_.get(match[2]) or _present(match[2], many=many)
    return f"{match[1]}{verb}{tail[match.end() :]}" if verb else tail


def _present(verb: str, *, many: bool) -> str | None:
    lemmas = _lemmas()
    return lemmas.get(verb) if many else (third(verb) if verb in lemmas.values() and verb not in _PAST_TOO else None)


_NOUN_FOLLOWS = re.compile(r"\s+(?!(?:and|or|to|with|in|on|at|for|by|from|when|while|as|after|before)\b)[a-z0-9]", re.I)
_PAST_TOO = frozenset({"cut", "put", "set", "let", "read", "hit", "shut", "fit"})
"""Their past is the same: `they cut` need not be the present."""


@cache
def _lemmas() -> dict[str, str]:
    return {third(row["lemma"]): row["lemma"] for row in table("verbs")}


def _of_somebody_else(text: str) -> bool:
    """Whether another person is named, of whom the pronoun may speak."""
    return bool(_people().search(re.sub(r"[\"“][^\"”]*[\"”]", " ", text)))


@cache
def _people() -> re.Pattern[str]:
    named = {row["long"] for row in table("people") if row.get("role") not in ("student", "therapist")}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, named), key=len, reverse=True))})s?\b", re.I)
