"""The commands `otassist bank ...`: a district's goal banks in whatever form they have."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import jobs, wire
from .errors import FileProblem, JobError, OtassistError

if TYPE_CHECKING:
    from .bank import Bank
    from .bank.desk import Import

app = typer.Typer(help="Import a district's own goal bank.\n\nCSV, XLSX, DOCX, PDF, HTML, Markdown, plain outlines.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The bank's name.", show_default=False)]
_SHOWN = 12
"""Goals and skipped rows shown to people; --json has all."""


@app.command(name="import")
def import_files(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="The bank's files.", show_default=False)],
    name: Annotated[str, typer.Option(help="The bank they go into; a file imported again renews it.")] = "district",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be imported, and keep nothing.")] = False,
    as_json: jobs.AsJson = False,
) -> None:
    """Import goals from files of any common form.

    Every row becomes a goal, an objective or a heading, or is listed as skipped with a reason.
    """
    from .bootstrap import bank_desk

    desk, failed = bank_desk(_tell), False
    for file in files:
        try:
            done = desk.add(file, name, dry_run)
        except (JobError, FileProblem) as problem:
            failed = True
            _refused(file, problem, as_json)
            continue
        if as_json:
            print(wire.dump(_as_json(done, dry_run)))
        else:
            _show(done, dry_run)
    raise typer.Exit(int(failed))


def _tell(line: str) -> None:
    jobs.complain(line, 0)


def _refused(file: str, problem: OtassistError, as_json: bool) -> None:
    if as_json:
        print(wire.dump({"file": Path(file).name, **wire.error(problem)}))
    jobs.complain(f"{Path(file).name}: {problem}", 1)


def _as_json(done: Import, dry_run: bool) -> dict[str, Any]:
    found, merge = done.found, done.merge
    goals = [
        {
            "id": identity,
            "text": goal.text,
            "area": goal.area,
            "grade_bands": list(goal.grade_bands),
            "row_or_line": goal.places[0],
            "objectives": [item.text for item in goal.objectives],
            "objective_rows": [item.places[0] for item in goal.objectives],
            "confidence": goal.confidence,
            "why": goal.why,
            "area_why": goal.area_why,
            "incomplete": bool(goal.blanks),
            "blanks": list(goal.blanks),
            "change": change,
        }
        for goal, change, identity in zip(found.goals, merge.changes, merge.ids, strict=True)
    ]
    return {
        "schema_version": wire.SCHEMA_VERSION,
        "file": found.file,
        "sha256": found.sha256,
        "bank": merge.bank.name,
        "dry_run": dry_run,
        "goals": goals,
        "skipped": [{"row_or_line": item.place, "text": item.text, "why": item.why} for item in found.skipped],
        "headings": [{"row_or_line": item.places[0], "text": item.text, "area": item.area} for item in found.headings],
        "columns": [{"name": column, "role": role} for column, role in found.columns],
        "retired": [{"id": goal.id, "text": goal.text} for goal in merge.retired],
        "near_duplicates": [
            {"text": twin.text, "like": twin.other, "like_id": twin.other_id, "score": twin.score}
            for twin in done.twins
        ],
    }


def _show(done: Import, dry_run: bool) -> None:
    from .terminal import table

    found, merge = done.found, done.merge
    counts = ", ".join(
        f"{merge.changes.count(change)} {change}"
        for change in ("added", "updated", "restored", "unchanged", "elsewhere")
        if change in merge.changes
    )
    verb = "would be imported" if dry_run else "imported"
    print(f"{found.file}: {len(found.goals)} goals {verb} into bank {merge.bank.name!r} ({counts or 'nothing'}).")
    rows = [
        (
            str(goal.places[0]),
            goal.area or "?",
            " ".join(goal.grade_bands),
            f"{goal.confidence:.2f}",
            goal.why,
            goal.text,
        )
        for goal in found.goals[:_SHOWN]
    ]
    if rows:
        table(("row", "area", "grades", "sure", "why", "goal"), rows)
    _more(len(found.goals), "goals")
    incomplete = sum(bool(goal.blanks) for goal in found.goals)
    unsorted = sum(goal.area is None for goal in found.goals)
    for count, what in ((incomplete, "have blanks to fill in"), (unsorted, "have no area")):
        if count:
            print(f"{count} {what}.")
    for goal in merge.retired[:_SHOWN]:
        print(f"Retired, since no longer in the file: {goal.text}")
    for twin in done.twins[:_SHOWN]:
        print(f"Nearly the same ({twin.score:.2f}): {twin.text}\n    as {twin.other_id}: {twin.other}")
    if found.skipped:
        print(f"{len(found.skipped)} rows skipped:")
        table(("row", "why", "text"), [(str(item.place), item.why, item.text) for item in found.skipped[:_SHOWN]])
        _more(len(found.skipped), "rows")


def _more(count: int, what: str) -> None:
    if count > _SHOWN:
        print(f"... and {count - _SHOWN} more {what}; --json prints all.")


@app.command(name="list")
def list_banks(as_json: jobs.AsJson = False) -> None:
    """List the imported banks.

    With how many goals each has, and from which files.
    """
    from .bootstrap import bank_desk

    found = [_facts(bank) for bank in bank_desk(lambda line: None).all()]
    if as_json:
        print(wire.dump({"schema_version": wire.SCHEMA_VERSION, "banks": found}))
        return
    from .terminal import table

    rows = [[", ".join(value) if isinstance(value, list) else str(value) for value in bank.values()] for bank in found]
    if rows:
        table(tuple(found[0]), rows)
    else:
        print("No bank is imported yet. See 'otassist bank import --help'.")


def _facts(bank: Bank) -> dict[str, Any]:
    return {
        "name": bank.name,
        "goals": len(bank.active),
        "incomplete": sum(goal.incomplete for goal in bank.active),
        "without_area": sum(goal.area is None for goal in bank.active),
        "retired": len(bank.goals) - len(bank.active),
        "files": sorted({goal.source for goal in bank.goals}),
    }


@app.command()
def export(
    name: Name,
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A .csv or .xlsx file; CSV to the screen when left out.")
    ] = None,
) -> None:
    """Write a bank as a table.

    Every cell is text in a spreadsheet; the file can be imported again.
    """
    from .bank.exporting import csv_of, workbook_of
    from .bootstrap import bank_desk

    bank = bank_desk(lambda line: None).bank(name)
    data = workbook_of(bank) if to is not None and to.suffix.lower() == ".xlsx" else csv_of(bank)
    if to is None:
        print(data.decode("utf-8-sig"), end="")
        return
    try:
        to.write_bytes(data)
    except OSError as problem:
        raise FileProblem(f"{str(to)!r} cannot be written ({problem.strerror}).", "Choose another place.") from problem
    print(f"{len(bank.goals)} goals written to {str(to)!r}.", file=sys.stderr)


@app.command()
def remove(name: Name, as_json: jobs.AsJson = False) -> None:
    """Remove an imported bank from this machine.

    The files it came from stay where they are.
    """
    from .bootstrap import bank_desk

    bank = bank_desk(lambda line: None).remove(name)
    if as_json:
        print(wire.dump({"schema_version": wire.SCHEMA_VERSION, "removed": bank.name, "goals": len(bank.goals)}))
    else:
        print(f"The bank {bank.name!r} with {len(bank.goals)} goals is removed.")
