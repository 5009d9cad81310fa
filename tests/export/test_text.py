"""What everybody pastes: plain text and Markdown, word for word; and which words a Reviewed prints at all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from export.reviewed import (
    ACCEPTED,
    BLOCKER,
    INFO,
    WARNING,
    about,
    goal,
    markup,
    note,
    reviewed,
    squeezed,
    wild,
)  # fmt: skip
from otassist.domain import Addendum, Goal, Reviewed
from otassist.export import as_csv, as_markdown, as_text, fields, profile
from otassist.export.wording import cleaned

GOAL = """Copying sentences
Student: KL
Accepted: November 25, 2026, 2:05 PM EST
Accepted by: Dana Ruiz, OTR/L

Open when accepted
- Must change: 4/5 is not in the jot. Write what was measured.
- Look at: There is no date. Add when it is to be met.

Annual goal
By May 1, 2027, with a slant board and minimal verbal cues, the student will copy sentences with finger spaces, \
in 4 of 5 sentences, as scored by the teacher from dated work samples.

Baseline: 2/5 on 10/12.

Why it matters at school: Work that can be read shows what the student knows.

Objectives
1. Copies 2 of 5 sentences with a model. (January 15)
2. Copies 3 of 5 sentences.

Added later
November 27, 2026, 2:05 PM EST, by Dana Ruiz, OTR/L: The teacher has the slant board.
"""

NOTE = """# Session note, KL

**Student:** KL\\
**Accepted:** November 25, 2026, 2:05 PM EST

## Subjective

He said, "my hand doesn't hurt".

## Objective

The student was seen for 30 minutes. He copied 3/5 sentences with minimal verbal cues.

## Assessment

What does this mean for the student's participation in school? \\_\\_\\_\\_

## Plan

The plan is to try a slant board in math.
"""


def test_a_goal_as_text() -> None:
    assert as_text(reviewed()) == GOAL


def test_a_note_as_markdown() -> None:
    plain = reviewed(note(), title="Session note, KL", author=None, open_findings=(), addenda=())
    assert as_markdown(plain) == NOTE


def test_a_goal_as_markdown_has_its_objectives_in_a_table() -> None:
    assert "| 1 | Copies 2 of 5 sentences with a model. | January 15 |" in as_markdown(reviewed())


@pytest.mark.parametrize("export", [as_text, as_markdown, lambda one: as_csv(one).decode("utf-8-sig")])
class TestOpenFindings:
    def test_a_blocker_is_printed_before_a_warning(self, export) -> None:
        text = export(reviewed())
        assert 0 <= text.index(BLOCKER.message) < text.index(WARNING.message) < text.index("By May 1")

    def test_a_blocker_of_the_draft_is_printed_though_left_out(self, export) -> None:
        assert BLOCKER.message in export(reviewed(goal(findings=(BLOCKER, WARNING)), open_findings=()))

    def test_a_warning_that_was_settled_is_not(self, export) -> None:
        assert WARNING.message not in export(reviewed(goal(findings=(WARNING,)), open_findings=()))

    def test_what_is_only_for_information_is_not(self, export) -> None:
        assert INFO.message not in export(reviewed(open_findings=(INFO,)))

    def test_nothing_is_said_where_nothing_was_open(self, export) -> None:
        assert "Open when accepted" not in export(reviewed(open_findings=()))


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        reviewed(accepted_at=datetime(2026, 11, 25))
    with pytest.raises(ValueError, match="no time zone"):
        Addendum("x", datetime(2026, 11, 25))


@pytest.mark.parametrize(("hour", "clock"), [(0, "12:05 AM"), (11, "11:05 AM"), (12, "12:05 PM"), (23, "11:05 PM")])
def test_clock_times_are_american(hour: int, clock: str) -> None:
    assert f"25, 2026, {clock} EST" in as_text(reviewed(accepted_at=ACCEPTED.replace(hour=hour)))


@pytest.mark.parametrize("kind", ["intervention_target", "accommodations"])
def test_what_is_no_goal_is_not_called_one(kind) -> None:
    assert "Annual goal" not in as_text(reviewed(goal("Do it.", type=kind)))


@pytest.mark.parametrize("sign", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
def test_no_number_is_turned_around(sign: str) -> None:
    """`4 of 5` behind such a sign shows as `5 of 4` in every program."""
    for one in about(f"in {sign}4 of 5 tries"):
        assert "in 4 of 5 tries" in as_text(one)


def pieces(one: Reviewed) -> list[str]:
    """Every stretch of text of the draft and its addenda."""
    draft = one.draft
    own = [clause.text for clause in draft.clauses] + [added.text for added in one.addenda]
    return own + ([step.text for step in draft.objectives] if isinstance(draft, Goal) else [])


@given(wild | markup)
def test_every_word_arrives_as_text_and_in_the_boxes(text: str) -> None:
    for one in about(text):
        printed = squeezed(as_text(one))
        boxes = squeezed("".join(field.label + field.text for field in fields(one, profile())))
        for piece in pieces(one):
            assert squeezed(cleaned(piece)) in printed
        for piece in pieces(replace(one, addenda=())):
            assert squeezed(cleaned(piece).removeprefix("Baseline:")) in boxes


READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARMLESS = {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close"}


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in (token.children or ())]


@given(wild | markup)
def test_no_word_becomes_markup(text: str) -> None:
    for one in about(text):
        tokens = READER.parse(as_markdown(one))
        assert {token.type for token in inline(tokens)} <= HARMLESS
        shown = squeezed("".join(token.content if token.content else "\n" for token in inline(tokens)))
        for piece in pieces(one):
            assert squeezed(cleaned(piece)) in shown
        plain = READER.parse(as_markdown(about("word")[0 if isinstance(one.draft, Goal) else 1]))
        kinds = {token.type for token in tokens} - {token.type for token in plain}
        assert not kinds, kinds


LINK = re.compile(r"(?i)\w://|www\.|\w@\w")


@given(markup)
def test_nothing_is_left_that_github_makes_a_link_of(text: str) -> None:
    for one in about(text):
        assert not LINK.search(as_markdown(one))


def test_bold_is_only_for_labels() -> None:
    assert re.findall(r"\*\*(.+?)\*\*", as_markdown(about("**not this**")[1])) == [
        "Student:", "Accepted:", "Accepted by:", "Must change:", "Look at:", "November 25, 2026, 2:05 PM EST:",
    ]  # fmt: skip
