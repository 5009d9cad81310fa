"""The sequence: read, draft, check; each part is asked once, with what the part before it gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from otassist.assistant import Assistant
from otassist.bootstrap import build
from otassist.domain import (
    Answer,
    CheckedGoal,
    CheckedNote,
    Clause,
    Concern,
    Context,
    Drafting,
    Evidence,
    Finding,
    Following,
    Goal,
    Note,
    Notice,
    Observation,
    Passage,
    Question,
    Reply,
    Usage,
    Written,
)
from otassist.drafting import Drafted
from otassist.errors import OtassistError

PASSAGE = Passage("zip-1", "goal", "Zip.", "Zip.", ("self_care",), ("K-2",), "test")
CONCERN = Concern("k1", "self_care", ("s1",), "zips 0/5")
WHY = Clause("c2", "rationale", "Why: zipping.", "bank", start=18, end=31)
GOAL = Goal("goal", "self_care", "Zip, 3 of 5 days.\nWhy: zipping.", (WHY,), {})
FINDING = Finding("n1", "tested", "info", "house style", "It was checked.", "Nothing.")


def observation(jot: str, context: Context | None = None) -> Observation:
    asked = (Question("How many?", "minutes"),)
    return Observation(jot, context or Context(), (), (), (), "session", (), (), asked)


class Parts:
    """Fakes for every part, with a record of what they were asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def read(
        self, jot: str, context: Context | None = None, *, kind: str = "note", unknown_keys: Any = ()
    ) -> Observation:
        self.asked.append(("read", jot, context, kind, tuple(unknown_keys)))
        return observation(jot, context)

    def draft(self, seen: Observation) -> tuple[Note, ...]:
        self.asked.append(("draft", seen.jot))
        sections = dict.fromkeys(("subjective", "objective", "assessment", "plan"), ())
        return tuple(Note("session", label, sections, f"About {label}.") for label in ("A", "B"))  # type: ignore[arg-type]

    def check(self, note: Note, seen: Observation) -> Note:
        self.asked.append(("check", note.student, seen.jot))
        return replace(note, findings=(FINDING,))

    def check_text(
        self, text: str, seen: Observation | None, context: Context | None = None, previous: Sequence[str] = ()
    ) -> CheckedNote:
        self.asked.append(("check_text", text, seen and seen.jot))
        return CheckedNote(text, (FINDING,))

    def about(self, context: Context, unknown_keys: Any) -> list[Question]:
        return [Question(f"What is {key!r}?", key) for key in unknown_keys]

    def search(self, query: str, **narrowing: Any) -> tuple[Evidence, ...]:
        self.asked.append(("search", query, narrowing))
        return (Evidence(PASSAGE, 1.0),)

    def assistant(self) -> Assistant:
        return Assistant(
            self.read, self.draft, self.check, self.check_text, self.about, self.search,
            self.concerns, self, self.check_goal, self.answer, self.converse,
        )  # fmt: skip

    def answer(self, asked: Observation, found: Sequence[Evidence], follow: Following) -> Answer:
        self.asked.append(("answer", asked.jot, tuple(found)))
        return Answer(asked.jot, ())

    def converse(
        self, message: str, draft: Any, recheck: Any, history: Any, said_before: int, seen: Any, follow: Following
    ) -> Reply:
        self.asked.append(("converse", message, tuple(history), said_before))
        return Reply(message, "edit", "fake", True, "", recheck(draft))

    def scoped(self, seen: Observation) -> Observation:
        return seen

    def concerns(self, seen: Observation) -> tuple[Concern, ...]:
        self.asked.append(("concerns", seen.jot))
        return (CONCERN,)

    def evidence(self, concern: Concern, seen: Observation) -> tuple[Evidence, ...]:
        self.asked.append(("evidence", concern.id))
        return (Evidence(PASSAGE, 1.0),)

    def strategies(self, note: Note, seen: Observation) -> tuple[Note, tuple[Evidence, ...]]:
        self.asked.append(("strategies", note.student))
        return replace(note, text=note.text + " To consider."), (Evidence(PASSAGE, 1.0),)

    def compose(self, seen: Observation, found: Any, concerns: Any) -> Drafted:
        self.asked.append(("compose", tuple(found), tuple(concerns)))
        return Drafted((GOAL,), found[CONCERN.id], (Question("Which?", "baseline"),))

    def check_goal(self, text: str, context: Context | None) -> CheckedGoal:
        self.asked.append(("check_goal", text))
        return CheckedGoal(text, {}, True, True, (FINDING,))


