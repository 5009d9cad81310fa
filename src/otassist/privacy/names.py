"""Names of people as their surroundings and their letters give them away (data/naming.toml).

Every word is asked once what speaks for a name; names then grow over the family names, initials and particles beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from ..language.lexicon import lexicon
from .people import is_finite
from .spans import Span, is_free
from .tokens import Token, tokens
from .vocabulary import (
    is_family_word,
    is_first_name,
    is_ordinary,
    is_word_and_name,
    privacy_rules,
    words,
)

_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,2}[A-Z]\.?(?![\w.])")
_BESIDE = re.compile(r"[ \t]{1,2}|\.[ \t]{1,2}")
_CONTRACTED = re.compile(r"^(?:i|we|you|he|she|they|it|that|there|who|what)'(?:ll|d|ve|re|m)$|n't$")
_PLURAL_CAPITALS = re.compile(r"[A-Z]{1,5}s")
_VOWEL = re.compile(r"[aeiouyà-ÿ]")


def names_in(text: str, taken: Sequence[Span], kept: Sequence[Span]) -> list[Span]:
    """The names outside of what is taken already and of what is kept as it is."""
    reading = _Reading(text, tokens(text), [*taken, *kept])
    initials = [span for span in _initials(text) if is_free(span.start, span.end, reading.closed)]
    return [*reading.names(), *initials]


def _initials(text: str) -> Iterator[Span]:
    """`J.D.`, but not `P.E.`."""
    for match in _DOTTED.finditer(text):
        low = re.sub(r"\s", "", match[0].lower())
        if low not in _listed("dotted", "words") and f"{low}." not in _listed("dotted", "words"):
            yield Span(match.start(), match.end(), "name")


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(privacy_rules("naming")[table][key])


@dataclass
class _Reading:
    """One text being read for names."""

    text: str
    tokens: list[Token]
    closed: list[Span]

    def names(self) -> Iterator[Span]:
        index = 0
        while index < len(self.tokens):
            if not self._is_open(index) or not self._is_name(index):
                index += 1
                continue
            first, last = self._grown(index)
            yield Span(self.tokens[first].start, self._end(last), "name")
            index = last + 1

    def _end(self, index: int) -> int:
        """Where a name ends: `marias turn` is Maria's."""
        token = self.tokens[index]
        bare = token.low.removesuffix("s")
        plural = bare != token.low and bare in _known_names() and token.low not in _known_names()
        return token.end - 1 if plural else token.end

    def _is_open(self, index: int) -> bool:
        return index in self._open

    @cached_property
    def _open(self) -> frozenset[int]:
        closed = [place for span in self.closed for place in range(span.start, span.end)]
        held = frozenset(closed)
        return frozenset(
            n for n, token in enumerate(self.tokens) if not held.intersection((token.start, token.end - 1))
        )

    def _is_name(self, index: int) -> bool:
        token = self.tokens[index]
        if token.is_foreign or self._is_introduced(index):
            return True
        if token.is_capitals and len(token.text) > 1:
            return self._capitals_are_a_name(index)
        if token.text[0].isupper() and len(token.text) > 1:
            return self._capital_is_a_name(index)
        return self._small_is_a_name(index)

    def _is_introduced(self, index: int) -> bool:
        """Behind a title (`Ms. Young`, `mr k`), or where a name is announced (`nickname bug`, `Student JD`)."""
        token, before = self.tokens[index], self._before(index)
        if before is None:
            return False
        between = self.text[before.end : token.start]
        if before.low in _listed("titles", "words") and re.fullmatch(r"\.?[ \t]*", between):
            return self._follows_title(before, token, index)
        if not re.fullmatch(r"[ \t]*[:=#-]?[ \t]*[\"“‘']?", between):
            return False
        if before.low in _listed("labels", "named"):
            return self._is_announced(before, token)
        return before.low in _listed("labels", "people") and self._are_initials(index)

    def _follows_title(self, title: Token, token: Token, index: int) -> bool:
        if title.is_capitals and len(title.text) > 1 and not token.shouts:
            return False  # MS is a middle school
        if title.low in _listed("titles", "weak") and not (token.text[0].isupper() and not token.shouts):
            return False
        if token.text[0].isupper() and not token.shouts:
            return title.low not in _listed("titles", "weak") or not self._is_plain(token) or len(token.text) == 1
        after = self._after(index)
        return not is_ordinary(token.low) or is_family_word(token.low) or (len(token.low) == 1 and after is not None)

    def _is_plain(self, token: Token) -> bool:
        return is_ordinary(token.low) and not is_first_name(token.low) and not is_family_word(token.low)

    def _is_announced(self, label: Token, token: Token) -> bool:
        if label.low in ("nickname", "nicknamed", "aka", "a.k.a.") and len(token.text) > 1:
            return not _is_closed_word(token.low)
        return (token.is_title or token.is_capitals) and len(token.text) > 1 and not self._is_known_shape(token)

    def _is_known_shape(self, token: Token) -> bool:
        return is_ordinary(token.low) and not is_first_name(token.low) and not is_family_word(token.low)

    def _are_initials(self, index: int) -> bool:
        """One to three capitals behind a label that are no shorthand; `A` and `I` are mostly words."""
        token, after = self.tokens[index], self._after(index)
        if not token.is_capitals or len(token.text) > 3 or (token.shouts and len(token.text) > 1):
            return False
        if len(token.text) == 1:
            acts = token.owns or (after is not None and is_finite(after.low))
            return acts or (token.text not in "AI" and not re.match(r"\s?[x\d]", self.text[token.end :]))
        return not is_ordinary(token.text)

    def _capitals_are_a_name(self, index: int) -> bool:
        token = self.tokens[index]
        if is_word_and_name(token.low) or is_family_word(token.low):
            emphasis = token.shouts or lexicon().knows(token.low)
            return self._acts_or_is_told(index) if emphasis else self._word_is_a_name(index)
        if is_ordinary(token.low):
            return False
        if token.low in _known_names() and len(token.low) > 2:
            return True
        if token.shouts:
            return len(token.low) > 3 and bool(_VOWEL.search(token.low))
        if len(token.text) > 4:
            return bool(_VOWEL.search(token.low))
        after, before = self._after(index), self._before(index)
        if len(token.text) > 3:
            return False
        if before is not None and before.low in _listed("labels", "told") and self._beside(index - 1, index):
            return before.low in _listed("labels", "persons") or token.owns
        return token.owns or (token.opens and after is not None and is_finite(after.low))

    def _capital_is_a_name(self, index: int) -> bool:
        token = self.tokens[index]
        if is_word_and_name(token.low):
            return self._word_is_a_name(index)
        if is_family_word(token.low):
            return self._acts_or_is_told(index)
        if token.low in words("family_names"):
            return True
        if _is_joined(token.text) is not None:
            return bool(_is_joined(token.text))
        if _CONTRACTED.search(token.low):
            return False
        if is_ordinary(token.low):
            return self._is_spoken_to(index)
        if not token.opens or not _is_likely_word(token.low):
            return True
        return token.low not in lexicon().misspelt and self._acts_or_is_told(index)

    def _word_is_a_name(self, index: int) -> bool:
        """`Grace` inside a sentence, and `Grace copied` at its start; `May` inside one is mostly the month."""
        token, after, before = self.tokens[index], self._after(index), self._before(index)
        if self._acts_or_is_told(index):
            return True
        if after is not None and self._beside(index, index + 1) and self._could_be_family(index + 1):
            return True
        if token.opens:
            return self._heads_a_line(token)
        if token.low in _listed("calendar", "words"):
            return False
        titled = sum(each.is_title and not each.opens for each in (before, after) if each is not None)
        return titled == 0 or (before is not None and before.low in _listed("labels", "told"))

    def _heads_a_line(self, token: Token) -> bool:
        """`Grace: 4/5`, `- Wilder 3/4`: whom a line is about."""
        if token.low in _listed("headers", "words") or not token.is_title:
            return False
        behind = self.text[token.end : token.end + 8]
        counted = re.match(r"\s\d+\s?/\s?\d", behind) and not any(e.tag in "bvz" for e in lexicon().lookup(token.low))
        return bool(re.match(r"\s?:(?!\d)", behind) or counted)

    def _could_be_family(self, index: int) -> bool:
        token = self.tokens[index]
        return self._is_open(index) and token.is_title and not is_ordinary(token.low)

    def _acts_or_is_told(self, index: int) -> bool:
        """Whether what stands beside a word makes it a person: `X copied`, `X's`, `told X`, `per X`, `X and Maria`."""
        token, after, before = self.tokens[index], self._after(index), self._before(index)
        if after is not None and self._beside(index, index + 1) and (token.is_title or token.opens or token.shouts):
            if after.low in _listed("labels", "says") or (is_finite(after.low) and self._can_open(token)):
                return True
            if token.low not in _listed("modals", "words") and _is_past(after.low) and token.opens:
                return True
        named = is_word_and_name(token.low) or not is_family_word(token.low)
        if token.owns and (token.is_title or token.shouts) and named:
            return token.low not in _listed("calendar", "words")
        if self._stands_with_a_name(index):
            return True
        if before is None or (token.opens and not token.shouts):
            return False
        told = before.low in _listed("labels", "told") or before.low in _listed("labels", "people")
        if re.search(r"(?:^|\s)w/\s?$", self.text[: token.start]):
            told = True
        plain = after is None or not self._beside(index, index + 1) or not _names_a_thing(after)
        dated = token.low in _listed("calendar", "words") and before.low in _listed("calendar", "behind")
        return told and plain and not dated

    def _stands_with_a_name(self, index: int) -> bool:
        """`Rose and Maria`, `Will & Jose`: beside a name that can be nothing else."""
        token = self.tokens[index]
        if index + 2 >= len(self.tokens) or not token.is_title:
            beyond = None
        elif self.tokens[index + 1].low == "and":
            beyond = self.tokens[index + 2]
        else:
            joined = re.fullmatch(r"\s?[&+/]\s?", self.text[token.end : self.tokens[index + 1].start])
            beyond = self.tokens[index + 1] if joined else None
        return beyond is not None and beyond.is_title and not is_ordinary(beyond.low)

    def _is_spoken_to(self, index: int) -> bool:
        """Any word with a capital where only a person is told, asked or thanked: `told Comfort to wait`."""
        token, before, after = self.tokens[index], self._before(index), self._after(index)
        if before is None or token.opens or token.shouts or not self._beside(index - 1, index):
            return False
        person = any(entry.kind == "person" for entry in lexicon().lookup(token.low))
        person = person or _is_closed_word(token.low) or token.low in _listed("titles", "words")
        alone = after is None or not (after.is_title or _names_a_thing(after))
        return before.low in _listed("labels", "persons") and not person and alone

    def _can_open(self, token: Token) -> bool:
        """`Speed improved` is about speed; inside a sentence a capital says more."""
        return is_word_and_name(token.low) or not token.opens or not is_ordinary(token.low)

    def _small_is_a_name(self, index: int) -> bool:
        token = self.tokens[index]
        low = token.low
        if low in _known_names():
            known = len(low) > 3 or low in _listed("small", "words")
            return (known and not is_ordinary(low)) or self._acts_in_small_letters(index)
        bare = low.removesuffix("s")
        return (
            bare != low and len(bare) > 3 and bare in _known_names() and not is_ordinary(low) and not is_ordinary(bare)
        )

    def _acts_in_small_letters(self, index: int) -> bool:
        """`grace copied 3/5`, `told will`: an ordinary word where only somebody can stand."""
        token, before, after = self.tokens[index], self._before(index), self._after(index)
        if token.low in _listed("headers", "words") & _listed("calendar", "words"):
            return False
        if before is not None and self._beside(index - 1, index) and before.low in _listed("labels", "persons"):
            return after is None or not (self._beside(index, index + 1) and _names_a_thing(after))
        acts = after is not None and self._beside(index, index + 1) and is_finite(after.low)
        return token.opens and acts and after is not None and after.low not in _listed("labels", "being")

    def _grown(self, index: int) -> tuple[int, int]:
        """The first and the last word of the name around one."""
        first, last = index, index
        while first > 0 and self._beside(first - 1, first) and self._belongs_before(first - 1):
            first -= 1
        while last + 1 < len(self.tokens):
            step = self._step(last)
            if not step:
                break
            last += step
        return first, last

    def _belongs_before(self, index: int) -> bool:
        token = self.tokens[index]
        if not self._is_open(index) or token.owns:
            return False
        initial = len(token.text) == 1 and token.is_capitals and self.text[token.end : token.end + 1] == "."
        return initial or (token.is_title and is_first_name(token.low))

    def _step(self, last: int) -> int:
        """How many words further a name goes on; 0 where it ends."""
        if self.tokens[last].owns or not self._beside(last, last + 1):
            return 0
        if self._goes_on(last + 1):
            return 1
        ahead = last + 1
        while ahead + 1 < len(self.tokens) and self.tokens[ahead].low in _listed("particles", "words"):
            if not self._beside(ahead, ahead + 1) or ahead - last > 3:
                return 0
            ahead += 1
            if self.tokens[ahead].is_title and self._is_open(ahead) and not self._is_plain(self.tokens[ahead]):
                return ahead - last
        return 0

    def _goes_on(self, index: int) -> bool:
        token, before = self.tokens[index], self.tokens[index - 1]
        if not self._is_open(index):
            return False
        if token.is_foreign:
            return True
        if self._is_small_part(index):
            return True
        if len(token.text) == 1:
            return token.is_capitals and token.text != "I" and not token.shouts and before.is_title
        if token.is_title and not token.shouts:
            return not is_ordinary(token.low) or is_family_word(token.low) or is_word_and_name(token.low)
        if token.low in _known_names() and token.is_capitals == before.is_capitals:
            return not is_ordinary(token.low)
        return False

    def _is_small_part(self, index: int) -> bool:
        """`An` in `Văn An`: a short word with a capital right behind a name, where no sentence begins."""
        token, before = self.tokens[index], self.tokens[index - 1]
        known = _is_closed_word(token.low) and token.low not in ("i", "a")
        return known and token.is_title and not token.opens and before.is_title and not before.low.endswith("ed")

    def _beside(self, index: int, other: int) -> bool:
        """Whether two words stand side by side, with an initial's full stop between them at most."""
        if other >= len(self.tokens):
            return False
        first, second = self.tokens[index], self.tokens[other]
        between = self.text[first.end : second.start]
        if between.startswith(".") and len(first.text) > 2:
            return False
        return bool(_BESIDE.fullmatch(between))

    def _before(self, index: int) -> Token | None:
        return self.tokens[index - 1] if index else None

    def _after(self, index: int) -> Token | None:
        return self.tokens[index + 1] if index + 1 < len(self.tokens) else None


