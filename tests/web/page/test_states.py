"""axe-core has nothing to say of any state of the workspace: light and dark, wide and as narrow as WCAG asks.

Screenshots of every state stay in build/screenshots/.
"""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import expect

from browsing import DESKTOP, PHONE, axe

from .workspace import GOAL_JOT, JOT

CLAUSES = [{"draft": 0, "section": "objective", "text": "They copied 3/5 sentences.", "origin": "observed"}]
OTHER_PAGES = ("/students", "/bank", "/practice", "/prompts", "/evals", "/settings", "/about", "/c/" + "0" * 32)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "320"])
def test_every_state_is_accessible(serve, paced, workspace, size, scheme):
    paced.clauses, paced.free = CLAUSES, Event()
    served = serve(paced)
    use = workspace(served, size, color_scheme=scheme)
    page, wrong = use.page, {}

    def look(state: str) -> None:
        use.shot(f"{state}-{size['width']}-{scheme}")
        if found := axe(page):
            wrong[state] = found
        if use.visit.overflow() > 0:
            wrong[state] = f"{use.visit.overflow()} pixels wider than the view"

    look("empty")
    page.get_by_text("Grade, plan and other details").click()
    use.write(f"{GOAL_JOT}. min for zipper")
    expect(page.locator("#read-questions button")).not_to_have_count(0)
    look("read")
    use.choose("Note")
    use.box.press("Control+Enter")
    paced.let()
    expect(use.streamed).to_have_count(1)
    look("streaming")
    paced.free.set()
    expect(use.draft).to_be_visible()
    use.settled()
    look("note")
    use.drafted(GOAL_JOT, "Goal")
    look("goal")
    use.draft.locator('.clause[data-origin="practice"] .clause-text').first.click()
    look("source")
    use.draft.locator(".edit").nth(1).click()
    page.locator(".editor textarea").fill("improve endurance")
    expect(page.locator(".editor .checked li")).not_to_have_count(0)
    look("editing")
    page.locator(".editor textarea").press("Control+Enter")
    use.version(2)
    use.draft.locator("#history summary").click()
    page.get_by_role("button", name="What changed in version 2").click()
    expect(page.locator(".diff ins").first).to_be_visible()
    look("diff")
    page.get_by_role("button", name="Shortcuts").click()
    look("shortcuts")
    page.keyboard.press("Escape")
    use.send("ideas for hand strengthening in class", "What do you think")
    expect(page.locator(".message .passage").first).to_be_visible()
    look("answer")
    page.get_by_role("button", name="Accept").click()
    look("accepting")
    for seen in page.locator("#accept-open input").all():
        seen.check()
    page.get_by_role("dialog").get_by_role("button", name="Accept").click()
    expect(page.get_by_role("button", name="Copy the whole text")).to_be_visible()
    use.settled()
    look("accepted")
    served.stop()
    use.box.fill("one more word")
    expect(page.locator("#trouble")).to_be_visible()
    look("gone")
    served.start()
    assert wrong == {}


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "dark"), (PHONE, "light")], ids=["1280-dark", "320-light"])
def test_the_other_pages_are_accessible(served, workspace, size, scheme):
    use = workspace(served, size, color_scheme=scheme)
    use.drafted(JOT)
    wrong = {}
    for path in OTHER_PAGES:
        use.open(path)
        use.settled()
        use.shot(f"page{path[:12].replace('/', '-')}-{size['width']}-{scheme}")
        if found := axe(use.page):
            wrong[path] = found
        if use.visit.overflow() > 0:
            wrong[path] = f"{use.visit.overflow()} pixels wider than the view"
    assert wrong == {}


def test_colors_are_chosen_and_stay_chosen(served, workspace):
    use = workspace(served, color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = use.page.evaluate(paper)
    use.page.get_by_label("Colors").select_option("dark")
    dark = use.page.evaluate(paper)
    assert light != dark
    use.page.reload()
    assert use.page.evaluate(paper) == dark


def test_at_400_percent_the_box_and_the_draft_are_used_without_scrolling_sideways(served, workspace):
    use = workspace(served, {"width": 320, "height": 225})  # 1280 x 900 at 400 %
    use.drafted(JOT)
    use.page.get_by_role("textbox", name="What does this mean").fill("He joins in.")
    use.page.get_by_role("button", name="Fill in").click()
    use.version(2)
    assert use.visit.overflow() == 0


def test_nothing_moves_for_somebody_who_wants_no_motion(serve, paced, workspace):
    paced.clauses = CLAUSES
    moving = "document.getAnimations().length"
    seen = {}
    for wish in ("reduce", "no-preference"):
        use = workspace(serve(paced), reduced_motion=wish)
        use.send(JOT, "Note")
        paced.let()
        expect(use.streamed).to_have_count(1)
        seen[wish] = use.page.evaluate(moving)
    assert seen["reduce"] == 0
    assert seen["no-preference"] > 0


def test_what_is_printed_is_the_accepted_text_alone(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    use.page.get_by_role("button", name="Accept").click()
    use.page.get_by_role("dialog").get_by_role("button", name="Accept").click()
    expect(use.page.locator("#whole")).to_be_visible()
    use.page.emulate_media(media="print")
    for hidden in ("header.top", "#box", "#messages", "#draft", "#conversations", "#copy-whole"):
        expect(use.page.locator(hidden)).to_be_hidden()
    expect(use.page.locator("#whole")).to_be_visible()
