"""What would leave this machine is shown first, and goes only after a yes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import expect

from browsing import PHONE, axe
from otassist.web.leaving import Leaving

from .workspace import JOT

WHERE = "model.example"
MASKED = "[Student] copied 3/5 sentences w/ min vc <img src=x>"


@dataclass
class Abroad:
    """An assistant with a model elsewhere: it asks before it sends."""

    real: Any
    leaving: Leaving = field(default_factory=Leaving)
    answers: list[bool] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def draft(self, *given: Any) -> Any:
        self.answers.append(self.leaving(WHERE, [("system", "You are asked to word a note."), ("human", MASKED)]))
        return self.real.draft(*given)


@pytest.fixture
def abroad(assistant) -> Abroad:
    return Abroad(assistant)


@pytest.fixture
def asked(abroad, serve, workspace):
    """The workspace with the question open."""

    def ask(*more: Any, **options: Any):
        use = workspace(serve(abroad, leaving=abroad.leaving), *more, **options)
        use.send(JOT, "Note")
        expect(_dialog(use)).to_be_visible()
        return use

    return ask


def _dialog(use):
    return use.page.get_by_role("dialog", name=f"Send this to {WHERE}?")


@pytest.mark.parametrize(("says", "sent"), [("Send it", True), ("Draft without it", False)])
def test_it_is_read_and_answered(asked, abroad, says, sent):
    use = asked()
    expect(_dialog(use).get_by_role("region", name="What would be sent")).to_have_text(MASKED)
    assert use.focused() == "What would be sent"
    expect(_dialog(use).get_by_text("You are asked to word a note.")).to_be_hidden()
    _dialog(use).get_by_text("The instructions that go with it").click()
    expect(_dialog(use).get_by_text("You are asked to word a note.")).to_be_visible()
    assert abroad.answers == []
    _dialog(use).get_by_role("button", name=says).click()
    expect(use.draft).to_be_visible()
    assert abroad.answers == [sent]
    expect(_dialog(use)).to_be_hidden()
    assert use.focused().startswith("Your jot")


def test_leaving_the_dialog_is_a_no(asked, abroad):
    use = asked()
    use.page.keyboard.press("Escape")
    expect(use.draft).to_be_visible()
    assert abroad.answers == [False]


def test_a_reload_asks_again_and_an_answer_in_another_tab_is_enough(asked, abroad):
    use = asked()
    use.page.reload()
    expect(_dialog(use)).to_be_visible()
    other = use.page.context.new_page()
    other.goto(use.page.url)
    other.get_by_role("button", name="Draft without it").click()
    expect(_dialog(use)).to_be_hidden()
    expect(use.draft).to_be_visible()
    assert abroad.answers == [False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_question_is_accessible_on_a_phone(asked, scheme):
    use = asked(PHONE, color_scheme=scheme)
    use.shot(f"outgoing-320-{scheme}")
    assert axe(use.page) == ""
    assert use.visit.overflow() == 0
    use.page.keyboard.press("Escape")
