"""Nothing in a note that the jot does not say: numbers, levels, quotations, denials, actors, comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Finding
from .actors import invented_actors
from .grounds import Grounds
from .levels import invented_levels
from .polarity import added_denials, lost_denials
from .quantities import invented_quantities
from .quotes import invented_quotes
from .sentences import Sentence
from .trends import added_trends

_EXEMPT_ORIGINS = {"blank", "proposed", "therapist"}
_CHECKS = (
    invented_quantities,
    invented_levels,
    invented_quotes,
    added_denials,
    invented_actors,
    added_trends,
)


def ungrounded(sentences: Sequence[Sentence], given: Grounds) -> Iterator[Finding]:
    """Findings for what is not in the jot, in the order of the note; then the denials that got lost."""
    for sentence in sentences:
        if sentence.origin not in _EXEMPT_ORIGINS:
            for check in _CHECKS:
                yield from check(sentence, given)
    yield from lost_denials(sentences, given)
