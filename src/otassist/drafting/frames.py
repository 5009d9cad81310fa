"""A statement's shape -> an English sentence: subject, verb and articles are added, nothing else.

Each frame is a pattern over the shape of a statement (see `chunks`) and a builder. Builders give candidate
sentences, best first; `{S}` stands for the student and is filled in by `subjects`. A statement that no frame
fits, or whose remainder is no legal tail, yields nothing and is printed verbatim in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..language.inflection import indefinite
from ..language.lexicon import lexicon
from ..language.tables import rules, table
from .chunks import Chunk, shape
from .spelling import Voice, plain, quoted, spelt

STUDENT = "{S}"

# What may follow the main verb or predicate: phrases, adverbs, quantities, levels; a further verb only behind
# a conjunction, `to`, `that` or `who`.
_TAIL = re.compile(r"(?:[PSruqQIACNaegKZ]|n|ob?|,|t[rN]*b|c[vzbgeamx]?|w(?:t?b|[vzxm])?|/|d$)*")


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
    return _regarding(parts)


def _regarding(parts: Parts) -> list[str]:
    """`toileting: no concern`, `timer: needs reminder`: the heading in front of a sentence of its own."""
    if len(parts.main) < 3 or not re.match(r"[nKv]:.", parts.shape):
        return []
    if parts.shape[0] == "v":
        return _told(parts)
    heading = spelt(parts.main[0], parts.voice)
    said = sentences(Parts((), parts.main[2:], parts.actor, parts.voice))
    return [_joined(parts, f"regarding {heading}, {text}") for text in said[:1]]


def _told(parts: Parts) -> list[str]:
    """`showed: prompt ladder, wait 10 sec`: what was shown or told stays in the therapist's words."""
    words = [word for chunk in parts.main[2:] for word in chunk.words]
    own = "".join((" " if index and word.start > words[index - 1].end else "") + word.source for index, word in enumerate(words))
    verb = parts.main[0].words[0]
    if verb.lemma in ("tell", "ask", "remind"):
        return [_joined(parts, f"the therapist {verb.text} them the following: {quoted(own)}")]
    return [_joined(parts, f"the following was {lexicon().form_of(verb.lemma, 'e')}: {quoted(own)}")]


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


def _text(parts: Parts, match: re.Match[str], group: str, *, student_acts: bool = True) -> str:
    """The phrases of a group; a tail goes on from what stands before it, any other group stands alone."""
    start, end = match.span(group)
    before = parts.main[start - 1].tag if group == "tail" and start else "x"
    return phrase(parts.main[start:end], parts.voice, student_acts=student_acts, opening=before)


def _chunks(parts: Parts, match: re.Match[str], group: str) -> Sequence[Chunk]:
    start, end = match.span(group)
    return parts.main[start:end]


def phrase(chunks: Sequence[Chunk], voice: Voice, *, student_acts: bool = True, opening: str = "n") -> str:
    """Several phrases in a row; a level without preposition gets `with`, independence becomes its adverb."""
    text = ""
    for index, chunk in enumerate(chunks):
        piece = _in_tail(chunk, chunks[index - 1].tag if index else opening, voice, student_acts)
        glue = not text or piece in (",", ")", ":", "/") or text.endswith(("(", "/"))
        text += piece if glue else f" {piece}"
    return text


