"""The composer of goals: for each concern the bank goal that fits best, adapted to this student.

A number of the bank is never the student's: the baseline is the jot's own measure of the same act, or a blank with a
question. The criterion is a proposal, in the jot's measure and beyond it where the jot has one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain import (
    Area,
    BankGoal,
    Concern,
    Evidence,
    Goal,
    Observation,
    PracticePassage,
    Question,
    Statement,
)
from ..language import words_of
from ..language.tables import rules
from .accommodations import Accommodator
from .act_measures import act_measure
from .adapting import wording
from .baselines import candidates, fitting
from .choosing import BESIDE, LIKE, ON_CONCERN, SAME_ACT, SOME, Alike, Choice, Chooser, Sought, telling_words
from .concerns import concerns
from .finishing import baseline_question
from .focus import Focus, focus, recognised, referred
from .measures import Measure
from .named_acts import Named, denies_school, named_acts
from .named_goals import named_goal
from .own_goals import OwnAct, place_of
from .recognising import Likeness, Recogniser
from .recording import spelt_out
from .telling_acts import area_of, own_act
from .topics import Topics
from .whole_goals import adapted, in_own_words


@dataclass(frozen=True, slots=True)
class Drafted:
    """The goals of a jot, what they rest on, and what has to be asked."""

    goals: tuple[Goal, ...]
    evidence: tuple[Evidence, ...]
    questions: tuple[Question, ...]


Found = Mapping[str, Sequence[Evidence]]
"""Concern id -> what was found for it, goals and practice passages."""


class GoalComposer:
    """Drafts goals from a bank and a practice library, without a model."""

    def __init__(
        self,
        bank: Mapping[str, BankGoal],
        practice: Mapping[str, PracticePassage],
        alike: Alike | None = None,
        recognise: Recogniser | None = None,
        accommodator: Accommodator | None = None,
        *,
        names_acts: bool = False,
    ) -> None:
        """`alike` and `recognise` compare meanings; without them goals are chosen by their words.

        With `names_acts` a goal is on the act of the school day that a short jot names, where it names one.
        """
        self._names_acts = names_acts
        self._bank, self._practice = bank, practice
        self._chooser, self._topics = Chooser(bank, alike), Topics(practice)
        self._recognise = recognise or Recogniser()
        self._accommodator = accommodator or Accommodator((), None)

    def scoped(self, observation: Observation) -> Observation:
        """The observation with a referral where a sentence is plainly another team member's matter."""
        return referred(observation, self._recognise)

    def concerns(self, observation: Observation) -> tuple[Concern, ...]:
        """The concerns of a jot by its own words, else by the jotted needs it is like."""
        areas = {goal.id: goal.area for goal in self._bank.values()}
        return concerns(observation) or recognised(observation, self._recognise, areas)

    def compose(self, observation: Observation, found: Found, concerns: Sequence[Concern]) -> Drafted:
        """One goal for each concern."""
        if (observation.context.plan or "").strip() == "504":
            return self._accommodated(observation, concerns)
        named = self._on_named_acts(observation, found, concerns)
        if named is not None:
            return named
        goals: list[Goal] = []
        asked: list[Question] = []
        for concern, evidence in self._joined(observation, found, concerns):
            goal, questions = self._goal(observation, concern, evidence, goals)
            goals += [goal] if goal is not None else []
            asked += questions
        if not concerns and not observation.out_of_scope:
            clinic = any(notice.kind == "clinic" for notice in observation.notices)
            asked.append(Question(wording("question_school" if clinic else "question_goal"), "school task"))
        return Drafted(tuple(goals), _cited_evidence(goals, found), tuple(asked))

    def _on_named_acts(self, observation: Observation, found: Found, concerns: Sequence[Concern]) -> Drafted | None:
        """Goals on the acts that a short jot itself names; None where it names none, or tells of a whole session."""
        if not self._names_acts or len(observation.jot) > _STORY:
            return None
        goals: list[Goal] = []
        asked: list[Question] = []
        used: set[str] = set()
        if denies_school(observation):
            return Drafted((), (), (Question(wording("question_school"), "school task"),))
        for named in named_acts(observation, self._recognise):
            measure = act_measure(observation, named)
            if measure is not None and measure.statement.id in used:
                measure = None
            used |= {measure.statement.id} if measure is not None else set()
            goals.append(named_goal(observation, named, measure, self._passage(named, found, concerns)))
            asked += baseline_question(named.act.act, measure)
        return Drafted(tuple(goals), _cited_evidence(goals, found), tuple(asked)) if goals else None

    def _passage(self, named: Named, found: Found, concerns: Sequence[Concern]) -> PracticePassage | None:
        """The passage to cite, of what was found for the concern that the act belongs to."""
        told = {item.id for item in named.told}
        concern = next((item for item in concerns if told & set(item.statements)), concerns[0] if concerns else None)
        if concern is None:
            return None
        return self._cited(concern, found.get(concern.id, ()), named.act.area, named.act.act)

    def _joined(
        self, observation: Observation, found: Found, concerns: Sequence[Concern]
    ) -> list[tuple[Concern, Sequence[Evidence]]]:
        """Each concern with what was found; in a short jot one that no goal serves tells more of the main one."""
        if len(concerns) < 2 or len(observation.jot) > _SHORT:
            return [(concern, found[concern.id]) for concern in concerns]
        goals: list[Goal] = []
        kept: list[Concern] = []
        left: list[Concern] = []
        for concern in concerns:
            goal, _ = self._goal(observation, concern, found[concern.id], goals)
            goals += [goal] if goal is not None else []
            (kept if goal is not None or concern is concerns[0] else left).append(concern)
        if not left:
            return [(concern, found[concern.id]) for concern in kept]
        main = _together(observation, [kept[0], *left])
        evidence = tuple({item.passage.id: item for each in (kept[0], *left) for item in found[each.id]}.values())
        return [(main, evidence), *((concern, found[concern.id]) for concern in kept[1:])]

    def _accommodated(self, observation: Observation, concerns: Sequence[Concern]) -> Drafted:
        offered = self._accommodator(observation, concerns)
        if offered is None:
            return Drafted((), (), (Question(wording("question_goal"), "school task"),))
        return Drafted((offered.goal,), offered.evidence, ())

    def _goal(
        self, observation: Observation, concern: Concern, found: Sequence[Evidence], goals: Sequence[Goal]
    ) -> tuple[Goal | None, list[Question]]:
        """The bank's goal where it is for the jot's own act, else one in the jot's own words; or a question."""
        told = [item for item in observation.statements if item.id in concern.statements]
        focused = focus(observation, concern, self._recognise)
        used = {identity for goal in goals for clause in goal.clauses if clause.facts for identity in clause.statements}
        held = candidates(observation, focused.need, focused.seen)
        held = [item for item in held if item.statement.id not in used]
        first = {item.id for item in focused.first}
        acts = [item for item in held if item.statement.id in first and not _is_of_failure(item, focused)]
        act, place = own_act(observation, concern, focused.first, acts), place_of(observation, told)
        likeness = self._likeness(focused, told)
        sought = Sought(concern, likeness, _compared(act, place, held), place)
        choice = self._choice(observation, sought, found, goals)
        measure = self._measure(observation, choice, held, focused)
        if act is not None and act.measure is None and (measure is not None or (goals and not act.failing)):
            act = None  # a goal on what is only wished for stands back behind one with a baseline
        if act is not None and not _serves(choice, act):
            passage = self._cited(concern, found, area_of(act.text, concern.area), act.text)
            own = in_own_words(observation, concern, told, act, passage)
            if own is not None:
                return own, baseline_question(act.text, act.measure)
        if choice is None:
            return None, [] if goals else [Question(wording("question_goal"), concern.query[:80])]
        said = f"{choice.goal.occupation} {choice.goal.behavior}"
        passage = self._cited(concern, found, choice.goal.area, said)
        goal = adapted(observation, choice.goal, told, measure, passage)
        return goal, baseline_question(choice.goal.occupation, measure)

    def _likeness(self, focused: Focus, told: Sequence[Statement]) -> dict[str, Likeness]:
        """How like the first of the need is to what goals are for; of all that was told where it is like nothing."""
        first = self._recognise.goals(_stretches(focused.first))
        plain = max((item.last for item in first.values()), default=0.0) >= SOME
        return first if plain else self._recognise.goals(_stretches(told))

    def _measure(
        self, observation: Observation, choice: Choice | None, held: Sequence[Measure], focused: Focus
    ) -> Measure | None:
        if choice is None:
            return None
        return fitting(held, choice.goal, observation.jot, self._chooser.shared, focused.seen)

    def _choice(
        self, observation: Observation, sought: Sought, found: Sequence[Evidence], goals: Sequence[Goal]
    ) -> Choice | None:
        """The best bank goal not used yet; a further concern needs one of its own area that speaks of it."""
        taken = {goal.bank_goal for goal in goals}
        choices = self._chooser.best(sought, found, observation)
        choice = next((choice for choice in choices if choice.goal.id not in taken), None)
        if choice is not None and not sought.act and choice.shared <= 0.0 and choice.likeness < SOME:
            return None
        if choice is not None and goals and (choice.goal.area != sought.concern.area or choice.shared < BESIDE):
            return None
        return choice

    def _cited(self, concern: Concern, found: Sequence[Evidence], area: Area, act: str) -> PracticePassage | None:
        """The passage of the goal's area that is most about its act and the concern; None where none shares the act."""
        passages = [self._practice[item.passage.id] for item in found if item.passage.id in self._practice]
        on_act = [item for item in passages if area in item.areas and self._topics.about(act, item) > 0]
        text = f"{act} {concern.query}"
        return max(on_act, key=lambda passage: self._topics.about(text, passage), default=None)


