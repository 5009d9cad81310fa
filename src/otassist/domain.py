"""The types in which the stages meet: frozen, without I/O, named as therapists name them.

All offsets are Unicode code points into the text they belong to: `jot[start:end] == text` for facts,
statements and unused words, `note.text[start:end] == clause.text` for clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeVar

Area = Literal[
    "handwriting",
    "fine_motor",
    "visual_motor",
    "sensory_regulation",
    "self_care",
    "attention",
    "executive_function",
    "social_participation",
    "gross_motor",
    "assistive_technology",
    "coping",
    "transition",
    "access",
]

FactKind = Literal[
    "measure",
    "count",
    "assist",
    "cue",
    "duration",
    "clock_time",
    "distance",
    "date",
    "age",
    "grade",
    "setting",
    "delivery",
    "service",
    "behavior",
    "intervention",
    "support",
    "tool",
    "test",
    "quote",
    "barrier",
    "concern",
    "strength",
    "plan",
    "question",
]

GradeBand = Literal["PreK", "K-2", "3-5", "6-8", "9-12", "18-21"]
GRADE_BANDS: tuple[GradeBand, ...] = ("PreK", "K-2", "3-5", "6-8", "9-12", "18-21")
GoalPart = Literal["timeframe", "condition", "behavior", "criterion", "method", "baseline"]
GOAL_PARTS: tuple[GoalPart, ...] = ("timeframe", "condition", "behavior", "criterion", "method", "baseline")
PassageKind = Literal["goal", "practice"]
NoteType = Literal["session", "observation", "screening", "present_levels", "consultation"]
Section = Literal["subjective", "objective", "assessment", "plan"]
SECTIONS: tuple[Section, ...] = ("subjective", "objective", "assessment", "plan")
Origin = Literal["observed", "therapist", "bank", "practice", "inferred", "proposed", "blank"]
Severity = Literal["blocker", "warning", "info"]
Basis = Literal["law", "good practice", "house style"]

StatementRole = Literal[
    "observation",  # what was seen, done or measured
    "report",  # what somebody said
    "judgement",  # what it means, in the therapist's own words
    "plan",  # what comes next
    "advice",  # what was recommended to somebody
    "question",  # an open question of the therapist's
    "background",  # age, services, equipment, diagnosis, existing goals
    "header",  # grade, delivery, setting, minutes, date
    "instruction",  # said to the assistant, not about the student
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable thing the jot says; `value` is its normal form, `text` the jot's own words."""

    id: str
    kind: FactKind
    text: str
    value: str
    start: int
    end: int
    statement: str
    negated: bool = False
    hedge: str | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition of the jot: who does it, who said it, under which condition, when."""

    id: str
    text: str
    start: int
    end: int
    role: StatementRole = "observation"
    actor: str = "student"
    said_by: str | None = None
    negated: bool = False
    hedge: str | None = None
    condition: str | None = None
    time: str | None = None
    student: str | None = None
    everybody: bool = False  # with several students: said of each of them
    label: tuple[int, int] | None = None
    replaced: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unused:
    """Words of the jot that entered no statement, shown to the therapist."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """Something the jot leaves open; `options` are the buttons to answer with."""

    text: str
    about: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the therapist must see beside the draft: identity, safety, instruction, pasted order."""

    kind: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How strongly the jot points to one of the thirteen areas, 0 to 1."""

    area: Area
    score: float


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A request that belongs to another member of the team."""

    reason: str
    refer_to: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What the therapist entered beside the jot; every value is optional and none is ever guessed."""

    grade: str | None = None
    plan: str | None = None
    delivery: str | None = None
    area: str | None = None
    date: str | None = None
    minutes: str | None = None
    review_date: str | None = None
    student: str | None = None
    pronoun: str | None = None
    goals: tuple[str, ...] = ()
    start: str | None = None
    stop: str | None = None
    group_size: str | None = None
    attendance: str | None = None
    state: str | None = None
    note_type: str | None = None
    objectives: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A jot as it was read."""

    jot: str
    context: Context
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]
    unused: tuple[Unused, ...]
    note_type: NoteType
    students: tuple[str, ...]
    areas: tuple[AreaScore, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...] = ()
    out_of_scope: OutOfScope | None = None
    pronoun: str | None = None

    def facts_of(self, statement: Statement) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.statement == statement.id)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BankGoal:
    """A goal of the bank; every part but the baseline stands word for word in `text`, where it belongs.

    `more_support` replaces the condition and `stretch` the criterion, each in its place in the sentence.
    """

    id: str
    area: Area
    grade_bands: tuple[GradeBand, ...]
    occupation: str
    setting: str
    text: str
    timeframe: str
    condition: str
    behavior: str
    criterion: str
    method: str
    objectives: tuple[str, ...]
    more_support: str
    stretch: str
    reason: str
    tags: tuple[str, ...]
    source: str

    @property
    def searched(self) -> str:
        """What it is found by: what it is for and the words a therapist would jot first, since a model of meaning reads
        only so many."""
        return f"{self.occupation}: {', '.join(self.tags)}. {self.behavior}. {self.setting}. {self.condition}"


