"""Requests for somebody else's work are redirected, background is not; safety matters raise a banner.

HELD_OUT and HELD_OUT_BACKGROUND were written before the patterns, and no pattern was mended after what they showed.
They measure, so a miss in them is no reason to add its words: new jots go to REQUESTS and BACKGROUND.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from otassist.language.tables import rules
from otassist.reading import read, scope

REQUESTS = """
# reading_instruction
reads at about 3rd gr level, fluency 58 wpm, that's what mom wants a goal for
gen ed tchr: can OT add a goal so he gets to 70 wcpm?
cuts curves w/in 1/4 in 3/5, min A. principal wants me to bump her lexile by june
parent req OT obj for sounding out cvc words
letters float off line 6/10. Dad wants her reading on grade level & wants it in the OT goals
team: put decoding in my plan since he has no reading specialist
backpack routine 3/6 steps. also they'd like OT to teach vowel sounds
Tchr wants OT to write a fluency goal (38 wpm on dibels)
tchr: OT can take her for phonics, right?
pls put a comprehension obj in
needs OT goal - reading fluency, 2nd gr passages
# math_instruction
tchr wants OT goal for times tables
digits drift out of columns 5/8 probs. tchr also wants goal for adding w/in 20
need obj for skip counting by 5s, per sped
pencil grasp static tripod, fatigues 4 min; sped wants 'will solve 2-step word problems' on my page
pls write smth for subtraction facts 0-10
can't open milk. Tchr: could OT do number sense games to bring up his math score
Mr. R hoping OT will do money math + fractions w/ him
goal please: long division steps
# spelling_instruction
mom wants OT goal for spelling, failing tests every fri
letter size 4/10 in space. Tchr wants me to add 'spell 15/20 grade words' to goals
OT obj for spelling cvce patterns requested by reading tchr
copied 2/5 sentences, skips words. Mrs. P thinks OT should teach him to spell sight words
team wants spelling on the OT page, 60% to 80%
buttons 2/4 w/ vc. tchr wants to know if i can raise his spelling grade
dad: OT should drill spelling words nightly list
goal wanted - spell 10 cvc words
# speech_language
/r/ and /s/ still off, peers tease. Teacher asked me for a goal
mom wants goal for r sound, kids tease her
unzips bag indep, hangs coat w/ 2 vc. dad wants OT to fix his stutter
K tchr: nobody understands him when he talks, can OT write a goal for that
desk push-ups then 8 min on task. Gma asks for a lisp goal in OT
please draft obj: use 4-word sentences
spacing off 6/9 words, mom wants OT to get him talking more
mom asked for goal on /r/ and 'more words'
Parent wants OT goal for saying s and th. 'her lisp'
team wants me to do language goals while slp on leave
# physical_therapy
mom wants goal for walking w/o toe walking
carries tray 2/5 w/o spill. parent wants OT to stretch his hamstrings too
need you to write obj re: walker training, 150 ft in hall
zipper mod A. principal: no PT this yr so OT should do ambulation
can OT take the PT minutes? mom wants balance + gait work
copying 3/6 lines. mom: pls add PT goal for running form
They want a gait + AFO goal from me
job site goal req. for PT piece: walk 300 ft w/ quad cane
PE: can u do PT exercises w/ him for his limp
team wants ambulation distance under ot
goal for heel toe walking asap per mom
# behavior_therapy
admin wants me to write his behavior plan by fri
name legible 3/5. Tchr also wants OT to fix the tantrums at cleanup
mom requests ABA during school from OT
cuts w/ min A 4/5. they want goal that he will have 0 aggressive incidents
can ot do something abt biting peers, tchr wants a goal
backpack 4/6. team asked OT to set up a token system so she stops eloping
tchr wants a reward chart to stop the hitting from me
principal: OT needs to fix his behavior in class
I was told to write up the BIP
# counselling
mom wants OT to do counseling for her anxiety
zones chart used 2/4. Dad wants goal for his depression
need obj for self esteem
copy 5/8 words; team asks OT to treat her ptsd
parent requests talk therapy from ot for panic attacks
uses break card 3/6, AP wants OT to help him process trauma
AP: you do the counseling piece til jan
mom wants help w/ his depression in OT
need goal abt his trauma
# medication
mom asks should he go up on his adderall
on task 4/15 min. Dad asked if concerta would help
can you recommend something to help him sleep, melatonin?
left seat 9x in 20 min. principal wants OT to ask parents abt medicating
is his med wearing off? should dr change it, tchr wants answer from OT
hood zip 2/5. Dad wants advice re CBD gummies for calming
mom: is 10mg enough?? he is still wild
tchr asking why isn't he on meds
dad wants me to weigh in on the new med
# diagnosis
mom asks if its dysgraphia
letters reversed 6/10. parent wants OT to confirm dyslexia
need a dx of spd from ot for insurance
copied 3/5 lines. tchr asks 'is it adhd?'
please state in the report that he has sensory processing disorder
grasp fisted. team wants to know if he might have CP
team asks can you just say if it's autism or adhd ...
dad said 'please write the diagnosis'
mom wants a letter saying autism
does this look like dyspraxia to you
# medical_care
tube fed, mom asking for feeding order + what formula. nurse has it
mom wants OT to do feeding therapy for swallowing
opens lunch 3/5. parent asks for goal for chewing & swallowing safely
tchr wants me to look at her rash
coat off indep. mom requests goal for constipation / potty regularity
principal asks if I can clear him for PE after the fracture
buttons 2/5 R hand only. mom wants OT to make serial casts for elbow
dad asked me to look at his swollen wrist
need plan from OT for seizure care
can OT do the cath at noon
# vision_testing
tchr asks me to check if she needs glasses
skips lines 4/10. parent asks OT to do convergence exercises
need goal for saccades & pursuits
copies 3/8 words from board. Optometrist wants OT to carry out eye patching
team asks OT to teach braille
zip 3/5. principal asks if i'd test visual acuity, no nurse
nurse says OT can do eye checks??
mom thinks he needs glasses, wants me to test
# hearing_testing
tchr thinks he can't hear, can OT test it
covers ears 4x in caf. parent asks OT to do listening therapy for his capd
can you adjust her hearing aids, they whistle
lines up 3/5. dad asks for sign language lessons from ot
need audiology eval done by OT
buttons 3/5. mom wants to know if he has hearing loss
can you tell if he hears ok, tchr wants him tested
parent wants me to teach ASL
# clinic_only_aims
outpt OT says add goal for grip strength to 15 lb
copied 3/5 lines. Dad asks for goal for core strength
write obj: increase shoulder flexion AROM to 150
cuts 3/5. team goal for low tone please
can we add 'hold plank 30 sec' as goal
types 8 wpm. mom: need bilateral coordination / midline crossing goal like clinic has
goal: pinch 8 lb by june
dad wants him stronger, add strength goal
ortho wants OT to range his wrist, PROM daily
# promise_of_cure
mom wants me to promise he'll have good handwriting by june
letters legible 5/10. parent wants guarantee he will catch up to peers
tchr: will ot fix this by xmas for sure?
copied 4/7. Gma: can you make him normal
please say in the report he will outgrow it
tray 4/5. principal told me to assure family he'll be all better next year
mom: so by summer he'll be normal right?
wants me to guarantee he passes the state test writing part
# placement_eligibility
mom asks me if he qualifies for an iep
copied 3/6. tchr wants OT to recommend self contained
should he repeat K? tchr wants my vote
on task 5/15 min. AP asks me to get him out of gen ed
need ot to sign off that he's eligible under OHI
zips 3/5. tchr asks can you change her report card grade in art
tchr wants him out of her class, asks me to say so in report
can OT get him an aide
does she qualify for sped, dad asks
"""
"""By topic of out_of_scope.toml, as therapists, teachers and parents put it; many beside a concern of OT."""

HELD_OUT = """
# reading_instruction
mom emailed asking me to tutor him in phonics 2x/wk
loses place copying, 4 lines skipped of 10; tchr thinks i should do sight words w/ her in session
sped asks if i can take over his guided reading grp
keyboarding 12 wpm w/ 3 errors. Ms. B asked for comprehension goal from OT too
can u write one for reading rate, he's at 41 words/min
zips coat w/ mod A, also gma says please help him learn to read
# math_instruction
mom asking me to work on regrouping & borrowing w/ him
scissors fwd on thick line 4 in. Dad requests OT teach fractions before the state test
principal asked if OT could cover math intervention block for her
copies from board 3/7 words. can I get a math fluency goal written under OT?
parent wants him on grade level in math thru OT
desk messy, 3 min to find folder, also want me to get him multiplying 2 digit by 1 digit
# spelling_instruction
tchr asks can you do his spelling words w/ him so he passes
types 9 wpm hunt & peck; dad req. we fix her spelling
can OT write a goal abt silent e and vowel teams
grips pencil too tight, hand hurts after 6 min. parent asked for a spelling program from ot
grandma: teach her to spell all the words on the 2nd gr list pls
spacing 5/9 words. also add goal that he'll spell high freq words right in journal
# speech_language
tchr asks OT to work on him talking in full sentences
cuts 4/6 shapes; parent also asked for more words / bigger vocab goal
principal wants me to pick up her artic until new slp is hired
drops utensils 3/5 at lunch. tchr requests obj for answering who/what/where questions
parent says add 'say th and s clearly' to OT goals
scissors backwards in hand. sped wants ot goal: will produce k/g in words
# physical_therapy
PE tchr asks if i can do leg strengthening w/ her
sits 6 min at circle on wedge; team asks for gait goal from me
dad asked OT to check fit of new AFOs & adjust straps
hand fatigue at 5 min. Parent request: goal that he walks 200 ft w/ gait trainer
tchr wants me to fix how he walks, legs turn in
coat inside out each day, 2/5 zip. job coach req goal 'walk 1/4 mile w/ forearm crutches'
# behavior_therapy
tchr wants goal: stop hitting
headphones on 4 min in caf. principal asks me to run an fba
sped: add obj for compliance w/ adult directives
seat cushion, 9 of 20 min. dean asked for consequences for cursing from me
parent wants us to get rid of his hand flapping
tray 2/4 spills. AP: write up goal to decrease noncompliance & defiance
# counselling
tchr asks can you talk to him abt the divorce each week
leaves art when loud, 3/5. principal wants me to do therapy w/ her re: grandma dying
guid. counselor out on leave - can OT cover his counseling mins?
shoes tied 1/5. Mom asks for goal on grief since dad passed
asked me to write a goal abt school refusal / anxiety disorder
hand cramps p 4 lines. teacher: can you screen for depression while ur w/ her
# medication
tchr wants me to tell parents he needs meds
cuts 3/5 on line; tchr thinks we should suggest ritalin
parent wants to know what dose is right for focus
opens snack 4/5. mom wants my opinion on stopping his guanfacine
aide asks if I can give her noon pill on the days nurse is out
slow to start 5/7 tasks, tchr: tell mom to put him on something for adhd
# diagnosis
tchr wants me to say whether he's on the spectrum
covers ears in gym 3x. Principal: is she autistic or what
dad wants adhd eval from OT
spills 3/5. mom thinks he has dyspraxia & wants it in my report
can OT test her for autism
loses homework 4/5 days, gma: what's wrong with him, can you diagnose
# medical_care
can OT handle his g tube at lunch when nurse is out
writes 4 lines then stops; dad asks what to do abt his wrist pain, is it arthritis?
need ot to kinesiotape his hand, outpt did it
sleepy at 9:30, on task 5/15. tchr asks can you do smth for his seizures
parent asks should she get botox in the arm again
tray 3/5. AP wants me to write nursing care plan for diabetes
# vision_testing
mom wants vision therapy in school from OT
bumps desks 3x/day, cuts off line 4/5; tchr wants an eye test
can u screen his eyesight, squints at board
letters big 7/10. dad wants me to recommend colored lenses
mom: please add goal for eye tracking / ocular motor skills
reaches past cup 2/6. gma wants OT to strengthen her lazy eye
# hearing_testing
mom wants goal for auditory processing
needs 3 repeats, 2/5 steps done. Tchr: is she deaf in one ear? pls check
principal wants OT to do the hearing screen for new kids
copies 4/6. sped wants obj for auditory discrimination
tchr asks me to fit the FM system
spaces 4/9, also team wants OT to program cochlear
# clinic_only_aims
mom wants reflex integration goal (atnr)
tray 2/5; parent wants sensory integration therapy for vestibular system
clinic wants us to do brushing protocol every 2 hrs as a goal
zips 2/4 w/ min A. Parent wants supination ROM goal
pediatrician wants OT to improve her muscle tone
sits 5 min on rug, AP wants obj to raise BOT-2 score
# promise_of_cure
dad asks how long till she's cured
covers ears 3x; mom asks if OT can make the autism go away
lawyer wants it in writing that OT will close the gap
zip 2/5. dad wants my word that she'll be on grade level by spring
parent wants OT to get rid of her dysgraphia for good
hand fatigue 6 min, mom wants 100% guarantee of results
# placement_eligibility
principal wants me to say she needs a 1:1
leaves line 4/5; dad wants letter from me for his lawyer / due process
team wants OT to decide if she keeps her classification
cuts 4/5. parent wants me to write she should go to private school
mom wants a para, asks me to put it in my report
spills 2/5, dad asking for ssi letter from OT saying he's disabled
"""
"""As REQUESTS; only the share that is found is asserted."""

BACKGROUND = """
reads at 2nd gr level, kept place w/ reading window 6/8 lines
during phonics lesson sat 12 min w/ 2 vc
tchr wants him to use text to speech for reading passages
decoding w/ reading tchr when i arrived, took him at 10:15
teacher asked for bigger font on reading worksheets
tchr wants graph paper for multiplication so columns line up
goal: align digits in addition problems 8/10
sped works on math facts, OT on number size
tchr asks for word prediction so spelling doesn't slow him
goal: copy spelling words w/ spacing 8/10
mom practices spelling at home
SLP also working on 3-word sentences, co-tx 11/4
has an artic goal w/ speech, OT not involved
goal: greet peers w/ wave or words 3/5
mom says he is talking more at home
PT also working on stairs
gait unsteady per PT, carried tray 3/5 w/ SBA
PT goal met for walking in nov per file
mom says he got new afos friday
BIP in place, 2 breaks used
has ABA at home, mom shared chart
bcba wants OT to share sensory breaks list
had tantrum 3 min when asked to write goal sheet
counselor says anxiety is better, on task 9/15
mom reports grief since dog died, cried 1x, wrote 3/5
goal: use a calming strategy before tests 4/5
off meds today per aide, left seat 6x
med change last wk per dad
dx ADHD per file
autism class, 6:1:1, waits turn 3/5
evaluated for OT in 2nd gr
nurse does g-tube at 11:30, joins table after
s/p botox R arm, opened 3/5 containers
wrist pain p 5 lines, stopped
passed vision screen in sept
eye dr checked him in aug
nurse did hearing screen oct, passed
grip weak, opens 2/5 containers
low tone, sits w/ wedge 9 min
outpt OT does brushing at home per mom
fixed his own spacing errors 3/4
guaranteed break at 10 helped, 4/5
1:1 aide present, min vc
repeated K, now 1st
placement meeting thurs, brought my data
wants to read the menu, found the line 3/4
goal for keeping place when reading aloud 6/8 lines
goal: keep place while reading 6/8 lines
goal: write 4-word sentences w/ spacing 3/5
tchr asked me for bigger font for reading passages
mom asks OT for tips for homework after reading log
aide asked me for the autism class schedule
team wants OT to push in to the autism class
wants OT to give graph paper for multiplication
tchr asked OT to work w/ the 1:1 aide on cues
goal: carry tray w/ walker 4/5
goal to form letters /s/ and /r/ on the line
tchr asks for typing fluency goal, 12 wpm
need goal for keyboarding fluency 15 wpm
asked PT about gait goal
asked SLP to add vocab to device
told the nurse about his seizure meds
wants OT to track data before and after meds start
goal for copying sight words w/ spacing 3/5
parent wants goal for tooth brushing
mom wants goal for bilateral coordination to cut and open containers
can you add a slant board for copying in math
tchr wants OT to help him write his speech for ELA
mom wants OT to help w/ zipper and shoes
tchr asked me to look at his pencil grip
can OT add a goal for cutting on the line
would like OT goal for using spell check in essays
asked for adaptive paper so spelling test is legible
wants me to show aide how to put on coat over AFOs
they want OT goal for carrying tray w/ crutches
asks OT to find a quiet place when he has a tantrum
teacher asked us to share sensory strategies for kids w/ adhd
dad wants goal for tying shoes, wears afos
wants goal to walk in line w/o touching peers
mom asked if OT goal met, reading at home going well
tchr wants goal for staying in seat during phonics lesson
need goal for typing spelling words 8/10
speech goal met, tchr wants OT goal for scissors
please add goal for math worksheet number alignment 8/10
please write that he walked 200 ft to lunch and carried tray
tchr wants him to read directions on the board, loses place 3/5
asked me to read the story again, sat 8 min
asked to stop bc of hand pain, wrote 3 lines
wants OT goal for asking for a break before hitting the desk
goal req for self-advocacy: ask for large print
team asked me to help with lunch containers after g-tube feed
mom wants handwriting goal, he repeats K letters
job coach wants OT goal for time clock
wants OT to help adapt drum sticks for band, hearing aids in
OT can use a highlighter strip when he copies
OT to bring headphones before the fluency probe
OT to consult w/ SLP on vocab words for device next wk
will be normal schedule tomorrow
hit head, nurse looked at the wound, wrote 2/5
asked if he wears glasses, mom said no
mom asked how meds are kept at school, nurse answered
counselor asked me to share calm card
tchr asked me for sensory tools for the adhd kids
says he is stronger now, hung on bar 8 sec
para asked me to show her the tray routine
asked if we could do scissors first
can I have a break, said 2/4 times
mom asked if he could eat lunch w/ friends
asked me to spell her name, wrote 5/5 letters
tchr asked OT about pencil grips for the class
mom wants goal for opening containers, hx of swallowing issues
"""
"""The same words without a request outside OT: history, other services, tools, what happened, goals of OT."""

HELD_OUT_BACKGROUND = """
fluency 62 wcpm per AIS, not OT
goal met in reading w/ Ms. K, OT pushed in for place keeping 4/5
need reading window for lines, loses place 4x
mom said he loves reading, opens/closes book indep
math block: digits in columns 7/10 w/ graph paper
math facts 3/10 per tchr, OT: number formation 8/10
used counters in math, picked up 9/10 w/ pincer
wrote 8/10 spelling words w/ letters on line
spelling not graded, 5/5 words legible
spelling test fri, needs extra time to write
speech says he's doing well w/ r
uses speech to text for 2 paragraphs
needs to ask for help, 2/5, used words 'help me'
speech tx at 10 so OT moved to 10:30
wants the aac device within reach on tray, hit 4/6 icons
wears AFOs, sat 10 min
walked 200 ft to caf in line, 1 vc
goal: walk in line to lunch w/o touching peers 4/5
walker parked by door, needs space between desks
hit peer x1 at recess, aide blocked
behavior chart 4/5 stars, OT added visual timer
no tantrums today, cut 4/5
sees counselor wed, used breathing 2/3
anxiety dx per file, uses quiet corner
needs quiet place when anxious, used calm card 3/4
mom started adderall mon, on task 12/15
nurse gave meds 11:30 then came to OT
mom asked about his day, took meds late
mom says dr diagnosed dysgraphia in june
waiting on neuropsych for adhd
is in the autism program, used headphones 4/5
seizure last yr per file, none since
cast off mon, writes w/ R again
glasses on, copied 6/8
TVI wants slant board for copying, 5/8 lines
hearing aids in, followed 3/4 steps
fm system on teacher, sat front row
core weak so slides off chair 4x, needs foot rest
goal: strengthen hands to open milk 4/5
mom promised him the ipad after writing 3/5 lines
normal day, no concerns
self contained 12:1:1, OT push in
qualified for OT in 2019
classified OHI, 504 before
asked PT to check the walker height, she did
tchr asked him to spell his name, typed 4/5 letters
"""
"""As BACKGROUND."""

TOPICS = {topic["refer_to"]: topic["id"] for topic in rules("out_of_scope")["topic"]}
SENTENCE_END = re.compile(r"(?<!req)[.;!?]\s")


def by_topic(jots: str) -> Iterator[tuple[str, str]]:
    """Pairs of topic and jot."""
    topic = ""
    for line in jots.strip().splitlines():
        if line.startswith("# "):
            topic = line[2:]
        else:
            yield topic, line


def topic_of(jot: str) -> str | None:
    answer = scope.out_of_scope(jot)
    return TOPICS[answer.refer_to] if answer else None


@pytest.mark.parametrize(("topic", "jot"), list(by_topic(REQUESTS)))
def test_a_request_in_shorthand_is_of_its_topic_and_stays_in_its_sentence(topic: str, jot: str) -> None:
    answer = scope.out_of_scope(jot)
    assert answer is not None
    assert TOPICS[answer.refer_to] == topic
    assert not SENTENCE_END.search(jot[answer.start : answer.end])


@pytest.mark.parametrize("jot", BACKGROUND.strip().splitlines())
def test_the_same_words_without_a_request_are_none(jot: str) -> None:
    assert topic_of(jot) is None


def test_most_requests_held_out_are_found() -> None:
    missed = [(topic, jot) for topic, jot in by_topic(HELD_OUT) if topic_of(jot) != topic]
    assert len(missed) <= 9, missed


def test_background_held_out_is_no_request() -> None:
    assert [jot for jot in HELD_OUT_BACKGROUND.strip().splitlines() if topic_of(jot)] == []


def test_every_topic_is_tried() -> None:
    tried, held_out = (dict(by_topic(jots)).keys() for jots in (REQUESTS, HELD_OUT))
    assert tried == held_out == set(TOPICS.values())


@pytest.mark.parametrize(
    ("jot", "who"),
    [
        ("teacher wants a reading fluency goal 90 wcpm by spring", "reading"),
        ("need a phonics goal", "reading"),
        ("please add a math facts goal", "math"),
        ("cant say her r's, add artic goal also?", "speech"),
        ("write a speech goal for his lisp", "speech"),
        ("write a bip for hitting", "behaviour"),
        ("need a counseling goal for anxiety", "psychologist"),
        ("can you recommend meds for adhd", "nurse"),
        ("does he have autism?", "psychologist"),
        ("mom wants OT to diagnose dyslexia", "psychologist"),
        ("check his vision", "nurse"),
        ("goal: increase ROM of the wrist", "clinic"),
        ("will ot cure his handwriting", "IEP team"),
        ("is he eligible for an IEP", "IEP team"),
    ],
)
def test_a_request_goes_to_the_right_member_of_the_team(jot: str, who: str) -> None:
    answer = scope.out_of_scope(jot)
    assert answer is not None
    assert who in answer.refer_to


@pytest.mark.parametrize(
    "jot",
    [
        "reads at 2nd gr level, copied 3/5",
        "during reading group kept place 6/8 lines",
        "seen by SLP for artic",
        "speech 2x/wk, OT 1x/wk",
        "has ADHD per file",
        "dx autism, copied 3/5",
        "took meds late, tired",
        "wears glasses",
        "PT saw him last wk",
        "spelling test: wrote 8/10 words legibly",
        "math worksheet 9/10 digits aligned",
        "BIP in place",
        "counselor notified 1:45",
        "speech-to-text for the bio paragraph",
        "goal: open 4/5 containers at lunch",
    ],
)
def test_background_is_no_request(jot: str) -> None:
    assert scope.out_of_scope(jot) is None


def test_a_request_stands_beside_what_was_seen() -> None:
    seen = read("kept place on 6/8 lines. teacher wants a reading fluency goal")
    assert seen.out_of_scope is not None
    assert "6/8" in {fact.text for fact in seen.facts}


@pytest.mark.parametrize(
    ("jot", "words"),
    [
        ("has bruises on both arms", "bruises"),
        ("no food at home since friday", "no food at home"),
        ("wrote 'i want to kill myself'", "kill myself"),
        ("says she wants to hurt herself", "hurt herself"),
        ("staring spell abt 20 sec", "staring spell"),
        ("choked on a grape at lunch", "choked on"),
        ("hit head on the curb", "hit head"),
        ("ran out of the building", "ran out of the building"),
        ("says he will bring a gun", "gun"),
        ("epipen given 11:40", "epipen"),
    ],
)
def test_a_safety_matter_raises_a_banner(jot: str, words: str) -> None:
    assert any(words in jot[item.start : item.end] for item in scope.safety(jot))


@pytest.mark.parametrize(
    "jot",
    [
        "choked up when reading",
        "seized the ball",
        "bruised apple in lunch",
        "killed it in PE today",
        "cut on the line 3/4",
        "fire drill, covered ears",
        "cutting w/ scissors 3/5",
        "pencil marks on paper",
        "dead tired by 12 min",
        "shot baskets 3/5",
    ],
)
def test_harmless_words_raise_none(jot: str) -> None:
    assert list(scope.safety(jot)) == []
