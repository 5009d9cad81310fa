"""What people see in a terminal: notes with their headings, questions and findings, through rich."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .doctor import Diagnosis
from .domain import CheckedNote, Drafting, Finding, Notice, Observation, OutOfScope, Question

_console = Console(highlight=False, soft_wrap=False)
_MARKS = {"blocker": "must change", "warning": "look at", "info": "for your information"}


def drafting(answer: Drafting) -> None:
    """The notes first, then what the therapist has to look at."""
    for note in answer.notes:
        title = f"{note.type.replace('_', ' ').capitalize()} note" + (f", {note.student}" if note.student else "")
        _console.rule(escape(title), align="left")
        _console.print(escape(note.text))
        _console.print()
        _findings(note.findings)
    _asides(answer.questions, answer.notices, answer.observation.out_of_scope)


def observation(read: Observation) -> None:
    """A table of statements with their facts, then areas and questions."""
    table = Table("", "Statement", "Kind", "Who", "Facts")
    for statement in read.statements:
        found = ", ".join(f"{fact.kind} {fact.value}" for fact in read.facts_of(statement))
        table.add_row(statement.id, escape(statement.text), statement.role, statement.said_by or statement.actor, escape(found))
    _console.print(table)
    _console.print("Areas: " + ", ".join(f"{item.area} {item.score:.2f}" for item in read.areas[:3]))
    _console.print("Not used: " + (escape(", ".join(item.text for item in read.unused)) or "nothing"))
    _asides(read.questions, read.notices, read.out_of_scope)


def checked(item: CheckedNote) -> None:
    """The findings, or that there are none."""
    if not item.findings:
        _console.print("Nothing to change was found.")
    _findings(item.findings)


def diagnosis(item: Diagnosis) -> None:
    """One line a fact."""
    for name, value in item.facts.items():
        _console.print(f"{name.replace('_', ' ')}: {escape(value)}", soft_wrap=True)


def _findings(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        _console.print(f"[bold]{_MARKS[finding.severity]}[/] {escape(finding.message)} {escape(finding.remedy)}")


def _asides(questions: tuple[Question, ...], notices: tuple[Notice, ...], scope: OutOfScope | None) -> None:
    for notice in notices:
        _console.print(f"[bold]{notice.kind}[/] {escape(notice.text)}")
    if scope:
        _console.print(f"[bold]outside OT[/] {escape(scope.reason)} Ask: {escape(scope.refer_to)}")
    for question in questions:
        options = f" ({', '.join(question.options)})" if question.options else ""
        _console.print(f"[bold]question[/] {escape(question.text)}{escape(options)}")
