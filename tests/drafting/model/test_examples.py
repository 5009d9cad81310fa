"""The examples of the shipped prompts are what a draft of their jot would be asked for."""

from __future__ import annotations

import pytest

from otassist.drafting.prompts import PromptShelf

from . import examples


@pytest.mark.parametrize("task", ["note", "consult", "goal", "statement"])
def test_the_example_is_asked_as_a_draft_is(task):
    """After a change of wording: `cd tests && python -m drafting.model.examples`."""
    (example,) = PromptShelf().prompt(task).examples
    assert example.given == examples.given(task)
