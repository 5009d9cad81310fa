"""Looks words up: every form the vocabulary files know, with what a note prints for it and what it can be.

A tag is one letter, so that a statement's shape is a short string that rules can match:
n noun, b z v g e verb (base, third person, past, -ing, participle), m modal, x be/have/do, a adjective,
r adverb, p preposition, t "to", d determiner or possessive, o pronoun, c and/or/but, s when/if/because,
w who/which, q quantity, u adverbial quantity, A assist level, I independence, C cue, Q quotation,
N "not", y yes/no/ok, punctuation stands for itself, ~ anything unknown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from . import inflection
from .tables import columns, rules


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a form: what a note prints, its tag and, for nouns and verbs, what the grammar must know."""

    text: str
    tag: str
    lemma: str
    number: str = ""  # count, mass, plural
    kind: str = ""  # nouns: class; people: role; settings: kind; adjectives: of; adverbs: place
    article: str = ""  # the, a, poss, none
    verb: str = ""  # the verb that a bare mention takes ("took" a break)
    actor: str = ""  # verbs: who is meant when nobody is named
    also: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    exact: str = ""  # the only spelling that counts, where case matters
    shorthand: bool = False


_KIND_TAGS = {
    "noun": "n", "mass": "n", "plural": "n", "verb": "b", "verb3": "z", "past": "v", "participle": "e", "adj": "a",
    "adv": "r", "prep": "p", "conj": "c", "det": "d", "phrase": "r", "test": "n", "title": "n", "keep": "n",
    "unit": "n", "level": "n", "person": "n", "place": "n", "gerund": "g", "modal": "m", "sub": "s",
}  # fmt: skip


OPENING = re.compile(r"[^\W_]+")
Row = tuple[str, ...]
"""An entry not made yet: its text, tag, lemma, number, kind, article, verb, actor, `also` and `object`."""


