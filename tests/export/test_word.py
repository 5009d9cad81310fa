"""Word files, opened again by python-docx and looked into."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Word
from docx.table import Table
from hypothesis import given, settings

from export.reviewed import ACCEPTED, BLOCKER, about, goal, markup, note, reviewed, squeezed, wild
from export.test_text import pieces
from otassist.export import as_docx
from otassist.export.wording import cleaned


def opened(file: bytes) -> Word:
    return Document(io.BytesIO(file))


def words(word: Word) -> str:
    """Everything in reading order, tables cell by cell."""
    return "\n".join(
        cell.text
        for block in word.iter_inner_content()
        for cell in ([c for row in block.rows for c in row.cells] if isinstance(block, Table) else [block])
    )


def test_headings_are_headings() -> None:
    styles = [(place.style.name, place.text) for place in opened(as_docx(reviewed())).paragraphs]
    assert styles[0] == ("Title", "Copying sentences")
    assert [text for style, text in styles if style == "Heading 1"] == [
        "Open when accepted", "Annual goal", "Objectives", "Added later",
    ]  # fmt: skip
    note_styles = [
        place.text for place in opened(as_docx(reviewed(note()))).paragraphs if "Heading" in place.style.name
    ]
    assert note_styles[1:-1] == ["Subjective", "Objective", "Assessment", "Plan"]


def test_title_and_language_and_nobody_of_this_machine() -> None:
    word = opened(as_docx(reviewed()))
    core = word.core_properties
    assert (core.title, core.language, core.author, core.comments) == ("Copying sentences", "en-US", "", "")
    assert core.created.replace(tzinfo=None) == ACCEPTED.astimezone(UTC).replace(tzinfo=None)
    assert word.styles.element.xpath("string(./w:docDefaults//w:lang/@w:val)") == "en-US"
    assert word.settings.element.xpath("string(./w:themeFontLang/@w:val)") == "en-US"


def test_the_objectives_are_a_table_with_a_header_row() -> None:
    (table,) = opened(as_docx(reviewed())).tables
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Objective", "By"]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False]


def test_every_page_has_its_number() -> None:
    footer = opened(as_docx(reviewed())).sections[0].footer.paragraphs[0]
    assert footer._p.xpath("./w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert footer.text.startswith("Copying sentences · Page")


def test_every_clause_is_there_once_and_the_blocker_too() -> None:
    for one in (reviewed(), reviewed(note())):
        text = words(opened(as_docx(one)))
        assert {clause.text: text.count(clause.text.removeprefix("Baseline: ")) for clause in one.draft.clauses} == {
            clause.text: 1 for clause in one.draft.clauses
        }
        assert text.count(BLOCKER.message) == 1


def test_equal_drafts_give_equal_bytes() -> None:
    assert as_docx(reviewed()) == as_docx(reviewed())
    assert as_docx(reviewed()) != as_docx(reviewed(student="MB"))


def test_there_is_no_macro_no_picture_and_no_link_to_elsewhere() -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(reviewed()))) as parts:
        assert not [name for name in parts.namelist() if re.search(r"vba|media|thumbnail|embed", name)]
        told = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))
    assert 'TargetMode="External"' not in told


def test_hebrew_runs_from_the_right() -> None:
    word = opened(as_docx(reviewed(note({"plan": ["שלום לכולם"], "objective": ["Latin words."]}))))
    by_text = {place.text: bool(place._p.xpath("./w:pPr/w:bidi")) for place in word.paragraphs}
    assert by_text["שלום לכולם"]
    assert not by_text["Latin words."]


def test_a_date_long_ago_and_a_long_title_are_no_trouble() -> None:
    old = reviewed(goal("x"), title="t" * 3000, accepted_at=datetime(1999, 1, 1, tzinfo=UTC))
    assert opened(as_docx(old)).paragraphs[0].text == "t" * 3000


@settings(max_examples=40)
@given(wild | markup)
def test_every_word_arrives(text: str) -> None:
    for one in about(text):
        printed = squeezed(words(opened(as_docx(one))))
        for piece in pieces(one):
            assert squeezed(cleaned(piece)).removeprefix("Baseline:") in printed


def test_ten_thousand_characters_arrive() -> None:
    text = "copied 3/5 words " * 600
    assert squeezed(text) in squeezed(words(opened(as_docx(about(text)[1]))))
