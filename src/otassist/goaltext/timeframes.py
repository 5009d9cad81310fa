"""Finds the date or period by which a goal is to be met."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Span
from .cues import NUMBER, SENTENCE_END, compiled, either, rules
from .page import Page

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:(?<=\b[a-z]{3})\.(?= ?\d))?"
_YEAR = r"(?:20\d\d|['’]\d\d)"
_FULL = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|20\d\d-\d{{1,2}}(?:-\d{{1,2}})?|\d{{1,2}}[/-]20\d\d|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH},? (?:of )?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? {_YEAR})?|(?:the (?:end|beginning|middle|close|start) of )?{_MONTH},? (?:of )?{_YEAR}|(?:the )?(?:fall|spring|winter|summer|autumn)(?: of)? {_YEAR})"
)
_DATE = rf"(?:{_FULL}|\d{{1,2}}/\d{{1,2}}|(?:(?:the )?(?:end|beginning|middle|close|start) of |mid[- ]|early |late |next )?{_MONTH}|(?:the )?(?:next |this )?(?:fall|spring|winter|summer)\b|20\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?)"
_TO_BE_MET = re.compile(
    r"\b(?:progress|parents?|famil(?:y|ies)|team|data|goal|report|meeting|committee|cards?)\b[^.;,]{0,40}"
    r"\b(?:reviewed?|reported?|inform\w*|notif\w*|meets?|reconvenes?|discuss\w*|updated?|shared?|sent|summarized)\b[^.;]{0,40}$"
    r"|\b(?:(?:be|is|are|was|were|gets?) (?:reviewed|reported|updated|shared|sent)|baseline|current(?:ly)?|as of|since|dated)\b[^.;,]{0,15}$",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    cue = rules("cues")["timeframe"]
    periods, reviews, events = either(cue["periods"]), either(cue["reviews"]), either(cue["events"])
    whose = r"(?:the|this|his|her|their|its|the student['’]s|our|\w+['’]s|an?|one)"
    order = r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|final|last|current|present|next|upcoming|coming|following|1|2|3|4|spring|fall|winter|summer|annual|school|plan|full|same|new|\d{4}\s?[-–/]\s?\d{2,4})"
    by = r"(?:on or before|no later than|not later than|by|before|until|prior to|as of|due(?: on| by)?|come|b/4|through)"
    part = r"(?:end|close|conclusion|completion|finish|expiration|(?:last|final) (?:\w+)|beginning|start|middle|midpoint|time|duration|second half|first half)"
    period = rf"(?:(?:{whose} )?(?:{order} ){{0,2}}{periods})(?![\w-])(?: (?:of|in) (?:{whose} )?(?:(?:{order} )?{periods}(?![\w-])|grade \w+|{_DATE}))?(?:,? (?:on |\()?{_FULL}\)?)?"
    n = rf"(?:{NUMBER}(?:\s?[-–]\s?\d+)?)"
    units = rf"(?:(?!consecutive\b|straight\b|more\b)[a-z]+ ){{0,2}}?(?:terms?|weeks?|wks?|months?|mos?|years?|yrs?|marking periods?|grading periods?|quarters?|semesters?|trimesters?)"
    next_ = r"(?:(?:the|a|his|her|their) )?(?:(?:next|coming|following|upcoming) )?(?:(?:course|span|duration|period) of )?(?:(?:the|a|an|this|his|her) )?(?:next |coming |following )?"
    not_in_a_row = r"(?![\w-])(?! (?:in a row|consecutive|straight|running|period of (?:data|probes)))"
    return tuple(
        map(
            compiled,
            (
                rf"\b(?:{by}|at|upon|on|in|within|over|during|throughout)\s+(?:{whose} )?(?:very |successful )?{part} of\s+{period}",
                rf"\b(?:{by}|in time for|ahead of)\s+(?:{whose} )?(?:{order} ){{0,2}}(?:{reviews}|{events})(?![\w-])(?:,? (?:on |in |of |\()?{_FULL}\)?)?",
                rf"\b{by}(?: the)?(?: date of)?\s+{_DATE}(?![\w/-])(?: \((?:annual|iep|end)[^)]{{0,30}}\))?",
                rf"\b(?:on|in)\s+{_FULL}(?![\w/-])",
                rf"\bby (?:the time|when) (?:\w+ ){{1,6}}?(?:graduat|exit|leav|turn|age|mov|enter|finish|start)\w*(?: (?:out|school|high school|middle school|kindergarten|\d+|to \w+ \w+|the program|\w+ grade)){{0,2}}",
                rf"\b(?:within|in|w/in|inside)\s+{next_}{n}[- ]{units}{not_in_a_row}(?: (?:of|from|after) (?:the )?(?:date|start|initiation|implementation|this iep|iep|today|instruction|intervention|school)(?: (?:of|date) ?(?:this |the )?(?:iep|plan)?)?)?",
                rf"\b(?:over|after|for|during|throughout)\s+(?:(?:the )?(?:next|coming|following|course of)(?: the| a| an)?(?: next| coming)?|the span of) {n}[- ]{units}{not_in_a_row}",
                rf"\b(?:over|within|in|during|across)\s+(?:the (?:course|span|duration) of )?(?:the|this|one|a|his|her|their)(?: (?:next|coming|following|current|full))? (?:\d{{4}}\s?[-–/]\s?\d{{2,4}} )?(?:(?:iep|plan|calendar) )(?:year|cycle|term)",
                r"\b(?:over|within|in)\s+(?:the (?:course|span|duration) of )(?:the|this|one|a|his|her|their)(?: (?:next|coming|following|current|full))? (?:(?:\d{4}\s?[-–/]\s?\d{2,4} )?(?:school |academic |iep |plan |calendar )?year|semester|quarter|marking period|trimester)",
                r"\b(?:within|over)\s+the (?:fall|spring) (?:and (?:fall|spring) )?semesters?\b",
                r"\b(?:within|in)\s+(?:one|a|1|the|this) (?:(?:next|coming|full) )?(?:school |academic |calendar |iep |plan )?year\b",
                rf"^\W*after {n}[- ]{units}{not_in_a_row}",
                rf"^\W*over {n}[- ]{units}{not_in_a_row}(?=,)",
                r"\b(?:one|a|1) (?:calendar )?year from (?:now|today|(?:the )?(?:date|start) of (?:this|the) (?:iep|plan|goal))|\bby (?:this|that|the same) time next year|\ba year from (?:now|today)",
                r"\b(?:at|by) (?:the )?(?:year['’]?s?|school[- ]year|semester|quarter|trimester|term)[- ]?(?:s )?end(?: of)?\b",
                rf"(?:^|\()\W*(?:for |during )?{_FULL}(?:\s?(?:[-–—]|to)\s?{_FULL})?(?=\s?[:,–—)-])",
                rf"\bfrom {_FULL} (?:to|until|through) {_FULL}",
                r"\b(?:when|before) (?:he|she|they) (?:turns? \d\d|graduates?|exits?|ages? out)(?: (?:high school|school|in \w+))?",
                rf"\bby the time (?:the |this |his |her |their )?(?:plan|iep|year|school|semester|quarter|term|program|marking period)\b[^,.;]{{0,40}}",
                rf"\bby the (?:end|close) of {n} {units}",
                rf"\bbefore (?:the )?(?:\w+ ){{0,2}}(?:semester|school year|year|quarter|term|marking period|trimester|iep|plan) (?:closes|ends|is over|finishes|is out)",
                rf"\bby (?:the )?(?:last|final|end of|fourth|third|second|first|4th|3rd|2nd|1st) (?:the )?(?:marking period|grading period|reporting period|quarter|semester|trimester|term)(?! of)",
                rf"\bby the end of (?:the |his |her |their )?(?:\w+ ){{0,2}}(?:spring|fall|winter|summer|year)(?![\w-])",
                r"\b(?:by|before) (?:the )?(?:very )?(?:end|close|conclusion|final \w+|last \w+|strike night) of (?:the |his |her |their |this )?(?!(?:class|lunch|work|free|study|recess|gym) )(?:[\w-]+ ){0,4}?(?:term|season|unit|year|(?:marking|report|grading|reporting) period|semester|trimester|quarter|program|spring|fall|winter|summer|kindergarten|pre-kindergarten|preschool|employment|internship|placement|show)(?![\w-])(?! day| session)(?: in the [\w-]+ \w+)?",
                rf"\b(?:by|before) (?:the )?(?:\d+(?:st|nd|rd|th)|{NUMBER}th|last|final) week(?: of (?:the )?(?:school|year|program|semester|quarter))?",
                rf"\b(?:by|before) (?:the )?(?:last|final) (?:marking|report|grading|reporting) period(?: ends| closes)?|\bbefore (?:middle|high|elementary) school (?:begins|starts|ends)|\bby the (?:time|date) of {either(cue['reviews'])}|\bby (?:the )?{reviews}(?![\w-])|\bwithin the (?:program|plan|iep) year",
                rf"\bw/?in {n} ?(?:wks?|mos?|yrs?)\b",
            ),
        )
    )


def timeframe(page: Page) -> Span | None:
    """The first date or period that no review or report owns; `May` the month, never `may` the permission."""
    for pattern in _patterns():
        for match in pattern.finditer(page.left):
            if not _is_a_schedule(page.left, match.start()):
                return Span(match.start() + len(match[0]) - len(match[0].lstrip(" \t\n(,.;:-*")), match.end())
    return None


def schedules(text: str) -> list[Span]:
    """Dates and periods that say when progress is reviewed or reported, or when a baseline was taken."""
    found = [match for pattern in _patterns() for match in pattern.finditer(text) if _is_a_schedule(text, match.start())]
    return [Span(match.start(), match.end()) for match in found]


def _is_a_schedule(text: str, start: int) -> bool:
    sentence = max((end.end() for end in SENTENCE_END.finditer(text, 0, start)), default=0)
    return _TO_BE_MET.search(text[max(sentence, start - 120) : start]) is not None


