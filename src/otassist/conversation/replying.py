"""A message about a draft -> a reply: what the message was, the draft as asked for, and what changed in it.

Nothing changes that the message did not ask for, and the message is in the reply whatever comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Addition, Goal, Observation, Question, Reply
from ..errors import JobError
from ..language.tables import rules
from . import explaining, supports
from .changes import changed
from .ladders import add_objectives, drop_objective, place_of
from .means import Draft, Edited, Means, Outcome, Unable, reply_text, unable
from .measures import baseline, criterion, objective_measure
from .messages import Request, looks_like, requests
from .pronouns import pronoun
from .splitting import split
from .suggesting import suggestions
from .timeframes import objective_by, timeframe
from .wording import drop_sentence, is_no_support, plain_words, replace_words, shorter, take_out


def reply(
    message: str, draft: Draft | None, means: Means, history: Sequence[Draft] = (), said_before: int = 0
) -> Reply:
    """What to do with a message; `history` holds the drafts before this one, the first at its head.

    `said_before` counts the additions of earlier messages, so that each has an id of its own.
    """
    asked = requests(message)
    if not any(char.isalnum() for char in message):
        return Reply(message, "command", "nothing", False, reply_text("nothing"), draft)
    if not asked:
        return _unplaced(message, draft, means, history)
    first = asked[0]
    bare = Reply(message, first.kind, first.action, False, "", draft)
    if first.kind == "command":
        return _commanded(bare, history)
    if draft is None:
        return replace(bare, action="no_draft", said=reply_text("no_draft"))
    if first.kind == "question":
        return replace(bare, done=True, said=_explained(draft, first, means))
    return _edited(bare, draft, asked, means, said_before)


def _edited(bare: Reply, draft: Draft, asked: Sequence[Request], means: Means, said_before: int) -> Reply:
    """Each request in turn on what the one before left; one that cannot be done stops none of the others."""
    current, told, failed, asks = draft, list[str](), list[Unable](), list[Question]()
    others: tuple[Goal, ...] = ()
    for request in asked:
        outcome = _outcome(current, request, means)
        if isinstance(outcome, Unable):
            failed.append(outcome)
            asks += [Question(outcome.why, request.action, outcome.options)] if outcome.options else []
            continue
        if not any(char.isalnum() for char in outcome.draft.text):
            failed.append(unable("nothing_left"))
            continue
        current, others = outcome.draft, (*others, *outcome.others)
        told += [reply_text("done", what=outcome.what), *outcome.said]
        asks += [Question(reply_text(name), request.action) for name in outcome.asks]
    told += [failure.why for failure in failed]
    if current == draft:
        return replace(bare, said=" ".join(told), questions=tuple(asks), needs_model=any(f.needs_model for f in failed))
    additions = tuple(_additions(bare.message, asked, means, said_before))
    for addition in additions:
        current = _grounded(current, draft, addition)
    checked = means.recheck(current)
    return replace(
        bare,
        done=not failed,
        said=" ".join(told),
        draft=checked,
        changes=changed(draft, checked),
        others=tuple(each for other in others if isinstance(each := means.recheck(other), Goal)),
        additions=additions,
        questions=tuple(asks),
        needs_model=any(failure.needs_model for failure in failed),
    )


def _outcome(draft: Draft, request: Request, means: Means) -> Outcome:
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


def _commanded(bare: Reply, history: Sequence[Draft]) -> Reply:
    """Undo and start over go back through the history; the rest is the program's to do."""
    if bare.action not in ("undo", "start_over"):
        return replace(bare, said=reply_text(bare.action))
    if not history:
        return replace(bare, said=reply_text("nothing_to_undo"))
    old = history[-1] if bare.action == "undo" else history[0]
    said = reply_text("undone" if bare.action == "undo" else "started_over")
    return replace(bare, done=True, said=said, draft=old, changes=changed(bare.draft, old) if bare.draft else ())


def _explained(draft: Draft, request: Request, means: Means) -> str:
    if request.action == "why":
        return explaining.why(draft, request, means)
    return explaining.findings(draft) if request.action == "findings" else explaining.bank_source(draft, means)


