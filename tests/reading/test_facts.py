"""The facts of a jot: their kinds, normal values, denials, hedges and links, as the contract lists them."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.domain import Fact, FactKind
from otassist.reading import read


def fact(jot: str, text: str) -> Fact:
    """The first fact with these words."""
    return next(found for found in read(jot).facts if found.text == text)


def kinds(jot: str) -> set[str]:
    return {found.kind for found in read(jot).facts}


def wrong(*row: Any, why: str) -> Any:
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=f"facts.py: {why}"))


@pytest.mark.parametrize(
    ("jot", "text", "kind", "value"),
    [
        ("copied 3/5 sentences", "3/5", "measure", "3/5 sentence"),
        ("copied 3 of 5 sentences", "3 of 5", "measure", "3/5 sentence"),
        ("legible 60%", "60%", "measure", "60%"),
        ("typed 12 wpm", "12 wpm", "measure", "12 word per minute"),
        ("next dollar up to $20", "$20", "measure", "$20"),
        ("took 2 breaks", "2", "count", "2 break"),
        ("shook hand x4", "x4", "count", "4 x"),
        ("left seat 3x", "3x", "count", "3 x"),
        ("30 mins 2x/mo", "2x/mo", "count", "2 x per month"),
        ("zipper mod A", "mod A", "assist", "moderate assistance"),
        ("washed hands I", "I", "assist", "independent"),
        ("coat SBA", "SBA", "assist", "standby assistance"),
        ("soap HOH", "HOH", "assist", "hand-over-hand assistance"),
        ("needed 3 vc", "3 vc", "cue", "3 verbal cue"),
        ("max vc to start", "max vc", "cue", "maximal verbal cue"),
        ("gest cue both times", "gest cue", "cue", "gestural cue"),
        ("handed in work, no prompts", "no prompts", "cue", "no prompt"),
        ("sat 12 min", "12 min", "duration", "12 minute"),
        ("30 mins 2x/mo", "30 mins", "duration", "30 minute"),
        ("9:05-9:35", "9:05-9:35", "clock_time", "9:05-9:35"),
        ("ran 10 ft", "10 ft", "distance", "10 foot"),
        ("letters 1/4 in tall", "1/4 in", "distance", "1/4 inch"),
        ("chorus obs 11/4: sang", "11/4", "date", "11/4"),
        ("19 y/o works at library", "19 y/o", "age", "19 year old"),
        ("2nd gr", "2nd gr", "grade", "2nd grade"),
        ("K boy", "K", "grade", "K"),
        ("OT room, 30 min", "OT room", "setting", "the OT room"),
        ("walked in hall", "hall", "setting", "the hallway"),
        ("push-in ELA", "push-in", "delivery", "push-in"),
        ("consult", "consult", "delivery", "consultation"),
        ("1:1 for 10 min", "1:1", "support", "1:1"),
        ("used slant board", "slant board", "tool", "slant board"),
        ("w/ pencil grip", "pencil grip", "tool", "pencil grip"),
        ("shook hand x4", "shook", "behavior", "shake"),
        ("hit peer", "hit", "behavior", "hit"),
        ("modeled letter a", "modeled", "intervention", "model"),
        ("OT demonstrated", "demonstrated", "intervention", "demonstrate"),
        ("'tired' at line 6", "'tired'", "quote", "tired"),
        ("P: retry slant board", "P: retry slant board", "plan", "P: retry slant board"),
        ("vision?", "vision", "question", "vision"),
        ("trouble w/ spacing", "trouble w/ spacing", "barrier", "trouble w/ spacing"),
        ("loves trains", "loves trains", "strength", "loves trains"),
        ("mom worried he tires", "mom worried he tires", "concern", "mom worried he tires"),
        wrong("BOT-2 below average", "BOT-2", "test", "BOT-2", why="a named test is no fact of kind test"),
        wrong("SPM given to tchr", "SPM", "test", "SPM", why="a named test is no fact of kind test"),
        ("copied in ELA", "ELA", "setting", "ELA"),
        wrong("10/3 copied 3/5", "10/3", "date", "10/3", why="a date that opens a line is a measure (quantities.py)"),
        ("10/3/24 copied 3/5", "copied", "behavior", "copy"),
        wrong(
            "teacher worried abt handwriting", "handwriting", "behavior", "handwriting", why="handwriting is a setting"
        ),
    ],
)
def test_a_fact_has_its_kind_and_normal_value(jot: str, text: str, kind: str, value: str) -> None:
    found = [(item.kind, item.value) for item in read(jot).facts if item.text == text]
    assert (kind, value) in found


@pytest.mark.parametrize(
    ("jot", "kind"),
    [
        ("a cup of paint", "assist"),
        ("sat in line", "distance"),
        ("copied 3/5", "date"),
        ("I think so", "assist"),
        ("max vc", "assist"),
        ("mom's bag", "quote"),
        ("copied 3/5", "cue"),
        ("sat 10 min", "clock_time"),
        ("he wrote name", "intervention"),
        ("coat zipped", "tool"),
        ("zipped coat", "plan"),
        ("wrote name", "measure"),
        ("left seat", "delivery"),
        ("min noise", "duration"),
    ],
)
def test_other_words_are_no_such_fact(jot: str, kind: str) -> None:
    assert kind not in kinds(jot)


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("not 3/5", "3/5"),
        ("did not zip coat", "zip"),
        ("without headphones", "headphones"),
        ("does not like glue", "like"),
        ("neither shoe tied", "tied"),
        ("never used grip", "used"),
        ("can't write name", "write"),
        ("didnt copy", "copy"),
    ],
)
def test_a_denied_fact_says_so(jot: str, text: str) -> None:
    assert fact(jot, text).negated


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("no tears, 3/5 words", "3/5"),
        ("copied 3/5, no tears", "3/5"),
        ("copied 3/5 no wait 4/5", "4/5"),
        ("never cries: sat 10 min", "sat"),
        ("not tired. wrote name", "wrote"),
        ("copied 3/5", "copied"),
        ("used grip w/o help", "used"),
        ("'no' then sat", "sat"),
        wrong("stopped when peer talked", "talked", why="`stopped` denies the verb of the clause behind it"),
    ],
)
def test_a_denial_does_not_reach_past_its_phrase(jot: str, text: str) -> None:
    assert not fact(jot, text).negated


@pytest.mark.parametrize(
    ("jot", "text", "hedge"),
    [
        ("~3/5 words", "~3/5", "~"),
        ("approx 10 min", "10 min", "approx"),
        ("sat about 5 min", "5 min", "about"),
        ("maybe 4/5", "4/5", "maybe"),
        ("almost 80%", "80%", "almost"),
        ("probably 3x", "3x", "probably"),
        ("roughly 10 ft", "10 ft", "roughly"),
        ("abt 3 lines", "3", "abt"),
    ],
)
def test_a_hedge_belongs_to_its_value(jot: str, text: str, hedge: str) -> None:
    assert fact(jot, text).hedge == hedge


@pytest.mark.parametrize(
    ("jot", "text"),
    [
        ("maybe tired, copied 3/5", "3/5"),
        ("copied 3/5 words", "3/5"),
        ("sat 10 min", "10 min"),
        ("probably bored. 4/5", "4/5"),
        ("zipper mod A", "mod A"),
        ("left seat 3x", "3x"),
        ("3/5 maybe", "3/5"),
        ("legible 60%", "60%"),
    ],
)
def test_a_hedge_elsewhere_leaves_the_value_sure(jot: str, text: str) -> None:
    assert fact(jot, text).hedge is None


@pytest.mark.parametrize(
    ("jot", "old", "new"),
    [
        ("copied 3/5 no wait 4/5", "3/5", "4/5"),
        ("zipper min A sorry mod A", "min A", "mod A"),
        ("sat 10 min, make that 12 min", "10 min", "12 min"),
        ("legible 60% actually 70%", "60%", "70%"),
        ("cut 2/4 scratch that 3/4", "2/4", "3/4"),
        ("shook hand 2x no 3x", "2x", "3x"),
        ("copied 3/5 oops 4/5", "3/5", "4/5"),
        ("copied 3/5 I mean 4/5", "3/5", "4/5"),
    ],
)
def test_a_withdrawn_value_points_to_the_one_that_holds(jot: str, old: str, new: str) -> None:
    assert fact(jot, old).replaced_by == fact(jot, new).id
    assert fact(jot, new).replaced_by is None


JOTS = st.lists(
    st.sampled_from(
        ["copied 3/5", "zipper mod A", "no tears", "'hurts'", "P: timer", "J.M.:", "x4", "sat 10 min", "vision?"]
    )
).map(". ".join)


@given(JOTS)
def test_facts_are_numbered_in_the_order_of_the_jot(jot: str) -> None:
    facts = read(f"sat. {jot}").facts
    assert [item.id for item in facts] == [f"f{number}" for number in range(1, len(facts) + 1)]
    assert [item.start for item in facts] == sorted(item.start for item in facts)


@given(JOTS)
def test_every_kind_is_one_of_the_contract(jot: str) -> None:
    assert kinds(f"sat. {jot}") <= set(get_args(FactKind))


@given(st.integers(1, 9), st.integers(10, 99))
def test_a_changed_number_changes_only_its_own_value(small: int, large: int) -> None:
    values = [item.value for item in read(f"copied {small}/9 words. sat {large} min. zipper mod A").facts]
    assert values == ["copy", f"{small}/9 word", "sit", f"{large} minute", "moderate assistance"]
