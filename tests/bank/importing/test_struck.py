"""What an author crossed out and kept to be seen is no goal; it is left out with the reason."""

from __future__ import annotations

from io import BytesIO

import pytest

from otassist.bank.importing import read_bank
from otassist.bank.importing.shapes import STRUCK

KEPT = "The student will print 10 letters in 4/5 trials."
GONE = "The student will cut a square in 4/5 trials."
MENDED = "The student will copy 3 words in 4/5 trials."


def _markdown() -> bytes:
    changed = "- The student will ~~trace~~ copy 3 words in 4/5 trials."
    table = f"| Goal | Steps |\n|---|---|\n| ~~{GONE.replace('cut', 'fold')}~~ | |\n"
    return f"- {KEPT}\n1. ~~{GONE}~~\n- [x] ~~{GONE}~~\n{changed}\n\n{table}".encode()


def _page() -> bytes:
    changed = "<li>The student will <del>trace</del> copy 3 words in 4/5 trials.</li>"
    table = f"<table><tr><td><s>{GONE}</s></td></tr></table>"
    return f"<ul><li>{KEPT}</li><li><s>{GONE}</s></li>{changed}</ul>{table}".encode()


def _document() -> bytes:
    import docx

    made = docx.Document()
    made.add_paragraph(KEPT)
    made.add_paragraph().add_run(GONE).font.strike = True
    plain = made.add_paragraph().add_run(MENDED.replace("copy ", ""))
    plain.text = "The student will "
    plain.font.strike = False
    plain._parent.add_run("trace").font.double_strike = True
    plain._parent.add_run("copy 3 words in 4/5 trials.")
    made.add_table(1, 2).cell(0, 0).paragraphs[0].add_run(GONE).font.strike = True
    return _saved(made)


def _workbook() -> bytes:
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    changed = CellRichText(
        "The student will ", TextBlock(InlineFont(strike=True), "trace "), "copy 3 words in 4/5 trials."
    )
    for row in (["Area", "Annual goal"], ["Handwriting", KEPT], ["Cutting", GONE], ["Handwriting", changed]):
        book.active.append(row)
    for cell in book.active[3]:
        cell.font = Font(strike=True)
    return _saved(book)


def _saved(made) -> bytes:
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "made"), [("a.md", _markdown), ("a.html", _page), ("a.docx", _document), ("a.xlsx", _workbook)]
)
def test_what_is_crossed_out_is_no_goal_and_is_told_of(name, made):
    found = read_bank(name, made())
    assert [goal.text for goal in found.goals] == [KEPT, MENDED]
    assert any("cut a square" in item.text and item.why == STRUCK for item in found.skipped)


def test_tildes_that_cross_nothing_out_stay():
    found = read_bank("a.md", b"- The student will write for ~~ 5 min and ~10 words in 4/5 trials.")
    assert [goal.text for goal in found.goals] == ["The student will write for ~~ 5 min and ~10 words in 4/5 trials."]


def test_a_comment_is_no_goal_however_many_lines_it_has():
    found = read_bank("a.md", f"<!-- {GONE}\n{GONE} -->\n- {KEPT}\n\n<!-- begun and never ended\n".encode())
    assert [goal.text for goal in found.goals] == [KEPT]
    assert [item.place for item in found.skipped if "comment" in item.why] == [1, 2]
