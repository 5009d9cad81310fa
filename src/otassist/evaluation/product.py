"""The product as it ships, with the corpus it draws on: what is run and what citations are checked against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from .. import bootstrap, wire
from ..assistant import Assistant
from ..bank import Corpus, read_corpus
from ..checks import check_draft
from ..domain import Context, Evidence
from .cases import Case
from .freezing import Freezer
from .listening import listened
from .once import each_once, notes_once, once

DEEP = 10
"""Places of a ranking that are measured."""

MakeProduct = Callable[[], "Product"]


@dataclass(frozen=True)
class Product:
    """An assistant; `library` has the whole text of every goal and passage by id, in lower case."""

    assistant: Assistant
    library: Mapping[str, str] = field(default_factory=dict)
    model: str | None = None
    prompt: str | None = None

    @property
    def drafter(self) -> str:
        """`composer`, or `model`."""
        return self.assistant.drafter_name

    def answer(self, case: Case) -> Mapping[str, Any]:
        """The wire JSON of a draft or of a search."""
        if case.task == "search":
            return self._search(case)
        return wire.drafting(self.assistant.draft(case.task, case.text, case.context), case.id)

    def _search(self, case: Case) -> Mapping[str, Any]:
        """The product's answer, the same with kind and grade entered, and its two rankings by themselves."""
        kind = None if case.kind == "any" else case.kind
        entered = Context(grade=case.grade)
        plain = self.assistant.search(case.text, k=DEEP)
        narrowed = self.assistant.search(case.text, k=DEEP, kind=kind, context=entered)
        rankings = {name: self.assistant.searcher(case.text, k=DEEP, by=name) for name in ("words", "meaning")}
        return {
            **wire.search(case.text, plain.evidence, plain.questions, case.id),
            "filtered": _slim(narrowed.evidence),
            **{name: _slim(found) for name, found in rankings.items()},
        }


def _slim(found: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    return [{"id": item.passage.id, "score": item.score} for item in found]


def printed(case: Case, draft: Mapping[str, Any]) -> str:
    """What a person reads of an answer."""
    if case.task == "search":
        return "\n".join(f"{place}. {item['text']}" for place, item in enumerate(draft["results"], 1))
    return "\n\n".join(item["text"] for item in draft["drafts"])


def maker(corpus: Path) -> MakeProduct:
    """Makes the product with the corpus in a folder; can be sent to another process."""
    return partial(_make, corpus)


def _make(corpus: Path) -> Product:
    held = read_corpus(corpus)
    freezer = Freezer(held.passages)
    assistant = bootstrap.build(
        around=lambda search: freezer.around(once(search)), through=listened, check=notes_once(check_draft)
    )
    writer = assistant.writer
    model, prompt = (writer.model, writer.prompt) if writer else (None, None)
    return Product(each_once(assistant), library(held), model, prompt)


def library(corpus: Corpus) -> Mapping[str, str]:
    """Everything of the corpus that a draft may cite."""
    practice = {item.id: " ".join((item.title, item.text, *item.strategies)).lower() for item in corpus.practice}
    goals = {
        item.id: " ".join((item.text, item.reason, item.more_support, item.stretch, *item.objectives)).lower()
        for item in corpus.goals
    }
    return practice | goals
