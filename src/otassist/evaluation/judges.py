"""Judge metrics: a model's second opinion on drafts, each with its prompt and score map in one file `prompts/judge_*`.

A judge is advisory. It may gate only where gate.toml names it, and while it agrees with the labels of evals/labels:
true positive and true negative rate at least .9, kappa at least .6, for this very prompt and model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from ..drafting.model import Speaker
from ..drafting.model.asking import line, messages
from ..drafting.prompts import Prompt
from ..drafting.schemas import SCHEMAS, JSONSchema
from ..errors import JobError, ModelFailure
from .cases import Task
from .labels import rows_of
from .measuring import Row
from .metrics.metric import GOALS, NOTES
from .results import RunDirectory

Values = Mapping[str, str]
_ENOUGH_RATE, _ENOUGH_KAPPA = 0.9, 0.6


@dataclass(frozen=True)
class Opinion:
    """What a judge said of one thing."""

    score: float
    reason: str


@dataclass(frozen=True)
class Judge:
    """Asks a model with one prompt; the prompt's `scores` say what each answer is worth."""

    speaker: Speaker
    prompt: Prompt

    @property
    def name(self) -> str:
        """The metric's name, which is the prompt's task."""
        return self.prompt.task

    def opinion(self, values: Mapping[str, str]) -> Opinion:
        """Raises ModelFailure for a model that does not answer, JobError for an answer that is not in the score map."""
        filled = {name: line(value) for name, value in values.items()}
        answer = self.speaker.ask(messages(self.prompt, filled), self._schema, "judge").json()
        said = answer.get("answer")
        if not isinstance(said, str) or said not in self.prompt.scores:
            known = ", ".join(self.prompt.scores)
            raise JobError(
                f"{self.prompt.id} was answered with {said!r}.", f"Use a model that answers one of: {known}."
            )
        return Opinion(self.prompt.scores[said], str(answer.get("reason") or ""))

    @property
    def _schema(self) -> JSONSchema:
        """With the answers of the score map alone, where the model's server holds to it."""
        plain = SCHEMAS["judge"]
        known = {"type": "string", "enum": list(self.prompt.scores)}
        return {**plain, "properties": {**plain["properties"], "answer": known}}

    def measure(self, row: Row) -> Row:
        """The metric of one line of a run, as it stands there; an `error` where the judge fails."""
        things = list(THINGS[self.name](row))
        if not things:
            return {"value": None, "reason": "There is nothing to judge.", "kind": "other"}
        try:
            given = [(thing, self.opinion(thing)) for thing in things]
        except (ModelFailure, JobError) as problem:
            told = {"message": f"{self.name}: {problem.message}", "remedy": problem.remedy}
            return {"value": None, "reason": "", "kind": "other", "error": told}
        low = [f"{_shown(thing)!r}: {item.reason}" for thing, item in given if item.score < 1]
        value = fmean(item.score for _, item in given)
        return {"value": round(value, 6), "reason": "; ".join(low) or "Nothing to object to.", "kind": "other"}


def _shown(thing: Values) -> str:
    return (thing.get("sentence") or thing.get("goal") or "")[:80]


def _sentences(row: Row) -> Iterator[Values]:
    """Each clause of a note that says something of the student."""
    for draft in row["draft"].get("drafts", ()):
        for clause in draft["clauses"]:
            if clause["origin"] in ("observed", "inferred"):
                yield {"jot": row["jot"], "section": clause["role"], "sentence": clause["text"]}


def _goals(row: Row) -> Iterator[Values]:
    for draft in row["draft"].get("drafts", ()):
        if draft["type"] != "accommodations":
            reason = next((item["start"] for item in draft["clauses"] if item["role"] == "rationale"), None)
            yield {"goal": draft["text"][:reason].rstrip()}


THINGS = {"judge_supported": _sentences, "judge_measurable": _goals, "judge_edu_relevant": _goals}
TASKS: Mapping[str, frozenset[Task]] = {
    "judge_supported": NOTES,
    "judge_measurable": GOALS,
    "judge_edu_relevant": GOALS,
}
"""Which tasks a judge looks at; also which judges there are."""
_LABELLED = {
    "judge_supported": ("supported", ("jot", "section", "sentence")),
    "judge_measurable": ("measurable", ("text",)),
    "judge_edu_relevant": ("educationally_relevant", ("text",)),
}


@dataclass(frozen=True)
class Agreement:
    """A judge beside people: how often each said good (true) or bad, for one prompt and model."""

    metric: str
    prompt: str
    sha256: str
    model: str
    true_good: int = 0
    false_bad: int = 0
    true_bad: int = 0
    false_good: int = 0

    @property
    def n(self) -> int:
        return self.true_good + self.false_bad + self.true_bad + self.false_good

    @property
    def true_positive_rate(self) -> float | None:
        """Of what people call good."""
        good = self.true_good + self.false_bad
        return self.true_good / good if good else None

    @property
    def true_negative_rate(self) -> float | None:
        """Of what people call bad."""
        bad = self.true_bad + self.false_good
        return self.true_bad / bad if bad else None

    @property
    def kappa(self) -> float | None:
        """Cohen's: agreement beyond what the two margins give by chance; None where that is all there could be."""
        n = self.n
        if not n:
            return None
        people, judge = self.true_good + self.false_bad, self.true_good + self.false_good
        chance = (people * judge + (n - people) * (n - judge)) / (n * n)
        seen = (self.true_good + self.true_bad) / n
        return (seen - chance) / (1 - chance) if chance < 1 else None

    @property
    def holds(self) -> bool:
        """Whether it may gate."""
        rates = self.true_positive_rate, self.true_negative_rate
        enough = all(rate is not None and rate >= _ENOUGH_RATE for rate in rates)
        return enough and self.kappa is not None and self.kappa >= _ENOUGH_KAPPA

    def as_json(self) -> dict[str, Any]:
        counted = {name: value for name, value in asdict(self).items() if name != "metric"}
        derived = ("n", "true_positive_rate", "true_negative_rate", "kappa", "holds")
        return counted | {name: getattr(self, name) for name in derived}


def labelled(metric: str, folder: Path) -> list[tuple[Values, bool]]:
    """What people said, with what a judge is shown of it; of both splits, since no judge was made on either."""
    label, names = _LABELLED[metric]
    given = {"text": "goal"}
    rows = rows_of(folder, {"id", label, *names})
    return [({given.get(name, name): row[name] for name in names}, bool(row[label])) for row in rows]


def agreement(judge: Judge, said: Sequence[tuple[bool, Opinion]]) -> Agreement:
    """Counts what people said (first) against a judge's opinions; a score of at least one half is good."""
    pairs = [(people, opinion.score >= 0.5) for people, opinion in said]
    return Agreement(
        judge.name,
        judge.prompt.id,
        judge.prompt.sha256,
        judge.speaker.endpoint.model,
        true_good=pairs.count((True, True)),
        false_bad=pairs.count((True, False)),
        true_bad=pairs.count((False, False)),
        false_good=pairs.count((False, True)),
    )


def record(directory: RunDirectory, found: Sequence[Agreement]) -> None:
    """Keeps the agreement beside the run's settings, where the gate and the report look for it."""
    info = directory.info()
    directory.begin({**info, "judges": {item.metric: item.as_json() for item in found}})
