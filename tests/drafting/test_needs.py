"""What a sentence tells of: a need, a strength, somebody else's matter, or what is around."""

from __future__ import annotations

import pytest

from otassist.drafting import concerns
from otassist.drafting.needs import kind_of
from otassist.drafting.units import units
from otassist.language import words_of

from .made import seen


def kinds(jot: str) -> list[str]:
    observation = seen(jot)
    return [kind_of(observation, unit) for unit in units(observation, observation.statements, words_of(jot)) if unit]


@pytest.mark.parametrize(
    ("jot", "kind"),
    [
        ("copied 2/5 words", "need"),
        ("zipper gets stuck 1/6 tries, pulls up fine once started", "need"),
        ("can't button", "need"),
        ("drops books", "need"),
        ("coat on ok", "strength"),
        ("no trouble w/ writing or backpack", "strength"),
        ("not seeing anything motor, writing legible", "strength"),
        ("keeps up in PE + class fine", "strength"),
        ("mom emails me weekly", "aside"),
        ("desk avalanche", "around"),
    ],
)
def test_a_sentence_is_of_one_kind(jot: str, kind: str) -> None:
    assert kinds(jot) == [kind]


@pytest.mark.parametrize(
    "jot",
    [
        "parent wants us to test for autism. motor and sensory screen fine",
        "grip 11 lb R 9 lb L, below norms. no trouble w/ writing, backpack, opening lunch per T",
        "mom wants reading goal, DRA lvl 6. not seeing anything motor, writing legible",
    ],
)
def test_a_jot_that_tells_only_of_strengths_beside_a_request_holds_no_concern(jot: str) -> None:
    assert concerns(seen(jot)) == ()


ASKED = "team asks can you just say if it's autism or adhd"


def test_traits_beside_a_request_for_a_diagnosis_are_part_of_it() -> None:
    assert concerns(seen(f"{ASKED}. flaps, lines up cars, no eye contact")) == ()


@pytest.mark.parametrize("need", ["copies 2/5 words from board", "can't carry tray in cafeteria, drops milk"])
def test_a_measured_or_placed_need_beside_it_is_a_concern(need: str) -> None:
    (concern,) = concerns(seen(f"{ASKED}. {need}"))
    assert "autism" not in concern.query
