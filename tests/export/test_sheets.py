"""The sheet for the clipboard: which columns a criterion asks for, and nothing on it that the goal does not say."""

from __future__ import annotations

import csv
import io

import pytest
from docx import Document
from hypothesis import given, settings
from pypdf import PdfReader

from export.reviewed import BLOCKER, about, goal, markup, note, reviewed, squeezed, wild
from otassist.errors import UsageError
from otassist.export import data_sheet
from otassist.export.measures import Measure, measure_of
from otassist.export.wording import cleaned

MEASURES = [  # written for this table
    ("in 4 of 5 sentences", Measure(tries=5)),
    ("on 8/10 letters", Measure(tries=10)),
    ("three of four steps", Measure(tries=4)),
    ("6 throws out of 8", Measure(tries=8)),
    ("in 3 of every 4 arguments", Measure(tries=4)),
    ("in 4 of 5 tries", Measure(tries=5)),
    ("on 4 of 5 school days", Measure(occasions=5)),
    ("at 3 of 4 lunches", Measure(occasions=4)),
    ("on four days out of five", Measure(occasions=5)),
    ("on 3 drills in a row", Measure(occasions=3)),
    ("3 of 4 steps on 4 of 5 mornings", Measure(tries=4, occasions=5)),
    ("80% of the time", Measure(kinds=("percent",))),
    ("at 15 words per minute", Measure(kinds=("rate",))),
    ("20 letters a minute", Measure(kinds=("rate",))),
    ("for 10 minutes", Measure(kinds=("lasting",), unit="minute")),
    ("for at least 30 seconds on 4 of 5 days", Measure(occasions=5, kinds=("lasting",), unit="second")),
    ("within 3 minutes on 4 of 5 days", Measure(occasions=5, kinds=("until",), unit="minute")),
    ("in no more than 2 minutes", Measure(kinds=("until",), unit="minute")),
    ("in under a minute", Measure(kinds=("until",), unit="minute")),
    ("with no more than 2 reminders", Measure(kinds=("prompts",))),
    ("for 15 minutes with 1 verbal cue", Measure(kinds=("lasting", "prompts"), unit="minute")),
    ("a score of 3 on the class rubric", Measure(kinds=("rubric",))),
    ("with no more than 3 letters off the line", Measure(kinds=("count",))),
    ("for 20 feet", Measure(kinds=("distance",))),
    ("", Measure(kinds=("result",))),
    ("____", Measure(kinds=("result",))),
    ("as well as classmates do", Measure(kinds=("result",))),
    ("30 seconds or less on 3 of 4 mornings", Measure(occasions=4, kinds=("until",), unit="second")),
    ("with no more than 2 errors per page", Measure(kinds=("count",))),
    # what is no measure of its own
    ("4 of 5 sentences over 3 weeks", Measure(tries=5)),
    ("at 4 of 5 checks, two minutes apart", Measure(occasions=5)),
    ("through a 10-minute lesson on 4 of 5 days", Measure(occasions=5)),
    ("at least 24 hours before the due time on 3 of 4 assignments", Measure(occasions=4)),
]


@pytest.mark.parametrize(("criterion", "measure"), MEASURES)
def test_a_criterion_says_what_is_measured(criterion: str, measure: Measure) -> None:
    assert measure_of(criterion) == measure


def asked(criterion: str, **more: str):
    pieces = [piece for named in more.items() for piece in (named, ", ")]
    return reviewed(goal(*pieces, ("criterion", criterion), "."), open_findings=())


def rows(one) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data_sheet(one, "csv").decode("utf-8-sig"), newline="")))


def grid(one) -> list[list[str]]:
    found = rows(one)
    return found[found.index([]) + 1 :]


COLUMNS = [
    ("in 4 of 5 sentences", "Date 1 2 3 4 5|Done of 5|Notes|Initials"),
    ("for 18 of 20 words", "Date|Done of 20|Notes|Initials"),
    ("on 4 of 5 days", "No.|Date|Met|Notes|Initials"),
    ("80 percent of letters", "Date|Right|Tries|Percent|Notes|Initials"),
    ("at 20 words per minute", "Date|Count|Minutes|Rate|Notes|Initials"),
    ("for 10 minutes", "Date|Start|Stop|Lasted (minutes)|Notes|Initials"),
    ("within 30 seconds", "Date|Time taken (seconds)|Notes|Initials"),
    ("", "Date|Result|Initials"),
]


