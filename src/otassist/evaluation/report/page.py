"""The HTML page: one file that asks for nothing else, readable by eye, by ear and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from ..answer import comparison as as_json
from ..comparison import Comparison
from ..means import metric_means
from ..pairing import flaky
from ..rundir import Fault, Run
from ..wording import metric_name, sentence, words
from .marks import readable
from .plot import forest
from .view import compared_cases, rankings, single_cases

_HOME = files("otassist.evaluation.report")


def comparison_page(answer: Comparison) -> str:
    """The report of a change."""
    told = as_json(answer)
    cases = list(compared_cases(answer))
    return _rendered(
        verdict=answer.verdict,
        sentence=sentence(answer),
        runs=[("A, ships now", answer.base.meta), ("B, the change", answer.new.meta)],
        faults=_faults(answer.faults),
        metrics=told["metrics"],
        summary=(),
        plot=forest(answer.metrics),
        harms=answer.harms,
        cases=cases,
        unshown=len(answer.cases) - len(cases),
        flaky=answer.flaky,
        attribution=told["attribution"],
        retrieval=[
            (which, rankings({metric.name: getattr(metric, side) for metric in answer.metrics}))
            for which, side in (("A, ships now", "base"), ("B, the change", "new"))
        ],
        judges=[*_judges("A, ships now", answer.base), *_judges("B, the change", answer.new)],
        costs=[("A, ships now", answer.base.costs), ("B, the change", answer.new.costs)] if not answer.faults else [],
    )


def run_page(run: Run) -> str:
    """The report of one run; a broken one shows what is wrong and no score."""
    summary = () if run.faults else metric_means(run)
    cases = [] if run.faults else list(single_cases(run))
    return _rendered(
        verdict="BROKEN" if run.faults else "",
        sentence=run_sentence(run),
        runs=[("This run", run.meta)],
        faults=_faults(run.faults),
        metrics={},
        summary=summary,
        plot=None,
        harms=(),
        cases=cases,
        unshown=len(run.by_case()) - len(cases),
        flaky=() if run.faults else tuple(flaky(run, "new")),
        attribution=None,
        retrieval=[("This run", rankings({item.name: item.mean for item in summary}))],
        judges=list(_judges("This run", run)),
        costs=[] if run.faults else [("This run", run.costs)],
    )


_FIGURES = ("true_positive_rate", "true_negative_rate", "kappa", "true_good", "false_bad", "true_bad", "false_good")


def _judges(which: str, run: Run) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each judge's agreement with the labels, as the run tells it; what is no figure is a dash."""
    held = run.meta.get("judges")
    for name, told in (held if isinstance(held, dict) else {}).items():
        if isinstance(told, dict):
            figures = {key: told[key] if isinstance(told.get(key), int | float) else None for key in _FIGURES}
            yield which, str(name), {key: told.get(key) for key in ("prompt", "model", "holds")} | figures


def run_sentence(run: Run) -> str:
    """What a report of one run says first."""
    if run.faults:
        first = run.faults[0]
        told = f"case {first.case}: {first.message}" if first.case else first.message
        return str(words()["verdict"]["BROKEN"]).format(n=len(run.faults), first=f"{told} {first.remedy}")
    drafter = run.meta.get("model") or run.meta.get("drafter") or "drafter not recorded"
    return str(words()["verdict"]["alone"]).format(cases=len(run.by_case()), drafter=drafter)


def _faults(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    return faults[: int(words()["limits"]["rows"])]


def _rendered(**values: Any) -> str:
    return _environment().get_template("page.html.j2").render(words=words(), **values)


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: (_HOME / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["metric"] = metric_name
    environment.filters["number"] = number
    environment.filters["count"] = lambda value: "–" if value is None else f"{value:,}"
    environment.filters["chance"] = lambda value: "<0.001" if value is not None and value < 0.001 else number(value)
    environment.filters["signed"] = lambda value: number(value, "+")
    environment.finalize = _finished
    return environment


def _finished(value: Any) -> Any:
    """What a template prints: text without control characters, and what a macro has escaped as it is."""
    return readable(value) if type(value) is str else value


def number(value: float | None, sign: str = "") -> str:
    """A figure with three decimals at most, or a dash."""
    if value is None:
        return "–"
    text = f"{value:{sign}.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("+0", "-0", "0") else text.replace("-", "−")
