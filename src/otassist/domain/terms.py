"""The words of the field that have a fixed list: areas, kinds of facts, parts, sections, origins, severities."""

from __future__ import annotations

from typing import Literal

Area = Literal[
    "handwriting",
    "fine_motor",
    "visual_motor",
    "sensory_regulation",
    "self_care",
    "attention",
    "executive_function",
    "social_participation",
    "gross_motor",
    "assistive_technology",
    "coping",
    "transition",
    "access",
]

FactKind = Literal[
    "measure",
    "count",
    "assist",
    "cue",
    "duration",
    "clock_time",
    "distance",
    "date",
    "age",
    "grade",
    "setting",
    "delivery",
    "service",
    "behavior",
    "intervention",
    "support",
    "tool",
    "test",
    "quote",
    "barrier",
    "concern",
    "strength",
    "plan",
    "question",
]

GradeBand = Literal["PreK", "K-2", "3-5", "6-8", "9-12", "18-21"]

GRADE_BANDS: tuple[GradeBand, ...] = ("PreK", "K-2", "3-5", "6-8", "9-12", "18-21")

GoalPart = Literal["timeframe", "condition", "behavior", "criterion", "method", "baseline"]

GOAL_PARTS: tuple[GoalPart, ...] = ("timeframe", "condition", "behavior", "criterion", "method", "baseline")

PassageKind = Literal["goal", "practice"]

NoteType = Literal["session", "observation", "screening", "present_levels", "consultation"]

Section = Literal["subjective", "objective", "assessment", "plan"]

SECTIONS: tuple[Section, ...] = ("subjective", "objective", "assessment", "plan")

Origin = Literal["observed", "therapist", "bank", "practice", "inferred", "proposed", "blank"]

Severity = Literal["blocker", "warning", "info"]

Basis = Literal["law", "good practice", "house style"]

StatementRole = Literal[
    "observation",  # what was seen, done or measured
    "report",  # what somebody said
    "judgement",  # what it means, in the therapist's own words
    "plan",  # what comes next
    "advice",  # what was recommended to somebody
    "question",  # an open question of the therapist's
    "background",  # age, services, equipment, diagnosis, existing goals
    "header",  # grade, delivery, setting, minutes, date
    "instruction",  # said to the assistant, not about the student
]

GoalType = Literal["goal", "intervention_target", "accommodations"]
