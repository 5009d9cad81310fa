"""The act that a jot measured, as the behaviour of a goal: `4/12 bins emptied` -> empty the bins.

Read only where the words are plain: a verb of the student's beside what was counted, or a counted noun that
data/own_goals.toml has an act for. A failure (`spilled 2/3`) or somebody else's act gives no behaviour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import dropwhile, takewhile
from typing import Any

from ..language import Word
from ..language.areas import common_form
from ..language.lexicon import lexicon
from ..language.tables import rules
from ..language.word import retag
from .chunks import chunked
from .measures import Measure, failures
from .phrasing import phrase
from .spelling import Voice

_COUNTS = ("ratio", "percent", "rate", "pace", "duration", "level")
_WITHIN = ("in", "of", "from", "by")
_PARTICLES = ("in", "up", "on", "off", "out", "down", "over", "away", "back")


def act_of(measure: Measure, topic: Sequence[Word] = ()) -> str:
    """The behaviour in the jot's words, shorthand spelt out; empty where they do not name one plainly.

    `topic` is the thing named before (`lunch containers, opens 1 of 4`): the object of a verb that lacks one.
    """
    if measure.kind not in _COUNTS:
        return ""
    before, after = _around(measure)
    if measure.fewer:
        return _instead(measure, before, after)
    act = _by_state(measure, before, after) or _by_verb(measure, before, after, topic)
    if act or _fails(before, after):
        return act
    return _by_count(measure, before, after) or ("" if before else _by_topic(measure, after, topic))


def act_behind(words: Sequence[Word], tags: str) -> str:
    """The act that begins with a verb, read in one of these tags; empty where it is none or says nothing of what."""
    verb = next((entry for entry in words[0].entries if entry.tag in tags), None) if words else None
    if verb is None or verb.lemma in _data("verbs")["said"] or any(word.tag == "o" for word in words[1:2]):
        return ""
    end = next((at for at in range(1, len(words)) if _stops(words, at)), len(words))
    rest = _telling(_unsupported(words[1:end]))
    told = any(word.tag == "n" for word in rest)
    return _act(replace(words[0], tag=verb.tag, entry=verb), rest, (), None) if told else ""


def _data(name: str) -> Any:
    return rules("own_goals")[name]


def _around(measure: Measure) -> tuple[list[Word], list[Word]]:
    """The words before and behind the measured one that belong to it, up to the next mark or clause."""
    body, index = _opened(measure.body, measure.index)
    begin = next((at + 1 for at in range(index - 1, -1, -1) if _stops(body, at)), 0)
    end = next((at for at in range(index + 1, len(body)) if _stops(body, at)), len(body))
    before, after = _unsupported(body[begin:index]), _unsupported(body[index + 1 : end])
    if measure.kind == "duration" and before and before[-1].tag == "p":
        before.pop()  # `starts within 8 minutes of directions`
    after = list(dropwhile(lambda word: word.tag == "c", after))
    return _telling(_verb_first(before)), _telling(_beyond_whole(after))


def _opened(body: Sequence[Word], index: int) -> tuple[list[Word], int]:
    """`skips items on worksheets (missed 7/20)`: what a short parenthesis measures stands before it."""
    opens = next((at for at in range(index - 1, max(-1, index - 3), -1) if body[at].tag == "("), 0)
    return ([*body[:opens], *body[index:]], opens) if opens else (list(body), index)


def _stops(body: Sequence[Word], at: int) -> bool:
    word, after = body[at], body[at + 1] if at + 1 < len(body) else None
    clause = word.tag == "s" and after is not None and after.tag in "oxm"
    return word.tag in ",;:()>=/~-+*" or clause or word.text.lower() in _data("drop")["stops"]


def _verb_first(before: list[Word]) -> list[Word]:
    """`snips 2 of 10 strips`: a form that is a noun and a verb stands as a verb right in front of a count."""
    if len(before) == 1 and before[0].tag == "n" and any(entry.tag == "z" for entry in before[0].entries):
        return [retag(before[0], "z")]
    first = before[0] if before else None
    if first is not None and first.tag == "n" and first.text.endswith("ing"):  # `copying from board 9 words`
        verb = next((entry for entry in lexicon().lookup(first.text) if entry.tag == "g"), None)
        return [replace(first, tag="g", entry=verb), *before[1:]] if verb is not None else before
    return before


def _unsupported(words: Sequence[Word]) -> list[Word]:
    """Without `with min vc`, `without a prompt`: how it was supported is a condition, up to the next preposition."""
    kept, inside = [], False
    for word in words:
        if word.tag == "p" or _is_verb(word):
            inside = word.text.lower() in ("with", "without") or (inside and word.text.lower() in _WITHIN)
        if not inside and word.tag not in "ACI":
            kept.append(word)
    return kept


def _beyond_whole(after: list[Word]) -> list[Word]:
    """What follows `of a 45 minute`, `of 20`, `in 10 minutes`: the whole is part of the measure."""
    at = next((n for n, word in enumerate(after[:5]) if word.quantity is not None), None)
    if at is None:
        return after
    first = at - 1 if at and after[at - 1].tag == "d" else at
    linked = first and after[first - 1].text in ("of", "in", "per")
    return after[: first - 1] + after[at + 1 :] if linked else after


def _telling(words: Sequence[Word]) -> list[Word]:
    """Without hedges and without when it was measured."""
    drop = _data("drop")
    kept = [word for word in words if word.text.lower() not in drop["words"] and word.tag not in "oAu"]
    for at in reversed([n for n, word in enumerate(kept) if word.lemma.lower() in drop["times"]]):
        first = at
        while first and kept[first - 1].text.lower() in drop["before"]:
            first -= 1
        del kept[first : at + 1]
    return kept


def _instead(measure: Measure, before: Sequence[Word], after: Sequence[Word]) -> str:
    """`leaves line 3 of 5 days`: stay in line; only a share of a whole can be counted the other way."""
    at = next((n for n, word in enumerate(before) if _is_verb(word)), None)
    if at is None or measure.kind != "ratio" or any(word.kind == "person" for word in after):
        return ""
    return instead_of(before[at], before[at + 1 :] or _uncounted(measure, after))


def instead_of(verb: Word, behind: Sequence[Word]) -> str:
    """What should be seen in place of a failure: `bumps desks` -> move past desks without bumping."""
    things = list(takewhile(_is_thing, behind))
    if not things or any(word.lemma in _data("verbs")["not_left"] or word.kind == "person" for word in things):
        return ""
    lemma, object_ = verb.lemma.lower(), _spelt(things)
    plain = [word.text.lower() for word in things if word.tag == "n"]
    named = next(
        (_data("instead_of")[f"{lemma} {word}"] for word in plain if f"{lemma} {word}" in _data("instead_of")), ""
    )
    return named or str(_data("instead").get(lemma, "")).format(object=object_)


def _is_thing(word: Word) -> bool:
    return word.tag in "nda"


def _by_state(measure: Measure, before: Sequence[Word], after: Sequence[Word]) -> str:
    """`on task 4 of 20 minutes at math centers`; `rug 3 of 15 minutes`."""
    if not timed(measure):
        return ""
    said = " ".join(word.text.lower() for word in before)
    act = next((act for state, act in _data("states").items() if said == state or said.endswith(f" {state}")), "")
    return _joined(act, _placed(after)) if act else ""


def timed(measure: Measure | None) -> bool:
    """Whether minutes were measured."""
    return measure is not None and any(unit in measure.value for unit in ("minute", "second", "hour"))


def _placed(words: Sequence[Word]) -> str:
    """`independent work` behind a state is when it is."""
    if words and words[0].text == "of":
        return f"after {_spelt(words[1:])}"
    text = _spelt(words)
    if not text or words[0].tag not in "nad":
        return text
    single = words[-1].entry is not None and words[-1].entry.number == "count" and words[0].tag != "d"
    return f"during the {text}" if single and not re.match(r"(?:a|the|their) ", text) else f"during {text}"


def _by_verb(measure: Measure, before: Sequence[Word], after: Sequence[Word], topic: Sequence[Word]) -> str:
    """A verb beside the measure, its object before or behind it."""
    acts = [n for n, word in enumerate(before) if _is_verb(word)]
    if len(acts) > 1 and before[acts[-1]].lemma == "take":
        acts, before = acts[:-1], before[: acts[-1]]  # `unpack at lockers takes 12 min`
    at = acts[-1] if acts else None
    if at is not None:
        if before[at].tag in "ve" and at and before[at - 1].lemma in ("be", "get"):
            return ""  # `is asked for`, `gets it seated`: what is done to somebody or something
        rest = _behind(before[at + 1 :], after, measure)
        counted = [word for word in after[:1] if word.tag == "n" and word.text == measure.unit and word not in rest]
        return _act(before[at], rest, before[:at] or topic or counted, measure)
    at = next((n for n, word in enumerate(after) if _is_verb(word)), None)
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
    lemma = _data("verbs")["said"].get(verb.lemma.lower(), verb.lemma.lower())
    if not _is_act(verb, lemma) or any(word.tag == "N" for word in (*rest, *things)):
        return ""
    particle = ""
    if rest and rest[0].text.lower() in _PARTICLES and (rest[0].tag == "r" or (passive and len(rest) == 1)):
        particle = rest.pop(0).text.lower()
    lacks = passive or not rest or rest[0].tag in "par"
    object_ = _object(verb, things, measure, passive) if lacks else ""
    if lacks and not object_ and (passive or (_takes_object(verb) and lemma not in _data("verbs")["bare"])):
        return ""
    manner = _manner(rest[:1])
    tail = _tail(rest[1:] if manner else rest, measure)
    if _is_away(lemma, tail):
        return ""
    bare = not particle and not object_ and (not tail or tail.startswith("after "))
    lemma = _data("verbs")["bare"].get(lemma, "") if bare else lemma
    return _joined(lemma, particle, object_, manner, tail) if lemma else ""


def _object(verb: Word, things: Sequence[Word], measure: Measure | None, passive: bool) -> str:
    """What the verb is done to: the counted things, or the thing named before."""
    if not passive and measure is not None and _own_unit(measure):
        return f"the {_own_unit(measure)}"
    kinds = _data("verbs")["objects"]
    nouns = [word for word in things if passive or word.tag != "n" or word.kind in kinds or not word.kind]
    if any(word.kind == "person" for word in nouns):
        return ""
    plain = bool(nouns) and any(word.tag == "n" for word in nouns) and all(word.tag in "ndaeqcp/&" for word in nouns)
    transitive = verb.entry is not None and bool(verb.entry.object & {"obj", "both"})
    return _spelt(nouns) if plain and (passive or transitive) else ""


def _tail(rest: Sequence[Word], measure: Measure | None) -> str:
    if timed(measure):
        return _placed(rest)
    return _spelt(rest)


def _is_verb(word: Word) -> bool:
    return word.tag in "vzbeg" and word.quantity is None


def _is_act(verb: Word, lemma: str) -> bool:
    """Whether a goal may ask for it: the student's own act, and no failure."""
    named = _data("verbs")
    said = lemma != verb.lemma.lower()
    own = said or verb.entry is None or verb.entry.actor in ("", "student", "either")
    return own and lemma not in failures() and lemma not in named["empty"]


