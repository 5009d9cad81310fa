"""A goal's text -> timeframe, condition, behavior, criterion, method and baseline, each with its place.

What counts as a part is fixed by the command-line contract ("What counts as a part").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ..domain import GOAL_PARTS, GoalPart, Span
from .acts import Act, act
from .baselines import baseline, is_measured
from .conditions import head_condition, tail_condition
from .criteria import cores, criterion
from .cues import pattern, words
from .fields import Field, fields
from .judging import judged
from .methods import method
from .page import Page, page, trimmed
from .recorders import is_record
from .records import asides, record
from .services import is_service_or_trait, service_clause
from .timeframes import is_a_time, is_nothing_but_a_time, timeframe
from .tokens import clauses
from .verbs import TOKEN, deed_of

SERVICE = pattern("services", "alone")
_Found = dict[GoalPart, Span | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a goal, and the act behind its behavior even where that is no behavior."""

    text: str
    parts: Mapping[GoalPart, Span | None]
    act: Act | None
    phrase: Span | None

    def part(self, name: GoalPart) -> str:
        span = self.parts[name]
        return self.text[span.start : span.end] if span else ""


def parts_of(text: str) -> Mapping[GoalPart, Span | None]:
    """Every part of GOAL_PARTS with its span in `text`, None where the goal has none; spans never overlap."""
    return read(text).parts


@lru_cache(maxsize=64)
def read(text: str) -> Reading:
    """The goal's parts and its act: the rules' reading, weighed against the second reader's."""
    from .second_reading import second_reading  # brings numpy, which no note needs

    first = first_reading(text)
    end = _without_last_baseline(text, first.parts["baseline"])
    held = {part: span if span and span.end <= end else None for part, span in first.parts.items()}
    firm = set(named_parts(text[:end]))
    if _is_a_clause(text, held["timeframe"]):
        firm.add("timeframe")
    parts = second_reading(text[:end], held, firm)
    if end < len(text):
        parts["baseline"] = first.parts["baseline"]
    if _asks_nothing(first):
        parts |= {"behavior": None, "criterion": None, "condition": first.parts["condition"]}
    return replace(first, parts=parts)


def _is_a_clause(text: str, span: Span | None) -> bool:
    """Whether a time stands between two marks with nothing beside it (`4/5 days. EOY. Tally.`)."""
    return span is not None and any((span.start, span.end) == (one.start, one.end) for one in clauses(page(text)))


def _asks_nothing(first: Reading) -> bool:
    """An adult's act, in the same words as a student's, or a service: how often it is given measures nobody."""
    act, held = first.act, first.parts
    if act is None or act.actor == "adult":
        return act is not None
    return act.deed == "service" and not (held["behavior"] or held["criterion"])


def _without_last_baseline(text: str, baseline: Span | None) -> int:
    """Where a text ends without the `Baseline: ...` behind it, which changes nothing in the goal itself."""
    last = fields(page(text))[-1:]
    if not baseline or not last or last[0].name != "baseline" or baseline.start < last[0].start:
        return len(text)
    body, rest = text[: last[0].start].rstrip(), text[baseline.end :]
    return len(text) if any(map(str.isalnum, rest)) or not body else len(body)


def named_parts(text: str) -> frozenset[GoalPart]:
    """The parts that stand in labelled fields; of a goal in fields the behavior is one."""
    found: _Found = dict.fromkeys(GOAL_PARTS)
    _labelled(page(text), found)
    return frozenset(part for part, span in found.items() if span or (part == "behavior" and any(found.values())))


def first_reading(text: str) -> Reading:
    """The parts and the act as the rules find them."""
    found: _Found = dict.fromkeys(GOAL_PARTS)
    sheet = _labelled(page(text), found)
    for aside in asides(sheet):
        sheet = sheet.without(aside)
    sheet = _take(sheet, found, "baseline", baseline)
    sheet = _take(sheet, found, "timeframe", timeframe)
    before = sheet
    sheet = _take(sheet, found, "method", record)
    deed = act(sheet) or _adults_alone(before)
    if found["condition"] is None and deed:
        found["condition"] = head_condition(sheet, deed)
        sheet = sheet.without(found["condition"])
    _measured(sheet, found, deed)
    sheet = _without(page(text), found, sheet)
    if found["condition"] is None and not _is_a_wish(deed):
        found["condition"] = tail_condition(
            sheet, deed, weak=deed is None or deed_of(sheet.text[deed.start :]) != "service"
        )
        sheet = sheet.without(found["condition"])
    return _with_behavior(text, sheet, found, deed)


def _adults_alone(sheet: Page) -> Act | None:
    """`In class, the aide will keep the desk in order`: an act of an adult read as a record; nobody acts before it."""
    deed = act(sheet)
    if deed is None or deed.actor != "adult" or deed.subject is None:
        return None
    return deed if len(TOKEN.findall(sheet.left[: deed.subject.start])) <= _FEW else None


