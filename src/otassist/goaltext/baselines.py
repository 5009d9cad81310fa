"""Finds the present measure inside a goal."""

from __future__ import annotations

import re
from functools import cache

from ..domain import Span
from .cues import NUMBER, SENTENCE_END, either, rules
from .page import Page, trimmed

_BLANK = re.compile(r"_{2,}|\[[^\]]*\]|\b(?:tbd|to be determined|n/a)\b", re.IGNORECASE)
_AMOUNT = re.compile(rf"{NUMBER}|\b(?:unable|independent|assist|cues?|prompts?|requires|needs|does not|cannot|none|never|no)\b", re.IGNORECASE)


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    names = either(rules("cues")["baseline"]["openers"])
    value = rf"{NUMBER}(?:\s?(?:%|percent|/\s?\d+|(?:out )?of \d+))?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\bfrom (?:a |an |the |his |her |their )?(?:{names})(?: of)?[^.;]{{1,60}}?(?=\s+to\b)",
            rf"\((?:from |{names}|currently|now|presently|up from|was|is|compared (?:to|with)|previously|\w+ (?:now|currently|is currently))\b[^)]{{0,200}}\)?",
            rf"(?<![\w-])(?<!on the )(?<!to the )(?<!above the )(?<!below the )(?<!near the )(?:{names})(?:\s?(?:[:=–—-]|is\b|was\b)\s?|\s(?:of\s)?(?={NUMBER}))[^\n.;)]*(?:\.\d[^\n.;)]*)*",
            r"\b(?:(?:she|he|they|the student|student|[A-Z]\w+) (?:is |are )?(?:now|currently|presently)|currently|at present|presently|as of now|now)\b,? [^.;\n)]*(?:\.\d[^.;\n)]*)*",
            rf"\b(?:up|an increase|increased|improved|improving|an improvement|down|compared (?:to|with)|a change) from [^.,;)]{{0,30}}?{value}[^.,;)]{{0,40}}?(?=\s+to\b|[.,;)]|$)",
            rf"\bfrom (?:about |approximately |an average of |at most )?{value}(?: (?!to\b)[\w-]+){{0,5}}?(?=\s+to\s+(?:at least |about |no more than |a minimum of )?{NUMBER})",
            r"\b(?:instead of|rather than|compared with|compared to|vs\.?|versus) (?:the |her |his |their )?(?:current |present |baseline )?\d[^.,;)]*",
        )
    )


def baseline(page: Page) -> Span | None:
    """The first present measure; a blank is none, and a current that measures nothing is none."""
    for pattern in _openings():
        for match in pattern.finditer(page.left):
            end = SENTENCE_END.search(page.left, match.start() + 1, match.end())
            span = trimmed(page.text, match.start(), end.start() if end else match.end())
            if span and is_measured(page.text[span.start : span.end]):
                return span
    return None


def is_measured(content: str) -> bool:
    """Whether words give a measure or a level; a blank to fill in does not."""
    told = _BLANK.sub(" ", content)
    return _AMOUNT.search(told) is not None and not (_BLANK.search(content) and not re.search(r"\d", told))
