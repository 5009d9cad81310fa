"""Time, calls and tokens: what was not counted is not known, never 0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from otassist.evaluation.comparison import compare
from otassist.evaluation.costs import costs
from otassist.evaluation.report import as_text
from otassist.evaluation.rundir import read_run

from .rundirs import lines, write_run

CALLED = {"calls": 2, "revisions": 1, "stand_ins": 0, "tokens_in_estimate": 90, "tokens_out_estimate": 20}
SERVED = {**CALLED, "tokens_in": 100, "tokens_out": 25, "dollars": 0.5}


def test_sums_and_quantiles() -> None:
    found = costs([0.1 * place for place in range(101)], [SERVED] * 3)
    assert (found.p50, found.p95) == (5.0, 9.5)
    assert (found.calls, found.revisions, found.tokens_in_estimate, found.tokens_in) == (6, 3, 270, 300)
    assert found.dollars == 1.5


@pytest.mark.parametrize("counted", [[CALLED, SERVED], [{**SERVED, "tokens_in": None, "dollars": None}]])
def test_what_the_server_did_not_always_count_is_not_known(counted: list[dict[str, Any]]) -> None:
    found = costs([], counted)
    assert (found.tokens_in, found.dollars, found.p50, found.seconds) == (None, None, None, None)
    assert found.tokens_in_estimate is not None


def test_drafts_without_a_call_cost_nothing() -> None:
    found = costs([0.1, 0.2], [SERVED, {}])
    assert (found.drafts, found.calls, found.tokens_in) == (2, 2, 100)


@pytest.mark.parametrize(("stand_ins", "verdict"), [(8, "PASS"), (9, "INCONCLUSIVE")])
def test_a_run_of_the_composers_drafts_says_nothing_of_a_prompt(tmp_path: Path, stand_ins: int, verdict: str) -> None:
    """A fifth of forty; base and new are the same, so that nothing else is in the way."""

    def change(place: int, item: dict[str, Any]) -> dict[str, Any]:
        return item | {"cost": {**CALLED, "stand_ins": int(place < stand_ins)}}

    run = read_run(write_run(tmp_path / "a", lines(40, change)))
    answer = compare(run, run)
    assert answer.verdict == verdict
    assert f"{stand_ins} of 40 drafts are the composer's" in as_text(answer)
