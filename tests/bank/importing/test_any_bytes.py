"""Any bytes at all: a goal bank or a problem with a remedy, and every row that holds something is accounted for."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otassist.bank.importing import read_bank
from otassist.bank.importing.texts import decoded, lines_of
from otassist.errors import FileProblem

from .making import banks, built

_PIECES = st.sampled_from(
    ["The student will ", "copy 3 words", ", 4/5 trials", "LTG: ", "STO 1: ", "Objectives:", "\n", "\n\n", "    ", "- ",
     "1. ", "a) ", "# ", "Handwriting", "Grades K-2", "____", "Total", "Note: ", ";", "\t", "|", ",", '"', "<li>", "&",
     "will", "=SUM(A1)", "🙂", "\u2028", "Ünïcode", ".", ":", "(", ")", "STUDENT", "---|---", "[student]"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@settings(max_examples=60)
@given(_TEXTS)
def test_every_line_of_a_plain_text_is_accounted_for(text):
    found = read_bank("notes.md", text.encode())
    lines = lines_of(decoded(text.encode()))
    held = {number for number, line in enumerate(lines, 1) if any(map(str.isalnum, line))}
    assert held - set(found.accounted) == set()


@settings(max_examples=60)
@given(st.lists(st.lists(_TEXTS, min_size=2, max_size=4), min_size=1, max_size=12))
def test_every_row_of_a_table_is_accounted_for(rows):
    written = StringIO()
    csv.writer(written).writerows([["Area", "Annual goal", "Objectives", "Grade"], *rows])
    found = read_bank("bank.csv", written.getvalue().encode())
    held = {number for number, row in enumerate(rows, 2) if any(map(str.strip, row))}
    assert held - set(found.accounted) == set()


@settings(max_examples=60)
@given(st.lists(st.lists(_TEXTS, min_size=2, max_size=4), min_size=1, max_size=12))
def test_no_goal_or_objective_holds_a_word_that_its_file_does_not(rows):
    written = StringIO()
    csv.writer(written).writerows(rows)
    found = read_bank("bank.csv", written.getvalue().encode())
    there = set(written.getvalue().replace('"', " ").replace(",", " ").split())
    said = {
        word
        for goal in found.goals
        for text in (goal.text, *(step.text for step in goal.objectives))
        for word in text.split()
    }
    assert {word for word in said if word.isalpha()} <= {part for word in there for part in _parts(word)}


def _parts(word):
    """A word may lose what stands around it, such as a marker or a stop."""
    yield word
    for start in range(len(word)):
        for stop in range(start + 1, len(word) + 1):
            yield word[start:stop]


@settings(max_examples=200)
@given(
    st.binary(max_size=400),
    st.sampled_from(["a.csv", "a.txt", "a.xlsx", "a.docx", "a.html", "a.md", "a.json", "a.yaml", "a"]),
)
def test_any_bytes_are_read_or_refused(data, name):
    _read_or_refused(name, data)


@settings(max_examples=25)
@given(st.data())
@pytest.mark.parametrize(
    "source", [path for path in banks("seen") if not path.name.endswith(".typ")], ids=lambda path: path.name
)
def test_a_file_cut_short_or_spoilt_is_read_or_refused(source, data):
    name, whole = built(source)
    cut = data.draw(st.integers(0, len(whole)))
    at = data.draw(st.integers(0, max(0, cut - 1)))
    spoilt = bytearray(whole[:cut])
    if spoilt:
        spoilt[at] ^= data.draw(st.integers(1, 255))
    _read_or_refused(name, bytes(spoilt))


def _read_or_refused(name, data):
    """Refused is raised as FileProblem alone, which always has a remedy."""
    try:
        found = read_bank(name, data)
    except FileProblem:
        return
    assert all(goal.text.strip() and 0 < goal.confidence <= 1 for goal in found.goals)
    assert all(item.why for item in found.skipped)