@pytest.mark.parametrize(("criterion", "heads"), COLUMNS)
def test_the_columns_fit_the_measure(criterion: str, heads: str) -> None:
    one = asked(criterion) if criterion else reviewed(goal("The student will do better."))
    assert "|".join(grid(one)[0]).replace("Date|1|2|3|4|5", "Date 1 2 3 4 5") == heads


def test_support_is_there_only_where_the_goal_names_it() -> None:
    one = asked("in 4 of 5 sentences", condition="with moderate assistance and one reminder")
    assert ["Support the goal names", "moderate assistance; one reminder"] in rows(one)
    assert "Support" in grid(one)[0]
    assert "Support" not in grid(asked("in 4 of 5 sentences", condition="with a slant board"))[0]


def test_the_grid_is_empty_and_occasions_are_numbered() -> None:
    assert {cell for row in grid(asked("in 4 of 5 sentences"))[1:] for cell in row} == {""}
    assert [row[0] for row in grid(asked("at 3 of 4 lunches"))[1:]] == [*"1234"] * 4
    assert len(grid(asked("at 16 of 40 lunches"))) == 17


def test_nothing_stands_there_that_the_goal_does_not_say() -> None:
    one = asked("in 4 of 5 sentences", behavior="copy", method="as scored by the aide")
    told = dict(row for row in rows(one)[1:] if len(row) == 2)
    assert told["Goal"] == one.draft.text
    assert (told["What counts"], told["How it is recorded"]) == ("in 4 of 5 sentences", "as scored by the aide")
    numbers = {word for row in rows(one)[4:] for cell in row for word in cell.split() if word.isdigit()}
    assert numbers == set("12345")


def test_a_goal_without_a_measure_says_so() -> None:
    assert any("no measure that can be counted yet" in cell for row in rows(asked("____")) for cell in row)


def test_an_open_blocker_is_on_the_sheet() -> None:
    one = reviewed(open_findings=(BLOCKER,))
    assert ["Open when accepted: Must change", "4/5 is not in the jot. Write what was measured."] in rows(one)
    assert BLOCKER.message in PdfReader(io.BytesIO(data_sheet(one, "pdf"))).pages[0].extract_text()


@pytest.mark.parametrize("criterion", [criterion for criterion, _ in MEASURES])
def test_it_fits_one_page_even_with_a_blocker(criterion: str) -> None:
    one = reviewed(goal("The student will copy sentences, ", ("criterion", criterion), "."))
    pages = PdfReader(io.BytesIO(data_sheet(one, "pdf"))).pages
    assert len(pages) == 1


def test_as_a_word_file_it_has_the_grid_with_a_header_row() -> None:
    word = Document(io.BytesIO(data_sheet(asked("for 10 minutes with 2 prompts on 4 of 5 days"), "docx")))
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "No.", "Date", "Start", "Stop", "Lasted (minutes)", "Prompts", "Met", "Support", "Notes", "Initials",
    ]  # fmt: skip
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert word.sections[0].page_width > word.sections[0].page_height
    assert word.paragraphs[0].text == "Data sheet: Copying sentences"


@settings(max_examples=30)
@given(wild | markup)
def test_every_word_of_the_goal_is_on_it(text: str) -> None:
    one = about(text)[0]
    assert squeezed(cleaned(text)) in squeezed("".join(cell for row in rows(one) for cell in row))
    assert data_sheet(one, "pdf").startswith(b"%PDF")


@pytest.mark.parametrize("draft", [note(), goal("Extra time.", type="accommodations")])
def test_only_a_goal_has_a_sheet(draft) -> None:
    with pytest.raises(UsageError, match="Only a goal"):
        data_sheet(reviewed(draft), "pdf")


def test_an_unknown_format_is_answered_with_the_known() -> None:
    with pytest.raises(UsageError, match=r"'html'.*docx, pdf, csv"):
        data_sheet(reviewed(), "html")  # type: ignore[arg-type]
