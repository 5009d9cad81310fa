"""A tag that cannot be in its place is mended: a verb where none can stand is a noun, a `+` between words joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import Entry
from .neighbours import BREAKS, PARTICLES, flagged, followed_by, object_follows
from .tables import rules
from .word import Word, retag


def possible(word: Word, before: Sequence[Word], ahead: Sequence[Word]) -> Word:
    """A verb where none can stand is a noun (`the tire shop`, `4 checks`); a `+` between words joins them."""
    last = before[-1] if before else None
    after = ahead[0] if ahead else None
    if word.kind == "person" and last is not None and last.lemma in rules("grammar")["spelling"]:
        return replace(word, text=word.source, entries=(), entry=None)  # `write mommy`: the word, not the person
    if _is_named(word, last):
        return replace(word, text=word.source)
    if word.text == "both" and word.tag == "d" and followed_by(after, "zvbm") and not followed_by(after, "n"):
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
        last.tag in "dpaq"
        or _counts(last)
        or (last.tag in "nq" and flagged(word, "nouns") and not _takes_object(after))
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
    if word.tag == "d" and word.text == "her" and not followed_by(after, "naegq"):
        return replace(word, tag="o")
    if word.tag == "g" and last.tag == "d" and not followed_by(after, "n"):
        return replace(word, tag="n", entry=Entry(word.text, "n", word.lemma, "mass", "activity", "none"))
    if word.source == "w" and _is_letter(before):
        return replace(word, tag="n", text="w", entries=(), entry=None, known=False)
    if word.source == "4" and after is not None and last.lemma in rules("grammar")["asking"] and _is_uncounted(after):
        return replace(word, tag="p", text="for", quantity=None)
    if word.source == "+" and last.lemma in rules("grammar")["drawing"]:
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


def _takes_object(after: Word | None) -> bool:
    """Behind a plural noun stands no second noun: `endurance limits length` has a verb."""
    particle = after is not None and after.text in PARTICLES
    return particle or object_follows(after) or (after is not None and {entry.tag for entry in after.entries} == {"n"})


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
    return flagged(word, "nouns") or flagged(word, "noun")


def _opens_compound(word: Word, ahead: Sequence[Word]) -> bool:
    """`claw grip on`: an unusual base verb before a noun names it, unless a level says how it was done."""
    named = flagged(word, "noun") and followed_by(ahead[0] if ahead else None, "n")
    if word.tag != "b" or (word.lemma in rules("closed_words")["bare_verbs"]["words"] and not named):
        return False
    if word.entry is not None and word.entry.actor == "therapist" and not flagged(word, "noun"):
        return False
    phrase = next((index for index, other in enumerate(ahead) if other.tag in BREAKS + ","), len(ahead))
    named = named or followed_by(ahead[0] if ahead else None, "vxm")
    return (named or followed_by(ahead[0] if ahead else None, "nuq")) and not any(
        other.tag in "ACI" for other in ahead[:phrase]
    )


def _is_planned(before: Sequence[Word]) -> bool:
    """Behind `plan:` or `next:` a base verb is what will be done."""
    return len(before) > 1 and before[-1].tag == ":"


def _no_base_verb(last: Word, after: Word | None) -> bool:
    """Behind a preposition, article, adjective, count or a single thing no base form can be the verb."""
    if last.tag in "vz":
        return not object_follows(after)
    if last.tag == "n":
        single = last.entry is not None and last.entry.number != "plural"
        return single and last.kind not in ("person", "name")
    return last.tag in "pdaegb" or _counts(last)


def _counts(last: Word) -> bool:
    return last.quantity is not None and last.quantity.kind in ("number", "money")


def _as_noun(word: Word, number: str) -> Word:
    entry = Entry(word.text, "n", word.lemma, number, article="none" if number == "plural" else "the")
    return replace(word, tag="n", entry=entry)


def _is_uncounted(after: Word) -> bool:
    """`asked 4 help`, `waited 4 him`: behind a real 4 stands a plural or a unit."""
    return after.tag == "o" or bool(
        after.entry
        and after.entry.tag == "n"
        and after.entry.number == "mass"
        and after.entry.kind in ("activity", "abstract")
    )
