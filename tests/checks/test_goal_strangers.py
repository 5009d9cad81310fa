"""The stranger test and the dead-man test as findings with reasons; several behaviors by name; ladders in lists."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal
from otassist.domain import Finding


def found(text: str, check: str) -> Finding | None:
    return next((finding for finding in check_goal(text).findings if finding.check == check), None)


STRANGE = [
    ("write and edit a paragraph with 80% accuracy", "several acts"),
    ("zip her coat and write her name with 80% accuracy", "several acts"),
    ("copy, cut out and glue her sentences with 80% accuracy", "several acts"),
    ("write complete sentences and spell words correctly in 4 out of 5 tries", "several acts"),
    ("write legibly and spell correctly in 7/10 words", "several acts"),
    ("decode CVC words and answer comprehension questions with 80 percent accuracy", "several acts"),
    ("read words and define terms in 8 of 10 trials", "several acts"),
    ("answer questions with 80% accuracy 80% of the time", "one measure on another"),
    ("read with 95% accuracy and 80% comprehension", "one measure on another"),
    ("interact appropriately with peers in 4 of 5 games", "'appropriately'"),
]
CLEAR = [
    "write a paragraph in 4 of 5 trials",
    "pack up and leave with the group in 9 of 10 class changes",
    "put on goggles and tie back her hair in 5 of 5 labs",
    "open and close her lunchbox on 4 of 5 days",
    "zip his backpack and put it on both shoulders on 9 of 10 days",
    "highlight the question and write an equation for 7 of 8 problems",
    "stop and wait at the curb on 4 of 5 trips",
    "raise her hand and wait in 4 of 5 lessons",
    "copy words with 90% accuracy",
    "write 80-90% of letters on the line",
]


@pytest.mark.parametrize(("act", "reason"), STRANGE)
def test_strangers_differ_and_the_finding_says_why(act: str, reason: str) -> None:
    finding = found(f"Maya will {act}.", "stranger_test")
    assert finding is not None
    assert reason in finding.message
    assert finding.severity == "blocker"


@pytest.mark.parametrize("act", CLEAR)
def test_strangers_agree(act: str) -> None:
    assert found(f"Maya will {act}.", "stranger_test") is None
    assert check_goal(f"Maya will {act}.").measurable


def test_what_is_missing_is_not_put_to_strangers() -> None:
    assert found("Maya will write and edit a paragraph.", "stranger_test") is None


DEAD = [
    "tolerate noise for 10 minutes",
    "not call out in 4 of 5 lessons",
    "refrain from hitting on 4 of 5 days",
    "avoid leaving her seat in 4 of 5 lessons",
    "stay quiet for 10 minutes",
    "keep her hands to herself on 4 of 5 days",
    "have no outbursts for 5 days",
    "stop yelling at recess on 4 of 5 days",
]
ALIVE = [
    "stop at the curb on 4 of 5 trips",
    "keep her hands on her own straps for the whole walk in 4 of 5 walks",
    "ask for a break in 4 of 5 lessons",
    "wait for her turn in 4 of 5 games",
    "stay seated for 10 minutes",
    "move to a quiet spot within 1 minute",
    "keep a log of homework on 4 of 5 days",
    "stay behind the yellow line on 4 of 5 days",
]


@pytest.mark.parametrize("act", DEAD)
def test_a_dead_man_could_do_it(act: str) -> None:
    finding = found(f"Maya will {act}.", "non_act")
    assert finding is not None
    assert "dead-man test" in finding.message


@pytest.mark.parametrize("act", ALIVE)
def test_only_the_living_can_do_it(act: str) -> None:
    assert found(f"Maya will {act}.", "non_act") is None
    assert check_goal(f"Maya will {act}.").parts["behavior"] is not None


@pytest.mark.parametrize(
    ("act", "named"),
    [
        ("zip her coat and pack her bag on 4/5 days", "'zip her coat' and 'pack her bag'"),
        ("zip her coat, and write her name on 4/5 days", "'zip her coat' and 'write her name'"),
        ("open the door and then greet a peer on 4/5 days", "'open the door' and 'greet a peer'"),
        ("copy the date and draw a picture on 4/5 days", "'copy the date' and 'draw a picture'"),
    ],
)
def test_several_behaviors_are_named(act: str, named: str) -> None:
    finding = found(f"Maya will {act}.", "several_behaviors")
    assert finding is not None
    assert named in finding.message


LIST = "Maya will copy words in 4 of 5 trials by June.\n{heading}\n{items}"


@pytest.mark.parametrize("heading", ["Objectives:", "Short-term objectives:", "Benchmarks", "STOs:"])
@pytest.mark.parametrize("mark", ["- ", "* ", "a) ", "1. ", ""])
def test_a_ladder_in_a_list_without_numbers(heading: str, mark: str) -> None:
    down = "\n".join(f"{mark}Copy words in {share} trials." for share in ("3 of 5", "2 of 5", "4 of 5"))
    up = "\n".join(f"{mark}Copy words in {share} trials." for share in ("2 of 5", "3 of 5", "4 of 5"))
    assert found(LIST.format(heading=heading, items=down), "no_ladder") is not None
    assert found(LIST.format(heading=heading, items=up), "no_ladder") is None