def _unplaced(message: str, draft: Draft | None, means: Means, history: Sequence[Draft]) -> Reply:
    """A message that fits no request: a jot, a question for the library, or a wish; with what it may have meant."""
    if _is_a_jot(message, draft, means):
        reply = Reply(message, "jot", "jot", True, reply_text("jot"), draft)
    elif looks_like("asking", message) or (message.rstrip().endswith("?") and not looks_like("wish", message)):
        reply = _asked(message, draft, means)
    elif draft is None and looks_like("wish", message):
        reply = Reply(message, "edit", "no_draft", False, reply_text("no_draft"))
    elif draft is None:
        reply = Reply(message, "jot", "jot", True, reply_text("jot"))
    else:
        reply = Reply(message, "edit", "model", False, reply_text("needs_model"), draft, needs_model=True)
    if draft is None or (reply.answer and (reply.answer.passages or reply.answer.out_of_scope)):
        return reply
    options = suggestions(message, draft, lambda candidate: _works(candidate, draft, means, history))
    asks = (Question(rules("edits")["suggest"]["question"], "message", options),) if options else ()
    return replace(reply, questions=asks)


def _works(message: str, draft: Draft, means: Means, history: Sequence[Draft]) -> bool:
    """Whether a message would change the draft, or take it back."""
    asked = requests(message)
    if asked and asked[0].kind == "command":
        return bool(history)
    return bool(asked) and all(isinstance(_outcome(draft, request, means), Edited) for request in asked)


def _asked(message: str, draft: Draft | None, means: Means) -> Reply:
    answer = means.ask(message)
    if answer.out_of_scope:
        said = reply_text("passed_on", reason=answer.out_of_scope.reason, refer_to=answer.out_of_scope.refer_to)
    elif answer.passages:
        said = reply_text("answered")
    else:
        said = next((notice.text for notice in answer.notices), reply_text("nothing_in_material"))
    return Reply(message, "question", "practice", bool(answer.passages), said, draft, answer=answer)


_MEASURED = frozenset({"measure", "count", "assist", "cue", "duration", "quote", "delivery"})
_DONE = frozenset({"behavior", "barrier", "concern", "strength", "intervention"})
_FEW = 5
"""Words from which a message beside a draft may tell of a student rather than of the draft."""


def _is_a_jot(message: str, draft: Draft | None, means: Means) -> bool:
    """Whether the message tells of a student; beside a draft, at some length and with a measure or a report."""
    if message.lower().lstrip().startswith(("jot:", "new jot", "jot -")):
        return True
    if looks_like("wish", message) or looks_like("asking", message) or message.rstrip().endswith("?"):
        return False
    try:
        seen = means.read(message)
    except JobError:
        return True  # whoever drafts from it says what is wrong with it
    kinds = {fact.kind for fact in seen.facts}
    told = any(item.role in ("observation", "report", "judgement") for item in seen.statements)
    if draft is None:
        return told and bool(kinds & (_DONE | _MEASURED))
    reported = any(item.role == "report" for item in seen.statements)
    return told and len(message.split()) >= _FEW and (reported or bool(kinds & _MEASURED))


def _additions(message: str, asked: Sequence[Request], means: Means, before: int) -> Iterator[Addition]:
    """What the message says of the student, as observation text with its own source."""
    found = [request.parts["value"] for request in asked if request.action == "baseline" and "value" in request.parts]
    for number, part in enumerate(found, before + 1):
        yield _addition(f"t{number}", message, part.start, part.end, means)


def _grounded(draft: Draft, old: Draft, addition: Addition) -> Draft:
    """The goal whose new baseline rests on what the message said."""
    if not isinstance(draft, Goal):
        return draft
    facts = tuple(fact.id for fact in addition.facts)
    said = {clause.text for clause in old.clauses}
    clauses = tuple(
        replace(clause, statements=(addition.id,), facts=facts)
        if clause.role == "baseline" and clause.text not in said
        else clause
        for clause in draft.clauses
    )
    return replace(draft, clauses=clauses)


def _addition(identity: str, message: str, start: int, end: int, means: Means) -> Addition:
    read: Observation = means.read(message[start:end])
    facts = tuple(
        replace(fact, id=f"{identity}{fact.id}", statement=identity, start=fact.start + start, end=fact.end + start)
        for fact in read.facts
    )
    return Addition(identity, message, message[start:end], start, end, facts)
