"""Names the student from sentence to sentence, so that openings vary and nobody is confused.

The label and the pronoun given are used; gender is never guessed, and a pronoun follows only where the sentence
before was about the student.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .frames import STUDENT
from .spelling import Voice, capital


class Teller:
    """Finishes sentences one after the other and remembers how the last ones began."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._openings: list[str] = []
        self._about_student = False

    def new_section(self) -> None:
        """A heading stands between: the student is named anew."""
        self._about_student = False
        self._openings.clear()

    def tell(self, candidates: Sequence[str]) -> str:
        """The candidate whose opening was not just used, with the student named and a closing point."""
        told = [self._named(candidate, name) for candidate in candidates for name in self._names(candidate)]
        text = next((text for text in told if _opening(text) not in self._openings[-2:]), told[0])
        if _opening(text) in self._openings[-1:]:
            text = next((other for other in told if _opening(other) not in self._openings[-1:]), text)
        self._openings.append(_opening(text))
        self._about_student = STUDENT in candidates[0][:4] or self._is_about_student(text)
        return text

    def _is_about_student(self, text: str) -> bool:
        return text.startswith(("The student ", "He ", "She ", "They ", f"{self._voice.label} "))

    def _names(self, candidate: str) -> list[str]:
        if STUDENT not in candidate:
            return [""]
        names = ["the student"]
        if self._voice.label:
            names = [self._voice.label, "the student"]
        if self._voice.pronoun in ("he", "she") and self._about_student:
            names = [self._voice.pronoun, *names]
        return names

    def _named(self, candidate: str, name: str) -> str:
        text = candidate.replace(STUDENT, name, 1).replace(STUDENT, "the student")
        text = capital(text.strip())
        return text if re.search(r"[.?!]\"?$", text) else f"{text}."


def _opening(text: str) -> str:
    return " ".join(text.split()[:2]).lower()
