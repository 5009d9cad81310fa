"""Terms for BM25 and spelt-out queries."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.retrieval.words import spelt_out, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zipping", "zip"), ("zips", "zip"), ("coats", "coat"), ("letters", "letter"), ("copied", "copy"),
        ("organizing", "organize"), ("student's", "student"), ("student’s", "student"), ("CAFETERIA", "cafeteria"),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one_term(one, other):
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(("one", "other"), [("letter", "ladder"), ("cut", "cute"), ("bus", "busy"), ("job", "jog")])
def test_different_words_stay_apart(one, other):
    assert terms(one) != terms(other)


def test_words_of_grammar_are_no_terms():
    assert terms("how do I get it to be on the") == []


@pytest.mark.parametrize("word", ["no-one", "push-in", "self-care"])
def test_a_hyphenated_word_is_its_parts_and_a_whole(word):
    assert "".join(word.split("-")).rstrip("e") in "".join(terms(word)[-1:])
    assert len(terms(word)) > len(terms(word.replace("-", " ")))


def test_numbers_are_terms():
    assert terms("80 % of 504 plans")[:2] == ["80", "504"]


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("VM copying", "visual motor"),
        ("vm copying", "visual motor"),
        ("FM centers", "fine motor"),
        ("copy from bd", "board"),
        ("w/ vc", "verbal cue"),
        ("ADL goal", "self-care"),
        ("AT for notes", "assistive technology"),
        ("plaafp", "present level"),
        ("kinder zipper", "kindergarten"),
        ("HOH for scissors", "hand-over-hand"),
        ("tchr says", "teacher"),
    ],
)
def test_shorthand_is_spelt_out_behind_the_query(query, meaning):
    found = spelt_out(query)
    assert found.startswith(query + " ")
    assert meaning in found


@pytest.mark.parametrize("query", ["zip a coat", "at the board", "pe", "copies from the board", "", "😀", "?!"])
def test_plain_words_stay_as_they_are(query):
    assert spelt_out(query) == query


def test_an_undecided_shorthand_brings_all_its_meanings():
    assert {"handwriting", "homework"} <= set(spelt_out("hw").split())


@given(st.text(max_size=80))
def test_any_query_stays_in_front_and_gains_no_empty_word(query):
    found = spelt_out(query)
    assert found.startswith(query)
    assert set(terms(query)) <= set(terms(found))


@given(st.text(max_size=80))
def test_terms_are_never_empty(text):
    assert all(terms(text))


def test_the_table_of_synonyms_is_whole():
    text = (files("otassist.retrieval") / "data" / "synonyms.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert all(row["term"] and row["means"] and row["note"] in ("", "only in capitals") for row in rows)
    names = [row["term"].lower() for row in rows]
    assert len(names) == len(set(names))
