"""Which part did it: the drafting or the search.

Two runs can tell only where the same passages were found. A third, the new drafting on the base's passages (`otassist
eval run --frozen BASE`), tells always: base to frozen is the drafting's doing, frozen to new the search's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .gate import Gate
from .pairing import CasePair, pairs
from .rundir import Fault, Result, Run
from .statistics import paired

_DRAFTING = ("drafter", "model", "prompt", "code")
_SEARCH = ("corpus_digest",)
_LISTS = ("evidence", "results")


@dataclass(frozen=True, slots=True)
class Part:
    """A mean difference, better is more, between its two one-sided bounds, clustered by student."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Shares:
    """Of a metric's difference: what the drafting did and what the search did; together they are the whole."""

    metric: str
    cases: int
    drafting: Part
    search: Part


@dataclass(frozen=True, slots=True)
class Attribution:
    """`changed` has what differs between the runs' settings, `cases` a cause for each case that differs."""

    changed: Mapping[str, tuple[Any, Any]]
    cases: Mapping[str, str]
    shares: tuple[Shares, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cases each cause has."""
        return dict(Counter(self.cases.values()))


def attribution(base: Run, new: Run, cases: Sequence[CasePair]) -> Attribution:
    """Compares the passages each draft rests on; `prompt` means they are the same ones in the same order."""
    changed = _changed(base, new)
    drafting = any(name in changed for name in _DRAFTING)
    return Attribution(changed, {case.case: _cause(case, drafting) for case in cases if _differs(case)})


def frozen_attribution(base: Run, frozen: Run, new: Run, cases: Sequence[CasePair], gate: Gate) -> Attribution:
    """The same, told by the run in between for each case that was drafted."""
    before = {case.case: case for case in pairs(_of(base, frozen), frozen, gate)}
    after = {case.case: case for case in pairs(frozen, _of(new, frozen), gate)}
    causes = {}
    for case in cases:
        if _differs(case):
            moved = (_differs(before[case.case]), _differs(after[case.case])) if case.case in before else (False, True)
            causes[case.case] = _BY_FROZEN[moved]
    names = dict.fromkeys(name for case in before.values() for name in case.scores)
    return Attribution(_changed(base, new), causes, tuple(_shares(names, before, after, gate)))


_BY_FROZEN = {(True, False): "prompt", (False, True): "retrieval", (True, True): "prompt and retrieval"}


def frozen_faults(base: Run, frozen: Run, new: Run) -> Iterator[Fault]:
    """Why the run in between does not stand between these two."""
    again = "Make it with 'otassist eval run --frozen BASE', with the new drafting."
    rests = frozen.meta.get("frozen")
    if not isinstance(rests, str) or Path(rests).resolve() != base.path.resolve():
        yield Fault("The frozen run does not draft from the base run's passages.", again)
    for name in _DRAFTING:
        if frozen.meta.get(name) != new.meta.get(name):
            yield Fault(f"The frozen run has another {name} than the new run.", again)
    there = frozen.by_case()
    for case, results in new.by_case().items():
        if case not in there and results[0].about.get("task") != "search":
            yield Fault("It is missing in the frozen run.", again, case)


def _of(run: Run, frozen: Run) -> Run:
    """Only the cases of the frozen run."""
    there = frozen.by_case()
    return Run(run.path, run.meta, tuple(result for result in run.results if result.case in there), run.faults)


def _shares(
    names: Mapping[str, None], before: Mapping[str, CasePair], after: Mapping[str, CasePair], gate: Gate
) -> Iterator[Shares]:
    for name in names:
        both = [case for case in before if name in before[case].scores and name in after[case].scores]
        if both:
            clusters = [before[case].cluster for case in both]
            drafting, search = (
                _part([side[case].scores[name].difference for case in both], clusters, gate) for side in (before, after)
            )
            yield Shares(name, len(both), drafting, search)


def _part(differences: Sequence[float], clusters: Sequence[str], gate: Gate) -> Part:
    estimate = paired(differences, clusters, gate.confidence)
    if not any(differences):
        return Part(0.0, 0.0, 0.0)
    return Part(float(estimate.mean), float(estimate.low), float(estimate.high))


def _changed(base: Run, new: Run) -> dict[str, tuple[Any, Any]]:
    names = (*_DRAFTING, *_SEARCH, "cases_digest")
    changed = {name: (base.meta.get(name), new.meta.get(name)) for name in names}
    return {name: values for name, values in changed.items() if values[0] != values[1]}


def _differs(case: CasePair) -> bool:
    return any(score.difference for score in case.scores.values())


def _cause(case: CasePair, drafting: bool) -> str:
    if case.base[0].about.get("task") == "search":
        return "retrieval"
    before, after = _passages(case.base), _passages(case.new)
    if before is None or after is None:
        return "unknown"
    if before == after:
        return "prompt"
    return "both" if drafting else "retrieval"


def _passages(results: Sequence[Result]) -> set[tuple[str, ...]] | None:
    """The ranked passages of each repeat; None where a draft does not say what was found."""
    found = [_ids(result.draft) for result in results]
    return {ids for ids in found if ids is not None} if None not in found else None


def _ids(draft: Mapping[str, Any]) -> tuple[str, ...] | None:
    lists = [draft[name] for name in _LISTS if isinstance(draft.get(name), list)]
    return tuple(_named(lists[0])) if lists else None


def _named(items: Sequence[Any]) -> Iterator[str]:
    for item in items:
        yield str(item.get("id")) if isinstance(item, dict) else str(item)
