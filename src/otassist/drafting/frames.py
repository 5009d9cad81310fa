"""A statement's shape -> an English sentence: subject, verb and articles are added, nothing else.

Each frame is a pattern over the shape of a statement (see `chunks`) and a builder. Builders give candidate
sentences, best first; `{S}` stands for the student and is filled in by `subjects`. A statement that no frame
fits, or whose remainder is no legal tail, yields nothing and is printed verbatim in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..language.lexicon import lexicon
from .chunks import Chunk, shape
from .spelling import Voice, capital, plain, spelt

STUDENT = "{S}"

# What may follow the main verb or predicate: phrases, adverbs, quantities, levels; a further verb only behind
# a conjunction, `to`, `that` or `who`.
_TAIL = re.compile(r"(?:[PSruqQIACNaegK]|n|o|\(|\)|,|:|t[rb]|t|c[vzbgeamx]?|w[vzxm]|d|/)*")


@dataclass(frozen=True, slots=True)
class Parts:
    """A statement ready for the frames: opening phrases apart from the rest."""

    front: tuple[Chunk, ...]
    main: tuple[Chunk, ...]
    actor: str
    voice: Voice

    @property
    def shape(self) -> str:
        return shape(self.main)


Builder = Callable[[Parts, re.Match[str]], Iterator[str]]


def sentences(parts: Parts) -> list[str]:
    """Candidate sentences without the closing point, best first; empty when no frame fits."""
    for pattern, build in _FRAMES:
        match = pattern.fullmatch(parts.shape)
        if match and _legal(match):
            candidates = [_joined(parts, text) for text in build(parts, match) if text]
            if candidates:
                return candidates
    return []


def _legal(match: re.Match[str]) -> bool:
    tail = match.groupdict().get("tail")
    return tail is None or (_TAIL.fullmatch(tail) is not None and not re.search(r"nn|no", tail))


def _joined(parts: Parts, text: str) -> str:
    """Opening phrases in front, with their comma."""
    if not parts.front:
        return text
    front = " ".join(spelt(chunk, parts.voice) for chunk in parts.front if chunk.tag != ",")
    return f"{front}, {text}"


def _text(parts: Parts, match: re.Match[str], group: str, *, student_acts: bool = True) -> str:
    start, end = match.span(group)
    return phrase(parts.main[start:end], parts.voice, student_acts=student_acts)


def _chunks(parts: Parts, match: re.Match[str], group: str) -> Sequence[Chunk]:
    start, end = match.span(group)
    return parts.main[start:end]


def phrase(chunks: Sequence[Chunk], voice: Voice, *, student_acts: bool = True) -> str:
    """Several phrases in a row; a level without preposition gets `with`, independence becomes its adverb."""
    text = ""
    for index, chunk in enumerate(chunks):
        piece = _in_tail(chunk, chunks[:index], voice, student_acts)
        glue = not text or piece in (",", ")", ":", "/") or text.endswith(("(", "/"))
        text += piece if glue else f" {piece}"
    return text


def _in_tail(chunk: Chunk, before: Sequence[Chunk], voice: Voice, student_acts: bool) -> str:
    text = spelt(chunk, voice, student_acts=student_acts)
    after = before[-1].tag if before else ""
    if chunk.tag in "AC" and after in "nrPu,":
        return f"with {text}"
    if chunk.tag == "I" and after not in "xa":
        return {"independent": "independently", "dependent": "with full dependence"}.get(text, f"with {text.replace('independent', 'independence')}")
    first = chunk.words[0].quantity
    if chunk.tag in "qK" and after == "n" and first and first.kind in ("ratio", "percent", "number"):
        return f"({text})"
    return text


def _be(chunk: Chunk) -> str:
    return "were" if is_plural(chunk) else "was"


def is_plural(chunk: Chunk) -> bool:
    """Several things: joined by `and`, a plural head, or a count above one."""
    if any(word.text in ("and", "&", "+") for word in chunk.words):
        return True
    counts = [word for word in chunk.words if word.quantity]
    if counts and chunk.words[-1] is counts[-1]:
        return counts[-1].quantity is not None and counts[-1].quantity.value != "1" and counts[-1].quantity.kind == "number"
    head = chunk.words[-1]
    first = next((word for index, word in enumerate(chunk.words) if index + 1 < len(chunk.words) and chunk.words[index + 1].text == "of"), None)
    head = first if first is not None and first.tag == "n" else head
    if head.tag == "C":
        return head.text.endswith("s")
    return head.entry is not None and head.entry.number == "plural"


def _person(chunk: Chunk) -> bool:
    return chunk.tag == "o" or chunk.words[-1].kind in ("person", "name")


def _subject(parts: Parts, chunk: Chunk) -> str:
    text = spelt(chunk, parts.voice, student_acts=chunk.words[-1].kind != "person")
    if chunk.tag == "o" and text.lower() in ("he", "she", "they") or chunk.words[-1].entry and chunk.words[-1].entry.actor == "student" and len(chunk.words) == 1 and not is_plural(chunk) and chunk.words[-1].text in ("student", "child", "kid", "he", "she"):
        return STUDENT
    return text


def _own_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`book keeps sliding`, `aide hands him things`, `slant board used`."""
    subject = _chunks(parts, match, "subject")[0]
    verb = _chunks(parts, match, "verb")[0]
    tail = _text(parts, match, "tail", student_acts=not _person(subject) or _subject(parts, subject) == STUDENT)
    adverbs = _text(parts, match, "adverbs")
    said = _agreeing(subject, verb)
    if _is_passive(subject, verb, match["tail"]):
        said = f"{_be(subject)} {lexicon().form_of(verb.words[0].lemma, 'e')}"
    yield _words(_subject(parts, subject), adverbs, said, tail)


