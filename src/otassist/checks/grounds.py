"""What a jot and the therapist's entries give a note to stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import chain, pairwise

from ..domain import Observation, Statement
from ..language import Word, within, words_of
from ..language.quantities import number, numbers
from .amounts import core
from .denials import Denial, denials
from .people import Act, Person, acts, people
from .segments import Segment, nouns, segments, stems
from .supports import Support, support_of
from .wording import wording

PLAIN = {"number", "times"}
_COUNTABLE = {*PLAIN, "frequency"}
_PLACES = {"ordinal", "grade"}
_SPELT = {"both": "2", "once": "1", "another": "1", "1st": "1", "one": "1"}


@dataclass(frozen=True, slots=True)
class Given:
    """A value of the jot with the words around it; `statement` is None for an entry."""

    word: Word
    stems: frozenset[str]
    statement: str | None
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what the checks compare it by."""

    statement: Statement
    words: tuple[Word, ...]
    stems: frozenset[str]
    segments: tuple[Segment, ...]
    denials: tuple[Denial, ...]
    people: tuple[Person, ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Grounds:
    """Every statement and entry a note may tell of."""

    told: tuple[Told, ...]
    entries: tuple[str, ...]
    text: str
    people: tuple[Person, ...]
    jot: str = ""

    @cached_property
    def values(self) -> tuple[Given, ...]:
        """All quantities and levels, each with its place."""
        own = [
            Given(word, part.stems, item.statement.id, nouns(part.words))
            for item in self.told
            for part in item.segments
            for word in part.values
        ]
        return (
            *own,
            *(Given(word, frozenset(), None) for entry in self.entries for word in words_of(entry) if word.quantity),
        )

    @cached_property
    def quantities(self) -> tuple[Given, ...]:
        return tuple(given for given in self.values if given.word.quantity)

    @cached_property
    def levels(self) -> tuple[tuple[Support, Given], ...]:
        return tuple((support_of(given.word), given) for given in self.values if given.word.level)

    @cached_property
    def counts(self) -> frozenset[str]:
        """The numerals that stand before a cue (`3 vc`)."""
        found = [given.word.source for given in self.values if given.word.level and given.word.level.kind == "cue"]
        return frozenset(
            str(value)
            for text in found
            for part in re.findall(r"\d+|[^\W\d]+", text)
            if (value := number(part)) is not None
        )

    @cached_property
    def countable(self) -> frozenset[str]:
        """Every number that may count something: also `x4`, `both` and `once`."""
        before_x = frozenset(re.findall(r"(\d+)\s?[x×]", self.text))
        spelt = frozenset(number for word, number in _SPELT.items() if re.search(rf"\b{word}\b", self.text))
        return self._numerals(_COUNTABLE) | self.counts | self.loose_numerals | before_x | spelt

    @cached_property
    def placed(self) -> frozenset[str]:
        """The same with what only tells which one: `10th`, `3rd try`."""
        return self.countable | self._numerals(_PLACES)

    @cached_property
    def beside_cues(self) -> frozenset[str]:
        """The counts of cues and the plain ones beside a level (`vc for spacing x3`); where no cue is counted, all."""
        near = [part for item in self.told for part in item.segments if any(word.level for word in part.values)]
        beside = [word.quantity for part in near for word in part.values if word.quantity]
        found = frozenset(text for one in beside if one.kind in PLAIN for text in numbers(core(one.value)))
        return found | (self.counts or self.countable)

    def _numerals(self, kinds: set[str]) -> frozenset[str]:
        values = [held.word.quantity for held in self.quantities if held.word.quantity]
        return frozenset(text for one in values if one.kind in kinds for text in numbers(core(one.value)))

    @cached_property
    def loose_numerals(self) -> frozenset[str]:
        """Numerals glued to letters (`4y7m`)."""
        return frozenset(
            word.source for item in self.told for word in item.words if word.tag == "q" and not word.quantity
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every content stem of the jot and of the entries."""
        told = frozenset[str]().union(*(item.stems for item in self.told))
        return told.union(*(stems(words_of(entry)) for entry in self.entries))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every word of the jot as typed, as spelt out and as its lemma, in lower case."""
        words = [word for item in self.told for word in item.words]
        whole = {form.lower() for word in words for form in (word.source, word.text, word.lemma)}
        return frozenset(whole.union(*(re.split(r"[\s-]+", form) for form in whole)))

    @cached_property
    def wording(self) -> str:
        """The jot in its own order of words, without what it takes back."""
        return wording([word for item in self.told for word in item.words])

    @cached_property
    def spelt(self) -> str:
        """The jot as a note would spell it, in lower case."""
        return " ".join(word.text.lower() for item in self.told for word in item.words)

    def of(self, identities: Sequence[str]) -> list[Told]:
        return [item for item in self.told if item.statement.id in identities]


def grounds(observation: Observation, student: str | None = None) -> Grounds:
    """What the jot tells of this student (of all when None), without what it takes back, and the entries."""
    words = words_of(observation.jot)
    mine = [
        item
        for item in observation.statements
        if item.role != "instruction" and (not student or item.student in (None, student))
    ]
    told = tuple(_told(item, words) for item in mine)
    entries = tuple(_entries(observation))
    named = [word for word in words if word.kind == "person"] + [word for entry in entries for word in words_of(entry)]
    named += [owner for word in words if word.tag == "d" for owner in words_of(re.sub(r"['’]s?$", "", word.text))]
    named += [meant for word in words if word.ambiguous for meant in words_of("; ".join(word.ambiguous.options))]
    return Grounds(told, entries, squeezed("\n".join([observation.jot, *entries])), people(named), observation.jot)


def _told(statement: Statement, words: Sequence[Word]) -> Told:
    inside = within(words, statement.start, statement.end)
    own = tuple(_graded(_leveled(word) for word in inside if not _withdrawn(word, statement)))
    doer = statement.actor if statement.role not in ("plan", "advice", "question") else ""
    parts = tuple(segments(own))
    return Told(statement, own, stems(own), parts, tuple(denials(own)), people(own), tuple(acts(own, doer)))


def _leveled(word: Word) -> Word:
    """An abbreviation that context resolved to a cue (`vp`) with the level it spells."""
    if word.level or word.quantity or word.text == word.source or not _SUPPORT.search(word.text):
        return word
    return replace(word, level=next((part.level for part in words_of(word.text) if part.level), None))


def _graded(words: Iterable[Word]) -> Iterator[Word]:
    """`sweep = max verbal`: a grade and a type of cue without their noun."""
    for word, after in pairwise(chain(words, [None])):
        assert word
        cue = f"{word.text} {after.text} cues" if after and not after.level and not word.level else ""
        yield replace(word, level=words_of(cue)[0].level) if _GRADED.fullmatch(cue) else word


def _withdrawn(word: Word, statement: Statement) -> bool:
    return any(start <= word.start < end for start, end in statement.replaced)


_SUPPORT = re.compile(r"\b(?:cue|prompt|assist)", re.I)
_GRADED = re.compile(r"(?:minimal|moderate|maximal|\d{1,2}) (?:verbal|tactile|visual|gestural|physical) cues", re.I)
_ENTERED = {"minutes": "{} minutes", "grade": "grade {}"}


def _entries(observation: Observation) -> Iterator[str]:
    yield from observation.students
    for field in fields(observation.context):
        value = getattr(observation.context, field.name)
        if isinstance(value, tuple):
            yield from (str(item) for item in value)
        elif value:
            text = str(value).strip()
            yield _ENTERED.get(field.name, "{}").format(text) if text.isdigit() else text


def squeezed(text: str) -> str:
    """Lower case with single spaces and plain quotation marks."""
    plain = text.lower().translate(str.maketrans("“”‘’", "\"\"''"))
    return re.sub(r"\s+", " ", plain).replace('"', "'")
