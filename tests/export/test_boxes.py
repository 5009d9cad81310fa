"""Box by box: which clause goes where, what is left of a sentence without it, and how long it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.reviewed import goal, note, reviewed
from otassist.domain import Objective
from otassist.errors import FileProblem, UsageError
from otassist.export import fields, profile, profiles, read_profiles


def boxes(name: str, draft) -> dict[str, str]:
    return {field.name: field.text for field in fields(reviewed(draft), profile(name))}


def test_the_default_keeps_the_whole_goal_in_one_box() -> None:
    assert boxes("default", goal(objectives=(Objective("Copies 2 of 5.", "January"), Objective("Copies 3 of 5.")))) == {
        "goal": "By May 1, 2027, with a slant board and minimal verbal cues, the student will copy sentences with "
        "finger spaces, in 4 of 5 sentences, as scored by the teacher from dated work samples.",
        "baseline": "2/5 on 10/12.",
        "criterion": "in 4 of 5 sentences",
        "method": "as scored by the teacher from dated work samples",
        "schedule": "",
        "objectives": "Copies 2 of 5. (January)\nCopies 3 of 5.",
        "rationale": "Work that can be read shows what the student knows.",
    }


def test_new_york_asks_for_criteria_and_method_apart() -> None:
    found = boxes("new_york", goal())
    assert found["goal"] == (
        "By May 1, 2027, with a slant board and minimal verbal cues, "
        "the student will copy sentences with finger spaces."
    )
    assert found["present_levels"].startswith("Baseline: 2/5 on 10/12. Why it matters at school: ")
    assert found["schedule"] == ""


SENTENCES = [  # the goal's pieces; what New York's goal box keeps of them
    ((("criterion", "On 4 of 5 days"), ", the student will ", ("behavior", "zip"), "."), "The student will zip."),
    (("The student will ", ("behavior", "zip"), ". ", ("method", "The aide tallies it.")), "The student will zip."),
    (
        ("The student will ", ("behavior", "zip"), ", ", ("criterion", "3/5"), ", by May."),
        "The student will zip, by May.",
    ),
    (
        ("The student will ", ("behavior", "zip"), " by May: ", ("criterion", "3/5"), "."),
        "The student will zip by May.",
    ),
    (("The student will ", ("behavior", "zip"), " by May: ", ("criterion", "3/5")), "The student will zip by May."),
    (("Will ", ("behavior", "zip"), ": ", ("criterion", "3/5"), ", ", ("method", "by tally"), "."), "Will zip."),
    ((("criterion", "3 of 5 times"), " the student will ", ("behavior", "zip"), "."), "The student will zip."),
    ((("behavior", "Zip"), "; ", ("criterion", "3/5"), "; by May."), "Zip; by May."),
    ((("behavior", "Wait..."), " ", ("criterion", "3/5"), " and go."), "Wait... And go."),
    (("Will ", ("behavior", "zip"), ".\n", ("method", "Aide tallies."), "\nBy May."), "Will zip.\n\nBy May."),
    ((("method", "Aide tallies."),), ""),
    ((("behavior", "zip it"),), "zip it"),
    (("the student ", ("behavior", "zips"), ", ", ("criterion", "3/5"), "."), "the student zips."),
]


@pytest.mark.parametrize(("pieces", "kept"), SENTENCES)
def test_a_sentence_stays_one_without_a_clause(pieces, kept: str) -> None:
    assert boxes("new_york", goal(*pieces))["goal"] == kept


def test_a_clause_out_of_its_place_is_not_cut() -> None:
    moved = goal(("criterion", "3 of 5"), " the student zips.")
    moved = goal("Aide: the student zips in 3 of 5.", clauses=moved.clauses)
    assert boxes("new_york", moved)["goal"] == "Aide: the student zips in 3 of 5."


def test_a_note_goes_section_by_section_or_into_one_box() -> None:
    assert boxes("default", note())["plan"] == "The plan is to try a slant board in math."
    assert boxes("service_log", note())["comment"].split("\n")[0] == 'He said, "my hand doesn\'t hurt".'
    assert boxes("service_log", goal())["baseline"] == "2/5 on 10/12."
    assert boxes("new_york", note())["objective"].startswith("The student was seen for 30 minutes. He copied")


def test_a_shipped_limit_is_one_that_its_source_tells() -> None:
    """Of systems no limit is published; a district writes down what its own shows."""
    limits = {(each.id, box.name): box.limit for each in profiles().values() for box in (*each.goal, *each.note)}
    assert {place: limit for place, limit in limits.items() if limit} == {("ceds", "goal"): 300}
    assert "300 characters" in profile("ceds").source
    assert all(each.source for each in profiles().values())


OWN = """
[ours]
name = "Ours"
[[ours.goal]]
name = "goal"
label = "Goal"
rest = true
limit = {limit}
[[ours.goal]]
name = "steps"
label = "Steps"
objectives = true
"""


@pytest.mark.parametrize(
    ("text", "limit", "length", "over"),
    [
        ("abcd", 4, 4, False), ("abcde", 4, 5, True), ("a🙂b", 4, 3, False), ("a🙂🙂", 4, 3, True),
        ("a\r\nb", 3, 3, False), (" ab ", 2, 2, False), ("e\u0301", 2, 2, False),
    ],
)  # fmt: skip
def test_length_is_code_points_and_over_is_what_a_browser_would_cut(
    tmp_path: Path, text: str, limit: int, length: int, over: bool
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OWN.replace("{limit}", str(limit)), encoding="utf-8")
    field = fields(reviewed(goal(text)), read_profiles(file)["ours"])[0]
    assert (field.limit, field.length, field.over) == (limit, length, over)


def test_a_file_of_ones_own_has_the_shipped_default_and_note_boxes(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OWN.replace("{limit}", "9"), encoding="utf-8")
    assert read_profiles(file)["default"] == profile()
    assert read_profiles(file)["ours"].note == profile().note


WRONG = [
    ("limit = {limit}", "limit = 0", "limit of a box of ours.goal is 0"),
    ("limit = {limit}", 'limit = "many"', "'many'"),
    ("limit = {limit}", "limit = true", "True"),
    ("limit = {limit}", "colour = 1", "'colour'"),
    ("limit = {limit}", 'without = ["method"]', "no box of 'ours' takes 'method'"),
    ("limit = {limit}", 'roles = ["verb"]', "'verb'"),
    ("objectives = true", "empty = true", "takes 'objectives'"),
    ("rest = true\n", "", "takes 'rest'"),
    ('name = "steps"', 'name = "goal"', "one name"),
    ('label = "Steps"', "", "no label"),
    ('name = "Ours"', "", "'ours' has no name"),
    ('name = "Ours"', 'name = "Ours"\nmotto = "x"', "'motto'"),
    ("[ours]", "[ours", "is no TOML"),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_a_mistake_in_a_profile_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(OWN.replace(old, new).replace("{limit}", "9"), encoding="utf-8")
    with pytest.raises(FileProblem, match=said) as raised:
        read_profiles(file)
    assert raised.value.remedy


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"none\.toml cannot be read"):
        read_profiles(tmp_path / "none.toml")


def test_an_unknown_profile_is_answered_with_the_known() -> None:
    with pytest.raises(UsageError, match=r"'ohio'.*default, california"):
        profile("ohio")
