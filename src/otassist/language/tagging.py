"""Settles what each word is by its neighbours: `cut` the verb, `tired` the adjective, `cues` the noun.

Telegraphic notes break the habits that statistical taggers learn from newspapers, so this is a short table of
preferences by the word before, with the vocabulary's own hints (`also`) for words that are noun and verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import Entry
from .tables import rules
from .words import Word, retag

BREAKS = ",.;:()?!>=*-/¶|"
_PARTICLES = {"back", "out", "up", "down", "off", "away", "over", "apart", "asleep", "behind"}
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
        settled.append(_possible(_settled(word, settled, after), settled, words[index + 1 : index + 5]))
    return tuple(settled)


def _possible(word: Word, before: Sequence[Word], ahead: Sequence[Word]) -> Word:
    """A verb where none can stand is a noun (`the tire shop`, `4 checks`); a `+` between words joins them."""
    last = before[-1] if before else None
    after = ahead[0] if ahead else None
    if word.kind == "person" and last is not None and last.lemma in _SPELLING:
        return replace(word, text=word.source, entries=(), entry=None)  # `write mommy`: the word, not the person
    if _is_named(word, last):
        return replace(word, text=word.source)
    if word.text == "both" and word.tag == "d" and _followed_by(after, "zvbm") and not _followed_by(after, "n"):
        return replace(word, tag="o")
    if (
        (last is None or last.tag in BREAKS)
        and word.source.lower() == "once"
        and after is not None
        and after.tag in "veao"
    ):
        return replace(word, tag="s", quantity=None)
    if (last is None or last.tag in BREAKS) and word.tag == "z" and _names(word) and after and after.tag in "IAC":
        return _as_noun(word, "plural")
    if last is None or last.tag in BREAKS:
        return _as_noun(word, "count") if _opens_compound(word, ahead) and not _is_planned(before) else word
    if word.kind == "setting" and _is_no_place(word, last, after):
        return replace(
            word,
            text=word.source.lower(),
            entry=replace(word.entry or word.entries[0], kind="thing", number="count", article="the"),
        )
    if (
        word.source.lower() in ("'s", "’s")
        and after is not None
        and after.text in ("had", "been", "got", "gone", "done")
    ):
        return replace(word, text="has")
    if word.source.lower() in ("'d", "’d") and after is not None and _is_participle(after):
        return replace(word, text="had", tag="x")
    if word.tag == "b" and _no_base_verb(last, after):
        return _as_noun(word, "count")
    if word.tag == "z" and (
        last.tag in "dpaq" or _counts(last) or (last.tag in "nq" and _flag(word, "nouns") and not _takes_object(after))
    ):
        return _as_noun(word, "plural")
    if word.lemma == "help" and word.tag == "n" and last.tag == "n" and _ends(after) and _joined_things(before):
        return retag(word, "b")
    if word.text == "given" and last.tag in "nAC":
        return retag(word, "e")
    if word.source.lower() == "once" and after is not None and after.tag in "veao":
        return replace(word, tag="s", quantity=None)
    if word.text == "enough" and last.tag == "a":
        return replace(word, tag="r")
    if word.tag == "d" and word.text == "her" and not _followed_by(after, "naegq"):
        return replace(word, tag="o")
    if word.tag == "g" and last.tag == "d" and not _followed_by(after, "n"):
        return replace(word, tag="n", entry=Entry(word.text, "n", word.lemma, "mass", "activity", "none"))
    if word.source == "w" and _is_letter(before):
        return replace(word, tag="n", text="w", entries=(), entry=None, known=False)
    if word.source == "4" and after is not None and last.lemma in _ASKING and _is_uncounted(after):
        return replace(word, tag="p", text="for", quantity=None)
    if word.source == "+" and last.lemma in _DRAWING:
        return replace(word, tag="n", text="+", known=False)  # `copied + and square`: the cross itself
    if word.source in ("+", "&") and after is not None and after.tag not in BREAKS:
        return replace(word, tag="c", text="and")
    return word


def _is_participle(word: Word) -> bool:
    """`seen`, `been`, `done`: no base form."""
    tags = {entry.tag for entry in word.entries} or {word.tag}
    return "e" in tags and not tags & {"a", "b"}


def _is_named(word: Word, last: Word | None) -> bool:
    """`opened Classroom`: a capital inside a sentence is the therapist's, and names something."""
    inside = last is not None and last.tag not in BREAKS + ","
    return inside and word.tag == "n" and word.source.istitle() and word.source.lower() == word.text.lower()


