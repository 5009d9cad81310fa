"""Cuts a jot's words at its hard ends: points, new lines, bullets and section marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..language import Word
from ..language.tables import rules
from .corrections import corrects

Words = Sequence[Word]

ENDS = ".;!?¶|•"


def sentences(words: Words, jot: str) -> list[tuple[list[Word], bool]]:
    """Between hard ends; a dash or slash with space on both sides is one, a dash inside a word is not."""
    segments: list[tuple[list[Word], bool]] = []
    current: list[Word] = []
    closing = 0
    for index, word in enumerate(words):
        if word.tag == "(":
            closing = _closing(words, index)
        if index < closing:
            current.append(word)
            continue
        if word.source in _SOAP and _is_section_mark(words[index + 1 : index + 2], jot):
            if current:
                segments.append((current, False))
            current = []
        if word.tag == "=" and len(current) == 1 and current[0].source.lower() in rules("markers")["labels"]:
            word = replace(word, tag=":")
        if word.tag == "/" and len(current) == 1 and current[0].source in _SOAP and _is_section_mark([word], jot):
            word = replace(word, tag=":")
        if _is_label_dash(current, word):
            current.append(replace(word, tag=":"))
        elif word.tag in ENDS or (_is_bullet(word, jot) and not corrects(current, words[index + 1 : index + 5])):
            if word.tag == "?" and [other.start for other in words[index + 1 : index + 2] if other.tag == "?"] == [
                word.end
            ]:
                continue  # `vision??` asks once
            if _answers_itself(word, words[index + 1 : index + 2]):
                current.append(replace(word, tag="~"))
                continue
            if word.tag == "." and index and _is_shortened(words[index - 1], word, words[index + 1 : index + 2]):
                continue
            if word.tag == "." and words[index + 1 : index + 2] and words[index + 1].tag in "+&":
                continue  # `deod. + hair`
            if word.tag == "?" and not current:
                current = [word]
            elif current:
                asked = word.tag == "?"
                segments.append((current, asked))
                current = []
            elif word.tag == "?" and segments:
                segments[-1] = (segments[-1][0], True)
        else:
            current.append(word)
            if _closes_sentence(word, words[index + 1 : index + 2]):
                segments.append((current, False))
                current = []
    if current:
        segments.append((current, False))
    return segments


def _answers_itself(word: Word, after: Words) -> bool:
    """`burnt finger? NO just steam`, `gloves?? one of em did`: what goes on in the line belongs to the question."""
    goes_on = bool(after) and after[0].tag not in "¶?!" and not after[0].source[:1].isupper()
    answers = ("no", "yes", "nope", "yep", "yup", "not", "none")
    return word.tag == "?" and bool(after) and (goes_on or after[0].source.lower() in answers)


def _is_shortened(word: Word, point: Word, after: Words) -> bool:
    """`Ms. homeroom`, `ch. 4`, `lat. quad grasp`: the point belongs to the word."""
    if word.end != point.start:
        return False
    describes = word.tag == "a" and word.entry is not None and word.entry.shorthand and 2 < len(word.source) < 6
    goes_on = bool(after) and after[0].source[:1].islower() and after[0].tag in "na"
    return word.source.lower() in rules("grammar")["shortened"] or (describes and goes_on)


def _closes_sentence(word: Word, after: Words) -> bool:
    """`"it has to go." regular chair ...`: the point inside a quotation ends the sentence around it."""
    closing = word.tag == "Q" and re.search(r"[.?!]\W?$", word.source) is not None
    said = bool(after) and after[0].source.lower() in rules("markers")["report_verbs"]["forms"]
    return closing and bool(after) and after[0].tag not in ",:;)(o" and not said


def _closing(words: Words, opening: int) -> int:
    """The index of the parenthesis that closes this one on the same line; 0 when none does."""
    for index in range(opening + 1, len(words)):
        if words[index].tag == ")":
            return index
        if words[index].tag in "¶(":
            return 0
    return 0


_SOAP = ("S", "O", "A", "P")


def _is_section_mark(after: Words, jot: str) -> bool:
    """`S:` or `S/ ` opens a section."""
    return bool(after) and (
        after[0].tag == ":" or (after[0].tag == "/" and jot[after[0].end : after[0].end + 1] == " ")
    )


def _is_label_dash(current: Words, word: Word) -> bool:
    """`P - retry`: the dash behind a lone label is its colon."""
    return word.tag == "-" and len(current) == 1 and current[0].source.lower() in rules("markers")["labels"]


def _is_bullet(word: Word, jot: str) -> bool:
    """A dash, slash or asterisk standing free in the text."""
    if word.source not in ("-", "–", "—", "/", "*", "•", "·", "|", "--", "//", ">", ">>", "○", "…", "..", "..."):
        return False
    if word.source == "/" and re.match(r"\s*\d+\s?(?:s|sec|m|min|hr)", jot[word.end :]):
        return False  # `31 stuffed / 20 min` is a rate
    if word.source in (">", ">>") and jot[: word.start].rsplit("\n", 1)[-1].strip(" >"):
        return False
    before = word.start == 0 or jot[word.start - 1].isspace() or jot[word.start - 1] in "-/>."
    after = word.end >= len(jot) or jot[word.end].isspace() or jot[word.end] in "-/>."
    return (before and after) or (before and (word.start == 0 or jot[word.start - 1] == "\n"))
