"""Quotations: by whoever says them in the jot."""

from __future__ import annotations

import pytest

from .checking import blockers

OTHERS = [
    ('tchr: "it has to go"', 'The aide said, "it has to go".'),
    ('she says "it doesnt hurt". mom present', 'The mother said, "it doesnt hurt".'),
    ('mom says "he loves it". tchr present', 'The teacher said, "he loves it".'),
    ('mom says "he loves it"', 'The student said, "he loves it".'),
    ('said "my hand hurts". aide near', 'The aide said, "my hand hurts".'),
    ('L knocked the tower, M said "we can fix it"', 'L said, "we can fix it" when the tower was knocked over.'),
    ('tchr says "too loud". para present', '"Too loud," said the paraprofessional.'),
    ('J: "I hate losing". K took turns 4/5', 'K said, "I hate losing".'),
    ('peer said "my turn". tchr watched', 'The teacher stated, "my turn".'),
]
SAME = [
    ('tchr: "it has to go"', 'The teacher said, "it has to go".'),
    ('she says "it doesnt hurt"', 'She said, "it doesnt hurt".'),
    ('mom says "he loves it"', 'The student\'s mother reported, "he loves it".'),
    ('said "my hand hurts"', 'The student said, "my hand hurts".'),
    ('L knocked the tower, M said "we can fix it"', 'When L knocked the tower, M said, "we can fix it".'),
    ('tchr says "too loud"', '"Too loud," said the teacher.'),
    ('she said "give me a key"', 'The therapist recorded: she said "give me a key".'),
    ('circled "b" for "d" 3x', 'The student circled "b" for "d" 3 times.'),
    ('asked "can i sit here" w/ coach whisper', 'The student asked "can i sit here" with coach whisper.'),
]


@pytest.mark.parametrize(("jot", "note"), OTHERS)
def test_a_quotation_of_somebody_else_blocks(jot: str, note: str) -> None:
    assert blockers(jot, note) & {"swapped_actor", "invented_actor"}


@pytest.mark.parametrize(("jot", "note"), SAME)
def test_the_jots_own_speaker_passes(jot: str, note: str) -> None:
    assert blockers(jot, note) == set()