def _takes_object(verb: Word) -> bool:
    """`opens`, `plots`: says nothing without what."""
    return verb.entry is not None and "obj" in verb.entry.object and not verb.entry.object & {"none", "both"}


def _own_unit(measure: Measure) -> str:
    """`plots 3/10 points`: the things, where the measure itself holds them."""
    _, *unit = measure.value.split()
    thing = measure.kind == "ratio" and bool(unit) and unit[0] in _data("verbs")["things"]
    return f"{unit[0]}s" if thing else ""


def _is_away(lemma: str, tail: str) -> bool:
    """`sat on sidewalk 25 min`: more of it is no goal."""
    return lemma in _data("verbs")["longer"] and any(word in _data("away")["words"] for word in tail.lower().split())


def _fails(before: Sequence[Word], after: Sequence[Word]) -> bool:
    return any(_is_verb(word) and word.lemma.lower() in failures() for word in (*before, *after))


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


def _by_count(measure: Measure, before: Sequence[Word], after: Sequence[Word]) -> str:
    """No verb: what is done with what was counted, or with a thing and its particle."""
    if measure.kind == "level":
        return _by_tool([*before, *after])
    if measure.kind == "duration":
        return ""
    things, manner = list(after), ""
    if things and things[0].text == "of":
        things.pop(0)
    if things and things[0].lemma in _data("nouns") and len(things) > 1:
        return _joined(_data("nouns")[things[0].lemma], _spelt(things[1:]))
    if before and before[-1].lemma in _data("nouns") and things:
        return _joined(_data("nouns")[before[-1].lemma], _spelt(things), _manner(before[:-1]))
    at = next((n for n, word in enumerate(things) if word.tag == "n"), None)
    if at is None or any(word.tag not in "ae" for word in things[:at]):
        return _by_thing(before, things)
    verb = _acts().get(common_form(things[at].lemma.lower().split()[-1]), "")
    if not verb:
        return _by_thing(before, things)
    counted, rest = things[: at + 1], [word for word in things[at + 1 :] if not _is_verb(word)]
    if [word.text.lower() for word in rest] == ["in"]:
        verb, rest = "hand in", []
    manner = _manner(rest[:1])
    rest = rest[1:] if manner or (rest and rest[0].tag in "ae" and " " not in rest[0].text) else rest
    the = "" if counted[0].tag in "ae" else "the"
    return _joined(verb, the, _spelt(counted), manner, _spelt(rest))


