"""Drafts notes for the tests of the composer and says what stands in them."""

from __future__ import annotations

import re
from functools import cache

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import Context, Drafting, Note, Section

QUOTED = re.compile(r'"[^"]*"')


@cache
def assistant() -> Assistant:
    return build()


@cache
def drafting(jot: str, context: Context | None = None, kind: str = "note") -> Drafting:
    return assistant().draft(kind, jot, context)


def note(jot: str, context: Context | None = None, kind: str = "note") -> Note:
    """The one note of a jot about one student."""
    (only,) = drafting(jot, context, kind).notes
    return only


def said(jot: str, section: Section | None = None, context: Context | None = None, kind: str = "note") -> list[str]:
    """The sentences of the note, or of one section of it, that are no blanks."""
    written = note(jot, context, kind)
    clauses = written.sections[section] if section else written.clauses
    return [clause.text for clause in clauses if clause.origin != "blank"]


def outside_quotes(text: str) -> str:
    return QUOTED.sub(" ", text)


def stands(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words, in whatever case."""
    return re.search(rf"(?<![\w/.]){re.escape(words)}(?![\w/]|\.\d)", text, re.I) is not None


def together(words: tuple[str, ...], sentences: list[str]) -> bool:
    """Whether one sentence holds all of them: what belongs together was not torn apart."""
    return any(all(stands(each, sentence) for each in words) for sentence in sentences)


def wrong(reason: str, *values: object) -> object:
    """A row whose expectation is right and not met yet; it fails as soon as it is met."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
