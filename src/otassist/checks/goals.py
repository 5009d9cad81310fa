"""All goal checks in their order, over a goal that anybody wrote.

Sources: 34 CFR 300.320(a)(2)-(3) for what binds an IEP (basis `law`); the stranger, dead-man and so-what tests,
R-GORI and the Goal Functionality Scale III as ideas for the rest (`good practice`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..domain import CheckedGoal, Context, Finding, Relevance
from ..errors import EmptyJot, JotTooLong
from ..goaltext import read
from .goal_acts import act_findings
from .goal_contexts import relevance
from .goal_dates import date_findings, ladder_findings
from .goal_findings import Goal
from .goal_marks import placed, seen
from .goal_measures import measure_findings
from .goal_parts import part_findings
from .goal_relevance import Evidence, evidence, relevance_findings
from .goal_scope import jargon_findings, scope_findings
from .goal_strangers import is_measurable, stranger_findings
from .remedies import remedied, repair
from .rubrics import rubrics

LONGEST_GOAL = 5_000


def check_goal(text: str, context: Context | None = None, fix: bool = False) -> CheckedGoal:
    """A goal of at most 5,000 characters with its parts, what they make of it, and findings, the gravest first.

    `fix` adds the repaired goal. Raises EmptyJot and JotTooLong.
    """
    plain = seen(text)
    if not plain.strip():
        raise EmptyJot("The goal is empty.", "Send the text of a goal.")
    if len(text) > LONGEST_GOAL:
        raise JotTooLong(
            f"The goal has {len(text):,} characters; {LONGEST_GOAL:,} is the most.", "Send one goal at a time."
        )
    checked = _checked(plain, context or Context(), fix)
    return checked if plain == text else placed(checked, text)


def _checked(text: str, context: Context, fix: bool) -> CheckedGoal:
    goal = Goal(read(text), context)
    measurable, found = is_measurable(goal), evidence(goal)
    graded = relevance(goal, found)
    findings = tuple(remedied(_numbered(_findings(goal, graded, found)), text))
    return CheckedGoal(
        text,
        goal.reading.parts,
        measurable,
        graded.score >= 2,
        findings,
        relevance=graded,
        rubrics=rubrics(goal, measurable, graded),
        repair=repair(goal, findings) if fix else None,
    )


def _findings(goal: Goal, graded: Relevance, found: Evidence) -> Iterator[Finding]:
    yield from act_findings(goal)
    yield from relevance_findings(goal, graded, found)
    yield from scope_findings(goal)
    yield from part_findings(goal)
    yield from measure_findings(goal)
    yield from stranger_findings(goal)
    yield from date_findings(goal)
    yield from ladder_findings(goal)
    yield from jargon_findings(goal)


def _numbered(found: Iterator[Finding]) -> tuple[Finding, ...]:
    order = {"blocker": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda finding: order[finding.severity])
    return tuple(replace(finding, id=f"g{index}") for index, finding in enumerate(ranked, 1))