def _in_tail(chunk: Chunk, after: str, voice: Voice, student_acts: bool) -> str:
    text = spelt(chunk, voice, student_acts=student_acts)
    if chunk.tag in "AC" and after in "nrPu,ZqK":
        return f"with {text}"
    if chunk.tag == "I" and after not in "xaN":
        return {"independent": "independently", "dependent": "with full dependence"}.get(text, f"with {text.replace('independent', 'independence')}")
    first = chunk.words[0].quantity
    if chunk.tag == "q" and first and first.kind == "duration" and after == "V":
        return text if text.startswith("for ") else f"for {text}"
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
    first_count = counts[0].quantity if counts and chunk.words[0] is counts[0] else None
    if first_count and first_count.kind in ("number", "duration", "distance", "measure") and chunk.words[-1].tag == "n":
        return first_count.value.split()[0] not in ("1", "1/2", "1/4")
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
    if chunk.words[-1].kind in ("tool", "document", "thing", "material"):
        text = re.sub(r"^an? ", "the ", text)
    if (chunk.tag == "o" and text.lower() == parts.voice.pronoun) or chunk.words[-1].entry and chunk.words[-1].entry.actor == "student" and len(chunk.words) == 1 and not is_plural(chunk) and chunk.words[-1].text in ("student", "child", "kid"):
        return STUDENT
    return text


def _own_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`book keeps sliding`, `aide hands him things`, `slant board used`."""
    subject = _chunks(parts, match, "subject")[0]
    if _is_turn(subject):
        own = Parts((), parts.main[1:], parts.actor, parts.voice)
        yield from (f"on {spelt(subject, parts.voice)}, {text}" for text in sentences(own)[:1])
        return
    verb, *more = _chunks(parts, match, "verb")
    acts = not _person(subject) or _subject(parts, subject) == STUDENT
    tail_chunks = _chunks(parts, match, "tail")
    tail = phrase(tail_chunks, parts.voice, student_acts=acts, opening=_opening([verb, *more], tail_chunks))
    adverbs = _text(parts, match, "adverbs")
    if _is_passive(subject, verb, match["tail"]):
        done = lexicon().form_of(verb.words[0].lemma, "e")
        yield _words(_subject(parts, subject), _be(subject), adverbs, done, tail)
    elif subject.tag == "o" and verb.tag in "ve" and any(word.tag == "N" for chunk in _chunks(parts, match, "adverbs") for word in chunk.words):
        yield _words(_subject(parts, subject), _undone(verb), tail)
    else:
        yield _words(_subject(parts, subject), adverbs, _agreeing(subject, verb), phrase(more, parts.voice, opening="x"), tail)


def _undone(verb: Chunk) -> str:
    """`she not told yet`, `he not started`: what has not been done, or what the person did not do."""
    word = verb.words[0]
    if word.entry is not None and "obj" in word.entry.object and "none" not in word.entry.object:
        return f"was not {lexicon().form_of(word.lemma, 'e')}"
    return f"did not {word.lemma}"


def _is_turn(subject: Chunk) -> bool:
    """`1st trial`, `2nd try`: when something happened, not who did it."""
    first = subject.words[0].quantity
    turns = ("trial", "try", "attempt", "time", "round", "half", "turn", "rep", "go")
    return bool(first and first.kind == "ordinal") and subject.words[-1].lemma in turns


def _agreeing(subject: Chunk, verb: Chunk) -> str:
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


def _is_passive(subject: Chunk, verb: Chunk, tail: str) -> bool:
    """A thing in front of a transitive past form without an object behind it: it was done to the thing."""
    word = verb.words[0]
    if word.tag not in "ve" or subject.tag == "o" or word.entry is None:
        return False
    if _person(subject):
        return word.lemma in ("tell", "notify", "inform", "contact", "email", "consult", "train") and not re.match(r"r*[noQKt]", tail)
    if word.tag == "e":
        return True
    takes = word.entry.object
    transitive = ("obj" in takes and "none" not in takes) or ("both" in takes and word.entry.actor == "student")
    return transitive and "link" not in takes and not re.match(r"r*(?:n|o|t|g|Q|K)", tail)


def _continuing(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`hands shaking`, `feet not touching floor`."""
    subject = _chunks(parts, match, "subject")[0]
    yield _words(_subject(parts, subject), _be(subject), _text(parts, match, "adverbs"), _text(parts, match, "verb"), _text(parts, match, "tail"))


