"""A draft while it is written: nothing moves, nothing is lost by a reload or a break, and it stops when told to."""

from __future__ import annotations

import time

from playwright.sync_api import expect

from otassist.errors import ModelFailure

from .workspace import JOT, Workspace

CLAUSES = [
    {
        "draft": 0,
        "section": section,
        "text": f"{letter}. Zoë copied {number}/20 “words” – 😀 done.",
        "origin": "observed",
    }
    for number, (section, letter) in enumerate(
        [(section, letter) for section in ("subjective", "objective", "assessment", "plan") for letter in "abcde"], 1
    )
]


def _text(use: Workspace) -> str:
    return "".join(use.streamed.all_text_contents())


def test_reloaded_after_each_of_twenty_clauses_no_character_is_lost(serve, paced, workspace):
    paced.clauses = CLAUSES
    use = workspace(serve(paced))
    use.send(JOT, "Note")
    for number in range(1, len(CLAUSES) + 1):
        paced.let()
        expect(use.streamed).to_have_count(number)
        use.page.reload()
        expect(use.streamed).to_have_count(number)
        assert _text(use) == "".join(clause["text"] for clause in CLAUSES[:number])
    paced.free.set()
    expect(use.draft).to_contain_text("They copied 3/5 sentences")
    assert use.visit.complaints == []


def test_while_it_is_written_nothing_moves(serve, paced, workspace):
    paced.clauses = CLAUSES
    use = workspace(serve(paced))
    use.send(JOT, "Note")
    expect(use.page.get_by_role("heading", name="Drafting a note")).to_be_visible()
    time.sleep(0.6)  # what moves within half a second of a key is not counted by the browser
    before = use.page.evaluate("moved")
    for number in range(1, len(CLAUSES) + 1):
        paced.let()
        expect(use.streamed).to_have_count(number)
    assert use.page.evaluate("moved") == before
    paced.free.set()
    expect(use.draft).to_be_visible()
    assert use.page.evaluate("moved") - before < 0.01
    assert use.focused().startswith("Your jot")


def test_a_stream_that_breaks_goes_on_where_it_was(serve, paced, workspace):
    paced.clauses = CLAUSES[:4]
    use = workspace(serve(paced))
    use.send(JOT, "Note")
    paced.let(2)
    expect(use.streamed).to_have_count(2)
    use.page.context.set_offline(True)
    paced.let(2)
    use.page.wait_for_timeout(300)
    use.page.context.set_offline(False)
    expect(use.streamed).to_have_count(4)
    assert _text(use) == "".join(clause["text"] for clause in CLAUSES[:4])
    paced.free.set()
    expect(use.draft).to_be_visible()


def test_stop_keeps_what_was_written_and_says_so(serve, paced, workspace):
    paced.clauses = CLAUSES
    use = workspace(serve(paced))
    use.send(JOT, "Note")
    paced.let(2)
    expect(use.streamed).to_have_count(2)
    use.page.get_by_role("button", name="Stop").click()
    expect(use.draft).to_be_visible()
    use.settled()
    assert use.announced() == ["Drafting", "Stopped. What was written until then is kept."]
    expect(use.page.get_by_role("region", name="Messages")).to_contain_text("Stopped")
    expect(use.page.get_by_role("region", name="Messages")).to_contain_text(JOT.splitlines()[0])
    assert use.focused() == "Session note"


def test_a_model_that_dies_costs_neither_the_jot_nor_the_page(serve, paced, workspace):
    paced.problem = ModelFailure("gone", "The model does not answer.", "Start it, or draft without one.")
    paced.free.set()
    use = workspace(serve(paced))
    use.send(JOT, "Note")
    messages = use.page.get_by_role("region", name="Messages")
    expect(messages).to_contain_text(
        "The model does not answer. Start it, or draft without one. Your jot is kept above."
    )
    expect(messages).to_contain_text(JOT.splitlines()[0])
    assert len(use.announced()) == 2
    paced.problem = None
    messages.get_by_role("button", name="Draft again").click()
    expect(use.draft).to_contain_text("They copied 3/5 sentences")


def test_every_reply_is_announced_twice_and_no_more(served, workspace):
    use = workspace(served)
    for text, kind, last in [
        (JOT, "Note", "Session note ready: 1 blank to fill in"),
        ("make it 4/5", "Change the draft", "Done: “They copied 3/5 sentences"),
        ("ideas for hand strengthening in class", "What do you think", "Answered from the practice library"),
        ("xyzzy plugh", "What do you think", ""),
    ]:
        use.forget()
        before = use.page.locator(".message.assistant").count()
        use.send(text, kind)
        expect(use.page.locator(".message.assistant")).to_have_count(before + 1)
        use.settled()
        use.page.wait_for_timeout(200)
        first, second = use.announced()
        assert first in ("Drafting", "Changing the draft", "Looking it up")
        assert second.startswith(last)


def test_an_edit_and_a_question_that_take_a_model_leave_the_draft_in_view(serve, paced, workspace):
    use = workspace(serve(paced))
    paced.free.set()
    use.drafted(JOT)
    paced.free.clear()
    for text, kind, waiting, told in [
        ("make it 4/5", "Change the draft", "Changing the draft", "Done: “They copied 3/5 sentences"),
        ("ideas for hand strengthening in class", "What do you think", "Looking it up", "Answered from the practice"),
    ]:
        use.forget()
        use.send(text, kind)
        expect(use.page.get_by_role("heading", name=waiting)).to_be_visible()
        expect(use.page.get_by_role("button", name="Stop")).to_be_visible()
        expect(use.draft).to_contain_text("The student used a slant board")
        use.page.reload()
        expect(use.page.get_by_role("heading", name=waiting)).to_be_visible()
        paced.let()
        expect(use.page.get_by_role("heading", name=waiting)).to_be_hidden()
        expect(use.page.locator("#live")).to_contain_text(told)
        expect(use.draft).to_contain_text("They copied 4/5 sentences")
        assert len(use.announced()) == 1, "the reloaded page is told of the end alone"
