"""Names of people as their surroundings and their letters give them away.

Every word is asked once what speaks for a name; names then grow over the family names, initials and particles beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.lexicon import lexicon
from .letters import CONTRACTED, VOWEL, is_closed_word, is_joined, is_likely_word, is_plain, known_names
from .people import is_finite
from .spans import Places, Span
from .surroundings import Surroundings
from .tokens import tokens
from .vocabulary import is_family_word, is_first_name, is_ordinary, is_word_and_name, listed, words

_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,2}[A-Z]\.?(?![\w.])")


def names_in(text: str, closed: Places) -> list[Span]:
    """The names outside of what is taken already or kept as it is."""
    reading = _Reading(text, tokens(text), closed)
    return [*reading.names(), *filter(closed.is_free, _initials(text))]


def _initials(text: str) -> Iterator[Span]:
    """`J.D.`, but not `P.E.`."""
    for match in _DOTTED.finditer(text):
        low = re.sub(r"\s", "", match[0].lower())
        if low not in listed("dotted") and f"{low}." not in listed("dotted"):
            yield Span(match.start(), match.end(), "name")


class _Reading(Surroundings):
    """One text being read for names."""

    def names(self) -> Iterator[Span]:
        index = 0
        while index < len(self.tokens):
            if not self.is_open(index) or not self._is_name(index):
                index += 1
                continue
            first, last = self._grown(index)
            yield Span(self.tokens[first].start, self._end(last), "name")
            index = last + 1

    def _end(self, index: int) -> int:
        """Where a name ends: `marias turn` is Maria's."""
        token = self.tokens[index]
        bare = token.low.removesuffix("s")
        plural = bare != token.low and bare in known_names() and token.low not in known_names()
        return token.end - 1 if plural else token.end

    def _is_name(self, index: int) -> bool:
        token = self.tokens[index]
        if token.is_foreign or self.is_introduced(index):
            return True
        if token.is_capitals and len(token.text) > 1:
            return self._capitals_are_a_name(index)
        if token.text[0].isupper() and len(token.text) > 1:
            return self._capital_is_a_name(index)
        return self._small_is_a_name(index)

    def _capitals_are_a_name(self, index: int) -> bool:
        token = self.tokens[index]
        if is_word_and_name(token.low) or is_family_word(token.low):
            emphasis = token.shouts or lexicon().knows(token.low)
            return self.acts_or_is_told(index) if emphasis else self._word_is_a_name(index)
        if is_ordinary(token.low):
            return False
        if token.low in known_names() and len(token.low) > 2:
            return True
        if token.shouts:
            return len(token.low) > 3 and bool(VOWEL.search(token.low))
        if len(token.text) > 4:
            return bool(VOWEL.search(token.low))
        after, before = self.after(index), self.before(index)
        if before is not None and before.low in listed("labels", "told") and self.beside(index - 1, index):
            return before.low in listed("labels", "persons") or token.owns
        return token.owns or (token.opens and after is not None and is_finite(after.low))

    def _capital_is_a_name(self, index: int) -> bool:
        token = self.tokens[index]
        if is_word_and_name(token.low):
            return self._word_is_a_name(index)
        if is_family_word(token.low):
            return self.acts_or_is_told(index)
        if token.low in words("family_names"):
            return True
        if is_joined(token.text) is not None:
            return bool(is_joined(token.text))
        if CONTRACTED.search(token.low):
            return False
        if is_ordinary(token.low):
            return self.is_spoken_to(index)
        if not token.opens or not is_likely_word(token.low):
            return True
        return token.low not in lexicon().misspelt and self.acts_or_is_told(index)

    def _word_is_a_name(self, index: int) -> bool:
        """`Grace` inside a sentence, and `Grace copied` at its start; `May` inside one is mostly the month."""
        token, after, before = self.tokens[index], self.after(index), self.before(index)
        if self.acts_or_is_told(index) or self.stands_in_a_row(index):
            return True
        if after is not None and self.beside(index, index + 1) and self._could_be_family(index + 1):
            return True
        if token.opens:
            return self.heads_a_line(token)
        if token.low in listed("calendar") or self._is_a_subject(index):
            return False
        titled = any(self._is_title_beside(index, other) for other in (index - 1, index + 1))
        return not titled or (before is not None and before.low in listed("labels", "told"))

    def _is_title_beside(self, index: int, other: int) -> bool:
        """`Cash Register`, `Winter Break`: a heading's words stand side by side, a list's do not."""
        if not 0 <= other < len(self.tokens) or not self.beside(*sorted((index, other))):
            return False
        return self.tokens[other].is_title and not self.tokens[other].opens

    def _is_a_subject(self, index: int) -> bool:
        """`in Art`, `during Art`: a lesson."""
        before = self.before(index)
        return (
            before is not None
            and self.tokens[index].low in listed("subjects")
            and before.low in listed("subjects", "behind")
        )

    def _could_be_family(self, index: int) -> bool:
        token = self.tokens[index]
        return self.is_open(index) and token.is_title and not is_ordinary(token.low)

    def _small_is_a_name(self, index: int) -> bool:
        token = self.tokens[index]
        low = token.low
        if low in known_names():
            known = len(low) > 3 or low in listed("small")
            return (known and not is_ordinary(low)) or self.acts_in_small_letters(index)
        bare = low.removesuffix("s")
        strange = len(low) > 3 and VOWEL.search(low) and not (is_ordinary(low) or is_likely_word(low))
        if strange and not CONTRACTED.search(low):
            return is_joined(token.text) is not False
        return (
            bare != low and len(bare) > 3 and bare in known_names() and not is_ordinary(low) and not is_ordinary(bare)
        )

    def _grown(self, index: int) -> tuple[int, int]:
        """The first and the last word of the name around one."""
        first, last = index, index
        while first > 0 and self.beside(first - 1, first) and self._belongs_before(first - 1):
            first -= 1
        while last + 1 < len(self.tokens):
            step = self._step(last)
            if not step:
                break
            last += step
        return first, last

    def _belongs_before(self, index: int) -> bool:
        token = self.tokens[index]
        if not self.is_open(index) or token.owns:
            return False
        initial = len(token.text) == 1 and token.is_capitals and self.text[token.end : token.end + 1] == "."
        return initial or (token.is_title and is_first_name(token.low))

    def _step(self, last: int) -> int:
        """How many words further a name goes on; 0 where it ends."""
        if self.tokens[last].owns or not self.beside(last, last + 1):
            return 0
        if self._goes_on(last + 1):
            return 1
        ahead = last + 1
        while ahead + 1 < len(self.tokens) and self.tokens[ahead].low in listed("particles"):
            if not self.beside(ahead, ahead + 1) or ahead - last > 3:
                return 0
            ahead += 1
            if self.tokens[ahead].is_title and self.is_open(ahead) and not is_plain(self.tokens[ahead]):
                return ahead - last
        return 0

    def _goes_on(self, index: int) -> bool:
        token, before = self.tokens[index], self.tokens[index - 1]
        if not self.is_open(index):
            return False
        if token.is_foreign:
            return True
        if self._is_small_part(index):
            return True
        if len(token.text) == 1:
            return token.is_capitals and token.text != "I" and not token.shouts and before.is_title
        if token.is_title and not token.shouts:
            return not is_ordinary(token.low) or is_family_word(token.low) or is_word_and_name(token.low)
        if token.low in known_names() and token.is_capitals == before.is_capitals:
            return not is_ordinary(token.low)
        return False

    def _is_small_part(self, index: int) -> bool:
        """`An` in `Văn An`: a short word with a capital right behind a name, where no sentence begins."""
        token, before = self.tokens[index], self.tokens[index - 1]
        known = is_closed_word(token.low) and token.low not in ("i", "a")
        return known and token.is_title and not token.opens and before.is_title and not before.low.endswith("ed")
