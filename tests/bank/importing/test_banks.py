"""Banks as their authors would have them, read and compared with the right answers (`banks/`, 15 seen, 15 unseen).

The unseen half was written before the reader and measured once, when the reader was done; what it showed then stands in
`UNSEEN`. It may be mended later, but no longer be called unseen.
"""

from __future__ import annotations

import pytest

from .answers import score
from .making import banks

GOALS, AREAS = 0.98, 0.90


@pytest.mark.parametrize("half", ["seen"])
def test_goals_are_found_with_their_objectives_and_nothing_is_invented(half):
    found = score(banks(half))
    assert found.goals > 45
    assert found.right >= GOALS * found.goals, found.wrong
    assert found.areas >= AREAS * found.goals, found.wrong
    assert found.invented == 0, found.wrong
    assert found.dropped == 0, found.wrong
