"""A message that fits no request -> what it may have meant, as messages to choose from. Nothing is done unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..language.tables import rules
from .means import Draft
from .messages import pattern
from .splicing import of_role


def suggestions(message: str, draft: Draft, works: Callable[[str], bool]) -> tuple[str, ...]:
    """At most a few messages, each of which `works` says would change this draft."""
    wanted = dict.fromkeys([*_named(message, draft), *_ruled(message)])
    found = (candidate for candidate in wanted if works(candidate))
    return tuple(candidate for candidate, _ in zip(found, range(rules("edits")["suggest"]["most"]), strict=False))


def _ruled(message: str) -> Iterator[str]:
    for rule in rules("edits")["suggest"]["rule"]:
        match = pattern(rf"(?<!\w)(?:{rule['pattern']})").search(message)
        if match:
            yield _filled(rule["message"], match)


def _filled(message: str, match: re.Match[str]) -> str:
    """The message with what the pattern took from the therapist's; a group that took nothing leaves no gap."""
    said = {re.sub(r"\d+$", "", name): value for name, value in match.groupdict().items() if value}
    return " ".join(re.sub(r"\{(\w+)\}", lambda slot: said.get(slot[1], ""), message).split())


_JOINT = re.compile(r",|\b(?:and|with|using|given|or)\b")
_REFUSED = re.compile(r"\b(?:out|off|not|no|without|lost|stop\w*|leave|remove|drop|cut|go|gone|skip|\w+n'?t)\b", re.I)
_PLACE = re.compile(r"^(?:an?|the|his|her|their|\d+)\s+|\s+(?:at|in|on|during|for|when|while)\s.*$", re.I)


def _named(message: str, draft: Draft) -> Iterator[str]:
    """`take out the headphones`, where the message speaks of a support of the draft as unwanted."""
    if not _REFUSED.search(message):
        return
    for clause in (*of_role(draft, "condition"), *of_role(draft, "objective")):
        for piece in _JOINT.split(clause.text.rstrip(".")):
            thing = _PLACE.sub("", piece.strip())
            if thing and re.search(rf"(?<!\w){re.escape(thing)}(?!\w)", message, re.I):
                yield f"take out the {thing}"
