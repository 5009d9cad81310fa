"""The form of the verb: agreement, negation, passive, and durations behind it."""

from __future__ import annotations

import pytest

from otassist.drafting.chunks import Chunk, chunked
from otassist.drafting.verbs import agreeing, is_passive, negated_verb, opening_of, undone
from otassist.language import words_of


def split(jot: str) -> tuple[Chunk, Chunk, tuple[Chunk, ...]]:
    """Subject, verb and what follows."""
    subject, verb, *tail = chunked(words_of(jot))
    return subject, verb, tuple(tail)


def verb_of(jot: str) -> Chunk:
    return next(chunk for chunk in chunked(words_of(jot)) if chunk.tag in "bzvegx")


@pytest.mark.parametrize(
    ("jot", "verb"),
    [
        ("aide helps", "helps"),
        ("peers help", "help"),
        ("mom reports headaches", "reports"),
        ("parents report headaches", "report"),
        ("the bell keeps ringing", "keeps"),
        ("he sits", "sits"),
        ("they sit", "sit"),
        ("teachers agree", "agree"),
        ("aide has gloves", "has"),
        ("peers have gloves", "have"),
        ("the aide sat", "sat"),
        ("the peers sat", "sat"),
    ],
)
def test_the_verb_agrees_with_its_subject(jot: str, verb: str) -> None:
    subject, chunk, _ = split(jot)
    assert agreeing(subject, chunk) == verb


@pytest.mark.parametrize(
    ("jot", "verb"),
    [
        ("aide need gloves", "needs"),
        ("teacher want a chart", "wants"),
        ("he need a break", "needs"),
        ("she like glue", "likes"),
        ("mom ask for a list", "asks"),
        ("peers needs gloves", "need"),
        ("teachers wants a chart", "want"),
        ("aide have gloves", "has"),
    ],
)
def test_a_form_that_does_not_agree_is_mended(jot: str, verb: str) -> None:
    subject, chunk, _ = split(jot)
    assert agreeing(subject, chunk) == verb


@pytest.mark.parametrize(
    "jot",
    [
        "shapes matched 8/10",
        "zipper engaged",
        "worksheet completed",
        "letters traced with a finger",
        "container opened",
        "name written",
        "peers done in 4 min",
        "buttons fastened 3/5",
        "circle cut with min A",
    ],
)
def test_a_thing_that_something_was_done_to_is_passive(jot: str) -> None:
    subject, verb, tail = split(jot)
    assert is_passive(subject, verb, "".join(chunk.tag for chunk in tail))


@pytest.mark.parametrize(
    "jot",
    [
        "aide helped",
        "teacher moved the chair",
        "he matched shapes",
        "she completed the worksheet",
        "bell rang",
        "book fell",
        "mom reported headaches",
        "peers laughed",
        "the wedge helped posture",
        "aide opened the container",
    ],
)
def test_who_did_something_is_active(jot: str) -> None:
    subject, verb, tail = split(jot)
    assert not is_passive(subject, verb, "".join(chunk.tag for chunk in tail))


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("don't sit", "does not"),
        ("dont sit", "does not"),
        ("are tired", "is"),
        ("were tired", "was"),
        ("have gloves", "has"),
        ("doesn't sit", "does not"),
        ("didn't sit", "did not"),
        ("wasn't ready", "was not"),
        ("is tired", "is"),
        ("has gloves", "has"),
    ],
)
def test_the_auxiliary_is_singular_behind_the_student(jot: str, text: str) -> None:
    assert negated_verb(chunked(words_of(jot))[0]) == text


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("looked", "did not look"),
        ("sat", "did not sit"),
        ("waited", "did not wait"),
        ("fell", "did not fall"),
        ("slept", "did not sleep"),
        ("went", "did not go"),
        ("cried", "did not cry"),
    ],
)
def test_what_takes_no_object_was_not_done_by_the_person(verb: str, text: str) -> None:
    assert undone(verb_of(f"he {verb}")) == text


@pytest.mark.parametrize(
    ("jot", "lasting"),
    [
        ("sat 10 min", True),
        ("waited quietly 2 min", False),
        ("slept 5 min", True),
        ("cried 3 min", True),
        ("walked 4 min", True),
        ("stood 6 min", True),
        ("took 10 min", False),
        ("needed 3 min", False),
        ("started 9:15", False),
        ("sat on the rug", False),
        ("used 2 min", False),
        ("sat", False),
        ("wrote 3 words", False),
        ("finished 5 min early", False),
    ],
)
def test_a_bare_duration_says_how_long_only_behind_what_lasts(jot: str, lasting: bool) -> None:
    verb, *tail = chunked(words_of(jot))
    assert (opening_of([verb], tail) == "V") == lasting
