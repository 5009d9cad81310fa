"""The commands `otassist prompts ...`: which prompts there are, what they say, how two differ, and their release."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import wire
from .errors import UsageError

if TYPE_CHECKING:
    from .drafting.prompts import Prompt, PromptShelf

app = typer.Typer(help="Look at the prompts a language model is asked with.\n\nVersions, differences, release.")

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


@app.command()
def release(
    identity: Id,
    run: Annotated[Path, typer.Option(metavar="DIR", help="The eval run that drafted with it.", show_default=False)],
    base: Annotated[
        Path | None, typer.Option(metavar="DIR", help="What it must be no worse than; evals/baseline by default.")
    ] = None,
) -> None:
    """Release a prompt whose eval run has passed.

    The run is compared anew; only with PASS is the record written beside the prompt and its status set.
    """
    from .evaluation.blessing import shipped_baseline
    from .evaluation.releasing import release as released

    for folder in (run, base):
        if folder is not None and not folder.is_dir():
            raise UsageError(f"There is no run directory {str(folder)!r}.", "Make one with 'otassist eval run'.")
    prompt = released(_shelf().named(identity), run, base or shipped_baseline())
    print(f"{prompt.id} is released; what it rests on is in {prompt.id}.eval.json beside {prompt.file}.")


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
