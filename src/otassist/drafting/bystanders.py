"""Whether somebody else than the student was the last to act or speak before a statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain import Observation
from ..language import Word, within

Others = Mapping[str, bool]
"""Statement id -> whether somebody else than the student was the last to act or speak before it."""


def others_acting(observation: Observation, words: Sequence[Word]) -> Others:
    """Who acts, paragraph by paragraph."""
    found: dict[str, bool] = {}
    others, end = False, 0
    for statement in observation.statements:
        body = within(words, statement.start, statement.end)
        if statement.role == "instruction":
            continue
        if any(word.source == "\n" for word in within(words, end, statement.start)):
            others = False
        found[statement.id] = others
        end = statement.end
        subject = _subject(body, observation.pronoun)
        if subject is not None:
            others = subject != "student"
        elif statement.said_by not in (None, "student") and not any(word.tag == "Q" for word in body):
            others = True
    return found


def _subject(body: Sequence[Word], pronoun: str | None) -> str | None:
    """The role of the person in front of the first verb; None where nobody is named."""
    verb = next((index for index, word in enumerate(body) if word.tag in "vzxm"), len(body))
    if 0 < verb < len(body) and body[verb - 1].text.lower() in ("he", "she"):
        return "student" if body[verb - 1].text.lower() == pronoun else "other"
    people = [word for word in body[:verb] if word.kind == "person" and word.entry is not None]
    if verb == len(body) and len(people) < len([word for word in body if word.tag == "n"]):
        return None  # `pretend play w/ 2 peers`: names more than a person
    return people[0].entry.actor or "other" if people and people[0].entry else None