Counted = Literal["done", "failed", "lasting", "until", "prompts", "level", "rate", "size", "none"]
"""What the number of a jotted need counts: successes or failures of the act, how long it lasts or takes, help, pace or
amount."""

JottedKind = Literal["need", "strength", "support", "service", "background", "plan", "other_staff", "clinic", "care"]
"""What a jotted line tells of; `care` says that school sees no problem."""


@dataclass(frozen=True, slots=True)
class JottedLine:
    """A line as therapists scribble it, with the bank goal it calls for; or what it tells of instead of a need."""

    text: str
    kind: JottedKind
    goal: str = ""
    counts: Counted = "none"
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Accommodation:
    """What adults or the room can provide under Section 504, and lines of jots that call for it."""

    id: str
    areas: tuple[Area, ...]
    grade_bands: tuple[GradeBand, ...]
    text: str
    jotted: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PracticePassage:
    """A passage of the practice library; `areas` is empty where it holds for every area."""

    id: str
    title: str
    areas: tuple[Area, ...]
    grade_bands: tuple[GradeBand, ...]
    topic: str
    tags: tuple[str, ...]
    strategies: tuple[str, ...]
    sources: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What retrieval finds: `text` is shown and cited, `searched` is what a query is compared with."""

    id: str
    kind: PassageKind
    text: str
    searched: str
    areas: tuple[Area, ...]
    grade_bands: tuple[GradeBand, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with how well it answers the query; scores order the results of one query, no more."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a note with where it came from; `start` and `end` point into the note's text."""

    id: str
    role: str
    text: str
    origin: Origin
    statements: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about a text; `remedy` is what to do about it."""

    id: str
    check: str
    severity: Severity
    basis: Basis
    message: str
    remedy: str
    clause: str | None = None
    start: int | None = None
    end: int | None = None
    rewrite: str | None = None
    """What to write instead, with a blank for what only the therapist knows; none where `remedy` asks a question."""


@dataclass(frozen=True, slots=True)
class Note:
    """A drafted note: the clauses of each section, in order, and the text they make together."""

    type: NoteType
    student: str | None
    sections: Mapping[Section, tuple[Clause, ...]]
    text: str
    findings: tuple[Finding, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for section in SECTIONS for clause in self.sections[section])


@dataclass(frozen=True, slots=True)
class CheckedNote:
    """Somebody's note text with what the checks found in it."""

    text: str
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """A step towards a goal; `by` is when, where the plan says so."""

    text: str
    by: str | None = None


GoalType = Literal["goal", "intervention_target", "accommodations"]


@dataclass(frozen=True, slots=True)
class Concern:
    """One need the jot tells of: the statements about it, the area they belong to, and what to search for."""

    id: str
    area: Area
    statements: tuple[str, ...]
    query: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A drafted goal: its text with the clauses in it, and which bank goal it was adapted from and how.

    `variants` holds the same goal with more support and as a stretch. `type` says what the plan calls for: a goal,
    an intervention target (RTI) or accommodations (504).
    """

    type: GoalType
    area: Area
    text: str
    clauses: tuple[Clause, ...]
    variants: Mapping[str, str]
    objectives: tuple[Objective, ...] = ()
    bank_goal: str | None = None
    changes: tuple[str, ...] = ()
    measurable: bool = False
    educationally_relevant: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RubricItem:
    """One item of a rubric: what it asks, its score out of `most`, and why."""

    name: str
    asks: str
    score: int
    most: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """A rubric's items with their total out of `most`."""

    items: tuple[RubricItem, ...]
    total: int
    most: int


