"""Nothing in a note that the jot does not say: numbers, levels, quotations, denials, actors, comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Finding
from .actors import invented_actors
from .calendar_words import invented_days
from .conditions import moved_conditions
from .contrasts import exchanged_conditions
from .details import invented_details
from .equipment import invented_tools
from .exchanges import exchanged_values
from .grounds import Grounds
from .levels import invented_levels
from .miscounts import miscounted
from .opposites import changed_opposites
from .ordinals import invented_ordinals
from .polarity import added_denials, lost_denials
from .quantities import invented_quantities
from .quotes import invented_quotes
from .segments import Segment
from .sentences import Sentence
from .sides import swapped_sides
from .speakers import swapped_speakers
from .trends import added_trends
from .wording import is_verbatim

_EXEMPT_ORIGINS = {"blank", "proposed", "therapist"}
_CHECKS = (
    invented_quantities,
    miscounted,
    invented_ordinals,
    invented_levels,
    invented_quotes,
    added_denials,
    invented_tools,
    invented_details,
    invented_days,
    added_trends,
)
_TIES = (
    invented_actors,
    swapped_speakers,
    moved_conditions,
    exchanged_conditions,
    exchanged_values,
    swapped_sides,
    changed_opposites,
)  # who and under which condition: the words alone may all be the jot's


def ungrounded(sentences: Sequence[Sentence], given: Grounds) -> Iterator[Finding]:
    """Findings for what is not in the jot, in the order of the note; then the denials that got lost."""
    for sentence in sentences:
        if sentence.origin not in _EXEMPT_ORIGINS:
            yield from _once(_of_sentence(sentence, given))
    yield from lost_denials(sentences, given)


def _of_sentence(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    own = [part for part in sentence.segments if is_verbatim(part, given.wording)]
    for check in _CHECKS:
        yield from (item for item in check(sentence, given) if not _is_inside(item, sentence, own))
    for tie in _TIES:
        yield from tie(sentence, given)


def _once(found: Iterator[Finding]) -> Iterator[Finding]:
    """Each thing said of a place once, whichever check saw it first."""
    said: set[tuple[str, int | None, int | None]] = set()
    for item in found:
        place = item.check, item.start, item.end
        if place not in said:
            said.add(place)
            yield item


def _is_inside(finding: Finding, sentence: Sentence, parts: Sequence[Segment]) -> bool:
    """Whether a finding points into a stretch that stands in the jot word for word."""
    start, end = (finding.start or 0) - sentence.start, (finding.end or 0) - sentence.start
    return any(part.words[0].start <= start and end <= part.words[-1].end for part in parts)
