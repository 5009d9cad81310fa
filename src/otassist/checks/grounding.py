"""Nothing in a note that the jot does not say: numbers, levels, quotations, denials, actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..domain import Finding, Statement
from ..language import Word, words_of
from ..language.quantities import numbers
from ..language.tables import rules
from .grounds import Grounds, level_key, nearest, people_in, share_of, squeezed
from .sentences import Sentence

_EXEMPT_ORIGINS = {"blank", "proposed", "therapist"}


def ungrounded(sentences: Sequence[Sentence], given: Grounds) -> Iterator[Finding]:
    """Blockers for what is not in the jot, in the order of the note."""
    for sentence in sentences:
        if sentence.origin in _EXEMPT_ORIGINS:
            continue
        words = words_of(sentence.text)
        yield from _quantities(sentence, words, given)
        yield from _levels(sentence, words, given)
        yield from _quotes(sentence, words, given)
        yield from _meaning(sentence, words, given)


def _quantities(sentence: Sentence, words: Sequence[Word], given: Grounds) -> Iterator[Finding]:
    for word in words:
        if word.quantity and not _is_given(word, given):
            yield _blocker(
                "invented_quantity", sentence, word,
                f"{word.source!r} is not in the jot.",
                "Take it out, or add to the jot where it comes from.",
            )  # fmt: skip
        elif word.level and word.level.kind == "cue" and not set(numbers(word.source)) <= given.numbers:
            yield _blocker(
                "invented_quantity", sentence, word,
                f"The count in {word.source!r} is not in the jot.",
                "Use the jot's own count.",
            )  # fmt: skip


def _is_given(word: Word, given: Grounds) -> bool:
    """The same quantity, a share that equals one of the jot's, or a bare number the jot has."""
    assert word.quantity
    if word.quantity.value in given.quantities:
        return True
    share = share_of(word)
    if share is not None:
        return share in given.shares
    found = numbers(word.quantity.value)
    if word.quantity.kind in ("number", "times", "ordinal", "grade", "age", "date"):
        return bool(found) and set(found) <= given.numbers or word.source.lower() in ("one", "once") or not found
    return bool(found) and set(found) <= given.numbers and _unit(word.quantity.value, given)


def _unit(value: str, given: Grounds) -> bool:
    """The unit stands with one of the jot's quantities too."""
    units = [part for part in value.split() if part.isalpha()]
    return not units or any(all(unit in held for unit in units) for held in given.quantities)


def _levels(sentence: Sentence, words: Sequence[Word], given: Grounds) -> Iterator[Finding]:
    for word in words:
        if not word.level or level_key(word) in given.levels or _same_grade(word, given):
            continue
        check = "invented_cue" if word.level.kind == "cue" else "invented_assist"
        yield _blocker(
            check, sentence, word,
            f"The level {word.source!r} is not in the jot.",
            "Use the level the jot gives for this task, or leave the level out.",
        )  # fmt: skip


def _same_grade(word: Word, given: Grounds) -> bool:
    """`moderate assistance` stands on `moderate physical assistance`; a bare `cues` stands on any cue."""
    parts = set(level_key(word).split())
    return any(parts <= set(held.replace("/", " ").split()) for held in given.levels)


def _quotes(sentence: Sentence, words: Sequence[Word], given: Grounds) -> Iterator[Finding]:
    for word in words:
        if word.tag == "Q" and squeezed(word.source[1:-1]).strip(" .,") not in given.text:
            yield _blocker(
                "invented_quote", sentence, word,
                "The jot does not have these words.",
                "Quote exactly, or report without quotation marks.",
            )  # fmt: skip


def _meaning(sentence: Sentence, words: Sequence[Word], given: Grounds) -> Iterator[Finding]:
    """Denial and actor compared with the statement the sentence tells of."""
    if any(word.tag == "Q" for word in words):
        return
    statement = given.statements.get(sentence.statements[0]) if len(sentence.statements) == 1 else nearest(words, given)
    if statement is None:
        return
    yield from _polarity(sentence, words, statement)
    yield from _actor(sentence, words, given)


def _polarity(sentence: Sentence, words: Sequence[Word], statement: Statement) -> Iterator[Finding]:
    denied = _denies(words)
    if statement.negated and not denied:
        yield _finding("lost_negation", sentence, f"The jot denies this ({statement.text!r}); the sentence does not.", "Put the denial back.")
    elif denied and not statement.negated:
        yield _finding("added_negation", sentence, f"The jot does not deny this ({statement.text!r}).", "Take the denial out.")


def _denies(words: Sequence[Word]) -> bool:
    forms = rules("markers")["negation"]["forms"]
    said = {part for word in words for part in (word.source.lower(), word.text.lower(), *word.text.lower().split())}
    return bool(said & set(forms))


def _actor(sentence: Sentence, words: Sequence[Word], given: Grounds) -> Iterator[Finding]:
    for role in people_in(words):
        if role not in given.people:
            yield _finding("invented_actor", sentence, f"No {role.replace('_', ' ')} is named in the jot.", "Name whoever the jot names.")


def _blocker(check: str, sentence: Sentence, word: Word, message: str, remedy: str) -> Finding:
    start = sentence.start + word.start
    return Finding("", check, "blocker", "good practice", message, remedy, sentence.clause, start, start + len(word.source))


def _finding(check: str, sentence: Sentence, message: str, remedy: str) -> Finding:
    return Finding("", check, "blocker", "good practice", message, remedy, sentence.clause, sentence.start, sentence.end)
