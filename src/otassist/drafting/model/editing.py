"""Changes a draft as a message asks, with a language model: clause by clause, checked, and at most one revision.

What the model gives are changes of clauses. Whoever holds the conversation applies them and has the checks read the
result; a change that says what nothing bears out, or a draft that a check finds worse, leaves the draft as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ...domain import (
    Clause,
    Finding,
    Following,
    Goal,
    Kinded,
    MessageKind,
    Note,
    Observation,
    PromptUsed,
    Proposed,
    Redrafted,
    SetAside,
)
from ...errors import ModelFailure
from ...language.tables import rules
from ..prompts import Prompt
from ..schemas import SCHEMAS
from .asker import Asker
from .asking import line, lines
from .covering import about_student
from .edit_grounds import EditGrounds
from .edit_parsing import changes_of
from .failures import failure
from .findings import Fault, finding
from .loop import Attempt, Task, drafted
from .outcome import faults
from .speaker import ALONE, Speaker

Draft = Goal | Note
Apply = Callable[[Sequence[Proposed]], Draft]
"""The draft with changes made, and its findings."""
KIND_TOKENS = 60
"""One word in JSON has fewer."""
_KINDS: tuple[MessageKind, ...] = ("jot", "edit", "question", "command")


@dataclass(frozen=True, slots=True)
class _Edited:
    """A draft with the changes made, the ids of the clauses whose words are the message's, and what was invented."""

    draft: Draft
    changes: tuple[Proposed, ...]
    invented: tuple[tuple[str, Finding], ...] = ()


@dataclass(eq=False)
class ModelEditor:
    """Asks through `asker` about drafts of one jot, where that is known."""

    asker: Asker
    observation: Observation | None = None
    follow: Following = field(default=ALONE)

    def kind(self, message: str, draft: Draft | None) -> Kinded:
        """What the model takes a message for."""
        try:
            prompt = self._prompt("intent")
            shown = lines(_shown(EditGrounds(draft, message))) if draft else ""
            asked, _ = self.asker.asked(prompt, {"message": line(message), "draft": shown})
            answer = self._speaker(message, draft).ask(asked, SCHEMAS["intent"], "intent", self.follow, KIND_TOKENS)
            found = answer.json().get("kind")
            if found not in _KINDS:
                raise failure("wrong_shape")
            return Kinded(found, usage=answer.usage)
        except ModelFailure as problem:
            return Kinded(why=str(problem))
        except Exception as bug:  # of ours: its text may hold student text
            return Kinded(why=str(failure("unexpected", what=type(bug).__name__)))

    def edit(self, message: str, draft: Draft, apply: Apply) -> Redrafted:
        """The draft as the message wants it, or why not."""
        work = _Work(EditGrounds(draft, message, self.observation), apply)
        try:
            prompt = self._prompt("edit")
            asked, _ = self.asker.asked(prompt, work.values())
            task = Task(prompt, asked, work.read, work.faults)
            attempt = drafted(task, self._speaker(message, draft), self.asker.prompt("revise"), self.follow)
            used = PromptUsed(prompt.id, prompt.sha256)
            return replace(work.outcome(attempt), model=self.asker.speaker.endpoint.model, prompt=used)
        except ModelFailure as problem:
            return Redrafted(why=str(problem))
        except Exception as bug:  # of ours: its text may hold student text
            return Redrafted(why=str(failure("unexpected", what=type(bug).__name__)))

    def _speaker(self, message: str, draft: Draft | None) -> Speaker:
        """The speaker that knows the jot, the draft and the message in full, and what the student is called."""
        seen = self.observation
        told = [*(about_student(seen, [draft] if draft else [])[0] if seen else [draft.text] if draft else []), message]
        labels = [*(seen.students if seen else ()), getattr(draft, "student", None) or ""]
        return self.asker.speaker.about(told, [label for label in labels if label])

    def _prompt(self, task: str) -> Prompt:
        if self.asker.is_small():
            raise failure("small_edit", model=self.asker.speaker.endpoint.name)
        return self.asker.prompt(task)


@dataclass(eq=False)
class _Work:
    """One edit: what it is asked with, how its answer is read, and what is wrong with that."""

    grounds: EditGrounds
    apply: Apply

    @cached_property
    def before(self) -> Draft:
        """The draft with what the checks say of it now."""
        return self.apply(())

    def values(self) -> dict[str, str]:
        told = [{"id": identity, "text": text} for identity, text in self.grounds.statements.items()]
        shown = lines(_shown(self.grounds))
        return {"message": line(self.grounds.message), "draft": shown, "statements": lines(told)}

    def read(self, answer: Mapping[str, Any]) -> _Edited:
        found = changes_of(answer, self.grounds)
        edited = self.apply(found.changes) if found.changes else self.before
        return _Edited(edited, found.changes, tuple((text, _finding(fault)) for text, fault in found.faults))

    def faults(self, edited: _Edited) -> list[tuple[str, Finding]]:
        """What is invented, and what a check finds worse, but for what the message itself says or wants gone."""
        said = {change.clause for change in edited.changes if change.said}
        ids = said | _added(edited.draft, self.before) if said else set[str]()
        worse = [pair for pair in faults(edited.draft, self.before) if pair[1].clause not in ids]
        asked = self.grounds.is_contrary
        return [*edited.invented, *(pair for pair in worse if not (asked and pair[1].check == "omitted"))]

    def outcome(self, attempt: Attempt[_Edited]) -> Redrafted:
        told = rules("model")["edits"]
        usage = attempt.usage if attempt.usage.calls else None
        if attempt.failure is not None:
            return Redrafted(why=str(attempt.failure), usage=usage)
        edited = attempt.draft
        if edited is None or (edited.draft == self.before and not edited.invented):
            return Redrafted(why=told["nothing"], usage=usage)
        if edited.draft == self.before:
            return Redrafted(why=told["unplaced"], usage=usage)
        if self.faults(edited):
            return Redrafted(why=told["refused"], set_aside=(SetAside(told["refused"], edited.draft),), usage=usage)
        return Redrafted(edited.draft, said=any(change.said for change in edited.changes), usage=usage)


def _shown(grounds: EditGrounds) -> list[dict[str, str]]:
    """The clauses that can be changed, as the model sees them."""
    return [{"id": name, "role": clause.role, "text": clause.text} for name, clause in grounds.clauses.items()]


def _added(new: Draft, old: Draft) -> set[str]:
    return {clause.id for clause in new.clauses} - {clause.id for clause in old.clauses}


def _finding(fault: Fault) -> Finding:
    return finding(0, Clause("", "", "", "observed"), fault)
