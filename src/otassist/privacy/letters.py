"""What the letters of one word tell: a name, English, or a slip of either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase

from ..language.lexicon import lexicon
from .people import is_finite
from .tokens import Token
from .vocabulary import is_family_word, is_first_name, is_ordinary, listed, privacy_rules, words

PLURAL_CAPITALS = re.compile(r"[A-Z]{1,5}s")
CONTRACTED = re.compile(r"^(?:i|we|you|he|she|they|it|that|there|who|what)'(?:ll|d|ve|re|m)$|n't$")
_LONGEST = 25
"""Letters of a word that may have slipped."""
VOWEL = re.compile(r"[aeiouyà-ÿ]")


@cache
def known_names() -> frozenset[str]:
    return words("first_names") | words("family_names")


@lru_cache(maxsize=20_000)
def is_closed_word(word: str) -> bool:
    return any(entry.tag in "ptdocsw" for entry in lexicon().lookup(word))


def is_past(word: str) -> bool:
    """Whether a word may be a past tense: `cut`, `left`, `put`; `answers` may be a plural."""
    tags = {entry.tag for entry in lexicon().lookup(word)}
    return "v" in tags or ("z" in tags and "n" not in tags)


def names_a_thing(token: Token) -> bool:
    """Whether a word could be what the one before describes: `Brown paper`, `Bell work`."""
    return any(entry.tag == "n" for entry in lexicon().lookup(token.low)) and not is_finite(token.low)


def is_joined(word: str) -> bool | None:
    """Whether a word with capitals or hyphens inside is a name; None where it has none."""
    parts = [part for part in re.split(r"[-\u2010\u2011]|(?<=[a-z])(?=[A-Z])", word) if part]
    low = word.lower().replace("’", "'")
    if PLURAL_CAPITALS.fullmatch(word):
        return False  # PJs, OTs
    if len(parts) < 2 or ("-" not in word and is_ordinary(low)):
        return None
    if low.startswith(tuple(listed("camel", "starts"))) and "-" not in word and not is_ordinary(low):
        return True
    if any(part[0].isupper() and part.lower() in known_names() and not is_ordinary(part.lower()) for part in parts):
        return True
    return not (is_ordinary(low) or all(is_ordinary(part.lower()) for part in parts))


def is_likely_word(word: str) -> bool:
    """Whether an unknown word at a sentence's start has the look of English: an ending, a slip, shorthand."""
    if word in known_names():
        return False
    rules = privacy_rules("naming")["endings"]
    if len(word) >= rules["shortest"] and word.endswith(tuple(rules["words"])):
        return True
    if word in lexicon().misspelt or (len(word) > 3 and not VOWEL.search(word)):
        return True
    return len(word) <= _LONGEST and any(map(is_ordinary, _slips(word)))


def _slips(word: str) -> Iterator[str]:
    """What may have been meant: two letters changed places, in a long word one too many or too few."""
    if len(word) > 4:
        yield from (f"{word[:n]}{word[n + 1]}{word[n]}{word[n + 2 :]}" for n in range(len(word) - 1))
    if len(word) > 6:
        yield from (word[:n] + word[n + 1 :] for n in range(len(word)))
        yield from (word[:n] + more + word[n:] for n in range(1, len(word)) for more in ascii_lowercase)


def is_plain(token: Token) -> bool:
    """Whether a word is English and nothing else: no first name and no family name."""
    return is_ordinary(token.low) and not is_first_name(token.low) and not is_family_word(token.low)
