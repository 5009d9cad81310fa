"""Words composed drafts anew with a language model.

The composer's drafts are there, checked, before the model is asked. Whatever the model does, each of them is either
replaced by a draft that no check finds worse, or stays with a plain reason; what the model wrote instead is set aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from ...domain import Evidence, Finding, Following, Goal, Note, Observation, PromptUsed, Usage, Written
from ...errors import ModelFailure
from ..prompts import Prompt, PromptShelf
from .asker import Asker
from .asking import Message, goal_values, note_values, passages
from .covering import about_student, misplaced
from .failures import failure
from .goal_parsing import GoalGrounds, goals_from
from .loop import Attempt, Task, drafted
from .note_parsing import NoteGrounds, note_of, without_offers
from .outcome import Outcome, faults, notices, outcome
from .rewording import reworded
from .speaker import ALONE, Speaker

CheckNote = Callable[[Note, Observation], Note]
CheckGoal = Callable[[Goal], Goal]
Draft = TypeVar("Draft")
Goals = Mapping[str, Goal]
"""By the id of the proposal."""


class ModelDrafter:
    """Asks `speaker` with the prompts of a shelf; `check_note` reads every note it answers with."""

    def __init__(
        self,
        speaker: Speaker,
        prompts: PromptShelf,
        check_note: CheckNote,
        small: Callable[[], bool] = lambda: False,
        context: Callable[[], int | None] = lambda: None,
    ) -> None:
        """`small` says whether the model is asked for one sentence at a time, `context` how many tokens it can hold."""
        self._asker, self._check_note = Asker(speaker, prompts, small, context), check_note
        self._speaker, self._small, self._prompt = speaker, small, self._asker.prompt

    @property
    def model(self) -> str:
        """The model and where it is."""
        return f"{self._speaker.endpoint.model} at {self._speaker.endpoint.where}"

    @property
    def prompt(self) -> str:
        """The prompts in use, with their digests."""
        tasks = ("statement",) if self._small() else ("note", "consult", "goal", "revise")
        found = map(self._prompt, tasks)
        return " ".join(f"{prompt.id}:{prompt.sha256[:12]}" for prompt in found)

    def notes(
        self,
        observation: Observation,
        composed: Sequence[Note],
        kind: str,
        found: Sequence[Evidence] = (),
        follow: Following = ALONE,
    ) -> Written:
        """A note for each composed and checked one; `kind` is `note` or `consult`, `found` what may be cited."""
        speaker = self._speaker.about(*about_student(observation, composed))
        attempts = [_guarded(partial(self._note, own, observation, kind, found, follow, speaker)) for own in composed]
        chosen = [_chosen(own, attempt) for own, attempt in zip(composed, attempts, strict=True)]
        return self._written(
            "statement" if self._small() else kind, attempts, chosen, notes=tuple(item.draft for item in chosen)
        )

    def goals(
        self,
        observation: Observation,
        composed: Sequence[Goal],
        check: CheckGoal,
        found: Iterable[Evidence] = (),
        follow: Following = ALONE,
    ) -> Written:
        """The composed and checked goals, each in the model's words where those are no worse."""
        proposals = {f"g{number}": goal for number, goal in enumerate(composed, 1) if goal.type != "accommodations"}
        if not proposals:
            return Written(goals=tuple(composed))
        speaker = self._speaker.about(*about_student(observation, composed))
        attempt = _guarded(lambda: self._goals(proposals, observation, check, tuple(found), follow, speaker))
        wording, begun = attempt.draft or {}, attempt.partial or {}
        chosen = [
            outcome(own, wording.get(identity), attempt.failure, begun.get(identity))
            for identity, own in proposals.items()
        ]
        reworded = dict(zip(proposals, (item.draft for item in chosen), strict=True))
        kept = tuple(reworded.get(f"g{number}", goal) for number, goal in enumerate(composed, 1))
        return self._written("goal", [attempt], chosen, goals=kept)

    def _note(
        self,
        composed: Note,
        observation: Observation,
        kind: str,
        found: Sequence[Evidence],
        follow: Following,
        speaker: Speaker,
    ) -> Attempt[Note]:

        def checked(note: Note) -> Note:
            return replace(note, findings=self._check_note(without_offers(note), observation).findings)

        if self._small():
            grounds = NoteGrounds(composed, observation, {})
            return reworded(grounds, self._prompt("statement"), speaker, checked, follow)
        prompt = self._prompt("consult" if kind == "consult" else "note")
        asked, offered = self._asked(prompt, note_values(composed, observation), found)
        grounds = NoteGrounds(composed, observation, offered)

        def read(answer: Mapping[str, Any]) -> Note:
            note, invented = note_of(answer, grounds)
            known = checked(note)
            return replace(known, findings=(*invented, *misplaced(note, composed, speaker.cover), *known.findings))

        if not grounds.statements:
            return Attempt(composed)  # nothing is told of this student
        task = Task(prompt, asked, read, lambda note: faults(note, composed))
        return drafted(task, speaker, self._prompt("revise"), follow)

    def _goals(
        self,
        proposals: Goals,
        observation: Observation,
        check: CheckGoal,
        found: Sequence[Evidence],
        follow: Following,
        speaker: Speaker,
    ) -> Attempt[Goals]:
        if self._small():
            raise failure("small", model=self._speaker.endpoint.name)
        prompt = self._prompt("goal")
        asked, offered = self._asked(prompt, goal_values(proposals, observation), found)
        grounds = GoalGrounds(proposals, observation, offered)

        def read(answer: Mapping[str, Any]) -> Goals:
            given = goals_from(answer, grounds)
            checked = {
                identity: (check(goal), (*invented, *misplaced(goal, proposals[identity], speaker.cover)))
                for identity, (goal, invented) in given.items()
            }
            return {
                identity: replace(goal, findings=(*invented, *goal.findings))
                for identity, (goal, invented) in checked.items()
            }

        def worse(goals: Goals) -> list[tuple[str, Finding]]:
            return [fault for identity, goal in goals.items() for fault in faults(goal, proposals[identity])]

        task = Task(prompt, asked, read, worse)
        return drafted(task, speaker, self._prompt("revise"), follow)

    def _asked(
        self, prompt: Prompt, values: Mapping[str, str], found: Sequence[Evidence]
    ) -> tuple[list[Message], dict[str, str]]:
        """The messages with as many passages as fit, and those. Raises ModelFailure when the jot alone does not."""
        asked, count = self._asker.asked(prompt, values, passages(found))
        return asked, {item.passage.id: item.passage.text for item in found[:count]}

    def _written(
        self,
        task: str,
        attempts: Sequence[Attempt[Any]],
        chosen: Sequence[Outcome[Note]] | Sequence[Outcome[Goal]],
        **drafts: Any,
    ) -> Written:
        """The drafts with who wrote them: the model as soon as one of them is in its words."""
        usage = sum((attempt.usage for attempt in attempts), Usage())
        reasons = [item.why for item in chosen if item.why is not None]
        written = Written(
            **drafts,
            usage=usage if usage.calls else None,
            set_aside=tuple(aside for item in chosen for aside in item.aside),
            notices=notices(reasons, len(chosen)),
        )
        if len(reasons) == len(chosen) or not usage.calls:
            return written
        prompt = self._prompt(task)
        used = PromptUsed(prompt.id, prompt.sha256)
        return replace(written, drafter="model", model=self._speaker.endpoint.model, prompt=used)


def _chosen(own: Note, attempt: Attempt[Note]) -> Outcome[Note]:
    """The draft to show; of a note worded sentence by sentence the bad ones are kept beside it."""
    if attempt.aside is not None:
        return Outcome(attempt.draft or own, None if attempt.draft else attempt.aside.why, (attempt.aside,))
    return outcome(own, attempt.draft, attempt.failure, attempt.partial)


def _guarded(attempt: Callable[[], Attempt[Draft]]) -> Attempt[Draft]:
    """Whatever happens in it, the composer's draft is there: a bug of ours is told by its name only."""
    try:
        return attempt()
    except ModelFailure as problem:
        return Attempt(failure=problem)
    except Exception as bug:
        return Attempt(failure=failure("unexpected", what=type(bug).__name__))
