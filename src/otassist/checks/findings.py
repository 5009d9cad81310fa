"""How a grounding check reports: a blocker on a word, on a stretch or on a whole sentence."""

from __future__ import annotations

from ..domain import Finding, Severity
from ..language import Word
from .sentences import Sentence


def at_word(check: str, sentence: Sentence, word: Word, message: str, remedy: str) -> Finding:
    return at(check, sentence, word.start, word.end, message, remedy)


def at(
    check: str,
    sentence: Sentence,
    start: int,
    end: int,
    message: str,
    remedy: str,
    severity: Severity = "blocker",
) -> Finding:
    """`start` and `end` are places in the sentence."""
    place = sentence.start
    return Finding("", check, severity, "good practice", message, remedy, sentence.clause, place + start, place + end)


def on_sentence(check: str, sentence: Sentence, message: str, remedy: str, severity: Severity = "blocker") -> Finding:
    return at(check, sentence, 0, len(sentence.text), message, remedy, severity)


def unlike(last: Finding) -> Finding:
    """A blocker where a note has so little of the jot that it is read no further; `last` is the last thing told."""
    message = "From here on the note was not checked: too much before it is not in the jot."
    remedy = "Send the jot that belongs to this note, or check a shorter note."
    return Finding("", "unlike_the_jot", "blocker", "good practice", message, remedy, None, last.start, last.end)
