"""Prompts and eval runs as pages: versions, differences, and whether a change may ship."""

from __future__ import annotations

import difflib
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response

from ..drafting.prompts import read_prompt, shipped_prompts
from ..errors import NotThere
from . import eval_runs
from .desk import AtDesk
from .pages import page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PromptId = Annotated[str, Path(pattern=r"^[a-z_]{1,60}\.v\d{1,6}$")]


@router.get("/prompts")
def prompts(request: Request, desk: AtDesk) -> HTMLResponse:
    """Every prompt with its version, status and digest."""
    shelf = desk.shelves.prompts()
    found = [(prompt, shelf.prompt(prompt.task).file == prompt.file) for prompt in shelf.all()]
    return page(request, "prompts.html", {"page": "prompts", "prompts": found})


@router.get("/prompts/{prompt}")
def prompt(prompt: PromptId, request: Request, desk: AtDesk) -> HTMLResponse:
    """A prompt as its file has it, and how it differs from the shipped one."""
    shelf = desk.shelves.prompts()
    found = next((item for item in shelf.all() if item.id == prompt), None)
    if found is None:
        raise NotThere("prompt", prompt)
    text = found.file.read_text(encoding="utf-8-sig")
    others = [item.id for item in shelf.all() if item.task == found.task and item.id != found.id]
    told = {"page": "prompts", "prompt": found, "text": text, "others": others, "own": _own(found.file, prompt)}
    return page(request, "prompt.html", told)


@router.get("/prompts/{prompt}/diff/{other}")
def diff(prompt: PromptId, other: str, request: Request, desk: AtDesk) -> HTMLResponse:
    """How two prompts differ, line by line; `shipped` stands for the shipped one of the same id."""
    shelf = desk.shelves.prompts()
    new = shelf.named(prompt)
    old = read_prompt(shipped_prompts() / f"{prompt}.md") if other == "shipped" else shelf.named(other)
    before, after = (item.file.read_text(encoding="utf-8-sig").splitlines() for item in (old, new))
    lines = [line for line in difflib.ndiff(before, after) if not line.startswith("?")]
    names = {"page": "prompts", "old": other, "new": prompt}
    return page(request, "prompt_diff.html", {**names, "lines": [(_OPS[line[0]], line[2:]) for line in lines]})


_OPS = {" ": "same", "-": "out", "+": "in"}


@router.get("/evals")
def evals(request: Request, desk: AtDesk) -> HTMLResponse:
    """The eval runs started here, the latest first."""
    return page(request, "evals.html", {"page": "prompts", "runs": eval_runs.every(desk.shelves.evals)})


@router.post("/api/evals", status_code=201)
def begin(desk: AtDesk) -> dict[str, str]:
    """Drafts and measures every case with what is set now, and compares with the baseline."""
    return {"id": eval_runs.begin(desk.shelves.evals)}


@router.get("/evals/{run}")
def report(run: eval_runs.RunId, request: Request, desk: AtDesk) -> HTMLResponse:
    """A run: its verdict and measures."""
    return page(request, "eval.html", {"page": "prompts", "run": eval_runs.one(desk.shelves.evals, run)})


@router.get("/evals/{run}/report.html")
def report_file(run: eval_runs.RunId, desk: AtDesk) -> Response:
    """The whole report as a file of its own: it brings its own styles, which no page here may."""
    headers = {"content-disposition": 'attachment; filename="eval-report.html"'}
    return Response(eval_runs.report(desk.shelves.evals, run), media_type="text/html", headers=headers)


def _own(file: object, prompt: str) -> bool:
    return file != shipped_prompts() / f"{prompt}.md"