@pytest.fixture
def parts() -> Parts:
    return Parts()


def test_a_jot_is_read_once_drafted_once_and_each_note_is_checked(parts: Parts) -> None:
    context = Context(grade="2")
    answer = parts.assistant().draft("note", "copied 3/5", context, ["mood"])
    assert parts.asked == [
        ("read", "copied 3/5", context, "note", ("mood",)),
        ("draft", "copied 3/5"),
        ("check", "A", "copied 3/5"),
        ("check", "B", "copied 3/5"),
    ]
    assert [note.findings for note in answer.notes] == [(FINDING,), (FINDING,)]


def test_the_answer_says_what_was_asked_and_by_whom_it_was_drafted(parts: Parts) -> None:
    answer = parts.assistant().draft("consult", "rec slant board")
    assert (answer.kind, answer.drafter) == ("consult", "composer")
    assert answer.observation.jot == "rec slant board"
    assert [question.about for question in answer.questions] == ["minutes"]
    assert parts.asked[0][3] == "consult"


def test_every_stage_is_timed(parts: Parts) -> None:
    timings = parts.assistant().draft("note", "copied 3/5").timings_ms
    assert timings.keys() == {"read", "draft", "check", "write", "total"}
    assert all(spent >= 0 for spent in timings.values())


def test_reading_alone_drafts_nothing(parts: Parts) -> None:
    assert parts.assistant().read("copied 3/5").jot == "copied 3/5"
    assert [call[0] for call in parts.asked] == ["read"]


@pytest.mark.parametrize(("jot", "grounded"), [("copied 3/5", True), (None, False), ("", False)])
def test_a_text_is_grounded_on_a_jot_where_there_is_one(parts: Parts, jot: str | None, grounded: bool) -> None:
    checked = parts.assistant().check_note("The student copied 3/5.", jot, None, ["mood"])
    assert parts.asked[-1] == ("check_text", "The student copied 3/5.", jot if grounded else None)
    assert [question.about for question in checked.questions] == ["mood"]
    assert checked.findings == (FINDING,)


def test_a_refusal_of_the_reader_is_the_answer(parts: Parts) -> None:
    def refuse(*_: Any, **__: Any) -> Observation:
        raise OtassistError("No.", "Write more.")

    with pytest.raises(OtassistError):
        replace(parts.assistant(), reader=refuse).draft("note", "copied 3/5")
    assert parts.asked == []


def drafted(jot: str, context: Context | None = None, unknown: tuple[str, ...] = ()) -> Drafting:
    return build().draft("note", jot, context, unknown)


def test_the_real_parts_draft_with_the_composer() -> None:
    answer = drafted("copied 3/5 sentences")
    assert answer.drafter == "composer"
    assert "copied 3/5 sentences" in answer.notes[0].text
    assert answer.notes[0].findings


@pytest.mark.parametrize(
    ("context", "unknown", "about"),
    [
        (Context(grade="27"), (), "grade"),
        (Context(plan="XYZ"), (), "plan"),
        (Context(delivery="by drone"), (), "delivery"),
        (Context(area="swordplay"), (), "area"),
        (None, ("mood",), "mood"),
        (Context(note_type="poem"), (), "note_type"),
    ],
)
def test_an_unknown_entry_is_a_question_and_never_an_error(
    context: Context | None, unknown: tuple[str, ...], about: str
) -> None:
    assert about in {question.about for question in drafted("copied 3/5 sentences", context, unknown).questions}


