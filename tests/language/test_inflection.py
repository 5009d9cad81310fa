"""Inflection: regular English forms, and the article that sounds right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.language.inflection import gerund, indefinite, past, plural, third


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("shake", "shakes"),
        ("watch", "watches"),
        ("push", "pushes"),
        ("fix", "fixes"),
        ("carry", "carries"),
        ("play", "plays"),
        ("go", "goes"),
        ("redo", "redoes"),
        ("tie", "ties"),
    ],
)
def test_third_person(lemma: str, form: str) -> None:
    assert third(lemma) == form


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("letter", "letters"),
        ("box", "boxes"),
        ("class", "classes"),
        ("key", "keys"),
        ("story", "stories"),
        ("stitch", "stitches"),
        ("worksheet page", "worksheet pages"),
        ("radio", "radios"),
    ],
)
def test_plural(noun: str, form: str) -> None:
    assert plural(noun) == form


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("copy", "copied"),
        ("use", "used"),
        ("play", "played"),
        ("tie", "tied"),
        ("stop", "stopped"),
        ("snip", "snipped"),
        ("quiz", "quizzed"),
        ("fix", "fixed"),
        ("show", "showed"),
        ("need", "needed"),
        ("listen", "listened"),
        ("prompt", "prompted"),
        ("focus", "focused"),
    ],
)
def test_past(lemma: str, form: str) -> None:
    assert past(lemma) == form


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("write", "writing"),
        ("tie", "tying"),
        ("see", "seeing"),
        ("dye", "dyeing"),
        ("be", "being"),
        ("sit", "sitting"),
        ("zip", "zipping"),
        ("copy", "copying"),
        ("draw", "drawing"),
        ("read", "reading"),
        ("open", "opening"),
        ("prompt", "prompting"),
    ],
)
def test_gerund(lemma: str, form: str) -> None:
    assert gerund(lemma) == form


AN = """eraser|AFO|IEP|OT|hour|honest try|8-minute break|80% goal|11 letters|18 inch line|SLP|FM system|ADL
x-ray|L-shaped line|umbrella|uneven line
unlined page|unimpressed peer
uninterrupted turn|S|iPad|undershirt"""
A = """unit|uniform|US map|UE task|use|useful cue|utensil|one-step task|once-a-week visit
European|house|PT visit
180 turn|SPED class|STEM lab|peer|chair|1 min|universal design|PE class|9-minute break|wheel|yellow line"""


@pytest.mark.parametrize("phrase", AN.replace("\n", "|").split("|"))
def test_an_before_a_vowel_sound(phrase: str) -> None:
    assert indefinite(phrase) == "an"


@pytest.mark.parametrize("phrase", A.replace("\n", "|").split("|"))
def test_a_before_a_consonant_sound(phrase: str) -> None:
    assert indefinite(phrase) == "a"


@pytest.mark.parametrize(
    ("phrase", "article"), [('"hug"', "a"), ('"oops"', "an"), ("(easy) page", "an"), ("“unit”", "a")]
)
def test_quotation_marks_make_no_sound(phrase: str, article: str) -> None:
    assert indefinite(phrase) == article


@given(st.text(max_size=20))
def test_every_text_has_forms(text: str) -> None:
    assert indefinite(text) in {"a", "an"}
    assert all(form(text) for form in (third, plural, past, gerund))


@given(st.from_regex(r"[b-df-hj-np-tv-z][aeiou]{1,2}[a-z]{1,6}", fullmatch=True))
def test_forms_end_as_english_forms_do(word: str) -> None:
    assert third(word).endswith("s")
    assert past(word).endswith("ed")
    assert gerund(word).endswith("ing")
