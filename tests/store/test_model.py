"""Whatever is done in whatever order, the store holds what a simple model of it holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from otassist.errors import Conflict, NotThere
from otassist.store import Store, open_store

from .conftest import Clock

WORDS = st.sampled_from(["", "zipper 3/5", "Olivia", "100%", "é\x00ü"]) | st.text(max_size=20)
WHICH = st.sampled_from(["seen", "seen", "seen", "stale"])
ONE = st.integers(0, 4)
"""Which of those ever added; it may be erased by now."""
UNKNOWN = "0" * 32
FAMILIES = st.sampled_from(["student", "conversation", "draft", "point"])


class Model(RuleBasedStateMachine):
    """Students, conversations, drafts, documents, points and jobs as dicts of records beside a store in memory."""

    @initialize()
    def open(self) -> None:
        self.clock = Clock()
        self.store: Store = open_store("sqlite://", self.clock)
        self.held: dict[str, Any] = {}
        self.revisions: dict[str, list[str]] = {}
        self.messages: dict[str, list[str]] = {}
        self.added: dict[str, list[str]] = defaultdict(list)
        self.add_student("J.M.")
        self.add_conversation(0, "Monday")
        self.add_draft(0, None, "zipper 3/5")

    def one(self, family: str, number: int | None) -> str | None:
        there = self.added[family]
        return None if number is None else there[number % len(there)] if there else UNKNOWN

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()

    def keep(self, record: Any) -> None:
        self.held[record.id] = record
        self.added[_family(record)].append(record.id)

    def change(self, method: Any, id: str, which: str, *values: Any, **expected: Any) -> bool:
        """Whether the change was taken; a stale version and an erased record have to be refused."""
        there = self.held.get(id)
        if there is None:
            _refused(NotThere, method, id, 1, *values)
            return False
        if which == "stale":
            assert _refused(Conflict, method, id, there.version - 1, *values).current == there
            return False
        changed = method(id, there.version, *values)
        assert changed.version == there.version + 1
        for name, value in expected.items():
            assert getattr(changed, name) == value, name
        self.held[id] = changed
        return True

    def erase(self, gone: set[str]) -> None:
        """What hangs on the erased goes too."""
        while gone:
            self.held = {id: each for id, each in self.held.items() if id not in gone}
            for id, each in self.held.items():
                if getattr(each, "document", None) in gone:
                    self.held[id] = replace(each, document=None)
            gone = {id for id, each in self.held.items() if self.hangs(each)}

    def hangs(self, each: Any) -> bool:
        names = ("student", "conversation", "draft")
        return any(getattr(each, name, None) not in (None, *self.held) for name in names)

    @rule(label=WORDS)
    def add_student(self, label: str) -> None:
        self.keep(self.store.add_student(label))

    @rule(n=ONE, label=WORDS, which=WHICH)
    def rename_student(self, n: int, label: str, which: str) -> None:
        id = self.one("student", n)
        self.change(self.store.rename_student, id, which, label, label=label.replace("\x00", "\ufffd"))

    @rule(family=FAMILIES, n=ONE, which=WHICH)
    def delete(self, family: str, n: int, which: str) -> None:
        id = self.one(family, n)
        if self.change(getattr(self.store, f"delete_{family}"), id, which):
            assert self.held[id].deleted is not None

    @rule(family=FAMILIES, n=ONE, delete_first=st.booleans())
    def restore(self, family: str, n: int, delete_first: bool) -> None:
        id, restore = self.one(family, n), getattr(self.store, f"restore_{family}")
        if delete_first:
            self.delete(family, n, "seen")
        there = self.held.get(id)
        if there is None:
            _refused(NotThere, restore, id)
            return
        self.held[id] = restore(id)
        assert self.held[id] == (replace(there, deleted=None, version=there.version + 1) if there.deleted else there)

    @precondition(lambda self: len(self.held) > 4)
    @rule(family=st.sampled_from(["student", "conversation", "draft"]), n=ONE)
    def erase_one(self, family: str, n: int) -> None:
        id = self.one(family, n)
        method = getattr(self.store, f"erase_{family}")
        if id in self.held:
            method(id)
            self.erase({id, *(each.id for each in self.held.values() if getattr(each, "draft", None) == id)})
        _refused(NotThere, method, id)

    @rule(n=st.none() | ONE, title=WORDS)
    def add_conversation(self, n: int | None, title: str) -> None:
        student = self.one("student", n)
        if student is not None and student not in self.held:
            _refused(NotThere, self.store.add_conversation, student)
            return
        self.keep(self.store.add_conversation(student=student, title=title))

    @rule(n=ONE, box=WORDS, which=WHICH)
    def save_box(self, n: int, box: str, which: str) -> None:
        self.change(self.store.save_box, self.one("conversation", n), which, box, {"box": box})

    @rule(n=ONE, to=st.none() | ONE, which=WHICH)
    def assign(self, n: int, to: int | None, which: str) -> None:
        id, student = self.one("conversation", n), self.one("student", to)
        if student is not None and student not in self.held:
            return
        was = self.held.get(id)
        if self.change(self.store.assign, id, which, student, student=student):
            own = {each.id for each in self.held.values() if getattr(each, "conversation", None) == id}
            for each in list(self.held.values()):
                of = each.id in own or getattr(each, "draft", None) in own
                if of and getattr(each, "student", was) == was.student:
                    self.held[each.id] = replace(each, student=student)

    @rule(n=ONE, text=WORDS)
    def add_message(self, n: int, text: str) -> None:
        id = self.one("conversation", n)
        if id not in self.held:
            _refused(NotThere, self.store.add_message, id, "therapist", "auto", text)
            return
        message = self.store.add_message(id, "therapist", "auto", text)
        self.messages.setdefault(id, []).append(message.id)
        assert message.number == len(self.messages[id])
        self.held[id] = replace(self.held[id], updated=message.created)

    @rule(n=ONE, of=st.none() | ONE, text=WORDS)
    def add_draft(self, n: int, of: int | None, text: str) -> None:
        id, student = self.one("conversation", n), self.one("student", of)
        if id not in self.held or (student is not None and student not in self.held):
            _refused(NotThere, self.store.add_draft, id, None, None, "note", 0, {"text": text}, student)
            return
        draft = self.store.add_draft(id, None, None, "note", 0, {"text": text}, student)
        assert draft.student == (student or self.held[id].student)
        self.revisions[draft.id] = [text]
        self.held[id] = replace(self.held[id], updated=draft.created)
        self.keep(draft)

    @rule(n=ONE, text=WORDS, which=WHICH)
    def revise_draft(self, n: int, text: str, which: str) -> None:
        id = self.one("draft", n)
        there = self.held.get(id)
        if there is not None and there.accepted:
            assert _refused(Conflict, self.store.revise_draft, id, there.version, {}, "").current == there
        elif self.change(self.store.revise_draft, id, which, {"text": text}, "edit"):
            self.revisions[id].append(text)
            on = self.held[there.conversation]
            self.held[on.id] = replace(on, updated=self.held[id].updated)

    @rule(n=ONE, which=WHICH)
    def accept(self, n: int, which: str) -> None:
        id = self.one("draft", n)
        there = self.held.get(id)
        if there is None:
            _refused(NotThere, self.store.accept, id, 1, "Note")
        elif there.accepted:
            assert self.store.accept(id, 1, "Other") == self.held[there.accepted]
        elif which == "stale":
            _refused(Conflict, self.store.accept, id, there.version - 1, "Note")
        else:
            document = self.store.accept(id, there.version, "Note")
            expected = there.content, there.version, there.student, document.accepted
            assert (document.content, document.version, document.student, document.accepted) == expected
            self.keep(document)
            now = {"accepted": document.id, "version": there.version + 1, "updated": document.accepted}
            self.held[id] = replace(there, **now)

    @rule(n=ONE, of=st.none() | ONE, days=st.integers(0, 3), number=st.floats(0, 9))
    def add_point(self, n: int, of: int | None, days: int, number: float) -> None:
        student, draft = self.one("student", n), self.one("draft", of)
        document = getattr(self.held.get(draft or ""), "accepted", None)
        day = date(2026, 9, 1) + timedelta(days)
        if student not in self.held:
            _refused(NotThere, self.store.add_point, student, day, "")
            return
        self.keep(self.store.add_point(student, day, "3/5", number, document=document))

    @rule(n=ONE, number=st.floats(0, 9), which=WHICH)
    def change_point(self, n: int, number: float, which: str) -> None:
        self.change(
            lambda id, version: self.store.change_point(id, version, number=number),
            self.one("point", n),
            which,
            number=number,
        )

    @rule(n=ONE)
    def add_job(self, n: int) -> None:
        id = self.one("conversation", n)
        if id not in self.held:
            _refused(NotThere, self.store.add_job, id, None, "note", {})
            return
        self.keep(self.store.add_job(id, None, "note", {"text": "jot"}))

    @rule(n=ONE, forwards=st.tuples(st.sampled_from([0, 60]), st.sampled_from([0, 60])))
    def claim_job(self, n: int, forwards: tuple[int, int]) -> None:
        id = self.one("job", n)
        for owner, forward in zip(("one", "two"), forwards, strict=True):
            self.clock.forward(forward)
            there = self.held.get(id)
            free = there is not None and there.state == "queued"
            over = there is not None and there.state == "running" and there.lease_until < self.clock.now
            assert self.store.claim_job(id, owner, 30) == (free or over)
            if free or over:
                self.held[id] = self.store.job(id)
                assert (self.held[id].owner, self.held[id].state) == (owner, "running")

    @rule(n=ONE, end=st.sampled_from(["done", "stopped", "failed"]))
    def finish_job(self, n: int, end: Any) -> None:
        id = self.one("job", n)
        there = self.held.get(id)
        if there is not None:
            ended = self.store.finish_job(id, end)
            assert ended == there if there.state in ("done", "stopped", "failed") else ended.state == end
            self.held[id] = ended

    @invariant()
    def the_store_holds_what_the_model_holds(self) -> None:
        kinds: dict[str, list[Any]] = {}
        for each in self.held.values():
            kinds.setdefault(type(each).__name__, []).append(each)
        for deleted in (False, True):
            wanted = {each.id: each for each in self.held.values() if bool(getattr(each, "deleted", None)) == deleted}
            listed = [*self.store.students(deleted=deleted), *self.store.conversations(deleted=deleted, limit=1000)]
            for each in kinds.get("Conversation", ()):
                listed += self.store.drafts(each.id, deleted=deleted)
                if not deleted:
                    listed += self.store.jobs(each.id)
                    assert [m.id for m in self.store.messages(each.id)] == self.messages.get(each.id, [])
            for each in kinds.get("Student", ()):
                listed += self.store.points(each.id, deleted=deleted)
            if not deleted:
                listed += self.store.documents()
            assert {each.id: each for each in listed} == wanted
            assert len(listed) == len(wanted)
        for each in kinds.get("StoredDraft", ()):
            texts = [revision.content["text"] for revision in self.store.revisions(each.id)]
            assert texts == [text.replace("\x00", "\ufffd") for text in self.revisions[each.id]]


def _family(record: Any) -> str:
    return {"StoredDraft": "draft"}.get(type(record).__name__, type(record).__name__.lower())


def _refused(kind: type[Exception], method: Any, *arguments: Any) -> Any:
    try:
        method(*arguments)
    except kind as refusal:
        return refusal
    raise AssertionError(f"{method} was not refused with {kind.__name__}")


TestModel = Model.TestCase
TestModel.settings = settings(max_examples=60, stateful_step_count=20)
