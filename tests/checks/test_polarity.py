"""Denials: none is lost, none is added, whatever words deny."""

from __future__ import annotations

import pytest

from .checking import blockers

LOST = [
    ("knife not yet", "Knives were tried."),
    ("wont use in front of peers", "The student will use it in front of peers."),
    ("device is not sent home", "The device is ready; the team sent it home."),
    ("did not leave line", "The student left the line."),
    ("didnt finish worksheet", "The student finished the worksheet."),
    ("can't tie shoes", "The student can tie shoes."),
    ("no hitting today", "There was hitting."),
    ("wrote name w/o reversals", "The student wrote the name with reversals."),
    ("never raised hand", "The student raised a hand."),
    ("refused scissors", "The student used scissors."),
    ("unable to snap jeans", "The student snapped the jeans."),
    ("zipped coat. did not hang backpack", "The student zipped the coat. The student hung the backpack."),
    ("mom denies biting at home", "The student's mother reported biting at home."),
]
KEPT = [
    ("knife not yet", "Knives are not yet tried."),
    ("wont use in front of peers", "The student will not use it in front of peers."),
    ("late 0 days this wk", "The student was late on no day this week."),
    ("did not leave line", "The student did not leave the line."),
    ("didnt finish worksheet", "The student didn't finish the worksheet."),
    ("didnt finish worksheet", "The worksheet was left unfinished; the student did not finish it."),
    ("can't tie shoes", "The student cannot tie shoes."),
    ("can't tie shoes", "The student is unable to tie shoes."),
    ("no hitting today", "No hitting was seen."),
    ("wrote name w/o reversals", "The student wrote the name with no reversals."),
    ("never raised hand", "The student never raised a hand."),
    ("refused scissors", "The student refused scissors."),
    ("not able to cut circle", 'The therapist noted "not able to cut circle".'),
    ("quit after row 2", "The student did not finish after row 2."),
]
ADDED = [
    ("left line", "The student did not leave the line."),
    ("finished worksheet", "The student didn't finish the worksheet."),
    ("tied shoes", "The student cannot tie shoes."),
    ("hit peer at recess", "There was no hitting of a peer at recess."),
    ("raised hand", "The student never raised a hand."),
    ("used scissors", "The student refused scissors."),
    ("snapped jeans", "The student was unable to snap the jeans."),
    (
        "zipped coat. did not hang backpack",
        "The student did not zip the coat. The student did not hang the backpack.",
    ),
]


@pytest.mark.parametrize(("jot", "note"), LOST)
def test_a_lost_denial_blocks(jot: str, note: str) -> None:
    assert "lost_negation" in blockers(jot, note)


@pytest.mark.parametrize(("jot", "note"), KEPT)
def test_a_kept_denial_passes(jot: str, note: str) -> None:
    assert not {"lost_negation", "added_negation"} & blockers(jot, note)


@pytest.mark.parametrize(("jot", "note"), ADDED)
def test_an_added_denial_blocks(jot: str, note: str) -> None:
    assert "added_negation" in blockers(jot, note)