def _agreeing(subject: Chunk, verb: Chunk) -> str:
    """A base form behind a singular subject takes its third person; `they`-students are singular here."""
    word = verb.words[0]
    plural = is_plural(subject) or subject.words[-1].text.lower() in ("i", "we", "they")
    if word.text.lower() in ("has", "have") and subject.tag == "n":
        return "have" if plural else "has"
    if word.tag == "b" and not plural:
        return lexicon().form_of(word.lemma, "z")
    if word.tag == "z" and plural and subject.tag == "n":
        return lexicon().form_of(word.lemma, "b")
    if subject.words[-1].text.lower() == "i" and word.tag in "bz":
        return lexicon().form_of(word.lemma, "z")
    return plain(verb.words)


def _is_passive(subject: Chunk, verb: Chunk, tail: str) -> bool:
    """A thing in front of a transitive past form without an object behind it: it was done to the thing."""
    word = verb.words[0]
    if word.tag not in "ve" or subject.tag == "o" or _person(subject) or word.entry is None:
        return False
    if word.tag == "e":
        return True
    takes = word.entry.object
    return "obj" in takes and "none" not in takes and "link" not in takes and not re.match(r"r*(?:n|o|q|t|g|Q|K)", tail)


def _continuing(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`hands shaking`, `feet not touching floor`."""
    subject = _chunks(parts, match, "subject")[0]
    yield _words(_subject(parts, subject), _be(subject), _text(parts, match, "adverbs"), _text(parts, match, "verb"), _text(parts, match, "tail"))


def _student_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`copied 3/5 sentences`, `still asks aide`, `can zip`, `was able to`."""
    subject = "the therapist" if parts.actor == "therapist" else STUDENT
    verb = _chunks(parts, match, "verb")[0]
    said = _negated_verb(verb) if verb.tag in "zvxm" else lexicon().form_of(verb.words[0].lemma, "z")
    yield from _with_movable(parts, match, subject, _text(parts, match, "adverbs"), said)


_AUXILIARY_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "don't": "does not", "dont": "does not", "do not": "does not", "aren't": "is not", "weren't": "was not", "have not": "has not", "am": "is"}


def _negated_verb(verb: Chunk) -> str:
    text = plain(verb.words)
    return _AUXILIARY_SINGULAR.get(text.lower(), text)