def _is_of_failure(measure: Measure, focused: Focus) -> bool:
    """`knocks down towers 4 of 5`: a share of what should not happen, whose act is no goal."""
    counts = measure.kind in ("ratio", "percent") and not measure.fewer
    return counts and focused.seen[measure.statement.id].fails


def _stretches(need: Sequence[Statement]) -> list[str]:
    """The statements one by one, spelt out and all of them together as they stand, last."""
    texts = [item.text for item in need]
    return [*texts, *(spelt_out(words_of(text)) for text in texts), ", ".join(texts)]


def _together(observation: Observation, concerns: Sequence[Concern]) -> Concern:
    """Several concerns as the first one, in the order of the jot."""
    told = {identity for concern in concerns for identity in concern.statements}
    statements = tuple(item.id for item in observation.statements if item.id in told)
    first = {concern.id: observation.jot.find(concern.query[:_OPENING]) for concern in concerns}
    query = ". ".join(concern.query for concern in sorted(concerns, key=lambda item: first[item.id]))
    return replace(concerns[0], statements=statements, query=query)


_PLAINLY = 0.6
"""Share of the concern's words from which a goal with the act's own verb is for that act."""
_SHORT = 250
"""Characters of a jot whose sentences are likely of one subject."""
_STORY = 500
"""Characters from which a jot tells of a session, whose first act need not be its need."""
_OPENING = 12
"""Characters by which a concern's words are found in the jot."""


