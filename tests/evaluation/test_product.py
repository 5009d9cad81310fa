"""The product as the suite runs it: its own, and nothing read twice."""

from __future__ import annotations

from typing import Any

from otassist.domain import Context
from otassist.evaluation.product import read_once
from otassist.reading import read

from .products import composer, note


def test_a_jot_is_read_once_for_draft_and_metrics() -> None:
    asked: list[Any] = []

    def reader(jot: str, context: Context | None = None, **more: Any) -> Any:
        asked.append((jot, context, more))
        return read(jot, context, **more)

    once = read_once(reader)
    first = once("copied 3/5", Context(), kind="note")
    assert once("copied 3/5", Context()) is first
    assert once("copied 3/5", Context(), kind="goal") is not first
    assert once("copied 3/5", Context(grade="3")) is not first
    assert len(asked) == 3


def test_what_is_read_is_what_the_product_reads() -> None:
    case = note("copied 3/5 words w/ min A")
    assert composer().assistant.read(case.text, case.context) == read(case.text, case.context)
