"""The product as the suite runs it: its own, and nothing done twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from otassist.bootstrap import build
from otassist.checks import check_draft
from otassist.domain import Context
from otassist.evaluation.cases import Case
from otassist.evaluation.once import HELD, each_once, notes_once, once
from otassist.evaluation.record import Record, recording
from otassist.reading import read

from .products import composer, goal, note


def test_the_same_work_is_done_once() -> None:
    asked: list[Any] = []
    kept = once(lambda *given, **named: asked.append((given, named)) or len(asked))
    assert [kept("a"), kept("a"), kept("b"), kept("a", kind="goal"), kept("a")] == [1, 1, 2, 3, 1]
    assert len(asked) == 3


def test_work_that_fails_is_tried_again_and_the_oldest_is_forgotten() -> None:
    asked: list[int] = []

    def work(number: int) -> None:
        asked.append(number)
        if number < 0:
            raise KeyError(number)

    kept = once(work)
    for _ in range(2):
        with pytest.raises(KeyError):
            kept(-1)
    for number in (*range(HELD + 1), 0):
        kept(number)
    assert Counter(asked) == Counter([-1, -1, 0, 0, *range(1, HELD + 1)])


def test_what_is_spared_counts_as_time() -> None:
    spun = once(lambda: sum(range(200_000)))
    with recording(Record()) as first:
        spun()
    with recording(Record()) as second:
        spun()
    assert first.spared < second.spared


STAGES = ("reader", "drafter", "text_checker", "concerns", "goal_checker")


@pytest.mark.parametrize("case", [note("copied 3/5 words w/ min A"), goal("copied 3/5 words w/ min A")], ids=str)
def test_a_draft_made_again_is_the_same_and_no_stage_works_twice(case: Case) -> None:
    plain, worked = build(), Counter[str]()

    def counted(name: str, work: Any) -> Any:
        def count(*given: Any, **named: Any) -> Any:
            worked[name] += 1
            return work(*given, **named)

        return count

    check = counted("note_checker", check_draft)
    parts = {name: counted(name, getattr(plain, name)) for name in STAGES}
    kept = each_once(replace(plain, **parts, note_checker=notes_once(check)))
    first = kept.draft(case.task, case.text, case.context)
    before = Counter(worked)
    again = kept.draft(case.task, case.text, case.context)
    assert worked == before
    whole = plain.draft(case.task, case.text, case.context)
    assert replace(first, timings_ms={}) == replace(again, timings_ms={}) == replace(whole, timings_ms={})


def test_another_context_is_other_work() -> None:
    kept = each_once(build())
    told = [kept.draft("note", "copied 3/5 words", Context(minutes=minutes)).notes[0].text for minutes in (None, "30")]
    assert told[0] != told[1]


def test_what_a_search_found_is_told_of_every_repeat() -> None:
    case = goal("copied 3/5 words w/ min A")
    records = []
    for repeat in range(2):
        with recording(Record(repeat)) as record:
            composer().answer(case)
        records.append(record.found)
    assert records[0] == records[1] != {}


def test_what_is_read_is_what_the_product_reads() -> None:
    case = note("copied 3/5 words w/ min A")
    assert composer().assistant.read(case.text, case.context) == read(case.text, case.context)
