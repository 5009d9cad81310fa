"""The browser of the tests sees what it is there to see, and leaves nothing behind."""

from __future__ import annotations

import asyncio

from browsing import PHONE, axe

PAGE = """<!doctype html>
<html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1>{body}</main></body></html>"""


def test_what_a_page_does_wrong_is_told(visiting):
    visit = visiting()
    visit.page.set_content(PAGE.format(body="""<img src="data:,"><p style="color:#bbb">Faint.</p>"""))
    told = axe(visit.page).splitlines()
    assert [line.split()[0] for line in told] == ["color-contrast", "image-alt"]
    assert "p:" in told[0]
    assert axe(visit.page, within="h1") == ""


def test_what_a_page_asks_for_shows_and_complains_of_is_kept(visiting):
    visit = visiting(PHONE)
    script = """<script>alert("now"); console.error("odd"); setTimeout(() => { throw new Error("bad") })</script>"""
    wide = """<div style="width:400px">wide</div><img alt="" src="http://nobody.invalid/x.png">"""
    with visit.page.context.expect_event("weberror"):
        visit.page.set_content(PAGE.format(body=wide + script))
    assert visit.dialogs == ["now"]
    assert visit.elsewhere() == ["http://nobody.invalid/x.png"]
    assert visit.elsewhere("http://nobody.invalid/") == []
    assert {"odd", "bad"} <= {line.removeprefix("Error: ") for line in visit.complaints}
    assert visit.overflow() > 0


def test_a_good_page_has_nothing_to_tell(visiting):
    visit = visiting(PHONE, color_scheme="dark")
    visit.page.set_content(PAGE.format(body="<p>Good.</p>"))
    assert axe(visit.page) == ""
    assert visit.elsewhere() == visit.dialogs == visit.complaints == []
    assert visit.overflow() == 0
    assert visit.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_later_tests_of_the_process_may_run_a_loop(browser):
    assert browser.is_connected()
    assert asyncio.run(asyncio.sleep(0, "ran")) == "ran"
