"""The commands `otassist eval ...`: what is heavy is imported where it is used, so that `--help` stays quick."""

from __future__ import annotations

import typer

from . import answers, runs, trust

app = typer.Typer(help="Measure on the cases of evals/.\n\nAnd say whether a change may ship.")
app.command()(runs.run)
app.command()(runs.rescore)
app.command()(runs.judge)
app.command()(runs.bless)
app.command(name="cases")(trust.check_cases)
app.command()(trust.selfcheck)
app.command()(answers.compare)
app.command()(answers.report)
app.command()(trust.labels)
