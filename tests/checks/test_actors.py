"""Actors: only people of the jot, each with what the jot tells of them."""

from __future__ import annotations

import pytest

from .checking import blockers

OTHERS = [
    ("paper turned by me", "O: The student turned the paper.", "swapped_actor"),
    ("tchr reports rushing", "The aide reports rushing.", "invented_actor"),
    ("mom sez velcro at home", "The student's father said velcro at home.", "invented_actor"),
    ("mom sez velcro at home", "The teacher said velcro at home.", "invented_actor"),
    ("zipped coat", "A peer zipped the coat.", "invented_actor"),
    ("gave headphones", "The nurse gave headphones.", "invented_actor"),
    ("opened milk carton I", "The therapist opened the milk carton.", "swapped_actor"),
    (
        "aide opened milk. tchr read story",
        "The teacher opened the milk. The aide read the story.",
        "swapped_actor",
    ),
    (
        "tchr sez rushes. aide opened milk",
        "The aide said he rushes. The teacher opened the milk.",
        "swapped_actor",
    ),
    (
        "peer pushed him. para redirected",
        "The paraprofessional pushed him. A peer redirected.",
        "swapped_actor",
    ),
]
SAME = [
    ("paper turned by me", "O: The therapist turned the paper."),
    ("paper turned by me. P: turn paper w/ less help", "P: Teach her to turn the paper."),
    ("tchr reports rushing", "The teacher reports rushing."),
    ("mom sez velcro at home", "The student's mother said velcro at home."),
    ("mom sez velcro at home", "The student's parent said velcro at home."),
    ("OT demo'd letter a", "The therapist demonstrated the letter a."),
    ("gave headphones", "The therapist gave headphones."),
    ("opened milk carton I", "The student opened the milk carton independently."),
    ("met w/ Mr. V 10 min in hallway", "The therapist met with Mr. V for 10 minutes in the hallway."),
    ("aide opened milk. tchr read story", "The aide opened the milk. The teacher read the story."),
    ("aide opened milk", "The milk was opened by the aide."),
    ("peer pushed him. para redirected", "A peer pushed him. The paraprofessional redirected."),
]


@pytest.mark.parametrize(("jot", "note", "check"), OTHERS)
def test_somebody_else_than_in_the_jot_blocks(jot: str, note: str, check: str) -> None:
    assert check in blockers(jot, note)


@pytest.mark.parametrize(("jot", "note"), SAME)
def test_the_jots_own_people_pass(jot: str, note: str) -> None:
    assert blockers(jot, note) == set()
