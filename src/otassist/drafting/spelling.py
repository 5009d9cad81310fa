"""Phrases in full English: articles and possessives are added, nothing else is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..language import Word
from ..language.inflection import indefinite, plural
from ..language.lexicon import lexicon
from ..language.shorthand import leftover
from ..language.tables import rules
from .chunks import Chunk, chunked


@dataclass(frozen=True, slots=True)
class Voice:
    """How the student is referred to: `they` stands for a pronoun nobody gave, and is used for possession only."""

    pronoun: str | None = None
    label: str | None = None
    consulting: bool = False
    gendered: bool = False  # the jot says `he` or `she`: `they` would be somebody else
    others: bool = False  # somebody else was the last to act or speak: `she` or no subject may be that person

    @property
    def possessive(self) -> str:
        return {"he": "his", "she": "her"}.get(self.pronoun or "they", "their")


@cache
def _contractions() -> dict[str, str]:
    return dict(rules("closed_words")["contractions"])


_FIRST_PERSON = {
    "i": "the therapist",
    "me": "the therapist",
    "my": "the therapist's",
    "myself": "personally",
    "hisself": "himself",
}
_SIGNS = {"+": "and", "&": "and", "@": "at", "=": "was", "%": "percent"}
_TIGHT_BEFORE = {",", ")", "/", ";", ":", "%", "'"}
_TIGHT_AFTER = {"(", "/", "#"}


def spelt(chunk: Chunk, voice: Voice, *, student_acts: bool = True) -> str:
    """The phrase as a note prints it."""
    if chunk.tag == "S":
        return _clause(chunk, voice, student_acts)
    if chunk.tag == "P":
        return _after_preposition(chunk, voice, student_acts)
    if chunk.tag == "Z":
        return _aside(chunk, voice, student_acts)
    if chunk.tag == "u" and len(chunk.words) > 1 and chunk.words[-1].quantity:
        return f"in the {plain(chunk.words)}"
    if chunk.tag in "nqK":
        return _list(chunk.words, voice, student_acts)
    return plain(chunk.words)


def _aside(chunk: Chunk, voice: Voice, student_acts: bool) -> str:
    """A parenthesis as phrases, one with a verb word for word; one that nobody can expand is quoted."""
    inner = chunked(chunk.words[1:-1])
    text = " ".join(spelt(part, voice, student_acts=student_acts) for part in inner).replace(" ,", ",")
    if any(part.tag in "zvbmxg>?=" for part in inner):
        text = plain(chunk.words[1:-1])
    if leftover(text):
        text = quoted("".join(_with_gaps(chunk.words[1:-1])))
    return f"({text})"


def _with_gaps(words: Sequence[Word]) -> list[str]:
    """The jot's own spelling with its own spaces."""
    pieces: list[str] = []
    for index, word in enumerate(words):
        gap = " " if index and word.start > words[index - 1].end else ""
        pieces.append(gap + word.source)
    return pieces


def _after_preposition(chunk: Chunk, voice: Voice, student_acts: bool) -> str:
    inner = chunked(chunk.words[1:]) if chunk.words[1].tag == "g" else (Chunk("n", chunk.words[1:]),)
    return " ".join([plain(chunk.words[:1]), *(spelt(part, voice, student_acts=student_acts) for part in inner)])


def _clause(chunk: Chunk, voice: Voice, student_acts: bool) -> str:
    parts = chunked(chunk.words[1:])
    return " ".join([plain(chunk.words[:1]), *(spelt(part, voice, student_acts=student_acts) for part in parts)])


def _list(words: Sequence[Word], voice: Voice, student_acts: bool) -> str:
    """A noun phrase or several joined ones, each with its own article."""
    texts: list[str] = []
    current: list[Word] = []
    for word in words:
        if word.text in ("and", "or", "&", "+", ",", "of") and word.known:
            if current:
                texts.append(_with_article(current, voice, student_acts))
            texts.append(_SIGNS.get(word.text, word.text))
            current = []
        else:
            current.append(word)
    if current:
        texts.append(_with_article(current, voice, student_acts))
    return " ".join(texts).replace(" ,", ",")


_OWN = frozenset(rules("grammar")["own"])
_DEFINITE = frozenset(rules("grammar")["definite"])


def _with_article(words: Sequence[Word], voice: Voice, student_acts: bool) -> str:
    text = plain(words)
    head = words[-1]
    first = words[0]
    if (
        head.tag == "n"
        and first.tag in "da"
        and first.text in _DEFINITE
        and head.lemma not in rules("wording")["times"]["nouns"]
    ):
        return f"the {text}"
    if head.tag != "n" or first.tag in "dqAC" or head.entry is None or not head.known or head.ambiguous:
        return text
    if not _plainly_a_thing(words):
        return _inner_article_removed(text)
    if any(word.tag in "dq" for word in words) or first.text.startswith("the ") or first.kind == "name":
        return _inner_article_removed(text)
    article = head.entry.article
    if head.entry.actor == "family":
        return f"the student's {text}"
    if head.entry.actor == "student":
        return f"the {text}" if head.entry.number == "count" and not text.startswith("the ") else text
    if article == "poss" and head.kind not in ("body", "clothing") and head.lemma not in _OWN:
        article = "the"
    if article == "poss":
        return f"{voice.possessive if student_acts else 'the student' + chr(39) + 's'} {text}"
    if head.entry.number in ("mass", "plural"):
        return _inner_article_removed(text)
    if article == "a" and first.text in ("right", "left"):
        return text  # `to right tab`: one of two, or the correct one
    if article == "a":
        return f"{indefinite(text)} {text}"
    return f"the {text}" if article == "the" else text