def _by_tool(words: Sequence[Word]) -> str:
    """`peeler + can opener HOH`: use them; `pants up max A`: pull up the pants."""
    things = [word for word in words if word.tag in "nadc&+"]
    last = words[-1] if words else None
    if last is not None and last.text.lower() in ("up", "down") and things and things[-1].kind == "clothing":
        return _joined("pull", last.text.lower(), _spelt(things))
    used = things and all(word.kind in ("tool", "material") for word in things if word.tag == "n")
    return _joined("use", _spelt(things)) if used and len(things) == len(words) else ""


def _by_thing(before: Sequence[Word], after: Sequence[Word]) -> str:
    """`homework folder back 1 of 5 days`, `cross 0/4`, `lowercase 11/26 legible`."""
    last = before[-1] if before else None
    if last is None or any(word.tag not in "nadr" for word in before):
        return ""
    if last.text.lower() in _data("particles") and len(before) > 1:
        return _joined(_data("particles")[last.text.lower()], _spelt(before[:-1]))
    verb = _acts().get(common_form(last.lemma.lower().split()[-1]), "")
    manner = _manner(after[:1])
    return _joined(verb, _spelt(before), manner, _spelt(after[1:] if manner else after)) if verb else ""


@cache
def _acts() -> dict[str, str]:
    return {common_form(noun.split()[-1]): verb for verb, nouns in _data("acts").items() for noun in nouns}


def _manner(words: Sequence[Word]) -> str:
    return next((_data("manner")[word.text.lower()] for word in words if word.text.lower() in _data("manner")), "")


def _spelt(words: Sequence[Word]) -> str:
    """Phrases with the articles they need."""
    return phrase(chunked(list(words)), Voice()) if words else ""


def _joined(*parts: str) -> str:
    text = re.sub(r"\s+", " ", " ".join(part for part in parts if part)).strip()
    return re.sub(r"\b(the|their|a) (?:the|their|a|own) ", r"\1 ", text)
