"""Drafts to talk about, with every kind of clause, and the means of a conversation with the real checks."""

from __future__ import annotations

from dataclasses import replace

from otassist.checks import check_draft, check_goal
from otassist.conversation import Draft, Means
from otassist.conversation.explaining import sentence_of
from otassist.domain import BankGoal, Clause, Goal, Note, Objective
from otassist.reading import read

JOT = """push-in, writing, 30 min. said "my hand doesn't hurt". copied 3/5 sentences w/ min vc for spacing
used slant board + headphones
P: try slant board in math"""

BANK = BankGoal(
    id="handwriting-001",
    area="handwriting",
    grade_bands=("K-2",),
    occupation="copying sentences",
    setting="writing block",
    text="By the annual review, during the writing block, the student will copy sentences with finger spaces, "
    "in 3 of 5 sentences, as scored by the teacher or OT from dated work samples.",
    timeframe="By the annual review",
    condition="during the writing block",
    behavior="copy sentences with finger spaces",
    criterion="in 3 of 5 sentences",
    method="as scored by the teacher or OT from dated work samples",
    objectives=(
        "copies with a model in 1 of 5 sentences",
        "copies in 2 of 5 sentences",
        "copies alone in 2 of 5 sentences",
    ),
    more_support="with one model by an adult first",
    stretch="in 5 of 5 sentences",
    reason="It can be read.",
    tags=(),
    source="goal_bank/handwriting.csv",
)

Piece = tuple[str, str, str] | str


def goal(*pieces: Piece, **more: object) -> Goal:
    """A goal from its glue and its `(role, text, origin)` clauses, in order."""
    text, clauses = "", []
    for piece in pieces:
        said = piece if isinstance(piece, str) else piece[1]
        if not isinstance(piece, str):
            role, _, origin = piece
            clauses.append(
                Clause(f"c{len(clauses) + 1}", role, said, origin, start=len(text), end=len(text) + len(said))  # type: ignore[arg-type]
            )
        text += said
    return Goal("goal", "handwriting", text, tuple(clauses), **{"variants": {}, **more})  # type: ignore[arg-type]


_PLACE = "during the writing block, with slant board and headphones"
_MODEL = f"{_PLACE}, with one model by an adult first"
_METHOD = "as scored by the teacher or OT from dated work samples"
_COPY = "By ____, {}, the student will copy sentences with finger spaces, {}, " + _METHOD + "."
COPY = goal(
    ("timeframe", "By ____", "blank"), ", ", ("condition", _PLACE, "bank"), ", the student will ",
    ("behavior", "copy sentences with finger spaces", "bank"), ", ",
    ("criterion", "in 3 of 5 sentences", "proposed"), ", ", ("method", _METHOD, "bank"), ".\n",
    ("baseline", "Baseline: ____.", "blank"), "\n",
    ("rationale", "Why it matters at school: Written work that can be read shows what the student knows.", "practice"),
    bank_goal="handwriting-001",
    changes=("timeframe left blank",),
    variants={
        "more_support": _COPY.format(_MODEL, "in 3 of 5 sentences"),
        "stretch": _COPY.format(_PLACE, "in 5 of 5 sentences"),
    },
)  # fmt: skip
PACK = goal(
    ("timeframe", "By the end of the second semester", "bank"), ", given ",
    ("condition", "a picture checklist and 2 verbal cues at dismissal", "bank"), ", he will ",
    ("behavior", "pack his backpack and line up at the door", "bank"), ", ",
    ("criterion", "80% of the time for 3 weeks", "proposed"), ", ", ("method", "as tallied by the aide", "bank"), ".\n",
    ("baseline", "Baseline: 40% with mod A on 9/12.", "observed"),
    objectives=(
        Objective("Given the checklist and 4 verbal cues, he will pack 2 of 5 items."),
        Objective("Given the checklist and 3 verbal cues, he will pack 3 of 5 items."),
        Objective("Given 2 verbal cues, he will pack his backpack 60% of the time."),
    ),
)  # fmt: skip
JARGON = goal(
    ("timeframe", "By the annual review", "bank"), ", during art, ",
    ("condition", "with reduced tactile defensiveness", "bank"), ", the student will ",
    ("behavior", "cut shapes with bilateral coordination", "bank"), ", ",
    ("criterion", "in 3 of 5 tries", "proposed"), ".",
)  # fmt: skip
CLINIC = goal(
    ("timeframe", "By the annual review", "bank"), ", the student will ",
    ("behavior", "increase grip strength", "therapist"), ", ",
    ("criterion", "to 10 pounds in 3 of 5 trials", "proposed"), ".",
)  # fmt: skip


def note() -> Note:
    """A session note; one blank, one quotation, one measure."""
    told = {
        "subjective": [('He said, "my hand doesn\'t hurt".', "observed")],
        "objective": [
            ("The student was seen for a push-in session during writing for 30 minutes.", "observed"),
            ("He copied 3/5 sentences with minimal verbal cues for spacing.", "observed"),
            ("He used a slant board and headphones.", "observed"),
        ],
        "assessment": [("What does this mean for the student's participation in school? ____", "blank")],
        "plan": [("The plan is to try slant board in math.", "observed")],
    }
    text, sections, number = "", {}, 0
    for section, sentences in told.items():
        text += f"{section.capitalize()}\n"
        placed = []
        for said, origin in sentences:
            number += 1
            text += " " if placed else ""
            placed.append(Clause(f"c{number}", section, said, origin, start=len(text), end=len(text) + len(said)))  # type: ignore[arg-type]
            text += said
        sections[section] = tuple(placed)
        text += "\n\n"
    return Note("session", None, sections, text.rstrip("\n"))  # type: ignore[arg-type]


NOTE = note()
DRAFTS: dict[str, Draft | None] = {
    "copy": COPY, "pack": PACK, "jarg": JARGON, "clin": CLINIC, "note": NOTE, "-": None,
}  # fmt: skip


def recheck(draft: Draft) -> Draft:
    """The draft with the findings of the real checks."""
    if isinstance(draft, Note):
        return check_draft(draft, read(JOT))
    checked = check_goal(sentence_of(draft))
    return replace(draft, findings=checked.findings, measurable=checked.measurable)


MEANS = Means(read=read, recheck=recheck, check_goal=check_goal, bank_goal={BANK.id: BANK}.get)
