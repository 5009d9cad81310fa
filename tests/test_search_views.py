"""What a search looks like in JSON and on a screen, and the bar while an index is made."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace

import pytest

from otassist import terminal, wire
from otassist.assistant import Found
from otassist.domain import Evidence, Passage, Question

GOAL = Passage("zip-1", "goal", "Zip a coat.", "zip coat", ("self_care",), ("PreK", "K-2"), "goal_bank/self_care.csv")
PRACTICE = Passage("data", "practice", "Data\n\nCount.", "data", (), ("K-2",), "34 CFR 300.320")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(found: Found, screen: io.StringIO | None = None) -> str:
    with redirect_stdout(screen or io.StringIO()) as out:
        terminal.found(found)
    return out.getvalue()


def test_evidence_in_json_says_what_it_is_and_where_it_is_from():
    assert wire.evidence(Evidence(GOAL, 0.75)) == {
        "id": "zip-1",
        "kind": "goal",
        "text": "Zip a coat.",
        "source": "goal_bank/self_care.csv",
        "area": "self_care",
        "areas": ["self_care"],
        "grade_bands": ["PreK", "K-2"],
        "score": 0.75,
    }


@pytest.mark.parametrize(("areas", "area"), [((), None), (("coping",), "coping"), (("coping", "access"), "coping")])
def test_a_passage_for_every_area_has_none_and_one_for_several_its_first(areas, area):
    answer = wire.evidence(Evidence(replace(PRACTICE, areas=areas), 1.0))
    assert (answer["area"], answer["areas"]) == (area, list(areas))


def test_an_answer_can_be_read_back():
    question = Question("Which area?", "area", ("coping",))
    line = wire.dump(wire.search("zip \u00e9", [Evidence(GOAL, 1.0)], [question], 7))
    assert line.isascii()
    answer = json.loads(line)
    assert (answer["id"], answer["query"], len(answer["results"])) == (7, "zip \u00e9", 1)
    assert answer["questions"] == [{"text": "Which area?", "about": "area", "options": ["coping"]}]


def test_people_see_each_passage_whole_and_in_order():
    text = shown(Found("q", (Evidence(GOAL, 1.0), Evidence(PRACTICE, 0.5))))
    assert text.index("1. goal zip-1 (self care; PreK, K-2; goal_bank/self_care.csv)\nZip a coat.") == 0
    assert "2. practice data (all areas; K-2; 34 CFR 300.320)\nData\n\nCount." in text


def test_nothing_found_and_questions_are_said():
    text = shown(Found("q", (), (Question("Which area?", "area", ("coping", "access")),)))
    assert text.startswith("Nothing was found.\n")
    assert "- question: Which area? (coping / access)" in text


def test_a_banks_control_characters_steer_no_terminal():
    evil = replace(GOAL, text="Zip\x1b[2J a coat\x07", source="a\x1b]0;b")
    text = shown(Found("q", (Evidence(evil, 1.0),)), Screen())
    assert "\x1b[2J" not in text
    assert "\x1b]" not in text
    assert "\x07" not in text


@pytest.mark.parametrize("screen", [io.StringIO, Screen], ids=["a pipe", "a terminal"])
def test_every_batch_passes_and_only_a_terminal_sees_a_bar(screen, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    with redirect_stderr(screen()) as err, redirect_stdout(io.StringIO()) as out:
        assert list(terminal.watched([["a"], ["b", "c"]], "Indexing")) == [["a"], ["b", "c"]]
    assert ("Indexing" in err.getvalue()) == (screen is Screen)
    assert out.getvalue() == ""
