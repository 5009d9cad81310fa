"""The act that a jot measured, as the behaviour of a goal: `4/12 bins emptied` -> empty the bins.

Read only where the words are plain: a verb of the student's beside what was counted, or a counted noun that
data/own_goals.toml has an act for. A failure (`spilled 2/3`) or somebody else's act gives no behaviour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..language import Word
from .act_words import (
    around,
    full,
    is_thing,
    is_verb,
    joined,
    manner_of,
    own_rules,
    placed_in,
    stops,
    telling,
    timed,
    unsupported,
)
from .counted_acts import by_count
from .events import instead_of_event
from .measures import Measure, failures

_COUNTS = ("ratio", "percent", "rate", "pace", "duration", "level")
_PARTICLES = ("in", "up", "on", "off", "out", "down", "over", "away", "back")


def act_of(measure: Measure, topic: Sequence[Word] = ()) -> str:
    """The behaviour in the jot's words, shorthand spelt out; empty where they do not name one plainly.

    `topic` is the thing named before (`lunch containers, opens 1 of 4`): the object of a verb that lacks one.
    """
    if measure.kind == "events":
        return instead_of_event(measure)
    if measure.kind not in _COUNTS:
        return ""
    before, after = around(measure)
    if measure.fewer:
        return _instead(measure, before, after)
    act = _by_state(measure, before, after) or _by_verb(measure, before, after, topic)
    if act or _fails(before, after):
        return act
    return by_count(measure, before, after) or ("" if before else _by_topic(measure, after, topic))


def act_behind(words: Sequence[Word], tags: str) -> str:
    """The act that begins with a verb, read in one of these tags; empty where it is none or says nothing of what."""
    verb = next((entry for entry in words[0].entries if entry.tag in tags), None) if words else None
    if verb is None or verb.lemma in own_rules("verbs")["said"] or any(word.tag == "o" for word in words[1:2]):
        return ""
    end = next((at for at in range(1, len(words)) if stops(words, at)), len(words))
    rest = telling(unsupported(words[1:end]))
    told = any(word.tag == "n" for word in rest)
    return _act(replace(words[0], tag=verb.tag, entry=verb), rest, (), None) if told else ""


def _instead(measure: Measure, before: Sequence[Word], after: Sequence[Word]) -> str:
    """`leaves line 3 of 5 days`: stay in line; only a share of a whole can be counted the other way."""
    at = next((n for n, word in enumerate(before) if is_verb(word)), None)
    if at is None or measure.kind != "ratio" or any(word.kind == "person" for word in after):
        return ""
    return instead_of(before[at], before[at + 1 :] or _uncounted(measure, after))


def instead_of(verb: Word, behind: Sequence[Word]) -> str:
    """What should be seen in place of a failure: `bumps desks` -> move past desks without bumping."""
    things = list(takewhile(is_thing, behind))
    lemma = verb.lemma.lower()
    pairs = [f"{lemma} {word.lemma.lower()}" for word in things if word.tag == "n"]
    named = next((own_rules("instead_of")[pair] for pair in pairs if pair in own_rules("instead_of")), "")
    if named:
        return str(named)
    if not things or any(word.lemma in own_rules("verbs")["not_left"] or word.kind == "person" for word in things):
        return ""
    object_ = full(things)
    return str(own_rules("instead").get(lemma, "")).format(object=object_)


def _by_state(measure: Measure, before: Sequence[Word], after: Sequence[Word]) -> str:
    """`on task 4 of 20 minutes at math centers`; `rug 3 of 15 minutes`."""
    said = " ".join(word.text.lower() for word in before)
    untimed = own_rules("untimed")["states"]
    states = {state: act for state, act in own_rules("states").items() if timed(measure) or state in untimed}
    act = next((act for state, act in states.items() if said == state or said.endswith(f" {state}")), "")
    return joined(act, placed_in(after)) if act else ""


def _by_verb(measure: Measure, before: Sequence[Word], after: Sequence[Word], topic: Sequence[Word]) -> str:
    """A verb beside the measure, its object before or behind it."""
    acts = [n for n, word in enumerate(before) if is_verb(word)]
    if len(acts) > 1 and before[acts[-1]].lemma == "take":
        acts, before = acts[:-1], before[: acts[-1]]  # `unpack at lockers takes 12 min`
    at = acts[-1] if acts else None
    if at is not None:
        if before[at].tag in "ve" and at and before[at - 1].lemma in ("be", "get"):
            return ""  # `is asked for`, `gets it seated`: what is done to somebody or something
        left = list(before[at + 1 :])
        if len(left) == 1 and left[0].text.lower() in _PARTICLES and at and before[at - 1].tag == "n":
            return _act(before[at], left, before[:at], measure, passive=True)  # `columns lined up 8/9 problems`
        rest = _behind(before[at + 1 :], after, measure)
        counted = [word for word in after[:1] if word.tag == "n" and word.text == measure.unit and word not in rest]
        return _act(before[at], rest, before[:at] or topic or counted, measure)
    at = next((n for n, word in enumerate(after) if is_verb(word)), None)
    if at is None or (at and after[at - 1].tag == "p") or (after[0].tag != "t" and after[at].tag not in "ve"):
        return ""
    if after[0].tag == "t":
        return _act(after[at], list(after[at + 1 :]), (), measure)
    return _act(after[at], list(after[at + 1 :]), [*before, *after[:at]], measure, passive=True)


def _behind(rest: Sequence[Word], after: Sequence[Word], measure: Measure) -> list[Word]:
    """What follows the verb, without the occasion that was counted: `asked a question back 1 of 8 exchanges`."""
    leads = bool(rest) and rest[-1].tag == "p" and (len(rest) == 1 or rest[-2].tag == "p")
    if leads and not (after and after[0].tag in "na"):
        rest = rest[:-1]  # `sat in 0 of 4`
    elif rest and not leads:
        after = _uncounted(measure, after)
    return [*rest, *after]


def _act(
    verb: Word, rest: list[Word], things: Sequence[Word], measure: Measure | None, *, passive: bool = False
) -> str:
    """The verb with its particle, its object and what follows; `things` are what an object may be taken from."""
    lemma = own_rules("verbs")["said"].get(verb.lemma.lower(), verb.lemma.lower())
    if not _is_act(verb, lemma) or any(word.tag == "N" for word in (*rest, *things)):
        return ""
    particle = ""
    if rest and rest[0].text.lower() in _PARTICLES and (rest[0].tag == "r" or (passive and len(rest) == 1)):
        particle = rest.pop(0).text.lower()
    lacks = passive or not rest or rest[0].tag in "par"
    object_ = _object(verb, things, measure, passive) if lacks else ""
    if lacks and not object_ and (passive or (_takes_object(verb) and lemma not in own_rules("verbs")["bare"])):
        return ""
    rest = [word for word in rest if word.quantity is None or measure is None or not word.quantity.value[:1].isdigit()]
    manner = manner_of([*rest[:1], *rest[-1:]])  # `plots points right`
    rest = [word for word in rest if not manner_of([word])] if manner else rest
    tail = _tail(rest, measure)
    if _is_away(lemma, tail) or _is_of_body(lemma, rest):
        return ""
    if lemma == "stay" and not tail and measure is not None and any(word.text == "through" for word in measure.body):
        return "stay to the end"
    bare = not particle and not object_ and (not tail or tail.startswith("after "))
    lemma = own_rules("verbs")["bare"].get(lemma, "") if bare else lemma
    return joined(lemma, particle, object_, manner, tail) if lemma else ""


def _object(verb: Word, things: Sequence[Word], measure: Measure | None, passive: bool) -> str:
    """What the verb is done to: the counted things, or the thing named before."""
    if not passive and measure is not None and _own_unit(measure):
        return f"the {_own_unit(measure)}"
    kinds = own_rules("verbs")["objects"]
    nouns = [word for word in things if passive or word.tag != "n" or word.kind in kinds or not word.kind]
    if any(word.kind == "person" for word in nouns):
        return ""
    plain = bool(nouns) and any(word.tag == "n" for word in nouns) and all(word.tag in "ndaeqcp/&" for word in nouns)
    transitive = verb.entry is not None and bool(verb.entry.object & {"obj", "both"})
    return full(nouns) if plain and (passive or transitive) else ""


def _tail(rest: Sequence[Word], measure: Measure | None) -> str:
    """What follows the verb; without a word that led to something left out."""
    kept = list(rest)
    while kept and kept[-1].tag in "ps" and kept[-1].text.lower() not in _PARTICLES:
        kept.pop()
    return placed_in(kept) if timed(measure) else full(kept)


def _is_act(verb: Word, lemma: str) -> bool:
    """Whether a goal may ask for it: the student's own act, and no failure."""
    named = own_rules("verbs")
    said = lemma != verb.lemma.lower()
    own = said or verb.entry is None or verb.entry.actor in ("", "student", "either")
    return own and lemma not in failures() and lemma not in named["empty"]


