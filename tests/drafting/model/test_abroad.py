"""A model elsewhere: the body of every request holds no original, the answer comes back with all of them, and whatever
goes wrong on the way out sends nothing and leaves the composer's draft with a plain reason.

The scripted server is on loopback; that it is not is what the endpoint is made to believe.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from otassist.checks import check_draft
from otassist.domain import Context, Following, Note, Observation, Written
from otassist.drafting import compose
from otassist.drafting.model import Abroad, Endpoint, ModelDrafter, Speaker
from otassist.drafting.model.failures import failure
from otassist.drafting.prompts import PromptShelf
from otassist.errors import MaskingFailure
from otassist.privacy import Cover, Roster
from otassist.reading import read
from scripted_server import Request, Script, ScriptedServer, says

from .asking import KEY, said, speaker
from .test_privacy import in_a_process

JOT = (
    "Marisol Quintanilla (DOB 3/14/2016, student id 8841207), Lincoln Elementary. "
    "Marisol copied 3/5 sentences w/ min vc for spacing. Ms. Okafor said Marisol's spacing is better. "
    "told mom at 555-201-3344. P: try slant board"
)
ORIGINALS = ["Marisol", "Quintanilla", "3/14/2016", "8841207", "Lincoln", "Okafor", "555-201-3344", "555-201", "3344"]
OWN = frozenset(line for prompt in PromptShelf().all() for text in prompt.own_texts for line in text.split("\n"))


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No address is on this machine."""
    monkeypatch.setattr(Endpoint, "is_local", property(lambda _: False))


def cover(known: Sequence[str], labels: Sequence[str]) -> Cover:
    return Cover(known, labels, lambda: OWN, Roster())


def yes(where: str, asked: Sequence[tuple[str, str]]) -> bool:
    return True


def abroad(
    server: ScriptedServer | str, how: Abroad | None = None, agreement: str | None = "Lee, 2026-08-01"
) -> Speaker:
    return replace(speaker(server, agreement=agreement), abroad=how or Abroad(cover, yes))


def seen(jot: str = JOT, context: Context | None = None) -> tuple[Note, Observation]:
    observation = read(jot, context or Context(student="Marisol", review_date="5/20/2027"))
    note, *_ = compose(observation)
    return check_draft(note, observation), observation


def drafted(asked: Speaker, jot: str = JOT, follow: Following | None = None) -> tuple[Written, Note]:
    note, observation = seen(jot)
    drafter = ModelDrafter(asked, PromptShelf(), check_draft)
    return drafter.notes(observation, [note], "note", (), follow or Following()), note


def statements(request: Request) -> list[dict[str, Any]]:
    """What the request tells of the student."""
    asked = [item["content"] for item in request.body["messages"] if item["role"] == "user"]
    (last,) = [text for text in asked if "<statements>\n" in text][-1:]
    lines = last.split("<statements>\n")[1].split("\n</statements>")[0]
    return [json.loads(line) for line in lines.splitlines()]


def echoed(change: Callable[[str], str] = lambda text: text) -> Callable[[Request], Script]:
    """A model that says what the composer says, in the words it was given."""

    def answer(request: Request) -> Script:
        told = [
            {
                "section": item["section"],
                "text": change(item["plain"]),
                "origin": "observed",
                "statements": [item["id"]],
                "facts": [fact["id"] for fact in item["facts"]],
            }
            for item in statements(request)
        ]
        return says(said({"clauses": told}))

    return answer


def test_no_request_holds_an_original_and_the_answer_comes_back_with_all_of_them():
    heard: list[Any] = []
    with ScriptedServer(answer=echoed(lambda text: text.replace("copied", "carefully copied"))) as server:
        written, composed = drafted(abroad(server), follow=Following(heard=heard.append))
    assert len(server.requests) == 2  # `carefully` is in no jot, so that a revision with findings is asked for, too
    for request in server.requests:
        for original in ORIGINALS:
            assert original.encode() not in request.raw
            assert original.lower().encode() not in request.raw.lower()
    for original in ORIGINALS:
        assert (original in composed.text) == (original in written.set_aside[0].draft.text)
    assert "Marisol" in "".join(clause["text"] for clause in heard)
    assert "[Person" not in str(heard)


def test_a_good_answer_is_used_with_its_names():
    with ScriptedServer(answer=echoed()) as server:
        written, composed = drafted(abroad(server))
    assert written.drafter == "model"
    assert written.notes[0].text == composed.text
    assert "Marisol" in composed.text


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("[", "").replace("]", ""),
        lambda text: text.replace("[Person", "[person"),
        lambda text: text.replace("]'s", "'s]"),
    ],
    ids=["without brackets", "in small letters", "the possessive inside"],
)
def test_placeholders_are_read_kindly(change):
    with ScriptedServer(answer=echoed(change)) as server:
        written, composed = drafted(abroad(server))
    assert written.notes[0].text == composed.text
    assert written.drafter == "model"


