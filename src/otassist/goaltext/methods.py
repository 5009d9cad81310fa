"""Finds who or what records the performance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..domain import Span
from ..language.lexicon import lexicon
from .acts import Act
from .criteria import Core
from .cues import SENTENCE_END, compiled, either, literally, pattern, rules, words
from .page import TAKEN, Page, trimmed
from .verbs import is_participle

_TOLD = pattern("methods", "told")
_LISTED = re.compile(r",\s*(?:and\s+|or\s+|&\s*)?|\s+(?:and|or|&)\s+", re.IGNORECASE)


@cache
def _cue() -> re.Pattern[str]:
    return compiled(rf"(?<![\w'’-])(?P<cue>{either(rules('cues')['method']['cues'])})(?:(?![\w-])|(?<=\s))")


@cache
def sources() -> re.Pattern[str]:
    """Who or what can record: `data`, `work samples`, `the aide`."""
    return compiled(
        rf"(?<![\w-])(?:{either(rules('cues')['method']['sources'])}|{literally(words('acts', 'adults'))})(?![\w-])"
    )


@cache
def _recording() -> frozenset[str]:
    return words("cues", "method", "recording")


def names_source(stretch: str) -> bool:
    """Whether a person other than the student, a document or a kind of record is named."""
    return sources().search(stretch) is not None or any(_is_source(token) for token in re.findall(r"[\w'’-]+", stretch))


def _names_a_person(stretch: str) -> bool:
    """Whether one of the first words is a person who can record (`as the aide ticks`)."""
    tokens = [token.lower() for token in re.findall(r"[\w-]+", stretch)[:4]]
    return any(_is_person(token) for token in tokens) or bool(words("acts", "adults") & set(tokens))


@cache
def _is_person(word: str) -> bool:
    entry = lexicon().nouns(word)
    return (
        entry is not None
        and entry.kind == "person"
        and word not in words("acts", "students") | words("acts", "companions")
    )


@cache
def _is_source(word: str) -> bool:
    word = re.sub(r"['’]s$", "", word.lower())
    entry = lexicon().nouns(word)
    return (
        entry is not None
        and entry.kind in ("person", "document")
        and word not in words("acts", "students") | words("acts", "companions")
    )


def method(page: Page, act: Act | None, found: tuple[Core, ...]) -> Span | None:
    """The first stretch that names a record or who keeps it, the firmest wording first."""
    for start in _starts(page, act):
        span = trimmed(page.text, start, _end(page, start, act, found), loose=True)
        if span and _records(page.text[span.start : span.end]):
            return span
    return None


def _starts(page: Page, act: Act | None) -> Iterator[int]:
    text = page.left
    weak = words("cues", "method", "weak")
    cues = [match for match in _cues(text) if not (act and _is_the_act(act, match, text))]
    firm = [
        match for match in cues if " ".join(match["cue"].lower().split()) not in weak and not _is_loose(match["cue"])
    ]
    yield from (match.start() for match in firm)
    yield from _participial(page, act)
    yield from (
        match.start()
        for match in cues
        if match not in firm and not _is_a_rate(text, match) and _has_source(text, match.end())
    )
    yield from _sentences(page, act)
    yield from (match.start("kept") for match in _KEPT.finditer(text, act.start if act else 0))


@cache
def _first_words() -> frozenset[str]:
    """The words a cue may begin with, and a few more: only there is the pattern tried."""
    return frozenset(word for cue in rules("cues")["method"]["cues"] for word in re.findall("[a-z]+", cue))


def _cues(text: str) -> Iterator[re.Match[str]]:
    """The cues from left to right, none inside another."""
    last = 0
    for word in re.finditer(r"[^\W\d_]+", text):
        if word.start() >= last and word[0].lower() in _first_words():
            match = _cue().match(text, word.start())
            if match:
                last = match.end()
                yield match


_KEPT = pattern("methods", "kept")


def _is_a_rate(text: str, match: re.Match[str]) -> bool:
    """`per entry on four pages`: a rate, and no record; `a score of 3 on a rubric` is the criterion."""
    if (
        re.search(r"\d(?:\s+or\s+\w+)?\s*$", text[max(0, match.start() - 14) : match.start()])
        and match["cue"].strip() == "on"
    ):
        return True
    unit = re.compile(r"\s+([\w-]+)\s*(?=$|[,.;\x1f]|(?:on|in|across|for|at|over|with|during)\b)").match(
        text, match.end()
    )
    return (
        match["cue"].lower() == "per"
        and unit is not None
        and not _is_person(unit[1].lower())
        and unit[1].lower() not in ("data", "ot", "observation", "logs", "records", "report")
    )


def _is_loose(cue: str) -> bool:
    """A participle without `as` or `is` may belong to a thing ("items listed on a card"): judged by its clause."""
    first = cue.lower().split()[0]
    return first not in ("as", "when", "is", "be", "to", "and", "will", "are") and not first.startswith(
        ("measured", "documented", "evaluated", "assessed", "evidenced", "according", "determined", "monitored")
    )


def _is_the_act(act: Act, match: re.Match[str], text: str) -> bool:
    return act.actor != "adult" and match.start() < act.start + 4 and match.end() > act.start


def _has_source(text: str, start: int) -> bool:
    return names_source(text[start : start + 60].split(TAKEN)[0].split(",")[0])


_SEGMENT = re.compile(
    r"(?:^|[,;(.–—-]|\x1f(?!\x1f)|\n|\bas\b)\s*(?P<as>as\s+)?(?=(?P<first>[a-z][\w-]*))", re.IGNORECASE
)
_BY_SOMEBODY = re.compile(r"\s+(?:[\w-]+\s+){0,6}?by\s+(?:the|an?|that|his|her|their|two)\b", re.IGNORECASE)


def _participial(page: Page, act: Act | None) -> Iterator[int]:
    """`, counted from the dated sheets`, `; initialed by the monitor`, `, as the aide ticks`."""
    for match in _SEGMENT.finditer(page.left):
        words_ahead = page.left[match.end("first") : match.end("first") + 90]
        ahead = re.split(r"[\x1f;.]", words_ahead)[0]
        first = match["first"].lower()
        clause = ahead.split(",")[0]
        with_as = bool(match["as"]) or match[0].lower().rstrip().endswith("as")
        if is_participle(first) and re.match(
            r"(?:\s+[\w-]+){0,3}?\s+(?:by|on|in|from|through|with|using|against|at|during|per|to)\b", ahead
        ):
            if first in words("cues", "method", "not_recorded"):
                continue
            if first in words("cues", "method", "recorded") or _BY_SOMEBODY.match(ahead) or names_source(ahead):
                yield _first_word(match)
        elif (
            with_as
            and first in ("the", "a", "an", "his", "her", "their", "told", "going")
            and _names_a_person(clause)
            and _recording() & set(re.findall(r"[\w-]+", clause.lower())[:7])
        ):
            yield _first_word(match)


def _first_word(match: re.Match[str]) -> int:
    """Where `as` or the participle stands."""
    if match["as"]:
        return match.start("as")
    return match.start() if match[0][:1].isalpha() else match.start("first")


_OPENING = pattern("methods", "opening")


def _sentences(page: Page, act: Act | None) -> Iterator[int]:
    """A sentence or clause of its own that says who records: `Staff circle each press on the chart.`"""
    for match in re.finditer(r"(?:[.;\n]|,\s(?=the\b|a\b|an\b|with\b|from\b)|\x1f[,.])\s+(?=(\w))", page.left):
        if act and match.end() <= act.start:
            continue
        stretch = re.split(r"[\x1f\n;]|\.(?=\s|$)", page.left[match.end() :])[0]
        tokens = {token.lower() for token in re.findall(r"[\w-]+", stretch)}
        own = any(mark in match[0] for mark in ".;\n")
        if stretch[:3].lower() == "no " or (" " not in stretch.strip() and not _is_a_record(stretch)):
            continue
        if not own and _OPENING.match(stretch):
            continue
        named, recorded = names_source(stretch), bool(tokens & _recording())
        if (named or recorded if own else named and recorded) and not re.search(
            r"\bwill\b(?!.*\b(?:tally|record|collect|keep|log|track|chart)\b)", stretch
        ):
            yield match.end()


def _is_a_record(word: str) -> bool:
    """One word by itself (`Portfolio`): no thing that is only read or written (`essays`)."""
    word = word.strip(" .").lower()
    return word in words("records", "sources") and word not in words("records", "beside_others")


def _end(page: Page, start: int, act: Act | None, found: tuple[Core, ...]) -> int:
    """Where the stretch ends: at another part, the sentence, the subject, a firm number or the next opening comma."""
    text = page.left
    ends = [len(text)]
    end = SENTENCE_END.search(text, start)
    ends += [end.start()] if end else []
    ends += [place for mark in (TAKEN, ";", ")") if (place := text.find(mark, start + 1)) >= 0]
    ends += [core.start for core in found if core.start > start + 3 and core.weight >= 4 and core.kind != "rubric"]
    if act and act.begin > start:
        ends.append(act.begin)
    stop = min(ends)
    opening = re.compile(
        r",\s+(?:given|when|whenever|while|during|after|before|once|provided|in order|so that|without|across|if)\b",
        re.IGNORECASE,
    )
    comma = opening.search(text, start, stop)
    return comma.start() if comma else stop


_REPORTED = re.compile(r"\b(?:report|review)\w*", re.IGNORECASE)
_WHEN = re.compile(
    r"\s*(?:the (?:end|close|next|annual)|each|every|quarterly|monthly|parents?|families)\b", re.IGNORECASE
)


def _records(stretch: str) -> bool:
    """More than its cue, and no news for the family."""
    cue = _cue().match(stretch)
    rest = stretch[cue.end() :] if cue else stretch
    if cue and _REPORTED.search(cue["cue"]) and _WHEN.match(rest):
        return False
    return any(map(str.isalpha, rest)) and _TOLD.search(stretch) is None