def _is_letter(before: Sequence[Word]) -> bool:
    """`o and w connections`: a letter among letters."""
    told = [word for word in before[-3:] if word.tag not in "c,"]
    return bool(told) and before[-1].tag in "c," and len(told[-1].source) == 1 and told[-1].source.isalpha()


def _ends(after: Word | None) -> bool:
    return after is None or after.tag in BREAKS + ","


def _joined_things(before: Sequence[Word]) -> bool:
    """`dycem + book holder help`: two things and nothing else in front."""
    phrase = []
    for word in reversed(before):
        if word.tag in BREAKS + ",":
            break
        phrase.append(word.tag)
    return "c" in phrase and set(phrase) <= set("nacd")


def _moves(before: Sequence[Word]) -> bool:
    """`walked to cool spot`: a movement goes to a place."""
    return len(before) > 1 and before[-2].lemma in ("walk", "go", "move", "come", "return", "run", "back", "transition")


def _takes_object(after: Word | None) -> bool:
    """Behind a plural noun stands no second noun: `endurance limits length` has a verb."""
    particle = after is not None and after.text in _PARTICLES
    return particle or _object_follows(after) or (after is not None and {entry.tag for entry in after.entries} == {"n"})


def _is_no_place(word: Word, last: Word, after: Word | None) -> bool:
    """`cut circle`, `carpet square`: a clipped place name is one only behind a preposition or at the start."""
    clipped = word.source.lower() not in (word.text.lower(), word.text.lower().removeprefix("the "))
    named = any(entry.tag != "n" or (entry.kind != "setting" and not entry.shorthand) for entry in word.entries)
    return (
        clipped
        and named
        and word.source.islower()
        and ((after is not None and after.tag == "n") or last.tag in "vzbdagcnq")
    )


def _names(word: Word) -> bool:
    return _flag(word, "nouns") or _flag(word, "noun")


def _opens_compound(word: Word, ahead: Sequence[Word]) -> bool:
    """`claw grip on`: an unusual base verb before a noun names it, unless a level says how it was done."""
    named = _flag(word, "noun") and _followed_by(ahead[0] if ahead else None, "n")
    if word.tag != "b" or (word.lemma in rules("closed_words")["bare_verbs"]["words"] and not named):
        return False
    if word.entry is not None and word.entry.actor == "therapist" and not _flag(word, "noun"):
        return False
    phrase = next((index for index, other in enumerate(ahead) if other.tag in BREAKS + ","), len(ahead))
    named = named or _followed_by(ahead[0] if ahead else None, "vxm")
    return (named or _followed_by(ahead[0] if ahead else None, "nuq")) and not any(
        other.tag in "ACI" for other in ahead[:phrase]
    )


def _is_planned(before: Sequence[Word]) -> bool:
    """Behind `plan:` or `next:` a base verb is what will be done."""
    return len(before) > 1 and before[-1].tag == ":"


def _no_base_verb(last: Word, after: Word | None) -> bool:
    """Behind a preposition, article, adjective, count or a single thing no base form can be the verb."""
    if last.tag in "vz":
        return not _object_follows(after)
    if last.tag == "n":
        single = last.entry is not None and last.entry.number != "plural"
        return single and last.kind not in ("person", "name")
    return last.tag in "pdaegb" or _counts(last)


def _counts(last: Word) -> bool:
    return last.quantity is not None and last.quantity.kind in ("number", "money")


def _as_noun(word: Word, number: str) -> Word:
    entry = Entry(word.text, "n", word.lemma, number, article="none" if number == "plural" else "the")
    return replace(word, tag="n", entry=entry)


_SPELLING = frozenset(["write", "spell", "copy", "trace"])
_DRAWING = frozenset(["copy", "draw", "trace", "imitate", "make", "form"])
_ASKING = frozenset(["ask", "wait", "look", "reach", "call"])
"""Verbs behind which a 4 may be `for`; elsewhere a digit stays one: `cut it to 4 himself`."""


