"""How fast the workspace answers a person, in a real browser: a report, never a test.

python tests/bench/page.py [--runs 30]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from bench import CASES, REAL, Row, row
from browsing import DESKTOP, launched

JOT = CASES[-1]
CHARACTERS = 2_000
_WATCH = """([field, answer]) => {
  window.took = [];
  let since = 0;
  document.querySelector(field).addEventListener("input", () => { since = performance.now(); }, true);
  const told = () => { if (since) took.push(performance.now() - since); since = 0; };
  new MutationObserver(told).observe(document.querySelector(answer), { childList: true });
}"""
"""Milliseconds from an input of `field` to the change of `answer` that follows it."""
_WEIGHT = """performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
  .reduce((sum, one) => sum + one.decodedBodySize, 0)"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=30, help="keystrokes, pastes and edits each (default 30)")
    runs = options.parse_args().runs
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as state, sync_playwright() as playwright:
        browser = launched(playwright)
        begun = time.perf_counter()
        with serving(state) as address:
            page = first(browser, address)
            rows = [row("process start to the first page", [(time.perf_counter() - begun) * 1_000], 3_000)]
            print(f"cold page: {page.evaluate(_WEIGHT) / 1_000:.0f} KB of HTML, styles and modules (150 promised)\n")
            rows += measure(page, address, runs)
        browser.close()
    print(f"{'milliseconds':<62}{'runs':>5}{'p50':>8}{'p95':>8}{'target':>8}")
    for each in rows:
        print(f"{each.what:<62}{each.runs:>5}{each.p50:>8.0f}{each.p95:>8.0f}{each.target:>8.0f}  {each.verdict}")


@contextmanager
def serving(state: str) -> Iterator[str]:
    """The app as it is started, at an address of its own."""
    command = [sys.executable, "-m", "otassist", "serve", "--port", "0"]
    settings = {**os.environ, "OTASSIST_DATA_DIR": state}
    running = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        yield re.findall(r"http://[\d.]+:\d+", running.stdout.readline())[0]
    finally:
        running.terminate()
        running.wait()


def first(browser: Any, address: str) -> Any:
    """The empty workspace, as soon as it answers."""
    from playwright.sync_api import Error

    page = browser.new_page(viewport=DESKTOP)
    for _ in range(600):
        try:
            page.goto(address)
        except Error:
            time.sleep(0.01)
        else:
            break
    page.locator("#jot").wait_for()
    return page


def measure(page: Any, address: str, runs: int) -> Iterator[Row]:
    page.locator("#jot").fill("\n".join(REAL)[: CHARACTERS - runs])
    page.locator("#read-facts li").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.locator("#jot").press("End")
    yield row(f"keystroke to facts lit, {CHARACTERS:,} characters", typed(page, "#jot", "#read-facts", runs), 300)
    yield row("paste to the composer's draft shown", [pasted(page, address) for _ in range(runs)], 700)
    page.locator(".edit").first.click()
    page.keyboard.press("End")
    yield row("edit of a sentence to its checks", typed(page, ".editor textarea", ".editor .checked", runs), 150)


def typed(page: Any, field: str, answer: str, runs: int) -> Sequence[float]:
    """One key at a time, each when the last was answered."""
    page.evaluate(_WATCH, [field, answer])
    for run in range(runs):
        page.keyboard.type("abc 35"[run % 6])
        page.wait_for_function("(number) => took.length >= number", arg=run + 1)
    return list(page.evaluate("took"))


def pasted(page: Any, address: str) -> float:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    begun = time.perf_counter()
    page.locator("#jot").fill(JOT)
    page.locator("#jot").press("Control+Enter")
    page.locator("article.draft").wait_for()
    return (time.perf_counter() - begun) * 1_000


if __name__ == "__main__":
    main()
