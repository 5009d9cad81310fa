"""What is done with what was counted, where the jot names no verb: `3/9 steps` -> complete the steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from ..language import Word
from ..language.areas import common_form
from .act_words import full, is_verb, joined, manner_of, own_rules
from .measures import Measure
from .spelling import plain


def by_count(measure: Measure, before: Sequence[Word], after: Sequence[Word]) -> str:
    """No verb: what is done with what was counted, or with a thing and its particle."""
    if any(word.tag == "x" or word.lemma in ("have", "be", "get") for word in before):
        return ""  # `the plan had 9 of 10 pieces`
    if measure.kind == "level":
        return _by_tool([*before, *after])
    if measure.kind == "duration":
        return _by_clothes(measure.body[: measure.index])
    things, manner = list(after), ""
    if things and things[0].text == "of":
        things.pop(0)
    if things and things[0].lemma in own_rules("nouns") and len(things) > 1:
        return joined(own_rules("nouns")[things[0].lemma], full(things[1:]))
    if before and before[-1].lemma in own_rules("nouns") and things:
        return joined(own_rules("nouns")[before[-1].lemma], full(things), manner_of(before[:-1]))
    at = next((n for n, word in enumerate(things) if word.tag == "n"), None)
    if at is None or any(word.tag not in "ae" for word in things[:at]):
        return _by_thing(before, things)
    verb = _acts().get(common_form(things[at].lemma.lower().split()[-1]), "")
    if not verb:
        return _by_thing(before, things)
    counted, rest = things[: at + 1], [word for word in things[at + 1 :] if not is_verb(word)]
    if [word.text.lower() for word in rest] == ["in"]:
        verb, rest = "hand in", []
    manner = manner_of(rest[:1])
    rest = rest[1:] if manner or (rest and rest[0].tag in "ae" and " " not in rest[0].text) else rest
    the = "" if counted[0].tag in "ae" else "the"
    return joined(verb, the, full(counted), manner, full(rest))


def _by_tool(words: Sequence[Word]) -> str:
    """`peeler + can opener HOH`: use them; `pants up max A`: pull up the pants."""
    things = [word for word in words if word.tag in "nadc&+"]
    last = words[-1] if words else None
    if last is not None and last.text.lower() in ("up", "down") and things and things[-1].kind == "clothing":
        return joined("pull", last.text.lower(), full(things))
    used = things and all(word.kind in ("tool", "material") for word in things if word.tag == "n")
    return joined("use", full(things)) if used and len(things) == len(words) else ""


def _by_clothes(words: Sequence[Word]) -> str:
    """`jacket + boots for recess = 9 min`: put them on."""
    things = list(takewhile(lambda word: word.tag in "nadc&+", words))
    clothes = [word.kind == "clothing" for word in things if word.tag == "n"]
    return joined("put on their", plain(things)) if clothes and all(clothes) else ""


def _by_thing(before: Sequence[Word], after: Sequence[Word]) -> str:
    """`homework folder back 1 of 5 days`, `cross 0/4`, `lowercase 11/26 legible`."""
    last = before[-1] if before else None
    if last is None or any(word.tag not in "nadr" for word in before):
        return ""
    if last.text.lower() in own_rules("particles") and len(before) > 1:
        return joined(own_rules("particles")[last.text.lower()], full(before[:-1]))
    verb = _acts().get(common_form(last.lemma.lower().split()[-1]), "")
    manner = manner_of(after[:1])
    return joined(verb, full(before), manner, full(after[1:] if manner else after)) if verb else ""


@cache
def _acts() -> dict[str, str]:
    return {common_form(noun.split()[-1]): verb for verb, nouns in own_rules("acts").items() for noun in nouns}
