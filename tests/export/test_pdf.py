"""PDFs, read back: tagged and titled, every word in order, and nothing in a jot can become Typst code."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from export.reviewed import BLOCKER, MARKUP, about, goal, markup, note, reviewed, squeezed, wild
from export.test_text import pieces
from otassist.export import as_pdf
from otassist.export.documents import document_of
from otassist.export.wording import cleaned


def opened(file: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(file))


def text_of(file: bytes) -> str:
    """All pages as they are read, without the breaks put into words longer than a line."""
    return "\n".join(page.extract_text() for page in opened(file).pages).replace("\u200b", "")


def folded(text: str) -> str:
    """As signs compare: ligatures and accents whichever way a font sets them."""
    return squeezed(unicodedata.normalize("NFKD", text))


def test_it_is_tagged_titled_and_in_english() -> None:
    file = opened(as_pdf(reviewed()))
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata.title == "Copying sentences"
    assert file.metadata.author is None
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def kinds(file: bytes) -> list[str]:
    """The kinds of all structure elements, in reading order."""

    def walk(node) -> list[str]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            return [kind for each in node for kind in walk(each)]
        if not isinstance(node, dict):
            return []
        own = [node["/S"]] if "/S" in node else []
        return own + (walk(node["/K"]) if "/K" in node else [])

    return walk(opened(file).trailer["/Root"]["/StructTreeRoot"])


def test_headings_lists_and_the_table_are_tagged_as_such() -> None:
    found = kinds(as_pdf(reviewed()))
    assert found.count("/H1") + found.count("/H2") == 4
    assert found.count("/LI") == 2
    assert (found.count("/Table"), found.count("/TH"), found.count("/TR")) == (1, 3, 3)


@pytest.mark.parametrize("one", [reviewed(), reviewed(note(), title="Session note")])
def test_every_word_is_there_in_order_once(one) -> None:
    printed = folded(text_of(as_pdf(one)))
    place = 0
    for clause in one.draft.clauses:
        place = printed.index(folded(clause.text), place)
        assert printed.count(folded(clause.text)) == 1
    assert printed.index(folded(BLOCKER.message)) < printed.index(folded(one.draft.clauses[0].text))


def test_only_fonts_of_the_package_are_in_it() -> None:
    fonts = {
        font.get_object()["/BaseFont"].rpartition("+")[2]
        for page in opened(as_pdf(about("Latin, Ελληνικά, кириллица, שלום, تلميذ, ½ → ✓")[1])).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {re.split("[-0-9]", name)[0] for name in fonts} <= {"LibertinusSerif", "NewCM", "DejaVuSansMono"}


def test_equal_drafts_give_equal_bytes() -> None:
    assert as_pdf(reviewed()) == as_pdf(reviewed())
    assert as_pdf(reviewed()) != as_pdf(reviewed(student="MB"))


@pytest.mark.parametrize("text", MARKUP)
def test_markup_stands_as_it_was_written(text: str) -> None:
    for one in about(text):
        printed = folded(text_of(as_pdf(one)))
        assert all(folded(cleaned(piece)) in printed for piece in pieces(one))


@settings(max_examples=60)
@given(markup)
def test_nothing_in_a_jot_is_code(text: str) -> None:
    for one in [*about(text), reviewed(goal("x"), title=text + "x", student=text, author=text)]:
        document = document_of(one)
        printed = folded(text_of(as_pdf(one)))
        for piece in [*pieces(one), document.title, *(value for _, value in document.facts)]:
            assert folded(cleaned(piece)) in printed


UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Signs that Unicode says are not to be seen (Default_Ignorable_Code_Point)."""


@settings(max_examples=60)
@given(wild)
def test_any_sign_arrives_or_is_named(text: str) -> None:
    printed = folded(text_of(as_pdf(about(text)[1])))
    for sign in squeezed(UNSEEN.sub("", cleaned(text))):
        name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower().split()
        # beside Hebrew and Arabic, pypdf turns words around
        named = all(word in printed or word[::-1] in printed for word in name)
        assert named or all(part in printed for part in folded(sign)), (sign, hex(ord(sign)))


def test_a_sign_no_font_holds_is_named_and_the_reader_is_told() -> None:
    printed = " ".join(text_of(as_pdf(about("calm 🙂 after 👩‍🏫 spoke, 學")[1])).split())
    assert "calm [slightly smiling face] after [woman][school] spoke, [cjk unified ideograph-5b78]" in printed
    assert "each is named in brackets" in printed
    assert "named in brackets" not in text_of(as_pdf(reviewed()))


BREAKING = "before \u060d \u060e \u060f \u0610 behind"
"""A mark on no letter, behind right-to-left signs: Typst 0.15 panics, which Python sees as no Exception."""


def test_a_text_that_would_break_typst_arrives(capfd: pytest.CaptureFixture[str]) -> None:
    printed = " ".join(text_of(as_pdf(about(BREAKING)[1])).split())
    assert "before" in printed
    assert "[arabic sign sallallahou alayhe wassallam]" in printed
    assert capfd.readouterr().err == ""


def test_should_it_break_all_the_same_every_rare_sign_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("otassist.export.pdf._loose", lambda _: frozenset())
    printed = " ".join(text_of(as_pdf(about(BREAKING)[1])).split())
    assert "before [arabic date separator]" in printed


def test_ten_thousand_characters_arrive_with_and_without_spaces() -> None:
    for text in ("copied 3/5 words " * 600, "x" * 10_000):
        file = as_pdf(about(text)[1])
        printed = re.sub(r"Copyingsentences.{0,4}Page\d+of\d+", "", folded(text_of(file)))
        assert folded(text) in re.sub(r"Copyingsentences|Page\d+of\d+", "", printed)


def test_the_template_reads_no_file_and_no_package() -> None:
    from otassist.export.wording import data_text

    code = re.sub(r"//.*", "", data_text("document.typ"))
    assert not re.search(r"\b(?:read|include|import|eval|image|plugin|csv|yaml|toml|xml|cbor)\b", code)


def test_python_docx_and_typst_are_loaded_only_when_a_file_is_asked_for() -> None:
    code = "import sys, otassist.export; sys.exit(any(name.split('.')[0] in ('docx', 'typst') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