@pytest.mark.parametrize(
    "context",
    [
        None,
        Context(),
        Context(grade="2", plan="IEP", delivery="push-in", area="handwriting"),
        Context(grade="PreK", plan="504", delivery="pull-out"),
        Context(grade="18-21", plan="RTI/MTSS", delivery="combined"),
        Context(grade="K", pronoun="they", student="J.M."),
    ],
)
def test_a_known_entry_raises_no_question(context: Context | None) -> None:
    keys = {"grade", "plan", "delivery", "area", "pronoun", "student"}
    assert not keys & {question.about for question in drafted("copied 3/5 sentences", context).questions}


def test_entries_change_no_fact_of_the_jot() -> None:
    plain = drafted("copied 3/5 sentences w/ min vc").observation
    entered = drafted("copied 3/5 sentences w/ min vc", Context(grade="2", minutes="30", date="10/3")).observation
    assert plain.facts == entered.facts
    assert plain.statements == entered.statements


def test_a_search_is_asked_with_what_was_understood(parts: Parts) -> None:
    context = Context(area="self-care", grade="kinder", plan="IEP")
    found = parts.assistant().search("zip", k=3, kind="goal", context=context)
    assert found.evidence == (Evidence(PASSAGE, 1.0),)
    assert found.questions == ()
    assert parts.asked == [("search", "zip", {"k": 3, "kind": "goal", "area": "self_care", "grade": "K-2"})]


def test_a_search_asks_about_what_was_not(parts: Parts) -> None:
    found = parts.assistant().search("zip", k="few", context=Context(area="penmanship"), unknown_keys=["mood"])
    assert [question.about for question in found.questions] == ["mood", "k", "area"]
    assert parts.asked == [("search", "zip", {"k": 5, "kind": None, "area": None, "grade": None})]


def test_concerns_fetch_evidence_evidence_becomes_goals_and_goals_are_checked(parts: Parts) -> None:
    answer = parts.assistant().draft("goal", "zips 0/5", Context(grade="1"))
    assert [asked[0] for asked in parts.asked] == ["read", "concerns", "evidence", "compose", "check_goal"]
    assert parts.asked[0][3] == "goal"
    (goal,) = answer.goals
    assert (goal.measurable, goal.educationally_relevant, goal.findings) == (True, True, (FINDING,))
    assert [question.about for question in answer.questions] == ["minutes", "baseline"]
    assert answer.evidence == (Evidence(PASSAGE, 1.0),)


def test_the_reason_behind_a_goal_is_not_checked_as_part_of_it(parts: Parts) -> None:
    parts.assistant().draft("goal", "zips 0/5")
    assert parts.asked[-1] == ("check_goal", "Zip, 3 of 5 days.")


def test_accommodations_are_no_goal_to_check(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Parts, "compose", lambda *_: Drafted((replace(GOAL, type="accommodations"),), (), ()))
    answer = parts.assistant().draft("goal", "zips 0/5")
    assert answer.goals[0].findings == ()
    assert "check_goal" not in [asked[0] for asked in parts.asked]


def test_anybodys_goal_is_checked_with_its_questions(parts: Parts) -> None:
    checked = parts.assistant().check_goal("Zip.", Context(plan="IEP"), ["mood"])
    assert checked.findings == (FINDING,)
    assert [question.about for question in checked.questions] == ["mood"]


def test_a_consultation_gets_strategies_with_their_sources(parts: Parts) -> None:
    answer = parts.assistant().draft("consult", "met w/ teacher")
    assert [note.text for note in answer.notes] == ["About A. To consider.", "About B. To consider."]
    assert [note.findings for note in answer.notes] == [(FINDING,), (FINDING,)]
    assert answer.evidence == (Evidence(PASSAGE, 1.0),)


def test_a_session_note_searches_nothing(parts: Parts) -> None:
    parts.assistant().draft("note", "copied 3/5")
    assert "strategies" not in [asked[0] for asked in parts.asked]


