"""Names the student from sentence to sentence, so that openings vary and nobody is confused.

The label and the pronoun given are used; gender is never guessed. Where none is given, `they` may follow a sentence
about the student that names nobody and nothing else `they` could be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language import words_of
from ..language.lexicon import lexicon
from .phrasing import STUDENT
from .spelling import Voice, capital

_PLURAL_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do"}


class Teller:
    """Finishes sentences one after the other and remembers how the last ones began."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._openings: list[str] = []
        self._last = ""
        self._about_student = False

    def new_section(self) -> None:
        """A heading stands between: the student is named anew."""
        self._about_student = False
        self._openings.clear()

    def tell(self, candidates: Sequence[str]) -> str:
        """The candidate whose opening was not just used, with the student named and a closing point."""
        told = [(candidate, name) for candidate in candidates for name in self._names(candidate)]
        texts = [_finished(candidate, name) for candidate, name in told]
        unused = [text for text in texts if _opening(text) not in self._openings[-2:]]
        fresh = [text for text in texts if _opening(text) not in self._openings[-1:]]
        text = (unused or fresh or texts)[0]
        self._openings.append(_opening(text))
        self._about_student = STUDENT in told[texts.index(text)][0]
        self._last = text
        return text

    def _names(self, candidate: str) -> list[str]:
        if STUDENT not in candidate:
            return [""]
        names = [self._voice.label, "the student"] if self._voice.label else ["the student"]
        if not self._about_student:
            return names
        if self._voice.pronoun in ("he", "she"):
            return [self._voice.pronoun, *names]
        plain = self._voice.gendered or _names_several(self._last) or _acts_on(candidate)
        return names if plain else [*names, "they"]


def _acts_on(candidate: str) -> bool:
    """`reaches the shelf, asks nobody`: the second verb would not agree with `they`."""
    verbs = [word for word in words_of(candidate.replace(STUDENT, "student")) if word.tag in "zxmv"]
    return any(word.tag == "z" for word in verbs[1:])


def _finished(candidate: str, name: str) -> str:
    text = _agreeing(candidate) if name == "they" else candidate
    text = capital(text.replace(STUDENT, name, 1).replace(STUDENT, "the student").strip())
    return text if re.search(r"[.?!]\"?$", text) else f"{text}."


def _agreeing(candidate: str) -> str:
    """The verb behind the subject in the form that `they` takes."""
    before, _, after = candidate.partition(STUDENT)
    words = after.split(" ")
    for index, word in enumerate(words[:4]):
        if word in _PLURAL_VERBS:
            words[index] = _PLURAL_VERBS[word]
            break
        tags = {entry.tag: entry for entry in lexicon().lookup(word)} if word else {}
        if "z" in tags:
            words[index] = tags["z"].lemma
            break
        if tags.keys() & set("vm"):
            break
    return f"{before}{STUDENT}{' '.join(words)}"


def _names_several(text: str) -> bool:
    """Whether the sentence names people or several things that `they` could mean."""
    return any(
        word.tag == "n"
        and word.entry is not None
        and (word.entry.number == "plural" or word.kind in ("person", "name"))
        and word.text.lower() != "student"
        for word in words_of(text)
    )


def _opening(text: str) -> str:
    """What makes two sentences begin alike: a pronoun, or the first two words."""
    words = text.lower().split()
    return words[0] if words[0] in ("he", "she", "they", "there") else " ".join(words[:2])
