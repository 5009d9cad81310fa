"""Which part did it, as far as two runs can tell: the drafting, the search, or both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .pairing import CasePair
from .rundir import Result, Run

_DRAFTING = ("drafter", "model", "prompt", "code")
_SEARCH = ("corpus_digest",)
_LISTS = ("evidence", "results")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`changed` has what differs between the runs' settings, `cases` a cause for each case that differs."""

    changed: Mapping[str, tuple[Any, Any]]
    cases: Mapping[str, str]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cases each cause has."""
        return dict(Counter(self.cases.values()))


def attribution(base: Run, new: Run, cases: Sequence[CasePair]) -> Attribution:
    """Compares the passages each draft rests on; `prompt` means they are the same ones in the same order."""
    names = (*_DRAFTING, *_SEARCH, "cases_digest")
    changed = {name: (base.meta.get(name), new.meta.get(name)) for name in names}
    changed = {name: values for name, values in changed.items() if values[0] != values[1]}
    drafting = any(name in changed for name in _DRAFTING)
    differ = (case for case in cases if any(score.difference for score in case.scores.values()))
    return Attribution(changed, {case.case: _cause(case, drafting) for case in differ})


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
