"""What a state's Medicaid or a district's service log must hold, and what a note leaves blank of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

from ..domain import Basis, Context, Finding
from ..language import words_of
from .dates import day_of
from .goal_rules import goal_rules
from .sentences import Sentence

_SIGNED = re.compile(r"\b(?:signed|signature|e-?signed)\b", re.I)


def log_elements(sentences: Sequence[Sentence], context: Context) -> Iterator[Finding]:
    """A warning with a blank for each element the state's profile asks for; nothing where no state is given.

    Source: data/service_logs.toml, which names it for each state.
    """
    if not context.state:
        return
    profile = profile_of(context.state)
    told = [sentence for sentence in sentences if sentence.origin != "blank"]
    for name in profile["elements"]:
        element = goal_rules("service_logs")["elements"][name]
        if not _is_there(element, told, context):
            yield _finding(profile, f"log_{name}", f"{profile['name']} asks for {element['asks']}.", element["blank"])
    yield from _late(profile, told, context)


def profile_of(state: str) -> Mapping[str, Any]:
    """The profile of a state by its name or postal code; the default where there is none."""
    default: Mapping[str, Any] = goal_rules("service_logs")["profiles"]["default"]
    return _by_name().get(state.strip().lower(), default)


@cache
def _by_name() -> dict[str, Mapping[str, Any]]:
    profiles = goal_rules("service_logs")["profiles"].values()
    return {name: profile for profile in profiles for name in profile.get("names", ())}


def _is_there(element: Mapping[str, Any], told: Sequence[Sentence], context: Context) -> bool:
    """Entered beside the note, or found in it: a section, a quantity, as many clock times, a wording."""
    if any(getattr(context, key) for key in element.get("context", ())):
        return True
    if "section" in element:
        return any(sentence.section in (element["section"], None) for sentence in told)
    text = _text(told)
    kinds = [word.quantity for word in words_of(text) if word.quantity]
    if any(quantity.kind in element.get("quantities", ()) for quantity in kinds):
        return True
    clocks = sum(len(re.findall(r"\d{1,2}:\d{2}", item.value)) for item in kinds if item.kind == "clock_time")
    if "clocks" in element:
        return clocks >= int(element["clocks"])
    return re.search(element.get("pattern", r"(?!)"), text, re.I) is not None


def _text(told: Sequence[Sentence]) -> str:
    return " ".join(sentence.plain for sentence in told)


def _late(profile: Mapping[str, Any], told: Sequence[Sentence], context: Context) -> Iterator[Finding]:
    """A signature later than the profile allows; only full dates are compared."""
    text = _text(told)
    place = _SIGNED.search(text)
    most = profile.get("signed_within_days")
    if not place or not most:
        return
    signed = [day for start, day in _days(text) if start > place.start()]
    served = [day for _, day in _days(context.date or "")] or [
        day for start, day in _days(text) if start < place.start()
    ]
    days = (signed[0] - max(served)).days if signed and served else 0  # an earlier date is one of birth
    if days > most:
        message = f"{profile['name']}: signed {days} days after the service; {most} are allowed."
        yield _finding(profile, "log_signed_late", message, "Ask your district how a late entry is documented.")


def _days(text: str) -> Iterator[tuple[int, date]]:
    """Every full date of a text with its place."""
    for word in words_of(text):
        found = day_of(word.quantity.value.lower()) if word.quantity and word.quantity.kind == "date" else []
        with suppress(ValueError):
            if len(found) == 3:
                yield word.start, date(found[2], found[0], found[1])


def _finding(profile: Mapping[str, Any], check: str, message: str, remedy: str) -> Finding:
    basis: Basis = "law" if profile["basis"] == "law" else "good practice"
    return Finding("", check, "warning", basis, f"{message} ({profile['source']})", remedy)