def _student_clause(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`copied 3/5 sentences`, `still asks aide`, `can zip`, `was able to`."""
    verb, *more = _chunks(parts, match, "verb")
    if parts.voice.consulting and not _advisers(parts, verb, _chunks(parts, match, "tail")):
        return
    if _doer_unclear(verb) and (done := _passive(parts, match, verb)):
        yield done
        return
    advising = parts.voice.consulting or _advisers(parts, verb, _chunks(parts, match, "tail"))
    subject = "the therapist" if parts.actor == "therapist" or (advising and verb.words[0].lemma in _TALKING) or _to_student(verb, _chunks(parts, match, "tail")) else STUDENT
    said = _negated_verb(verb) if verb.tag in "zvxm" else lexicon().form_of(verb.words[0].lemma, "z")
    said = _words(said, phrase(more, parts.voice, opening="x"))
    yield from _with_movable(parts, match, subject, _text(parts, match, "adverbs"), said)


_TALKING = {"meet", "speak", "talk", "consult", "discuss", "agree", "suggest", "advise", "email", "call", "train", "review", "ask", "tell", "show", "explain"}


def _advisers(parts: Parts, verb: Chunk, tail: Sequence[Chunk]) -> bool:
    """`met w/ teacher`, `spoke to dad`: the therapist talks to adults about the student."""
    entry = verb.words[0].entry
    if entry is None or entry.actor in ("therapist", "either") or verb.tag in "mx":
        return parts.voice.consulting and verb.tag not in "mx"
    adult = any(chunk.tag in "nP" and chunk.words[-1].kind == "person" and _adult(chunk) for chunk in tail[:2])
    return verb.words[0].lemma in ("meet", "speak", "consult") and adult or (parts.voice.consulting and verb.words[0].lemma in _TALKING)


def _adult(chunk: Chunk) -> bool:
    entry = chunk.words[-1].entry
    return entry is not None and entry.actor not in ("student", "peer")


def _doer_unclear(verb: Chunk) -> bool:
    entry = verb.words[0].entry
    return verb.tag == "v" and entry is not None and entry.actor == "either"


def _to_student(verb: Chunk, tail: Sequence[Chunk]) -> bool:
    """`gave him a break`, `told aide`: done to the student or told to staff, so by the therapist."""
    if not tail:
        return False
    told = verb.words[0].lemma in ("tell", "email", "notify", "call") and _person(tail[0])
    return told or (_doer_unclear(verb) and tail[0].words[-1].text.lower() in ("him", "her", "them"))


def _passive(parts: Parts, match: re.Match[str], verb: Chunk) -> str:
    """`offered break x2` -> a break was offered 2 times; nobody is named who did it."""
    tail = _chunks(parts, match, "tail")
    if not tail or tail[0].tag not in "nK" or (len(tail) > 1 and tail[1].tag in "onK"):
        return ""
    participle = lexicon().form_of(verb.words[0].lemma, "e")
    return _words(spelt(tail[0], parts.voice), _be(tail[0]), _text(parts, match, "adverbs"), participle, phrase(tail[1:], parts.voice))


_AUXILIARY_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "don't": "does not", "dont": "does not", "do not": "does not", "aren't": "is not", "weren't": "was not", "have not": "has not", "am": "is"}


def _negated_verb(verb: Chunk) -> str:
    text = plain(verb.words)
    return _AUXILIARY_SINGULAR.get(text.lower(), text)


def _with_movable(parts: Parts, match: re.Match[str], subject: str, adverbs: str, said: str) -> Iterator[str]:
    """The plain order, and one with the closing phrase in front where that cannot change the meaning."""
    tail = _chunks(parts, match, "tail")
    verb = _chunks(parts, match, "verb") if "verb" in match.groupdict() else ()
    opening = _opening(verb, tail) if verb else "v"
    yield _words(subject, adverbs, said, phrase(tail, parts.voice, student_acts=subject == STUDENT, opening=opening))
    if not parts.front and len(tail) > 1 and _movable(tail[-1]):
        moved = spelt(tail[-1], parts.voice)
        yield f"{moved}, " + _words(subject, adverbs, said, phrase(tail[:-1], parts.voice, student_acts=subject == STUDENT, opening="v"))


_MEASURING = {"last", "take", "spend", "need", "use", "be", "have", "get", "give", "allow", "run", "lose", "save", "wait", "require", "start", "finish", "end"}


def _opening(verb: Sequence[Chunk], tail: Sequence[Chunk]) -> str:
    """V where a bare duration says for how long: `sat 10 min`."""
    entry = verb[-1].words[-1].entry
    lasting = entry is not None and bool(entry.object & {"none", "both"}) and entry.lemma not in _MEASURING
    return "V" if lasting and tail and tail[0].tag == "q" else "v"


def _movable(chunk: Chunk) -> bool:
    first = chunk.words[0].text
    if chunk.tag == "S":
        return first in ("when", "after", "before", "once", "if", "while")
    return chunk.tag == "P" and (
        first in ("during", "after", "before", "given", "throughout", "following")
        or (first in ("with", "without") and chunk.words[-1].tag in "AC")
    )


def _due(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`teacher to keep graph paper in folder`."""
    subject = _chunks(parts, match, "subject")[0]
    are = "are" if is_plural(subject) else "is"
    yield _words(_subject(parts, subject), are, _text(parts, match, "adverbs"), _text(parts, match, "verb"), _text(parts, match, "tail"))


def _quality(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`legible 41/50` is legibility; `late 4/10 classes` is said of the student."""
    word = _chunks(parts, match, "quality")[0].words[0]
    noun = _noun_forms().get(word.lemma)
    value, tail = _text(parts, match, "predicate"), _text(parts, match, "tail")
    if word.kind == "student":
        yield _words(STUDENT, "was", word.text, f"({value})", tail)
    elif noun:
        yield _words(noun, "was", value, tail)


@cache
def _noun_forms() -> dict[str, str]:
    return {row["adjective"]: row["noun_form"] for row in table("adjectives") if row["noun_form"]}


def _went_back(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`back to table w/ 1 vc`."""
    first = parts.main[0].words[0]
    if first.text == "back to" and not parts.voice.consulting:
        yield _words(STUDENT, "went", _text(parts, match, "tail"))


def _it_was(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`7 min til he got up`."""
    yield _words("it was", _text(parts, match, "predicate"), _text(parts, match, "tail"))


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
    said = _words("was", phrase(predicate, parts.voice, opening="x"))
    yield from _with_movable(parts, match, STUDENT, "", said)


def _thing_is(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`posture slumped`, `spacing: poor`, `grasp = fisted`."""
    subject = _chunks(parts, match, "subject")[0]
    yield _words(_subject(parts, subject), _be(subject), _text(parts, match, "predicate"), _text(parts, match, "tail"))


_PLACES = {"up", "down", "on", "off", "out", "in", "over", "away", "back", "open", "apart", "together", "inside", "outside", "around", "under", "upside down", "on task", "off task", "in hand", "in place", "ok", "fine", "well"}


def _thing_is_there(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`hood up`, `shoes off`, `head down`."""
    if _text(parts, match, "predicate") in _PLACES:
        yield from _thing_is(parts, match)


def _measured(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`letter formation 14/20`, `legibility = 70%`, `home row 28/36 keys`, `hand wash 6/8 steps`."""
    subject = _chunks(parts, match, "subject")[0]
    counted = _chunks(parts, match, "predicate")[0]
    lasting = counted.words[-1].quantity is not None and counted.words[-1].quantity.kind == "duration"
    if counted.tag == "q" and lasting and subject.words[-1].kind == "activity":
        yield _words(_measure_subject(parts, subject), "lasted", spelt(counted, parts.voice), _text(parts, match, "tail"))
        return
    if counted.tag == "K" and counted.words[-1].lemma in ("step", "part"):
        yield _words(STUDENT, "completed", spelt(counted, parts.voice), "of", spelt(subject, parts.voice), _text(parts, match, "tail"))
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


def _task(parts: Parts, match: re.Match[str]) -> str:
    """What the level is for, with its particle: `apron on`."""
    return _words(_text(parts, match, "subject"), _text(parts, match, "particle"))


def _assisted(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`zipper mod A`, `milk carton: 2 vc`."""
    level = _text(parts, match, "level")
    task, tail = _task(parts, match), _text(parts, match, "tail")
    yield _words(STUDENT, "needed", level, "for", task, tail)
    yield _words(level, "were" if level.endswith("s") else "was", "needed for", task, tail)


def _helped_to(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`engage zip max A`, `cut on line: HOH`."""
    level = _text(parts, match, "level")
    task = _words(_text(parts, match, "verb"), _text(parts, match, "task"))
    tail = _text(parts, match, "tail")
    yield _words(STUDENT, "needed", level, "to", task, tail)
    yield _words(level, "were" if level.endswith("s") else "was", "needed to", task, tail)


def _independent_in(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`login I`, `shoes: mod I`."""
    subject = _chunks(parts, match, "subject")[0]
    if _person(subject):
        yield _words(_subject(parts, subject), "was", _text(parts, match, "level"), _text(parts, match, "tail"))
        return
    task, tail = _task(parts, match), _text(parts, match, "tail")
    yield _words(STUDENT, "was", _text(parts, match, "level"), "with", task, tail)


def _level_first(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`min vc posture`, `mod A to zip`, `HOH for name`, `SBA`."""
    level, task = _chunks(parts, match, "level")[0], match["task"]
    text = spelt(level, parts.voice)
    rest = _text(parts, match, "tail")
    counted = _chunks(parts, match, "tail")
    if len(counted) == 1 and counted[0].tag == "q" and not task and counted[0].words[-1].quantity:
        text, rest = f"{spelt(counted[0], parts.voice)} {text}", ""
    said = "were needed" if is_plural(level) or text.endswith("s") else "was needed"
    if level.tag == "C" and not text.endswith(("s", "ing")) and text[0].isalpha():
        text = f"{indefinite(text)} {text}"
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
    if parts.voice.consulting and _person(subject) and _adult(subject):
        yield _words("the therapist consulted with", spelt(subject, parts.voice), _text(parts, match, "tail"))
        return
    tail = _text(parts, match, "tail")
    text = spelt(subject, parts.voice)
    verb = _idiom(subject)
    if verb and not _person(subject):
        yield _words(STUDENT, verb, text, tail)
    first = subject.words[0].quantity
    if first and first.kind in ("ratio", "percent"):
        if subject.words[-1].lemma in rules("wording")["completed"]["nouns"]:
            yield _words(STUDENT, "completed", text, tail)
        yield _words(text, _be(subject), "recorded", tail)
    elif first and first.kind == "ordinal":
        yield _words("this was", text, tail)
    elif subject.words[0].quantity or subject.words[0].text == "no":
        yield _words("there", _be(subject), text, tail)
    elif not verb:
        cut = re.match(r"[PZ]*", match["tail"]).end()  # type: ignore[union-attr]
        after = _chunks(parts, match, "tail")
        own = phrase(after[:cut], parts.voice)
        yield _words(text, own, _be(subject), "noted", phrase(after[cut:], parts.voice))


def _identity(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`diagnosis: ASD`, `grasp = quadrupod`; only what is named like a heading can be something else."""
    subject, value = _chunks(parts, match, "subject")[0], _text(parts, match, "value")
    equals = parts.main[1].tag == "="
    if not equals and subject.words[-1].kind not in ("skill", "abstract", "document", "body", "behaviour", "sensation", "time"):
        return
    yield _words(_measure_subject(parts, subject), _be(subject), value, _text(parts, match, "tail"))


def _both_ways(parts: Parts, match: re.Match[str]) -> Iterator[str]:
    """`mod A -> min A w/ visual`, `legibility 2/5 -> 4/5`, with or without the task in front."""
    names = ("old", "new") if match["old"] else ("oldl", "newl")
    old, new = (_text(parts, match, name) for name in names)
    task, tail = _text(parts, match, "task"), _text(parts, match, "tail")
    if match["old"]:
        yield _words(task or "the measure", "went from", old, "to", new, tail)
    else:
        yield _words(f"for {task}," if task else "", "the level went from", old, "to", new, tail)


def _words(*parts: str) -> str:
    text = " ".join(part for part in parts if part)
    return text.replace(" ,", ",")


_SUBJECT = r"(?P<subject>[noKq])"
_ADVERBS = r"(?P<adverbs>[rN]*)"
_VERB = r"(?P<verb>m[rN]*(?:x[rN]*)?b?|x[rN]*[bgev]?|[zv]|e|b)"
_FINITE = r"(?P<verb>m[rN]*(?:x[rN]*)?b?|x[rN]*[bgev]?|[zv])"
_REST = r"(?P<tail>.*)"


def _frame(pattern: str, build: Builder) -> tuple[re.Pattern[str], Builder]:
    return re.compile(pattern), build


_FRAMES: tuple[tuple[re.Pattern[str], Builder], ...] = (
    _frame(r"(?P<task>n?)[:=,]?(?:(?P<old>[qK])>(?P<new>[qK])|(?P<oldl>[ACI])>(?P<newl>[ACI]))" + _REST, _both_ways),
    _frame(_SUBJECT + _ADVERBS + _VERB + _REST, _own_clause),
    _frame(_SUBJECT + _ADVERBS + r"(?P<verb>g)" + _REST, _continuing),
    _frame(_ADVERBS + _FINITE + _REST, _student_clause),
    _frame(r"(?P<verb>b)(?P<task>[rPnoK]{0,3})[:=,]?(?P<level>[AC])" + _REST, _helped_to),
    _frame(_ADVERBS + r"(?P<verb>b)" + _REST, _student_clause),
    _frame(r"(?P<subject>n)(?P<adverbs>N?)(?P<verb>tb)" + _REST, _due),
    _frame(r"(?P<subject>g)[:=]?(?P<predicate>q)" + _REST, _measured),
    _frame(r"(?P<quality>a)[:=]?(?P<predicate>[qK])" + _REST, _quality),
    _frame(r"(?P<predicate>q)(?P<tail>S)", _it_was),
    _frame(r"(?P<tail>P[Pu]*)", _went_back),
    _frame(_ADVERBS + r"(?P<verb>g)" + _REST, _ing),
    _frame(r"(?P<predicate>[rN]*[ae](?:c[ae])*)(?P<tail>(?![aegqK]).*)", _is_so),
    _frame(r"(?P<predicate>[rN]*I)" + _REST, _is_so),
    _frame(r"(?P<subject>n)(?P<particle>r?)[:=]?(?P<level>I)" + _REST, _independent_in),
    _frame(r"(?P<subject>n)(?P<particle>r?)[:=]?(?P<level>[AC])" + _REST, _assisted),
    _frame(r"(?P<level>[AC])(?P<task>[nK]?)" + _REST, _level_first),
    _frame(r"(?P<subject>n)[:=]?(?P<predicate>[qK])" + _REST, _measured),
    _frame(r"(?P<subject>[nKq])[:=]?(?P<predicate>[rN]*[ae](?:c[ae])*)(?P<tail>(?![qK]).*)", _thing_is),
    _frame(r"(?P<subject>n)(?P<predicate>r)(?P<tail>[PuS]*)", _thing_is_there),
    _frame(r"(?P<subject>n)[:=](?P<value>[nK])" + _REST, _identity),
    _frame(r"(?P<subject>[nK])(?P<tail>u.*)", _counted),
    _frame(r"(?P<subject>[nK])(?P<tail>r?(?:[PZSu,c].*)?)", _mention),
)
