"""Rules for services, frequencies, rates, percentages, ratios, durations and counts, the first that matches counts."""

from __future__ import annotations

import re

from . import levels
from . import quantity_fits as fits
from . import quantity_forms as forms
from .quantity_rule import Rule
from .units import ADJACENT, PER, UNITS, key

MEASURES: tuple[Rule, ...] = (
    Rule(
        "service",
        r"{bound}(?P<n>{range})\s?(?:{x}|times)(?P<link>\s?/\s?|\s?(?:per|a|an|each)\s|\s?)(?P<per>{period})\s?(?:,|for|[x×@])\s?"
        r"(?P<n2>{range})\s?(?P<u2>min|mins|minutes|hr|hrs|hour|hours){edge}",
        forms.frequency,
        True,
        fits.is_bare_period,
    ),
    Rule(
        "service",
        r"{bound}(?P<n>{range})\s?{x}\s?(?P<n2>\d{1,3})\s?(?P<u2>mins?|minutes)?"
        r"(?P<link>\s?/\s?|\s?(?:per|a|an|each)\s|\s)(?P<per>{period}){edge}",
        forms.frequency,
        True,
        fits.is_bare_period,
    ),
    Rule(
        "service",
        r"(?P<n>{range})\s?{x}\s?(?P<n2>{range})\s?(?P<u>{unit}){edge}",
        lambda m: f"{forms.times(forms.typed(m))} for {forms.with_unit(forms.tight(m['n2']), m['u'])}",
        True,
        lambda m: key(m["u"]) not in ADJACENT | {"in"} and not levels.noun_follows(m.string, m.end("u")),
    ),
    Rule(
        "number",
        r"{digits}\s?{x}\s?{digits}(?:\s?{x}\s?{digits})?{edge}",
        lambda m: re.sub(r"\s?[x×]\s?", " × ", m[0], flags=re.I),
    ),
    Rule(
        "rate",
        r"(?P<n>{range})\s?{x}\s?/\s?(?P<n2>\d{1,3})\s?(?P<u>mins?|minutes|hrs?|hours?|secs?|seconds){edge}",
        lambda m: f"{forms.times(forms.typed(m))} in {forms.with_unit(m['n2'], m['u'])}",
    ),
    Rule(
        "frequency",
        r"{bound}(?:(?P<n>{range}|once|twice){plus}(?:\s?(?:{x}|times?)|(?<=ce))(?P<link>\s?/\s?|\s?(?:per|a|an|each|every)\s|\s?)(?P<per>{period})){edge}",
        forms.frequency,
        True,
        fits.is_bare_period,
    ),
    Rule(
        "frequency",
        r"{x}\s?{bound}(?P<n>{range})(?P<link>\s?/\s?|\s?(?:per|a|an|each|every)\s|\s)(?P<per>{period}){edge}",
        forms.frequency,
        True,
        lambda m: fits.is_bare_period(m) and (bool(m["link"].strip()) or m["per"].lower().endswith("ly")),
    ),
    Rule(
        "frequency",
        r"(?:q\s?|every\s)(?P<n>few|{range})\s?(?P<u>{unit}){edge}",
        lambda m: f"every {forms.typed(m).lower()} {UNITS[key(m['u'])][1 if m['n'] == '1' else 2]}",
        True,
        fits.is_unit,
    ),
    Rule(
        "rate",
        r"{bound}(?P<n>{range}){plus}\s?(?P<what>[a-z]{2,14})(?:\s?/\s?|\sper\s|\sin\s)(?P<n2>\d{1,3})\s?(?P<u>{unit}){edge}",
        forms.rated,
        fits=lambda m: "in " not in m[0].lower()[m.end("what") - m.start() :] and fits.is_rate(m),
    ),
    Rule(
        "rate",
        r"{bound}(?P<n>{range}){plus}\s?(?P<what>[a-z]{2,14})(?:\s?/\s?|\sper\s)(?P<u>{period})(?!/){edge}",
        forms.rated,
        fits=fits.is_rate,
    ),
    Rule(
        "percent",
        r"{bound}(?P<n>{any}(?:\s?%)?(?:{to}{any})?){plus}\s?(?:%|percent|pct{edge})"
        r"(?P<after>\+(?!\s?\d)|\sor\s(?:more|less)(?![a-z]))?",
        forms.percentage,
    ),
    Rule("ratio", r"{bound}{of}\s?(?P<n>)(?P<u>{unit}){edge}", forms.part, fits=fits.is_part),
    Rule("ratio", r"{bound}{slashed}\s?(?P<n>)(?P<u>{unit}){edge}", forms.part, fits=fits.is_part),
    Rule(
        "service",
        r"{bound}(?P<n>{range}){plus}(?:\s?(?P<dash>-?)(?P<u>{unit})){per_sign}(?P<per>{period}){edge}",
        lambda m: f"{forms.measured(m)} per {PER[key(m['per'])]}",
        fits=lambda m: fits.is_unit(m) and fits.is_bare_period(m),
    ),
    Rule(
        "duration",
        r"{bound}(?P<n>{mixed}(?:{to}{mixed})?){plus}\s?(?P<dash>-?)(?P<u>{unit}){point}"
        r"(?:\s?(?P<n2>\d{1,2})\s?(?P<u2>s|secs?|seconds|m|mins?|minutes|mos?|months?|in|inches|oz))?{edge}",
        forms.measured,
        fits=lambda m: fits.is_unit(m) and (not m["u2"] or fits.is_compound(m)),
    ),
    Rule(
        "duration",
        r"{bound}(?P<n>{mixed}(?:{to}{mixed})?){plus}\s?(?P<dash>-?)(?P<u>{unit}){point}{edge}",
        forms.measured,
        fits=fits.is_unit,
    ),
    Rule(
        "duration",
        r"(?P<n>half|quarter)(?:\san?)?[\s-](?P<u>hours?|hr|inch|mile){edge}",
        lambda m: re.sub(r"hr$", "hour", m[0].lower()),
    ),
    Rule(
        "date",
        r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![/\d%A-Za-z.]\w|[/\dA-Za-z%])",
        lambda m: m[0],
        fits=fits.is_date,
    ),
    Rule("ratio", r"{x}\s?(?P<n>{of}){edge}", lambda m: forms.tight(m["n"])),
    Rule("ratio", r"{bound}{of}{edge}", lambda m: forms.bounded(forms.without_bound(m), m)),
    Rule(
        "ratio",
        r"{bound}(?P<n>{slashed})\s?(?:{x}|times)(?![A-Za-z0-9]|\s?\d)",
        lambda m: forms.bounded(f"{forms.slash(m['n'])} times", m),
        True,
    ),
    Rule(
        "ratio",
        r"{bound}\d{1,4}/\d{1,4}\s?(?:[-–]|to)\s?\d{1,4}/\d{1,4}(?![A-Za-z0-9/])",
        lambda m: forms.bounded(forms.without_bound(m), m),
    ),
    Rule(
        "ratio",
        r"{bound}{slashed}" r"(?![A-Za-z0-9%])",
        lambda m: forms.bounded(forms.slash(forms.without_bound(m)), m),
        fits=fits.is_ratio,
    ),
    Rule(
        "duration",
        r"{x}\s?{bound}(?P<n>{mixed}(?:{to}{mixed})?){plus}\s?(?P<dash>)(?P<u>{unit}){point}{edge}",
        lambda m: f"for {forms.measured(m)}",
        True,
        fits.is_unit,
    ),
    Rule(
        "number",
        r"{x}\s?(?P<n>[1-4])\s(?:persons?|people|adults?|staff){edge}",
        lambda m: f"from {m['n']} {'person' if m['n'] == '1' else 'people'}",
        True,
    ),
    Rule(
        "times",
        r"{x}\s?{bound}(?P<n>{any}(?:{tight}{any})?){plus}(?![A-Za-z0-9%/]|\.\d)",
        lambda m: forms.bounded(forms.times(forms.typed(m)), m),
        True,
    ),
    Rule(
        "times",
        r"{bound}(?P<n>{range}){plus}\s?(?:{x}s?|times?)(?![A-Za-z0-9]|\s?/)",
        lambda m: forms.bounded(forms.times(forms.typed(m)), m),
        True,
    ),
    Rule("times", r"once{edge}", lambda m: m[0].lower(), True, fits.is_once),
    Rule("times", r"(?:twice|thrice){edge}", lambda m: m[0].lower(), True),
    Rule(
        "ordinal",
        r"\d{1,3}(?:st|nd|rd|th)(?:[-–/]\d{1,3}(?:st|nd|rd|th))?{edge}",
        lambda m: m[0].lower(),
    ),
    Rule(
        "ordinal",
        r"min(?:ute)?\s(?P<n>\d{1,3}){not_a_part}",
        lambda m: f"minute {m['n']}",
        fits=fits.is_minute,
    ),
    Rule("number", r"half{edge}", lambda m: m[0].lower(), fits=fits.is_half),
    Rule(
        "number",
        r"{bound}(?P<n>{any}(?:{tight}{any})?){plus}{not_a_part}",
        lambda m: forms.bounded(forms.typed(m), m),
        fits=fits.is_number,
    ),
    Rule(
        "number",
        r"{bound}(?P<n>{digits})(?=[A-Za-z])",
        lambda m: forms.bounded(m["n"], m),
        fits=fits.is_glued,
    ),
)
