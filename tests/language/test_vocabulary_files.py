"""The vocabulary files themselves: they parse, their columns hold what the code knows, and no entry clashes."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, get_args

import pytest

from otassist.domain import Area
from otassist.language.lexicon import lexicon
from otassist.language.tables import rules, table

DATA = files("otassist.language") / "data"
NAMES = sorted(file.name for file in DATA.iterdir())
CSVS = [name for name in NAMES if name.endswith(".csv")]
TOMLS = [name for name in NAMES if name.endswith(".toml")]

KEYS = {
    "act_accommodations": ("said",),
    "act_goals": ("goal", "act"),
    "abbreviations": ("short", "case"),
    "adjectives": ("adjective",),
    "adverbs": ("adverb",),
    "ambiguous": ("short", "sense"),
    "areas": ("area", "term"),
    "injections": ("pattern",),
    "misspellings": ("wrong",),
    "nouns": ("noun",),
    "number_words": ("kind", "word"),
    "periods": ("kind", "singular"),
    "people": ("term",),
    "school_acts": ("act",),
    "settings": ("term",),
    "subjective_words": ("word",),
    "units": ("kind", "singular", "before"),
    "verbs": ("lemma",),
}
KINDS = {
    "noun", "mass", "plural", "verb", "verb3", "past", "participle", "adj", "adv", "prep", "conj", "det", "phrase",
    "test", "title", "keep", "unit", "level",
}  # fmt: skip
ROLES = {"teacher", "aide", "therapist", "other_staff", "family", "peer", "student"}
ALLOWED = [
    ("abbreviations", "kind", KINDS),
    ("abbreviations", "case", {"any", "exact"}),
    ("adjectives", "of", {"thing", "both", "student"}),
    ("adverbs", "place", {"after", "before", "front"}),
    ("ambiguous", "kind", KINDS),
    ("ambiguous", "default", {"", "yes"}),
    ("areas", "area", {*get_args(Area), "none"}),
    ("areas", "weight", {"0", "1", "2", "3"}),
    ("injections", "kind", {"falsify", "override", "aside"}),
    ("nouns", "number", {"count", "mass", "plural"}),
    ("nouns", "article", {"the", "a", "poss", "none"}),
    ("people", "role", ROLES),
    ("settings", "kind", {"setting", "subject", "routine"}),
    ("units", "kind", {"duration", "distance", "measure", "money"}),
    ("verbs", "actor", {"student", "therapist", "thing", "either"}),
]


@pytest.mark.parametrize("name", NAMES)
def test_only_tables_and_rules_lie_there(name: str) -> None:
    assert name.endswith((".csv", ".toml"))


@pytest.mark.parametrize("name", CSVS)
def test_a_table_parses_with_every_column_in_every_row(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines(), strict=True))
    assert len(rows) > 1
    assert [at for at, row in enumerate(rows, 1) if len(row) != len(rows[0])] == []


@pytest.mark.parametrize("name", TOMLS)
def test_rules_parse(name: str) -> None:
    assert tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def test_every_table_has_its_key_here() -> None:
    assert {f"{name}.csv" for name in KEYS} == set(CSVS)


@pytest.mark.parametrize("name", KEYS)
def test_no_entry_stands_twice(name: str) -> None:
    keys = Counter(tuple(row[column] for column in KEYS[name]) for row in table(name))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("name", ["people", "settings", "verbs", "nouns", "misspellings", "adverbs", "adjectives"])
def test_no_entry_stands_twice_in_another_case(name: str) -> None:
    keys = Counter(row[KEYS[name][0]].lower() for row in table(name))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("name", KEYS)
def test_the_first_column_is_never_empty(name: str) -> None:
    first = KEYS[name][0]
    assert [row for row in table(name) if not row[first].strip()] == []


@pytest.mark.parametrize("name", [name for name in KEYS if name != "injections"])
def test_no_value_has_white_space_around_it(name: str) -> None:
    assert [row for row in table(name) for value in row.values() if value != value.strip()] == []


@pytest.mark.parametrize(("name", "column", "allowed"), ALLOWED)
def test_a_column_holds_only_what_the_code_knows(name: str, column: str, allowed: set[str]) -> None:
    assert {row[column] for row in table(name)} <= allowed


@pytest.mark.parametrize(
    ("column", "flags"),
    [("also", {"noun", "nouns", "adj"}), ("object", {"obj", "both", "none", "that", "to", "ing", "link"})],
)
def test_the_flags_of_a_verb_are_known(column: str, flags: set[str]) -> None:
    assert {flag for row in table("verbs") for flag in row[column].split()} <= flags


def _shorts() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("ambiguous"):
        found[row["short"].lower()].append(row)
    return found


def test_an_ambiguous_shorthand_has_several_senses_and_at_most_one_default() -> None:
    for short, rows in _shorts().items():
        assert len(rows) > 1, short
        defaults = [row for row in rows if row["default"] and row["short"] == rows[0]["short"]]
        assert len(defaults) <= 1, short


@pytest.mark.parametrize("short", sorted(_shorts()))
def test_an_ambiguous_shorthand_is_no_plain_abbreviation(short: str) -> None:
    assert short not in {row["short"].lower() for row in table("abbreviations")}


@pytest.mark.parametrize("short", sorted(_shorts()))
def test_an_ambiguous_shorthand_is_no_plain_person(short: str) -> None:
    assert short not in {row["term"].lower() for row in table("people")}


@pytest.mark.parametrize(
    "term",
    [row["term"] for row in table("people")],
)
def test_a_person_and_an_abbreviation_agree(term: str) -> None:
    """A title of the same person may stay an abbreviation (SLP); another thing may not share the form."""
    longs = {
        row["long"]
        for row in table("abbreviations")
        if row["short"].lower() == term and row["kind"] in ("noun", "det", "prep")
    }
    people = {row["long"] for row in table("people") if row["term"] == term}
    assert all(_is_person(long) for long in longs - people)


def _is_person(long: str) -> bool:
    head = lexicon().nouns(long.split(" of ")[0].split()[-1])
    return head is not None and head.kind == "person"


HOMOGRAPHS = {"bore", "lay", "putting"}


def test_every_verb_form_belongs_to_one_verb() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in table("verbs"):
        for tag in "bzveg":
            owners[lexicon().form_of(row["lemma"], tag)].add(row["lemma"])
    assert {form for form, verbs in owners.items() if len(verbs) > 1} <= HOMOGRAPHS


def test_a_verb_form_given_is_not_its_own_lemma_by_mistake() -> None:
    wrong = [row["lemma"] for row in table("verbs") if row["lemma"] in (row["third"], row["gerund"])]
    assert wrong == []


LISTED = {"hisself"}


def test_a_misspelling_is_no_known_word() -> None:
    known = {row["wrong"] for row in table("misspellings") if lexicon().knows(row["wrong"])}
    assert known - LISTED == set()


@pytest.mark.xfail(strict=True, reason="closed_words.toml lists hisself as a word, so it is never mended to himself")
@pytest.mark.parametrize("wrong", sorted(LISTED))
def test_a_listed_misspelling_is_mended_too(wrong: str) -> None:
    assert not lexicon().knows(wrong)


def test_a_misspelling_is_mended_to_something_else_and_in_one_step() -> None:
    wrong = {row["wrong"].lower() for row in table("misspellings")}
    assert [row for row in table("misspellings") if row["right"].lower() in wrong] == []


@pytest.mark.parametrize("row", table("injections"), ids=lambda row: str(row["pattern"])[:20])
def test_an_injection_pattern_compiles_and_does_not_match_nothing(row: dict[str, str]) -> None:
    assert not re.compile(row["pattern"], re.IGNORECASE).search("")


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", ["safety", "out_of_scope"])
def test_every_pattern_of_a_matter_compiles(name: str) -> None:
    for matter in next(value for value in rules(name).values() if isinstance(value, list)):
        for pattern in [*_leaves(matter.get("patterns", [])), *_leaves(matter.get("not", []))]:
            re.compile(pattern)


@pytest.mark.parametrize(
    ("group", "name"),
    [
        (group, name)
        for group, lists in rules("markers").items()
        for name, forms in lists.items()
        if isinstance(forms, list)
    ],
)
def test_a_marker_list_is_lower_case_and_without_repeats(group: str, name: str) -> None:
    forms = rules("markers")[group][name]
    assert forms == [form.lower() for form in forms]
    assert [form for form, times in Counter(forms).items() if times > 1] == []


def test_a_role_has_one_set_of_opening_words() -> None:
    counted = Counter(form for forms in rules("markers")["starts"].values() for form in forms)
    assert [form for form, times in counted.items() if times > 1] == []


def test_a_label_gives_a_role() -> None:
    roles = set(rules("markers")["labels"].values())
    assert roles <= {"report", "observation", "judgement", "plan", "advice", "background", "question"}


def test_a_word_of_grammar_has_one_tag() -> None:
    counted = Counter(word for words in rules("closed_words")["tags"].values() for word in set(words))
    assert [word for word, times in counted.items() if times > 1] == []


def test_every_contraction_is_a_word_of_grammar_or_split() -> None:
    assert all(len(long.split()) > 1 or long == "cannot" for long in rules("closed_words")["contractions"].values())
