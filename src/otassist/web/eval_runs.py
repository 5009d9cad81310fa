"""Eval runs that a lead therapist starts from the page: a process of their own each, and a folder that tells the rest.

A folder holds `started` (the process id), the run, `verdict.json` of the comparison with the baseline, the report, and
`failed` with the reason where something went wrong.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path as Folder
from threading import Thread
from typing import Annotated, Any

from fastapi import Path

from ..errors import NotThere, UsageError
from ..evaluation.blessing import shipped_baseline

RunId = Annotated[str, Path(pattern=r"^\d{8}T\d{6}Z$")]
_OTASSIST = (sys.executable, "-m", "otassist", "eval")


@dataclass(frozen=True, slots=True)
class Run:
    """A run: `state` is running, done, failed or stopped; `verdict` is what `eval compare` printed."""

    id: str
    begun: datetime
    state: str
    verdict: dict[str, Any] | None = None
    reason: str = ""


def begin(folder: Folder) -> str:
    """Starts a run. Raises UsageError while another is under way: two would only slow each other."""
    if any(run.state == "running" for run in every(folder)):
        raise UsageError("An eval run is under way.", "Wait until it has ended.")
    identity = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    own = folder / identity
    own.mkdir(parents=True)
    (own / "started").write_text(str(os.getpid()), encoding="utf-8")
    Thread(target=_run, args=(own,), name="otassist-eval", daemon=True).start()
    return identity


def _run(own: Folder) -> None:
    """Run, compare, report. Compare's exit codes 3 to 5 are verdicts."""
    run, base = str(own / "run"), str(shipped_baseline())
    steps = (
        ((*_OTASSIST, "run", "--out", run), (0,)),
        ((*_OTASSIST, "compare", base, run, "--json"), (0, 3, 4, 5)),
        ((*_OTASSIST, "report", run, "--base", base, "--out", str(own / "report")), (0,)),
    )
    for step, good in steps:
        done = subprocess.run(step, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode not in good:
            (own / "failed").write_text(done.stderr.strip()[-2_000:], encoding="utf-8")
            return
        if "compare" in step:
            (own / "verdict.json").write_text(done.stdout, encoding="utf-8")


def every(folder: Folder) -> list[Run]:
    """The latest first."""
    names = sorted((item.name for item in folder.glob("*Z") if re.fullmatch(r"\d{8}T\d{6}Z", item.name)), reverse=True)
    return [one(folder, name) for name in names]


def one(folder: Folder, identity: str) -> Run:
    """Raises NotThere."""
    own = folder / identity
    if not own.is_dir():
        raise NotThere("eval run", identity)
    begun = datetime.strptime(identity, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if (own / "failed").exists():
        return Run(identity, begun, "failed", None, (own / "failed").read_text(encoding="utf-8"))
    if (own / "report" / "report.html").exists():
        return Run(identity, begun, "done", json.loads((own / "verdict.json").read_text(encoding="utf-8")))
    return Run(identity, begun, "running" if _alive(own) else "stopped")


def report(folder: Folder, identity: str) -> bytes:
    """The report's HTML. Raises NotThere."""
    file = folder / identity / "report" / "report.html"
    if not file.is_file():
        raise NotThere("eval report", identity)
    return file.read_bytes()


def _alive(own: Folder) -> bool:
    """Whether the process that started it is still there."""
    try:
        os.kill(int((own / "started").read_text(encoding="utf-8")), 0)
    except (OSError, ValueError):
        return False
    return True
