"""Settles what each word is by its neighbours: `cut` the verb, `tired` the adjective, `cues` the noun.

Telegraphic notes break the habits that statistical taggers learn from newspapers, so this is a short table of
preferences by the word before, with the vocabulary's own hints (`also`) for words that are noun and verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .mending import possible
from .neighbours import PARTICLES, flagged, followed_by, object_follows, options_of
from .words import Word, retag

_SUBJECT_PRONOUNS = {
    "he",
    "she",
    "they",
    "it",
    "we",
    "i",
    "you",
    "who",
    "there",
    "no one",
    "nobody",
    "nothing",
    "everyone",
    "someone",
    "anyone",
}
_BE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "isn't",
        "wasn't",
        "aren't",
        "weren't",
        "it's",
        "he's",
        "she's",
        "they're",
    ]
)
_DO = {"do", "does", "did", "didn't", "didnt", "doesn't", "doesnt", "don't", "dont"}


def settle(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with one tag each."""
    settled: list[Word] = []
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        settled.append(possible(_settled(word, settled, after), settled, words[index + 1 : index + 5]))
    return tuple(settled)


def _settled(word: Word, before: Sequence[Word], after: Word | None) -> Word:
    options = {entry.tag for entry in word.entries}
    if len(options) < 2:
        return word
    for tag in _preferences(word, options, before, after):
        if tag in options:
            return retag(word, tag)
    return word


def _preferences(word: Word, options: set[str], before: Sequence[Word], after: Word | None) -> str:
    """Tags in the order in which they fit after what stands before."""
    if not before or before[-1].tag in ",.;:()?!>=+-*/~y¶":
        return _at_the_start(word, options, after)
    last = before[-1]
    if word.text == "like" and last.tag in "nvzrg":
        return "pb"
    match last.tag:
        case "t" if options >= {"a", "b"} and followed_by(after, "n") and _moves(before):
            return "ab"
        case "t" | "m":
            return "bnarp"
        case "x":
            return _after_auxiliary(last)
        case "q" if last.quantity is not None and last.quantity.kind in ("date", "clock_time", "grade", "age"):
            return _at_the_start(word, options, after)
        case "d" | "q":
            return "nagevpbz" if not followed_by(after, "n") else "anegvb"
        case "a":
            return "nagpevbz" if not options & set("rp") else "nrpagevb"
        case "p" if last.text != "as":
            return "nagdevb" if not followed_by(after, "dqo") else "gnad"
        case "o":
            if last.text.lower() in _SUBJECT_PRONOUNS:
                return "mxrvzbeagp"
            return "prcsbgaen"
        case "N":
            return "begavn"
        case "r":
            return _at_the_start(word, options, after) if options & set("vz") else "eagbnrp"
        case "s" | "w":
            return "oenvagzrp" if not followed_by(after, "dopt") else "evgzn"
        case "c":
            return _like_the_other_side(word, options, before, after)
        case "n" | "Q" | "A" | "C" | "I" | "u":
            return _after_noun(word, last, after)
        case "v" | "z" | "b" | "g" | "e":
            return "dprnagetuvbz" if not followed_by(after, "n") else "daprngtevbz"
    return _at_the_start(word, options, after)


def _at_the_start(word: Word, options: set[str], after: Word | None) -> str:
    """A fragment begins with its verb more often than not; nouns that are also verbs need an object behind."""
    bodily = any(entry.tag == "n" and entry.kind in ("body", "clothing") for entry in word.entries)
    if bodily and options & set("bz") and not object_follows(after):
        return "nbz"
    if options & set("bz") and "n" in options and after is not None and after.text in PARTICLES:
        return "bzvn"
    if "z" in options and "n" in options and after is not None and after.tag in "cIAC":
        return "nz"
    if "n" in options and ((flagged(word, "noun") and "b" in options) or (flagged(word, "nouns") and "z" in options)):
        if "z" in options and followed_by(after, "n") and not followed_by(after, "vza"):
            return "zn"
        return "vzbn" if object_follows(after) and after and after.tag != "q" else "nvzba"
    if "g" in options and "n" in options:
        return "gn" if followed_by(after, "dqon") and not followed_by(after, "vz") else "ngvz"
    if options >= {"a", "r"} and followed_by(after, "n") and not followed_by(after, "vz"):
        return "a"
    if "a" in options and ("v" in options or "e" in options):
        verb = object_follows(after) or not flagged(word, "adj") or (after is not None and after.text in PARTICLES)
        return "van" if verb else "avzn"
    if "a" in options and "n" in options:
        return "an" if followed_by(after, "n") else "na"
    return "mxvzprsodcgnabe" if not followed_by(after, "vz") else "nrsdopcvzgab"


def _after_auxiliary(last: Word) -> str:
    form = last.text.lower()
    if form in _BE:
        return "geanrpdv"
    if form in _DO:
        return "bnrdp"
    return "endagrpbv"


def _after_noun(word: Word, last: Word, after: Word | None) -> str:
    if options_of(word) >= {"a", "b"} and not object_follows(after):
        return "avxmzpcsrgenb"
    if options_of(word) == {"a", "n"} and "-" in word.text and not followed_by(after, "n"):
        return "na"
    if "n" in options_of(word) and after is not None and after.tag == "v" and not followed_by(after, "n"):
        return "nvzxmpcsrgeab"
    plural = last.entry is not None and last.entry.number == "plural"
    person = last.kind == "person"
    said_of_things = any(entry.tag == "a" and entry.kind in ("thing", "both") for entry in word.entries)
    if (
        options_of(word) >= {"a", "r"}
        and word.text not in ("alone", "together")
        and said_of_things
        and not followed_by(after, "naegvz")
    ):
        return "axmvzpcsrgenb"
    if flagged(word, "nouns") or flagged(word, "noun"):
        if person or (object_follows(after) and after is not None and after.tag != "q"):
            return "zvbnrpga"
        return "nvrpcszbga" if not plural else "vbrpcsnzga"
    if plural:
        return "xmvbpcsrgeanz"
    return "xmvzpcsrgeanb"


def _like_the_other_side(word: Word, options: set[str], before: Sequence[Word], after: Word | None) -> str:
    """After `and`: the same kind of word as the nearest one on the other side that this word can be."""
    verbless = not any(other.tag in "vzbmx" for other in before)
    if verbless and "a" in options and followed_by(after, "n"):
        return "an"
    for other in reversed(before[:-1]):
        if other.tag in ".;:":
            break
        if other.tag in options and other.tag in "vzgean":
            return other.tag
    return _at_the_start(word, options, after)


def settle_again(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of one statement, judged by themselves: what stood before it no longer counts."""
    return settle([_reopened(word) if _is_open(word) else word for word in words])


def _reopened(word: Word) -> Word:
    """The word in its first reading."""
    first = word.entries[0]
    if word.tag == first.tag and word.entry is first and word.text == first.text:
        return word
    return replace(word, tag=first.tag, entry=first, text=first.text)


def _is_open(word: Word) -> bool:
    return len(word.entries) > 0 and not word.ambiguous and word.quantity is None


def _moves(before: Sequence[Word]) -> bool:
    """`walked to cool spot`: a movement goes to a place."""
    return len(before) > 1 and before[-2].lemma in ("walk", "go", "move", "come", "return", "run", "back", "transition")
