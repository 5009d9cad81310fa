"""A real browser for the tests of pages: Chromium, started once for each test process, and axe-core.

`visiting` opens what a test looks at and writes down every request, dialog and complaint of the page:

    def test_a_page(visiting):
        visit = visiting(PHONE, color_scheme="dark")
        visit.page.goto(path.as_uri())
        assert axe(visit.page) == ""
        assert visit.elsewhere() == visit.dialogs == visit.complaints == []

Where no Chromium can be had, the tests that ask for it are skipped with the reason.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
"""The narrowest view that WCAG 2.1 asks pages to fit (1.4.10, reflow)."""

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """One page in a browser context of its own, and what it did."""

    page: Page
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Warnings and errors of the console, and exceptions nobody caught."""

    def elsewhere(self, *own: str) -> list[str]:
        """What was asked of anybody else: neither of this machine's files nor of an address beginning with `own`."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:", "about:", *own))]

    def overflow(self) -> int:
        """By how many pixels the page is wider than its view."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def axe(page: Page, *, within: str | None = None, rules: tuple[str, ...] = RULES) -> str:
    """What axe-core holds against the page, or the part that the selector names; "" where nothing.

    One line for each element: the rule, how grave, the element and what to mend.
    """
    from axe_playwright_python.sync_playwright import Axe

    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": list(rules)}}
    found = Axe().run(page, context=within, options=options).response["violations"]
    return "\n".join(_told(rule, node) for rule in found for node in rule["nodes"])


def _told(rule: dict[str, Any], node: dict[str, Any]) -> str:
    remedy = " ".join(str(node.get("failureSummary", "")).split())
    return f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {remedy}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for each test process. Open pages with `visiting`: outside a test that does, no loop counts as running."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    manager = playwright.sync_playwright()
    started = manager.__enter__()
    loop = asyncio.get_running_loop()
    try:
        started_browser = launched(started)
        asyncio._set_running_loop(None)
        yield started_browser
    finally:
        asyncio._set_running_loop(loop)
        started.stop()
        asyncio._set_running_loop(None)


def launched(started: Playwright) -> Browser:
    """Debian's Chromium, else Playwright's own; skips where neither starts."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    try:
        return started.chromium.launch(executable_path=found, args=list(_SWITCHES), chromium_sandbox=False)
    except Exception as problem:
        first = str(problem).strip().splitlines()[0]
        pytest.skip(f"no Chromium can be started (apt-get install chromium, or playwright install chromium): {first}")


@pytest.fixture
def visiting(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a page: `visiting(PHONE, color_scheme="dark")`, with whatever else `Browser.new_context` takes."""
    loop = browser._loop  # type: ignore[attr-defined]
    opened = []

    def visit(size: dict[str, int] = DESKTOP, **options: Any) -> Visit:
        context = browser.new_context(viewport=size, **options)
        opened.append(context)
        return _listening(context.new_page())

    # Playwright leaves its loop marked as running, and asyncio.run() would fail in every other test of the process.
    asyncio._set_running_loop(loop)
    try:
        yield visit
        for context in opened:
            context.close()
    finally:
        asyncio._set_running_loop(None)


def _listening(page: Page) -> Visit:
    visit = Visit(page)
    page.context.on("request", lambda request: visit.requests.append(request.url))
    page.context.on("weberror", lambda error: visit.complaints.append(str(error.error)))
    page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda said: said.type in ("warning", "error") and visit.complaints.append(said.text))
    return visit
