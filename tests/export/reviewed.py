"""Accepted drafts to export: a goal, a note, and either made of any texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from otassist.domain import SECTIONS, Addendum, Clause, Finding, Goal, Note, Objective, Reviewed
from otassist.language.tables import rules

EST = timezone(timedelta(hours=-5), "EST")
ACCEPTED = datetime(2026, 11, 25, 14, 5, 9, tzinfo=EST)
BLOCKER = Finding("g1", "ungrounded", "blocker", "good practice", "4/5 is not in the jot.", "Write what was measured.")
WARNING = Finding("g2", "no_timeframe", "warning", "good practice", "There is no date.", "Add when it is to be met.")
INFO = Finding("g3", "no_baseline", "info", "good practice", "No baseline is given.", "Add the present measure.")
STEPS = (Objective("Copies 2 of 5 sentences with a model.", "January 15"), Objective("Copies 3 of 5 sentences."))

PIECES = (
    ("timeframe", "By May 1, 2027"), ", ", ("condition", "with a slant board and minimal verbal cues"),
    ", the student will ", ("behavior", "copy sentences with finger spaces"), ", ",
    ("criterion", "in 4 of 5 sentences"), ", ", ("method", "as scored by the teacher from dated work samples"), ".\n",
    ("baseline", "Baseline: 2/5 on 10/12."), "\n",
    ("rationale", "Why it matters at school: Work that can be read shows what the student knows."),
)  # fmt: skip
TOLD = {
    "subjective": ['He said, "my hand doesn\'t hurt".'],
    "objective": ["The student was seen for 30 minutes.", "He copied 3/5 sentences with minimal verbal cues."],
    "assessment": ["What does this mean for the student's participation in school? ____"],
    "plan": ["The plan is to try a slant board in math."],
}


def goal(*pieces: tuple[str, str] | str, **more: Any) -> Goal:
    """A goal from its glue and its `(role, text)` clauses, in order."""
    text, clauses = "", []
    for piece in pieces or PIECES:
        said = piece if isinstance(piece, str) else piece[1]
        if not isinstance(piece, str):
            place = {"start": len(text), "end": len(text) + len(said)}
            clauses.append(Clause(f"c{len(clauses)}", piece[0], said, "therapist", **place))
        text += said
    return Goal(**{"type": "goal", "area": "handwriting", "text": text, "clauses": (*clauses,), "variants": {}, **more})


def note(told: dict[str, Sequence[str]] | None = None, **more: Any) -> Note:
    """A session note from the sentences of its sections, laid out as the composer does."""
    headings, text, sections = rules("wording")["headings"]["session"], "", {}
    for section in SECTIONS:
        text += f"{headings[section]}\n"
        clauses: list[Clause] = []
        for said in (told or TOLD).get(section, ()):
            text += " " if clauses else ""
            place = {"start": len(text), "end": len(text) + len(said)}
            clauses.append(Clause(f"{section}{len(clauses)}", section, said, "observed", **place))
            text += said
        sections[section] = tuple(clauses)
        text += "\n\n"
    return Note(**{"type": "session", "student": "KL", "sections": sections, "text": text.rstrip("\n"), **more})


def reviewed(draft: Goal | Note | None = None, **more: Any) -> Reviewed:
    """An accepted draft; everything beside it can be given."""
    known = {
        "draft": draft or goal(objectives=STEPS),
        "student": "KL",
        "accepted_at": ACCEPTED,
        "author": "Dana Ruiz, OTR/L",
        "title": "Copying sentences",
        "open_findings": (WARNING, BLOCKER),
        "addenda": (Addendum("The teacher has the slant board.", ACCEPTED + timedelta(days=2), "Dana Ruiz, OTR/L"),),
    }
    return Reviewed(**{**known, **more})


def about(text: str) -> list[Reviewed]:
    """The text as a goal's clause, an objective and an addendum, and as a note's sentence."""
    asked = goal(("behavior", text), " behind it.\n", ("baseline", f"Baseline: {text}"), objectives=(Objective(text),))
    added = (Addendum(text, ACCEPTED),)
    return [
        reviewed(asked, addenda=added),
        reviewed(note({"objective": [text, "And then."], "plan": [text]}), addenda=added),
    ]


def squeezed(text: str) -> str:
    """Without white space, as words compare whatever line they stand on."""
    return "".join(text.split())


SIGNS = "#@$[]{}()<>*_`~|\\/'\"=+-:;.,!?&%^"
MARKUP = [
    "#include \"/etc/passwd\"", "#read(\"/etc/passwd\")", "#sys.inputs", "$x^2$", "<label>", "@ref", "= Heading",
    "- item", "+ item", "1. one", "/ term: x", "```py", "**b**", "_i_", "[a](http://x.y)", "![i](x.png)", "<b>",
    "<!-- -->",
    "http://a.example/b", "www.example.org", "a@b.example", "&amp;", "&#65;", "\\#", "//", "/* */", "---", "===", "> q",
    "| a | b |", ":tada:", "~~s~~", "[^1]", "[x]: http://y", "~", "...", "#emph[x]", "\\u{41}", "{{x}}", "${x}", "%s",
    "=1+1", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "w:p", "]]>", "<w:t>", "3/5", "____", "he's",
]  # fmt: skip
markup = st.lists(st.sampled_from(MARKUP) | st.text(SIGNS + "ab1 \n", max_size=6), min_size=1, max_size=8).map(" ".join)
"""Latin text full of what some format takes for code."""
wild = st.lists(
    st.sampled_from(
        ["🙂", "👩‍🏫", "שלום", "تلميذ", "學生", "é", "ạ̈", "सक्षम", "\u202e", "\0", "\x07", "\ufffe", "\ud800", "ﬁ", "½"]
    )
    | st.text(max_size=8),
    min_size=1,
    max_size=8,
).map(" ".join)
"""Anything a paste can hold: emoji, scripts of both directions, marks, controls, halves of characters."""
