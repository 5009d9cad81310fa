"""Denials that a note adds or loses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ..domain import Finding
from ..language import Word
from ..language.tables import rules
from .denials import Denial, denials, falls_short
from .findings import at, at_word, on_sentence
from .grounds import Grounds, Told
from .levels import is_independent
from .roots import root
from .segments import Segment, all_stems, stems
from .sentences import Sentence
from .wording import is_verbatim, wording


def added_denials(sentence: Sentence, given: Grounds) -> Iterator[Finding]:
    """A blocker where the jot affirms what is denied here, a warning where it does not speak of it."""
    linked = given.of(sentence.statements) or given.told
    if sentence.statements and any(item.statement.negated or item.denials for item in linked):
        return
    for denial in denials(sentence.words):
        if denial.word.level or denial.word.quantity or _is_denied(denial, linked) or _is_alone(denial, given):
            continue
        if denial.head in _untroubled() or _is_told(denial.word, given):
            continue
        inferred = sentence.section == "assessment"
        if _is_affirmed(denial, linked) if not inferred else any(denial.head in item.stems for item in linked):
            yield at_word(
                "added_negation", sentence, denial.word, "The jot does not deny this.", "Take the denial out."
            )
        elif not inferred:  # which may say what is not there yet
            message = f"The jot does not say {denial.word.source!r} of this."
            place = denial.word.start, denial.word.end
            yield at("added_negation", sentence, *place, message, "Take it out, or add it to the jot.", "warning")


def _is_denied(denial: Denial, linked: Sequence[Told]) -> bool:
    """The jot denies it too, or has words that fall short in the same stretch."""
    wanted = denial.what or denial.around
    if not denial.head and _ends_alike(denial, linked):
        return True
    if denial.word.text.lower() in ("none", "no", "never") and any(
        held.word.quantity and (wanted & (held.what | held.around) or not denial.head)
        for item in linked
        for held in item.denials
    ):
        return True  # `0 alone` told as `none on her own`
    for before, item in pairwise([None, *linked]):
        assert item
        if any(wanted & (held.what | held.around) for held in item.denials):
            return True
        if before and any((held.refers or not held.head) and wanted & before.stems for held in item.denials):
            return True  # `heavy work, then sat 9 min. w/o it 3 min`
        if any(not held.head and denial.around & held.what for held in item.denials):
            return True
        if any(wanted & part.stems and falls_short(part.words, wanted) for part in item.segments):
            return True
    return False


@cache
def _untroubled() -> frozenset[str]:
    """What `without trouble` denies: nothing."""
    return frozenset(root(word) for word in rules("note_rules")["denials"]["untroubled"])


def _is_told(word: Word, given: Grounds) -> bool:
    """`stopped twice` where the jot says `two stops`: the jot's own word."""
    return not word.text.lower().startswith(("no", "without")) and root(word.lemma) in given.vocabulary


def _is_alone(denial: Denial, given: Grounds) -> bool:
    """`without help` where the jot says `I`."""
    helps = {root(word) for word in rules("note_rules")["levels"]["nouns"]}
    return bool(denial.what) and denial.what <= helps and is_independent(given)


def _ends_alike(denial: Denial, linked: Sequence[Told]) -> bool:
    """`8 minutes without`, `none`: nothing follows, and the jot has such a denial too."""
    others = [held for item in linked for held in item.denials]
    return any(not held.head or held.word.text.lower() == denial.word.text.lower() for held in others)


def _is_affirmed(denial: Denial, linked: Sequence[Told]) -> bool:
    return any((denial.what or denial.around) & item.stems for item in linked)


def lost_denials(sentences: Sequence[Sentence], given: Grounds) -> Iterator[Finding]:
    """A blocker on the sentence that tells what the jot denies as if it were so."""
    told = [sentence for sentence in sentences if sentence.origin == "observed"]
    noted = wording([word for sentence in sentences for word in sentence.every_word])
    for item in given.told:
        for denial in item.denials:
            if any(denial.word in part.words and is_verbatim(part, noted) for part in item.segments):
                continue
            found = _teller(denial, item, told)
            if found and item.statement.role not in ("header", "question"):
                yield on_sentence(
                    "lost_negation",
                    found,
                    f"The jot denies this ({item.statement.text!r}); the sentence does not.",
                    "Put the denial back.",
                )


def _teller(denial: Denial, item: Told, told: Sequence[Sentence]) -> Sentence | None:
    """The sentence closest to the denial when none of those closest to it denies the same."""
    own = [sentence for sentence in told if item.statement.id in sentence.statements]
    near = {sentence: _nearness(denial, sentence) for sentence in own or told}
    most = max(near.values(), default=0)
    if most < min(2, len(denial.what)) or not denial.what:
        return None
    best = [sentence for sentence, count in near.items() if count == most]
    if denial.head and not any(denial.head in stems(one.every_word) | all_stems(one.every_word) for one in best):
        return None
    return None if any(_denies_it(denial, sentence) for sentence in best) else best[0]


def _nearness(denial: Denial, sentence: Sentence) -> int:
    """How much of the denied stretch one stretch of the sentence tells; 0 when nothing of what is denied."""
    held = [
        _stems(part, sentence) for part in sentence.every_segment if denial.what & (part.stems | all_stems(part.words))
    ]
    return max((len(part & (denial.around | denial.what)) for part in held), default=0)


def _stems(part: Segment, sentence: Sentence) -> frozenset[str]:
    """The content of a stretch; with a pronoun for a thing, that of its whole sentence."""
    refers = any(word.text.lower() in ("it", "them", "this", "that") and word.tag == "o" for word in part.words)
    return sentence.stems | all_stems(part.words) if refers else part.stems | all_stems(part.words)


def _denies_it(denial: Denial, sentence: Sentence) -> bool:
    others = list(denials(sentence.every_word))
    if denial.word.text.lower() == "without" and re.search(
        rules("note_rules")["levels"]["alone"], sentence.plain, re.I
    ):
        return True  # `without me` told as `on his own`
    whole = not denial.head or denial.refers  # `glasses not on`: what is denied stands before
    if any(denial.what & (other.what | other.around if whole or not other.head else other.what) for other in others):
        return True
    if any(
        (whole and other.word.text.lower() in ("no", "without", "none"))
        or (not other.head and other.word.text == denial.word.text)
        for other in others
    ):
        return True
    return any(denial.what & part.stems and falls_short(part.words, denial.what) for part in sentence.every_segment)
