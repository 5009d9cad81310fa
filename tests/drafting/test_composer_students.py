"""Several students: one note for each label, nothing copied from one to the other."""

from __future__ import annotations

import pytest

from .drafted import drafting

PAIRS = [
    ("J.M.: copied 3/5 sentences. K.T.: 1/5 sentences", {"J.M.": ("3/5", "1/5"), "K.T.": ("1/5", "3/5")}),
    ("J.M.: zipper mod A\nK.T.: zipper I", {"J.M.": ("moderate", "independent"), "K.T.": ("independent", "moderate")}),
    ("Student 1: 4/6 words. Student 2: 2/6 words", {"Student 1": ("4/6", "2/6"), "Student 2": ("2/6", "4/6")}),
    ("A: 8/10 dots. B: refused glue", {"A": ("8/10", "refused"), "B": ("refused", "8/10")}),
    (
        "Stu 1 wrote 3 words\nStu 2 wrote 5 words",
        {"Student 1": ("3 words", "5 words"), "Student 2": ("5 words", "3 words")},
    ),
    ("D.R. - no tears today\nE.S. - cried x2", {"D.R.": ("no tears", "2 times"), "E.S.": ("2 times", "no tears")}),
    (
        "J.M.: HOH for k. K.T.: SBA for k",
        {"J.M.": ("hand-over-hand", "standby"), "K.T.": ("standby", "hand-over-hand")},
    ),
    (
        "J.M.: P: try slant board. K.T.: P: try pencil grip",
        {"J.M.": ("slant board", "pencil grip"), "K.T.": ("pencil grip", "slant board")},
    ),
]


@pytest.mark.parametrize(("jot", "expected"), PAIRS)
def test_each_label_has_its_own_note(jot: str, expected: dict[str, tuple[str, str]]) -> None:
    notes = {note.student: note.text for note in drafting(jot).notes}
    assert notes.keys() == expected.keys()
    for label, (theirs, others) in expected.items():
        assert theirs.lower() in notes[label].lower()
        assert others.lower() not in notes[label].lower()


@pytest.mark.parametrize(
    "jot",
    [
        "copied 3/5 sentences. said 'im done'",
        "A: fatigue limits copying. P: retry. copied 1/5",
        "S: said ok. O: copied 3/5. A: tired. P: retry",
        "J.M. copied 3/5. J.M. zipped coat",
        "T: 'he gives up'. copied 1/5",
        "peer handed him scissors. cut circle",
        "Ms K moved his desk. wrote name",
        "OT: demo. OTA: practice. copied 2/4",
    ],
)
def test_one_student_has_one_note(jot: str) -> None:
    assert len(drafting(jot).notes) == 1


@pytest.mark.parametrize(
    "jot", ["J.M.: copied 3/5. K.T.: 1/5. both in small grp, 30 min", "both 20 min. J.M.: I. K.T.: mod A"]
)
def test_what_is_for_both_is_in_both(jot: str) -> None:
    minutes = "30 minutes" if "30" in jot else "20 minutes"
    assert all(minutes in note.text for note in drafting(jot).notes)


@pytest.mark.parametrize(
    "jot", ["J.M.: copied 3/5. K.T.: 1/5.\n\nrefused eraser x2", "grp of 3 rm 11. A: 8/10. B out sick. C: 4/10"]
)
def test_no_sentence_about_one_stands_in_both_notes(jot: str) -> None:
    notes = drafting(jot).notes
    assert len(notes) == len({note.student for note in notes})
    for fact in ("refused", "8/10", "4/10", "3/5", "1/5"):
        assert sum(fact in note.text for note in notes) <= 1