def _is_uncounted(after: Word) -> bool:
    """`asked 4 help`, `waited 4 him`: behind a real 4 stands a plural or a unit."""
    return after.tag == "o" or bool(
        after.entry
        and after.entry.tag == "n"
        and after.entry.number == "mass"
        and after.entry.kind in ("activity", "abstract")
    )


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
        case "t" if options >= {"a", "b"} and _followed_by(after, "n") and _moves(before):
            return "ab"
        case "t" | "m":
            return "bnarp"
        case "x":
            return _after_auxiliary(last)
        case "q" if last.quantity is not None and last.quantity.kind in ("date", "clock_time", "grade", "age"):
            return _at_the_start(word, options, after)
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
            return "dprnagetuvbz" if not _followed_by(after, "n") else "daprngtevbz"
    return _at_the_start(word, options, after)


def _followed_by(after: Word | None, tags: str) -> bool:
    return (after is not None and any(entry.tag in tags for entry in after.entries or ())) or bool(
        after and after.tag in tags
    )


def options_of(word: Word) -> set[str]:
    return {entry.tag for entry in word.entries}


def _flag(word: Word, flag: str) -> bool:
    return any(flag in entry.also for entry in word.entries)


def _object_follows(after: Word | None) -> bool:
    return after is not None and (after.tag in "doqQ" or after.tag == "t")


def _at_the_start(word: Word, options: set[str], after: Word | None) -> str:
    """A fragment begins with its verb more often than not; nouns that are also verbs need an object behind."""
    bodily = any(entry.tag == "n" and entry.kind in ("body", "clothing") for entry in word.entries)
    if bodily and options & set("bz") and not _object_follows(after):
        return "nbz"
    if options & set("bz") and "n" in options and after is not None and after.text in _PARTICLES:
        return "bzvn"
    if "z" in options and "n" in options and after is not None and after.tag in "cIAC":
        return "nz"
    if "n" in options and ((_flag(word, "noun") and "b" in options) or (_flag(word, "nouns") and "z" in options)):
        if "z" in options and _followed_by(after, "n") and not _followed_by(after, "vza"):
            return "zn"
        return "vzbn" if _object_follows(after) and after and after.tag != "q" else "nvzba"
    if "g" in options and "n" in options:
        return "gn" if _followed_by(after, "dqon") and not _followed_by(after, "vz") else "ngvz"
    if options >= {"a", "r"} and _followed_by(after, "n") and not _followed_by(after, "vz"):
        return "a"
    if "a" in options and ("v" in options or "e" in options):
        verb = _object_follows(after) or not _flag(word, "adj") or (after is not None and after.text in _PARTICLES)
        return "van" if verb else "avzn"
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
    if options_of(word) >= {"a", "b"} and not _object_follows(after):
        return "avxmzpcsrgenb"
    if options_of(word) == {"a", "n"} and "-" in word.text and not _followed_by(after, "n"):
        return "na"
    if "n" in options_of(word) and after is not None and after.tag == "v" and not _followed_by(after, "n"):
        return "nvzxmpcsrgeab"
    plural = last.entry is not None and last.entry.number == "plural"
    person = last.kind == "person"
    said_of_things = any(entry.tag == "a" and entry.kind in ("thing", "both") for entry in word.entries)
    if (
        options_of(word) >= {"a", "r"}
        and word.text not in ("alone", "together")
        and said_of_things
        and not _followed_by(after, "naegvz")
    ):
        return "axmvzpcsrgenb"
    if _flag(word, "nouns") or _flag(word, "noun"):
        if person or (_object_follows(after) and after is not None and after.tag != "q"):
            return "zvbnrpga"
        return "nvrpcszbga" if not plural else "vbrpcsnzga"
    if plural:
        return "xmvbpcsrgeanz"
    return "xmvzpcsrgeanb"


def _like_the_other_side(word: Word, options: set[str], before: Sequence[Word], after: Word | None) -> str:
    """After `and`: the same kind of word as the nearest one on the other side that this word can be."""
    verbless = not any(other.tag in "vzbmx" for other in before)
    if verbless and "a" in options and _followed_by(after, "n"):
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