@dataclass(frozen=True, slots=True)
class Relevance:
    """How plainly a goal is about school: named 3, implied 2, clinic 1, service or none 0; `context` asks for one."""

    grade: str
    score: int
    reason: str
    context: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words of a repaired goal: `same`, `removed` or `added`."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A goal with its faults mended as far as that invents nothing; what only the therapist knows is a blank."""

    text: str
    changes: tuple[Change, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedGoal:
    """Somebody's goal with its parts (spans in `text`), what the checks found, and what they make of it.

    The repaired goal is there when it was asked for.
    """

    text: str
    parts: Mapping[GoalPart, Span | None]
    measurable: bool
    educationally_relevant: bool
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    relevance: Relevance | None = None
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of a practice passage; `start` and `end` point into the text it is cited under, where it stands there.

    A strategy of the passage's front matter has no place in that text.
    """

    text: str
    passage: str
    start: int | None = None
    end: int | None = None
    alone: bool = True
    """Whether it can be read without the sentences around it."""


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage with its sentences that answer a question, the nearest first."""

    id: str
    title: str
    source: str
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence in a model's words, with the ids of the passages it rests on."""

    text: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the practice library says to a question: passages, the nearest first; none where it holds nothing.

    `sentences` is the same in the words of `model`; none where the library's own sentences are the answer.
    """

    question: str
    passages: tuple[CitedPassage, ...]
    out_of_scope: OutOfScope | None = None
    notices: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
    sentences: tuple[Resting, ...] = ()
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None


MessageKind = Literal["jot", "edit", "question", "command"]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What a message did to one clause. An objective is a clause too, `o1` the first, placed in its own text."""

    kind: Literal["replaced", "removed", "added"]
    old: Clause | None
    new: Clause | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change that a model proposes of one clause, or behind it (`add`); `o1` is a goal's first objective.

    `said` tells whether its words are the message's; `statements` what of the jot it cites.
    """

    clause: str
    action: Literal["replace", "remove", "add"]
    text: str
    statements: tuple[str, ...] = ()
    said: bool = False


@dataclass(frozen=True, slots=True)
class Kinded:
    """What a model takes a message for, or why it did not answer."""

    kind: MessageKind | None = None
    why: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A draft as a model changed it, checked; or none, and why, with what it wrote instead where that was refused."""

    draft: Goal | Note | None = None
    why: str | None = None
    set_aside: tuple[SetAside, ...] = ()
    said: bool = False
    """Whether words of the message are in it."""
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What the therapist said of the student in a message: observation with its own source.

    `message[start:end] == text`; its facts have their places in `message` as well.
    """

    id: str
    message: str
    text: str
    start: int
    end: int
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a message about a draft was, what came of it, and what to say; the message itself is always kept.

    `done` says whether all that was asked is done; `needs_model` whether a language model could do the rest, or do it
    another time. `others` are further goals made of this one by a split; `model` is who did what no pattern could.
    """

    message: str
    kind: MessageKind
    action: str
    done: bool
    said: str
    draft: Goal | Note | None = None
    changes: tuple[ClauseChange, ...] = ()
    others: tuple[Goal, ...] = ()
    additions: tuple[Addition, ...] = ()
    questions: tuple[Question, ...] = ()
    needs_model: bool = False
    answer: Answer | None = None
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What drafting with a model took: tokens by the server's own count, calls, and dollars where a price is set."""

    tokens_in: int | None = None
    tokens_out: int | None = None
    calls: int = 0
    revisions: int = 0
    cost: float | None = None

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            _sum(self.tokens_in, other.tokens_in),
            _sum(self.tokens_out, other.tokens_out),
            self.calls + other.calls,
            self.revisions + other.revisions,
            _sum(self.cost, other.cost),
        )


Number = TypeVar("Number", int, float)


def _sum(first: Number | None, second: Number | None) -> Number | None:
    return second if first is None else first if second is None else first + second


@dataclass(frozen=True, slots=True)
class PromptUsed:
    """The prompt a draft was asked with."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A model's draft that is not used, with why: one that was cut off, or one in which the checks found inventions."""

    why: str
    draft: Note | Goal


def _unheard(clause: Mapping[str, object]) -> None:
    """Nobody listens."""


def _going_on() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Following:
    """Who follows a draft while a model writes it.

    `heard` is called with each clause when it is complete, as the model gave it: unchecked, for the eye only.
    `stopped` is asked many times a second whether it is enough; it may be called from any thread.
    """

    heard: Callable[[Mapping[str, object]], None] = _unheard
    stopped: Callable[[], bool] = _going_on


@dataclass(frozen=True, slots=True)
class Written:
    """Notes or goals with their findings, who wrote them, and what has to be said about that."""

    notes: tuple[Note, ...] = ()
    goals: tuple[Goal, ...] = ()
    drafter: str = "composer"
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafting:
    """Everything one `draft` call has to answer with."""

    kind: str
    drafter: str
    observation: Observation
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]
    notices: tuple[Notice, ...]
    goals: tuple[Goal, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    model: str | None = None
    prompt: PromptUsed | None = None
    usage: Usage | None = None
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added to an accepted document afterwards, which itself never changes; `added_at` has a time zone."""

    text: str
    added_at: datetime
    author: str | None = None

    def __post_init__(self) -> None:
        _zoned(self.added_at)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draft that a therapist has read and accepted: the only thing that leaves as a document.

    `open_findings` are the blockers and warnings that were open when it was accepted; they are printed with it.
    `accepted_at` has a time zone. Raises ValueError where it has none.
    """

    draft: Goal | Note
    student: str | None
    accepted_at: datetime
    author: str | None
    title: str
    open_findings: tuple[Finding, ...] = ()
    addenda: tuple[Addendum, ...] = ()

    def __post_init__(self) -> None:
        _zoned(self.accepted_at)


def _zoned(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment!r} has no time zone; use datetime.now(timezone.utc) or the district's own")


@dataclass(frozen=True, slots=True)
class Entity:
    """What identifies somebody in a text: its place there, what stands for it, and (never printed) its own words."""

    kind: str
    start: int
    end: int
    placeholder: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with placeholders, and what they stand for, in the order of the text."""

    text: str
    entities: tuple[Entity, ...] = field(repr=False)
