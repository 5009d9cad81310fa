"""The sequence of the product on one screen: read the jot, draft, check; and the search for evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Protocol

from .domain import (
    Answer,
    CheckedGoal,
    CheckedNote,
    Concern,
    Context,
    Drafting,
    Evidence,
    Following,
    Goal,
    Note,
    Observation,
    Question,
    Reply,
    Written,
)

ALONE = Following()
Reader = Callable[..., Observation]
Drafter = Callable[[Observation], tuple[Note, ...]]
NoteChecker = Callable[[Note, Observation], Note]
ContextQuestions = Callable[[Context, Sequence[str]], Iterable[Question]]
TextChecker = Callable[..., CheckedNote]
Search = Callable[..., tuple[Evidence, ...]]
Concerns = Callable[[Observation], Sequence[Concern]]
GoalChecker = Callable[..., CheckedGoal]
Answerer = Callable[[Observation, Sequence[Evidence], Following], Answer]
Conversation = Callable[..., Reply]


class GoalDrafter(Protocol):
    """Searches what a concern needs and drafts a goal for each."""

    def scoped(self, observation: Observation) -> Observation: ...

    def evidence(self, concern: Concern, observation: Observation) -> Sequence[Evidence]: ...

    def strategies(self, note: Note, observation: Observation) -> tuple[Note, Sequence[Evidence]]: ...

    def compose(
        self, observation: Observation, found: Mapping[str, Sequence[Evidence]], concerns: Sequence[Concern]
    ) -> DraftedGoals: ...


class DraftedGoals(Protocol):
    """What a goal drafter answers with."""

    @property
    def goals(self) -> tuple[Goal, ...]: ...

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...

    @property
    def questions(self) -> tuple[Question, ...]: ...


class Writer(Protocol):
    """Words composed and checked drafts anew with a language model; where that fails they come back with a reason."""

    @property
    def model(self) -> str: ...

    @property
    def prompt(self) -> str: ...

    def notes(
        self,
        observation: Observation,
        composed: Sequence[Note],
        kind: str,
        found: Sequence[Evidence],
        follow: Following,
    ) -> Written: ...

    def goals(
        self,
        observation: Observation,
        composed: Sequence[Goal],
        check: Callable[[Goal], Goal],
        found: Sequence[Evidence],
        follow: Following,
    ) -> Written: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first, and what it did not understand of how to narrow it."""

    query: str
    evidence: tuple[Evidence, ...]
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Assistant:
    """The parts, put together by `bootstrap.build`."""

    reader: Reader
    drafter: Drafter
    note_checker: NoteChecker
    text_checker: TextChecker
    context_questions: ContextQuestions
    searcher: Search
    concerns: Concerns
    goal_drafter: GoalDrafter
    goal_checker: GoalChecker
    answerer: Answerer
    converse: Conversation
    writer: Writer | None = None

    @property
    def drafter_name(self) -> str:
        """Who words the drafts; the composer steps in where the model fails."""
        return "model" if self.writer else "composer"

    def read(self, jot: str, context: Context | None = None, unknown_keys: Sequence[str] = ()) -> Observation:
        """What the jot says."""
        return self.reader(jot, context, unknown_keys=unknown_keys)

    def draft(
        self,
        kind: str,
        jot: str,
        context: Context | None = None,
        unknown_keys: Sequence[str] = (),
        follow: Following = ALONE,
    ) -> Drafting:
        """The notes of a jot, checked, or its goals; `kind` is `note`, `consult` or `goal`.

        `follow` hears what a model writes and may stop it.
        """
        if kind == "goal":
            return self._goals(jot, context, unknown_keys, follow)
        started = perf_counter()
        observation = self.reader(jot, context, kind=kind, unknown_keys=unknown_keys)
        read = perf_counter()
        notes = self.drafter(observation)
        drafted = perf_counter()
        checked = tuple(self.note_checker(note, observation) for note in notes)
        advised = [self.goal_drafter.strategies(note, observation) for note in checked] if kind == "consult" else []
        composed = tuple(note for note, _ in advised) or checked
        found = tuple(dict.fromkeys(item for _, each in advised for item in each))
        ready = perf_counter()
        writer = self.writer
        written = writer.notes(observation, composed, kind, found, follow) if writer else Written(notes=composed)
        done = perf_counter()
        timings = {"read": read - started, "draft": drafted - read, "check": ready - drafted, "write": done - ready}
        return _answer(kind, observation, written, found, observation.questions, timings)

    def _goals(self, jot: str, context: Context | None, unknown_keys: Sequence[str], follow: Following) -> Drafting:
        """Concerns fetch evidence, evidence becomes goals, goals are checked, and a model may word them anew."""
        started = perf_counter()
        observation = self.goal_drafter.scoped(self.reader(jot, context, kind="goal", unknown_keys=unknown_keys))
        concerns = self.concerns(observation)
        read = perf_counter()
        found = {concern.id: self.goal_drafter.evidence(concern, observation) for concern in concerns}
        searched = perf_counter()
        drafted = self.goal_drafter.compose(observation, found, concerns)
        composed = perf_counter()
        check = partial(self._checked, context=observation.context)
        goals = tuple(map(check, drafted.goals))
        ready = perf_counter()
        written, cited = Written(goals=goals), drafted.evidence
        if self.writer:
            offered = _offered(drafted.evidence, found)
            written = self.writer.goals(observation, goals, check, offered, follow)
            cited = _cited(written.goals, offered)
        done = perf_counter()
        timings = {
            "read": read - started,
            "search": searched - read,
            "draft": composed - searched,
            "check": ready - composed,
            "write": done - ready,
        }
        asked = (*observation.questions, *drafted.questions)
        return _answer("goal", observation, written, cited, asked, timings)

    def _checked(self, goal: Goal, context: Context) -> Goal:
        """The goal with what the checks say of its own words; the reason behind it is not part of them."""
        if goal.type == "accommodations":
            return goal
        reason = next((clause.start for clause in goal.clauses if clause.role == "rationale"), len(goal.text))
        checked = self.goal_checker(goal.text[:reason].rstrip(), context)
        return replace(
            goal,
            measurable=checked.measurable,
            educationally_relevant=checked.educationally_relevant,
            findings=checked.findings,
        )

    def check_goal(
        self, text: str, context: Context | None = None, unknown_keys: Sequence[str] = (), fix: bool = False
    ) -> CheckedGoal:
        """Anybody's goal: its parts, what it is worth, what to mend, and with `fix` the goal mended."""
        context = context or Context()
        asked = tuple(self.context_questions(context, unknown_keys))
        checked = self.goal_checker(text, context, fix=True) if fix else self.goal_checker(text, context)
        return replace(checked, questions=asked)

    def check_note(
        self,
        text: str,
        jot: str | None = None,
        context: Context | None = None,
        unknown_keys: Sequence[str] = (),
        previous: Sequence[str] = (),
    ) -> CheckedNote:
        """Anybody's note, grounded on a jot where one is given, and compared with the student's earlier notes."""
        context = context or Context()
        observation = self.reader(jot, context) if jot else None
        asked = tuple(self.context_questions(context, unknown_keys))
        return replace(self.text_checker(text, observation, context, previous), questions=asked)

    def search(
        self,
        query: str,
        *,
        k: object = None,
        kind: object = None,
        context: Context | None = None,
        unknown_keys: Sequence[str] = (),
    ) -> Found:
        """The passages that answer a query; `area` and `grade` of the context narrow it, as does `kind`."""
        from .retrieval.narrowing import narrowed  # brings numpy, which no note needs

        context = context or Context()
        narrowing = narrowed(k, kind, context.area, context.grade)
        evidence = self.searcher(query, k=narrowing.k, kind=narrowing.kind, area=narrowing.area, grade=narrowing.grade)
        asked = tuple(self.context_questions(Context(), unknown_keys))
        return Found(query, evidence, (*asked, *narrowing.questions))

    def ask(
        self,
        question: str,
        context: Context | None = None,
        unknown_keys: Sequence[str] = (),
        follow: Following = ALONE,
    ) -> Answer:
        """What the practice library says to a question, in its own sentences and, with a model, in its words, too.

        Nothing where it holds no answer. `follow` hears what a model writes and may stop it.
        """
        asked = self.reader(question, None, kind="goal")
        found = self.search(question, k=_LOOKED_AT, kind="practice", context=context, unknown_keys=unknown_keys)
        return replace(self.answerer(asked, found.evidence, follow), questions=found.questions)

    def revise(
        self,
        message: str,
        draft: Goal | Note | None,
        jot: str | None = None,
        context: Context | None = None,
        history: Sequence[Goal | Note] = (),
        said_before: int = 0,
        follow: Following = ALONE,
    ) -> Reply:
        """What a message about a draft asks for, done by patterns or else by a model where one is set, checked again.

        A note is grounded on `jot` where it is given; `history` are the drafts before this one, and `said_before`
        counts what the therapist added of the student in earlier messages. `follow` may stop the model.
        """
        context = context or Context()
        observation = self.reader(jot, context) if jot else None
        recheck = partial(self._rechecked, context=context, seen=observation)
        return self.converse(message, draft, recheck, history, said_before, observation, follow)

    def rework(
        self,
        draft: Goal | Note,
        change: Callable[[Goal | Note], Goal | Note],
        jot: str | None = None,
        context: Context | None = None,
    ) -> Goal | Note:
        """A draft changed by hand (`conversation.edited`, `filled`, `mended`) and checked again."""
        context = context or Context()
        observation = self.reader(jot, context) if jot else None
        return self._rechecked(change(draft), context, observation)

    def _rechecked(self, draft: Goal | Note, context: Context, seen: Observation | None) -> Goal | Note:
        if isinstance(draft, Goal):
            return self._checked(draft, context)
        if seen is not None:
            return self.note_checker(draft, seen)
        return replace(draft, findings=self.text_checker(draft.text, None, context).findings)


