"""The vocabulary by form: inflections, case, shorthand, and what it does not know."""

from __future__ import annotations

import pytest

from otassist.language.lexicon import lexicon


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("copied", "v", "copy"),
        ("copies", "z", "copy"),
        ("copying", "g", "copy"),
        ("shook", "v", "shake"),
        ("shakes", "z", "shake"),
        ("wrote", "v", "write"),
        ("written", "e", "write"),
        ("sat", "v", "sit"),
        ("hung", "v", "hang"),
        ("went", "v", "go"),
        ("putting", "g", "put"),
        ("Copied", "v", "copy"),
        ("children", "n", "child"),
        ("feet", "n", "foot"),
        ("knives", "n", "knife"),
        ("letters", "n", "letter"),
    ],
)
def test_a_form_leads_to_its_lemma(form: str, tag: str, lemma: str) -> None:
    assert (tag, lemma) in [(entry.tag, entry.lemma) for entry in lexicon().lookup(form)]


@pytest.mark.parametrize("form", ["zzqx", "copyed", "shaked", "writed", "childs", "", " ", "W", "qqq", "recieved"])
def test_an_unknown_form_has_no_reading(form: str) -> None:
    assert lexicon().lookup(form) == ()
    assert not lexicon().knows(form)


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("shake", "z", "shakes"),
        ("copy", "v", "copied"),
        ("write", "v", "wrote"),
        ("write", "e", "written"),
        ("stop", "g", "stopping"),
        ("cut", "v", "cut"),
        ("tie", "g", "tying"),
        ("blorp", "v", "blorped"),
        ("blorp", "g", "blorping"),
    ],
)
def test_a_verb_gives_its_form_even_when_unknown(lemma: str, tag: str, form: str) -> None:
    assert lexicon().form_of(lemma, tag) == form


@pytest.mark.parametrize(
    ("term", "long", "role"),
    [
        ("tchr", "teacher", "teacher"),
        ("parapro", "paraprofessional", "aide"),
        ("gma", "grandmother", "family"),
        ("mom", "mother", "family"),
        ("classmate", "classmate", "peer"),
        ("gen ed tchr", "general education teacher", "teacher"),
        ("driver", "bus driver", "other_staff"),
    ],
)
def test_a_person_has_a_role(term: str, long: str, role: str) -> None:
    entry = lexicon().nouns(term)
    assert entry is not None
    assert (entry.text, entry.actor) == (long, role)


@pytest.mark.parametrize("form", ["coat", "slant board", "gym", "zipper", "handwriting", "lunch", "desk", "recess"])
def test_a_thing_or_a_place_has_no_role(form: str) -> None:
    entry = lexicon().nouns(form)
    assert entry is not None
    assert entry.actor == ""


@pytest.mark.parametrize(("form", "long"), [("Q", "question"), ("q", "every"), ("Qs", "questions"), ("W/O", "without")])
def test_capitals_count_only_where_the_table_says_so(form: str, long: str) -> None:
    assert lexicon().lookup(form)[0].text == long


@pytest.mark.parametrize("short", ["tchr", "w/", "b/c", "bkpk", "req'd", "nonpref", "approx", "incr"])
def test_shorthand_is_marked_as_such(short: str) -> None:
    entry = lexicon().lookup(short)[0]
    assert entry.shorthand or entry.kind == "person"
    assert entry.text != short


@pytest.mark.parametrize("word", ["teacher", "with", "coat", "copy", "legible", "slowly", "cut", "homework"])
def test_a_plain_word_is_no_shorthand(word: str) -> None:
    assert not any(entry.shorthand for entry in lexicon().lookup(word))


def test_the_longest_form_is_known() -> None:
    assert lexicon().longest >= len("teacher of the visually impaired")


def test_the_vocabulary_is_read_once() -> None:
    assert lexicon() is lexicon()
    assert len(lexicon()) > 15_000
