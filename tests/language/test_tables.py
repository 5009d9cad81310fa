"""The vocabulary files as read: rows by header, rules by section, each file once, a plain error for none."""

from __future__ import annotations

import pytest

from otassist.language.tables import rules, table


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("abbreviations", "short"),
        ("adjectives", "adjective"),
        ("adverbs", "adverb"),
        ("ambiguous", "sense"),
        ("areas", "weight"),
        ("misspellings", "right"),
        ("nouns", "class"),
        ("people", "role"),
        ("settings", "long"),
        ("verbs", "lemma"),
    ],
)
def test_a_table_is_rows_by_header(name: str, column: str) -> None:
    assert table(name)
    assert all(row[column] for row in table(name))


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("markers", "labels"),
        ("markers", "negation"),
        ("closed_words", "tags"),
        ("closed_words", "contractions"),
        ("levels", "cue"),
        ("deliveries", "forms"),
        ("wording", "led_by"),
        ("safety", "matter"),
        ("us_states", "names"),
    ],
)
def test_rules_are_sections(name: str, section: str) -> None:
    assert rules(name)[section]


@pytest.mark.parametrize("name", ["people", "verbs", "settings"])
def test_a_table_is_read_once(name: str) -> None:
    assert table(name) is table(name)


@pytest.mark.parametrize("name", ["nope", "", "people.csv", "PEOPLE/../x"])
def test_a_table_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        table(name)
    with pytest.raises(FileNotFoundError):
        rules(name)


def test_a_comma_inside_quotation_marks_does_not_part_columns() -> None:
    row = next(row for row in table("abbreviations") if row["short"] == "w/i")
    assert row["note"] == 'not "w/ I" (with independence), which has a space'
