"""A comparison or a run in Markdown, for a pull request, and in a few lines for a terminal; no jot is in either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ..comparison import Comparison
from ..means import metric_means
from ..rundir import Fault, Run
from ..wording import metric_name, sentence, words
from .marks import readable
from .page import number, run_sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|!~])")
_WORST = 20
"""Cases listed in Markdown; the page has more of them."""


def as_text(answer: Comparison) -> str:
    """The verdict, a line a metric, and what to look at; for a terminal."""
    lines = [f"{answer.verdict}: {sentence(answer)}", ""]
    for metric in answer.metrics:
        bounds = f"{number(metric.bounds.low, '+')} to {number(metric.bounds.high, '+')}"
        figures = f"{number(metric.base)} -> {number(metric.new)} ({bounds}, {metric.cases} cases)"
        lines.append(f"  {words()['state'][metric.state]:13}  {metric.name:20}  {figures}")
    lines += [f"  {item.case}: {metric_name(item.metric)}: {item.reason}" for item in answer.harms]
    lines += [f"  {item.case or 'the run'}: {item.message} {item.remedy}" for item in answer.faults]
    return "\n".join(readable(line) for line in lines).rstrip()


def as_markdown(answer: Comparison) -> str:
    """The verdict with its tables."""
    rows = [
        [
            metric_name(metric.name),
            words()["state"][metric.state],
            number(metric.base),
            number(metric.new),
            number(metric.difference, "+"),
            f"{number(metric.bounds.low, '+')} to {number(metric.bounds.high, '+')}",
            str(metric.needed or "–"),
        ]
        for metric in answer.metrics
    ]
    parts = [f"# {answer.verdict}", _plain(sentence(answer))]
    parts += _section("Differences", ("Metric", "", "A", "B", "B less A", "Bounds", "Would decide"), rows)
    parts += _section(
        "New faults", ("Case", "What", "Why"), [(h.case, metric_name(h.metric), h.reason) for h in answer.harms]
    )
    parts += _section("Worst cases", ("Case", "Worse in"), list(_worst(answer)))
    flaky = [(item.case, item.run, metric_name(item.metric)) for item in answer.flaky[:_WORST]]
    parts += _section("Flaky cases", ("Case", "Run", "Metric"), flaky)
    return "\n\n".join([*parts, *_broken(answer.faults)]) + "\n"


def _worst(answer: Comparison) -> Iterator[tuple[str, str]]:
    for case in answer.cases[:_WORST]:
        worse = [
            f"{metric_name(name)} {number(score.difference, '+')}"
            for name, score in case.scores.items()
            if score.difference < 0
        ]
        if worse:
            yield case.case, ", ".join(worse)


def run_markdown(run: Run) -> str:
    """The means and rates of one run."""
    rows = [
        (
            metric_name(item.name),
            number(item.mean),
            f"{number(item.bounds.low)} to {number(item.bounds.high)}",
            f"{item.count} of {item.cases} {'with a fault' if item.kind == 'safety' else 'wholly good'}",
        )
        for item in (() if run.faults else metric_means(run))
    ]
    table = _section("Metrics", ("Metric", "Mean", "Bounds", "Cases"), rows)
    return "\n\n".join(["# Eval run", _plain(run_sentence(run)), *table, *_broken(run.faults)]) + "\n"


def _broken(faults: Sequence[Fault]) -> list[str]:
    rows = [(item.case or "the run", item.message, item.remedy) for item in faults]
    return _section("Broken", ("Case", "Problem", "What to do"), rows)


def _section(title: str, header: Iterable[str], rows: Sequence[Iterable[str]]) -> list[str]:
    if not rows:
        return []
    head = list(header)
    lines = [_row(head), _row(["---"] * len(head)), *(_row(map(_plain, row)) for row in rows)]
    return [f"## {title}", "\n".join(lines)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """On one line, with nothing that Markdown or HTML would read as its own."""
    return escape(_SPECIAL.sub(r"\\\1", " ".join(readable(text).split())), quote=False)
