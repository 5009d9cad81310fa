"""Settles what each word is by its neighbours: `cut` the verb, `tired` the adjective, `cues` the noun.

Telegraphic notes break the habits that statistical taggers learn from newspapers, so this is a short table of
preferences by the word before, with the vocabulary's own hints (`also`) for words that are noun and verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .words import Word, retag

_SUBJECT_PRONOUNS = {"he", "she", "they", "it", "we", "i", "you", "who", "there"}
_BE = {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't", "weren't", "it's", "he's", "she's", "they're"}  # fmt: skip
_DO = {"do", "does", "did", "didn't", "didnt", "doesn't", "doesnt", "don't", "dont"}


def settle(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with one tag each."""
    settled: list[Word] = []
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        settled.append(_settled(word, settled, after))
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
    match last.tag:
        case "t" | "m":
            return "bnarp"
        case "x":
            return _after_auxiliary(last)
        case "d" | "q":
            return "nagevpbz" if not _followed_by(after, "n") else "anegvb"
        case "a":
            return "nagpevbz" if not options & set("rp") else "nrpagevb"
        case "p" if last.text != "as":
            return "nagdevb" if not _followed_by(after, "dqo") else "gnad"
        case "o":
            if last.text.lower() in _SUBJECT_PRONOUNS:
                return "mxrvzbeagp"
            return "prcsbgaen"
        case "N":
            return "begavn"
        case "r":
            return _at_the_start(word, options, after) if options & set("vz") else "eagbnrp"
        case "s" | "w":
            return "oenvagzrp" if not _followed_by(after, "dopt") else "evgzn"
        case "c":
            return _like_the_other_side(word, options, before, after)
        case "n" | "Q" | "A" | "C" | "I" | "u":
            return _after_noun(word, last, after)
        case "v" | "z" | "b" | "g" | "e":
            return "dpnargetuvbz" if not _followed_by(after, "n") else "dapnrgtevbz"
    return _at_the_start(word, options, after)


def _followed_by(after: Word | None, tags: str) -> bool:
    return after is not None and any(entry.tag in tags for entry in after.entries or ()) or bool(
        after and after.tag in tags
    )


def _flag(word: Word, flag: str) -> bool:
    return any(flag in entry.also for entry in word.entries)


def _object_follows(after: Word | None) -> bool:
    return after is not None and (after.tag in "doqQ" or after.tag == "t")


def _at_the_start(word: Word, options: set[str], after: Word | None) -> str:
    """A fragment begins with its verb more often than not; nouns that are also verbs need an object behind."""
    if "n" in options and (_flag(word, "noun") and "b" in options or _flag(word, "nouns") and "z" in options):
        return "vzbn" if _object_follows(after) and after and after.tag != "q" else "nvzba"
    if "g" in options and "n" in options:
        return "gn" if _followed_by(after, "dqon") and not _followed_by(after, "vz") else "ngvz"
    if "a" in options and ("v" in options or "e" in options):
        return "van" if _object_follows(after) else "avzn"
    if "a" in options and "n" in options:
        return "an" if _followed_by(after, "n") else "na"
    return "mxvzprsodcgnabe" if not _followed_by(after, "vz") else "nrsdopcvzgab"


def _after_auxiliary(last: Word) -> str:
    form = last.text.lower()
    if form in _BE:
        return "geanrpdv"
    if form in _DO:
        return "bnrdp"
    return "endagrpbv"


def _after_noun(word: Word, last: Word, after: Word | None) -> str:
    plural = last.entry is not None and last.entry.number == "plural"
    person = last.kind == "person"
    if _flag(word, "nouns") or _flag(word, "noun"):
        if person or _object_follows(after):
            return "zvbnrpga"
        return "nvrpcszbga" if not plural else "vbrpcsnzga"
    if plural:
        return "xmvbpcsrgeanz"
    return "xmvzpcsrgeanb"


def _like_the_other_side(word: Word, options: set[str], before: Sequence[Word], after: Word | None) -> str:
    """After `and`: the same kind of word as the nearest one on the other side that this word can be."""
    for other in reversed(before[:-1]):
        if other.tag in ".;:":
            break
        if other.tag in options:
            return other.tag
    return _at_the_start(word, options, after)


def tags(words: Sequence[Word]) -> str:
    """The statement's shape: one letter a word."""
    return "".join(word.tag for word in words)


def with_text(word: Word, text: str) -> Word:
    return replace(word, text=text)
