"""A criterion beyond a measure, in the measure's own form."""

from __future__ import annotations

import re
from math import ceil

from ..language.tables import rules
from .measures import Measure


def target(measure: Measure) -> str:
    """A criterion beyond the measure, in its own form; empty where only the therapist can say.

    Good practice asks for progress that is ambitious and reachable (Endrew F., 2017): three fifths of the way to the
    whole are proposed, never less than one step.
    """
    if measure.kind == "ratio":
        return _beyond_ratio(measure)
    if measure.kind == "events":
        return measure.value
    if measure.kind == "duration":
        return beyond_time(measure)
    if measure.kind == "pace":
        return ""
    if measure.kind == "percent":
        return _beyond_percent(measure)
    if measure.kind in ("measure", "rate"):
        return _beyond_rate(measure)
    return ""


def beyond_time(measure: Measure) -> str:
    """Twice as long for what should last, half the time for what should be done with; empty where neither is known."""
    count = re.match(r"(\d+)(?:-\d+)? (.+)", measure.value)
    if not count or not measure.course:
        return ""
    now, unit = int(count[1]), count[2].split()[-1].rstrip("s")  # of `or more minute` the last
    if measure.course == "longer":
        return str(rules("own_goals")["text"]["longer"]).format(time=f"{now * 2} {unit}s")
    half = ceil(now / 2)
    said = f"{half} {unit}{'' if half == 1 else 's'}"
    return str(rules("own_goals")["text"]["sooner"]).format(time=said) if half < now else ""


def _beyond_ratio(measure: Measure) -> str:
    parts = re.fullmatch(r"(\d+)/(\d+)(?: \w+)?", measure.value)
    if not parts:
        return ""
    done, whole = int(parts[1]), int(parts[2])
    if measure.fewer:
        done = whole - done  # `4/10 lines missed`: six were not
    if not 0 <= done < whole:
        return ""
    reached = min(whole, done + max(1, ceil((whole - done) * 3 / 5)))
    if measure.unit.split()[0].rstrip("s") in ("minute", "second", "hour"):
        return f"for {reached} of {whole} {measure.unit}"
    return f"{_preposition(measure.unit)} {reached} of {whole} {measure.unit}"


def _preposition(unit: str) -> str:
    return "on" if unit.split()[-1] in rules("goal_wording")["units"]["on"] else "in"


def _beyond_percent(measure: Measure) -> str:
    now = float(measure.value.rstrip("%"))
    if not 0 <= now < 100:
        return ""
    if measure.fewer:
        return f"in no more than {max(1, round(now * 0.4 / 5) * 5)}% of {measure.unit}" if now > 1 else ""
    reached = min(100, max(now + 5, round((now + (100 - now) * 3 / 5) / 5) * 5))
    if measure.unit == rules("goal_wording")["units"]["without"] and re.search(r"legib|readab", measure.text):
        return f"with {reached:g}% of the writing readable"
    return f"with {reached:g}% of {measure.unit}"


def _beyond_rate(measure: Measure) -> str:
    parts = re.fullmatch(r"(\d+(?:\.\d+)?) (\w+) per (\w+)", measure.value)
    if not parts or measure.fewer or float(parts[1]) <= 0:
        return ""
    reached = ceil(float(parts[1]) * 1.3)
    return f"at {reached} {parts[2]}s per {parts[3]}"