def _serves(choice: Choice | None, act: OwnAct) -> bool:
    """Whether the bank's best goal is for the act, in its place; where nothing was measured, the concern is enough."""
    if choice is None:
        return False
    if choice.likeness >= LIKE or (
        choice.shared >= _PLAINLY and choice.goal.behavior.split()[0] == act.text.split()[0]
    ):
        return True
    if act.measure is None or re.match(r"complete the (?:right |correct )?(?:steps?|tasks?|items?|parts?)\b", act.text):
        return choice.same_act >= SAME_ACT or choice.shared >= ON_CONCERN
    return choice.same_act >= SAME_ACT and choice.placed > 0


def _compared(act: OwnAct | None, place: str, held: Sequence[Measure]) -> str:
    """The act as it is compared with the bank: one that only stays or sits is told by its place.

    Without an act the words around the first measure tell of it: `4 of 7 papers in right section`.
    """
    if act is None:
        return held[0].text if held else ""
    verbs = rules("own_goals")["verbs"]
    telling = telling_words(act.text) - {*verbs["longer"], *verbs["sooner"], *verbs["bare"]}
    return act.text if telling else f"{act.text} {place}"


def _cited_evidence(goals: Sequence[Goal], found: Found) -> tuple[Evidence, ...]:
    """What the goals cite, once each, in the order it was found."""
    cited = {identity for goal in goals for clause in goal.clauses for identity in clause.evidence}
    return tuple(dict.fromkeys(item for each in found.values() for item in each if item.passage.id in cited))
