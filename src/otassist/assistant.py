"""The sequence of the product on one screen: read the jot, draft, check; and the search for evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from .domain import CheckedNote, Context, Drafting, Evidence, Note, Observation, Question

Reader = Callable[..., Observation]
Drafter = Callable[[Observation], tuple[Note, ...]]
NoteChecker = Callable[[Note, Observation], Note]
ContextQuestions = Callable[[Context, Sequence[str]], Iterable[Question]]
TextChecker = Callable[[str, Observation | None], CheckedNote]
Search = Callable[..., tuple[Evidence, ...]]


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
    drafter_name: str
    note_checker: NoteChecker
    text_checker: TextChecker
    context_questions: ContextQuestions
    searcher: Search

    def read(self, jot: str, context: Context | None = None, unknown_keys: Sequence[str] = ()) -> Observation:
        """What the jot says."""
        return self.reader(jot, context, unknown_keys=unknown_keys)

    def draft(self, kind: str, jot: str, context: Context | None = None, unknown_keys: Sequence[str] = ()) -> Drafting:
        """The notes of a jot, checked; `kind` is `note` or `consult`."""
        started = perf_counter()
        observation = self.reader(jot, context, kind=kind, unknown_keys=unknown_keys)
        read = perf_counter()
        notes = self.drafter(observation)
        drafted = perf_counter()
        checked = tuple(self.note_checker(note, observation) for note in notes)
        done = perf_counter()
        timings = {"read": read - started, "draft": drafted - read, "check": done - drafted, "total": done - started}
        return Drafting(
            kind=kind,
            drafter=self.drafter_name,
            observation=observation,
            notes=checked,
            questions=observation.questions,
            notices=observation.notices,
            timings_ms={name: round(seconds * 1000, 2) for name, seconds in timings.items()},
        )

    def check_note(
        self, text: str, jot: str | None = None, context: Context | None = None, unknown_keys: Sequence[str] = ()
    ) -> CheckedNote:
        """Anybody's note, grounded on a jot where one is given."""
        context = context or Context()
        observation = self.reader(jot, context) if jot else None
        asked = tuple(self.context_questions(context, unknown_keys))
        return replace(self.text_checker(text, observation), questions=asked)

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
