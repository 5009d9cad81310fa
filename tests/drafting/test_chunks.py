"""What is grouped into one phrase: noun phrases, lists, prepositional phrases, clauses, parentheses and times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.drafting.chunks import chunked, shape
from otassist.language import words_of


def phrases(jot: str) -> list[str]:
    """Each phrase in the words a note would print."""
    return [" ".join(word.text for word in chunk.words) for chunk in chunked(words_of(jot))]


def tags(jot: str) -> str:
    return shape(chunked(words_of(jot)))


def phrase_tagged(jot: str, tag: str) -> list[str]:
    return [" ".join(word.text for word in chunk.words) for chunk in chunked(words_of(jot)) if chunk.tag == tag]


@pytest.mark.parametrize(
    ("jot", "expected"),
    [
        ("copied 3/5 sentences", "vK"),
        ("cut 2 circles", "vK"),
        ("used pair of scissors", "vn"),
        ("sat behind a peer", "vP"),
        ("held pencil w/ tripod grasp", "vnP"),
        ("he refused the puzzle", "ovn"),
        ("doesn't like glue", "xbn"),
        ("aide helped", "nv"),
        ("cried when bell rang", "vS"),
        ("tied shoes with min A", "vnP"),
        ("cut circle (good)", "vnZ"),
        ("mom reported headaches", "nvn"),
        ("will meet with teacher", "mbP"),
        ("seen last 10 min", "eu"),
        ("min A", "A"),
        ("3 verbal cues", "C"),
    ],
)
def test_a_fragment_has_the_shape_of_its_phrases(jot: str, expected: str) -> None:
    assert tags(jot) == expected


@pytest.mark.parametrize(
    ("jot", "phrase"),
    [
        ("got coat and shoes", "coat and shoes"),
        ("used pencil grip, slant board and timer", "pencil grip , slant board and timer"),
        ("sorted pegs or beads", "pegs or beads"),
        ("opened milk & juice", "milk and juice"),
        ("colored a house and a tree", "a house and a tree"),
        ("used timer + checklist", "timer and checklist"),
        ("lost folder and pencil", "folder and pencil"),
        ("drew a circle and a square", "a circle and a square"),
        ("packed lunchbox, folder and coat", "lunchbox , folder and coat"),
    ],
)
def test_things_joined_by_a_conjunction_are_one_phrase(jot: str, phrase: str) -> None:
    assert phrase in phrases(jot)


@pytest.mark.parametrize(
    ("jot", "apart"),
    [
        ("he cut a line and aide helped", ["a line", "aide"]),
        ("dropped the tray and peers laughed", ["the tray", "peers"]),
        ("he wrote name and teacher praised him", ["name", "teacher"]),
        ("opened the jar and mom clapped", ["the jar", "mother"]),
        ("needed a timer but used a checklist", ["a timer", "a checklist"]),
        ("held the ruler then drew a line", ["the ruler", "a line"]),
        ("zipped coat because teacher asked", ["coat"]),
        ("cut the paper and glued the square", ["the paper", "the square"]),
    ],
)
def test_the_subject_of_the_next_clause_is_no_part_of_the_list(jot: str, apart: list[str]) -> None:
    assert set(apart) <= set(phrases(jot))


@pytest.mark.parametrize(
    ("jot", "phrase"),
    [
        ("60% of letters legible", "60% of letters"),
        ("opened 2 of the containers", "2 of the containers"),
        ("cut a piece of paper", "a piece of paper"),
        ("used pair of scissors", "pair of scissors"),
        ("copied 4 lines of text", "4 lines of text"),
        ("traced the edge of the paper", "the edge of the paper"),
        ("missed 3 of the words", "3 of the words"),
        ("left side of the page was blank", "left side of the page"),
    ],
)
def test_of_ties_the_part_to_its_whole(jot: str, phrase: str) -> None:
    assert phrase in phrases(jot)


@pytest.mark.parametrize(
    ("jot", "phrase"),
    [
        ("sat behind a peer", "behind a peer"),
        ("tied shoes with min A", "with minimal assistance"),
        ("looked at the teacher", "at the teacher"),
        ("worked in room 114", "in room 114"),
        ("walked to desk", "to desk"),
        ("wrote with a short pencil", "with a short pencil"),
        ("kicked the ball at the wall", "at the wall"),
        ("strengthened hands by folding paper", "by folding paper"),
        ("learned by tracing letters", "by tracing letters"),
        ("moved from the desk", "from the desk"),
        ("rested after 5 verbal cues", "after 5 verbal cues"),
    ],
)
def test_a_preposition_holds_what_it_governs(jot: str, phrase: str) -> None:
    assert phrase in phrase_tagged(jot, "P") + phrase_tagged(jot, "S")


@pytest.mark.parametrize(
    "jot",
    [
        "he gave up",
        "shoes fell off",
        "the coat is on",
        "he dozed off",
        "lined up",
        "sat down",
        "looked to see",
        "wants to write",
        "tried to cut",
    ],
)
def test_a_particle_or_infinitive_governs_nothing(jot: str) -> None:
    assert "P" not in tags(jot)


@pytest.mark.parametrize(
    ("jot", "clause"),
    [
        ("because noise was loud, he left", "because noise was loud"),
        ("when given a timer, finished work", "when given a timer"),
        ("if the bell rings, she covers ears", "if the bell rings"),
        ("when asked, he sat", "when asked"),
        ("while peers wrote, he drew", "while peers wrote"),
        ("although tired, he finished", "although tired"),
        ("cried when bell rang", "when bell rang"),
        ("left because the room was loud", "because the room was loud"),
        ("will stop if he tires", "if he tires"),
        ("rested after lunch", "after lunch"),
    ],
)
def test_a_clause_stops_at_its_comma_or_the_end(jot: str, clause: str) -> None:
    assert clause in [" ".join(word.text for word in c.words) for c in chunked(words_of(jot)) if c.tag in "SP"]


@pytest.mark.parametrize(
    ("jot", "main"),
    [
        ("after lunch he sat", "sat"),
        ("if teacher waits finishes the page", "finishes"),
        ("because noise was loud, he left", "left"),
        ("when asked, he sat", "sat"),
        ("while peers wrote, he drew", "drew"),
        ("since break he sits", "sits"),
    ],
)
def test_the_main_verb_stays_outside_the_clause(jot: str, main: str) -> None:
    assert main in phrases(jot)


@pytest.mark.parametrize(
    ("jot", "inside"),
    [
        ("cried when bell rang", "rang"),
        ("left because the room was loud", "was"),
        ("will stop if he tires", "tires"),
        ("because noise was loud, he left", "was"),
        ("while peers wrote, he drew", "wrote"),
        ("slept while class read", "read"),
        ("stopped because aide left", "left"),
    ],
)
def test_the_verb_of_the_clause_is_no_main_verb(jot: str, inside: str) -> None:
    assert inside not in phrases(jot)


@pytest.mark.parametrize(
    ("jot", "aside"),
    [
        ("cut circle (good)", "( good )"),
        ("cut circle (min A)", "( minimal assistance )"),
        ("aide (new) helped", "( new )"),
        ("drew a face (no eyes)", "( no eyes )"),
        ("wrote name (first only)", "( first only )"),
        ("sat (on floor) today", "( on floor )"),
        ("zipped (3 verbal cues)", "( 3 verbal cues )"),
        ("jumped (2 feet) over the line", "( 2 feet )"),
    ],
)
def test_a_parenthesis_is_one_phrase(jot: str, aside: str) -> None:
    assert aside in phrase_tagged(jot, "Z")


@pytest.mark.parametrize(
    "jot", ["cut circle (good", "sat ) down", "wrote name", "( he sat", "good) work", "[new] aide"]
)
def test_without_both_brackets_there_is_no_parenthesis(jot: str) -> None:
    assert "Z" not in tags(jot)


@pytest.mark.parametrize(
    ("jot", "numbered"),
    [
        ("worked in room 114", "room 114"),
        ("page 12 was blank", "page 12"),
        ("group 2 left", "group 2"),
        ("level 3 was hard", "level 3"),
        ("goal 2 met", "goal 2"),
        ("unit 4 started", "unit 4"),
        ("table 5 was noisy", "table 5"),
    ],
)
def test_a_number_behind_a_numbered_thing_names_it(jot: str, numbered: str) -> None:
    assert any(numbered in phrase for phrase in phrases(jot))


@pytest.mark.parametrize(
    ("jot", "bare"),
    [
        ("steps 4/5", "4/5"),
        ("accuracy 80%", "80%"),
        ("spacing 8/10", "8/10"),
        ("letters 14/20", "14/20"),
        ("sentences 3/5", "3/5"),
        ("legibility 70%", "70%"),
        ("trials 6/8", "6/8"),
        ("words 9/10", "9/10"),
    ],
)
def test_a_result_behind_its_thing_stays_a_phrase_of_its_own(jot: str, bare: str) -> None:
    assert phrase_tagged(jot, "q") == [bare]


@pytest.mark.parametrize(
    ("jot", "when"),
    [
        ("seen last 10 min", "last 10 minutes"),
        ("attended first 5 min", "first 5 minutes"),
        ("worked final 3 min", "final 3 minutes"),
        ("sat 5 min", ""),
        ("sat first row", ""),
        ("sat 10 min", ""),
        ("last page was blank", ""),
        ("took 3 min", ""),
    ],
)
def test_last_and_first_minutes_say_when(jot: str, when: str) -> None:
    assert phrase_tagged(jot, "u") == ([when] if when else [])


@pytest.mark.parametrize(
    ("jot", "phrase", "head"),
    [
        ("a short red pencil", 0, "pencil"),
        ("3/5 sentences", 0, "sentences"),
        ("used a slant board", 1, "slant board"),
        ("sat on the soft rug", 1, "rug"),
        ("the new aide", 0, "aide"),
        ("held heavy scissors", 1, "scissors"),
        ("2 short words", 0, "words"),
        ("his muddy shoe", 0, "shoe"),
    ],
)
def test_the_head_is_the_last_noun(jot: str, phrase: int, head: str) -> None:
    assert chunked(words_of(jot))[phrase].head.text == head


_PIECES = [
    "he", "aide", "cut", "circle", "3/5", "sentences", "w/", "min A", "and", ",", "(", ")", "when", "sat",
    "on", "the", "floor", "of", "last", "10 min", "to", "write", "'no'", "2 vc", "good", "not", "friday", "xyzzy",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join))
def test_no_word_is_lost_doubled_or_moved(jot: str) -> None:
    words = words_of(jot)
    assert [word for chunk in chunked(words) for word in chunk.words] == list(words)


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join))
def test_the_shape_has_one_letter_for_each_phrase(jot: str) -> None:
    chunks = chunked(words_of(jot))
    assert len(shape(chunks)) == len(chunks)
    assert all(chunk.words for chunk in chunks)
