"""Which acts of the school day a jot names as its needs, the main one first.

Sentences are read in order, without what they praise; of the acts that a sentence names the one named by most words
and first is taken. Weights were set by eye on jots of earlier rounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain import Observation, Statement
from ..language import Word, within, words_of
from ..language.tables import rules
from .cautions import Cautions
from .concerns import eligible
from .focus import kinds_of, need
from .meanings import Nearness
from .needs import is_help, is_praise, is_result, is_set_aside, is_troubled
from .recognising import Recognised, Recogniser
from .recording import spelt_out
from .school_acts import Match, SchoolAct, matches, touched
from .units import Unit, units

MOST = 2
"""Goals on named acts: a jot's third need is left to the therapist."""


@dataclass(frozen=True, slots=True)
class Named:
    """An act with the statements of the sentence that names it."""

    act: SchoolAct
    told: tuple[Statement, ...]
    points: float  # how plainly it is named
    own: str = ""  # the statement that names it by itself, if one does
    guessed: bool = False  # whether no word names it, and only its meaning is near
    apart: bool = False  # whether it took two sentences to name it
    back: float = 0.0  # how far it stands back behind what the jot says before

    @property
    def rank(self) -> float:
        """How likely it is the jot's main need."""
        return self.points - self.back


def named_acts(observation: Observation, recognise: Recogniser) -> tuple[Named, ...]:
    """The acts the jot names as needs, at most two; empty where it names none or says that school sees no problem."""
    if re.search(rules("named_acts")["denied"]["wholly"], observation.jot, re.IGNORECASE):
        return ()
    told = [unit for unit in units(observation, eligible(observation), words_of(observation.jot)) if unit]
    told = _with_topics([unit for unit in told if not is_set_aside(observation, unit) or _is_ours(observation, unit)])
    read = _read(observation, told, recognise)
    found = sorted(_found(observation, told, read), key=lambda item: -item.rank)
    main = found[0] if found else None
    if main is None:
        return ()
    main = _with_more(main, found)
    second = next((_with_more(item, found) for item in found if _is_another(observation, item, main)), None)
    chosen = [main] if second is None else [main, second]
    return tuple(sorted(chosen, key=lambda item: item.told[0].start))


def _with_more(item: Named, found: Sequence[Named]) -> Named:
    """The act with the statements of every sentence that names it: one may name the trouble, another hold the count."""
    told = {
        each.id: each
        for other in found
        if other.act == item.act and (item.apart or not other.apart)
        for each in other.told
    }
    return replace(item, told=tuple(sorted(told.values(), key=lambda each: each.start)))


def _with_topics(told: Sequence[Unit]) -> list[Unit]:
    """The sentences, each with a word or two that stand before it as its topic: `mwc. self props 60 ft`."""
    found: list[Unit] = []
    topic: Unit = ()
    for unit in told:
        words = [word for item in unit for word in item.body]
        if len(words) <= _TOPIC and not any(map(_is_measure, words)) and not topic:
            topic = unit
            continue
        found.append((*topic, *unit))
        topic = ()
    return [*found, topic] if topic else found


_TOPIC = 2
"""Words that stand alone as the topic of what follows."""


def denies_school(observation: Observation) -> bool:
    """Whether the jot measures the body and says that school sees no problem."""
    clinic = any(item.kind == "clinic" for item in observation.notices)
    return clinic and re.search(rules("named_acts")["denied"]["pattern"], observation.jot, re.IGNORECASE) is not None


