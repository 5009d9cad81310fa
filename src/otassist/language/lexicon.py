"""Looks words up: every form the vocabulary files know, with what a note prints for it and what it can be.

A tag is one letter, so that a statement's shape is a short string that rules can match:
n noun, b z v g e verb (base, third person, past, -ing, participle), m modal, x be/have/do, a adjective,
r adverb, p preposition, t "to", d determiner or possessive, o pronoun, c and/or/but, s when/if/because,
w who/which, q quantity, u adverbial quantity, A assist level, I independence, C cue, Q quotation,
N "not", y yes/no/ok, punctuation stands for itself, ~ anything unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from . import inflection
from .tables import rules, table


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


class Lexicon:
    """Forms -> entries. Multi-word forms are looked up whole; keys are lower case."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self.longest = 1
        self._load_closed_words()
        self._load_verbs()
        self._load_people()
        self._load_settings()
        self._load_nouns()
        self._load_modifiers()
        self._load_abbreviations()
        self.misspelt = {row["wrong"].lower(): row["right"] for row in table("misspellings")}

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """Every reading of `form` as written; empty when the vocabulary does not know it."""
        entries = self._entries.get(form.lower(), ())
        return tuple(entry for entry in entries if not entry.exact or entry.exact == form)

    def __len__(self) -> int:
        return len(self._entries)

    def knows(self, form: str) -> bool:
        return bool(self.lookup(form))

    def nouns(self, form: str) -> Entry | None:
        return next((entry for entry in self.lookup(form) if entry.tag == "n"), None)

    def verb(self, lemma: str) -> Entry | None:
        return next((entry for entry in self.lookup(lemma) if entry.tag == "b"), None)

    def form_of(self, lemma: str, tag: str) -> str:
        """The form of a verb with this tag: ("shake", "z") -> "shakes"."""
        return self._forms.get((lemma, tag)) or {
            "b": str,
            "z": inflection.third,
            "v": inflection.past,
            "e": inflection.past,
            "g": inflection.gerund,
        }[tag](lemma)

    def _add(self, form: str, entry: Entry) -> None:
        held = self._entries.setdefault(form.lower(), [])
        if not any(other.tag == entry.tag and other.exact == entry.exact for other in held):
            held.insert(0, entry) if entry.exact else held.append(entry)
            self.longest = max(self.longest, len(form))

    def _load_closed_words(self) -> None:
        for tag, forms in rules("closed_words")["tags"].items():
            for form in forms:
                self._add(form, Entry(form, tag, form))

    def _load_verbs(self) -> None:
        self._forms: dict[tuple[str, str], str] = {}
        for row in table("verbs"):
            lemma = row["lemma"]
            forms = {
                "b": lemma,
                "z": row["third"] or inflection.third(lemma),
                "v": row["past"] or inflection.past(lemma),
                "e": row["participle"] or row["past"] or inflection.past(lemma),
                "g": row["gerund"] or inflection.gerund(lemma),
            }
            also, takes = frozenset(row["also"].split()), frozenset(row["object"].split())
            for tag, form in forms.items():
                self._forms[lemma, tag] = form
                self._add(form, Entry(form, tag, lemma, actor=row["actor"], also=also, object=takes))

    def _load_people(self) -> None:
        for row in table("people"):
            entry = Entry(row["long"], "n", row["long"], "count", "person", "the", actor=row["role"])
            self._add(row["term"], entry)
            self._add(row["long"], entry)

    def _load_settings(self) -> None:
        for row in table("settings"):
            for form in (row["term"], row["long"], row["long"].removeprefix("the ")):
                long = row["long"] if form != row["long"].removeprefix("the ") else form
                article = "none" if long.startswith("the ") or not row["long"].startswith("the ") else "the"
                self._add(form, Entry(long, "n", row["long"], "count" if article == "the" else "mass", "setting", article))

    def _load_nouns(self) -> None:
        for row in table("nouns"):
            noun = row["noun"]
            kind, article, verb = row["class"], row["article"], row["verb"]
            self._add(noun, Entry(noun, "n", noun, row["number"], kind, article, verb))
            if row["number"] == "count":
                many = row["plural"] or inflection.plural(noun)
                possessed = article if article == "poss" else "none"
                self._add(many, Entry(many, "n", noun, "plural", kind, possessed, verb))

    def _load_modifiers(self) -> None:
        for row in table("adjectives"):
            for form in {row["adjective"], row["adjective"].replace("-", " ")}:
                self._add(form, Entry(form, "a", row["adjective"], kind=row["of"]))
        for row in table("adverbs"):
            self._add(row["adverb"], Entry(row["adverb"], "r", row["adverb"], kind=row["place"]))

    def _load_abbreviations(self) -> None:
        for row in table("abbreviations"):
            self._add_short(row["short"], row["long"], row["kind"], row["case"])

    def _add_short(self, short: str, long: str, kind: str, case: str) -> None:
        self._add(short, short_entry(self, short, long, kind, case))


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
        return Entry(
            long, tag, long, head.number, head.kind, head.article, head.verb, exact=exact, shorthand=True
        )
    article = "none" if number != "count" else "the"
    return Entry(long, tag, long, number, article=article, exact=exact, shorthand=True)


@cache
def lexicon() -> Lexicon:
    """The vocabulary, read once."""
    return Lexicon()
