"""Cases and products for tests: the real composer once, and one that answers as it is told."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from otassist.bank import read_corpus, shipped_corpus
from otassist.bootstrap import build
from otassist.evaluation.cases import Case, CaseFact, read_cases, shipped_cases
from otassist.evaluation.metrics import Answered
from otassist.evaluation.product import Product, maker
from otassist.evaluation.relevance import judged


@cache
def composer() -> Product:
    return maker(shipped_corpus())()


@cache
def shipped() -> tuple[Case, ...]:
    return judged(read_cases(shipped_cases()), read_corpus(shipped_corpus()).passages)


def shipped_case(name: str) -> Case:
    return next(case for case in shipped() if case.id == name)


def note(jot: str, name: str = "t-1", keep: tuple[str, ...] = (), **more: Any) -> Case:
    facts = tuple(CaseFact(text, must_keep=True) for text in keep)
    return replace(Case(name, "note", jot, name, "dev", ("handwriting",), facts=facts), **more)


def goal(jot: str, name: str = "t-2", **more: Any) -> Case:
    return replace(Case(name, "goal", jot, name, "dev", ("handwriting",), concern="Writing on the line."), **more)


def answered(case: Case, draft: Mapping[str, Any] | None = None) -> Answered:
    product = composer()
    return Answered(case, draft or product.answer(case), product.assistant, product.library)


@dataclass(frozen=True)
class Scripted(Product):
    """Answers with a note that repeats the jot, after a while; refuses or fails where the case's id says so."""

    seconds: float = 0.0
    asked: list[str] = field(default_factory=list)

    def answer(self, case: Case) -> Mapping[str, Any]:
        self.asked.append(case.id)
        time.sleep(self.seconds)
        if "fail" in case.id:
            raise ValueError(case.text)
        return note_of(case.text)


def note_of(text: str) -> dict[str, Any]:
    clause = {"id": "c1", "start": 0, "end": len(text), "role": "objective", "text": text, "origin": "observed"}
    clause |= {"statements": [], "facts": [], "evidence": []}
    sections = {"subjective": [], "objective": [clause], "assessment": [], "plan": []}
    draft = {"type": "session", "student": None, "text": text, "clauses": [clause], "sections": sections, "area": None}
    return {
        "drafts": [draft],
        "evidence": [],
        "out_of_scope": None,
        "questions": [],
        "observation": {"statements": [], "facts": []},
    }


def scripted(seconds: float = 0.0) -> Scripted:
    return Scripted(build(), {}, seconds=seconds)
