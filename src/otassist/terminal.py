"""What people see: notes with their headings, questions and findings, through rich.

Text to be copied is never wrapped, framed or ruled. Outside a terminal nothing is: a pipe gets whole lines,
and tables as columns between tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .assistant import Found
from .doctor import Diagnosis
from .domain import (
    Answer,
    CheckedGoal,
    CheckedNote,
    Drafting,
    Finding,
    Goal,
    Masked,
    Note,
    Notice,
    Observation,
    OutOfScope,
    Question,
    Repair,
    Reply,
)

_MARKS = {"blocker": "must change", "warning": "look at", "info": "for your information"}
_CONTROLS = {code: "�" for code in [*range(32), *range(127, 160)] if chr(code) not in "\n\t"}
"""Pasted control characters would steer the terminal they are shown in."""


def drafting(answer: Drafting) -> None:
    """The notes first, then what the therapist has to look at."""
    console = _console()
    for note in answer.notes:
        _note(console, note)
    for number, goal in enumerate(answer.goals, 1):
        _goal(console, number, goal)
    several = len(answer.notes) > 1
    found = [line for note in answer.notes for line in _findings(note.findings, note.student if several else None)]
    asides = _asides(answer.questions, answer.notices, answer.observation.out_of_scope)
    found += [line for goal in answer.goals for line in _findings(goal.findings)]
    _listed(console, "Before you sign", [*found, *asides])
    _listed(
        console,
        "Written by the language model and not used",
        [(item.why.rstrip("."), item.draft.text) for item in answer.set_aside],
    )
    if answer.model and answer.prompt:
        _say(console, f"Drafted by {answer.model} with the prompt {answer.prompt.id}")


def outgoing(where: str, messages: Sequence[tuple[str, str]]) -> None:
    """What would go to a model elsewhere: what is about the student, on standard error; the prompt's rules are not."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print(Text(f"This would go to {where}, after the rules of the prompt:"))
    console.print(Text(messages[-1][1].translate(_CONTROLS)))


def shown(requests: Sequence[Sequence[tuple[str, str]]]) -> None:
    """The messages of each request in full."""
    console = _console()
    if not requests:
        _say(console, "Nothing would go out.")
    for number, messages in enumerate(requests, 1):
        _say(console, f"Request {number} of {len(requests)}, of which nothing was sent")
        for role, text in messages:
            _say(console, f"\n[{role}]\n{text}")


def masked(found: Masked) -> None:
    """The masked text, and what stands for what."""
    console = _console()
    _say(console, found.text.rstrip("\n"))
    rows = dict.fromkeys((each.placeholder, each.text, each.kind.replace("_", " ")) for each in found.entities)
    if rows:
        _say(console, "")
        _table(console, ("placeholder", "stands for", "kind"), rows)


def unmasked(text: str, unknown: Sequence[str]) -> None:
    """The text with its originals, and placeholders that stand for nothing."""
    console = _console()
    _say(console, text)
    _listed(console, "Stands for nothing that was masked", [("look at", each) for each in unknown])


def observation(read: Observation) -> None:
    """A table of statements with their facts, then areas and questions."""
    console = _console()
    rows = [
        (item.id, item.text, item.role, item.said_by or item.actor, _facts(read, item.id)) for item in read.statements
    ]
    _table(console, ("Id", "Statement", "Kind", "Who", "Facts"), rows)
    _say(
        console,
        "Areas: " + (", ".join(f"{item.area} {item.score:.2f}" for item in read.areas[:3]) or "none found"),
    )
    _say(console, "Not used: " + (", ".join(item.text for item in read.unused) or "nothing"))
    _listed(console, "To answer", list(_asides(read.questions, read.notices, read.out_of_scope)))


def checked_goal(item: CheckedGoal) -> None:
    """What the goal has and lacks, then the findings."""
    console = _console()
    for name, span in item.parts.items():
        _say(console, f"{name}: {item.text[span.start : span.end] if span else '-'}")
    _say(console, f"measurable: {_yes(item.measurable)}; educationally relevant: {_yes(item.educationally_relevant)}")
    if item.relevance:
        _say(console, item.relevance.reason)
    _listed(console, "Found", list(_findings(item.findings)))
    if item.repair:
        _repaired(console, item.repair)


def _repaired(console: Console, item: Repair) -> None:
    """The repaired goal, what was struck out and what was put in, then what to answer."""
    _say(console, f"\nRepaired: {item.text}")
    marks = {"same": "{}", "removed": "[-{}-] ", "added": "{{+{}+}} "}
    told = (marks[part.kind].format(part.text if part.kind == "same" else part.text.strip()) for part in item.changes)
    _say(console, "Changes: " + "".join(told))
    _listed(console, "To answer", [("question", question) for question in item.questions])


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def checked(item: CheckedNote) -> None:
    """The findings, or that there are none."""
    console = _console()
    if not item.findings:
        _say(console, "Nothing to change was found.")
    _listed(console, "Found", list(_findings(item.findings)))


def found(answer: Found) -> None:
    """Each passage with where it comes from, best first."""
    console = _console()
    if not answer.evidence:
        _say(console, "Nothing was found.")
    for number, item in enumerate(answer.evidence, 1):
        passage = item.passage
        about = ", ".join(area.replace("_", " ") for area in passage.areas) or "all areas"
        bands = ", ".join(passage.grade_bands)
        title = f"{number}. {passage.kind} {passage.id} ({about}; {bands}; {passage.source})"
        _say(console, Text(_clean(title), style="bold"))
        _say(console, f"{passage.text}\n")
    _listed(console, "To answer", list(_asides(answer.questions, (), None)))