def _with_movable(parts: Parts, match: re.Match[str], subject: str, adverbs: str, said: str) -> Iterator[str]:
    """The plain order, and one with the closing phrase in front where that cannot change the meaning."""
    tail = _chunks(parts, match, "tail")
    yield _words(subject, adverbs, said, phrase(tail, parts.voice, student_acts=subject == STUDENT))
    if not parts.front and len(tail) > 1 and _movable(tail[-1]):
        moved = spelt(tail[-1], parts.voice)
        yield f"{moved}, " + _words(subject, adverbs, said, phrase(tail[:-1], parts.voice, student_acts=subject == STUDENT))


def _movable(chunk: Chunk) -> bool:
    first = chunk.words[0].text
    if chunk.tag == "S":
        return first in ("when", "after", "before", "once", "if", "while")
    return chunk.tag == "P" and (
        first in ("during", "after", "before", "given", "throughout", "following")
        or (first in ("with", "without") and chunk.words[-1].tag in "AC")
    )


def _ing(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`shaking hands out`, `not using helper hand`."""
    subject = "the therapist" if parts.actor == "therapist" else STUDENT
    said = _words("was", _text(parts, match, "adverbs"), _text(parts, match, "verb"))
    yield from _with_movable(parts, match, subject, "", said)


def _is_so(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`tired by 12 min`, `not interested in puzzles`, `independent w/ shoes`."""
    predicate = _chunks(parts, match, "predicate")
    last = predicate[-1].words[-1]
    if last.kind == "thing":
        return
    said = _words("was", phrase(predicate, parts.voice))
    yield from _with_movable(parts, match, STUDENT, "", said)


def _thing_is(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`posture slumped`, `spacing: poor`, `grasp = fisted`."""
    subject = _chunks(parts, match, "subject")[0]
    yield _words(_subject(parts, subject), _be(subject), _text(parts, match, "predicate"), _text(parts, match, "tail"))


def _measured(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`letter formation 14/20`, `legibility = 70%`, `home row 28/36 keys`."""
    subject = _chunks(parts, match, "subject")[0]
    yield _words(_measure_subject(parts, subject), _be(subject), _text(parts, match, "predicate"), _text(parts, match, "tail"))


def _measure_subject(parts: Parts, chunk: Chunk) -> str:
    text = spelt(chunk, parts.voice)
    head = chunk.words[-1]
    if head.tag == "n" and head.kind in ("person",):
        return text
    if text.startswith(("a ", "an ")):
        return "the " + text.split(" ", 1)[1]
    return text


def _counted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`outbursts x2`, `redirection 3x`."""
    subject = _chunks(parts, match, "subject")[0]
    verb = _idiom(subject)
    if verb:
        yield _words(STUDENT, verb, spelt(subject, parts.voice), _text(parts, match, "tail"))
    else:
        yield _words(_measure_subject(parts, subject), _be(subject), "noted", _text(parts, match, "tail"))


def _assisted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`zipper mod A`, `milk carton: 2 vc`."""
    subject = _chunks(parts, match, "subject")[0]
    level = _text(parts, match, "level")
    task, tail = spelt(subject, parts.voice), _text(parts, match, "tail")
    yield _words(STUDENT, "needed", level, "for", task, tail)
    yield _words(level, "were" if level.endswith("s") else "was", "needed for", task, tail)


def _independent_in(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`login I`, `shoes: mod I`."""
    subject = _chunks(parts, match, "subject")[0]
    if _person(subject):
        yield _words(_subject(parts, subject), "was", _text(parts, match, "level"), _text(parts, match, "tail"))
        return
    task, tail = spelt(subject, parts.voice), _text(parts, match, "tail")
    yield _words(STUDENT, "was", _text(parts, match, "level"), "with", task, tail)


def _level_first(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`min vc posture`, `mod A to zip`, `HOH for name`, `SBA`."""
    level, task = _chunks(parts, match, "level")[0], match["task"]
    text = spelt(level, parts.voice)
    rest = _text(parts, match, "tail")
    said = "were needed" if is_plural(level) or text.endswith("s") else "was needed"
    link = "for" if task else ""
    yield _words(text, said, link, _text(parts, match, "task"), rest)
    yield _words(STUDENT, "needed", text, link, _text(parts, match, "task"), rest)


def _idiom(chunk: Chunk) -> str:
    """The verb with which a bare mention goes: a break is taken, a grasp is used."""
    head = next((word for word in reversed(chunk.words) if word.tag == "n" and word.entry), None)
    return head.entry.verb if head is not None and head.entry else ""


def _mention(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`fisted grasp`, `1 break`, `difficulty w/ zipper`, `no tears`."""
    subject = _chunks(parts, match, "subject")[0]
    tail = _text(parts, match, "tail")
    text = spelt(subject, parts.voice)
    verb = _idiom(subject)
    if verb and not _person(subject):
        yield _words(STUDENT, verb, text, tail)
    if _person(subject) and not tail:
        return
    if subject.words[0].quantity or subject.words[0].text == "no":
        yield _words("there", _be(subject), text, tail)
    elif not verb:
        yield _words(text, _be(subject), "noted", tail)


def _identity(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`diagnosis: ASD`, `grasp = quadrupod`."""
    subject, value = _chunks(parts, match, "subject")[0], _text(parts, match, "value")
    yield _words(_measure_subject(parts, subject), _be(subject), value, _text(parts, match, "tail"))


def _both_ways(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`mod A -> min A w/ visual`, `2/5 -> 4/5`, with or without the task in front."""
    task = _text(parts, match, "task") if match["task"] else ""
    old, new, tail = (_text(parts, match, name) for name in ("old", "new", "tail"))
    subject = task or ("assistance" if match["old"] == "A" else "cueing" if match["old"] == "C" else "the measure")
    if task and match["old"] in "AC":
        yield _words(f"for {task},", "the level went from", old, "to", new, tail)
    else:
        yield _words(subject, "went from", old, "to", new, tail)


def _words(*parts: str) -> str:
    text = " ".join(part for part in parts if part)
    return text.replace(" ,", ",").replace("( ", "(").replace(" )", ")")


_SUBJECT = r"(?P<subject>[noK])"
_ADVERBS = r"(?P<adverbs>[rN]*)"
_REST = r"(?P<tail>.*)"


def _frame(pattern: str, build: Builder) -> tuple[re.Pattern[str], Builder]:
    return re.compile(pattern), build


_FRAMES: tuple[tuple[re.Pattern[str], Builder], ...] = (
    _frame(r"(?P<task>n?)[:=,]?(?P<old>[ACqKn])>(?P<new>[ACqKn])" + _REST, _both_ways),
    _frame(_SUBJECT + _ADVERBS + r"(?P<verb>[zvbmxe])" + _REST, _own_clause),
    _frame(_SUBJECT + _ADVERBS + r"(?P<verb>g)" + _REST, _continuing),
    _frame(_ADVERBS + r"(?P<verb>[zvmx])" + _REST, _student_clause),
    _frame(_ADVERBS + r"(?P<verb>b)" + _REST, _student_clause),
    _frame(_ADVERBS + r"(?P<verb>g)" + _REST, _ing),
    _frame(r"(?P<predicate>[rN]*[ae](?:c[ae])*)" + _REST, _is_so),
    _frame(r"(?P<predicate>[rN]*I)" + _REST, _is_so),
    _frame(r"(?P<subject>n)[:=]?(?P<level>r?I)" + _REST, _independent_in),
    _frame(r"(?P<subject>n)[:=]?(?P<level>r?[AC])" + _REST, _assisted),
    _frame(r"(?P<level>[AC])(?P<task>[nK]?)" + _REST, _level_first),
    _frame(r"(?P<subject>n)[:=]?(?P<predicate>[qK])" + _REST, _measured),
    _frame(r"(?P<subject>n)[:=]?(?P<predicate>[rN]*[ae](?:c[ae])*)" + _REST, _thing_is),
    _frame(r"(?P<subject>n)[:=](?P<value>[nK])" + _REST, _identity),
    _frame(r"(?P<subject>[nK])(?P<tail>u.*)", _counted),
    _frame(r"(?P<subject>[nK])" + _REST, _mention),
)
