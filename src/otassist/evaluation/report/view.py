"""What the page shows, ready to be laid out: plain values and segments, nothing to compute in the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..comparison import Comparison
from ..means import badness, case_scores, kinds_of
from ..rundir import Result, Run
from ..wording import metric_name, words
from .marks import Segment, changes, cut, drafted, jot_numbers, objects, sources
from .marks import Source as Number


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One metric of one case; `base` and `difference` are None in a report of one run."""

    name: str
    base: float | None
    new: float
    difference: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case: its jot with the numbers marked, the draft of each run, and the scores; only these unless `told`."""

    anchor: str
    case: str
    about: str
    cause: str | None
    harmed: bool
    told: bool
    jot: tuple[Segment, ...]
    base: tuple[Segment, ...] | None
    new: tuple[Segment, ...]
    scores: tuple[ScoreRow, ...]


def compared_cases(answer: Comparison) -> Iterator[CaseView]:
    """Cases whose drafts or scores differ, worst first, up to the limit of the words file."""
    hurt = {harm.case for harm in answer.harms}
    causes = answer.attribution.cases if answer.attribution else {}
    for place, case in enumerate(shown_cases(answer)):
        scores = tuple(
            ScoreRow(metric_name(name), score.base, score.new, score.difference, score.reason)
            for name, score in case.scores.items()
        )
        pair = _worst(case.base), _worst(case.new)
        cause = words()["cause"][causes[case.case]] if case.case in causes else None
        yield _view(f"c{place}", pair, scores, cause, case.case in hurt)


def shown_cases(answer: Comparison) -> list[Any]:
    """The cases that differ between the runs."""
    hurt = {harm.case for harm in answer.harms}
    same = float(words()["limits"]["same"])
    differ = [
        case
        for case in answer.cases
        if case.case in hurt
        or not case.same_drafts
        or any(abs(score.difference) > same for score in case.scores.values())
    ]
    return differ[: int(words()["limits"]["rows"])]


def single_cases(run: Run) -> Iterator[CaseView]:
    """The cases of one run, worst first, up to the limit of the words file."""
    kinds = kinds_of(run)
    scores, results = case_scores(run), run.by_case()
    order = sorted(scores, key=lambda case: (*badness(kinds, scores[case]), case))
    for place, case in enumerate(order[: int(words()["limits"]["rows"])]):
        worst = _worst(results[case])
        rows = tuple(
            ScoreRow(metric_name(name), None, value, None, worst.metrics[name].reason if name in worst.metrics else "")
            for name, value in scores[case].items()
        )
        yield _view(f"c{place}", (None, worst), rows, None, badness(kinds, scores[case])[0] < 0)


def _worst(results: Sequence[Result]) -> Result:
    """The repeat that shows what is wrong."""

    def rank(result: Result) -> tuple[float, float]:
        kinds = {name: item.kind for name, item in result.metrics.items()}
        values = {name: item.value for name, item in result.metrics.items() if item.value is not None}
        return badness(kinds, values)

    return min(results, key=rank)


def _view(
    anchor: str, pair: tuple[Result | None, Result], scores: tuple[ScoreRow, ...], cause: str | None, harmed: bool
) -> CaseView:
    base, new = pair
    before = drafted(base.draft, base.text) if base else None
    after = drafted(new.draft, new.text)
    removed, added = changes(before.text, after.text) if before else ((), ())
    return CaseView(
        anchor=anchor,
        case=new.case,
        about=about(new.about),
        cause=cause,
        harmed=harmed,
        told=new.told,
        jot=_jot(new.jot),
        base=tuple(cut(before.text, removed, "removed", sources(before, new.jot, _facts(base)))) if before else None,
        new=tuple(cut(after.text, added, "added", sources(after, new.jot, _facts(new)))),
        scores=scores,
    )


def _facts(result: Result | None) -> list[Mapping[str, Any]]:
    observation = result.draft.get("observation") if result else None
    return objects(observation.get("facts")) if isinstance(observation, dict) else []


def _jot(jot: str) -> tuple[Segment, ...]:
    held = [Number(item.start, item.end, "jot", place) for place, item in enumerate(jot_numbers(jot))]
    return tuple(cut(jot, (), "same", held))


def about(values: Mapping[str, Any]) -> str:
    """Task, area, grade, plan and split in one line."""
    told = (values.get(name) for name in ("task", "area", "grade", "plan", "split"))
    return " · ".join(", ".join(map(str, item)) if isinstance(item, list) else str(item) for item in told if item)


def rankings(means: Mapping[str, float]) -> tuple[tuple[str, ...], dict[str, dict[str, float]]]:
    """The retrieval table: columns (which ranking), and for each measure its mean in each column.

    A metric is `ndcg@10` for the product's own ranking, `ndcg@10 (words)` for another one.
    """
    rows: dict[str, dict[str, float]] = {}
    for name, mean in means.items():
        measure, _, column = name.partition(" ")
        if "@" in measure:
            rows.setdefault(measure, {})[column.strip("()") or "as shipped"] = mean
    columns = dict.fromkeys(column for row in rows.values() for column in row)
    return tuple(columns), rows
