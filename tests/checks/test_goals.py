"""Findings on goals: each rule with goals that break it and goals that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goaltext.marked import Marked, marked
from otassist.checks import check_goal
from otassist.domain import Context, Finding
from otassist.errors import OtassistError

GOOD = (
    "By the annual review, given a picture checklist at arrival, Maya will hang up her backpack on 4 of 5 mornings, "
    "as measured by the aide's daily tally. Baseline: 1 of 5."
)
GOALS = marked("goals.txt")
STRANGERS = marked("strangers.txt")


def findings(text: str, plan: str | None = None) -> dict[str, Finding]:
    """Check id -> finding."""
    return {finding.check: finding for finding in check_goal(text, Context(plan=plan)).findings}


def test_a_good_goal_has_no_findings() -> None:
    checked = check_goal(GOOD)
    assert checked.findings == ()
    assert (checked.measurable, checked.educationally_relevant) == (True, True)


@pytest.mark.parametrize("goal", [*GOALS, *STRANGERS], ids=[goal.text[:60] for goal in [*GOALS, *STRANGERS]])
def test_measurable_and_relevant(goal: Marked) -> None:
    checked = check_goal(goal.text)
    assert (checked.measurable, checked.educationally_relevant) == (goal.measurable, goal.relevant)


SOUND = [goal for goal in [*GOALS, *STRANGERS] if goal.measurable and goal.relevant]


@pytest.mark.parametrize("goal", SOUND, ids=[goal.text[:60] for goal in SOUND])
def test_a_sound_goal_has_no_blocker(goal: Marked) -> None:
    assert [item.check for item in check_goal(goal.text).findings if item.severity == "blocker"] == []


BROKEN = [
    ("not_observable", "Maya will understand the class rules in 4/5 trials.", "understand the class rules"),
    ("not_observable", "Maya will be more independent at lunch.", "be more independent"),
    ("change_without_act", "Maya will improve her handwriting.", "improve her handwriting"),
    ("non_act", "Maya will tolerate noise in the cafeteria for 10 minutes.", "tolerate noise"),
    ("non_act", "Maya will not call out during lessons in 4/5 lessons.", "call out"),
    (
        "body_measure",
        "Maya will demonstrate functional grip strength at her desk.",
        "demonstrate functional grip strength",
    ),
    ("adult_actor", "The OT will give Maya a pencil grip during writing.", "The OT"),
    ("service_actor", "Maya will receive OT 30 minutes weekly.", "receive OT"),
    ("no_student_act", "Handwriting legibility will improve to 80% in class.", "Handwriting legibility"),
    ("several_behaviors", "Maya will zip her coat and pack her bag at dismissal on 4/5 days.", "pack"),
    ("vague_quality", "Maya will use scissors appropriately in art in 4/5 classes.", "appropriately"),
    ("vague_verb", "Maya will participate in circle time for 10 minutes.", "participate in circle time"),
    ("no_criterion", "Maya will zip her coat before recess.", None),
    ("blank_criterion", "Maya will zip her coat with ____% accuracy.", "____"),
    ("blank_criterion", "Maya will zip her coat in __/__ trials.", "__"),
    ("vague_criterion", "Maya will zip her coat most of the time.", "most of the time"),
    ("vague_criterion", "Maya will zip her coat with improved accuracy.", "with improved accuracy"),
    ("no_timeframe", "Maya will zip her coat on 4/5 days.", None),
    (
        "schedule_timeframe",
        "Maya will zip her coat on 4/5 days. Progress will be reviewed by the end of each quarter in June 2026.",
        None,
    ),
    ("no_condition", "Maya will zip her coat.", None),
    (
        "vague_condition",
        "Given appropriate supports, Maya will zip her coat on 4/5 days.",
        "Given appropriate supports",
    ),
    ("vague_condition", "With minimal prompting, Maya will zip her coat on 4/5 days.", "With minimal prompting"),
    ("bare_place", "In class, Maya will raise her hand in 4/5 lessons.", "In class"),
    ("service_condition", "Given OT services, Maya will zip her coat on 4/5 days.", "Given OT services"),
    ("no_method", "Maya will zip her coat on 4/5 days.", None),
    ("told_method", "Maya will zip her coat on 4/5 days. Parents will be informed of progress.", None),
    ("no_baseline", "Maya will zip her coat on 4/5 days.", None),
    ("impossible_value", "Maya will zip her coat in 7/5 trials.", "7/5"),
    ("impossible_value", "Maya will copy words with 120% accuracy.", "120%"),
    ("stacked_criterion", "Maya will copy words with 80% accuracy in 4/5 trials.", None),
    ("stacked_criterion", "Maya will copy words 80% of the time in 4 out of 5 trials.", None),
    ("no_progress", "Maya will copy words in 3/5 trials. Baseline: 4/5.", "3/5"),
    ("no_progress", "Maya will copy words with 60% accuracy. Baseline: 3/5.", "60%"),
    ("no_progress", "Maya will unpack with no more than 4 prompts. Baseline: 3 prompts.", "4 prompts"),
    ("no_progress", "Maya will unpack within 5 minutes. Baseline: 4 minutes.", "5 minutes"),
    ("impairment_only", "Maya will increase shoulder range of motion to 90 degrees.", "range of motion"),
    ("impairment_only", "Maya will squeeze theraputty for 5 minutes in the therapy room.", "squeeze"),
    ("impairment_only", "Maya will cross midline in 4/5 trials.", "cross midline"),
    ("not_school", "Maya will do better.", None),
    ("out_of_scope", "Maya will read 90 words per minute in 4/5 trials.", None),
    ("out_of_scope", "Maya will articulate the /s/ sound in 4/5 trials.", None),
    ("out_of_scope", "Maya will walk with a reciprocal gait in the hallway for 50 feet.", None),
    ("out_of_scope", "Maya will have fewer tantrums at school each week.", None),
    ("jargon", "Maya will don her coat on 4/5 days.", "don"),
    ("jargon", "Maya will use bilateral integration to open her milk on 4/5 days.", "bilateral integration"),
]


@pytest.mark.parametrize(("check", "text", "place"), BROKEN)
def test_a_broken_rule_is_found(check: str, text: str, place: str | None) -> None:
    found = findings(text)
    assert check in found
    finding = found[check]
    assert finding.start is not None
    if place is not None:
        assert place in text[finding.start : finding.end]


KEPT = [
    ("not_observable", "Maya will demonstrate understanding of rules by pointing to the picture in 4/5 trials."),
    ("change_without_act", "Maya will increase typing speed from 5 wpm to 15 wpm."),
    ("non_act", "Maya will stop at the curb on 4/5 trips."),
    ("body_measure", "Maya will use a tripod grasp while writing in 4/5 samples."),
    ("adult_actor", "Maya will ask the teacher for help in 4/5 trials."),
    ("service_actor", "Maya will be ready for class on 4/5 days."),
    ("several_behaviors", "Maya will zip and unzip her coat on 4/5 days."),
    ("several_behaviors", "Maya will write letters and numbers in 4/5 trials."),
    ("several_behaviors", "Maya will raise her hand and wait in 4/5 lessons."),
    ("vague_quality", "Maya will cut on the line in 4/5 trials."),
    ("no_criterion", "Maya will zip her coat on 4 of 5 days."),
    ("blank_criterion", "By ____, Maya will zip her coat on 4 of 5 days."),
    ("blank_criterion", "____ will zip her coat on 4 of 5 days."),
    ("vague_condition", "Given a picture checklist, Maya will zip her coat on 4/5 days."),
    ("bare_place", "During circle time in class, Maya will raise her hand in 4/5 lessons."),
    ("impossible_value", "Maya will copy words in 5/5 trials."),
    ("impossible_value", "By 5/4/2026 Maya will copy words with 100% accuracy."),
    ("stacked_criterion", "Maya will write 90% of letters on the line in 4 of 5 samples."),
    ("stacked_criterion", "Maya will sit for 10 minutes in 4 of 5 lessons."),
    ("no_progress", "Maya will copy words with 80% accuracy. Baseline: 3/5."),
    ("no_progress", "Maya will unpack with no more than 1 prompt. Baseline: 3 prompts."),
    ("no_progress", "Maya will unpack within 3 minutes. Baseline: 6 minutes."),
    ("no_progress", "Maya will unpack independently in 4/5 trials. Baseline: 4/5 with moderate assistance."),
    ("no_progress", "Maya will copy 4/5 words. Baseline: 20 minutes."),
    ("impairment_only", "Maya will use both hands to open her lunch container in 4/5 lunches."),
    ("impairment_only", "With stronger trunk support, Maya will write at her desk for 10 minutes."),
    ("not_school", "Maya will put on her coat on 4/5 days."),
    ("not_school", "Maya will take turns with a peer in 4/5 games."),
    ("not_school", "Maya will stock shelves at 20 items per hour."),
    ("out_of_scope", "During reading, Maya will turn the pages of a book in 4/5 lessons."),
    ("out_of_scope", "Maya will write the date in 4/5 trials after speech therapy."),
    ("jargon", "Don will zip his coat on 4/5 days."),
]


@pytest.mark.parametrize(("check", "text"), KEPT)
def test_a_rule_that_is_kept_is_not_found(check: str, text: str) -> None:
    assert check not in findings(text)


@pytest.mark.parametrize("plan", ["504", "RTI", None, "IEP"])
def test_the_law_speaks_only_for_an_iep(plan: str | None) -> None:
    bases = {finding.basis for finding in findings("Maya will improve.", plan).values()}
    assert ("law" in bases) == (plan == "IEP")


def test_condition_and_timeframe_are_good_practice_even_in_an_iep() -> None:
    found = findings("Maya will zip her coat on 4/5 days.", "IEP")
    assert {found[check].basis for check in ("no_timeframe", "no_condition", "no_baseline")} == {"good practice"}


def test_findings_are_numbered_with_the_gravest_first() -> None:
    checked = check_goal("Maya will improve.").findings
    order = ["blocker", "warning", "info"]
    assert [order.index(item.severity) for item in checked] == sorted(order.index(item.severity) for item in checked)
    assert [item.id for item in checked] == [f"g{number}" for number in range(1, len(checked) + 1)]


@given(
    st.one_of(
        st.text(min_size=1, max_size=120),
        st.lists(st.sampled_from([GOOD, "will", "____", "7/5", "OT", "(", "by", "½"])).map(" ".join),
    )
)
def test_any_text_is_checked(text: str) -> None:
    if not text.strip():
        return
    checked = check_goal(text)
    for finding in checked.findings:
        assert finding.start is not None
        assert finding.end is not None
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.message
        assert finding.remedy


@pytest.mark.parametrize("text", ["", "  \n", "a" * 5_001])
def test_what_cannot_be_checked_is_refused(text: str) -> None:
    with pytest.raises(OtassistError) as refusal:
        check_goal(text)
    assert refusal.value.remedy