class Lexicon:
    """Forms -> entries. Multi-word forms are looked up whole; keys are lower case.

    Only rows are held; the entries of a form are made when it is first looked up, since a jot needs
    hundreds of the 25,000. A shorthand takes its grammar from its long form.
    """

    def __init__(self) -> None:
        self._ordinary: defaultdict[str, list[Row]] = defaultdict(list)
        self._shorthand: dict[str, list[Row]] = {}
        self._made: dict[str, tuple[Entry, ...]] = {}
        self._verbs: dict[str, Row] = {}
        self._load_closed_words()
        self._load_verbs()
        self._load_people()
        self._load_settings()
        self._load_nouns()
        self._load_modifiers()
        for row in columns("abbreviations", "short", "long", "kind", "case"):
            self._shorthand.setdefault(row[0].lower(), []).append(row)
        self.misspelt = {wrong.lower(): right for wrong, right in columns("misspellings", "wrong", "right")}

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """Every reading of `form` as written; empty when the vocabulary does not know it."""
        key = form.lower()
        entries = self._made.get(key)
        if entries is None:
            if key not in self._ordinary and key not in self._shorthand:
                return ()
            entries = self._made[key] = self._entries(key)
        if any(entry.exact for entry in entries):
            return tuple(entry for entry in entries if not entry.exact or entry.exact == form)
        return entries

    def _entries(self, key: str) -> tuple[Entry, ...]:
        """One entry a tag and spelling, the ones whose case matters first."""
        rows: dict[str, Row] = {}
        for row in self._ordinary.get(key, ()):
            rows.setdefault(row[1], row)
        held = [_entry(row) for row in rows.values()]
        self._made[key] = tuple(held)  # what a shorthand finds that leads back to this form
        for short, long, kind, case in self._shorthand.get(key, ()):
            entry = short_entry(self, short, long, kind, case)
            if not any(other.tag == entry.tag and other.exact == entry.exact for other in held):
                held.insert(0 if entry.exact else len(held), entry)
        return tuple(held)

    def forms(self) -> Iterator[str]:
        """Every form that can be looked up, lower case."""
        yield from self._ordinary
        yield from (form for form in self._shorthand if form not in self._ordinary)

    @cached_property
    def longest(self) -> int:
        """Characters of the longest form."""
        return max(map(len, self.forms()))

    def reach(self, opening: str) -> int:
        """Characters of the longest form that begins with these letters and digits, or with this sign."""
        return max(self._reaches.get(opening.lower(), 0), len(opening))

    @cached_property
    def _reaches(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for form in self.forms():
            if not form.isalnum():
                opening = OPENING.match(form)
                begins = opening[0] if opening else form[:1]
                found[begins] = max(found.get(begins, 0), len(form))
        return found

    def __len__(self) -> int:
        return sum(1 for _ in self.forms())

    def knows(self, form: str) -> bool:
        return bool(self.lookup(form))

    def nouns(self, form: str) -> Entry | None:
        return next((entry for entry in self.lookup(form) if entry.tag == "n"), None)

    def verb(self, lemma: str) -> Entry | None:
        return next((entry for entry in self.lookup(lemma) if entry.tag == "b"), None)

    def form_of(self, lemma: str, tag: str) -> str:
        """The form of a verb with this tag: ("shake", "z") -> "shakes"."""
        return _conjugated(*self._verbs.get(lemma, (lemma, "", "", "", "")))[tag]

    def _add(self, form: str, *row: str) -> None:
        """`row` begins with the text, the tag and the lemma."""
        self._ordinary[form.lower()].append(row)

    def _load_closed_words(self) -> None:
        for tag, forms in rules("closed_words")["tags"].items():
            for form in forms:
                self._add(form, form, tag, form)

    def _load_verbs(self) -> None:
        for *written, actor, also, takes in columns(
            "verbs", "lemma", "third", "past", "participle", "gerund", "actor", "also", "object"
        ):
            self._verbs[written[0]] = tuple(written)
            for tag, form in _conjugated(*written).items():
                self._add(form, form, tag, written[0], "", "", "", "", actor, also, takes)

    def _load_people(self) -> None:
        for term, long, role in columns("people", "term", "long", "role"):
            for form in (term, long):
                self._add(form, long, "n", long, "count", "person", "the", "", role)

    def _load_settings(self) -> None:
        for term, long in columns("settings", "term", "long"):
            bare = long.removeprefix("the ")
            for form in (term, long, bare):
                spoken = long if form != bare else form
                article = "none" if spoken.startswith("the ") or not long.startswith("the ") else "the"
                number = "count" if article == "the" else "mass"
                self._add(form, spoken, "n", long, number, "setting", article)

    def _load_nouns(self) -> None:
        for noun, plural, number, kind, article, verb in columns(
            "nouns", "noun", "plural", "number", "class", "article", "verb"
        ):
            self._add(noun, noun, "n", noun, number, kind, article, verb)
            if number == "count":
                many = plural or inflection.plural(noun)
                possessed = article if article == "poss" else "none"
                self._add(many, many, "n", noun, "plural", kind, possessed, verb)

    def _load_modifiers(self) -> None:
        for adjective, of in columns("adjectives", "adjective", "of"):
            for form in {adjective, adjective.replace("-", " ")}:
                self._add(form, form, "a", adjective, "", of)
        for adverb, place in columns("adverbs", "adverb", "place"):
            self._add(adverb, adverb, "r", adverb, "", place)


def _entry(row: Row) -> Entry:
    text, tag, lemma, number, kind, article, verb, actor, also, takes = (*row, *[""] * (10 - len(row)))
    hints = frozenset(also.split()), frozenset(takes.split())
    return Entry(text, tag, lemma, number, kind, article, verb, actor, *hints)


def _conjugated(lemma: str, third: str, past: str, participle: str, gerund: str) -> dict[str, str]:
    """Tag -> form; what the table leaves empty is regular."""
    past = past or inflection.past(lemma)
    return {
        "b": lemma,
        "z": third or inflection.third(lemma),
        "v": past,
        "e": participle or past,
        "g": gerund or inflection.gerund(lemma),
    }


def short_entry(lexicon: Lexicon, short: str, long: str, kind: str, case: str = "any") -> Entry:
    """The entry of a shorthand: like its long form where that is known, else by the kind the table gives."""
    tag = _KIND_TAGS.get(kind, "n")
    exact = short if case == "exact" else ""
    grammar = next((entry for entry in lexicon.lookup(long) if entry.tag in "psctmdoNxw"), None)
    if grammar and kind in ("prep", "conj", "det", "keep", "phrase"):
        return Entry(long, grammar.tag, grammar.lemma, exact=exact, shorthand=True)
    known = next((entry for entry in lexicon.lookup(long) if entry.tag == tag), None)
    if known and not (kind == "mass" and known.number == "count"):
        return Entry(
            long, tag, known.lemma, known.number, known.kind, known.article, known.verb, known.actor,
            known.also, known.object, exact, True,
        )  # fmt: skip
    if tag in "bzveg":
        lemma = next((entry.lemma for entry in lexicon.lookup(long) if entry.tag in "bzveg"), long)
        return Entry(long, tag, lemma, exact=exact, shorthand=True, actor="either")
    number = {"mass": "mass", "plural": "plural", "keep": "mass", "test": "mass"}.get(kind, "count")
    head = lexicon.nouns(long.split()[-1]) if tag == "n" else None
    if head and kind != "mass":
        return Entry(long, tag, long, head.number, head.kind, head.article, head.verb, exact=exact, shorthand=True)
    article = "none" if number != "count" else "the"
    return Entry(long, tag, long, number, article=article, exact=exact, shorthand=True)


@cache
def lexicon() -> Lexicon:
    """The vocabulary, read once."""
    return Lexicon()
