"""Services, traits and diagnoses that stand where a condition should."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Span
from .cues import either, literally, rules


@cache
def _no_condition() -> re.Pattern[str]:
    table = rules("cues")["condition"]
    what = either((*table["services"], *table["traits"]))
    return re.compile(
        r"(?:given|with|provided|provided with|through|via|after|due to|because of|following|"
        r"presented with|supported by)"
        r"\s+(?:(?:the|a|an|his|her|their|a diagnosis of|\d+ (?:weeks|sessions|months) of)\s+)?"
        rf"{what}(?![\w-](?!\b))",
        re.IGNORECASE,
    )


@cache
def _strong() -> re.Pattern[str]:
    """Words that open a condition of their own behind a service (`given OT and when ...`)."""
    return re.compile(rf"{literally(rules('cues')['condition']['strong'])}(?![\w-])", re.IGNORECASE)


def is_service_or_trait(stretch: str) -> bool:
    """`given OT`, `with autism`: nothing that a measurement can be set up with."""
    match = _no_condition().match(stretch.strip())
    if match is None:
        return False
    rest = stretch.strip()[match.end() :].strip(" ,.")
    return not _strong().match(rest.removeprefix("and ").lstrip())


def without_services(text: str) -> Span | None:
    """The first service, trait or diagnosis that stands where a condition should."""
    for match in _no_condition().finditer(text):
        if is_service_or_trait(text[match.start() : match.end()]) and match[0].lower().split()[0] in _SETTING_OUT:
            return Span(match.start(), match.end())
    return None


_SETTING_OUT = frozenset(
    ("given", "provided", "with", "through", "via", "due", "because", "following", "after", "supported")
)


def service_clause(text: str, before: int) -> Span | None:
    """A fronted service or trait to its comma: its numbers are no criterion (`Given OT 2x a week, Ben will ...`)."""
    found = without_services(text)
    comma = text.find(",", found.start, before) if found else -1
    return Span(found.start, comma) if found and comma > 0 else None
