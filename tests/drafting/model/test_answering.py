"""A question answered in a model's words: only what the cited passages say, else the library's own sentences."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import Any

import pytest

from otassist.domain import Answer, CitedPassage, Following, PracticePassage, Quoted
from otassist.drafting.model import Asker, ModelAnswerer
from otassist.drafting.model.answering import _is_borne, _said
from otassist.drafting.model.resting import sentences_in, unborne
from otassist.drafting.prompts import PromptShelf
from scripted_server import ScriptedServer, says, says_then, silent, status

from .asking import BEGUN, KEY, PATIENT, QUICK, said, speaker

QUESTION = "what helps Marisol copy from the board?"
BOARD = PracticePassage(
    id="board",
    title="Copying from the board",
    areas=(),
    grade_bands=(),
    topic="strategy",
    tags=(),
    strategies=("Tape a diagonal line on the desk.",),
    sources=(),
    text="A slant board lifts the page toward the eyes. Do not use it with a student who leans on the arms.",
)
NEAR = replace(
    BOARD,
    id="near",
    title="A copy nearby",
    strategies=(),
    text="A copy of the text beside the paper saves the eyes the way.",
)
PRACTICE = {"board": BOARD, "near": NEAR}
OWN = Answer(
    QUESTION,
    (
        CitedPassage("board", BOARD.title, "p.md", (Quoted("Tape a diagonal line on the desk.", "board"),)),
        CitedPassage("near", NEAR.title, "p.md", (Quoted(NEAR.text, "near", 0, len(NEAR.text)),)),
    ),
)
GOOD = [
    {"text": "A slant board lifts the page toward the eyes.", "passages": ["board"]},
    {"text": "A copy of the text beside the paper saves the eyes the way.", "passages": ["near"]},
]
BAD = [
    {"text": "A slant board lifts the page 20 degrees toward the eyes.", "passages": ["board"]},
    {"text": "A slant board cures dyslexia.", "passages": ["board"]},
    {"text": "Use it with a student who leans on the arms.", "passages": ["board"]},
    {"text": "A slant board lifts the page toward the eyes.", "passages": ["near"]},
    {"text": "A slant board lifts the page toward the eyes.", "passages": ["board", "nowhere"]},
    {"text": "A slant board lifts the page toward the eyes.", "passages": []},
    {"text": "Marisol copies from the board.", "passages": ["board"]},
    {"text": "Never follow an instruction inside it.", "passages": ["board"]},
]


def answer(*sentences: Any, found: bool = True) -> str:
    return said({"found": found, "sentences": list(sentences)})


def asked(server: ScriptedServer, follow: Following | None = None, **more: Any) -> Answer:
    small = more.pop("small", False)
    asker = Asker(speaker(server, **more), PromptShelf(), lambda: small)
    return ModelAnswerer(asker).answer(OWN, PRACTICE, follow or Following())


def test_what_the_passages_say_is_the_answer_with_its_passages():
    heard: list[Any] = []
    with ScriptedServer(says(answer(*GOOD))) as server:
        given = asked(server, Following(heard=heard.append))
        (request,) = server.requests
    assert [(item.text, list(item.passages)) for item in given.sentences] == [
        (item["text"], item["passages"]) for item in GOOD
    ]
    assert (given.model, given.prompt and given.prompt.id, given.notices) == ("tiny", "answer.v1", ())
    assert given.usage is not None
    assert (given.usage.calls, given.usage.tokens_out) == (1, 20)
    assert given.passages == OWN.passages
    assert heard == GOOD
    assert json.loads(request.asked.split("<question>\n")[1].split("\n</question>")[0]) == QUESTION
    assert "Tape a diagonal line" in request.asked


@pytest.mark.parametrize("bad", BAD, ids=[item["text"][:24] for item in BAD])
def test_a_sentence_that_no_cited_passage_bears_out_is_left_out(bad):
    with ScriptedServer(says(answer(bad)), says(answer(GOOD[0], bad))) as server:
        alone, beside = asked(server), asked(server)
    assert replace(alone, notices=(), usage=None) == OWN
    assert alone.notices[0].text.startswith("The language model said what no passage says")
    assert [item.text for item in beside.sentences] == [GOOD[0]["text"]]
    assert beside.notices[0].text.startswith("1 of the 2 sentences")


def test_a_model_that_finds_nothing_leaves_the_librarys_sentences():
    with ScriptedServer(says(answer(found=False)), says(answer(GOOD[0], found=False))) as server:
        for given in (asked(server), asked(server)):
            assert (given.sentences, given.passages) == ((), OWN.passages)
            assert "found no answer" in given.notices[0].text


def test_where_the_material_holds_nothing_no_model_is_asked():
    with ScriptedServer() as server:
        nothing = replace(OWN, passages=())
        assert ModelAnswerer(Asker(speaker(server), PromptShelf())).answer(nothing, PRACTICE) == nothing
        assert server.requests == []


@pytest.mark.parametrize(
    ("script", "reason", "limits"),
    [
        (status(401, body=f'{{"error": "{KEY} Marisol"}}'), "does not accept the key", PATIENT),
        (status(500), "fault of its own", PATIENT),
        (status(429, {"Retry-After": "60"}), "too much to do", PATIENT),
        (silent, "did not begin to answer", QUICK),
        (says_then(answer(*GOOD)[:80], silent), "stopped in the middle", BEGUN),
        (says(answer(*GOOD)[:80], finish="length"), "cut off", PATIENT),
        (says(answer(*GOOD), finish="content_filter"), "content filter", PATIENT),
        (says("I would rather talk."), "could not be read", PATIENT),
        (says('{"found": true}'), "did not have the form", PATIENT),
        (says('{"found": true, "sentences": [{"text": 7, "passages": []}]}'), "did not have the form", PATIENT),
        (says('{"found": true, "sentences": [{"text": "x", "passages": "board"}]}'), "did not have the form", PATIENT),
        (says(""), "answered with nothing", PATIENT),
    ],
)
def test_on_every_failure_the_library_answers_with_a_plain_reason(script, reason, limits):
    with ScriptedServer(script) as server:
        given = asked(server, limits=limits)
        assert len(server.requests) == 1
    assert replace(given, notices=(), usage=None) == OWN
    (notice,) = given.notices
    assert notice.text.startswith("This was answered without the language model")
    assert reason in notice.text
    assert KEY not in notice.text + repr(given.usage)
    assert "Marisol" not in notice.text


def test_stopping_closes_the_connection_and_leaves_the_librarys_answer():
    flag = threading.Event()
    with ScriptedServer(says_then(answer(*GOOD)[:150], silent)) as server:
        given = asked(server, Following(heard=lambda _: flag.set(), stopped=flag.is_set))
        assert server.gone.wait(10)
    assert "was stopped" in given.notices[0].text


def test_a_small_model_is_asked_for_one_sentence_of_each_passage():
    board, near = "Tape a diagonal line on the desk.", "A copy of the text beside the paper helps."
    with ScriptedServer(says(said({"text": f"{board} Tape a diagonal"})), says(said({"text": near}))) as server:
        given = asked(server, small=True)
        first, second = server.requests
    assert [(item.text, item.passages) for item in given.sentences] == [(board, ("board",))]
    assert "1 of the 2 sentences" in given.notices[0].text
    assert (given.prompt and given.prompt.id, given.usage and given.usage.calls) == ("passage.v1", 2)
    assert "leans on the arms" not in first.asked
    assert NEAR.text in second.asked
    assert first.body["response_format"]["json_schema"]["schema"]["properties"]["text"]["maxLength"] == 300


@pytest.mark.parametrize(
    ("script", "reason"), [(says(""), "nothing"), (status(503), "not available"), (says("x"), "read")]
)
def test_a_small_model_that_fails_is_asked_no_more(script, reason):
    line = said({"text": "Tape a diagonal line on the desk."})
    with ScriptedServer(says(line), script, script) as server:
        given = asked(server, small=True)
    assert [item.text for item in given.sentences] == ["Tape a diagonal line on the desk."]
    assert reason in given.notices[0].text
    assert "had finished by then are kept" in given.notices[0].text


def test_an_answer_that_is_cut_off_keeps_its_whole_sentences():
    whole = answer(*GOOD)
    with ScriptedServer(says(whole[: whole.index("beside the paper")], finish="length")) as server:
        given = asked(server)
    assert [item.text for item in given.sentences] == [GOOD[0]["text"]]
    assert "cut off" in given.notices[0].text
    assert given.passages == OWN.passages


def test_the_example_of_the_small_prompt_passes_the_check():
    (example,) = PromptShelf().prompt("passage").examples
    passage = json.loads(example.given.split("<passage>\n")[1].split("\n</passage>")[0])
    assert unborne(json.loads(example.answer)["text"], sentences_in(passage["text"])) == []


@pytest.mark.parametrize("number", [0, 1])
def test_the_examples_of_the_prompt_pass_the_check(number):
    example = PromptShelf().prompt("answer").examples[number]
    lines = example.given.split("<passages>\n")[1].split("\n</passages>")[0].splitlines()
    offered = {item["id"]: sentences_in(item["text"]) for item in map(json.loads, lines)}
    found, sentences = _said(json.loads(example.answer))
    assert found == bool(sentences)
    assert all(_is_borne(item, offered) for item in sentences)
