"""How many cases would settle what these leave open."""

from __future__ import annotations

from math import ceil, inf, log

from scipy.special import ndtri

_ASSURANCE = 0.8
"""How probably that many cases settle it, if the difference stays what it is."""


def cases_needed(
    mean: float, se: float, cases: int, clusters: int, delta: float, confidence: float = 0.95
) -> int | None:
    """Cases that would show "not worse by `delta`" or "worse", whichever takes fewer; None when no number could.

    The standard error shrinks with the root of the number of cases, students keeping their number of cases each.
    """
    if se <= 0.0:
        return _never_differed(mean, cases, clusters, delta, confidence)
    reach = float(ndtri(confidence)) + float(ndtri(_ASSURANCE))
    distance = max(mean + delta, -mean)
    wanted = cases * (reach * se / distance) ** 2 if distance > 0 else inf
    return None if wanted == inf else max(cases + 1, ceil(wanted))


def _never_differed(mean: float, cases: int, clusters: int, delta: float, confidence: float) -> int | None:
    """Without any spread: students until the share not seen, at the far end, could not matter."""
    room = (mean + delta) / (1.0 + mean) if mean > -1.0 else -1.0
    if not 0.0 < room < 1.0:
        return None
    students = log(1.0 - confidence) / log(1.0 - room)
    return max(cases + 1, ceil(students * cases / clusters))
