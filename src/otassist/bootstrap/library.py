"""Corpus, index and composer behind every search and every goal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from ..assistant import ALONE
from ..checks import check_goal
from ..conversation import Draft, Means, answered, reply
from ..domain import Answer, BankGoal, Concern, Evidence, Following, Note, Observation, Reply
from ..drafting import (
    Accommodator,
    Drafted,
    GoalComposer,
    Recogniser,
    concerns,
    grade_of,
    student_band,
    with_strategies,
)
from ..errors import FileProblem
from ..reading import read
from .corpora import corpus, index_of
from .kinds import Around, Nearby, Search, Tell, Watch

if TYPE_CHECKING:
    from ..bank import Corpus
    from ..drafting.model import Asker
    from ..embedding import Known, Likeness
    from ..retrieval import Searcher
    from ..settings import Settings


class Library:
    """Corpus and index, opened by the first search or goal, so that a note waits for no index, model or setting."""

    def __init__(self, tell: Tell, watch: Watch, around: Around, asker: Asker | None = None) -> None:
        self._tell, self._watch, self._around, self._opening = tell, watch, around, Lock()
        self._asker = asker

    def search(self, query: str, **narrowing: Any) -> tuple[Evidence, ...]:
        with self._opening:
            search = self._search
        return search(query, **narrowing)

    def evidence(self, concern: Concern, observation: Observation) -> tuple[Evidence, ...]:
        """Goals on the concern for whatever age, goals of the student's own grade, and practice material."""
        grade = student_band(observation)
        found = [
            *self.search(concern.query, k=_ANYWHERE, kind="goal"),
            *self.search(concern.query, k=_OF_GRADE, kind="goal", grade=grade),
            *self.search(concern.query, k=_PRACTICE, kind="practice", area=concern.area, grade=grade),
            *self.search(concern.query, k=_PRACTICE, kind="practice", grade=grade),
        ]
        return tuple({item.passage.id: item for item in reversed(found)}.values())[::-1]

    def strategies(self, note: Note, observation: Observation) -> tuple[Note, tuple[Evidence, ...]]:
        """A consultation note with strategies of the practice library on its main concern."""
        main = next(iter(concerns(observation)), None)
        if main is None:
            return note, ()
        grade = grade_of(observation)
        found = self.search(main.query, k=_PRACTICE, kind="practice", area=main.area, grade=grade)
        return with_strategies(note, found, self._corpus.practice_by_id)

    def answer(self, asked: Observation, found: Sequence[Evidence], follow: Following = ALONE) -> Answer:
        """What the library answers with, in a model's words as well where one is set."""
        own = answered(asked, found, self._corpus.practice_by_id, self._alike)
        if self._asker is None:
            return own
        from ..drafting.model import ModelAnswerer

        return ModelAnswerer(self._asker).answer(own, self._corpus.practice_by_id, follow)

    def converse(
        self,
        message: str,
        draft: Draft | None,
        recheck: Callable[[Draft], Draft],
        history: Sequence[Draft],
        said_before: int,
        seen: Observation | None = None,
        follow: Following = ALONE,
    ) -> Reply:
        """A reply to a message; bank, library and model are opened only for what needs them."""
        return reply(message, draft, self._means(recheck, seen, follow), history, said_before)

    def _means(self, recheck: Callable[[Draft], Draft], seen: Observation | None, follow: Following) -> Means:
        ask = partial(self._ask, follow=follow)
        if self._asker is None:
            return Means(read, recheck, check_goal, self._bank_goal, ask)
        from ..drafting.model import ModelEditor

        return Means(read, recheck, check_goal, self._bank_goal, ask, ModelEditor(self._asker, seen, follow))

    def _bank_goal(self, identity: str) -> BankGoal | None:
        return self._corpus.goal_by_id.get(identity)

    def _ask(self, question: str, follow: Following) -> Answer:
        found = self.search(question, k=_PRACTICE, kind="practice")
        return self.answer(read(question, None, kind="goal"), found, follow)

    def scoped(self, observation: Observation) -> Observation:
        return self._composer.scoped(observation)

    def concerns(self, observation: Observation) -> tuple[Concern, ...]:
        return self._composer.concerns(observation)

    def compose(
        self, observation: Observation, found: Mapping[str, Sequence[Evidence]], concerns: Sequence[Concern]
    ) -> Drafted:
        """Goals with all they cite: one may be recognised by its likeness to a jotted need, and found by no search."""
        drafted = self._composer.compose(observation, found, concerns)
        known = {item.passage.id for item in drafted.evidence}
        cited = {identity for goal in drafted.goals for clause in goal.clauses for identity in clause.evidence}
        more = [Evidence(item, 0.0) for item in self._corpus.passages if item.id in cited - known]
        return replace(drafted, evidence=(*drafted.evidence, *more))

    @cached_property
    def _settings(self) -> Settings:
        from ..settings import read_settings

        return read_settings()

    @cached_property
    def _corpus(self) -> Corpus:
        return corpus(self._settings)

    @cached_property
    def _composer(self) -> GoalComposer:
        lines = self._corpus.jotted
        recognise = Recogniser(lines, self._nearest([line.text for line in lines]))
        accommodator = Accommodator(self._corpus.accommodations, self._nearest, self._alike)
        goals, practice = self._corpus.goal_by_id, self._corpus.practice_by_id
        return GoalComposer(goals, practice, self._alike, recognise, accommodator, names_acts=True)

    def _nearest(self, lines: Sequence[str]) -> Nearby:
        """A search over lines that finds nothing where the model of meaning cannot be used."""
        from ..embedding import Nearest

        held: list[Nearest] = []

        def search(texts: Sequence[str], count: int) -> Sequence[Sequence[tuple[int, float]]]:
            try:
                held[:] = held or [Nearest(self._model, lines)]
                return held[0](texts, count)
            except FileProblem:  # the search has told what is wrong with the model
                return [[] for _ in texts]

        return search

    def _alike(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        try:
            return self._likeness(query, texts)
        except FileProblem:  # the search has told what is wrong with the model
            return [0.0] * len(texts)

    @cached_property
    def _likeness(self) -> Likeness:
        from ..embedding import Likeness

        return Likeness(self._model)

    @cached_property
    def _model(self) -> Known:
        from ..bank import shipped_corpus
        from ..embedding import VECTORS, Known, MiniLM

        return Known(MiniLM(), shipped_corpus() / VECTORS)

    @cached_property
    def _search(self) -> Search:
        return self._around(self._searcher.search)

    @cached_property
    def _searcher(self) -> Searcher:
        from ..retrieval import open_searcher

        return open_searcher(self._corpus.passages, index_of(self._settings), self._model, self._tell, self._watch)


_ANYWHERE, _OF_GRADE, _PRACTICE = 24, 40, 6
"""Passages fetched for a concern; the composer picks one goal and cites one passage."""
