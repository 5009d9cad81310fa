"""Each part by itself: in all the ways it is written, and what only looks like it."""

from __future__ import annotations

import pytest

from otassist.domain import GoalPart
from otassist.goaltext import read

ACT = "Maya will copy a sentence"

FOUND: list[tuple[GoalPart, str]] = [
    *(
        ("timeframe", words)
        for words in (
            "by 5/2026",
            "by 5/15/2026",
            "by May 2026",
            "by June 3, 2027",
            "by the end of junior year",
            "within 36 weeks",
            "by the annual review",
            "by the end of the third marking period",
            "in one year",
            "within 12 months",
            "by the next annual review",
            "by the end of the school year",
            "over the next 30 school weeks",
            "by spring 2027",
            "by graduation",
            "by the end of Q3",
            "before winter break",
            "at the end of the semester",
            "by 2026-06-30",
            "by the end of 4th grade",
            "by the end of the IEP year",
            "within two semesters",
            "by the time he turns 16",
            "no later than 6/30/26",
        )
    ),
    *(
        ("condition", words)
        for words in (
            "given a checklist",
            "when the bell rings",
            "provided with adapted paper",
            "shown a model",
            "seated at a desk",
            "using a slant board",
            "during circle time",
            "after recess",
            "once the timer starts",
            "from memory",
            "whenever a peer asks",
            "with moderate assistance",
            "with verbal cues",
            "in the cafeteria",
            "at arrival",
            "without adult help",
            "independently",
            "while standing in line",
            "before lunch",
            "if the schedule changes",
            "upon entering class",
            "following a movement break",
            "in a small group",
        )
    ),
    *(
        ("criterion", words)
        for words in (
            "in 4 out of 5 trials",
            "in 4/5 opportunities",
            "with 80% accuracy",
            "80 percent of the time",
            "three of every four times",
            "for 10 minutes",
            "within 3 minutes",
            "at least 5 times per day",
            "twice a week",
            "no more than 2 prompts",
            "with 2 or fewer reminders",
            "12 words per minute",
            "at 15 wpm",
            "within 1/4 inch of the line",
            "for 50 feet",
            "with a score of 3 on a 4-point rubric",
            "completing all 6 steps",
            "over 4 weeks in a row",
            "across 3 consecutive sessions",
            "on 4 of 5 school days",
            "with fewer than 3 errors",
            "in 2 minutes or less",
            "10 out of 12 times",
            "every time",
            "once per class",
            "in 9 of every 10 samples",
            "at least 3 times",
        )
    ),
    *(
        ("method", words)
        for words in (
            "as measured by work samples",
            "per the para's tally",
            "scored on a rubric",
            "according to the teacher's log",
            "as documented in the data book",
            "on weekly probes",
            "based on teacher observation",
            "as recorded by staff",
            "measured by a checklist",
            "as reported by the classroom teacher",
            "using a data sheet",
            "as evidenced by work samples",
            ", teacher data",
            "as determined by therapist records",
            "as tracked on a point sheet",
        )
    ),
    *(
        ("baseline", words)
        for words in (
            "(currently 3/10)",
            "(baseline: 2/5)",
            ". Baseline: 40%",
            ". Present level: 2 of 10",
            ". Currently, she copies 2 of 10 words",
            ". Baseline: needs moderate assistance",
            "(up from 20%)",
            ". Current level: 5 minutes",
        )
    ),
]


@pytest.mark.parametrize(("part", "words"), FOUND)
def test_found(part: GoalPart, words: str) -> None:
    text = f"{ACT} {words}".replace(" ,", ",").replace(" .", ".")
    span = read(text).parts[part]
    assert span is not None
    assert span.start >= len(ACT) - 1
    assert span.end - span.start >= len(words.strip(" .,()").split(":")[-1]) * 0.6


