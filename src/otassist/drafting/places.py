"""Settings with their preposition: a room is a place to be in, a routine or subject a time to be during."""

from __future__ import annotations

from functools import cache

from ..domain import Fact
from ..language.tables import rules, table


@cache
def _settings() -> dict[str, str]:
    """Each setting's name, with and without its article -> setting, subject or routine."""
    kinds = {row["long"]: row["kind"] for row in table("settings")}
    return {name.removeprefix("the "): kind for name, kind in kinds.items()} | kinds


_BESIDE = frozenset(rules("grammar")["places_beside"])
_OPEN = frozenset(rules("grammar")["open_places"])


def placed(place: str) -> str:
    """`in the cafeteria`, `during ELA`."""
    if _settings().get(place) == "setting":
        bare = place.removeprefix("the ")
        at = bare.split()[-1] in _BESIDE
        return f"{'on' if bare in _OPEN else 'at' if at else 'in'} the {bare}"
    return f"during {place}"


@cache
def _names() -> dict[str, str]:
    return {row["term"]: row["long"] for row in table("settings")}


def name_of(fact: Fact) -> str:
    """The setting a fact names, as a note prints it."""
    return _names().get(fact.text.lower(), fact.value)
