"""The rubrics: ranges, reasons, and which items a goal earns."""

from __future__ import annotations

import pytest

from otassist.checks import check_goal
from otassist.domain import Rubric

FULL = (
    "By 5/2027, given a picture checklist at arrival, Maya will unpack her backpack, completing 5 of 6 steps on 4 of 5 "
    "days in two classrooms, as recorded on the aide's chart. Baseline: 2 of 6 steps."
)
POOR = "Increase grip strength."


def scores(text: str, name: str) -> dict[str, int]:
    return {item.name: item.score for item in check_goal(text).rubrics[name].items}


def rubric(text: str, name: str) -> Rubric:
    return check_goal(text).rubrics[name]


@pytest.mark.parametrize(("name", "least", "most"), [("rgori", 0, 9), ("gfs3", 7, 28), ("smart", 0, 5)])
@pytest.mark.parametrize("text", [FULL, POOR, "?", "Given OT, Maya will improve.", "____"])
def test_totals_lie_in_range_and_add_up(text: str, name: str, least: int, most: int) -> None:
    scored = rubric(text, name)
    assert least <= scored.total <= scored.most == most
    assert scored.total == sum(item.score for item in scored.items)
    assert all(item.reason and item.asks for item in scored.items)


@pytest.mark.parametrize(("name", "total"), [("rgori", 9), ("gfs3", 28), ("smart", 5)])
def test_a_full_goal_earns_all(name: str, total: int) -> None:
    assert rubric(FULL, name).total == total


@pytest.mark.parametrize(("name", "total"), [("rgori", 0), ("gfs3", 7), ("smart", 0)])
def test_a_body_measure_earns_nothing(name: str, total: int) -> None:
    assert rubric(POOR, name).total == total


ITEMS = [
    ("gfs3", "timeframe", "Maya will zip her coat.", 1),
    ("gfs3", "timeframe", "Progress will be reported by the end of each quarter. Maya will zip her coat.", 2),
    ("gfs3", "timeframe", "By May 2027, Maya will zip her coat.", 4),
    ("gfs3", "acquisition", "Maya will zip her coat.", 1),
    ("gfs3", "acquisition", "Maya will zip her coat in 4 of 5 trials.", 4),
    ("gfs3", "meaningful", "Maya will zip her coat with 80% accuracy.", 2),
    ("gfs3", "meaningful", "Maya will zip her coat on 4 of 5 mornings.", 4),
    ("gfs3", "generalization", "Maya will zip her coat in 4 of 5 trials.", 2),
    ("gfs3", "generalization", "Maya will zip her coat on 4 of 5 days.", 3),
    ("gfs3", "generalization", "Maya will zip her coat in 4 of 5 trials across three settings.", 4),
    ("gfs3", "observable", "Maya will zip her coat.", 2),
    ("gfs3", "observable", "Maya will understand fractions.", 1),
    ("gfs3", "observable", "Maya will zip her coat in 4 of 5 trials.", 4),
    ("gfs3", "participation", "When recess begins, Maya will zip her coat.", 4),
    ("gfs3", "participation", "Maya will hold prone extension for 10 seconds.", 1),
    ("gfs3", "necessary", "Maya will increase range of motion.", 1),
    ("rgori", "seen", "Maya will appreciate art.", 0),
    ("rgori", "seen", "Maya will paint a picture.", 1),
    ("rgori", "measured", "Maya will paint a picture.", 0),
    ("rgori", "measured", "Maya will paint 2 pictures a week in 4 of 5 weeks.", 1),
    ("rgori", "daily_use", "Maya will increase muscle tone.", 0),
    ("rgori", "daily_use", "Maya will write her name.", 1),
    ("rgori", "hierarchy", "Maya will copy 8 of 10 words. Baseline: 2 of 10 words.", 1),
    ("rgori", "hierarchy", "Maya will copy 8 of 10 words. Baseline: 9 of 10 words.", 0),
    ("rgori", "easily_called_for", "Maya will copy words.", 0),
    ("rgori", "easily_called_for", "When asked, Maya will copy words.", 1),
    ("smart", "attainable", "Maya will copy words in 7/5 trials. Baseline: 1/5.", 0),
    ("smart", "timely", "Maya will copy words within 36 weeks.", 1),
    ("smart", "specific", "Maya will copy words.", 0),
    ("smart", "specific", "Given a model, Maya will copy words.", 1),
]


@pytest.mark.parametrize(("name", "item", "text", "score"), ITEMS)
def test_an_item_earns_its_score(name: str, item: str, text: str, score: int) -> None:
    assert scores(text, name)[item] == score