@pytest.mark.parametrize(
    ("instead", "check"),
    [("Ms. [Person ZZ]", "unknown_placeholder"), ("The teacher", "lost_placeholder")],
    ids=["nobody issued it", "it is lost"],
)
def test_a_placeholder_that_is_wrong_or_lost_is_a_blocker_and_the_composers_draft_stays(instead, check):
    def spoil(text: str) -> str:
        return re.sub(r"Ms\. \[Person \w+\]", instead, text)

    with ScriptedServer(answer=echoed(spoil)) as server:
        written, composed = drafted(abroad(server))
    assert len(server.requests) == 2
    assert written.drafter == "composer"
    assert written.notes[0].text == composed.text
    found = written.set_aside[0].draft.findings
    assert check in {item.check for item in found if item.severity == "blocker"}


def test_the_students_own_name_may_become_a_word_for_the_student():
    jot = "Marisol copied 3/5 sentences w/ min vc for spacing. Ms. Okafor said spacing is better"

    def reworded(text: str) -> str:
        return re.sub(r"^\[Person \w+\] copied", "The student copied", text)

    with ScriptedServer(answer=echoed(reworded)) as server:
        written, composed = drafted(abroad(server), jot)
    assert "Marisol copied 3/5" in composed.text
    assert "The student copied 3/5" in written.notes[0].text
    assert written.drafter == "model"


