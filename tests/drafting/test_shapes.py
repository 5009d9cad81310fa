"""The shapes in which therapists write, each with the sentence it becomes and what must never be made of it."""

from __future__ import annotations

import pytest

from otassist.bootstrap import build

ASSISTANT = build()


def told(jot: str, kind: str = "note") -> str:
    """All sentences of the draft that are no blanks."""
    notes = ASSISTANT.draft(kind, jot).notes
    return " ".join(clause.text for note in notes for clause in note.clauses if clause.origin != "blank")


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("book keeps sliding", "The book keeps sliding."),
        ("still asks aide b4 trying", "The student still asks the aide before trying."),
        ("shakes hand out x4", "The student shakes their hand out 4 times."),
        ("copied 3/5 sentences", "The student copied 3/5 sentences."),
        ("didn't notice the sign change", "The student did not notice the sign change."),
        ("he didnt know", "The student did not know."),
        ("cannot sit still", "The student cannot sit still."),
        ("zipper engages w/ mod A", "The zipper engages with moderate assistance."),
        ("no one talked to her", "No one talked to her."),
        ("late bell rang", "The late bell rang."),
        ("tent w/ binder helps", "A tent with the binder helps."),
        ("lunch aide (new) did not approach", "The lunch aide (new) did not approach."),
        ("shapes matched 8/10", "Shapes were matched 8/10."),
        ("peers done in 4 min", "The peers were done in 4 minutes."),
        ("sat 10 min", "The student sat for 10 minutes."),
        ("line got long, she walked out 7 min", "The student walked out for 7 minutes."),
        ("cube chair tried last 3 min", "The cube chair was tried for the last 3 minutes."),
    ],
)
def test_a_fragment_with_a_verb_becomes_its_sentence(jot: str, sentence: str) -> None:
    assert sentence in told(jot)


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("login I", "The student was independent with the login."),
        ("apron on I", "The student was independent with an apron on."),
        ("snaps I", "The student was independent with snaps."),
        ("mod I for buttons", "The student was modified independent for buttons."),
        ("min vc posture", "Minimal verbal cues were needed for posture."),
        ("min vc to start at top", "Minimal verbal cues were needed to start at the top."),
        ("vc x1 to start", "1 verbal cue was needed to start."),
        ("vc x3", "3 verbal cues were needed."),
        ("engage zip max A", "The student needed maximal assistance to engage the zip."),
        ("jar open mod vc", "The student needed moderate verbal cues to open the jar."),
        ("SBA on stairs", "Standby assistance was needed on the stairs."),
        ("TC not tried", "Tactile cues were not tried."),
        ("no help given by peer", "No help was given by the peer."),
        ("hand wash 6/8 steps I", "The student completed 6/8 steps of hand washing independently."),
        ("5/7 steps alone, 2 w/ vc", "The student completed 5/7 steps alone, 2 with verbal cues."),
    ],
)
def test_a_level_stands_with_what_it_was_needed_for(jot: str, sentence: str) -> None:
    assert sentence in told(jot)


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("letter formation 14/20", "Letter formation was 14/20."),
        ("legible 70%", "Legibility was 70%."),
        ("spacing 8/10", "Spacing was 8/10."),
        ("home row 28/36 keys", "The home row was 28/36 keys."),
        ("bookbag 14 lb", "was 14 pounds."),
        ("1 br", "The student took 1 break."),
        ("no tears today", "There were no tears today."),
        ("3 reversals", "The student made 3 reversals."),
        ("fisted grasp", "The student used a fisted grasp."),
        ("posture slumped", "Posture slumped."),
        ("hood up", "Their hood was up."),
        ("feet not on floor", "Their feet were not on the floor."),
        ("hand in lap", "Their hand was in their lap."),
        ("elbow down 70%", "Their elbow was down 70%."),
        ("under table 3 min", "The student was under the table for 3 minutes."),
        ("tired by 12 min", "The student was tired by 12 minutes."),
        ("mod A -> min A w/ visual", "The level went from moderate assistance to minimal assistance"),
        ("2nd trial took out 3 things", "On the 2nd trial, the student took out 3 things."),
        ("desk clean-out w/ checklist, 5/7 steps alone", "During the desk clean-out with a checklist, the student"),
        ("slant board, wrote 5 lines", "With a slant board, the student wrote 5 lines."),
    ],
)
def test_a_fragment_without_a_verb_gets_the_plainest_one(jot: str, sentence: str) -> None:
    assert sentence in told(jot)


