"""Finds the activity, material, cue, support or level under which the act is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..domain import Span
from ..language.lexicon import lexicon
from .acts import Act
from .criteria import cores
from .cues import SENTENCE_END, literally, pattern, rules, words
from .no_conditions import is_another_act, is_for_a_routine, is_school_over, is_the_company
from .page import TAKEN, Page, trimmed
from .services import is_service_or_trait
from .tokens import clauses, is_number
from .verbs import TOKEN, is_participle

_AFTER = r"(?![\w-])"
_QUALITY = pattern("conditions", "quality")
_NO_SETTING = pattern("conditions", "no_setting")


@cache
def _opener(*strengths: str) -> re.Pattern[str]:
    table = rules("cues")["condition"]
    forms = [form for strength in strengths for form in table[strength]]
    return re.compile(rf"(?<![\w'’-]){literally(forms)}{_AFTER}", re.IGNORECASE)


def head_condition(page: Page, act: Act) -> Span | None:
    """What stands before the subject: from the first clause that opens a condition to the last."""
    begin = _head_begin(page, act)
    opening = [
        clause
        for clause in _clauses(page.only(begin, act.subject.start if act.subject else act.start), begin)
        if _opens(page.text[clause.start : clause.end])
    ]
    if not opening or page.text[: act.start].rstrip().endswith(('"', "“")):
        return None
    end = _joined_end(page, opening[0], act)
    return trimmed(page.text, opening[0].start, end)


def _head_begin(page: Page, act: Act) -> int:
    """Where the sentence of the act begins."""
    limit = act.subject.start if act.subject else act.start
    return max((end.end() for end in SENTENCE_END.finditer(page.text, 0, limit)), default=0)


_CLAUSE_END = re.compile(r",\s*|[;:|\x1f\n]+\s*|\s[–—-]\s|$")


def _clauses(page: Page, start: int) -> Iterator[Span]:
    """Stretches between commas and parts already found."""
    for match in _CLAUSE_END.finditer(page.left, start):
        span = trimmed(page.text, start, match.start()) if TAKEN not in page.left[start : match.start()] else None
        if span:
            yield span
        start = match.end()


def _opens(clause: str) -> bool:
    opener = _opener("strong", "medium", "late", "weak").match(clause)
    gerund = re.match(r"(?!according\b|going by\b|judging by\b)(?:\w+ly )?\w{2,}ing\b", clause, re.IGNORECASE)
    token = TOKEN.match(clause)
    placed = (
        token is not None
        and is_participle(token[0])
        and not _tells_of_a_record(token[0])
        and " " in clause
        and not clause.istitle()
    )
    if opener is None and gerund is None and not placed and _AS.match(clause) is None:
        return False
    weak = re.match(r"(?:in|on|at|from)\s+", clause, re.IGNORECASE)
    if (weak and _NO_SETTING.match(clause[weak.end() :])) or clause.lower().startswith("hearing aid"):
        return False
    if is_school_over(clause) or clause.rstrip().endswith((":", ': "', ": “")):
        return False
    return not is_service_or_trait(clause) and not _is_only_a_number(clause)


_AS = re.compile(r"as (?:the|an?|his|her|their|other|peers?|classmates?|others) (?!\w+ed by\b)", re.IGNORECASE)
"""`As the teacher dictates`: what goes on meanwhile, in front of the subject."""


def _tells_of_a_record(word: str) -> bool:
    return word.lower() in words("cues", "method", "recorded")


def _is_only_a_number(clause: str) -> bool:
    """`with 80 % accuracy`, `in 4 of 5 trials` stand before the subject too; they are the criterion."""
    if _opener("strong").match(clause) and not re.match(r"(?:within|across)\b", clause, re.IGNORECASE):
        return False
    return any((core.weight >= 2 and core.start == 0) or core.weight >= 3 for core in cores(clause))


def _joined_end(page: Page, first: Span, act: Act) -> int:
    """To the subject, or to the first part already found."""
    limit = act.subject.start if act.subject else act.start
    taken = page.left.find(TAKEN, first.start, limit)
    return taken if taken >= 0 else limit


def tail_condition(page: Page, act: Act | None, weak: bool = True) -> Span | None:
    """What stands behind the verb: the strongest opener first, to the next part or the end of the sentence."""
    start = act.after if act else 0
    if act is None:
        return _by_itself(page)
    if any(is_school_over(page.text[clause.start : clause.end]) for clause in _clauses(page, 0)):
        return None
    if weak and (without := _without_a_thing(page, start)):
        return without
    for strength in ("strong", "medium", "late", "weak")[: 4 if weak else 2]:
        found = [
            span
            for match in _opener(strength).finditer(page.left, start)
            if (weak or match[0].lower() not in ("with", "w/")) and (span := _opened(page, match, strength, act))
        ]
        if found:
            placed = [span for span in found if strength == "weak" and _is_a_time_or_place(page, span)]
            return (placed or found)[0]
    return None


def _without_a_thing(page: Page, start: int) -> Span | None:
    """`, no number chart`: a clause that begins with `no` and holds no number."""
    for clause in clauses(page):
        if (
            clause.start > start
            and clause.words[0] == "no"
            and 1 < len(clause.words) < 6
            and clause.before in (",", ";", "(", TAKEN)
        ):
            return None if any(map(is_number, clause.words[1:])) else trimmed(page.text, clause.start, clause.end)
    return None


def _by_itself(page: Page) -> Span | None:
    """Without an act only a clause that begins with a firm opener is a condition."""
    for clause in _clauses(page, 0):
        stretch = page.text[clause.start : clause.end]
        if _opener("strong").match(stretch) and " " in stretch and not is_service_or_trait(stretch):
            return clause
    return None


def _opened(page: Page, match: re.Match[str], strength: str, act: Act | None) -> Span | None:
    end = _end(page, match.end())
    if (
        act
        and act.verb == "be"
        and match.start() == act.start + 3
        and match[0].lower() in ("provided", "given", "offered", "shown")
    ):
        return None
    if act and (strength == "weak" or act.verb in words("acts", "non_act")) and _is_its_object(page, act, match):
        return None
    rest = page.text[match.end() : end].strip(" ,.")
    if act and (is_the_company(page, act, match, rest) or is_another_act(match[0].lower(), rest)):
        return None
    if act and match.start() < act.start:
        end = min(end, act.start)  # put in between `will` and the verb
    span = trimmed(page.text, match.start(), end, loose=True)
    if is_for_a_routine(page, act, match, rest.split(":")[0]):
        return trimmed(page.text, match.start(), match.end() + 1 + len(rest.split(":")[0]), loose=True)
    return span if span and _is_condition(page, span, match, strength) else None


def _is_its_object(page: Page, act: Act, match: re.Match[str]) -> bool:
    """`participate in circle time`, `respond to`: what follows right behind says what the act is; `put it in a bin`."""
    if act.verb in words("acts", "putting") and match[0].lower() in ("in", "on", "into", "under", "inside"):
        between = page.left[act.start : match.start()]
        behind = page.left[match.end() : match.end() + 40]
        if TAKEN not in between and _is_a_container(behind):
            return True
    if page.left[act.start + len(act.verb) : match.start()].strip():
        return False
    place = TOKEN.search(page.left, match.end())
    if place and place[0].lower() in words("conditions", "bare_places"):
        return False
    near = [token.lower() for token in TOKEN.findall(page.left[match.end() : match.end() + 40].split(TAKEN)[0])]
    if act.deed == "non_act" and match[0].lower() != "from" and any(_is_a_place(token) for token in near[:3]):
        return False
    return act.verb in words("acts", "with_in") | words("acts", "non_act") or act.deed == "non_act"


@cache
def _is_a_place(word: str) -> bool:
    entry = lexicon().nouns(word)
    return entry is not None and entry.kind in ("setting", "place", "event")


def _is_a_container(behind: str) -> bool:
    """Whether the first noun phrase ends with a thing to put things in or on, no room, lesson or routine."""
    run = [token.lower() for token in TOKEN.findall(behind.split(TAKEN)[0])[:5]]
    return bool(set(run) & words("conditions", "containers"))


def _is_a_time_or_place(page: Page, span: Span) -> bool:
    """Whether a stretch names a routine, an activity or a place rather than where a thing is put."""
    found = (lexicon().nouns(token) for token in TOKEN.findall(page.text[span.start : span.end])[1:6])
    return any(
        entry is not None and entry.kind in ("activity", "event", "setting", "subject", "place") for entry in found
    )


_NEXT = pattern("conditions", "next")


def _end(page: Page, start: int) -> int:
    ends = [len(page.left)]
    sentence = SENTENCE_END.search(page.left, start)
    ends += [sentence.start()] if sentence else []
    ends += [place for mark in (TAKEN, ";", ")") if (place := page.left.find(mark, start)) >= 0]
    stop = min(ends)
    following = _NEXT.search(page.left, start, stop)
    return following.start() if following else stop


def _is_condition(page: Page, span: Span, match: re.Match[str], strength: str) -> bool:
    stretch = page.text[span.start : span.end]
    rest = stretch[len(match[0]) :].strip(" ,")
    word = match[0].lower()
    if is_service_or_trait(stretch):
        return False
    if _QUALITY.match(stretch):
        return False
    if word == "once" and re.match(r"(?:per|an?|each|every|daily|weekly)\b", rest):
        return False
    if word in ("independently", "alone"):
        return True
    if not any(map(str.isalpha, rest)):
        return False
    if word in (
        "with",
        "w/",
        "within",
        "across",
        "between",
        "under",
        "until",
        "only",
        "for",
        "at",
        "in",
        "on",
        "by",
        "while",
    ) and _is_only_a_number(stretch):
        return False
    return strength != "weak" or _is_setting(word, rest)


def _is_setting(word: str, rest: str) -> bool:
    """Whether `in`, `on`, `at` or `from` leads to a place, an activity or a material; `for` and `as` never do."""
    if word in ("for", "as", "by", "along", "to and from", "around"):
        return False
    first = TOKEN.match(rest)
    if first and first[0].lower() in ("on", "at", "by", "with", "for", "to", "from", "of"):
        return False  # "turned in on time"
    return _NO_SETTING.match(rest) is None
