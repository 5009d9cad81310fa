"""The report's words, from data/words.toml, and the one sentence that answers the lead therapist."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from .comparison import Comparison, MetricComparison, stood_in
from .rundir import Run

_NAMED = 3
"""Cases named in the sentence; the table has all of them."""


@cache
def words() -> Mapping[str, Any]:
    """The tables of data/words.toml."""
    return tomllib.loads((files("otassist.evaluation") / "data" / "words.toml").read_text(encoding="utf-8"))


def metric_name(name: str) -> str:
    """A metric as a therapist would say it; of a ranking by itself with which one."""
    known = words()["metric"]
    plain, bracket, ranking = name.partition(" (")
    return str(known.get(name) or f"{known.get(plain, plain)}{bracket}{ranking}")


def sentence(answer: Comparison) -> str:
    """May this ship, and if not, why? In one sentence, with what was not measured behind it."""
    told = _VERDICTS[answer.verdict](answer)
    if answer.verdict == "BROKEN":
        return told
    more = [_stand_ins("base", answer.base), _stand_ins("new", answer.new)]
    if answer.unmeasured:
        more.append(_said("unmeasured", what=_listed(map(metric_name, answer.unmeasured))))
    return " ".join([told, *filter(None, more)])


def _stand_ins(which: str, run: Run) -> str:
    """They are measured like any draft, since they are what a therapist would get, but say nothing of the prompt."""
    cost = run.costs
    return _said("stand_ins", which=which, n=cost.stand_ins, drafts=cost.drafts) if cost.stand_ins else ""


def _said(key: str, **values: Any) -> str:
    return str(words()["verdict"][key]).format(**values)


def _listed(names: Iterable[str]) -> str:
    *most, last = list(names) or ["nothing"]
    return f"{', '.join(most)} and {last}" if most else last


def _states(answer: Comparison, state: str) -> list[MetricComparison]:
    return [metric for metric in answer.metrics if metric.gated and metric.state == state]


def _passed(answer: Comparison) -> str:
    return _said("PASS", what=_listed(metric_name(metric.name) for metric in _states(answer, "no worse")))


def _blocked(answer: Comparison) -> str:
    why = [_harmed(answer)] if answer.harms else []
    worse = _states(answer, "worse")
    why += [_said("worse", what=_listed(metric_name(metric.name) for metric in worse))] if worse else []
    return _said("BLOCK", why=", and ".join(why))


def _harmed(answer: Comparison) -> str:
    names = list(dict.fromkeys(harm.case for harm in answer.harms))
    shown = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    return _said("harm", n=len(names), cases=len(answer.cases), names=shown)


def _inconclusive(answer: Comparison) -> str:
    unclear = _states(answer, "unclear")
    if stood_in(answer.new, answer.gate) and not unclear and not answer.lost:
        return _said("stood_in")
    reasons = [_needed(unclear)] if unclear else []
    fewest = min((metric.students for metric in unclear), default=answer.gate.fewest_students)
    if fewest < answer.gate.fewest_students:
        reasons.append(_said("few", n=fewest, fewest=answer.gate.fewest_students))
    if answer.lost:
        reasons.append(_said("lost", n=len({case for case, _ in answer.lost})))
    what = _listed(metric_name(name) for name in [metric.name for metric in unclear] or _unsure(answer))
    return _said("INCONCLUSIVE", what=what, needed=" ".join(reasons)).rstrip()


def _unsure(answer: Comparison) -> list[str]:
    return list(dict.fromkeys(name for _, name in answer.lost)) or list(answer.unmeasured)


def _needed(unclear: Iterable[MetricComparison]) -> str:
    """The metric that takes longest decides."""
    wanted = [(metric.needed, metric.cases) for metric in unclear]
    known = [(needed, now) for needed, now in wanted if needed is not None]
    if len(known) < len(wanted):
        return _said("never")
    needed, now = max(known)
    return _said("needed", n=needed, now=now)


def _broken(answer: Comparison) -> str:
    first = answer.faults[0]
    where = f"case {first.case}: " if first.case else ""
    return _said("BROKEN", n=len(answer.faults), first=f"{where}{first.message} {first.remedy}")


_VERDICTS = {"PASS": _passed, "BLOCK": _blocked, "INCONCLUSIVE": _inconclusive, "BROKEN": _broken}