class Writes:
    """A writer that puts its name to what it is given, with a record of that."""

    model, prompt = "tiny at here", "note.v1:abc"

    def __init__(self) -> None:
        self.given: list[tuple[Any, ...]] = []

    def notes(self, seen: Observation, composed: Any, kind: str, found: Any, follow: Following) -> Written:
        self.given.append((kind, composed, found, follow))
        named = tuple(replace(note, text=f"{note.text} In other words.") for note in composed)
        return Written(notes=named, drafter="model", model="tiny", notices=(Notice("model", "Partly."),))

    def goals(self, seen: Observation, composed: Any, check: Any, found: Any, follow: Following) -> Written:
        self.given.append(("goal", composed, found, follow))
        return Written(goals=tuple(map(check, composed)), drafter="model", usage=Usage(1, 2, 3))


def test_a_writer_gets_the_checked_notes_and_whoever_follows(parts: Parts) -> None:
    writer, follow = Writes(), Following()
    answer = replace(parts.assistant(), writer=writer).draft("note", "copied 3/5", follow=follow)
    ((kind, composed, found, given),) = writer.given
    assert (kind, found, given) == ("note", (), follow)
    assert all(note.findings == (FINDING,) for note in composed)
    assert [note.text for note in answer.notes] == ["About A. In other words.", "About B. In other words."]
    assert (answer.drafter, answer.model) == ("model", "tiny")
    assert answer.notices[-1] == Notice("model", "Partly.")


def test_a_writer_gets_the_consultation_with_its_strategies(parts: Parts) -> None:
    writer = Writes()
    replace(parts.assistant(), writer=writer).draft("consult", "rec slant board")
    ((kind, composed, found, _),) = writer.given
    assert (kind, found) == ("consult", (Evidence(PASSAGE, 1.0),))
    assert all("To consider." in note.text for note in composed)


def test_a_writer_gets_the_checked_goals_with_passages_to_cite(parts: Parts) -> None:
    writer = Writes()
    answer = replace(parts.assistant(), writer=writer).draft("goal", "zips 0/5")
    ((kind, composed, found, _),) = writer.given
    assert (kind, found) == ("goal", (Evidence(PASSAGE, 1.0),))
    assert composed[0].findings == (FINDING,)
    assert answer.goals[0].findings == (FINDING,)
    assert (answer.drafter, answer.usage) == ("model", Usage(1, 2, 3))


def test_who_drafts_is_known_beforehand(parts: Parts) -> None:
    assert parts.assistant().drafter_name == "composer"
    assert replace(parts.assistant(), writer=Writes()).drafter_name == "model"


def test_a_question_is_answered_from_practice_passages_alone(parts: Parts) -> None:
    answer = parts.assistant().ask("ideas for zippers", Context(grade="2"), ["mood"])
    searched = {"k": 6, "kind": "practice", "area": None, "grade": "K-2"}
    assert parts.asked == [
        ("read", "ideas for zippers", None, "goal", ()),
        ("search", "ideas for zippers", searched),
        ("answer", "ideas for zippers", (Evidence(PASSAGE, 1.0),)),
    ]
    assert [question.about for question in answer.questions] == ["mood"]


def test_a_revised_goal_is_checked_without_its_reason_and_a_note_on_its_jot(parts: Parts) -> None:
    assistant = parts.assistant()
    assert assistant.revise("make it 4/5", GOAL, history=(GOAL,), said_before=2).draft.findings == (FINDING,)
    assert parts.asked == [("converse", "make it 4/5", (GOAL,), 2), ("check_goal", "Zip, 3 of 5 days.")]
    parts.asked.clear()
    note = Note("session", "A", dict.fromkeys(("subjective", "objective", "assessment", "plan"), ()), "About A.")
    assert assistant.revise("shorter", note, "copied 3/5").draft.findings == (FINDING,)
    assert parts.asked[2] == ("check", "A", "copied 3/5")
    parts.asked.clear()
    assert assistant.revise("shorter", note).draft.findings == (FINDING,)
    assert parts.asked[1] == ("check_text", "About A.", None)
