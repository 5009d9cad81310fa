"""What holds for every jot: one number changed is one number changed, order is no fact, nothing crashes."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from otassist.domain import Drafting
from otassist.errors import OtassistError

from .drafted import assistant, outside_quotes

NUMBERED = [
    "copied {} sentences",
    "wrote {} words",
    "sat {} min at desk",
    "typed {} wpm",
    "asked for break x{}",
    "b/d reversed {}x",
    "legible {}%",
    "copied w/ {} vc for spacing",
    "{} gestural cues to line up",
    "carried tray {} ft",
    "home row {} keys",
    "tired by {} min",
    "desk clean-out {} steps alone",
    "mod A for {} buttons",
    "said 'im done' x{}",
    "needed {} reminders",
    "cut {} shapes min A",
    "slid off chair x{}",
    "will fade checklist to {} items",
    "mom reports {} meltdowns at home",
    "worked {} sec on puzzle",
    "did not finish {} lines",
    "approx {} letters on line",
    "aide helped {} times",
]
PLAIN = [
    "shook out hands",
    "refused eraser",
    "zipper I",
    "coat max A",
    "no falls on stairs",
    "aide tied shoes",
    "writes neater w/ raised line paper",
    "min vc to start at top",
    "mom reports velcro at home",
    "will try slant board in math",
    "seems tired",
    "loves ocean",
    "said 'its too loud'",
    "slant board used",
]
FRAGMENTS = [fragment.format(number) for fragment, number in zip(NUMBERED, range(31, 99), strict=False)]


def drafting(jot: str) -> Drafting | None:
    """The draft; None when the jot was refused on purpose."""
    try:
        return assistant().draft("note", jot)
    except OtassistError:
        return None


def text_of(jot: str) -> str:
    answer = drafting(jot)
    assert answer is not None
    return "\n".join(note.text for note in answer.notes)


def numerals(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@given(
    st.sampled_from(NUMBERED),
    st.lists(st.sampled_from(PLAIN), max_size=3, unique=True),
    st.integers(3, 97),
    st.integers(3, 97),
)
def test_changing_a_number_changes_that_number_only(fragment: str, others: list[str], one: int, other: int) -> None:
    assume(one != other)

    def told(number: int) -> str:
        return text_of(". ".join([fragment.format(number), *others]))

    before, after = told(one), told(other)
    assert str(one) in numerals(before)
    assert re.sub(rf"\b{one}\b", "#", before) == re.sub(rf"\b{other}\b", "#", after)


@given(
    st.integers(2, 9),
    st.integers(10, 40),
    st.integers(2, 9),
    st.sampled_from(
        ["copied {}/{} words", "{} of {} letters on line", "stairs {}/{} steps", "hand wash {}/{} steps I"]
    ),
)
def test_changing_a_part_of_a_ratio_changes_that_part_only(done: int, asked: int, again: int, fragment: str) -> None:
    before = text_of(fragment.format(done, asked))
    after = text_of(fragment.format(again, asked))
    assert after == re.sub(rf"\b{done}(?=/| of )", str(again), before)


def facts(sentences: list[str]) -> list[tuple[str, str, bool]]:
    answer = drafting(". ".join(sentences))
    assert answer is not None
    told = {each for note in answer.notes for clause in note.clauses for each in clause.facts}
    return sorted((fact.kind, fact.value, fact.negated) for fact in answer.observation.facts if fact.id in told)


@given(
    st.lists(st.sampled_from([*FRAGMENTS, *PLAIN]), min_size=2, max_size=5, unique=True),
    st.randoms(use_true_random=False),
)
def test_the_order_of_statements_changes_no_fact_and_no_number(sentences: list[str], random: object) -> None:
    turned = list(sentences)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert facts(turned) == facts(sentences)
    assert sorted(numerals(text_of(". ".join(turned)))) == sorted(numerals(text_of(". ".join(sentences))))


PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=160)
PIECES = st.lists(
    st.sampled_from(
        [
            *FRAGMENTS,
            *PLAIN,
            "S:",
            "P:",
            "J.M.:",
            "K.T.:",
            ",",
            "->",
            "\n",
            ". ",
            "?",
            "(",
            ")",
            '"',
            "'",
            "🙌",
            "no wait",
            "w/",
            "3/5",
            "&",
            "consult w/ teacher",
            "rec",
            "…",
        ]
    ),
    max_size=10,
).map(" ".join)


@given(st.one_of(PRINTABLE, PIECES))
@settings(max_examples=150)
def test_any_text_gives_a_draft_or_a_refusal(jot: str) -> None:
    answer = drafting(jot)
    if answer is None:
        return
    assert answer.notes
    for note in answer.notes:
        assert all(note.text[clause.start : clause.end] == clause.text for clause in note.clauses)
        assert all(clause.text.strip() for clause in note.clauses)


@given(st.one_of(PRINTABLE, PIECES))
@settings(max_examples=150)
def test_every_number_told_as_observed_is_in_the_jot(jot: str) -> None:
    answer = drafting(jot)
    for clause in (clause for note in answer.notes for clause in note.clauses) if answer else ():
        if clause.origin == "observed":
            assert set(numerals(outside_quotes(clause.text))) <= set(numerals(jot)), clause.text


@given(st.lists(st.sampled_from([*FRAGMENTS, *PLAIN]), min_size=1, max_size=5, unique=True))
def test_no_number_of_a_plain_jot_is_lost(sentences: list[str]) -> None:
    jot = ". ".join(sentences)
    assert set(numerals(jot)) <= set(numerals(text_of(jot)))


@pytest.mark.parametrize("jot", ["", "   ", "...", "🙌", "\x00", "a" * 20_001])
def test_what_is_no_jot_is_refused(jot: str) -> None:
    with pytest.raises(OtassistError) as refused:
        assistant().draft("note", jot)
    assert refused.value.remedy
