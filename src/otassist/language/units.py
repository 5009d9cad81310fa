"""The units, periods, months and date words of the vocabulary (data/units.csv, data/periods.csv)."""

from __future__ import annotations

from .tables import rules, table


def key(form: str) -> str:
    """The spelling in which a form is looked up: a long s or an i without its dot match too."""
    return form.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def _units() -> dict[str, tuple[str, str, str]]:
    """Each written form of a unit -> its kind, singular and plural (data/units.csv)."""
    return {
        form: (row["kind"], row["singular"], row["plural"])
        for row in table("units")
        for form in (*row["forms"].split(), row["singular"], row["plural"])
    }


def _forms(kind: str) -> dict[str, str]:
    """Each written form of a period, month, weekday or date word -> its full name (data/periods.csv)."""
    rows = (row for row in table("periods") if row["kind"] == kind)
    return {form: row["singular"] for row in rows for form in row["forms"].split()}


UNITS = _units()
BEFORE = {form: set(row["before"].split()) for row in table("units") if row["before"] for form in row["forms"].split()}
"""A form that is a unit only in front of these words: `2 in wide`, `18 pt font`."""
PER, MONTHS = _forms("per"), _forms("month")
DATED = _forms("dated").keys() | _forms("weekday").keys() | MONTHS.keys()
LABELS, NOT_HALF = _forms("label").keys(), _forms("single").keys()
BARE_PERIODS = {form for form, name in PER.items() if form.endswith("ly") or name in ("day", "week", "month")}
SHARED = frozenset({"day", "school day", "week", "minute", "second"})  # `3/4 days`: 3 of 4
ADJACENT = frozenset({"s", "m", "h", "d", "w", "y", "#"})
COUNTED_ONES = frozenset(rules("grammar")["counted_ones"])
OFTEN_COUNTED = frozenset(rules("grammar")["often_counted"])
