"""A cover over the messages of one draft: data is masked, prompts keep their words, answers come back, doubt closes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.errors import MaskingFailure
from otassist.privacy import Cover, Roster, roster_of
from otassist.privacy.cover import Message

RULES = "Mark each clause. Will the reader know Marisol? Answer in JSON."
JOT = 'Marisol Vega copied 3/5. Will helped. "Tell Ms. Okafor", DOB 3/4/2016'


def cover(*known: str, roster: Roster | None = None, labels: tuple[str, ...] = ()) -> Cover:
    return Cover(
        known or (JOT,), labels, lambda: frozenset([RULES, "<statements>", "</statements>"]), roster or Roster()
    )


def line(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def sent(own: Cover, *messages: Message) -> list[Message]:
    covered = own.masked(messages)
    own.check(covered)
    return covered


def test_data_is_masked_and_ids_and_the_prompts_own_words_stay():
    told = line(id="s1", text=JOT, facts=[{"id": "f1", "text": "Will"}], statements=["s1"])
    (_, rules), (_, data) = sent(cover(), ("system", RULES), ("human", f"<statements>\n{told}\n</statements>"))
    assert rules.startswith("Mark each clause. Will the reader know [Person")
    inner = json.loads(data.split("\n")[1])
    assert (inner["id"], inner["facts"][0]["id"], inner["statements"]) == ("s1", "f1", ["s1"])
    assert not any(word in data for word in ("Marisol", "Vega", "Will", "Okafor", "3/4/2016"))
    assert "copied 3/5" in data


def test_a_line_without_a_name_is_not_touched():
    told = '{"id": "s1",  "text": "caf\\u00e9 tray 3/5"}'
    assert sent(cover(), ("human", told))[0][1].split("\n")[0] == told


def test_the_masked_line_can_close_no_tag():
    told = '{"id": "s1", "text": "Marisol \\u003c/statements\\u003e"}'
    masked = sent(cover(), ("human", told))[0][1]
    assert "<" not in masked
    assert json.loads(masked.split("\n")[0])["text"].endswith("</statements>")


def test_the_model_is_told_what_brackets_mean_once():
    covered = sent(cover(), ("system", RULES), ("human", "x"))
    assert [("square brackets" in text) for _, text in covered] == [True, False]


def test_an_answer_is_restored_as_json_and_sent_back_as_it_was():
    roster = Roster(frozenset(['Bo "the" Li']))
    own = cover('Bo "the" Li cut', roster=roster)
    masked = sent(own, ("human", 'Bo "the" Li cut'))[0][1].split("\n")[0]
    answer = json.dumps({"text": masked})
    restored = own.restored(answer)
    assert json.loads(restored)["text"] == 'Bo "the" Li cut'
    again = sent(own, ("human", "x"), ("ai", restored), ("human", line(clause='Bo "the" Li cut', do="Say more.")))
    assert again[1] == ("ai", answer)
    assert "Li" not in again[2][1]


def test_a_clause_on_its_way_has_the_originals():
    own = cover()
    own.masked([("human", JOT)])
    assert own.told({"text": "[Person A]'s 3/5", "statements": ["s1"]}) == {
        "text": "Marisol Vega's 3/5",
        "statements": ["s1"],
    }


def test_names_are_known_from_the_whole_text_and_from_labels():
    own = cover("w/ Grace: copied", labels=("Zed", "student 2"))
    masked = sent(own, ("human", line(text="Grace period")), ("human", "zed cut, student 2 sat"))
    assert "Grace" not in masked[0][1]
    assert masked[1][1] == "[Person B] cut, student 2 sat"


def test_what_a_message_shows_first_is_masked_in_all_after_it():
    own = cover("copied 3/5")
    first = sent(own, ("human", line(text="sat with Tobias")))
    second = sent(own, ("human", line(text="TOBIAS left")))
    assert "obias" not in first[0][1]
    assert "TOBIAS" not in second[0][1]


def test_a_part_of_something_masked_is_masked_and_what_stands_by_itself_is_not():
    jot = "told mom at 555-201-3344, 3/5 tries, table 3344x, DOB 3/14/2016"
    facts = [{"id": "f1", "text": part} for part in ("3344", "555-201", "3/14", "3/5", "3", "mom")]
    ((_, data),) = sent(cover(jot), ("human", line(id="s1", text=jot, facts=facts)))
    parts = [fact["text"] for fact in json.loads(data.split("\n")[0])["facts"]]
    assert parts == ["[Phone A]", "[Phone A]", "[Birthdate B]", "3/5", "3", "mom"]


@pytest.mark.parametrize(
    ("jot", "cut", "left"),
    [
        ("lives at 88 E. 5th Street, Apt 4B, walks", ["5th Street, apartment 4B", "88 E; 5th Street"], "5th"),
        ("case LAUSD-22-0193, gr 2", ['case "LAUSD"-22-0193', "22-0193"], "0193"),
        ("P.O. Box 1182, student id 8841207", ["Box 1182", "1182"], "1182"),
        ("at P.S. 142, rm 12", ["142, rm 12"], "142"),
        ("call (415) 555-0192 x204", ["0192 x204", "555-0192"], "0192"),
    ],
)
def test_what_a_sentence_cut_in_two_leaves_is_masked(jot, cut, left):
    covered = sent(cover(jot), *(("human", line(plain=text)) for text in cut))
    assert not any(left in text for _, text in covered)


def test_a_stretch_that_begins_within_something_masked_shows_none_of_it():
    own = cover("lives at 88 E. 5th Street, Apt 4B, walks to school. Grace")
    (_, data), (_, more) = sent(own, ("human", line(text="5th Street, Apt 4B, walks to school.")), ("human", "Grace"))
    assert json.loads(data.split("\n")[0])["text"] == "[Address A], walks to school."
    assert more == "Grace"


@pytest.mark.parametrize("part", ["3344", '"text": "3344"'])
def test_the_last_door_knows_parts_of_numbers(part):
    own = cover("call 555-201-3344")
    good = sent(own, ("human", line(text="call 555-201-3344")))
    with pytest.raises(MaskingFailure):
        own.check([("human", f"{good[0][1]}\n{part}")])


def test_a_name_that_only_a_later_line_gives_away_is_masked_before_it_too():
    first, second = sent(
        cover("no name"), ("human", line(text="no diff, balazs leaned")), ("human", line(text="balazs leaned off"))
    )
    assert "balazs" not in first[1] + second[1]


def test_a_text_with_a_placeholder_that_is_taken_closes():
    own = cover("Marisol cut")
    sent(own, ("human", "Marisol cut"))
    with pytest.raises(MaskingFailure) as closed:
        own.masked([("human", line(text="[Person A] is what she wrote"))])
    assert closed.value.kind == "unplaced"


@pytest.mark.parametrize(
    "leak",
    [
        "marisol",
        "MARISOL VEGA",
        "Mari\u200bsol",
        "mar\u00adisol",
        "\uff2d\uff41\uff52\uff49\uff53\uff4f\uff4c",
        "\\u004darisol",
        "\\\\u004darisol",
        "x\\nMarisol",
        "Will",
        "3/4/2016",
        "555-201-3344",
        "someone@example.org",
    ],
)
def test_the_last_door_is_closed_to_whatever_still_shows(leak):
    own = cover()
    good = sent(own, ("system", RULES), ("human", line(text=JOT)))
    with pytest.raises(MaskingFailure) as closed:
        own.check([*good[:-1], ("human", f"{good[-1][1]}\n{leak} did")])
    assert closed.value.kind == "leak"


def test_ordinary_words_pass_the_last_door():
    own = cover(roster=roster_of("Will Paper\nMark May"))
    covered = sent(own, ("system", RULES), ("human", line(text="he will mark paper, it may help")))
    assert "he will mark paper, it may help" in covered[1][1]


def test_whatever_breaks_is_told_without_its_words(monkeypatch):
    def broken(*_: object) -> None:
        raise ValueError("Marisol")

    monkeypatch.setattr("otassist.privacy.cover.mask", broken)
    with pytest.raises(MaskingFailure) as closed:
        cover().masked([("human", JOT)])
    assert closed.value.kind == "failed"
    assert closed.value.__cause__ is None
    assert "Marisol" not in str(closed.value)


def test_nothing_printed_of_a_cover_shows_a_name():
    own = cover(roster=Roster(frozenset(["Zebulon"])), labels=("Marisol",))
    own.masked([("human", JOT)])
    own.restored('{"text": "[Person A]"}')
    assert not any(word in repr(own) for word in ("Marisol", "Okafor", "Zebulon", "3/4/2016"))


@given(
    st.lists(
        st.sampled_from([JOT, "Tobias and Ana glued.", "grade 3, OT, w/c", "ID 0044718", "Ms. K said so"]), max_size=4
    )
)
def test_whatever_is_known_never_goes_out(texts):
    own = cover(*texts, roster=Roster(frozenset(["Ana"])))
    covered = sent(own, ("system", RULES), *(("human", line(text=text)) for text in texts))
    for _, text in covered[1:]:
        assert not any(word in text for word in ("Marisol", "Vega", "Okafor", "Tobias", "Ana", "0044718"))
