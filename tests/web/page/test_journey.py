"""The whole journey, by mouse and by keyboard alone: paste, read, review, finish."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .workspace import GOAL_JOT, JOT


def test_a_note_by_mouse(served, workspace):
    use = workspace(served)
    page = use.page
    page.get_by_role("button", name="Try this example").click()
    expect(page.get_by_role("region", name="What was read")).to_contain_text("min vc = minimal verbal cue")
    expect(page.locator("#lights mark.level")).to_have_text(["min vc"])
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(use.draft).to_contain_text("They copied 3/5 sentences with minimal verbal cues for spacing.")
    assert re.fullmatch(r".*/c/[0-9a-f]{32}", page.url)
    expect(use.box).to_have_value("")

    use.clause("They copied 3/5").click()
    source = page.get_by_role("group", name="Where this comes from")
    expect(source.locator("mark")).to_have_text(["copied 3/5 sentences w/ min vc for spacing"])
    expect(page.locator(".message mark")).to_have_text(["copied 3/5 sentences w/ min vc for spacing"])

    page.get_by_role("textbox", name="What does this mean").fill("He joins the class in copying.")
    page.get_by_role("button", name="Fill in").click()
    expect(use.clause("He joins the class in copying.")).to_be_visible()
    use.version(2)
    expect(page.get_by_role("heading", name="To fill in")).to_have_count(0)

    page.get_by_role("button", name="Undo").click()
    use.version(3)
    expect(page.get_by_role("heading", name="To fill in (1)")).to_be_visible()

    page.get_by_role("button", name="Accept").click()
    dialog = page.get_by_role("dialog", name="Accept this draft")
    expect(dialog).to_contain_text("One blank is not filled in")
    dialog.get_by_label("Your name and credentials").fill("R. Diaz, OTR/L")
    dialog.get_by_role("button", name="Accept").click()
    finish = page.get_by_role("region", name="Session note")
    expect(finish).to_contain_text("by R. Diaz, OTR/L")
    assert use.focused() == "Session note"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    finish.get_by_role("button", name="Copy the whole text").click()
    expect(finish).to_contain_text("The whole text copied")
    assert "They copied 3/5 sentences" in page.evaluate("navigator.clipboard.readText()")
    finish.get_by_role("button", name="Copy Objective").click()
    expect(finish).to_contain_text("Objective copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("The student was seen")
    with page.expect_download() as word:
        finish.get_by_role("link", name="Word").click()
    assert word.value.suggested_filename.endswith(".docx")
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    assert use.visit.complaints == use.visit.dialogs == use.visit.elsewhere(served.url) == []


def test_a_goal_with_its_parts_passages_alternatives_and_objectives(served, workspace):
    use = workspace(served)
    page = use.page
    page.get_by_text("Grade, plan and other details").click()
    page.get_by_label("Grade", exact=True).select_option("3")
    use.drafted(GOAL_JOT, "Goal")
    expect(use.draft.get_by_role("heading", name="Part by part")).to_be_visible()
    use.draft.locator('.clause[data-origin="practice"] .clause-text').first.click()
    expect(page.get_by_role("group", name="Where this comes from")).to_contain_text("Practice material ·")
    page.get_by_label("By when is the goal to be met?").fill("the annual review")
    page.get_by_label("By when is the goal to be met?").press("Enter")
    use.version(2)
    expect(use.draft).to_contain_text("By the annual review, during ELA, the student will")
    page.get_by_role("button", name="Add two objectives").click()
    expect(use.draft.get_by_role("heading", name="Objectives")).to_be_visible()
    use.draft.locator("#variants summary").click()
    use.draft.get_by_role("button", name="Use the one with more support").click()
    expect(page.locator("#live")).to_have_text("The alternative is in place")
    use.draft.locator("#history summary").click()
    page.get_by_role("button", name="What changed in version 2").click()
    expect(use.draft.locator(".diff ins").first).to_contain_text("the annual review")
    page.get_by_role("button", name="Go back to version 1").click()
    expect(use.draft).to_contain_text("By ____, during ELA, the student will")
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("dialog").get_by_role("button", name="Accept").click()
    with page.expect_download() as sheet:
        page.get_by_role("link", name="Data sheet, Word").click()
    assert sheet.value.path().read_bytes().startswith(b"PK")
    assert use.visit.complaints == []


def test_each_finding_has_one_remedy_and_the_checks_run_as_one_types(served, workspace):
    use = workspace(served)
    page = use.page
    use.drafted(JOT)
    for finding in use.draft.locator(".finding").all():
        expect(finding.get_by_role("button")).to_have_count(1)
    missing = use.draft.get_by_text("No date of service is given.")
    page.get_by_role("button", name="Say it in a sentence, for: No date of service is given.").click()
    assert use.focused().startswith("Change: The student was seen")
    field = page.locator(".editor textarea")
    field.fill("On 11/24/2026 the student was seen for a push-in session during writing for 45 minutes.")
    expect(page.locator(".editor .checked")).to_contain_text("'30 min' from the jot is not in the note.")
    field.fill("On 11/24/2026 the student was seen for a push-in session during writing for 30 minutes.")
    expect(page.locator(".editor .checked")).to_have_text("Checked: nothing to mend")
    field.press("Control+Enter")
    use.version(2)
    expect(missing).to_have_count(0)
    page.get_by_role("button", name="Fill it in, for: Nothing is said under assessment.").click()
    assert use.focused().startswith("What does this mean")
    use.drafted(GOAL_JOT, "Goal")
    page.get_by_role("button", name="Fill it in, for: The goal does not say by when").click()
    assert use.focused() == "By when is the goal to be met?"
    use.draft.locator(".edit").nth(2).click()
    page.locator(".editor textarea").fill("copy words with good bilateral integration")
    page.locator(".editor textarea").press("Control+Enter")
    use.version(2)
    use.draft.get_by_role("button", name="Put “using two hands together”").click()
    use.version(3)
    expect(use.clause("using two hands together")).to_be_visible()
    use.draft.get_by_role("button", name="Put a blank there").click()
    use.version(4)
    expect(page.get_by_label("What will the student be seen doing?")).to_be_visible()


def test_a_note_by_keyboard_alone(served, workspace):
    use = workspace(served)
    keys = use.page.keyboard
    keys.press("Tab")
    assert use.focused() == "Skip to the jot"
    keys.press("Enter")
    keys.type(JOT)
    keys.press("Control+Enter")
    expect(use.draft).to_be_visible()
    use.settled()
    assert use.focused().startswith("Your jot"), "drafting took the focus away"
    _tab_to(use, "The student said,")
    keys.press("Enter")
    expect(use.page.get_by_role("group", name="Where this comes from")).to_be_visible()
    keys.press("j")
    keys.press("e")
    assert use.focused().startswith("Change: The student was seen")
    keys.press("End")
    keys.type(" All of the group was there.")
    keys.press("Control+Enter")
    use.version(2)
    assert use.focused().startswith("Change: The student was seen")
    keys.press("b")
    assert use.focused().startswith("What does this mean")
    keys.type("He joins in.")
    keys.press("Enter")
    use.version(3)
    assert use.focused().startswith("He joins in.")
    keys.press("u")
    use.version(4)
    assert use.focused() == "Undo"
    keys.press("a")
    keys.press("Escape")
    assert use.focused() == "Undo", "the dialog did not give the focus back"
    keys.press("a")
    keys.press("Enter")
    expect(use.page.get_by_role("region", name="Session note")).to_be_visible()
    assert use.focused().startswith("Session note")
    assert use.visit.complaints == []


def _tab_to(use, name: str, most: int = 40) -> None:
    for _ in range(most):
        use.page.keyboard.press("Tab")
        if use.focused().startswith(name):
            return
    raise AssertionError(f"{name!r} is not reached by Tab")


def test_shortcuts_can_be_switched_off_and_stay_off(served, workspace):
    use = workspace(served)
    page = use.page
    page.get_by_role("button", name="Shortcuts").click()
    page.get_by_role("dialog").get_by_label("Use the shortcuts of a single key").uncheck()
    page.keyboard.press("Escape")
    assert use.focused() == "Shortcuts"
    page.keyboard.press("/")
    assert use.focused() == "Shortcuts"
    page.reload()
    page.get_by_role("button", name="Shortcuts").focus()
    page.keyboard.press("/")
    assert use.focused() == "Shortcuts"
