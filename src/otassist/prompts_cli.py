"""The commands `otassist prompts ...`: which prompts there are, what they say, and how two of them differ."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import wire

if TYPE_CHECKING:
    from .drafting.prompts import Prompt, PromptShelf

app = typer.Typer(help="Look at the prompts a language model is asked with.\n\nVersions, digests, differences.")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Id = Annotated[str, typer.Argument(help="Such as note.v1.", show_default=False)]


@app.command(name="list")
def list_prompts(as_json: AsJson = False) -> None:
    """List every prompt with version, status and digest.

    One that cannot be loaded is named with file, line and remedy.
    """
    shelf = _shelf()
    found = [(prompt, _is_used(shelf, prompt)) for prompt in shelf.all()]
    if as_json:
        print(wire.dump({"schema_version": wire.SCHEMA_VERSION, "prompts": [_as_json(*item) for item in found]}))
        return
    from .terminal import table

    rows = [
        (prompt.id, prompt.status, prompt.schema, prompt.sha256[:12], "yes" if used else "", str(prompt.file.parent))
        for prompt, used in found
    ]
    table(("prompt", "status", "schema", "sha256", "in use", "folder"), rows)


@app.command()
def show(identity: Id) -> None:
    """Print a prompt as it stands in its file."""
    print(_text(_shelf().named(identity).file), end="")


@app.command()
def diff(
    first: Id,
    second: Annotated[
        str | None, typer.Argument(help="The shipped prompt of that id when left out.", show_default=False)
    ] = None,
) -> None:
    """Show how two prompts differ, or a district's and the shipped one.

    The exit code is 0 whether they differ or not.
    """
    from .drafting.prompts import read_prompt, shipped_prompts

    shelf = _shelf()
    old = shelf.named(first)
    new = shelf.named(second) if second else read_prompt(shipped_prompts() / f"{first}.md")
    if second is None:
        old, new = new, old
    before, after = (_text(prompt.file).splitlines() for prompt in (old, new))
    print(*difflib.unified_diff(before, after, str(old.file), str(new.file), lineterm=""), sep="\n")


def _shelf() -> PromptShelf:
    from .bootstrap import prompt_shelf

    return prompt_shelf(lambda line: print(f"otassist: {line}", file=sys.stderr))


def _is_used(shelf: PromptShelf, prompt: Prompt) -> bool:
    return shelf.prompt(prompt.task).file == prompt.file


def _as_json(prompt: Prompt, used: bool) -> wire.JSON:
    names = ("id", "task", "version", "status", "schema", "sha256")
    return {name: getattr(prompt, name) for name in names} | {"file": str(prompt.file), "in_use": used}


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")
