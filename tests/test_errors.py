"""The errors: one root, a message and a remedy each, and the tree of the docstring is that of the code."""

from __future__ import annotations

import inspect
import re

import pytest

from otassist import errors
from otassist.errors import (
    Defect,
    EmptyJot,
    FileProblem,
    JobError,
    JotTooLong,
    NotText,
    OtassistError,
    UsageError,
)

CLASSES = [item for _, item in inspect.getmembers(errors, inspect.isclass) if issubclass(item, OtassistError)]


def test_the_docstring_draws_every_class_and_no_other():
    assert set(re.findall(r"^[│├└─ ]*([A-Z]\w+)", errors.__doc__ or "", re.M)[1:]) == {
        item.__name__ for item in CLASSES
    }


@pytest.mark.parametrize("kind", [UsageError, JobError, EmptyJot, JotTooLong, NotText, FileProblem])
def test_a_problem_reads_as_one_line_with_its_remedy(kind):
    problem = kind("The jot is empty.", "Type something.")
    assert str(problem) == "The jot is empty. Type something."
    assert (problem.message, problem.remedy) == ("The jot is empty.", "Type something.")


@pytest.mark.parametrize("kind", [EmptyJot, JotTooLong, NotText, FileProblem])
def test_what_is_wrong_with_the_input_is_a_failed_job(kind):
    assert issubclass(kind, JobError)
    assert not issubclass(kind, UsageError)


@pytest.mark.parametrize("kind", [UsageError, Defect])
def test_a_wrong_call_and_a_bug_are_no_failed_job(kind):
    assert not issubclass(kind, JobError)


def test_every_class_says_what_it_is():
    assert all(item.__doc__ for item in CLASSES)


def test_a_defect_never_raised_has_no_place():
    assert "an unknown place" in Defect(ValueError("x")).message
