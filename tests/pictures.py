"""Renews the pictures of README.md in docs/, from the app as it is started.

python tests/pictures.py
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browsing import launched
from web.page.workspace import JOT
from web.serving import served

DOCS = Path(__file__).parent.parent / "docs"
VIEW = {"width": 1200, "height": 760}


def main() -> None:
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as state, served(Path(state)) as app, sync_playwright() as playwright:
        browser = launched(playwright)
        take(browser.new_page(viewport=VIEW), app.url)
        browser.close()
    for picture in sorted(DOCS.glob("*.png")):
        print(f"{picture.relative_to(DOCS.parent)}: {os.path.getsize(picture) // 1000} KB")


def take(page: Page, url: str) -> None:
    """Reading, reviewing, finishing."""
    page.goto(url)
    page.locator("#jot").fill(JOT)
    page.locator("#read-facts li").first.wait_for()
    page.screenshot(path=DOCS / "read.png")
    page.locator("#jot").press("Control+Enter")
    page.locator("article.draft").wait_for()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="They copied 3/5 sentences with").first.click()
    page.screenshot(path=DOCS / "review.png")
    page.locator("form.blank input").fill("Clear spacing lets teachers read what was copied.")
    page.get_by_role("button", name="Fill in", exact=True).click()
    page.locator('article.draft[data-version="2"]').wait_for()
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("dialog").get_by_role("button", name="Accept").click()
    page.get_by_role("button", name="Copy the whole text").wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=DOCS / "finish.png")


if __name__ == "__main__":
    main()
