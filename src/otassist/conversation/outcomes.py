"""A request about a draft -> the edit that does it, or why it cannot be done."""

from __future__ import annotations

from ..domain import Goal
from . import supports
from .ladders import add_objectives, drop_objective, place_of
from .means import Draft, Means, Outcome, unable
from .measures import baseline, criterion, objective_measure
from .messages import Request
from .pronouns import pronoun
from .splitting import split
from .timeframes import objective_by, timeframe
from .wording import drop_sentence, is_no_support, plain_words, replace_words, shorter, take_out


def outcome(draft: Draft, request: Request, means: Means) -> Outcome:
    match request.action:
        case "criterion":
            return criterion(draft, request)
        case "baseline":
            return baseline(draft, request)
        case "timeframe":
            return timeframe(draft, request)
        case "objective" | "objective_by":
            return _about_objective(draft, request)
        case "drop_objective":
            return drop_objective(draft, request)
        case "add_objectives":
            return add_objectives(draft, request, means.bank_goal)
        case "cue":
            return supports.cue(draft, request)
        case "add_support" if is_no_support(request.text("what")):
            return unable("needs_model")
        case "add_support":
            return supports.add_support(draft, request, means)
        case "more_support" | "stretch":
            return supports.variant(draft, request)
        case "split":
            return split(draft)
    return _worded(draft, request, means)


def _worded(draft: Draft, request: Request, means: Means) -> Outcome:
    match request.action:
        case "replace":
            return replace_words(draft, request)
        case "take_out":
            return take_out(draft, request)
        case "drop_sentence":
            return drop_sentence(draft, request)
        case "plain_words":
            return plain_words(draft, means)
        case "shorter":
            return shorter(draft)
        case "pronoun":
            return pronoun(draft, request)
        case "initials":
            return unable("initials")
    return unable("needs_model")


def _about_objective(draft: Draft, request: Request) -> Outcome:
    index = place_of(draft, request)
    if index is None:
        return unable("no_objective", count=len(draft.objectives) if isinstance(draft, Goal) else 0)
    return (objective_by if request.action == "objective_by" else objective_measure)(draft, request, index)
