"""The report in a real browser: no fault of accessibility, nothing asked of anybody, and it fits on phone and paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from browsing import DESKTOP, PHONE, axe
from otassist.evaluation.report import write

from .rundirs import Line, line, write_run

JOT = "copied 3/5 sentences w/ min vc in 10 min, said it hurts\nP: slant board"
COST = {"calls": 2, "revisions": 1, "stand_ins": 0, "tokens_in_estimate": 1200, "tokens_out_estimate": 300}
JUDGE = {
    "judge_supported": {
        "prompt": "judge_supported.v1", "model": "tiny", "holds": False, "true_positive_rate": 0.9, "kappa": 0.55,
        "true_negative_rate": 0.7, "true_good": 90, "false_bad": 10, "true_bad": 70, "false_good": 30,
    }
}  # fmt: skip


def draft(text: str) -> dict[str, Any]:
    clause = {"id": "c1", "start": 0, "end": len(text), "text": text, "origin": "observed", "facts": []}
    return {"evidence": [], "observation": {"facts": []}, "drafts": [{"text": text, "clauses": [clause]}]}


def rows(word: str, supported: float) -> list[Line]:
    """Forty notes twice, of which six are worse, flaky or made up, a query, and a held-out case."""
    made = []
    for place in range(40):
        bad = place < 6
        text = f"The student copied {'4/5' if bad and supported < 1 else '3/5'} {word} in 10 minutes, 9 feet."
        for repeat in range(2):
            scores = {
                "supported": supported if bad and not repeat else 1.0,
                "invented": float(bad and supported < 1),
                "kept": 1.0,
            }
            made.append(
                line(f"case-{place:03}", repeat, jot=JOT, text=text, draft=draft(text), scores=scores, cost=COST)
            )
    held = [line("held", repeat, split="held_out", text=word, scores={"supported": supported}) for repeat in range(2)]
    ranked = {"ndcg@10": 0.7 + supported / 10, "ndcg@10 (words)": 0.7, "recall@5": 0.9}
    return [*made, *held, *[line("query", repeat, task="search", scores=ranked) for repeat in range(2)]]


def compared(folder: Path) -> Path:
    base = write_run(folder / "base", rows("sentences", 1.0), model="tiny", judges=JUDGE)
    more = {"code": "other", "model": "tiny"}
    frozen = write_run(folder / "frozen", rows("sentences, said", 0.5), frozen=str(base.absolute()), **more)
    new = write_run(folder / "new", rows("big sentences", 0.5), judges=JUDGE, **more)
    return write(new, base, folder / "out", frozen=frozen)[0]


def alone(folder: Path) -> Path:
    return write(write_run(folder / "new", rows("sentences", 0.5), judges=JUDGE), None, folder / "out")[0]


def broken(folder: Path) -> Path:
    bad = line("bad", error={"message": "No model.", "remedy": "Start it."})
    return write(write_run(folder / "new", [bad, line("good")]), None, folder / "out")[0]


PAGES = {"compared": compared, "alone": alone, "broken": broken}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return PAGES[request.param](tmp_path_factory.mktemp("page"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_is_in_anybodys_way(visiting, page, size, scheme):
    visit = visiting(size, color_scheme=scheme)
    visit.page.goto(page.as_uri())
    assert axe(visit.page) == ""
    assert visit.elsewhere() == visit.dialogs == visit.complaints == []
    assert visit.requests == [page.as_uri()]
    assert visit.overflow() == 0


def test_every_part_of_a_wide_table_can_be_reached_by_keyboard(visiting, page):
    visit = visiting(PHONE)
    visit.page.goto(page.as_uri())
    hidden = (
        "all => all.filter(e => e.scrollWidth > e.clientWidth && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 80))"
    )
    assert visit.page.locator(".wide, .case, .case table, .text").evaluate_all(hidden) == []
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the cases"
    visit.page.keyboard.press("Enter")
    assert visit.page.url.endswith("#cases")


def test_paper_is_white_and_holds_everything(visiting, page):
    """Also where the screen is dark: landscape, and nothing cut off at its right."""
    visit = visiting(DESKTOP, color_scheme="dark")
    visit.page.goto(page.as_uri())
    read = PdfReader(BytesIO(visit.page.pdf(prefer_css_page_size=True, print_background=True)))
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in read.pages)
    printed = "".join(normalize("NFKC", "".join(sheet.extract_text() for sheet in read.pages)).split())  # ligatures
    headings = visit.page.locator("h1, h2, h3, caption").all_text_contents()
    assert [text for text in headings if "".join(text.split()) not in printed] == []
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": 960, "height": 700})
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert visit.overflow() == 0
