"""What is wrong with the act a goal asks for: nobody can see it, it is not the student's, or there are several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain import Finding, Span
from ..goaltext import Act, later_acts, second_act
from .goal_findings import Goal
from .goal_rules import wording

_SEEN = "Name one thing the student does that can be seen or heard, such as write, zip, carry, ask or choose."
_WRONG = {
    "unobservable": ("not_observable", "Nobody can see {0!r} happen, so two people would not score it alike.", _SEEN),
    "change": ("change_without_act", "{0!r} wishes for a change and does not say what the student will do.", _SEEN),
    "non_act": (
        "non_act",
        "{0!r} fails the dead-man test: it asks for something not to happen or to be borne, and somebody who does "
        "nothing at all would meet it.",
        "Say what the student does instead, such as moving to a quiet spot, asking for a break or finishing the task.",
    ),
    "body": (
        "body_measure",
        "{0!r} is a measure of the body, not an act.",
        "Name the school task that it limits and what the student will do in that task.",
    ),
    "service": ("service_actor", "{0!r} is a service the student gets, not something the student does.", _SEEN),
    "passive": ("passive", "{0!r} is done to the student, not by the student.", _SEEN),
}


def act_findings(goal: Goal) -> Iterator[Finding]:
    """One blocker when there is no behavior; warnings on a vague or a double one."""
    act = goal.reading.act
    if goal.span("behavior") is None:
        yield _no_behavior(goal, act)
    elif act:
        yield from _vague(goal, act)
        yield from _several(goal)


def _no_behavior(goal: Goal, act: Act | None) -> Finding:
    span = goal.reading.phrase
    if act is None or span is None:
        return goal.finds(
            "no_behavior", "blocker", "The goal does not say what the student will do.", _SEEN, basis=goal.law
        )
    if act.actor == "adult":
        remedy = "Make the student the one who acts; what adults do belongs under services or the condition."
        return goal.finds(
            "adult_actor",
            "blocker",
            "An adult or the team acts here, not the student.",
            remedy,
            act.subject or span,
            goal.law,
        )
    if act.actor == "thing":
        remedy = f"Make the student the one who acts. {_SEEN}"
        message = "The sentence is about a skill or a thing, not about what the student does."
        return goal.finds("no_student_act", "blocker", message, remedy, act.subject or span, goal.law)
    check, message, remedy = _WRONG.get(act.deed, ("no_behavior", "{0!r} is no act that can be seen.", _SEEN))
    return goal.finds(check, "blocker", message.format(_quoted(goal, span)), remedy, span, goal.law)


def _quoted(goal: Goal, span: Span) -> str:
    words = goal.text[span.start : span.end].split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")


def _vague(goal: Goal, act: Act) -> Iterator[Finding]:
    span = goal.span("behavior")
    quality = wording("quality").search(goal.part("behavior"))
    if quality and span:
        place = Span(span.start + quality.start(), span.start + quality.end())
        remedy = "Replace it with what a stranger would look for: on the line, within 1 minute, with the lid closed."
        yield goal.finds("vague_quality", "warning", f"People score {quality[0]!r} differently.", remedy, place)
    elif act.deed == "vague" and span:
        remedy = "Say what participation looks like: hands over the ball, answers, copies, puts away."
        yield goal.finds("vague_verb", "warning", f"{act.verb!r} can look like many things.", remedy, span)


def _listed(goal: Goal) -> str:
    """Each behavior by its first words: `'zip his coat' and 'hang up his bag'`."""
    behavior = goal.part("behavior")
    starts = [0, *later_acts(behavior)]
    ends = [*starts[1:], len(behavior)]
    said = [_JOINT.sub("", behavior[start:end]).strip() for start, end in zip(starts, ends, strict=True)]
    return " and ".join(repr(" ".join(words.split()[:6])) for words in said)


_JOINT = re.compile(r"[\s,;]*\b(?:and then|and|then|as well as|&)?(?:\s+will)?\s*$", re.IGNORECASE)


def _several(goal: Goal) -> Iterator[Finding]:
    span = goal.span("behavior")
    second = second_act(goal.part("behavior"))
    if span and second is not None:
        start = span.start + second
        word = re.match(r"[\w'’-]+", goal.text[start : span.end])
        place = Span(start, start + len(word[0]) if word else span.end)
        yield goal.finds(
            "several_behaviors",
            "warning",
            f"The goal asks for several behaviors ({_listed(goal)}), so one score cannot tell which was met.",
            "Keep one behavior and write another goal, or an objective, for the other.",
            place,
        )