@cache
def _known_names() -> frozenset[str]:
    return words("first_names") | words("family_names")


@cache
def _is_closed_word(word: str) -> bool:
    return any(entry.tag in "ptdocsw" for entry in lexicon().lookup(word))


def _is_past(word: str) -> bool:
    """Whether a word may be a past tense: `cut`, `left`, `put`; `answers` may be a plural."""
    tags = {entry.tag for entry in lexicon().lookup(word)}
    return "v" in tags or ("z" in tags and "n" not in tags)


def _names_a_thing(token: Token) -> bool:
    """Whether a word could be what the one before describes: `Brown paper`, `Bell work`."""
    return any(entry.tag == "n" for entry in lexicon().lookup(token.low)) and not is_finite(token.low)


def _is_joined(word: str) -> bool | None:
    """Whether a word with capitals or hyphens inside is a name; None where it has none."""
    parts = [part for part in re.split(r"[-\u2010\u2011]|(?<=[a-z])(?=[A-Z])", word) if part]
    low = word.lower().replace("’", "'")
    if _PLURAL_CAPITALS.fullmatch(word):
        return False  # PJs, OTs
    if len(parts) < 2 or ("-" not in word and is_ordinary(low)):
        return None
    if low.startswith(tuple(_listed("camel", "starts"))) and "-" not in word and not is_ordinary(low):
        return True
    if any(part[0].isupper() and part.lower() in _known_names() and not is_ordinary(part.lower()) for part in parts):
        return True
    return not (is_ordinary(low) or all(is_ordinary(part.lower()) for part in parts))


def _is_likely_word(word: str) -> bool:
    """Whether an unknown word at a sentence's start has the look of English: an ending, a slip, shorthand."""
    if word in _known_names():
        return False
    rules = privacy_rules("naming")["endings"]
    if len(word) >= rules["shortest"] and word.endswith(tuple(rules["words"])):
        return True
    if word in lexicon().misspelt or (len(word) > 3 and not _VOWEL.search(word)):
        return True
    swaps = (f"{word[:n]}{word[n + 1]}{word[n]}{word[n + 2 :]}" for n in range(len(word) - 1))
    return len(word) > 5 and any(is_ordinary(swap) for swap in swaps)
