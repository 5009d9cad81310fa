"""A bank of three goals and a library of three passages, small enough to be read; and jots as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from otassist.domain import BankGoal, Context, Evidence, Observation, Passage, PracticePassage, Statement
from otassist.drafting import Drafted, GoalComposer, concerns
from otassist.drafting.measures import Measure, measures
from otassist.language import Word, settle_again, within, words_of
from otassist.reading import read

COPY = BankGoal(
    id="copy-1",
    area="handwriting",
    grade_bands=("K-2",),
    occupation="copying from the board",
    setting="classroom",
    text="By the review date, given lined paper, the student will copy words, in 7 of 9 words, as scored by the OT.",
    timeframe="By the review date",
    condition="given lined paper",
    behavior="copy words",
    criterion="in 7 of 9 words",
    method="as scored by the OT",
    objectives=("With a model, the student will copy 3 of 9 words.", "Given a slant board, the student will copy."),
    more_support="given lined paper and a near model",
    stretch="in 9 of 9 words",
    reason="Copying lets the student keep up.",
    tags=("copies", "board", "words"),
    source="made",
)
UNPACK = replace(
    COPY,
    id="unpack-1",
    area="executive_function",
    grade_bands=("3-5",),
    occupation="unpacking at arrival",
    text="With a checklist, the student will unpack the backpack in 6 of 7 steps by June. The aide keeps a tally.",
    timeframe="by June",
    condition="With a checklist",
    behavior="unpack the backpack",
    criterion="in 6 of 7 steps",
    method="The aide keeps a tally.",
    objectives=(),
    more_support="With a checklist and an adult beside",
    stretch="in 7 of 7 steps",
    reason="Unpacking lets the day begin.",
    tags=("unpacks", "backpack", "steps", "arrival"),
)
NOISE = replace(
    COPY,
    id="noise-1",
    area="sensory_regulation",
    grade_bands=("6-8",),
    occupation="eating in a loud cafeteria",
    text="The student will put on ear defenders on 8 of 9 days by May, carrying a pouch. A monitor marks a strip.",
    timeframe="by May",
    condition="carrying a pouch",
    behavior="put on ear defenders",
    criterion="on 8 of 9 days",
    method="A monitor marks a strip.",
    objectives=(),
    more_support="carrying a pouch, with a peer beside",
    stretch="on 9 of 9 days",
    reason="Quiet lets the student eat.",
    tags=("ears", "noise", "loud", "cafeteria"),
)
GOALS = (COPY, UNPACK, NOISE)
BANK = {goal.id: goal for goal in GOALS}

DESK = PracticePassage(
    id="desk",
    title="A desk for copying",
    areas=("handwriting",),
    grade_bands=("K-2",),
    topic="strategy",
    tags=("desk",),
    strategies=("Face the desk to the board.", "Keep a strip of the text near.", "Dim the lamp."),
    sources=("made",),
    text="A desk for copying.",
)
PLAN = replace(
    DESK,
    id="plan",
    title="Extra time",
    topic="accommodation",
    tags=("copy", "words"),
    strategies=("Give extra time to copy.",),
)
TALLY = replace(DESK, id="tally", title="Counting", topic="data", strategies=("Tally each word.",))
PASSAGES = (DESK, PLAN, TALLY)
PRACTICE = {passage.id: passage for passage in PASSAGES}


def found(*items: BankGoal | PracticePassage, score: float = 0.5) -> tuple[Evidence, ...]:
    """What a search answers with, all as well as each other."""
    return tuple(Evidence(_passage(item), score) for item in items)


def _passage(item: BankGoal | PracticePassage) -> Passage:
    if isinstance(item, BankGoal):
        return Passage(item.id, "goal", item.text, item.text, (item.area,), item.grade_bands, item.source)
    return Passage(item.id, "practice", item.text, item.text, item.areas, item.grade_bands, "made")


def seen(jot: str, **context: str) -> Observation:
    """The jot as it is read for a goal."""
    return read(jot, Context(**context), kind="goal")  # type: ignore[arg-type]


def drafted(jot: str, among: Sequence[BankGoal | PracticePassage] = (*GOALS, *PASSAGES), **context: str) -> Drafted:
    """The goals of a jot, from the small bank: the search finds all of it, for every concern."""
    observation = seen(jot, **context)
    told = concerns(observation)
    everything = {concern.id: found(*among) for concern in told}
    return GoalComposer(BANK, PRACTICE).compose(observation, everything, told)


def measured(jot: str) -> list[Measure]:
    """The measures of a jot."""
    observation = seen(jot)
    return list(measures(observation, observation.statements, words_of(jot)))


def told_of(jot: str) -> tuple[Statement, tuple[Word, ...]]:
    """The first statement of a note's jot, with its words."""
    observation = read(jot, Context(), kind="note")
    statement = observation.statements[0]
    return statement, tuple(settle_again(within(words_of(jot), statement.start, statement.end)))