_FEW = 8
"""Words of time and place that may stand in front of whoever acts."""


def _take(sheet: Page, found: _Found, name: GoalPart, finder: object) -> Page:
    if found[name] is None and callable(finder):
        found[name] = finder(sheet)
    return sheet.without(found[name])


def _without(sheet: Page, found: _Found, before: Page) -> Page:
    sheet = before
    for span in found.values():
        sheet = sheet.without(span)
    return sheet


def _measured(sheet: Page, found: _Found, deed: Act | None) -> None:
    """Criterion, then method: behind the verb first, then anywhere."""
    middle = deed.start if deed else 0
    regions = [Span(middle, len(sheet.text)), Span(0, middle)]
    if found["criterion"] is None:
        bare = sheet.without(service_clause(sheet.text, middle))
        rough = None if found["method"] else method(sheet, deed, cores(sheet.left))
        found["criterion"] = criterion(bare.without(rough), regions) or criterion(bare, regions)
        sheet = sheet.without(found["criterion"])
    if found["method"] is None:
        found["method"] = method(sheet, deed, cores(sheet.left))


def _labelled(sheet: Page, found: _Found) -> Page:
    """Takes what stands in labelled fields; the labels themselves are struck out, a goal's own text stays open."""
    for field in fields(sheet):
        sheet = sheet.without(Span(field.start, field.content.start))
        span = trimmed(sheet.text, field.content.start, field.content.end)
        if field.name == "other":
            sheet = sheet.without(field.content)
        elif span and field.name in ("timeframe", "condition", "criterion", "method", "baseline"):
            sheet = _take_field(sheet, found, field, span)
    return sheet


def _take_field(sheet: Page, found: _Found, field: Field, span: Span) -> Page:
    name: GoalPart = field.name  # type: ignore[assignment]  # the caller names the five parts
    content = sheet.text[span.start : span.end]
    inside = sheet.only(span.start, span.end)
    if name in ("criterion", "condition") and is_nothing_but_a_time(inside):
        name = "timeframe"  # "Target: end of fourth quarter"
    if name == "timeframe":
        first = clauses(inside)[0]
        if first.after == "." and is_a_time(first):
            span = Span(first.start, first.end)
            content = sheet.text[span.start : span.end]
        if not any(map(str.isdigit, content)) and timeframe(inside) is None and len(content.split()) > 8:
            return sheet
        fits = "__" not in content
    elif name == "criterion":
        fits = criterion(inside, [span]) is not None
    elif name == "baseline":
        fits, span = is_measured(content), _to_the_next(inside, span)
    else:
        fits = "__" not in content and not (name == "condition" and is_service_or_trait(f"given {content}"))
    if fits and found[name] is None:
        found[name] = span
    return sheet.without(span)


def _to_the_next(inside: Page, span: Span) -> Span:
    """A baseline ends where a record or a time begins."""
    for clause in clauses(inside)[1:]:
        if is_record(clause) or is_a_time(clause):
            return trimmed(inside.text, span.start, clause.start) or span
    return span


def _with_behavior(text: str, sheet: Page, found: _Found, deed: Act | None) -> Reading:
    if deed is None:
        if SERVICE.search(text):
            found["criterion"] = None
        return Reading(text, found, None, None)
    phrase = sheet.left[deed.start : deed.end]
    deed = judged(deed, text[deed.start : deed.end], phrase)
    span = _phrase(sheet, deed.start, deed.end)
    if deed.actor == "adult" or deed.deed == "service" or (deed.actor == "thing" and _is_a_device(text, deed)):
        found["criterion"] = None  # how often a service is given measures no student
    if deed.actor == "student" and deed.deed in ("observable", "vague") and span:
        found["behavior"] = span
    return Reading(text, found, deed, span)


def _is_a_device(text: str, deed: Act) -> bool:
    """`Hearing aids will be worn daily`: nobody's work and no skill is the subject."""
    subject = text[deed.subject.start : deed.subject.end].lower().replace("’", "'") if deed.subject else ""
    if subject and subject.split()[-1] in words("acts", "devices"):
        return deed.verb == "be"
    return deed.deed == "passive" and "'s" not in subject


def _is_a_wish(deed: Act | None) -> bool:
    """A service, an adult's act, or nothing that is asked for: what stands behind it is no condition."""
    return deed is not None and (deed.actor == "adult" or deed.verb in words("acts", "wishes"))


def _phrase(sheet: Page, start: int, end: int) -> Span | None:
    """From the verb to the next part."""
    stop = sheet.left.find("\x1f", start, end)
    return trimmed(sheet.text, start, stop if stop >= 0 else end, loose=True)
