"""Rules for money, dates, clock times, ages, grades and percentiles, the first that matches counts."""

from __future__ import annotations

import re

from . import quantity_fits as fits
from . import quantity_forms as forms
from .quantity_rule import Rule

CALENDAR: tuple[Rule, ...] = (
    Rule("money", r"\$\s?{digits}(?:[-–]\$?{digits})?(?:{edge})", lambda m: m[0]),
    Rule("date", r"\d{4}-\d{2}-\d{2}{edge}", lambda m: m[0]),
    Rule("date", r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![A-Za-z0-9/])", lambda m: m[0]),
    Rule("date", r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d{edge}", lambda m: m[0]),
    Rule(
        "date",
        r"\d{1,2}/\d{1,2}(?:\s?[-–]\s?|\sto\s)\d{1,2}/\d{1,2}(?![/\d%A-Za-z])",
        lambda m: forms.tight(m[0]),
        fits=fits.is_date_range,
    ),
    Rule(
        "date",
        r"(?P<month>{month})\.?\s(?:(?:19|20)\d\d|{day}(?:\s?[-–]\s?{day})?(?:,?\s(?:19|20)\d\d)?){edge}",
        forms.full_months,
        fits=fits.is_month,
    ),
    Rule(
        "date",
        r"\d{1,2}(?:st|nd|rd|th)?\s(?P<month>{month})(?![a-z])",
        forms.full_months,
        fits=fits.is_month,
    ),
    Rule(
        "duration",
        r"{bound}(?P<n>{colon})(?P<plus>)(?P<dash>)\s?(?P<u>mins?|minutes|hrs?|hours|secs?|seconds){edge}",
        forms.measured,
        fits=fits.is_unit,
    ),
    Rule(
        "clock_time",
        r"(?:{clock}(?:\s?[-–]\s?|\sto\s)(?:{clock}|\d{1,2}(?![\d/:]))|\d{1,2}(?:\s?[-–]\s?|\sto\s){clock})(?![A-Za-z0-9:])",
        lambda m: forms.tight(m[0]),
        fits=fits.is_clock,
    ),
    Rule("clock_time", r"{clock}(?![A-Za-z0-9:])", lambda m: m[0], fits=fits.is_clock),
    Rule("ratio_support", r"\d{1,2}:\d(?::\d)?(?![A-Za-z0-9:/])", lambda m: m[0]),
    Rule("age", r"(?P<n>\d{1,2})\s?y\s?(?P<months>\d{1,2})\s?mo?{edge}", forms.aged),
    Rule("age", r"(?P<n>{number}(?:-\d{1,2})?)\s?-?{years}{edge}", forms.aged),
    Rule("age", r"\d{1,2};(?:\d|1[01]){edge}", lambda m: m[0]),
    Rule(
        "age",
        r"age[ds]?:?\s{digits}(?:[;-]\d{1,2}|\sto\s\d{1,2})?{edge}",
        lambda m: m[0].lower(),
    ),
    Rule(
        "grade",
        r"(?P<n>{nth}(?:\s?[-/–]\s?{nth})?)[\s-]?(?:gr|grd|grade|graders?)s?{point}{edge}",
        forms.graded,
    ),
    Rule(
        "grade",
        r"(?P<n>1st|2nd|3rd|[4-9]th|1[0-2]th)(?=\s[A-Za-z])",
        forms.graded,
        fits=fits.opens_the_jot,
    ),
    Rule(
        "grade",
        r"(?:grades?|grd?s?)\.?:?\s?(?P<n>(?:1[0-2]|[1-9])(?:[-–](?:1[0-2]|[1-9]))?){not_a_part}",
        lambda m: f"{'grades' if re.search('[-–]', m['n']) else 'grade'} {m['n']}",
    ),
    Rule(
        "measure",
        r"(?P<n>\d{1,2})(?P<th>st|nd|rd|th)?\s?(?:%ile|%tile|percentile|ptile|pctl){edge}",
        lambda m: f"{m['n']}{(m['th'] or 'th').lower()} percentile",
    ),
)
