"""The table of messages, and whether a reply is what a row expects."""

from __future__ import annotations

import csv
from pathlib import Path

from conversation.drafts import COPY, DRAFTS, MEANS
from otassist.conversation import reply
from otassist.domain import Goal, Reply

ROWS = list(
    csv.DictReader(
        (Path(__file__).parent / "messages.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
EARLIER = Goal("goal", "handwriting", "The first draft.", (), {})
"""What stood before the draft of the table, so that there is something to go back to."""
LAST = Goal("goal", "handwriting", "The draft before.", (), {})


def answer(row: dict[str, str]) -> Reply:
    return reply(row["message"], DRAFTS[row["draft"]], MEANS, (EARLIER, LAST))


def fault(row: dict[str, str], got: Reply) -> str | None:
    """What is not as the row has it; None where all is."""
    if (got.kind, got.action) != (row["kind"], row["action"]):
        return f"{got.kind} {got.action}"
    if row["result"] in ("back", "first"):
        return None if got.draft == (LAST if row["result"] == "back" else EARLIER) else "another draft"
    if row["result"] == "?":
        return f"changed {_told(got)}" if got.changes or got.draft != DRAFTS[row["draft"]] else None
    wanted = row["result"].split(" & ")
    unmet = [item for item in wanted if not any(_fits(item, change) for change in _told(got))]
    more = [change for change in _told(got) if not any(_fits(item, change) for item in wanted)]
    return f"not {unmet}, but {more}" if unmet or more else None


def offered(row: dict[str, str], got: Reply) -> bool:
    """Whether one of the buttons, pressed, gives what the row expects."""
    options = [option for question in got.questions for option in question.options]
    return any(fault(row, answer({**row, "message": option})) is None for option in options)


def _told(got: Reply) -> list[str]:
    """Each change as the table writes it: `criterion=...`, `-baseline`, `+o1=...`."""
    return [
        f"-{_name(change.old)}" if change.new is None
        else f"{'+' if change.old is None else ''}{_name(change.new)}={change.new.text}"
        for change in got.changes
    ]  # fmt: skip


def _name(clause) -> str:
    return clause.id if clause.role == "objective" and clause.id.startswith("o") else clause.role


def _fits(item: str, change: str) -> bool:
    name, _, text = item.partition("=")
    held, _, said = change.partition("=")
    return name == held and text.lower() in said.lower()


__all__ = ["COPY", "ROWS", "answer", "fault"]

if __name__ == "__main__":
    import sys

    for half in sys.argv[1:]:
        rows = [row for row in ROWS if row["half"] == half]
        replies = [(row, answer(row)) for row in rows]
        missed = [(row, got) for row, got in replies if fault(row, got)]
        buttons = [(row, got) for row, got in missed if offered(row, got)]
        wrong = [(row, got) for row, got in missed if got.changes]
        for row, got in missed:
            options = [option for question in got.questions for option in question.options]
            print(
                row["draft"], "|", row["message"], "|", row["action"], row["result"], "| got", fault(row, got), options
            )
        print(
            f"{half}: {len(rows) - len(missed)} of {len(rows)} understood, {len(buttons)} more offered as a button, "
            f"{len(wrong)} changed otherwise"
        )
