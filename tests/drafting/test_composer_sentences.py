"""Every clause is a sentence with its place, id and origin; neighbours do not begin alike."""

from __future__ import annotations

from itertools import pairwise

import pytest

from otassist.domain import SECTIONS, Note

from .drafted import drafting

JOTS = [
    "copied 3/5 sentences w/ min vc for spacing. shook out hands. wrote name. cut circle mod A",
    "push-in, ELA. grips pencil tight. keeps shaking out her hands. found her words. finished w/ class",
    "button mod A, zipper I, snaps SBA, shoes max A",
    "mom reports velcro at home. tchr says he gives up. said 'im done'. copied 1/5. P: retry. next: slant board",
    "J.M.: copied 3/5 sentences, min vc for spaces\nK.T.: 1/5 sentences, HOH for k only. no tears today",
    "consult w/ Ms K 15 min re: desk mess. rec color folders. she agreed to try 2 wks. recheck 10/24",
    "blorf zing qux. NV retry gg. rt >> lt. bx ++",
    "refused eraser. refused pencil. refused paper. refused chair",
    "PLAAFP: types 19 wpm, 91% acc. handwrites name legibly, not paragraphs. 1 vc for planner",
    "screening: 8/10 shapes, snips x3, digital pronate R, copies + not x",
    "no falls on stairs. no tears. no hitting. did not leave line",
    "he wrote 3 words. he wrote 4 words. he wrote 5 words. he cut 2 lines. he ran",
]


def notes_of(jot: str) -> tuple[Note, ...]:
    return drafting(jot).notes


@pytest.mark.parametrize("jot", JOTS)
def test_every_clause_is_a_sentence(jot: str) -> None:
    for clause in (clause for note in notes_of(jot) for clause in note.clauses):
        text = clause.text
        assert text[0].isupper() or text[0].isdigit() or text[0] == '"', text
        assert text.endswith((".", '."', "?", '?"', '."', '!"', "____")), text
        assert "  " not in text, text
        assert " ." not in text, text
        assert " ," not in text, text
        assert "{" not in text, text


@pytest.mark.parametrize("jot", JOTS)
def test_offsets_are_exact_and_ids_count_up(jot: str) -> None:
    for note in notes_of(jot):
        assert [clause.id for clause in note.clauses] == [f"c{number + 1}" for number in range(len(note.clauses))]
        assert all(note.text[clause.start : clause.end] == clause.text for clause in note.clauses)
        places = [clause.start for clause in note.clauses]
        assert places == sorted(places)


@pytest.mark.parametrize("jot", JOTS)
def test_every_clause_names_what_it_rests_on(jot: str) -> None:
    observation = drafting(jot).observation
    facts = {fact.id: fact for fact in observation.facts}
    statements = {statement.id for statement in observation.statements}
    for clause in (clause for note in notes_of(jot) for clause in note.clauses):
        assert set(clause.statements) <= statements
        assert set(clause.facts) <= facts.keys()
        if clause.origin in ("observed", "inferred"):
            assert clause.statements, clause.text
            assert all(facts[each].statement in clause.statements for each in clause.facts)
        else:
            assert clause.origin in ("blank", "therapist")
            assert clause.statements == clause.facts == ()


@pytest.mark.parametrize("jot", JOTS)
def test_every_statement_is_told_once_in_jot_order(jot: str) -> None:
    observation = drafting(jot).observation
    silent = {item.id for item in observation.statements if item.role in ("header", "instruction")}
    told = [
        each
        for note in notes_of(jot)
        for clause in note.clauses
        if clause.origin == "observed"
        for each in clause.statements
    ]
    assert sorted(set(told) - silent) == sorted({item.id for item in observation.statements} - silent)
    order = [item.id for item in observation.statements]
    for note in notes_of(jot):
        for section in SECTIONS:
            places = [
                order.index(each)
                for clause in note.sections[section]
                if clause.origin == "observed"
                for each in clause.statements[:1]
                if each not in silent
            ]
            assert places == sorted(places)


@pytest.mark.parametrize(
    "jot",
    [
        *JOTS[1:3],
        *JOTS[4:],
        "he shook out his hands. wrote name. cut circle mod A. zipped coat. ran",
        "P: retry. next: slant board",
    ],
)
def test_two_neighbours_do_not_begin_alike(jot: str) -> None:
    for note in notes_of(jot):
        for section in SECTIONS:
            starts = [" ".join(clause.text.lower().split()[:2]) for clause in note.sections[section]]
            assert all(one != other for one, other in pairwise(starts)), starts


@pytest.mark.parametrize("jot", JOTS)
def test_the_text_is_its_sections_with_their_headings(jot: str) -> None:
    for note in notes_of(jot):
        parts = note.text.split("\n\n")
        assert len(parts) == len(SECTIONS)
        for part, section in zip(parts, SECTIONS, strict=True):
            heading, _, body = part.partition("\n")
            assert heading
            assert body == " ".join(clause.text for clause in note.sections[section])


@pytest.mark.parametrize("jot", JOTS)
def test_the_same_jot_gives_the_same_note(jot: str) -> None:
    from otassist.drafting import compose

    assert compose(drafting(jot).observation) == compose(drafting(jot).observation)