_ARTICLED = frozenset(rules("grammar")["articled"])


def _plainly_a_thing(words: Sequence[Word]) -> bool:
    """One thing or person: `book`, `slant board`; not `last pull`, where a word may be a verb, nor `choice`."""
    nominal = all(entry.tag in "na" for word in words for entry in word.entries)
    return words[-1].kind in _ARTICLED and (nominal or len(words) == 1)


def _inner_article_removed(text: str) -> str:
    """A place's own article goes when the place is only part of the phrase: `the cafeteria tray`."""
    head, *rest = text.split(" the ")
    return " ".join([head, *rest]) if rest else text


def plain(words: Sequence[Word]) -> str:
    """The words in order, contractions and signs spelt out, spaces where English has them."""
    text = ""
    for index, word in enumerate(words):
        piece = piece_of(word, words[index - 1] if index else None)
        glue = not text or piece in _TIGHT_BEFORE or text[-1] in _TIGHT_AFTER or _hyphen(word, text)
        text += piece if glue else f" {piece}"
    return text


def _hyphen(word: Word, text: str) -> bool:
    return word.text == "-" or text.endswith("-")


def piece_of(word: Word, before: Word | None = None) -> str:
    """One word as a note prints it: contractions spelt out, what is ambiguous or unknown in quotation marks."""
    if word.tag == "Q":
        return quoted(word.source)
    if word.ambiguous or not word.known:
        return quoted(word.source)
    if word.tag == "C":
        return _cue(word)
    if own := _own_name(word):
        return own
    if _counted(word, before):
        return plural(word.text)
    if follows_i(word, before):
        return third_person(word)
    lower = word.text.lower()
    if word.tag in "od" and lower in _FIRST_PERSON:
        return _FIRST_PERSON[lower]
    return _contractions().get(lower.replace("’", "'")) or _SIGNS.get(word.text) or word.text


def follows_i(word: Word, before: Word | None) -> bool:
    """`I model`, `I have`: a verb whose subject is printed as the therapist."""
    return before is not None and before.source in ("I", "i") and before.tag == "o" and word.tag in "bx"


def third_person(word: Word) -> str:
    """The verb behind `I`, which is printed as the therapist."""
    text = _contractions().get(word.text.lower().replace("’", "'")) or word.text
    first, *rest = text.split(" ")
    forms = {"am": "is", "have": "has", "do": "does"}
    changed = forms.get(first) or (lexicon().form_of(word.lemma, "z") if word.tag == "b" and word.entry else first)
    return " ".join([changed, *rest])


def _cue(word: Word) -> str:
    """`gest` names the cue without the noun."""
    bare = word.text.split()[-1] in ("gestural", "verbal", "tactile", "visual")
    single = word.text.startswith("1 ")
    return f"{word.text} {'cue' if single else 'cues'}" if bare else word.text


def _counted(word: Word, before: Word | None) -> bool:
    """`2 sent`: an abbreviation without its plural, behind a number."""
    many = before is not None and before.quantity is not None and before.quantity.kind in ("number", "ratio")
    entry = word.entry
    short = entry is not None and entry.shorthand and entry.number == "count" and word.source.lower() != word.text
    numbered = word.lemma in rules("wording")["numbered"]["nouns"]
    return (
        many
        and short
        and not numbered
        and before is not None
        and before.quantity is not None
        and before.quantity.value != "1"
    )


def _own_name(word: Word) -> str:
    """`gym`, `hall`: a place named in plain English keeps that name; only shorthand for it is spelt out."""
    source = word.source.lower()
    if word.text.startswith("the ") and not source.startswith("the "):
        bare = word.text.removeprefix("the ")
        return source if bare.startswith(source) and any(not entry.shorthand for entry in word.entries[1:]) else bare
    return source if word.tag == "n" and " " in word.text and source in word.text.split() else ""


def quoted(source: str) -> str:
    """The jot's words in double quotation marks, exactly; marks of its own at either end are not doubled."""
    inner = source.strip()
    if len(inner) > 1 and inner[0] in "\"“'‘" and inner[-1] in "\"”'’":
        inner = inner[1:-1]
    return '"' + inner.replace('"', "'").strip() + '"'


def capital(text: str) -> str:
    """The first letter in upper case; a quotation stays as it was said."""
    if text.startswith('"'):
        return text
    for index, char in enumerate(text):
        if char.isalnum():
            return text[:index] + char.upper() + text[index + 1 :]
    return text
