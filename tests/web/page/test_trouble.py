"""A server that is gone or slow, a second tab, a page left half-way: no word is lost, and it is told."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from .workspace import JOT, Workspace


def _trouble(use: Workspace):
    return use.page.locator("#trouble")


def test_what_is_typed_while_the_server_is_gone_is_kept_told_and_saved_later(served, workspace):
    use = workspace(served)
    use.write("first words")
    served.stop()
    use.box.fill("first words and w/ CGA 3/5")
    expect(_trouble(use)).to_contain_text("The server does not answer. What you wrote is kept in this browser")
    assert len(use.announced()) == 1
    served.start()
    expect(use.page.locator("#kept")).to_have_text("Kept")
    expect(_trouble(use)).to_be_hidden()
    use.page.reload()
    expect(use.box).to_have_value("first words and w/ CGA 3/5")


def test_what_was_never_saved_is_there_after_a_crash_of_the_page(served, workspace):
    use = workspace(served)
    use.page.route("**/api/**", lambda route: route.abort())
    use.box.fill("zipped coat 2/4 w/ min A")
    expect(use.page.locator("#kept")).to_have_text("Kept in this browser")
    page = use.page.context.new_page()
    use.page.close()
    page.goto(served.url)
    expect(page.get_by_role("textbox", name="Your jot")).to_have_value("zipped coat 2/4 w/ min A")


def test_what_was_sent_while_the_server_was_gone_is_sent_once(served, workspace):
    use = workspace(served)
    use.write(JOT)
    served.stop()
    use.box.press("Control+Enter")
    expect(_trouble(use)).to_contain_text("is sent by itself when the server is back")
    expect(use.box).to_have_value(JOT)
    served.start()
    expect(use.draft).to_contain_text("They copied 3/5 sentences")
    expect(use.page.locator(".message.therapist")).to_have_count(1)
    expect(use.box).to_have_value("")
    use.page.reload()
    expect(use.page.locator(".message.therapist")).to_have_count(1)


def test_an_answer_that_was_lost_on_the_way_does_not_draft_twice(served, workspace):
    use = workspace(served)
    use.write(JOT)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    use.page.route("**/messages", lose, times=1)
    use.box.press("Control+Enter")
    expect(use.draft).to_contain_text("They copied 3/5 sentences")
    expect(use.page.locator(".message.therapist")).to_have_count(1)
    expect(use.page.get_by_role("navigation", name="Drafts of this conversation")).to_have_count(0)


def test_a_slow_server_is_told_of_and_waited_for(served, workspace):
    use = workspace(served)
    use.write(JOT)
    held: list[Route] = []
    use.page.route("**/messages", lambda route: held.append(route), times=1)
    use.box.press("Control+Enter")
    expect(use.page.locator("#kept")).to_have_text("The server takes its time; what you wrote is kept")
    assert use.announced() == ["Working on it"]
    held[0].continue_()
    expect(use.draft).to_be_visible()
    expect(use.page.locator("#kept")).to_have_text("Kept")


def test_a_page_out_of_date_says_so_and_keeps_the_words(served, workspace):
    use = workspace(served)
    use.write("before")
    body = '{"error": {"message": "This page is out of date.", "remedy": "Reload the page to go on."}}'
    use.page.route("**/api/conversations/*", lambda route: route.fulfill(status=403, body=body))
    use.box.fill("before and after")
    expect(_trouble(use)).to_contain_text("This page is out of date.")
    use.page.unroute("**/api/conversations/*")
    _trouble(use).get_by_role("button", name="Reload").click()
    expect(use.box).to_have_value("before and after")


def test_two_tabs_lose_neither_ones_words(served, workspace):
    use = workspace(served)
    use.write("both begin here")
    other = Workspace(use.visit, served.url)
    other.page = use.page.context.new_page()
    other.open(use.page.url.removeprefix(served.url))
    other.write("the second tab")
    use.box.fill("the first tab")
    expect(_trouble(use)).to_contain_text("changed in another tab too")
    _trouble(use).get_by_role("button", name="Add the other words").click()
    expect(use.box).to_have_value("the first tab\nthe second tab")
    expect(use.page.locator("#kept")).to_have_text("Kept")
    other.page.reload()
    expect(other.box).to_have_value("the first tab\nthe second tab")


def test_a_sentence_changed_in_two_tabs_is_not_overwritten_unseen(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    other = Workspace(use.visit, served.url)
    other.page = use.page.context.new_page()
    other.open(use.page.url.removeprefix(served.url))
    for tab, text in ((other, "The second tab was first."), (use, "The first tab was late.")):
        tab.draft.locator(".edit").first.click()
        tab.page.locator(".editor textarea").fill(text)
        tab.page.locator(".editor textarea").press("Control+Enter")
        tab.version(2)
    expect(_trouble(use)).to_contain_text("The newest version is shown; your change was not made.")
    expect(use.draft).to_contain_text("The second tab was first.")
    expect(use.page.locator(".editor textarea")).to_have_value("The first tab was late.")


def test_a_half_changed_sentence_is_there_after_a_reload(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    use.draft.locator(".edit").first.click()
    use.page.locator(".editor textarea").fill("The student said little.")
    use.page.reload()
    expect(use.page.locator(".editor textarea")).to_have_value("The student said little.")
    use.page.locator(".editor textarea").press("Escape")
    use.page.reload()
    expect(use.page.locator(".editor")).to_have_count(0)


def test_a_deleted_conversation_and_a_deleted_draft_come_back(served, workspace):
    use = workspace(served)
    use.drafted(JOT)
    use.draft.get_by_role("button", name="Delete").click()
    expect(use.page.get_by_text("The draft is deleted.")).to_be_visible()
    assert use.focused() == "Undo"
    use.page.keyboard.press("Enter")
    expect(use.draft).to_contain_text("They copied 3/5 sentences")
    use.page.locator(".conversation .delete").click()
    expect(use.page.get_by_text("Conversation deleted.").first).to_be_visible()
    assert use.focused() == "Undo"
    use.page.keyboard.press("Enter")
    use.page.locator(".conversation a").click()
    expect(use.draft).to_contain_text("They copied 3/5 sentences")
