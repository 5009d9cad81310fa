"""Goals that say nearly the same, within an import and against what is there already.

Only goals that share telling words are compared by meaning, so that a small import does not read the whole bank anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..language.tables import rules
from .importing.results import plain

Cosines = Callable[[str, Sequence[str]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Twin:
    """An imported goal and one that it nearly equals; `score` is their cosine."""

    text: str
    other: str
    other_id: str
    score: float


def twins(texts: Mapping[str, str], there: Mapping[str, str], alike: Cosines) -> tuple[Twin, ...]:
    """Each goal of `texts` (id -> text) with its nearest of `there` or of those before it, when that is near enough."""
    near = rules("bank_import")["near"]
    words = {name: _words(text) for name, text in {**there, **texts}.items()}
    often = Counter(word for held in words.values() for word in held)
    most = max(near["common_at_least"], int(len(words) * near["common_share"]))
    index: dict[str, list[str]] = {}
    for name in there:
        _put(index, name, words[name], often, most)
    found: list[Twin] = []
    said = {**there, **texts}
    for name, text in texts.items():
        candidates = [other for other in _sharing(index, words, name, near["words"], near["compared"]) if other != name]
        scores = alike(text, [said[other] for other in candidates]) if candidates else []
        score, other = max(zip(scores, candidates, strict=True), default=(0.0, ""))
        if score >= near["cosine"]:
            found.append(Twin(text, said[other], other, round(float(score), 3)))
        _put(index, name, words[name], often, most)
    return tuple(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in plain(text).split() if len(word) > 3)


def _put(index: dict[str, list[str]], name: str, words: frozenset[str], often: Counter[str], most: int) -> None:
    for word in words:
        if often[word] <= most:
            index.setdefault(word, []).append(name)


def _sharing(
    index: Mapping[str, list[str]], words: Mapping[str, frozenset[str]], name: str, least: float, most: int
) -> list[str]:
    """Those that share most of the words with a goal, best first."""
    near = {other for word in words[name] for other in index.get(word, ())}
    shares = {other: len(words[name] & words[other]) / (len(words[name] | words[other]) or 1) for other in near}
    return sorted((other for other in near if shares[other] >= least), key=lambda other: (-shares[other], other))[:most]
