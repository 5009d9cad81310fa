"""Faithful notes with their jots and the defects that can be seeded into each; no check may block them.

A defect is (kind, what stands in the note, what is put in its place); an empty replacement drops the words.
"""

# ruff: noqa: E501  (jots and notes are read best unbroken)

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Faithful:
    """A jot, a note that keeps all of it and adds nothing, and the ways in which it can be spoilt."""

    name: str
    jot: str
    note: str
    defects: tuple[tuple[str, str, str], ...]

    def spoilt(self, old: str, new: str) -> str:
        assert self.note.count(old) == 1, f"{self.name}: {old!r} must stand once in the note"
        return self.note.replace(old, new)


NOTES = (
    Faithful(
        "coat",
        "coat: arms I, engage zip max A. 0/3 engage. bigger pull tab on order. mom sez velcro at home. 20 min",
        "S: The student's mother said that he wears velcro at home.\n"
        "O: During a 20-minute session, the student put his arms into the coat independently and needed "
        "maximal assistance to engage the zipper (0/3 engaged).\n"
        "A: Engaging the zipper limits getting ready for recess.\n"
        "P: A bigger pull tab is on order.",
        (
            ("number", "0/3", "1/3"),
            ("number", "20-minute", "25-minute"),
            ("unit", "20-minute", "20-second"),
            ("assist", "maximal assistance", "moderate assistance"),
            ("assist", "independently", "with standby assistance"),
            (
                "moved",
                "into the coat independently and needed maximal assistance to engage the zipper",
                "into the coat with maximal assistance and engaged the zipper independently",
            ),
            ("actor", "The student's mother", "The teacher"),
            ("actor", "The student's mother", "The student's father"),
            ("added_negation", "put his arms", "did not put his arms"),
            ("trend", "(0/3 engaged)", "(0/3 engaged), an improvement from last session"),
            ("quote", "said that he wears velcro at home", 'said, "He hates the zipper"'),
            ("dropped", " (0/3 engaged)", ""),
            ("dropped", "A bigger pull tab is on order.", ""),
        ),
    ),
    Faithful(
        "board copy",
        "far pt copy, row 4 seat: 11 wds in 5 min, 3 omit, lost place 6x. Moved to row 1: 17 wds, 1 omit, "
        "lost place x2, same 5 min. no squinting seen",
        "O: From a seat in row 4, the student copied 11 words in 5 minutes, omitted 3 words and lost the place "
        "6 times. From row 1 the student copied 17 words in the same 5 minutes, omitted 1, and lost the "
        "place 2 times. No squinting was seen.",
        (
            ("number", "11 words", "13 words"),
            ("number", "17 words", "19 words"),
            ("number", "6 times", "8 times"),
            ("unit", "same 5 minutes", "same 5 hours"),
            ("lost_negation", "No squinting was seen", "Squinting was seen"),
            ("added_negation", "lost the place 2 times", "never lost the place"),
            ("trend", "17 words in", "17 words, up from 9 last week, in"),
            ("assist", "copied 17 words", "copied 17 words with minimal assistance"),
            ("quote", "No squinting was seen.", 'The student said, "I can see the board now."'),
            ("dropped", " and lost the place 2 times", ""),
        ),
    ),
    Faithful(
        "sink",
        "hand washing. 3 of 7 steps I (water on, rub, water off). soap HOH. paper towel FP. sleeves wet again",
        "O: At the sink the student was independent in 3 of 7 steps: turning the water on, rubbing and turning the "
        "water off. He needed hand-over-hand assistance for the soap and a full physical prompt for the paper "
        "towel. His sleeves were wet again after hand washing.",
        (
            ("number", "3 of 7", "4 of 7"),
            ("number", "3 of 7", "3 of 8"),
            ("assist", "hand-over-hand assistance", "minimal assistance"),
            ("cue", "a full physical prompt", "a partial physical prompt"),
            ("cue", "a full physical prompt", "2 verbal cues"),
            (
                "moved",
                "for the soap and a full physical prompt for the paper towel",
                "for the paper towel and a full physical prompt for the soap",
            ),
            ("added_negation", "His sleeves were wet", "His sleeves were not wet"),
            ("actor", "At the sink the student", "At the sink the aide helped and the student"),
            ("trend", "His sleeves", "He did better than last time. His sleeves"),
            ("dropped", " and a full physical prompt for the paper towel", ""),
        ),
    ),
    Faithful(
        "zipper and snaps",
        "zipper min A, buttons mod A x2, snaps I. tchr reports he asks peers for help at recess. "
        "plan: practice buttons on own coat",
        "Subjective: The teacher reports that he asks peers for help at recess.\n"
        "Objective: The student needed minimal assistance for the zipper and moderate assistance for buttons, "
        "2 times; he was independent with snaps.\n"
        "Plan: Practice buttons on his own coat.",
        (
            ("assist", "minimal assistance", "maximal assistance"),
            ("assist", "moderate assistance", "contact guard assistance"),
            ("assist", "he was independent with snaps", "he needed set-up assistance with snaps"),
            (
                "moved",
                "minimal assistance for the zipper and moderate assistance for buttons",
                "moderate assistance for the zipper and minimal assistance for buttons",
            ),
            ("number", "2 times", "5 times"),
            ("actor", "The teacher reports", "The aide reports"),
            ("actor", "asks peers", "asks the nurse"),
            ("added_negation", "he asks peers", "he does not ask peers"),
            ("trend", "for buttons", "for buttons, down from maximal assistance"),
            ("dropped", "he was independent with snaps", "he sat"),
            ("dropped", "The teacher reports that he asks peers for help at recess.", ""),
            (
                "quote",
                "The teacher reports that he asks",
                'The teacher reports, "He always gives up," and he asks',
            ),
        ),
    ),
    Faithful(
        "keyboard",
        "home row 28/36 keys, looks down every few sec. min vc posture, login I. tired by 12 min, 1 break. para present",
        "O: The student typed 28/36 home row keys and looks down every few seconds. He needed minimal verbal cues "
        "for posture and was independent with login. He was tired by 12 minutes and took 1 break. The "
        "paraprofessional was present.",
        (
            ("number", "28/36", "30/36"),
            ("number", "28/36", "26/28"),
            ("number", "12 minutes", "15 minutes"),
            ("number", "1 break", "3 breaks"),
            ("unit", "12 minutes", "12 hours"),
            ("cue", "minimal verbal cues", "maximal verbal cues"),
            ("cue", "minimal verbal cues", "minimal tactile cues"),
            ("assist", "minimal verbal cues", "minimal assistance"),
            (
                "moved",
                "for posture and was independent with login",
                "for login and was independent with posture",
            ),
            ("actor", "The paraprofessional", "The teacher"),
            ("added_negation", "was independent", "was not independent"),
            ("trend", "28/36 home row keys", "28/36 home row keys, improved from 20/36,"),
            ("dropped", "He was tired by 12 minutes and took 1 break. ", ""),
        ),
    ),
    Faithful(
        "noise",
        "pull-out 30 min. fire drill practice w/ headphones: stayed w/ class 4/5 drills, no crying. "
        'Said "its too loud" x1. did not leave line. aide walked behind',
        'S: The student said, "its too loud" 1 time.\n'
        "O: Seen pull-out for 30 minutes. With headphones the student stayed with the class in 4 of 5 fire drill "
        "practices, without crying, and did not leave the line. The aide walked behind.",
        (
            ("number", "4 of 5", "5 of 5"),
            ("number", "30 minutes", "45 minutes"),
            ("unit", "30 minutes", "30 days"),
            ("lost_negation", "did not leave the line", "left the line"),
            ("lost_negation", "without crying", "crying"),
            ("actor", "The aide walked", "The peer walked"),
            ("actor", "The aide walked", "The teacher walked"),
            ("quote", "its too loud", "I want to go home"),
            ("trend", "With headphones", "Tolerance improved from 2 of 5: with headphones"),
            ("dropped", "The aide walked behind.", ""),
            ("dropped", "4 of 5 ", ""),
            ("assist", "The aide walked behind.", "The aide walked behind. He needed minimal assistance."),
        ),
    ),
    Faithful(
        "consult",
        "consult w/ Ms K 15 min re: desk mess. rec color folders + Fri desk clean out. she agreed to try 2 wks. "
        "recheck 10/24",
        "Subjective: Ms K was consulted for 15 minutes about the messy desk.\n"
        "Plan: The therapist recommended color folders and a desk clean out on Friday. She agreed to try this for "
        "2 weeks. Recheck on 10/24.",
        (
            ("number", "15 minutes", "30 minutes"),
            ("number", "2 weeks", "6 weeks"),
            ("unit", "2 weeks", "2 days"),
            ("number", "10/24", "10/31"),
            ("added_negation", "She agreed to try", "She never agreed to try"),
            ("actor", "She agreed", "The principal agreed"),
            ("quote", "She agreed to try this", 'She said "happy to do it" and agreed to try this'),
            ("trend", "about the messy desk", "about the messy desk, which is better than last month"),
            ("dropped", " on 10/24", ""),
            ("dropped", "color folders and ", ""),
        ),
    ),
    Faithful(
        "scissors",
        "cut out circle w/in 1/4 in of line 3/4 trials, mod A to turn paper, 2 vc thumb up. "
        "OT demo'd helper hand. can't snip card stock yet",
        "Objective: The student cut out the circle within 1/4 inch of the line in 3/4 trials, with moderate assistance "
        "to turn the paper and 2 verbal cues for thumb up. The therapist demonstrated the helper hand. The student "
        "cannot snip card stock yet.",
        (
            ("number", "1/4 inch", "1/2 inch"),
            ("unit", "1/4 inch", "1/4 foot"),
            ("number", "3/4 trials", "4/4 trials"),
            ("cue", "2 verbal cues", "4 verbal cues"),
            ("cue", "2 verbal cues", "2 visual cues"),
            ("assist", "moderate assistance", "minimal to moderate assistance"),
            ("assist", "with moderate assistance", "with standby assistance"),
            ("lost_negation", "cannot snip", "can snip"),
            ("actor", "The therapist demonstrated", "The teacher demonstrated"),
            ("actor", "The student cut", "The therapist cut"),
            ("trend", "in 3/4 trials", "in 3/4 trials compared to 1/4 at baseline"),
            ("dropped", " and 2 verbal cues for thumb up", ""),
            ("dropped", "The student cannot snip card stock yet.", ""),
        ),
    ),
    Faithful(
        "bus",
        "community trip. read bus schedule I, paid fare w/ SBA, crossed street CGA 2/2. Job coach cued once to pull cord. "
        "wants to ride alone, mother not ready",
        "Reported: He wants to ride alone; his mother is not ready.\n"
        "Observed: On the community trip the student read the bus schedule independently, paid the fare with standby "
        "assistance and crossed the street with contact guard assistance, 2/2. The job coach cued once to pull the cord.",
        (
            ("assist", "standby assistance", "moderate assistance"),
            ("assist", "standby assistance", "set-up assistance"),
            ("assist", "contact guard assistance", "standby assistance"),
            ("assist", "independently", "with minimal assistance"),
            (
                "moved",
                "paid the fare with standby assistance and crossed the street with contact guard assistance",
                "paid the fare with contact guard assistance and crossed the street with minimal supervision",
            ),
            ("number", "2/2", "2/3"),
            ("actor", "The job coach cued", "The teacher cued"),
            ("actor", "his mother", "his grandmother"),
            ("lost_negation", "is not ready", "is ready"),
            ("trend", "2/2.", "2/2, showing good progress."),
            ("dropped", ", 2/2", ""),
            ("added_negation", "He wants to ride", "He does not want to ride"),
        ),
    ),
    Faithful(
        "letters",
        "wrote name 6/8 letters legible, b and d reversed 2x. partial physical prompts to start strokes. "
        "slant board used. grip w/o thumb wrap. 80% on line",
        "O: The student wrote the name with 6 of 8 letters legible and 80% on the line; b and d were reversed 2 times. "
        "He needed partial physical prompts to start strokes. A slant board was used, and the grip was without "
        "thumb wrap.",
        (
            ("number", "6 of 8", "7 of 8"),
            ("number", "80%", "90%"),
            ("number", "80%", "four of five"),
            ("unit", "80%", "80 minutes"),
            ("number", "2 times", "twelve times"),
            ("cue", "partial physical prompts", "full physical prompts"),
            ("cue", "partial physical prompts", "minimal partial physical prompts"),
            ("assist", "A slant board was used", "A slant board was used independently"),
            ("lost_negation", "was without thumb wrap", "was with thumb wrap"),
            ("trend", "legible and", "legible, more than last week, and"),
            ("dropped", "; b and d were reversed 2 times", ""),
            ("dropped", "He needed partial physical prompts to start strokes. ", ""),
            ("quote", "A slant board was used", 'A slant board was used ("it feels weird")'),
        ),
    ),
    Faithful(
        "recess",
        "recess obs 25 min. joined tag game after 2 adult prompts, waited turn 3/6. pushed peer x1, para redirected. "
        'no hitting. Student: "they never pick me"',
        'Reported: The student said, "they never pick me."\n'
        "Observed: The student was observed at recess for 25 minutes. He joined a tag game after 2 adult prompts and "
        "waited his turn in 3/6 chances. He pushed a peer 1 time and the paraprofessional redirected him. There was "
        "no hitting.",
        (
            ("number", "25 minutes", "20 minutes"),
            ("number", "3/6", "5/6"),
            ("cue", "2 adult prompts", "6 adult prompts"),
            ("cue", "2 adult prompts", "2 gestural prompts"),
            ("quote", "they never pick me.", "nobody likes me."),
            ("lost_negation", "There was no hitting", "There was hitting"),
            ("added_negation", "He joined a tag game", "He did not join a tag game"),
            ("actor", "the paraprofessional redirected", "the counselor redirected"),
            ("trend", "in 3/6 chances", "in 3/6 chances, an increase from 1/6"),
            ("dropped", "There was no hitting.", ""),
            ("dropped", "He pushed a peer 1 time and the paraprofessional redirected him. ", ""),
        ),
    ),
    Faithful(
        "planner",
        "wrote hw in planner 4/5 days w/ visual checklist, mod vc to open bag. didnt turn in math. "
        "dad emails that backpack is emptied nightly. next: fade checklist to 3 items",
        "S: The student's father emails that the backpack is emptied nightly.\n"
        "O: With a visual checklist the student wrote homework in the planner 4/5 days and needed moderate verbal cues "
        "to open the bag. He didn't turn in math.\n"
        "P: Fade the checklist to 3 items.",
        (
            ("number", "4/5 days", "5/5 days"),
            ("number", "3 items", "2 items"),
            ("unit", "4/5 days", "4/5 weeks"),
            ("cue", "moderate verbal cues", "minimal verbal cues"),
            ("cue", "moderate verbal cues", "moderate gestural cues"),
            ("assist", "needed moderate verbal cues", "needed moderate assistance"),
            ("lost_negation", "He didn't turn in math", "He turned in math"),
            ("added_negation", "is emptied nightly", "is not emptied nightly"),
            ("actor", "The student's father", "The student's mother"),
            ("actor", "The student's father", "The teacher"),
            ("trend", "4/5 days", "4/5 days (up from 2/5)"),
            ("dropped", "He didn't turn in math.", ""),
            ("quote", "to open the bag", 'to open the bag, saying "I forgot"'),
        ),
    ),
    Faithful(
        "circle time",
        "circle 12 min on wiggle cushion, 2 redirects. rocked x3, feet not on floor. SBA on stairs, R rail. "
        "tchr thinks cushion helps",
        "S: The teacher thinks the cushion helps.\n"
        "O: In circle the student sat for 12 minutes on a wiggle cushion with 2 redirections. The student rocked 3 times, "
        "and feet were not on the floor. Stairs were done with standby assistance and the right rail.",
        (
            ("number", "12 minutes", "21 minutes"),
            ("unit", "12 minutes", "12 seconds"),
            ("number", "3 times", "4 times"),
            ("cue", "2 redirections", "5 redirections"),
            ("assist", "standby assistance", "maximal assistance"),
            ("assist", "with standby assistance", "independently"),
            ("lost_negation", "feet were not on the floor", "feet were on the floor"),
            ("added_negation", "thinks the cushion helps", "does not think the cushion helps"),
            ("actor", "The teacher thinks", "The student's mother thinks"),
            ("trend", "with 2 redirections", "with 2 redirections, fewer than last session"),
            ("dropped", " with 2 redirections", ""),
            ("quote", "thinks the cushion helps", 'says the cushion is "a miracle"'),
        ),
    ),
    Faithful(
        "lunch",
        "cafeteria push in 11:30-11:50. milk carton mod to max A, ziploc min A 2/3, tray carried both hands 15 ft. "
        "spilled x0. refused wet wipe",
        "O: The student was seen push-in in the cafeteria from 11:30 to 11:50. The milk carton took moderate to maximal "
        "assistance and the ziploc minimal assistance, 2/3. He carried the tray with both hands for 15 feet, spilled "
        "0 times and refused the wet wipe.",
        (
            ("number", "11:30", "11:20"),
            ("number", "11:50", "12:00"),
            ("number", "15 feet", "50 feet"),
            ("unit", "15 feet", "15 inches"),
            ("number", "2/3", "3/3"),
            ("assist", "moderate to maximal assistance", "maximal assistance"),
            ("assist", "minimal assistance", "minimal verbal assistance"),
            (
                "moved",
                "The milk carton took moderate to maximal assistance and the ziploc minimal assistance",
                "The ziploc took moderate to maximal assistance and the milk carton minimal assistance",
            ),
            ("lost_negation", "refused the wet wipe", "used the wet wipe"),
            ("actor", "He carried", "The aide carried"),
            ("trend", "spilled 0 times", "spilled 0 times, down from 3,"),
            ("dropped", ", 2/3", ""),
        ),
    ),
)
