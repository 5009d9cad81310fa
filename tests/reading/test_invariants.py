"""Properties of `read`: exact spans, no content word lost, determinism, and order that changes no value."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Observation
from otassist.errors import OtassistError
from otassist.reading import read
from otassist.reading.students import headings, only_label

SENTENCES = (
    "copied 3/5 sentences w/ min vc",
    "zipper mod A",
    "shook hand out x4",
    "sat 12 min at desk",
    "line regard 60%",
    "washed hands I",
    "cut on line 2/4 w/ HOH",
    "mom says homework takes 40 min",
    "no tears today",
    "forgot binder 2x",
)
PIECES = st.sampled_from(
    [
        *SENTENCES,
        "S:",
        "J.M.:",
        "K.T.:",
        "Stu 1",
        "#4",
        "P1:",
        "->",
        "\n",
        ". ",
        ", ",
        "?",
        "(",
        "'",
        '"',
        "🙌",
        "é",
    ]
)
JOTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=9).map(" ".join))


def reading(jot: str) -> Observation | None:
    """The jot as read; None when it was refused on purpose."""
    try:
        return read(jot)
    except OtassistError:
        return None


@given(JOTS)
def test_every_span_is_exact(jot: str) -> None:
    seen = reading(jot)
    for item in [*seen.statements, *seen.facts, *seen.unused] if seen else []:
        assert jot[item.start : item.end] == item.text


@given(JOTS)
def test_every_fact_lies_in_its_statement(jot: str) -> None:
    seen = reading(jot)
    by_id = {statement.id: statement for statement in seen.statements} if seen else {}
    for fact in seen.facts if seen else ():
        owner = by_id[fact.statement]
        assert owner.start <= fact.start < fact.end <= owner.end


def uncovered(seen: Observation) -> list[str]:
    """Words with a letter or digit that no statement, label or list of unused words holds."""
    labels = headings(seen.jot) or [mark for mark in [only_label(seen.jot)] if mark]
    spans = [(item.start, item.end) for item in (*seen.statements, *seen.unused, *labels)]
    words = re.finditer(r"[^\W_]+", seen.jot)
    return [word[0] for word in words if not any(start < word.end() and word.start() < end for start, end in spans)]


@given(JOTS)
def test_no_content_word_is_lost(jot: str) -> None:
    seen = reading(jot)
    assert seen is None or uncovered(seen) == []


@given(JOTS)
def test_the_same_jot_reads_the_same(jot: str) -> None:
    assert reading(jot) == reading(jot)


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5, unique=True))
def test_the_order_of_statements_changes_no_value(sentences: list[str]) -> None:
    def values(parts: list[str]) -> Counter[tuple[str, str, bool]]:
        return Counter((fact.kind, fact.value, fact.negated) for fact in read(". ".join(parts)).facts)

    assert values(sentences[::-1]) == values(sentences)


@pytest.mark.parametrize("jot", ["", "   ", "\n\n", "...", "🙌🙌", "\x00abc", "a" * 20_001])
def test_what_cannot_be_read_is_refused_with_a_remedy(jot: str) -> None:
    with pytest.raises(OtassistError) as refusal:
        read(jot)
    assert refusal.value.remedy
