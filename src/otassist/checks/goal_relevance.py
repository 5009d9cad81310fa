"""Whether a goal is about taking part or performing in school, or about a body function or a clinic task alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..domain import Finding, Relevance, Span
from ..language.lexicon import lexicon
from ..language.tables import table
from .goal_findings import Goal
from .goal_rules import goal_rules, wording

_TOKEN = re.compile(r"[^\W_][\w'’/-]*")
_LONGEST = 4


@cache
def base(word: str) -> str:
    """One form for `write`, `writes`, `writing`; for `shoe` and `shoes`."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    entries = lexicon().lookup(word)
    verb = next((entry.lemma for entry in entries if entry.tag in "bzveg"), None)
    noun = next((entry.lemma for entry in entries if entry.tag == "n" and not entry.shorthand), None)
    lemma = (verb or noun or word).lower()
    if not verb and noun and lemma != word and " " not in lemma:
        return base(lemma)  # "outings" like "outing", which looks like a verb too
    return lemma if " " not in lemma else word


_SMALL = frozenset(("his", "her", "their", "the", "a", "an", "my", "your", "its", "our"))
"""`raise his hand` is `raise hand`."""


def _key(term: str) -> tuple[str, ...]:
    return tuple(base(token) for token in _TOKEN.findall(term) if token.lower() not in _SMALL)


