"""The budget of a prompt: passages go from the last rank upwards, the jot never; and nothing is fetched to count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otassist.checks import check_draft
from otassist.drafting.model import ModelDrafter
from otassist.drafting.model.budget import TooLong, fits, fitting, room, tokens
from otassist.drafting.prompts import PromptShelf
from scripted_server import ScriptedServer, status

from . import examples
from .asking import composed, limited, speaker, written


def asked(passages: list[str]) -> list[tuple[str, str]]:
    return [("system", "Rules."), ("human", "jot\n" + "\n".join(passages))]


@given(st.lists(st.text(max_size=40), max_size=6), st.integers(10, 120))
def test_as_many_as_fit_best_first(passages, most):
    try:
        made, count = fitting(passages, most, lambda some: asked(list(some)))
    except TooLong:
        assert not fits(asked([]), most)
        return
    assert made == asked(passages[:count])
    assert tokens(made) <= most or fits(made, most)
    assert count == len(passages) or not fits(asked(passages[: count + 1]), most)


@given(st.text(max_size=200))
def test_no_token_is_shorter_than_a_byte(text):
    assert tokens([("human", text)]) <= len(text.encode()) + 4


def test_without_room_for_the_jot_the_model_is_not_asked():
    own, _ = composed()
    with ScriptedServer() as server:
        answer = written(server, limits=limited(prompt_tokens=300))
        assert server.requests == []
    assert answer.notes == (own,)
    assert "too long for the model" in answer.notices[0].text


@pytest.mark.parametrize(
    ("context", "tokens"), [(None, None), (8192, 5353), (131072, 103657), (1500, 0), (512, 0), (0, 0)]
)
def test_a_prompt_leaves_room_for_its_answer_in_the_context(context, tokens):
    assert room(context) == tokens


def test_a_model_with_little_context_gets_fewer_passages():
    note, observation = examples.note(examples.CONSULT, "consult")
    own = check_draft(note, observation)
    found = [examples.evidence(), *(examples.evidence(f"more-{number}", "word " * 400) for number in range(9))]
    with ScriptedServer(status(500), status(500), status(500)) as server:
        for context in (None, 6_000, 1_000):
            drafter = ModelDrafter(speaker(server), PromptShelf(), check_draft, context=lambda context=context: context)
            drafter.notes(observation, [own], "consult", found)
        whole, less = (request.asked for request in server.requests)
    assert "more-8" in whole
    assert "more-0" in less
    assert "more-8" not in less


def test_the_passages_of_the_last_rank_are_left_out_and_may_not_be_cited():
    note, observation = examples.note(examples.CONSULT, "consult")
    own = check_draft(note, observation)
    found = [examples.evidence(), *(examples.evidence(f"more-{number}", "word " * 400) for number in range(9))]
    with ScriptedServer(status(500)) as server:
        drafter = ModelDrafter(speaker(server, limits=limited(prompt_tokens=3_500)), PromptShelf(), check_draft)
        drafter.notes(observation, [own], "consult", found)
        said = server.requests[0].asked
    assert '"id": "desk"' in said
    assert "more-0" in said
    assert "more-8" not in said
    assert all(statement.text in said for statement in observation.statements)


def test_counting_needs_no_network(monkeypatch):
    import tiktoken.load

    def fetched(*_: object) -> bytes:
        raise AssertionError("an encoding was fetched")

    monkeypatch.setattr(tiktoken.load, "read_file_cached", fetched)
    assert tokens([("human", "a jot")]) == pytest.approx(6, abs=1)