def _is_ours(observation: Observation, unit: Unit) -> bool:
    """Whether a sentence that asks for another's matter holds a statement of its own that is measured."""
    scope = observation.out_of_scope
    if scope is None:
        return False
    return any(
        _measured(observation, item.statement)
        and not (scope.start < item.statement.end and item.statement.start < scope.end)
        for item in unit
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What a jot is like: how likely each statement tells of a need, and which acts each sentence is near to."""

    likely: Mapping[str, float]
    sentences: Mapping[str, Recognised]  # by each of its statements
    whole: Recognised

    def nearness(self, told: Sequence[Statement]) -> Nearness:
        """How near the sentences of the statements are to the acts in meaning, with the jot as a whole."""
        each = {id(read): read for item in told if (read := self.sentences.get(item.id)) is not None}
        return Nearness([*each.values()], self.whole)


def _read(observation: Observation, units_told: Sequence[Unit], recognise: Recogniser) -> _Read:
    told = [item.statement for unit in units_told for item in unit]
    kinds = kinds_of(observation, told)
    seen = recognise([item.text for item in told])
    likely = {
        item.id: need(observation, item, kinds.get(item.id, ""), like) for item, like in zip(told, seen, strict=True)
    }
    texts = [observation.jot[unit[0].statement.start : unit[-1].statement.end] for unit in units_told]
    *each, whole = recognise([*texts, observation.jot])
    sentences = {item.statement.id: read for unit, read in zip(units_told, each, strict=True) for item in unit}
    return _Read(likely, sentences, whole)


def _found(observation: Observation, told: Sequence[Unit], read: _Read) -> Iterator[Named]:
    """The acts of each sentence, of each with the one behind it, and where none names any, of all together."""
    cautions = Cautions(observation.jot)
    kept = [[item.statement for item in unit if not _is_well(observation, item.statement)] for unit in told]
    last: float = 0.0
    any_found = False
    for place, unit in enumerate(told):
        last = _LATER * place + _ALSO * _opens_another(observation, unit)
        alone = _of_sentence(observation, kept[place], read, cautions)
        bare = _bare_behind(observation, told, kept, place)
        for named in alone:
            any_found = True
            yield replace(named, told=(*named.told, *bare), back=last)
        if place + 1 < len(told) and not _opens_another(observation, told[place + 1]):
            known = {named.act.act for named in alone}
            for named in _of_sentence(observation, kept[place] + kept[place + 1], read, cautions):
                if named.act.act not in known:
                    any_found = True
                    yield replace(named, points=named.points - _APART, apart=True, back=last)
    if not any_found and len(told) > 2:
        yield from _of_sentence(observation, [item for each in kept for item in each], read, cautions)


_LATER, _ALSO, _APART = 0.35, 1.0, 0.4
"""What an act loses for each sentence before its own, where its sentence says that it is another matter, and where it
takes two sentences to name it."""


def _bare_behind(
    observation: Observation, told: Sequence[Unit], kept: Sequence[Sequence[Statement]], place: int
) -> tuple[Statement, ...]:
    """A sentence behind that is nothing but a count, or goes on with it: `flips board when he loses. 3/3 sessions`."""
    if place + 1 >= len(told):
        return ()
    behind = tuple(kept[place + 1])
    words = [word for item in behind for word in _words(words_of(observation.jot), item)]
    occasions = {*rules("own_goals")["occasions"]["words"], "period", "game", "class", "lesson", "group"}
    plain = all(
        word.quantity is not None or word.tag in "pdc,;:-()/" or word.lemma.lower() in occasions for word in words
    )
    opens = bool(words) and (words[0].tag in "zvg" or any(_is_share(word) for word in words))
    goes_on = opens and not matches(_text(observation, behind)) and not _opens_another(observation, told[place + 1])
    return behind if words and (plain or goes_on) and any(map(_is_measure, words)) else ()


def _of_sentence(observation: Observation, told: Sequence[Statement], read: _Read, cautions: Cautions) -> list[Named]:
    """Each act the statements name together, with its points."""
    if not told:
        return []
    best = max(read.likely.get(item.id, 0.0) for item in told)
    measured = any(_measured(observation, item) for item in told)
    if best < _NEED and not measured and not any(_is_trouble(observation, item) for item in told):
        return []
    near = read.nearness(told)
    named = {match.act.act: match for match in matches(_text(observation, told))}
    found = [
        Named(
            match.act,
            tuple(told),
            _points(observation, match, told) + _MEANT * near.of(match.act),
            _own_statement(observation, match, told),
        )
        for match in named.values()
    ]
    alike = near.first
    if alike is not None and alike.act not in named:
        found.append(Named(alike, tuple(told), _ALIKE + _MEASURED * measured, guessed=True))
    return [
        replace(item, points=item.points + _LIKELY * best)
        for item in found
        if not cautions.unsafe(item.act.act) and not _is_anothers(observation, item.act, measured=measured)
    ]


_MEANT, _ALIKE = 4.0, 1.2
"""What is lost for each point of cosine that another need is nearer, and the points of an act that no word names but
that the nearest jotted needs are about."""


def _is_anothers(observation: Observation, act: SchoolAct, *, measured: bool) -> bool:
    """Whether a request for somebody else is about the act itself: hitting, where a behaviour plan is asked for."""
    scope = observation.out_of_scope
    if scope is None:
        return False
    named = (row for row in rules("named_acts")["scope"] if row["refer"] in scope.refer_to)
    areas = (row for row in rules("concerns")["outside"] if row["refer"] in scope.refer_to)
    return any(act.act in row["acts"] for row in named) or (
        not measured and any(act.area in row["areas"] for row in areas)
    )


_NEED, _LIKELY = 0.2, 0.6
"""How likely a statement has to tell of a need, where it neither measures nor names trouble; and what that weighs."""


def _points(observation: Observation, match: Match, told: Sequence[Statement]) -> float:
    """More for more words, and for an act that one statement names by itself, the first rather than a later one."""
    own = [touched(_text(observation, [item]), match.act) for item in told]
    whole = next((at for at, groups in enumerate(own) if groups == match.groups), None)
    first = whole if whole is not None else next((at for at, groups in enumerate(own) if groups), 0)
    measured = whole is not None and _measured(observation, told[whole])
    asked = observation.context.area == match.act.area
    return (
        _NAMED
        + _SURE * match.sure
        + _WORD * (match.words + abs(match.groups - _USUAL))
        + _WHOLE * (whole is not None)
        + _MEASURED * measured
        + asked
        - _AFTER * first
        - _PLACE * min(1.0, 2 * match.place)  # the text stands twice, as jotted and spelt out
    )


_NAMED, _SURE, _WORD, _USUAL, _WHOLE, _MEASURED, _AFTER, _PLACE = 2.0, 0.8, 0.25, 2, 0.6, 0.5, 0.25, 0.7
"""Weights of an act that is named, of one named surely, of the words found beyond the usual two groups, of an act
named whole by one statement, measured in it, of each one before it, and of how late its words stand."""


def _own_statement(observation: Observation, match: Match, told: Sequence[Statement]) -> str:
    return next((item.id for item in told if touched(_text(observation, [item]), match.act) == match.groups), "")


def _text(observation: Observation, told: Sequence[Statement]) -> str:
    """The statements as jotted and as spelt out, both of which may hold the telling word."""
    words = words_of(observation.jot)
    spelt = " , ".join(spelt_out(_words(words, item)) for item in told)
    heading = " , ".join(item.text for item in observation.statements if item.role == "header")
    return " , ".join(item.text for item in told) + " | , , , " + spelt + " | , , , " + heading


def _words(words: Sequence[Word], statement: Statement) -> list[Word]:
    return list(within(words, statement.start, statement.end))


def _measured(observation: Observation, statement: Statement) -> bool:
    words = _words(words_of(observation.jot), statement)
    return any(map(_is_measure, words))


def _is_share(word: Word) -> bool:
    return word.quantity is not None and word.quantity.kind in ("ratio", "percent")


def _is_measure(word: Word) -> bool:
    paced = word.quantity is not None and word.quantity.kind in ("rate", "pace", "measure", "distance")
    return paced or is_result(word) or is_help(word)


def _is_trouble(observation: Observation, statement: Statement) -> bool:
    told = [unit for unit in units(observation, [statement], words_of(observation.jot)) if unit]
    return any(is_troubled(observation, unit) for unit in told)


def _is_well(observation: Observation, statement: Statement) -> bool:
    """`near copy is fine`: praise without a measure and without trouble; or most of a whole, `on task 90%`."""
    text = statement.text.lower()
    share = re.search(r"\b(?:(\d+) ?(?:/|of|out of) ?(\d+)|(\d+) ?%)", text)
    whole = 0.0 if share is None else int(share[3]) / 100 if share[3] else int(share[1]) / max(1, int(share[2]))
    failing = re.search(rules("named_acts")["failing"]["pattern"], text) is not None
    if _WELL <= whole <= 1 and not failing and len(observation.statements) > 1:
        return True
    if re.search(rules("named_acts")["helps"]["pattern"], text) and not _measured(observation, statement):
        return True
    return is_praise(text) and re.search(rules("named_acts")["trouble"]["pattern"], text) is None


_WELL = 0.85
"""Share of a whole from which what was counted goes well."""


def _opens_another(observation: Observation, unit: Unit) -> bool:
    text = observation.jot[unit[0].statement.start : unit[-1].statement.end].lower()
    return any(re.match(rf"\W*{word}\b", text) for word in rules("focus")["also"]["words"])


def _is_another(observation: Observation, item: Named, main: Named) -> bool:
    """Whether it is a need of its own: another act of another sentence, or one that its own statement measures."""
    if item.act.act == main.act.act or item.points < _PLAIN or item.guessed:
        return False
    apart = not {told.id for told in item.told} & {told.id for told in main.told}
    own = next((told for told in item.told if told.id == item.own), None)
    return apart or (own is not None and item.own != main.own and _measured(observation, own))


_PLAIN = 2.7
"""Points from which an act of another sentence is a goal of its own."""