def _keys(terms: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(_key(term) for term in terms) - {()}


def tokens(text: str) -> list[str]:
    """The words of a text that begin with a letter."""
    return [token for token in _TOKEN.findall(text) if token[0].isalpha()]


Term = tuple[str, ...]


@cache
def _vocabulary() -> Mapping[Term, str]:
    """Each term by its base forms -> clinic, nothing, strong or weak; the first of these wins a term."""
    school = goal_rules("school")
    clinic, own = _keys(school["clinic"]), _keys(school["occupations"])
    nothing = _keys(school["not_school"]) - own
    weak = _keys([*school["places"], *_places(school)]) - own
    kinds = {"weak": weak, "strong": (_keys(_terms(school)) | own) - weak, "nothing": nothing, "clinic": clinic}
    return {term: kind for kind, terms in kinds.items() for term in terms}


def _terms(school: dict[str, list[str]]) -> Iterator[str]:
    """The terms of the vocabulary classes that school.toml names."""
    yield from (row["noun"] for row in table("nouns") if row["class"] in school["nouns"] + school["material_nouns"])
    yield from (row["long"].removeprefix("the ") for row in table("settings") if row["kind"] in school["settings"])
    weight = int(str(school["areas_weight"]))
    for row in table("areas"):
        needed = weight + (" " not in row["term"])  # a single word says less
        if row["area"] in school["areas"] and int(row["weight"] or 0) >= needed:
            yield row["term"]


def _places(school: dict[str, list[str]]) -> Iterator[str]:
    yield from (row["noun"] for row in table("nouns") if row["class"] in school["place_nouns"])
    yield from (
        row["long"].removeprefix("the ") for row in table("settings") if row["kind"] in school["place_settings"]
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What of a goal points to school and what to the clinic; spans in the goal's text."""

    strong: tuple[Span, ...]
    weak: tuple[Span, ...]
    clinic: tuple[Span, ...]


def evidence(goal: Goal) -> Evidence:
    """Longest terms first; when and how it is measured, and by whom, say nothing about the student's school day."""
    words = _vocabulary()
    every = [token for token in _TOKEN.finditer(without_what_is_not_school(goal)) if token[0].lower() not in _SMALL]
    bases = [base(token[0]) for token in every]
    found: dict[str, list[Span]] = {"strong": [], "weak": [], "clinic": []}
    index = 0
    while index < len(every):
        kind, count = _longest(words, bases, index)
        if kind in found:
            found[kind].append(Span(every[index].start(), every[index + count - 1].end()))
        index += count
    return Evidence(tuple(found["strong"]), tuple(found["weak"]), tuple(found["clinic"]))


@cache
def _reach() -> Mapping[str, int]:
    """The first word of each term -> how many words the longest term has that begins so."""
    found: dict[str, int] = {}
    for first, *rest in _vocabulary():
        found[first] = min(_LONGEST, max(found.get(first, 0), len(rest) + 1))
    return found


def _longest(words: Mapping[Term, str], bases: Sequence[str], index: int) -> tuple[str, int]:
    for count in range(min(_reach().get(bases[index], 0), len(bases) - index), 0, -1):
        kind = words.get(tuple(bases[index : index + count]))
        if kind:
            return kind, count
    return "", 1


def without_what_is_not_school(goal: Goal) -> str:
    """The goal without the student's name, timeframe, method and baseline, places unchanged."""
    text, act = goal.text, goal.reading.act
    named = act.subject if act and act.actor == "student" else None
    for span in (named, goal.span("timeframe"), goal.span("method"), goal.span("baseline")):
        if span:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def is_relevant(goal: Goal, found: Evidence) -> bool:
    """A school occupation is named; a place or material alone will do where nothing of the clinic is asked for."""
    act = goal.reading.act
    if act and act.actor == "adult" and base(act.verb) in ("request", "ask", "hope", "want"):
        return bool(found.strong)  # "Mom requests that his handwriting be neater"
    if act and (act.actor == "adult" or not act.verb or _is_given(goal, found)):
        return False
    if (act is None or act.verb in ("need", "needs", "require", "requires") or _is_bare(goal, found)) and _is_a_service(
        goal
    ):
        return False
    if act and act.deed == "non_act" and found.clinic:
        return len(found.strong) > len(_asked(goal, found.strong))
    if _is_in_a_clinic(goal):
        return any(not _is_in_clinic_phrase(goal, span) for span in _asked(goal, found.strong))
    if found.clinic and (act is None or _asks_for_clinic(goal, found)):
        return any(not _is_in_clinic_phrase(goal, span) for span in found.strong)
    return bool(found.strong or found.weak) or (act is not None and not found.clinic and _names_something(goal))


def _is_bare(goal: Goal, found: Evidence) -> bool:
    """`Continue speech 60 min/wk`: nobody is named and nothing of the school."""
    act = goal.reading.act
    return act is not None and act.subject is None and not found.strong


def _is_given(goal: Goal, found: Evidence) -> bool:
    """A service or a device by itself; being taught or tested in a school task is for school."""
    act = goal.reading.act
    if act and act.actor == "thing" and act.verb == "be" and wording("device").search(goal.text[: act.start]):
        return True
    if act is None or act.deed not in ("service", "passive"):
        return False
    taught = act.deed == "service" and wording("taught").search(goal.text[act.start : act.end])
    owned = act.subject is None or wording("owned").search(goal.text[act.subject.start : act.subject.end])
    if act.deed == "passive" and act.subject and _inside(found.strong, act.subject):
        return False  # "Papers will be turned in": the student's work
    return not (found.strong and (taught or (owned and act.deed == "passive")))


def _inside(spans: Iterable[Span], place: Span) -> bool:
    return any(place.start <= span.start < place.end for span in spans)


def _names_something(goal: Goal) -> bool:
    """Whether the act is about something: a goal of another subject is not clinic-only for being unfamiliar."""
    act = goal.reading.act
    phrase = goal.span("behavior") or goal.reading.phrase
    if act is None or phrase is None or act.deed in ("body", "non_act") or act.verb in _school("elsewhere"):
        return False
    if act.actor == "student" and act.deed in ("unobservable", "observable", "vague") and goal.span("condition"):
        return not _school("elsewhere") & set(goal.part("condition").lower().split())  # "calm himself when upset"
    rest = [token.lower() for token in _TOKEN.findall(goal.text[phrase.start : phrase.end])[1:]]
    if act.deed == "unobservable" or act.verb in _school("wishes"):
        return any(_is_a_subject(token) for token in rest)
    if act.deed == "change":  # "improve her social skills": of what is said before `skills`
        return any(token not in goal_rules("school")["says_nothing"] for token in rest)
    return any(_is_a_thing(token) for token in rest)


@cache
def _school(name: str) -> frozenset[str]:
    return frozenset(goal_rules("school")[name])


@cache
def _is_a_subject(word: str) -> bool:
    """What is understood, known or wanted, where that is no state of the student's: `poetry`, `life cycles`."""
    if word in _school("says_nothing") or word.endswith("ly"):
        return False
    entries = lexicon().lookup(word)
    return not entries or any(entry.tag == "n" for entry in entries)


@cache
def _is_a_thing(word: str) -> bool:
    if word in goal_rules("school")["says_nothing"]:
        return False
    entries = lexicon().lookup(word)
    return not entries or any(entry.tag in "nab" for entry in entries)


def _asked(goal: Goal, spans: Iterable[Span]) -> list[Span]:
    """What of the spans stands in the act itself."""
    phrase = goal.span("behavior") or goal.reading.phrase
    return [span for span in spans if phrase and phrase.start <= span.start < phrase.end]


def _is_a_service(goal: Goal) -> bool:
    """Without an act: a service, its minutes, or accommodations (`Large print materials and extra time`)."""
    return wording("service_alone").search(goal.text) is not None


def _is_in_a_clinic(goal: Goal) -> bool:
    return wording("clinic_place").search(goal.text) is not None


def _asks_for_clinic(goal: Goal, found: Evidence) -> bool:
    """Whether a clinic term is what the student is to do or to gain, not only a support or a reason."""
    phrase = goal.span("behavior") or goal.reading.phrase
    act = goal.reading.act
    spans = [span for span in (phrase, act.subject if act else None) if span]
    inside = any(span.start <= item.start < span.end for span in spans for item in found.clinic)
    return inside or not (found.strong or found.weak)


def _is_in_clinic_phrase(goal: Goal, span: Span) -> bool:
    """`finger exercise sheet`: a thing right behind a clinic term still belongs to it."""
    before = goal.text[max(0, span.start - 2) : span.start]
    return before.endswith("-")


def relevance_findings(goal: Goal, relevance: Relevance, found: Evidence) -> Iterator[Finding]:
    """A blocker when school is not in the goal, said differently where a body function or clinic task is."""
    if relevance.score >= 2:
        return
    remedy = relevance.context or ""
    if relevance.grade == "clinic":
        yield goal.finds("impairment_only", "blocker", relevance.reason, remedy, found.clinic[0])
    else:
        yield goal.finds("not_school", "blocker", relevance.reason, remedy)
