"""Releases a prompt: a run that drafted with it and PASSED against another is recorded beside its file.

The record is what `drafting.prompt_files` asks for before it loads a prompt as released. It names the runs, so that
anyone can look at what it rests on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..drafting.prompts import Prompt, read_prompt
from ..errors import FileProblem, JobError
from .comparison import Comparison, compare
from .results import write_whole
from .rundir import Run, read_run
from .wording import sentence

_DIGITS = 12
"""Of a prompt's SHA-256 that a run records."""


def release(prompt: Prompt, run: Path, base: Path) -> Prompt:
    """The prompt as released. Raises JobError when the run did not draft with it or did not PASS, FileProblem."""
    new = read_run(run)
    _check_drafted(prompt, new)
    answer = compare(read_run(base), new)
    if answer.verdict != "PASS":
        raise JobError(f"{prompt.id} is not released: {sentence(answer)}", "See 'otassist eval compare'.")
    _write(prompt, _record(prompt, answer))
    return read_prompt(prompt.file)


def _check_drafted(prompt: Prompt, run: Run) -> None:
    """A run names the prompts it drafted with as `note.v1:0123456789ab consult.v1:...`."""
    told = run.meta.get("prompt")
    used = dict(each.partition(":")[::2] for each in told.split()) if isinstance(told, str) else {}
    if run.meta.get("drafter") != "model" or prompt.id not in used:
        remedy = "Set a model and this prompt's version, and draft with them by 'otassist eval run'."
        raise JobError(f"The run {str(run.path)!r} did not draft with {prompt.id}.", remedy)
    if used[prompt.id] != prompt.sha256[:_DIGITS]:
        raise JobError(f"{prompt.id} was changed after the run {str(run.path)!r}.", "Run it again as it is now.")


def _record(prompt: Prompt, answer: Comparison) -> Mapping[str, Any]:
    told = answer.new.meta
    return {
        "prompt": prompt.id,
        "sha256": prompt.sha256,
        "verdict": answer.verdict,
        "run": told.get("id"),
        "base": answer.base.meta.get("id"),
        **{name: told.get(name) for name in ("created", "model", "code", "cases_digest", "cases", "repeats")},
    }


def _write(prompt: Prompt, record: Mapping[str, Any]) -> None:
    """The record first: a released prompt without one would not load."""
    text = prompt.file.read_bytes().decode("utf-8")
    released = re.sub(r"^status:[^\r\n]*", "status: released", text, count=1, flags=re.M)
    try:
        write_whole(prompt.file.with_name(f"{prompt.id}.eval.json"), json.dumps(record, indent=1) + "\n")
        prompt.file.write_bytes(released.encode("utf-8"))
    except OSError as problem:
        remedy = "Copy it to the folder of OTASSIST_PROMPTS_DIR and release it there."
        raise FileProblem(f"{str(prompt.file)!r} cannot be written ({problem.strerror}).", remedy) from problem
