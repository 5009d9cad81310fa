"""Vague plans: a plan names an activity with a support, a measure, a day or a person."""

from __future__ import annotations

import pytest

from .checking import findings

VAGUE = [
    "Continue to monitor.", "Monitor lunch skills.", "Work on fine motor.", "Continue to work on speech-to-text.",
    "Will address task initiation as appropriate.", "Progress visual scanning activities as tolerated.",
    "More bus practice going forward.", "Continue group.", "Keep working on handwriting next session.",
    "The plan is to focus on self-care.", "Provide ongoing support as needed.", "Follow up in the future.",
]  # fmt: skip
SPECIFIC = [
    "Continue the wobble stool in group on Thursday.", "Practice zipping with a ring pull at dismissal daily.",
    "Try loop scissors for curves.", "The teacher will keep graph paper in his math folder.",
    "Recount turned-in homework on 11/3.", "Check back with the teacher after conferences.",
    "Order medium gloves, as the present ones are too large.", "Send a vision referral to the nurse.",
    "Fade to 1 verbal cue for spacing.", "Provide raised-line paper for copying.",
    "Monitor cutting by weekly samples.", "Put the fire drill on the visual schedule.",
]  # fmt: skip


def said(plan: str) -> set[str]:
    return {item.check for item in findings(f"P: {plan}")} & {"vague_plan", "bare_continue"}


@pytest.mark.parametrize("plan", VAGUE)
def test_a_vague_plan_is_a_warning_with_a_question(plan: str) -> None:
    assert said(plan)
    found = [item for item in findings(f"P: {plan}") if item.check in ("vague_plan", "bare_continue")]
    assert [item.severity for item in found] == ["warning"]
    assert found[0].remedy.endswith("?")


@pytest.mark.parametrize("plan", SPECIFIC)
def test_a_specific_plan_passes(plan: str) -> None:
    assert said(plan) == set()


@pytest.mark.parametrize("plan", VAGUE)
def test_outside_the_plan_nothing_is_said(plan: str) -> None:
    assert "vague_plan" not in {item.check for item in findings(f"O: {plan}")}