@pytest.mark.parametrize(
    ("jot", "never"),
    [
        ("wipes, timer", "The student used"),
        ("wipes, timer", "The student wipes."),
        ("lights dim above desk", "The student lights"),
        ("water bottle out x2", "The student waters"),
        ("ball catch 3/5", "catches"),
        ("turn waits ok", "The student waits"),
        ("locker 4 old lunches", "The locker was 4"),
        ("gave short pencil w/ dot", "The student gave"),
        ("told Mr K: floor spot by rail", "Mr. K reported"),
        ("told coach to move cones", "The student told"),
        ("keyguard tolerated 5 min. vc for wrists", "5 minimal"),
        ("1 min. A: board helps line use", "minimal assistance"),
        ("beam: 2 of 6 ft then off", "was beamed"),
        ("better when seated by window", "improved"),
        ("S: n/a O: copied 3/5 words", "n/a"),
        ("opened 2/4 items, string cheese and lid", "were noted"),
        ("job coach call", "The job coach calls"),
        ("since fall she rides the bus", "After a fall"),
    ],
)
def test_what_a_fragment_does_not_say_is_not_said(jot: str, never: str) -> None:
    assert never not in told(jot)


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("consult w/ teacher. rec'd seat by door", "The therapist consulted with the teacher."),
        ("spoke to dad + resource tchr", "The therapist spoke to the student's father and the resource teacher."),
        ("met w/ Mr. V 10 min", "The therapist met with Mr. V"),
        ("told Ms K: floor spot by rail", 'The therapist told Ms. K the following: "floor spot by rail".'),
        ("agreed: photo of board, dad checks 7pm", 'The following was agreed: "photo of board, dad checks 7pm".'),
        ("suggested quiet corner", "The therapist recommended the quiet corner."),
        ("coach will try dots starting Mon", "The coach will try dots starting Monday."),
        ("I model it Wed", "The therapist will model it Wednesday."),
        ("Ms R to assign helper", "Ms. R is to assign a helper."),
        ("recheck 10/24", "The plan is to recheck 10/24."),
    ],
)
def test_a_consultation_says_who_told_and_who_will_do_what(jot: str, sentence: str) -> None:
    assert sentence in told(jot, "consult")


@pytest.mark.parametrize(
    ("jot", "sentence"),
    [
        ("mom says she hates velcro", "The student's mother reported that the student hates Velcro."),
        ("teacher says he loses his place", "The teacher reported that the student loses his place."),
        ("teacher asked me to look at seating", "The teacher asked the therapist to look at seating."),
        ("said 'my hand hurts'", 'The student said, "my hand hurts".'),
        ("T: 'its squeaky'", 'The teacher said, "its squeaky".'),
        ("dad emailed that she types at home", "reported that the student types at home."),
        ("para: 0 accidents this wk", "The paraprofessional reported"),
        ("peer said 'stop'", 'The peer said, "stop".'),
    ],
)
def test_a_report_names_its_speaker(jot: str, sentence: str) -> None:
    assert sentence in told(jot)


@pytest.mark.parametrize(
    "jot",
    [
        "X imit 2/5 copy 0/5",
        "stairs up 12 step to",
        "swing bkt: 2 person lift -> 1 + slide bd",
        "gest w/ FP then PP 2/3 tries zip engage pull",
        "same as last wk but w/ less A and he left early",
        "pressing so hard lead snapped x3",
        "6 w, 6 w/o",
    ],
)
def test_what_no_shape_fits_keeps_every_numeral_of_the_jot(jot: str) -> None:
    text = told(jot)
    assert all(numeral in text for numeral in "".join(c if c.isdigit() else " " for c in jot).split())


@pytest.mark.parametrize(
    ("jot", "said"),
    [
        ("A: 3/5 words. B: 2/5 words. P: retry both", "The plan is to retry both."),
        ("M: copied 3/5 words. N: copied 2/5 words. both in room 12 small grp", "in room 12"),
    ],
)
def test_what_holds_for_every_student_is_in_every_note(jot: str, said: str) -> None:
    notes = ASSISTANT.draft("note", jot).notes
    assert len(notes) == 2
    assert all(said in note.text for note in notes)


@pytest.mark.parametrize(
    ("jot", "own"),
    [
        ("A: 3/5 words, retry. B: 2/5 words", "3/5"),
        ("J.M.: P: try slant board. K.T.: copied 2/5 words", "slant board"),
    ],
)
def test_what_holds_for_one_student_is_in_one_note(jot: str, own: str) -> None:
    first, second = ASSISTANT.draft("note", jot).notes
    assert own in first.text
    assert "2/5" not in first.text
    assert own not in second.text
