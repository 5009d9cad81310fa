"""The commands one talks to otassist with: `ask` the practice library, `revise` a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from . import jobs, wire, wire_drafts
from .errors import NotText, UsageError
from .jobs import AsJson, AsLines


def ask(
    question: Annotated[
        list[str] | None, typer.Argument(help="What to ask; standard input when left out.", show_default=False)
    ] = None,
    area: Annotated[str | None, typer.Option(show_default=False, help="Only passages of this area.")] = None,
    grade: Annotated[str | None, typer.Option(show_default=False, help="PreK, K, 1 to 12, or 18-21.")] = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Answer a question from the practice library.

    In the library's own sentences, each with its passage; or say that it holds nothing.
    """
    if question and jsonl:
        raise UsageError("--jsonl reads its questions from standard input.", "Leave the question out.")
    assistant = jobs.assistant()
    options = {"area": area, "grade": grade}

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        item = jobs.beside(options, item)
        context, unknown = wire.context_from({key: value for key, value in item.items() if key != "question"})
        said = assistant.ask(wire.text_from(item, "question"), context, unknown)
        return wire.answer(said, item.get("id")), lambda: jobs.show("answer", said)

    if question:
        jobs.put(answer({"question": " ".join(question)}), as_json)
    else:
        jobs.run(answer, None, as_json, jsonl, key="question")


def revise(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="DRAFT.json", help="What 'draft --json' or 'revise --json' printed.", show_default=False
        ),
    ] = None,
    message: Annotated[list[str] | None, typer.Argument(help="Such as: make it 4/5", show_default=False)] = None,
    number: Annotated[int, typer.Option("--draft", min=1, help="Which of several drafts.")] = 1,
    observation: Annotated[str | None, typer.Option(metavar="FILE", help="The jot to check a note on.")] = None,
    grade: Annotated[str | None, typer.Option(show_default=False, help="PreK, K, 1 to 12, or 18-21.")] = None,
    plan: Annotated[str | None, typer.Option(show_default=False, help="IEP, 504 or RTI.")] = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Change a draft by saying what to change.

    Clause by clause, checked again, and nothing else changes; common edits need no model. A batch has a message under
    "text" and a draft under "draft" in each line.
    """
    if jsonl and (file not in (None, "-") or message):
        raise UsageError("--jsonl reads messages and drafts from standard input.", "Leave draft and message out.")
    if not jsonl and not message:
        raise UsageError(
            "There is no message.", "Say what to change, such as: otassist revise draft.json 'make it 4/5'."
        )
    assistant = jobs.assistant()
    jot = None if observation is None else jobs.decoded(jobs.read_file(observation))
    options = {"grade": grade, "plan": plan, "observation": jot, "number": number}

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        item = jobs.beside(options, item)
        held = item.get("draft") or {}
        if not isinstance(held, Mapping):
            raise NotText("The key 'draft' holds no object.", "Put what 'draft --json' printed there.")
        context, _ = wire.context_from(item)
        drafts, history = wire_drafts.drafts_in(held) if held else (), wire_drafts.history_in(held)
        grounds, earlier = item.get("observation") or wire_drafts.jot_in(held), wire_drafts.additions_in(held)
        now = wire_drafts.chosen(drafts, item["number"])
        said = assistant.revise(wire.text_from(item), now, grounds, context, history, len(earlier))
        after = wire_drafts.after(said, now, history)
        return wire.reply(said, after, grounds, earlier, item.get("id")), lambda: jobs.show("reply", said)

    if jsonl:
        jobs.run(answer, None, as_json, jsonl)
    else:
        item = wire.item_from(jobs.decoded(jobs.read_file(file)))
        jobs.put(answer({"draft": item, "text": " ".join(message or ())}), as_json)
