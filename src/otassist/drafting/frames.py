"""A statement's shape -> an English sentence: subject, verb and articles are added, nothing else.

Each frame is a pattern over the shape of a statement (see `chunks`) and a builder. Builders give candidate
sentences, best first; `{S}` stands for the student and is filled in by `subjects`. A statement that no frame
fits, or whose remainder is no legal tail, yields nothing and is printed verbatim in quotation marks.
"""

from __future__ import annotations

import re

from ..language.lexicon import lexicon
from ..language.tables import rules
from .chunks import Chunk
from .clauses import continuing, due, is_so, own_clause, student_clause, was_doing
from .phrasing import Builder, Parts, phrase
from .results import (
    counted,
    identity,
    it_was,
    measured,
    mention,
    quality,
    thing_is,
    thing_is_somewhere,
    thing_is_there,
    was_somewhere,
    went_back,
)
from .spelling import quoted, spelt
from .support import (
    assisted,
    both_ways,
    counts_alone,
    helped_to,
    independent_in,
    level_done,
    level_first,
    thing_helped,
)

_TAIL = re.compile(r"(?:[PSruqQIACNaegKZ]|n|ob?|,|t[rN]*b|c[vzbgeamx]?|w(?:t?b|[vzxm])?|/|d$)*")


def sentences(parts: Parts) -> list[str]:
    """Candidate sentences without the closing point, best first; empty when no frame fits."""
    if parts.main and is_turn(parts.main[0]) and len(parts.main) > 1 and parts.main[1].tag in "vzxmrN":
        lead = f"on {spelt(parts.main[0], parts.voice)}"
        return [f"{lead}, {text}" for text in sentences(Parts((), parts.main[1:], parts.actor, parts.voice))[:1]]
    for pattern, build in _FRAMES:
        match = pattern.fullmatch(parts.shape)
        if match and _legal(match):
            candidates = [_joined(parts, text) for text in build(parts, match) if text]
            if candidates:
                return candidates
    return _regarding(parts)


def _regarding(parts: Parts) -> list[str]:
    """`toileting: no concern`, `timer: needs reminder`: the heading in front of a sentence of its own."""
    if re.match(r"[noZ]{0,2}[vbz][no]?:.", parts.shape):
        return _told(parts)
    if len(parts.main) < 3 or not re.match(r"[nK]:.", parts.shape):
        return []
    heading = spelt(parts.main[0], parts.voice)
    said = sentences(Parts((), parts.main[2:], parts.actor, parts.voice))
    return [_joined(parts, f"regarding {heading}, {text}") for text in said[:1]]


def _told(parts: Parts) -> list[str]:
    """`showed: prompt ladder, wait 10 sec`, `I said: headset`: what was told stays in the therapist's words."""
    colon = next(index for index, chunk in enumerate(parts.main) if chunk.tag == ":")
    words = [word for chunk in parts.main[colon + 1 :] for word in chunk.words]
    own = "".join(
        (" " if index and word.start > words[index - 1].end else "") + word.source for index, word in enumerate(words)
    )
    if parts.shape[0] in "no":
        if not any(chunk.words[0].lemma in rules("wording")["telling"]["verbs"] for chunk in parts.main[:colon]):
            return []
        lead = sentences(Parts((), parts.main[:colon], parts.actor, parts.voice))
        return [_joined(parts, f"{text} the following: {quoted(own)}") for text in lead[:1]]
    verb, told = parts.main[0].words[0], phrase(parts.main[1:colon], parts.voice)
    if verb.lemma not in rules("wording")["telling"]["verbs"]:
        return []
    if verb.lemma in ("tell", "ask", "remind", "advise") or told:
        said = lexicon().form_of(verb.lemma, "v")
        return [_joined(parts, f"the therapist {said} {told or 'them'} the following: {quoted(own)}")]
    return [_joined(parts, f"the following was {lexicon().form_of(verb.lemma, 'e')}: {quoted(own)}")]


def is_turn(subject: Chunk) -> bool:
    """`1st trial`, `2nd try`: when something happened, not who did it."""
    first = subject.words[0].quantity
    turns = ("trial", "try", "attempt", "time", "round", "half", "turn", "rep", "go")
    return bool(first and first.kind == "ordinal") and subject.words[-1].lemma in turns


def _legal(match: re.Match[str]) -> bool:
    tail = match.groupdict().get("tail")
    if re.fullmatch(r"m[rN]*", match.groupdict().get("verb") or ""):
        return False
    return tail is None or (_TAIL.fullmatch(tail) is not None and not re.search(r"nn|no", tail))