class Broken(Cover):
    def masked(self, asked: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        raise RuntimeError("Marisol")


class Unplaced(Cover):
    def masked(self, asked: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        raise MaskingFailure("unplaced")


class Leaking(Cover):
    """Masks nothing of the last message; the last door is as it is."""

    def masked(self, asked: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return [*super().masked(asked)[:-1], asked[-1]]


class Escaping(Cover):
    """Lets a name out as JSON escapes, which the eye does not see."""

    def masked(self, asked: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        *before, (role, text) = super().masked(asked)
        return [*before, (role, text + json.dumps("".join(f"\\u{ord(letter):04x}" for letter in "marisol")))]


class Numbering(Cover):
    """Lets a telephone number out that no text of the student's holds."""

    def masked(self, asked: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        *before, (role, text) = super().masked(asked)
        return [*before, (role, f"{text}\ncall 555-201-9999")]


class Blind(Cover):
    def check(self, sent: Sequence[tuple[str, str]]) -> None:
        raise KeyError("Marisol")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (Broken, "masking the student's text failed"),
        (Unplaced, "cannot be masked for certain"),
        (Leaking, "still showed something that identifies"),
        (Escaping, "still showed something that identifies"),
        (Numbering, "still showed something that identifies"),
        (Blind, "masking the student's text failed"),
    ],
)
def test_every_failure_of_masking_sends_nothing_and_the_composer_drafts(kind, reason, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    how = Abroad(lambda known, labels: kind(known, labels, lambda: OWN, Roster()), yes)
    with ScriptedServer(answer=echoed()) as server:
        written, composed = drafted(abroad(server, how))
    assert server.requests == []
    assert written.drafter == "composer"
    assert written.notes == (composed,)
    (notice,) = written.notices
    assert reason in notice.text
    shown = caplog.text + "".join(capfd.readouterr()) + notice.text
    assert not any(original in shown for original in [*ORIGINALS, KEY])


def test_a_cover_that_cannot_be_made_sends_nothing():
    def none(known: Sequence[str], labels: Sequence[str]) -> Cover:
        raise OSError("Marisol")

    with ScriptedServer(answer=echoed()) as server:
        written, composed = drafted(abroad(server, Abroad(none, yes)))
    assert server.requests == []
    assert written.notes == (composed,)
    assert "masking the student's text failed" in written.notices[0].text


def test_nothing_is_sent_before_somebody_has_agreed_to_what_goes_out():
    shown: list[tuple[str, Sequence[tuple[str, str]]]] = []

    def no(where: str, asked: Sequence[tuple[str, str]]) -> bool:
        shown.append((where, asked))
        return False

    with ScriptedServer(answer=echoed()) as server:
        written, _ = drafted(abroad(server, Abroad(cover, no)))
    assert server.requests == []
    ((where, asked),) = shown
    assert where == f"127.0.0.1:{server.port}"
    assert "[Person A]" in asked[-1][1]
    assert not any(original in text for _, text in asked for original in ORIGINALS)
    assert "nobody has agreed" in written.notices[0].text


def test_nothing_is_probed_before_masking_and_agreement():
    with ScriptedServer(says('{"ready": true}')) as server:
        asked = abroad(server, Abroad(cover, lambda where, messages: False))
        asked.memory.keep(asked.endpoint, None)
        drafted(asked)
    assert server.requests == []


@pytest.mark.parametrize(("agreement", "kind"), [(None, "no_agreement"), ("Lee", "no_masking")])
def test_without_an_agreement_or_a_cover_nothing_goes_out(agreement, kind):
    with ScriptedServer(answer=echoed()) as server:
        asked = replace(speaker(server, agreement=agreement), abroad=None if agreement else Abroad(cover, yes))
        answer = asked.about([JOT]).ask([("human", JOT)], {}, "note")
    assert server.requests == []
    assert answer.failure is not None
    assert answer.failure.kind == kind


def test_whoever_asks_without_saying_about_whom_sends_nothing():
    with ScriptedServer(answer=echoed()) as server:
        answer = abroad(server).ask([("human", JOT)], {}, "note")
    assert server.requests == []
    assert answer.failure is not None
    assert answer.failure.kind == "no_masking"


def test_nothing_printed_of_a_speaker_shows_a_name_or_the_key():
    asked = abroad("http://127.0.0.1:9/v1").about([JOT], ["Marisol"])
    assert asked.cover is not None
    asked.cover.masked([("human", JOT)])
    printed = repr(asked) + repr(asked.cover) + repr(failure("mask_leak"))
    assert not any(original in printed for original in [*ORIGINALS, KEY])


def test_placeholders_stay_the_same_through_a_conversation():
    first = abroad("http://127.0.0.1:9/v1").about([JOT], ["Marisol"]).cover
    second = abroad("http://127.0.0.1:9/v1").about([JOT, "a later note: Marisol and Tobias cut"], ["Marisol"]).cover
    assert first is not None
    assert second is not None
    told = [
        cover.masked([("human", "Marisol copied for Ms. Okafor")])[0][1].split("\n")[0] for cover in (first, second)
    ]
    assert told[0] == told[1]


COMMAND = """
import io, sys
from otassist.drafting.model import Endpoint
Endpoint.is_local = property(lambda _: False)
from otassist.cli import main
sys.argv = ["otassist", "draft", "note", "--json", "-"]
sys.stdin = io.TextIOWrapper(io.BytesIO({jot!r}.encode()))
main()
"""


@pytest.mark.parametrize("confirmed", ["", "true"])
def test_the_command_line_sends_masked_text_only_where_the_settings_have_agreed(confirmed, tmp_path):
    roster = tmp_path / "roster.txt"
    roster.write_text("Spacing, Bartholomew (Slant)\n")
    jot = f"{JOT}. slant said bartholomew is his name"

    def answer(request: Request) -> Script:
        return says('{"ready": true}') if "Are you ready?" in request.asked else echoed()(request)

    with ScriptedServer(answer=answer) as server:
        done = in_a_process(
            COMMAND.format(jot=jot),
            OTASSIST_LLM_MODEL="tiny",
            OTASSIST_LLM_BASE_URL=server.url,
            OPENAI_API_KEY=KEY,
            OTASSIST_LLM_SIZE="large",
            OTASSIST_REMOTE_AGREEMENT="Lee, 2026-08-01",
            OTASSIST_REMOTE_CONFIRMED=confirmed,
            OTASSIST_ROSTER=str(roster),
        )
    answered = json.loads(done.stdout)
    bodies = b"".join(request.raw for request in server.requests)
    assert not any(original.lower().encode() in bodies.lower() for original in [*ORIGINALS, "bartholomew"])
    assert answered["drafter"] == ("model" if confirmed else "composer")
    assert len(server.requests) == (2 if confirmed else 0)
    assert "Marisol" in answered["drafts"][0]["text"]
    assert ("nobody has agreed" in done.stdout) == (not confirmed)
    assert KEY not in done.stdout + done.stderr
    assert "Marisol" not in done.stderr


def test_a_roster_that_cannot_be_read_sends_nothing(tmp_path):
    with ScriptedServer(says('{"ready": true}')) as server:
        done = in_a_process(
            COMMAND.format(jot=JOT),
            OTASSIST_LLM_MODEL="tiny",
            OTASSIST_LLM_BASE_URL=server.url,
            OTASSIST_LLM_SIZE="large",
            OTASSIST_REMOTE_AGREEMENT="Lee, 2026-08-01",
            OTASSIST_REMOTE_CONFIRMED="true",
            OTASSIST_ROSTER=str(tmp_path / "none.txt"),
        )
    assert server.requests == []
    assert json.loads(done.stdout)["drafter"] == "composer"
    assert "the roster cannot be read" in done.stdout
