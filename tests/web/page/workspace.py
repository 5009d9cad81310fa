"""The workspace as somebody uses it: what tests do with the page, by the names a screen reader tells."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from browsing import Visit

ROOT = Path(__file__).parents[3]
SHOTS = ROOT / "build" / "screenshots"
JOT = """push-in, writing, 30 min. copied 3/5 sentences w/ min vc for spacing
used slant board, fewer erasures. said "my hand doesn't hurt"
P: try slant board in math"""
GOAL_JOT = """3rd gr, IEP. copying from board 4/10 words legible w/ mod vc, letters float off the line. push-in ELA.
fatigues after 5 min writing. goal: legible copying"""

_HEAR = """
window.announced = [];
addEventListener("DOMContentLoaded", () => {
  const live = [...document.querySelectorAll("[aria-live], [role=status], [role=alert], [role=log], output")];
  for (const region of live) {
    const hear = () => { if (region.textContent.trim()) announced.push(region.textContent.trim()); };
    new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  }
});
"""
"""Writes down whatever any live region of the page is given to say."""

_MOVED = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


expect.set_options(timeout=60_000)


class Workspace:
    """A page of the app; `visit` has what it asked for and complained of."""

    def __init__(self, visit: Visit, url: str) -> None:
        self.visit, self.url, self.page = visit, url, visit.page
        visit.page.set_default_timeout(60_000)
        for script in (_HEAR, _MOVED):
            visit.page.add_init_script(script)

    def open(self, path: str = "/") -> Page:
        self.page.goto(self.url + path)
        return self.page

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your jot, a change to the draft, or a question")

    @property
    def draft(self) -> Locator:
        return self.page.get_by_role("region", name="Draft").get_by_role("article")

    @property
    def streamed(self) -> Locator:
        return self.page.locator("#streaming-text .streamed")

    def write(self, text: str) -> None:
        """Puts it in the box and waits until it is kept."""
        self.box.fill(text)
        expect(self.page.locator("#kept")).to_have_text("Kept")

    def choose(self, kind: str) -> None:
        self.page.get_by_role("radio", name=kind, exact=True).check()

    def send(self, text: str, kind: str | None = None) -> None:
        self.write(text)
        if kind:
            self.choose(kind)
        self.box.press("Control+Enter")

    def drafted(self, text: str = JOT, kind: str = "Note") -> Locator:
        """A draft of the jot, shown."""
        before = self.page.locator("article.draft").get_attribute("data-draft") if self.draft.count() else ""
        self.send(text, kind)
        expect(self.page.locator(f'article.draft:not([data-draft="{before}"])')).to_be_visible()
        self.settled()
        return self.draft

    def settled(self) -> None:
        """Whatever was asked of the server is answered."""
        self.page.wait_for_load_state("networkidle")

    def version(self, number: int) -> None:
        """Waits for this version of the draft."""
        expect(self.page.locator("article.draft")).to_have_attribute("data-version", str(number))
        self.settled()

    def clause(self, text: str) -> Locator:
        return self.draft.locator(".clause-text", has_text=text)

    def announced(self) -> list[str]:
        """What the live regions were given to say since the page was loaded."""
        return list(self.page.evaluate("announced"))

    def forget(self) -> None:
        self.page.evaluate("announced.length = 0")

    def focused(self) -> str:
        """The name of what has the focus: its label, its text, or its kind."""
        told = self.page.evaluate(
            """(() => { const one = document.activeElement; const label = one.labels?.[0]?.textContent;
            return one.getAttribute("aria-label") || label || one.textContent || one.tagName; })()"""
        )
        return " ".join(str(told).split())

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")
