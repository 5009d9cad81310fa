"""What comes next and what was advised: `retry raised line`, `rec slant board`, `teacher to keep the pad`."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain import Statement
from ..language import Word
from ..language.shorthand import leftover
from ..language.tables import rules
from .chunks import Chunk, chunked, shape
from .frames import sentences
from .phrasing import opened
from .recording import spelt_out
from .spelling import Voice


def planned(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """A step to come, in the infinitive; clauses with a subject stay as they are."""
    rest = after_marker(body, "plan")
    if not rest:
        return []
    chunks = chunked(rest)
    if shape(chunks).startswith(("ntb", "nN")):
        return sentences(opened(rest, statement.actor, voice))
    if rest[0].text == "I" and len(rest) > 1 and rest[1].tag == "b":
        return [spelt_out(rest)]
    if rest[0].text == "will" and len(rest) > 1 and rest[1].tag == "b":
        return [f"the plan is to {spelt_out(rest[1:])}"]  # who will do it is not said
    if _can_be_done(chunks):
        infinitive = _infinitive(rest)
        return [
            f"the plan is to {infinitive}",
            f"the therapist will {infinitive}",
            f"the next step is to {infinitive}",
        ]
    return sentences(opened(rest, statement.actor, voice)) if chunks[0].tag in "no" else []


def advised(statement: Statement, body: Sequence[Word], voice: Voice) -> list[str]:
    """A recommendation that was given."""
    rest = after_marker(body, "advice")
    if not rest:
        return []
    if rest[0].tag == "v" and rest[0].lemma in rules("wording")["telling"]["verbs"]:
        return [f"the therapist {spelt_out(rest)}"]  # `told Ms. K: floor spot by rail`
    chunks = chunked(rest)
    if _can_be_done(chunks):
        infinitive = _infinitive(rest)
        return [f"the recommendation was to {infinitive}", f"a further recommendation was to {infinitive}"]
    text = spelt_out(rest)
    if chunks[0].tag in "nK" and not leftover(text) and not any(chunk.tag in "zvmxb>?" for chunk in chunks):
        return [f"the therapist recommended {text}", f"another recommendation was {text}"]
    return []


def after_marker(body: Sequence[Word], role: str) -> list[Word]:
    """The words behind `plan:`, `next time`, `rec`."""
    marks = rules("wording")["openers"].get(role, ())
    rest = list(body)
    while len(rest) > 2 and f"{rest[0].source} {rest[1].source}".lower() in marks and not _names_time(rest):
        rest = rest[2:]
    while rest and (rest[0].source.lower() in marks or rest[0].text.lower() in marks) and not _names_time(rest):
        rest.pop(0)
    return rest


def _names_time(words: Sequence[Word]) -> bool:
    """`next wk`: when, and no mere opener."""
    timed = len(words) > 1 and words[1].lemma.lower() in rules("wording")["times"]["nouns"]
    return timed and words[0].text.lower() == "next"


def _can_be_done(chunks: Sequence[Chunk]) -> bool:
    """A base verb that is no noun, or one with its object behind it: `review 10/3`, `change in nurse's office`."""
    word = chunks[0].words[0]
    verbal = any(entry.tag == "b" for entry in word.entries)
    noun = any(entry.tag == "n" for entry in word.entries) or any("noun" in entry.also for entry in word.entries)
    object_follows = len(chunks) > 1 and chunks[1].tag in "nKo" and len(chunks[0].words) == 1
    numbered = word.lemma in rules("wording")["numbered"]["nouns"] and len(chunks) > 1 and chunks[1].tag == "q"
    if numbered:
        return False  # `visit 2 next Tues` is the second one
    finite = any(chunk.tag in "zvmx" for chunk in chunks[1:])
    return verbal and not finite and (not noun or object_follows) and chunks[0].tag in "bnr"


def _infinitive(words: Sequence[Word]) -> str:
    """`retry raised line` as it stands behind `to`; `recheck 3 wks` is in three weeks."""
    first, *rest = words
    base = next(entry.lemma for entry in first.entries if entry.tag == "b")
    timed = len(rest) == 1 and rest[0].quantity is not None and rest[0].quantity.kind == "duration"
    if timed and base in rules("wording")["looking_again"]["verbs"]:
        return f"{base} in {rest[0].text}"
    return f"{base} {spelt_out(rest)}".strip().replace(" ,", ",")
