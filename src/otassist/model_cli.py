"""The commands `otassist model ...`: run a model file on this machine."""

from __future__ import annotations

import signal
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Annotated

import typer

app = typer.Typer(help="Run a language model on this machine.\n\nNeeds the extra otassist[local].")


@app.callback()
def model() -> None:
    """Keeps `serve` a command of its own while it is the only one."""


@app.command()
def serve(
    file: Annotated[Path, typer.Argument(metavar="FILE.gguf", help="The model.", show_default=False)],
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Where it answers; 0 takes a free one.")] = 8080,
    threads: Annotated[int, typer.Option(min=1, max=512, help="Processor threads it may use.")] = 1,
    context: Annotated[int, typer.Option(min=512, help="Tokens of a prompt and its answer together.")] = 8192,
) -> None:
    """Serve a GGUF file on 127.0.0.1 until it is stopped (Ctrl-C).

    No other machine can reach it, and nothing is logged.
    """
    from .serving import serve as serving

    over = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        over.set()

    with serving(file, port, threads, context) as served:
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, stop)
        print(f"{served.name} answers at {served.url} on this machine. To draft with it, in another terminal:")
        print(f"export OTASSIST_LLM_BASE_URL={served.url}")
        print(f"export OTASSIST_LLM_MODEL={served.name}", flush=True)
        while not over.wait(1):
            pass
