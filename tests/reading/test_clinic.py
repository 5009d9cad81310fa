"""Body measures and tasks of the clinic are noticed; the same words about a school task are not."""

from __future__ import annotations

import pytest

from otassist.reading import scope

CLINIC = """
grip R 11 lb L 9
lateral pinch 6 lb, 3 jaw 7 lb
grip strength R 14 kg
AROM R shoulder flex 0-110
elbow ext lacks 15 deg
supination 0-45 R
strength 3+/5 bil UE
core strength poor
muscle tone increased R arm
ATNR present L
moro not integrated
vestibular input 10 min platform swing
rotary board 10x each way
superman hold 9 sec
wall push ups 2x10
putty exercises 3 sets of 10
wheelbarrow walk 15 ft
half kneel 10 sec each side
joint compressions 10x each
bolster swing prone, 5 min
grip: 12 lbs R, 8 L
planks 15 sec x3
plank x 3
low muscle tone, hypotonia in trunk
R grip 14#, L 10#
grip str R 12 lb
did 10 wall pushups
shoulder ROM limited
9 hole peg test 32 sec
crawled in quadruped 10 ft
"""
"""Nothing but the body or the clinic."""

HELD_OUT = """
grip R 22# L 18#
pinch R 4 L 3 lbs
dynamometer R 18 L 15
PROM wfl bil UEs
wrist extension 40 degrees R
MMT 4-/5 R biceps
ue strength grossly 4/5
hypotonic trunk, low tone
MAS 1+ R elbow flexors
STNR and TLR still there
primitive reflexes screen, 3 retained
post rotary nystagmus 4 sec
prone ext 8 sec, supine flex 6 sec
plank 12 sec
theraputty 5 min, pulled 8 beads
therapy ball prone walk outs 10x
quadruped 20 sec, arm lifts
single leg stance R 4 sec L 6
wilbarger brushing q2h
scooter board prone 20 ft x 5
"""
"""As CLINIC; written before the phrases."""

SCHOOL = """
strong grip on the rail going down stairs
plank of wood sanded in shop 3/4
rom-com picked for movie reward
putty used before writing 3/5 lines
pencil grip (rubber) on, 4/6 lines
pinch of salt in cooking class
held rail, 12 stairs
wrist watch buckle 2/3
hip hop unit in PE, joined 10 min
used extension cord safely in shop
flexible seating, wobble stool 9 min
waited for the swing 2 min
ball game in PE, threw 4/6
wheelbarrow pushed in garden club
brushing teeth after lunch 4/5 steps
reflex answer, blurted 4x
strengths: kind, funny
midline of the page, folded paper in half
weights the paper so it stays put
kneeled at low table to build 6 blocks
tire swing at recess, 2 turns
cut planks 12 in long in shop, 3/4
low tone of voice, asked for help 2/3
lifted 10 lb box at job site w/ good grip
grip 10 lb bag w/ two hands at food pantry
signed name 10 reps
3 sets of 10 in weights class w/ list
ext 204 on the phone list, dialed 4/4
hip bumped desk, needs wider path
balance beam in PE, waited turn
finger foods at lunch, opened bag 2/3
core subjects, planner 3/5
tone it down said tchr, quieted 2/3
wall posters copied 3/5
elbow room in line kept 4/5
"""
"""The same words at school."""

HELD_OUT_SCHOOL = """
tone of voice loud w/ peers
bolster seat at circle, sat 8 min
core class schedule taped to binder
grip slips on the jar lid, opened 2/5
pinches the zipper pull, 3/4
pinched peer in line 1x
hit his elbow on the desk
shoulder bag for books, carried 4/5
knee pads on for recess
homework extension given
swing at recess, took turns 3/4
bolster pillow in reading corner
sat on therapy ball seat, wrote 4/5 lines
scooter unit in PE, stayed in lane 3/4
brushes hair before photo
strength is art, weakness is copying
crossed the street w/ 1 vc
moro is his last name on cubby label
degree of help: min
integrated co-taught class, 4/5 tasks
"""
"""As SCHOOL."""


def named(jot: str) -> list[str]:
    return [jot[notice.start : notice.end] for notice in scope.clinic(jot)]


@pytest.mark.parametrize("jot", [*CLINIC.strip().splitlines(), *HELD_OUT.strip().splitlines()])
def test_a_body_measure_or_clinic_task_is_noticed(jot: str) -> None:
    assert named(jot)


@pytest.mark.parametrize("jot", [*SCHOOL.strip().splitlines(), *HELD_OUT_SCHOOL.strip().splitlines()])
def test_the_same_words_about_school_are_not(jot: str) -> None:
    assert named(jot) == []


@pytest.mark.parametrize(
    ("jot", "words"),
    [
        ("grip R 11 lb L 9", ["grip R 11 lb L 9"]),
        ("cut 3/5, AROM wfl", ["AROM", "wfl"]),
        ("opens 2/5 lids. GRIP: 12 LBS", ["GRIP: 12 LBS"]),
        ("low tone, slides off chair 4x", ["low tone"]),
        ("drome", []),
    ],
)
def test_a_notice_spans_the_words_of_the_clinic(jot: str, words: list[str]) -> None:
    assert named(jot) == words