def answer(item: Answer) -> None:
    """A model's sentences where there are some, the passages' own under their titles, or that there is nothing."""
    console = _console()
    for said in item.sentences:
        _say(console, f"{_clean(said.text)} [{', '.join(said.passages)}]")
    if item.sentences and item.prompt:
        _say(console, f"\nIn the words of {item.model}, with the prompt {item.prompt.id}. The passages say:\n")
    if not item.passages and not item.out_of_scope and not item.notices:
        _say(console, "Nothing in the practice material answers that. Try other words, or name the school task.")
    for passage in item.passages:
        _say(console, Text(_clean(passage.title), style="bold"))
        for sentence in passage.sentences:
            _say(console, f"- {sentence.text}")
        _say(console, f"({passage.id}; {passage.source})\n")
    _listed(console, "Please note", list(_asides(item.questions, item.notices, item.out_of_scope)))


def reply(item: Reply) -> None:
    """What was done, the draft, and each clause as it was and is."""
    console = _console()
    _say(console, f"{item.said}\n")
    if item.answer and item.answer.passages:
        answer(item.answer)
    if item.changes and item.draft:
        _say(console, f"{_clean(item.draft.text)}\n")
        for change in item.changes:
            for mark, clause in (("-", change.old), ("+", change.new)):
                _say(console, f"{mark} {clause.text}") if clause else None
        console.print()
    for aside in item.set_aside:
        _say(console, f"The language model's wording, not used:\n{_clean(aside.draft.text)}\n")
    if item.model and item.prompt:
        _say(console, f"Changed by {item.model} with the prompt {item.prompt.id}\n")
    for other in item.others:
        _say(console, f"Second goal: {_clean(other.text)}\n")
    found = _findings(item.draft.findings) if item.draft and item.changes else ()
    _listed(console, "Before you sign", [*found, *_asides(item.questions, (), None)])


Item = TypeVar("Item")


def watched(batches: Sequence[Item], what: str) -> Iterable[Item]:
    """Passes batches through with a progress bar on standard error, where that is a terminal."""
    from rich.progress import track

    console = Console(stderr=True)
    return track(batches, what, console=console, transient=True, disable=not console.is_terminal)


def diagnosis(item: Diagnosis) -> None:
    """One line a fact."""
    console = _console()
    for name, value in item.facts.items():
        _say(console, f"{name.replace('_', ' ')}: {value}")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of anything, in columns between tabs outside a terminal."""
    _table(_console(), heads, rows)


def _console() -> Console:
    """Made when something is shown, so that it writes to the standard output of that moment."""
    return Console(highlight=False, markup=False, emoji=False)


def _say(console: Console, text: str | Text) -> None:
    """One line of the text is one line of the output, however long."""
    console.print(_clean(text) if isinstance(text, str) else text, soft_wrap=True)


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)


_GOAL_TITLES = {"goal": "Goal", "intervention_target": "Intervention target", "accommodations": "Accommodations"}


def _goal(console: Console, number: int, goal: Goal) -> None:
    """The goal as it would be pasted, then its variants and where it came from."""
    title = f"{_GOAL_TITLES[goal.type]} {number}, {goal.area.replace('_', ' ')}"
    _say(console, Text(title, style="bold reverse" if console.is_terminal else ""))
    _say(console, f"{_clean(goal.text)}\n")
    for name, text in goal.variants.items():
        _say(console, f"{name.replace('_', ' ').capitalize()}: {_clean(text)}")
    for step in goal.objectives:
        _say(console, f"Objective: {_clean(step.text)}")
    if goal.bank_goal:
        _say(console, f"From {goal.bank_goal}: {'; '.join(goal.changes)}")
    console.print()


def _note(console: Console, note: Note) -> None:
    title = f"{note.type.replace('_', ' ').capitalize()} note" + (f", {note.student}" if note.student else "")
    _say(console, Text(_clean(title), style="bold reverse" if console.is_terminal else ""))
    console.print()
    for block in note.text.split("\n\n"):
        heading, _, body = block.partition("\n")
        _say(console, Text(_clean(heading), style="bold"))
        _say(console, f"{body}\n")


Line = tuple[str, str]
"""A mark such as 'question', and what it says."""


def _findings(findings: Iterable[Finding], student: str | None = None) -> Iterable[Line]:
    for finding in findings:
        whose = f"{student}: " if student else ""
        yield _MARKS[finding.severity], f"{whose}{finding.message} {finding.remedy}"


def _asides(questions: Iterable[Question], notices: Iterable[Notice], scope: OutOfScope | None) -> Iterable[Line]:
    for kind, text in dict.fromkeys((notice.kind, notice.text) for notice in notices):
        yield kind.replace("_", " "), text
    if scope:
        yield "outside OT", f"{scope.reason} Ask: {scope.refer_to}"
    for question in questions:
        options = f" ({' / '.join(question.options)})" if question.options else ""
        yield "question", question.text + options


def _listed(console: Console, title: str, lines: Sequence[Line]) -> None:
    if lines:
        _say(console, Text(title, style="bold"))
    for mark, text in lines:
        flat = " ".join(_clean(text).split())
        _say(console, Text.assemble("- ", (f"{_clean(mark)}: ", "bold"), flat))


def _facts(read: Observation, statement: str) -> str:
    return ", ".join(f"{fact.kind} {fact.value}" for fact in read.facts if fact.statement == statement)


def _table(console: Console, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    flat = [[" ".join(_clean(cell).split()) for cell in row] for row in rows]
    if not console.is_terminal:
        console.file.writelines("\t".join(row) + "\n" for row in [heads, *flat])
        return
    table = Table(*heads)
    for row in flat:
        table.add_row(*map(Text, row))
    console.print(table)
