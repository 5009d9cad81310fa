"""What keeps a student's name on this machine, to be seen and undone: `mask`, `unmask`, `draft --show-masked`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from . import jobs, wire
from .errors import UsageError
from .jobs import AsJson, AsLines, File

ShowMasked = Annotated[
    bool, typer.Option("--show-masked", help="Print what a model elsewhere would be asked, and send nothing.")
]


def mask(
    file: File = None,
    roster: Annotated[
        str | None, typer.Option(metavar="FILE", help="Names to mask: one a line, or CSV with a header.")
    ] = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Put placeholders for names, dates, places and numbers that identify.

    The text may leave this machine; the list of what stands for what may not.
    """
    from .bootstrap import masker

    if roster == "-" and file in (None, "-"):
        raise UsageError("Text and roster cannot both come from standard input.", "Name a file for one of them.")
    masked = masker(None if roster is None else jobs.decoded(jobs.read_file(roster)))

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        found = masked(wire.text_from(item))
        return wire.masked(found, item.get("id")), lambda: jobs.show("masked", found)

    jobs.run(answer, file, as_json, jsonl)


def unmask(
    file: Annotated[
        str | None, typer.Argument(metavar="MASKED.json", help="What 'mask --json' printed.", show_default=False)
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="FILE", help="A text to restore instead of the masked one: an answer to it.")
    ] = None,
    as_json: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Put the originals back in what 'mask' printed, or in an answer to it.

    A batch has the answers under the key `text`.
    """
    from .bootstrap import unmasked

    if text is not None and jsonl:
        raise UsageError("--jsonl has its texts under the key 'text'.", "Leave --text out.")
    if text == "-" and file in (None, "-"):
        raise UsageError("Both cannot come from standard input.", "Name a file for one of them.")
    own = {} if text is None else {"text": jobs.decoded(jobs.read_file(text))}

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        item = item if jsonl else {**wire.item_from(wire.text_from(item)), **own}
        restored, unknown = unmasked(wire.text_from(item), wire.entities_from(item))
        printed = wire.unmasked(restored, unknown, item.get("id"))
        return printed, lambda: jobs.show("unmasked", restored, unknown)

    jobs.run(answer, file, as_json, jsonl)


def show_outgoing(kind: str, file: str | None, as_json: bool, jsonl: bool, context: Mapping[str, Any]) -> None:
    """Prints the requests that drafting would send elsewhere."""
    from .bootstrap import outgoing

    assistant, asked = outgoing()

    def answer(item: Mapping[str, Any]) -> tuple[wire.JSON, Callable[[], None]]:
        asked.clear()
        entered, unknown = wire.context_from(jobs.beside(context, item))
        assistant.draft(kind, wire.text_from(item), entered, unknown)
        requests = tuple(asked)
        return wire.outgoing(requests, item.get("id")), lambda: jobs.show("shown", requests)

    jobs.run(answer, file, as_json, jsonl)