def _joined(parts: Parts, text: str) -> str:
    """Opening phrases in front, with their comma."""
    if not parts.front:
        return text
    front = " ".join(spelt(chunk, parts.voice) for chunk in parts.front if chunk.tag != ",")
    return f"{front}, {text}"


_SUBJECT = r"(?P<subject>[noKq])"


_ADVERBS = r"(?P<adverbs>[rN]*)"


_VERB = r"(?P<verb>m[rN]*(?:x[rN]*)?b?|x[rN]*[bgev]?|[zv]|e|b)"


_FINITE = r"(?P<verb>m[rN]*(?:x[rN]*)?b?|x[rN]*[bgev]?|[zv])"


_REST = r"(?P<tail>.*)"


def _frame(pattern: str, build: Builder) -> tuple[re.Pattern[str], Builder]:
    return re.compile(pattern), build


_FRAMES: tuple[tuple[re.Pattern[str], Builder], ...] = (
    _frame(
        r"(?P<task>n?)[:=,]?(?:(?P<old>[qK])>(?P<new>[qK])|(?P<oldl>[ACI])>(?P<newl>[ACI]))" + _REST,
        both_ways,
    ),
    _frame(r"(?P<subject>n)(?P<verb>[abz])[:=,]?(?P<level>[AC])(?P<tail>[PSu]*)", thing_helped),
    _frame(_SUBJECT + _ADVERBS + _VERB + _REST, own_clause),
    _frame(r"(?P<subject>[nK])(?P<post>[PZ]+)" + _ADVERBS + _FINITE + _REST, own_clause),
    _frame(_SUBJECT + _ADVERBS + r"(?P<verb>g)" + _REST, continuing),
    _frame(_ADVERBS + _FINITE + _REST, student_clause),
    _frame(r"(?P<verb>b)(?P<task>[rPnoK]{0,3})[:=,]?(?P<level>[AC])" + _REST, helped_to),
    _frame(_ADVERBS + r"(?P<verb>b)" + _REST, student_clause),
    _frame(r"(?P<subject>n)(?P<adverbs>N?)(?P<verb>tb)" + _REST, due),
    _frame(r"(?P<subject>g)[:=]?(?P<predicate>q)" + _REST, measured),
    _frame(r"(?P<quality>a)[:=]?(?P<predicate>[qK])" + _REST, quality),
    _frame(r"(?P<predicate>q)(?P<tail>S)", it_was),
    _frame(r"(?P<tail>P[Pu]*)", went_back),
    _frame(r"(?P<where>P)(?P<long>[qu]?)", was_somewhere),
    _frame(_ADVERBS + r"(?P<verb>g)" + _REST, was_doing),
    _frame(r"(?P<predicate>[rN]*[ae](?:c[ae])*)(?P<tail>(?![aegqK]).*)", is_so),
    _frame(r"(?P<predicate>[rN]*I)" + _REST, is_so),
    _frame(r"(?P<subject>n)(?P<particle>r?)[:=]?(?P<level>I)" + _REST, independent_in),
    _frame(r"(?P<subject>n)(?P<particle>r?)[:=]?(?P<level>[AC])" + _REST, assisted),
    _frame(r"(?P<subject>[AC])(?P<adverbs>N?)(?P<verb>[ve])(?P<tail>[PSu]*)", level_done),
    _frame(r"(?P<subject>q)[:=]?(?P<level>I)" + _REST, counts_alone),
    _frame(r"(?P<level>[AC])(?P<task>[nK]?)(?P<tail>(?![Nve]).*)", level_first),
    _frame(r"(?P<subject>n)[:=]?(?P<predicate>[qK])" + _REST, measured),
    _frame(r"(?P<subject>[nKq])[:=]?(?P<predicate>[rN]*[ae](?:c[ae])*)(?P<tail>(?![qK]).*)", thing_is),
    _frame(r"(?P<subject>n)(?P<predicate>r)(?P<tail>[PuSq]*)", thing_is_there),
    _frame(r"(?P<subject>n)(?P<adverbs>N?)(?P<where>P)(?P<tail>[PuSq]*)", thing_is_somewhere),
    _frame(r"(?P<subject>n)[:=](?P<value>[nK])" + _REST, identity),
    _frame(r"(?P<subject>[nK])(?P<tail>u.*)", counted),
    _frame(r"(?P<subject>[nKQ])(?P<tail>r?(?:[PZSu,c].*)?)", mention),
)
