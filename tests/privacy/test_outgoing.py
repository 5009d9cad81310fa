"""What identifies, put between the sentences of jots by others: no part of it stands in what a model would be asked.

The reader cuts sentences, facts and numbers where it will and the composer words them anew, so parts matter.
"""

from __future__ import annotations

import random
import re

import pytest

from otassist.bootstrap import outgoing

from .substituted import jots

INSERTED = {
    "call mom at 555-201-3344 after 3": ["3344", "555"],
    "DOB 11/23/2016": ["11/23", "2016"],
    "student id 8841207": ["8841207"],
    "lives at 88 E. 5th Street, Apt 4B": ["5th", "4B"],
    "attends St. Brigid Academy": ["Brigid"],
    "email k.osei@district.k12.ca.us": ["osei", "k12"],
    "moved from Ypsilanti, MI": ["Ypsilanti"],
    "seen 10/14/2026 w/ Ms. Okonkwo-Brightwater": ["10/14", "2026", "Okonkwo", "Brightwater"],
    "observed at P.S. 142": ["142"],
    "case LAUSD-22-0193": ["LAUSD", "0193"],
    "www.roomtwelve-ospreys.org/p/77": ["roomtwelve", "ospreys"],
    "Dr. J. Vandersloot called": ["Vandersloot"],
    "cell (415) 555-0192 x204": ["415", "0192", "x204"],
    "P.O. Box 1182": ["1182"],
    "sat w/ peer D'Angelo O'Shaughnessy": ["Angelo", "Shaughnessy"],
    "wrenleigh's turn": ["wrenleigh"],
}
EVERY = [part for parts in INSERTED.values() for part in parts]


def stands(part: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(part)}(?![^\W_])", text, re.IGNORECASE) is not None


def given(seed: int) -> str:
    draw = random.Random(seed)
    jot = draw.choice([jot for jot in jots() if not any(stands(part, jot) for part in EVERY)])
    told = re.split(r"(?<=[.;\n])\s+", jot)
    for line in draw.sample(list(INSERTED), 4):
        told.insert(draw.randrange(len(told) + 1), line + draw.choice([".", ",", ";"]))
    return " ".join(told)


@pytest.fixture(scope="module")
def asking():
    return outgoing()


@pytest.mark.parametrize(
    ("kind", "seed"),
    [
        *(("note", seed) for seed in range(24)),
        *(("consult", 30 + seed) for seed in range(12)),
        *(("goal", 50 + seed) for seed in range(8)),
    ],
)
def test_no_part_of_what_is_inserted_goes_out(asking, kind, seed):
    assistant, asked = asking
    jot = given(seed)
    asked.clear()
    answer = assistant.draft(kind, jot)
    assert asked, [notice.text for notice in answer.notices]
    for messages in asked:
        shown = [part for part in EVERY if stands(part, messages[-1][1])]
        assert shown == []
