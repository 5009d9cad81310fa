"""The goal bank and the practice library as pages: searched by words and meaning, or listed by area and grade."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

import nh3
from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse
from markdown_it import MarkdownIt
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict

from .. import wire
from ..bank import Corpus
from ..domain import BankGoal, PracticePassage
from ..errors import NotThere
from . import bodies
from .desk import AtDesk, Desk
from .pages import page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
SHOWN = 40
"""Entries of one page of a list."""
_TAGS = {"p", "ul", "ol", "li", "em", "strong", "h2", "h3", "blockquote", "code", "br"}


class Wanted(BaseModel):
    """What is looked for; no words list everything that fits the rest."""

    model_config = ConfigDict(extra="forbid")
    query: bodies.Label = ""
    area: bodies.Label = ""
    grade: bodies.Label = ""
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0


@router.get("/bank")
def bank(request: Request, desk: AtDesk) -> HTMLResponse:
    """The goal bank."""
    corpus = desk.shelves.corpus()
    return page(request, "bank.html", {"page": "bank", **_goals(desk, corpus, Wanted()), **_choices(corpus)})


@router.post("/fragments/bank")
def bank_found(request: Request, wanted: Wanted, desk: AtDesk) -> HTMLResponse:
    """The goals that answer."""
    return page(request, "fragments/bank.html", _goals(desk, desk.shelves.corpus(), wanted))


@router.get("/bank/{goal}")
def bank_goal(goal: Annotated[str, Path(max_length=200)], request: Request, desk: AtDesk) -> HTMLResponse:
    """One goal with its objectives and its easier and harder version."""
    found = desk.shelves.corpus().goal_by_id.get(goal)
    if found is None:
        raise NotThere("goal", goal)
    return page(request, "bank_goal.html", {"page": "bank", "goal": found})


@router.get("/practice")
def practice(request: Request, desk: AtDesk) -> HTMLResponse:
    """The practice library."""
    corpus = desk.shelves.corpus()
    return page(request, "practice.html", {"page": "practice", **_passages(desk, corpus, Wanted()), **_choices(corpus)})


@router.post("/fragments/practice")
def practice_found(request: Request, wanted: Wanted, desk: AtDesk) -> HTMLResponse:
    """The passages that answer."""
    return page(request, "fragments/practice.html", _passages(desk, desk.shelves.corpus(), wanted))


@router.get("/practice/{passage}")
def practice_passage(passage: Annotated[str, Path(max_length=200)], request: Request, desk: AtDesk) -> HTMLResponse:
    """One passage with its strategies and sources."""
    found = desk.shelves.corpus().practice_by_id.get(passage)
    if found is None:
        raise NotThere("passage", passage)
    return page(request, "passage.html", {"page": "practice", "passage": found, "body": rendered(found.text)})


def _goals(desk: Desk, corpus: Corpus, wanted: Wanted) -> dict[str, Any]:
    if wanted.query.strip():
        found = _searched(desk, wanted, "goal")
        goals = [corpus.goal_by_id[identity] for identity in found if identity in corpus.goal_by_id]
    else:
        goals = [goal for goal in corpus.goals if _fits((goal.area,), goal.grade_bands, wanted)]
    return _paged(goals, wanted)


def _passages(desk: Desk, corpus: Corpus, wanted: Wanted) -> dict[str, Any]:
    if wanted.query.strip():
        found = _searched(desk, wanted, "practice")
        passages = [corpus.practice_by_id[identity] for identity in found if identity in corpus.practice_by_id]
    else:
        passages = [item for item in corpus.practice if _fits(item.areas, item.grade_bands, wanted)]
    return _paged(passages, wanted)


def _searched(desk: Desk, wanted: Wanted, kind: str) -> list[str]:
    """The ids found, best first; grade bands are narrowed by their first grade."""
    grade = wanted.grade.partition("-")[0] if wanted.grade != "18-21" else wanted.grade
    context, _ = wire.context_from({"area": wanted.area or None, "grade": grade or None})
    return [
        item.passage.id for item in desk.assistant.search(wanted.query, k=SHOWN, kind=kind, context=context).evidence
    ]


def _fits(areas: tuple[str, ...], bands: tuple[str, ...], wanted: Wanted) -> bool:
    return (not wanted.area or not areas or wanted.area in areas) and (
        not wanted.grade or not bands or wanted.grade in bands
    )


def _paged(items: list[BankGoal] | list[PracticePassage], wanted: Wanted) -> dict[str, Any]:
    shown = items[wanted.start : wanted.start + SHOWN]
    more = wanted.start + SHOWN if wanted.start + SHOWN < len(items) else None
    return {"items": shown, "count": len(items), "start": wanted.start, "next": more, "wanted": wanted}


def _choices(corpus: Corpus) -> dict[str, Any]:
    bands = dict.fromkeys(band for goal in corpus.goals for band in goal.grade_bands)
    return {"areas": sorted({goal.area for goal in corpus.goals}), "bands": list(bands)}


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def rendered(text: str) -> Markup:
    """A passage as HTML: no HTML of its own, no links, no images; cleaned once more before a browser sees it."""
    return Markup(nh3.clean(_markdown().render(text), tags=_TAGS, attributes={}))