def _takes_object(verb: Word) -> bool:
    """`opens`, `plots`: says nothing without what."""
    return verb.entry is not None and "obj" in verb.entry.object and not verb.entry.object & {"none", "both"}


def _own_unit(measure: Measure) -> str:
    """`plots 3/10 points`: the things, where the measure itself holds them."""
    _, *unit = measure.value.split()
    thing = measure.kind == "ratio" and bool(unit) and unit[0] in own_rules("verbs")["things"]
    return f"{unit[0]}s" if thing else ""


def _is_of_body(lemma: str, rest: Sequence[Word]) -> bool:
    """`claw hand`: a posture of the hand and no act at school."""
    nouns = [word for word in rest if word.tag == "n"]
    return bool(nouns) and all(word.kind == "body" for word in nouns) and lemma not in own_rules("body")["verbs"]


def _is_away(lemma: str, tail: str) -> bool:
    """`sat on sidewalk 25 min`: more of it is no goal."""
    return lemma in own_rules("verbs")["longer"] and any(
        word in own_rules("away")["words"] for word in tail.lower().split()
    )


def _fails(before: Sequence[Word], after: Sequence[Word]) -> bool:
    return any(is_verb(word) and word.lemma.lower() in failures() for word in (*before, *after))


def _uncounted(measure: Measure, after: Sequence[Word]) -> list[Word]:
    """`asked a question back 1 of 8 exchanges`: what was counted is the occasion, not the object."""
    counted = after and after[0].tag == "n" and after[0].text == measure.unit
    return list(after[1:] if counted else after)


def _by_topic(measure: Measure, after: Sequence[Word], topic: Sequence[Word]) -> str:
    """`can't button, 0/3 on own smock`: the verb stands before."""
    behind = next((n + 1 for n, word in enumerate(topic[:-1]) if word.tag in "mN"), None)
    if behind is None or not after or after[0].text.split()[0] != "on":
        return ""
    verb = next((entry for entry in topic[behind].entries if entry.tag == "b"), None)
    return _act(replace(topic[behind], tag="b", entry=verb), list(after[1:]), (), measure) if verb is not None else ""
