"""The commands one talks to otassist with: `ask` the practice library, `revise` a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from . import jobs, wire
from .errors import UsageError
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
