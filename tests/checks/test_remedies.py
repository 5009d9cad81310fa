"""Every finding offers a rewritten clause or a question, and a repaired goal invents nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.checks import check_goal
from otassist.checks.remedies import changes
from otassist.domain import Context, Repair

GOALS = [
    "Maya will improve handwriting.",
    "Maya will understand fractions with 80% accuracy.",
    "Given OT services, Maya will zip her coat consistently.",
    "The teacher will prompt Maya.",
    "Maya's handwriting will be legible.",
    "Maya will tolerate sitting for 5 minutes.",
    "Increase grip strength to 10 lbs.",
    "Maya will zip her coat and hang up her bag in 7/5 trials.",
    "Maya will copy words with 80% accuracy in 4/5 trials. Baseline: 90%.",
    "Maya will behave appropriately in class with ____ accuracy.",
    "Maya will participate in group. Parents will be informed of progress.",
    "By 1/2020, Maya will read 60 words per minute.",
    "OT will be provided weekly.",
    "Speech therapy 2x a week.",
    "In class, Maya will use bilateral coordination to don her jacket.",
    "Given appropriate support, Maya will respond appropriately.",
    "will ____",
    "?",
]


@pytest.mark.parametrize("text", GOALS)
def test_every_finding_has_a_rewrite_or_a_question(text: str) -> None:
    for finding in check_goal(text, Context(date="5/1/2026")).findings:
        assert finding.rewrite is not None or "?" in finding.remedy, finding.check


def fixed(text: str) -> Repair:
    repair = check_goal(text, fix=True).repair
    assert repair is not None
    return repair


@pytest.mark.parametrize("text", GOALS)
def test_a_repair_invents_no_number_and_no_baseline(text: str) -> None:
    repaired = fixed(text).text
    assert set(re.findall(r"\d+", repaired)) <= set(re.findall(r"\d+", text))
    baseline = re.search(r"Baseline: (.*)", repaired)
    assert baseline is None or "Baseline" in text or baseline[1].startswith("____")


@pytest.mark.parametrize("text", GOALS)
def test_the_diff_gives_both_texts(text: str) -> None:
    diff = fixed(text).changes
    assert "".join(part.text for part in diff if part.kind != "added") == text
    assert "".join(part.text for part in diff if part.kind != "removed") == fixed(text).text


@given(st.text(alphabet="ab ,.\n", max_size=40), st.text(alphabet="ab ,.\n", max_size=40))
def test_a_diff_holds_what_it_compares(before: str, after: str) -> None:
    diff = list(changes(before, after))
    assert "".join(part.text for part in diff if part.kind != "added").strip() == before.strip()
    assert "".join(part.text for part in diff if part.kind != "removed").strip() == after.strip()


REPAIRED = [
    (
        "Maya will zip her coat.",
        "By ____, given ____, Maya will zip her coat ____, as measured by ____. Baseline: ____.",
    ),
    (
        "By May 2027, Maya will zip her coat in 4 of 5 trials.",
        "By May 2027, given ____, Maya will zip her coat in 4 of 5 trials, as measured by ____. Baseline: ____.",
    ),
    (
        "By May 2027, given a model, Maya will zip her coat in 7/5 trials per the aide's log. Baseline: 1/5.",
        "By May 2027, given a model, Maya will zip her coat in ____ trials per the aide's log. Baseline: 1/5.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPAIRED)
def test_a_repair_is_exact(text: str, expected: str) -> None:
    assert fixed(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "By 5/2027, given a checklist, Maya will pack up on 4 of 5 days per the aide's tally. Baseline: 1 of 5.",
        "By June, when the bell rings, Leo will line up within 1 minute on 9 of 10 days, teacher chart; 3 of 10 now.",
    ],
)
def test_a_good_goal_stays_as_it_is(text: str) -> None:
    assert fixed(text).text == text


def test_nothing_is_repaired_unasked() -> None:
    assert check_goal("Maya will zip.").repair is None
