"""What blind readers refused to sign, by kind: each sentence says what the jot says, and where it belongs."""

from __future__ import annotations

import pytest

from otassist.domain import Section

from .drafted import drafting, note, said

TOLD = [
    # an act of the therapist or of nobody named is not the student's
    ("rough day. sat near, no demands, offered putty", "objective", "sat near, no demands, offered putty"),
    ("calm room. Sat w/ him, counselor there", "objective", "sat with him"),
    ("faded to line of sight, 22 min straight", "objective", "faded to line of sight"),
    ("Redirected 5x by tchr", "objective", "redirected 5 times by teacher"),
    ("pushed past by 5th graders", "objective", "pushed past by 5th graders"),
    ("covered bottom half w/ my folder", "objective", "covered bottom half with the therapist's folder"),
    ("wrote it up for board", "objective", "wrote it up for board"),
    ("pushed in to lunch, opened milk 3/4", "objective", "pushed in to lunch"),
    ("he pushed in to the line", "objective", "The student pushed in to the line"),
    # a count before is no act
    ("was 40 in sept", "objective", "was 40 in September"),
    ("Guessed 5 min, took 18", "objective", "guessed 5 minutes, took 18"),
    ("uses pass. Passes now 3/day", "objective", "passes now 3 per day"),
    ("Buttons off body 3/4", "objective", "buttons off body 3/4"),
    # reports and speech
    ("said 'again' w/ shaky voice", "subjective", 'The student said "again" with shaky voice.'),
    ("said hi to 2 coworkers w/o prompt", "objective", "The student said hi to 2 coworkers without prompt."),
    ("Teacher wants more of the paper", "subjective", "The teacher wants more of the paper."),
    ("Mom at the door says he avoids drawing", "subjective", "It was reported: mother at the door says he avoids"),
    ("kids said yes, joined game", "objective", "students said yes"),
    # help and people
    ("aide mod help w/ login", "objective", "aide moderate help with login"),
    ("para repositions max a x2 people", "objective", "with maximal assistance from 2 people"),
    ("No goal needed here I think", "objective", "the therapist thinks"),
    ("no vc after 1st row", "objective", "No verbal cues were needed after 1st row."),
    # signs
    ("tongs → cotton balls 12/15", "objective", "tongs – cotton balls 12/15"),
    ("12 min → 8 min since sept", "objective", "12 minutes, then 8 minutes since September"),
    ("copied + and square", "objective", '"+" and a square'),
    ("faced 2 shelves / 25 min", "objective", "2 shelves"),
    ("Cried 6 min (was 20 the first week)", "objective", "(was 20 the first week)"),
    ("did 6 indep, deod. + hair needed help", "objective", "deodorant and hair needed help"),
    # plans
    ("P: mirror?", "plan", "mirror?"),
    ("Next time the small caps", "plan", "next time the small caps"),
    ("try 2 wks", "plan", "try 2 weeks"),
    ("recheck 3 wks", "plan", "recheck in 3 weeks"),
    ("need to make up minutes", "plan", "to make up minutes"),
    ("visit 2 next Tues classroom writing", "plan", "visit 2 next Tuesday"),
    ("The driver agreed to the front right seat", "plan", "It was agreed: the driver agreed"),
]


@pytest.mark.parametrize(("jot", "section", "words"), TOLD, ids=[row[0] for row in TOLD])
def test_it_is_told_in_its_place(jot: str, section: Section, words: str) -> None:
    assert words.lower() in " ".join(said(jot, section)).lower(), note(jot).text


NOT_TOLD = [
    ("pushed in to lunch, opened milk 3/4", "The student pushed in"),
    ("rough day. sat near, no demands, offered putty", "The student sat"),
    ("calm room. Sat w/ him, counselor there", "The student sat"),
    ("Redirected 5x by tchr", "The therapist redirected"),
    ("Guessed 5 min, took 18", "for 5 minutes"),
    ("kids said yes, joined game", "reported"),
    ("tongs → cotton balls 12/15", "then cotton"),
    ("mounted 2 in closer", "2 in closer"),
    ("aide is doing too much of it, showed her. washes hands 4/6", "her hands"),
    ("swing on tummy 2 min\nA: unsure", "minimal"),
    ("wants to write mommy", "mother"),
    ("spacing finger stick/min vc", "per minute"),
    ("columns drift R. graph paper turned", "right graph"),
]


@pytest.mark.parametrize(("jot", "words"), NOT_TOLD, ids=[row[0] for row in NOT_TOLD])
def test_it_is_not_told(jot: str, words: str) -> None:
    assert words.lower() not in " ".join(said(jot)).lower()


@pytest.mark.parametrize(
    ("jot", "opening"),
    [
        ("Gr 5 multistep craft. Skipped step 3", "The student is in grade 5."),
        ("K work boxes 4/5 I", "The student is in kindergarten."),
        ("4th desk clean out. found 2 books", "The student is in 4th grade."),
        ("Bus, PreK. Climbs 3 steps", "The student, in PreK, was seen on the bus."),
        ("gr 3 music/chorus. sang 1 song", "The student, in grade 3, was seen during music and chorus."),
        (
            "am arrival routine, 1st gr. 3/5 steps",
            "The student, in 1st grade, was seen during the morning arrival routine.",
        ),
        ("Senior, job visit. 12 bags", "The student is a senior."),
    ],
)
def test_the_opening_says_who_and_where(jot: str, opening: str) -> None:
    assert said(jot, "objective")[0] == opening


@pytest.mark.parametrize(
    "jot", ["Gr 4 tchr asks why maps fall apart", "5th gr team consult. R off task", "1st session w/ pencil"]
)
def test_a_grade_that_belongs_to_somebody_else_opens_nothing(jot: str) -> None:
    assert not any(text.startswith("The student is in") for text in said(jot))


@pytest.mark.parametrize(("jot", "about"), [("swing transfer max A x2", "x2"), ("pants up over hips max a x1", "x1")])
def test_what_only_the_therapist_knows_is_asked(jot: str, about: str) -> None:
    assert about in [question.about for question in drafting(jot).observation.questions]


@pytest.mark.parametrize("jot", ["zipper max A x2", "cut 3/4 x2", "M is 20", "wkly schedule w/ D (21)", "mostly B D R"])
def test_what_is_plain_is_not_asked(jot: str) -> None:
    assert drafting(jot).observation.questions == ()
