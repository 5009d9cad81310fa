"""Nothing lost: a sentence stands for its statement only if every number and content word is still there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language import Word
from ..language.lexicon import lexicon

_CONTENT = "nvzbgearACIQqu"


def keeps_numbers(text: str, source: str) -> bool:
    """Whether every numeral of the source stands in the text."""
    return set(re.findall(r"\d+", source)) <= set(re.findall(r"\d+", text))


def keeps_words(text: str, words: Sequence[Word]) -> bool:
    """Whether every content word stands in the text, in some form of it."""
    said = text.lower()
    return all(_stands(word, said) for word in words if word.tag in _CONTENT and not _is_the_student(word))


def _is_the_student(word: Word) -> bool:
    """`student`, `he`: named anew in every sentence."""
    return word.entry is not None and word.kind == "person" and word.entry.actor == "student"


def _stands(word: Word, said: str) -> bool:
    return any(form in said for form in _forms(word))


def _forms(word: Word) -> list[str]:
    """Beginnings of the forms a sentence may use: as printed, as typed, the lemma, the participle."""
    forms = [word.text.lower(), word.source.lower().strip("\"'“”‘’()")]
    if word.tag == "I":
        return ["independen", "dependen", *(form for form in forms if len(form) > 3)]
    if word.tag == "C":
        return [re.sub(r"s$", "", forms[0]), *forms]
    if word.tag in "vzbge" and word.entry:
        forms += [word.lemma, lexicon().form_of(word.lemma, "e")]
    if word.tag == "a":
        return [form[:4] for form in forms]
    return [form[: max(3, len(form) - 2)] for form in forms]
