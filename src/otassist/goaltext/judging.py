"""What kind of act a goal asks for, and what rescues one that cannot be seen."""

from __future__ import annotations

import re
from dataclasses import replace

from .actors import Act
from .cues import pattern, words
from .page import TAKEN
from .second_acts import later_act
from .verbs import base, deed_of, gerund, is_measured_change


def judged(found: Act, written: str, phrase: str) -> Act:
    """The act with what kind it is; `written` is all from the verb on, `phrase` has other parts struck out."""
    if found.verb == "":
        return found
    if found.deed == "non_act":
        rescue = rescued(phrase)
        return replace(found, deed="non_act") if not rescue else replace(found, deed="observable")
    deed = deed_of(written)
    if deed == "change" and is_measured_change(phrase):
        deed = "observable"
    if deed == "unobservable" and found.verb in words("acts", "trying") and (later := later_act(phrase)):
        return replace(found, start=found.start + later, deed=deed_of(phrase[later:]))
    if deed == "unobservable" and _with_a_partner(phrase):
        deed = "observable"
    if deed in ("unobservable", "change") and (listed := _listed(phrase)):
        return replace(
            found, start=found.start + listed, deed="observable", verb=phrase[listed:].split()[0].strip(",.").lower()
        )
    if deed not in ("observable", "vague", "service") and rescued(phrase):
        deed = "observable"
    return replace(found, deed=deed)


def _with_a_partner(phrase: str) -> bool:
    """`recall and write 3 facts`: the second verb of a pair shows the first."""
    pair = phrase.lower().split()[:3]
    return pair[1:2] == ["and"] and base(pair[-1]) == pair[-1] and deed_of(phrase.split(" ", 2)[-1]) == "observable"


_COLON = re.compile(r":\s*(?=(?P<verb>[a-z-]+)\b)", re.IGNORECASE)


def _listed(phrase: str) -> int | None:
    """`improve self help: zip, button, tie`: where the acts behind a colon begin."""
    match = _COLON.search(phrase)
    verb = match["verb"].lower() if match else ""
    if not match or base(verb) != verb or deed_of(phrase[match.end() :]) != "observable":
        return None
    return match.end()


_BY = pattern("acts", "by")
_ABILITY = re.compile(r"\b(?:ability|abilities) to\s+(?:\w+ly\s+)?(?P<verb>[a-z-]+)", re.IGNORECASE)


def rescued(phrase: str) -> int | None:
    """Where the act begins that shows what cannot be seen itself: `by pointing to`, `ability to copy`."""
    for shows in (_BY, _ABILITY):
        for match in shows.finditer(phrase):
            verb = gerund(match["verb"]) or base(match["verb"])
            if verb and deed_of(phrase[match.start("verb") :].replace(TAKEN, " ")) in ("observable", "vague"):
                return match.start("verb")
    return None