LOOKALIKES: list[tuple[GoalPart, str]] = [
    *(
        ("timeframe", text)
        for text in (
            "Progress will be reviewed by the end of each quarter.",
            "The team will meet in March 2026.",
            "Maya will line up by the door.",
            "Maya will copy words during the school year.",
            "Maya will copy 4 of 5 words over 4 weeks in a row.",
            "Maya will finish by the end of class.",
            "Maya may copy words.",
            "Maya will march in line.",
            "Baseline taken 9/12/2025: Maya copies 2/5.",
            "Maya will pack up by lunch.",
            "Parents will be informed by the end of the marking period.",
            "Maya will copy words by ____.",
        )
    ),
    *(
        ("condition", text)
        for text in (
            "Given OT services, Maya will copy words.",
            "With autism, Maya will copy words.",
            "Given weekly occupational therapy, Maya will copy words.",
            "Maya will copy words with 80% accuracy.",
            "Maya will copy words in 4 of 5 trials.",
            "In 4 of 5 trials, Maya will copy words.",
            "Maya will copy words.",
            "Given direct OT, Maya will zip.",
            "Maya will stand on one foot.",
        )
    ),
    *(
        ("criterion", text)
        for text in (
            "Maya will fasten 8 snap fasteners.",
            "Maya will write a five-word sentence.",
            "Maya will follow 3-step directions.",
            "Maya will read a page in 12-point font.",
            "Maya will copy words with ____ accuracy.",
            "Maya will copy words with __% accuracy.",
            "Maya will use 3 picture symbols.",
            "By 5/2026 Maya will copy words.",
            "Maya will zip with minimal assistance.",
            "Maya will copy words consistently.",
            "Within 36 weeks Maya will copy words.",
            "Maya will measure flour with a ruler.",
            "Maya will write on 1/2 inch lined paper.",
            "Maya will zip independently.",
            "Maya will take a 5-minute break.",
        )
    ),
    *(
        ("method", text)
        for text in (
            "Maya will copy words. Parents will be informed of progress.",
            "Progress will be reported quarterly to parents. Maya will zip.",
            "Maya will measure flour.",
            "Maya will copy words with 80% accuracy.",
            "Maya will log in to the computer.",
            "Maya will record homework in a planner.",
            "Maya will copy words once per day.",
        )
    ),
    *(
        ("baseline", text)
        for text in (
            "Maya will copy words in 4/5 trials.",
            "Baseline: ____. Maya will copy words.",
            "Maya will write letters on the baseline.",
            "Maya will walk from class to lunch.",
            "Maya will move from the desk to the rug.",
        )
    ),
]


@pytest.mark.parametrize(("part", "text"), LOOKALIKES)
def test_not_fooled(part: GoalPart, text: str) -> None:
    assert read(text).part(part) == ""


VALUES = ["given a list", "Maya will zip", "4/5 days", "tally", "6/2026", "1/5"]
LABELS = [
    ("{}: {}", "\n", ["Condition", "Behavior", "Criterion", "Method", "Timeframe", "Baseline"]),
    ("{}: {}", " ", ["CONDITION", "BEHAVIOR", "CRITERIA", "EVALUATION", "DUE", "BASELINE"]),
    ("**{}:** {}", "\n", ["Condition", "Behavior", "Criteria", "Measurement", "By when", "Baseline"]),
    ("- {} - {}", "\n", ["Condition", "Behavior", "Criterion", "Method", "Target date", "Baseline"]),
    ("{}: {}.", " ", ["Given", "Skill", "Mastery", "Data collection", "Timeline", "Present level"]),
    ("{} = {}", "; ", ["Setting", "Action", "Target", "Measured by", "Due date", "Current level"]),
]
FIELDS = [
    between.join(form.format(label, value) for label, value in zip(labels, VALUES, strict=True))
    for form, between, labels in LABELS
]


@pytest.mark.parametrize("text", FIELDS)
def test_labelled_fields(text: str) -> None:
    reading = read(text)
    found = {part: reading.part(part) for part in reading.parts}
    assert found == {
        "timeframe": "6/2026",
        "condition": "given a list",
        "behavior": "zip",
        "criterion": "4/5 days",
        "method": "tally",
        "baseline": "1/5",
    }
