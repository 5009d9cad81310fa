"""Words and numbers of a model's clause that nothing it rests on has.

The checks read numbers, levels, quotations, denials and doers of every draft. A model may also invent in plain words
("participated well", "completed the maze"), so each word of substance in its clauses has to come from the jot, from the
composer's sentence for the same statements, from a cited passage, or from a short list that adds nothing
(data/model.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ...language import Word, words_of
from ...language.quantities import numbers
from ...language.roots import root
from ...language.tables import rules

_CONTENT = frozenset("nvzbgear")


def foreign_words(text: str, sources: Iterable[str], *neutral: str, levels: bool = False) -> Iterator[Word]:
    """Words of substance and quotations of `text` in none of the sources; `neutral` names lists of words.

    `levels` looks at levels and cues, too, where no check reads them: those of a note are read.
    """
    told = list(sources)
    known = frozenset[str]().union(*(_stems(source) for source in told), *(_neutral(name) for name in neutral))
    plain = _squeezed(" ".join(told))
    for word in words_of(text):
        if word.tag == "Q":
            if _squeezed(word.source.strip("\"'“”‘’ .,")) not in plain:
                yield word
        elif word.level and not levels:
            continue
        elif _claims(word) and not word.quantity and not _parts(word.lemma, word.text) <= known:
            yield word


def content(text: str) -> list[str]:
    """The words and numbers of a text that say something, in their plain form and in order; levels are not among."""
    return [part for word in words_of(text) for part in _said(word)]


def _said(word: Word) -> list[str]:
    if word.quantity:
        return [number for part in re.findall(r"\d[\d.,/:]*", word.source) for number in numbers(part)]
    return sorted(_parts(word.lemma, word.text, word.source)) if _claims(word) and not word.level else []


def foreign_denials(text: str, sources: Iterable[str]) -> list[str]:
    """Denials of `text` where no source denies anything: with them a sentence says the opposite in the same words."""
    denies = rules("model")["links"]["denying"]
    own = [word for word in small_words(text) if word in denies or word.endswith("n't")]
    known = {*denies, *rules("markers")["negation"]["forms"], "0"}
    told = {word for source in sources for word in small_words(source)}
    return [] if any(word in known or word.endswith("n't") for word in told) else own


def small_words(text: str) -> list[str]:
    """The words of a text as they are written, and zero."""
    return re.findall(r"(?<![\d.])0(?![\d./])|[a-z]+(?:['/][a-z]+)?", text.lower().replace("’", "'"))


def foreign_numbers(text: str, sources: Iterable[str]) -> list[str]:
    """Numbers of `text`, in words or digits, that no source has."""
    return sorted(_numbers(text) - numbers_of(*sources))


def foreign_ratios(text: str, sources: Iterable[str]) -> list[str]:
    """Ratios such as `4 of 5` that no source has, whatever numbers it has."""
    return sorted(_ratios(text) - frozenset[str]().union(*map(_ratios, sources)))


def _ratios(text: str) -> frozenset[str]:
    return frozenset(word.quantity.value for word in words_of(text) if word.quantity and word.quantity.kind == "ratio")


def numbers_of(*texts: str) -> frozenset[str]:
    """The numbers of texts, in words or digits."""
    return frozenset[str]().union(*map(_numbers, texts))


def same_numbers(text: str, other: str) -> bool:
    """Whether two texts have the same numbers."""
    return _numbers(text) == _numbers(other)


def guessed_pronouns(text: str, jot: str, given: str | None) -> Iterator[Word]:
    """`he` or `she` where neither the jot nor an entry says so."""
    gendered = rules("model")["pronouns"]
    told = set(re.findall(r"[a-z]+", jot.lower()))
    for word in words_of(text):
        for name, forms in gendered.items():
            if word.source.lower() in forms and given != name and not told & set(forms):
                yield word


def _claims(word: Word) -> bool:
    """Whether a word says something: one of substance, a level, or a small one that claims a cause or a frequency."""
    return word.tag in _CONTENT or word.level is not None or bool(_claiming() & set(word.source.lower().split()))


@cache
def _claiming() -> frozenset[str]:
    return frozenset(rules("model")["links"]["claiming"])


@lru_cache(maxsize=256)
def _stems(text: str) -> frozenset[str]:
    """Every word of a text, as it is written, as a note prints it and in its plain form."""
    held = [part for word in words_of(text) for part in (word.lemma, word.text, word.source)]
    return frozenset[str]().union(*(_parts(part) for part in held))


def _parts(*forms: str) -> frozenset[str]:
    """The stems of one word or phrase without articles; of its plain form, or else of how it stands."""
    found = re.findall(r"[^\W\d_]+", (forms[0] or forms[-1]).lower())
    return frozenset(root(part) for part in found if len(part) > 1 and part not in ("the", "an"))


@cache
def _neutral(name: str) -> frozenset[str]:
    return frozenset(root(word.lower()) for word in rules("model")["neutral"][name])


@lru_cache(maxsize=256)
def _numbers(text: str) -> frozenset[str]:
    """Every number of a text as digits."""
    own = [word for word in words_of(text) if word.quantity or word.level]
    told = [part for word in own for part in (word.quantity.value if word.quantity else "", word.source, word.text)]
    return frozenset(number for part in (*told, *re.findall(r"\d[\d.,/:]*", text)) for number in numbers(part))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(str.maketrans("“”‘’", "\"\"''"))).lower().strip()
