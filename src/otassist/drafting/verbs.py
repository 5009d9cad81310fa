"""The form of the verb: agreement with its subject, passive, negation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language.lexicon import lexicon
from ..language.tables import rules
from .chunks import Chunk
from .phrasing import is_person, is_plural
from .spelling import plain

_AUXILIARY_SINGULAR = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "don't": "does not",
    "dont": "does not",
    "do not": "does not",
    "aren't": "is not",
    "weren't": "was not",
    "have not": "has not",
    "am": "is",
}


def negated_verb(verb: Chunk) -> str:
    text = plain(verb.words)
    return _AUXILIARY_SINGULAR.get(text.lower(), text)


def agreeing(subject: Chunk, verb: Chunk) -> str:
    """A base form behind a singular subject takes its third person; `they`-students are singular here."""
    word = verb.words[0]
    plural = is_plural(subject) or subject.words[-1].text.lower() in ("i", "we", "they")
    if word.text.lower() in ("has", "have") and subject.tag == "n":
        return "have" if plural else "has"
    if subject.words[-1].text == "I" and word.tag == "b":
        return f"will {word.lemma}"
    if word.tag == "b" and not plural:
        return lexicon().form_of(word.lemma, "z")
    if word.tag == "z" and plural and subject.tag == "n":
        return lexicon().form_of(word.lemma, "b")
    if subject.words[-1].text == "I":
        return _AUXILIARY_SINGULAR.get(plain(verb.words).lower(), plain(verb.words))
    return plain(verb.words)


def is_passive(subject: Chunk, verb: Chunk, tail: str) -> bool:
    """A thing in front of a transitive past form without an object behind it: it was done to the thing."""
    word = verb.words[0]
    if word.tag == "e" and not any(entry.tag == "v" for entry in word.entries):
        return True  # `peers done`, `student not seen`: a form that is no past
    if word.tag not in "ve" or subject.tag == "o" or word.entry is None:
        return False
    if is_person(subject):
        return word.lemma in (
            "tell",
            "notify",
            "inform",
            "contact",
            "email",
            "consult",
            "train",
        ) and not re.match(r"r*[noQKt]", tail)
    if word.tag == "e":
        return True
    takes = word.entry.object
    transitive = ("obj" in takes and "none" not in takes) or ("both" in takes and word.entry.actor == "student")
    return transitive and "link" not in takes and not re.match(r"r*(?:n|o|t|g|Q|K)", tail)


def undone(verb: Chunk) -> str:
    """`she not told yet`, `he not started`: what has not been done, or what the person did not do."""
    word = verb.words[0]
    if word.entry is not None and "obj" in word.entry.object and "none" not in word.entry.object:
        return f"was not {lexicon().form_of(word.lemma, 'e')}"
    return f"did not {word.lemma}"


_MEASURING = frozenset(rules("grammar")["measuring"])


def opening_of(verb: Sequence[Chunk], tail: Sequence[Chunk]) -> str:
    """V where a bare duration says for how long: `sat 10 min`; w where a level says with what help."""
    entry = verb[-1].words[-1].entry
    lasting = entry is not None and bool(entry.object & {"none", "both"}) and entry.lemma not in _MEASURING
    bare = [chunk.tag for chunk in tail[:2]]
    timed = bare in (["q"], ["q", "P"]) or (bare == ["r", "q"] and not _leads_in(tail[0]))
    if bare[:1] in (["A"], ["C"]) and entry is not None and entry.lemma not in rules("grammar")["taking"]:
        return "w"  # `repositions max A`: with it
    return "V" if lasting and timed else "v"


def _leads_in(chunk: Chunk) -> bool:
    """`hits in 3 sec` has its preposition already; `sat back 3 min` has none."""
    return any(entry.tag == "p" for entry in chunk.words[-1].entries)