_LOOKED_AT = 6
"""Passages among which an answer is looked for."""


OFFERED = 3
"""Passages on each concern that a model is given beside those the composer cites."""


def _offered(cited: Sequence[Evidence], found: Mapping[str, Sequence[Evidence]]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys([*cited, *(item for each in found.values() for item in each[:OFFERED])]))


def _cited(goals: Sequence[Goal], offered: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What the goals cite, in the order it was offered."""
    cited = {identity for goal in goals for clause in goal.clauses for identity in clause.evidence}
    return tuple(item for item in offered if item.passage.id in cited)


def _answer(
    kind: str,
    observation: Observation,
    written: Written,
    found: Sequence[Evidence],
    questions: Sequence[Question],
    timings: Mapping[str, float],
) -> Drafting:
    """All that a draft has to answer with; `timings` in seconds."""
    whole = {**timings, "total": sum(timings.values())}
    return Drafting(
        kind=kind,
        drafter=written.drafter,
        observation=observation,
        notes=written.notes,
        goals=written.goals,
        evidence=tuple(found),
        questions=tuple(questions),
        notices=(*observation.notices, *written.notices),
        timings_ms={name: round(seconds * 1000, 2) for name, seconds in whole.items()},
        model=written.model,
        prompt=written.prompt,
        usage=written.usage,
        set_aside=written.set_aside,
    )
