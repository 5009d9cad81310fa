"""A message that fits no request: a jot, a question for the library, or a wish that needs a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..domain import Kinded, Question, Reply
from ..errors import JobError
from ..language.tables import rules
from .means import Draft, Edited, Means, reply_text
from .messages import looks_like, requests
from .modelled import by_model
from .outcomes import outcome
from .suggesting import suggestions


def unplaced(message: str, draft: Draft | None, means: Means, history: Sequence[Draft], said_before: int = 0) -> Reply:
    """A message that fits no request: a jot, a question for the library, or a wish; with what it may have meant."""
    reply = _placed(message, draft, means)
    asked = replace(reply, said="") if reply.needs_model and means.model else reply
    if means.model and not _is_sure(reply, message):
        asked = _by_kind(means.model.kind(message, draft), asked, means)
    if draft is None or (reply.answer and (reply.answer.passages or reply.answer.out_of_scope)):
        return asked
    if means.model and asked.needs_model and not asked.said:
        asked = by_model(means.model, asked, message, draft, means, said_before)
    if asked.changes or (asked.kind != reply.kind and not asked.needs_model):
        return asked
    options = suggestions(message, draft, lambda candidate: _works(candidate, draft, means, history))
    asks = (Question(rules("edits")["suggest"]["question"], "message", options),) if options else ()
    return replace(asked, questions=asks)


def _placed(message: str, draft: Draft | None, means: Means) -> Reply:
    """What the patterns take the message for."""
    if _is_a_jot(message, draft, means):
        return Reply(message, "jot", "jot", True, reply_text("jot"), draft)
    if looks_like("asking", message) or (message.rstrip().endswith("?") and not looks_like("wish", message)):
        return _asked(message, draft, means)
    if draft is None and looks_like("wish", message):
        return Reply(message, "edit", "no_draft", False, reply_text("no_draft"))
    if draft is None:
        return Reply(message, "jot", "jot", True, reply_text("jot"))
    return Reply(message, "edit", "model", False, reply_text("needs_model"), draft, needs_model=True)


def _is_sure(reply: Reply, message: str) -> bool:
    """Whether the patterns say enough: a model is asked for the kind only where nothing but the default decided."""
    if reply.kind == "question":
        return reply.draft is None or bool(reply.answer and (reply.answer.passages or reply.answer.out_of_scope))
    return reply.kind == "jot" or looks_like("wish", message)


def _by_kind(said: Kinded, reply: Reply, means: Means) -> Reply:
    """The reply as the model takes the message; where it does not answer, as the patterns do, with the reason."""
    message, draft = reply.message, reply.draft
    reply = replace(reply, usage=said.usage)
    if said.kind is None:
        why = reply_text("not_by_model", why=said.why or "")
        return replace(reply, said=why) if reply.needs_model else reply
    if said.kind == reply.kind:
        return reply
    if said.kind == "edit":
        return replace(reply, kind="edit", action="model", done=False, said="", needs_model=True, answer=None)
    if said.kind == "question":
        return replace(_asked(message, draft, means), usage=said.usage)
    action = "jot" if said.kind == "jot" else "command"
    known = Reply(message, said.kind, action, said.kind == "jot", reply_text(action), draft)
    return replace(known, usage=said.usage)


def _works(message: str, draft: Draft, means: Means, history: Sequence[Draft]) -> bool:
    """Whether a message would change the draft, or take it back."""
    asked = requests(message)
    if asked and asked[0].kind == "command":
        return bool(history)
    return bool(asked) and all(isinstance(outcome(draft, request, means), Edited) for request in asked)


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
