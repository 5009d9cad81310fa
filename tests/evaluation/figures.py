"""The composer's own figures in README.md, from the held-out half of the blessed run.

`make figures` writes them; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from otassist.evaluation.means import MetricMean, metric_means
from otassist.evaluation.rundir import Run, read_run

START, END = "<!-- figures:start -->\n", "<!-- figures:end -->"
_SHARES = [
    ("kept", "omitted: must-keep facts not in the note"),
    ("supported", "supported: clauses the jot or the cited passage entails"),
    ("sections", "statements in their section"),
    ("measurable", "goals that are measurable"),
    ("edu_relevant", "goals about school"),
    ("on_target", "on target: area, occupation and setting of the concern"),
    ("refusal", "requests outside the field withheld, others answered"),
]
_RUBRICS = [("rgori", "R-GORI", 9), ("gfs3", "GFS-III", 28)]
_RANKINGS = [("", "query alone"), (" (filters)", "with kind and grade entered")]


def figures(baseline: Path) -> str:
    """The table in Markdown."""
    run = read_run(baseline)
    held = Run(run.path, run.meta, tuple(item for item in run.results if item.about["split"] == "held_out"), ())
    found = {item.name: item for item in metric_means(held)}
    rows = [*_counts(found["invented"]), *(_share(found[name], what) for name, what in _SHARES)]
    rows += [
        (f"{what} of {most}", f"{found[name].mean * most:.1f}", found[name].cases) for name, what, most in _RUBRICS
    ]
    rows += [
        (
            f"Recall@5 / nDCG@10 / MRR@10, {what}",
            " / ".join(f"{found[name + column].mean:.2f}" for name in ("recall@5", "ndcg@10", "mrr@10")),
            found[f"recall@5{column}"].cases,
        )
        for column, what in _RANKINGS
    ]
    lines = [
        "| what | held out | cases |",
        "|---|---|---|",
        *(f"| {what} | {value} | {n} |" for what, value, n in rows),
    ]
    return "\n".join(lines) + "\n"


def _counts(item: MetricMean) -> Iterable[tuple[str, str, int]]:
    what = "invented: drafts with a number, level, date, quote, person or trend that is in no jot"
    yield what, f"{item.count} of {item.cases} (at most {_percent(item.rate.high)})", item.cases


def _share(item: MetricMean, what: str) -> tuple[str, str, int]:
    value = 1 - item.mean if what.startswith("omitted") else item.mean
    return what, _percent(value), item.cases


def _percent(share: float) -> str:
    return f"{share:.1%}".replace("%", " %")


def renewed(readme: str, table: str) -> str:
    before, _, rest = readme.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{table}{END}{after}"


if __name__ == "__main__":
    root = Path(__file__).parents[2]
    file = root / "README.md"
    file.write_text(renewed(file.read_text("utf-8"), figures(root / "evals" / "baseline")), encoding="utf-8")
