"""The measures of a jot: what was counted or timed, in its own words and as a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..domain import Observation, Statement
from ..language import Word, settle_again, within
from ..language.tables import rules
from .bodies import body_of
from .recording import spelt_out

KINDS = ("ratio", "percent", "measure", "rate", "pace", "events", "duration", "number", "times", "level")
"""Kinds of measure, the most telling first."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the jot measured: its own words, where they stand, and the quantity; `fewer` where less is better."""

    text: str
    statement: Statement
    facts: tuple[str, ...]
    kind: str
    value: str
    unit: str
    fewer: bool
    names_act: bool = False  # a verb says what was measured
    body: tuple[Word, ...] = ()  # the words of the statement, with
    index: int = 0  # the measured one
    course: Literal["", "longer", "sooner"] = ""  # of a time: where better lies, as far as it is known


def measures(observation: Observation, told: Sequence[Statement], words: Sequence[Word]) -> Iterator[Measure]:
    """Every measure of the statements, the most telling kind of each first."""
    for statement in told:
        body = body_of(statement, settle_again(within(words, statement.start, statement.end)))
        held = [(index, word) for index, word in enumerate(body) if _kind(word) and not _names(body, index)]
        held = [item for item in held if not _is_persons(body, item[0])]
        held.sort(key=lambda item: KINDS.index(_kind(item[1])))
        if held:
            index = _related_count(body) or held[0][0]
            facts = tuple(
                fact.id
                for fact in observation.facts_of(statement)
                if fact.kind in ("measure", "count", "duration", "assist", "cue") and not fact.replaced_by
            )
            kind, value = _read(body, index)
            acts = any(other.tag in "vzb" and other.lemma not in _saying_nothing() for other in body)
            unit, fewer = _unit(body, index, value), _fewer(clause_of(body, index))
            yield Measure(spelt_out(body), statement, facts, kind, value, unit, fewer, acts, tuple(body), index)


def _is_persons(body: Sequence[Word], index: int) -> bool:
    """`mod A x1`, `max A x 2`: how many people helped, and no count."""
    counted = body[index].quantity is not None and body[index].text.split()[0] in ("1", "2")
    return counted and index > 0 and body[index - 1].level is not None and body[index].tag == "u"


def _related_count(body: Sequence[Word]) -> int:
    """Where `18 words in 10 minutes` has its count, unless a share of a whole stands there too; 0 for nowhere."""
    kinds = [_kind(word) for word in body]
    if "ratio" in kinds or "percent" in kinds:
        return 0
    related = (n for n, kind in enumerate(kinds) if kind in ("number", "duration") and _read(body, n)[0] != kind)
    return next(related, 0)


def _read(body: Sequence[Word], index: int) -> tuple[str, str]:
    """Kind and value of a measured word; `2 songs of 5` is a share, `18 words in 10 minutes` a pace."""
    kind, value = _kind(body[index]), body[index].quantity.value if body[index].quantity else body[index].text  # type: ignore[union-attr]
    tags = "".join("q" if word.quantity is not None else word.tag for word in body[index:])
    whole = re.match(r"qn?pd?q", tags)
    if kind not in ("number", "duration") or whole is None or _kind(body[index]) == "":
        return kind, value
    link = next(word.text for word in body[index : index + whole.end()] if word.tag == "p")
    return _related(kind, value, link, body[index + whole.end() - 1]) or (kind, value)


def _related(kind: str, value: str, link: str, whole: Word) -> tuple[str, str] | None:
    """A count or time with the whole it is of, or with the time it took."""
    done, *unit = value.split()
    size, *units = whole.quantity.value.split() if whole.quantity else [""]
    if link == "of" and (units == unit or not units) and done.isdigit() and size.isdigit() and int(done) <= int(size):
        return "ratio", " ".join([f"{done}/{size}", *unit])
    if link == "in" and kind == "number" and units and done.isdigit():
        if units[0] == "day" and size.isdigit():
            return "ratio", f"{done}/{size} day"
        return ("pace", f"{done} in {whole.text}") if units[0] in ("minute", "second", "hour") else None
    return None


def _kind(word: Word) -> str:
    if word.level is not None:
        graded = re.match(r"\d|min|mod|max", word.level.value) is not None
        return "level" if graded or word.level.kind != "cue" else ""
    if word.quantity is not None and word.quantity.kind == "number" and not word.source.isdigit():
        return ""  # `one binder` measures nothing
    return word.quantity.kind if word.quantity is not None and word.quantity.kind in KINDS else ""


def _names(body: Sequence[Word], index: int) -> bool:
    """`route 14`, `only 2`: a bare number that counts nothing behind it."""
    after = body[index + 1] if index + 1 < len(body) else None
    bare = body[index].quantity is not None and body[index].level is None and _kind(body[index]) == "number"
    counts = after is not None and after.entry is not None and (after.entry.number == "plural" or after.tag in "ve")
    return bare and not counts


def _unit(body: Sequence[Word], index: int, value: str) -> str:
    """The noun that a count counts, in the plural: `3/5 sentences`; `opportunities` where it has none."""
    after = body[index + 1] if index + 1 < len(body) else None
    timed = value.split(" ", 1)[1:] if "/" in value.split(" ")[0] else []
    if timed and "/" not in timed[0]:
        return f"{timed[0]}s"
    plain = after is not None and after.tag == "n" and after.kind not in ("person", "time") and not after.ambiguous
    plain = plain and after is not None and after.entry is not None and after.entry.number == "plural"
    return after.text if plain and after is not None and after.known else rules("goal_wording")["units"]["without"]


def clause_of(body: Sequence[Word], index: int) -> Sequence[Word]:
    """The words up to the next comma, dash or `before he ...` on either side."""
    ends = [
        at
        for at, word in enumerate(body)
        if word.tag in ",;:-" or (word.tag == "s" and at + 1 < len(body) and body[at + 1].tag in "oxm")
    ]
    begin = max((at + 1 for at in ends if at < index), default=0)
    return body[begin : min((at for at in ends if at > index), default=len(body))]


def _saying_nothing() -> frozenset[str]:
    """Verbs that name no act: `needs 5-6 vc`."""
    return frozenset(rules("own_goals")["verbs"]["empty"])


def _fewer(body: Sequence[Word]) -> bool:
    """`4/10 lines missed`, `late 3x`: the count is of what should not happen."""
    errors = rules("goal_wording")["errors"]["words"]
    counted = [n for n, word in enumerate(body) if word.text.lower() in errors or _is_failure(body, n)]
    neglect = rules("own_goals")["verbs"]["neglect"]
    if any(word.text == "without" and after.tag == "g" and after.lemma in neglect for word, after in pairwise(body)):
        return True
    return any(not n or body[n - 1].text.lower() not in ("without", "no", "zero") for n in counted)


def _is_failure(body: Sequence[Word], at: int) -> bool:
    """`leaves line 3 of 5 days`; not `quits after 2 of 5 sentences`, which counts what was done."""
    after = body[at + 1].text.lower() if at + 1 < len(body) else ""
    return body[at].tag in "vz" and body[at].lemma.lower() in failures() and after not in ("after", "before", "by")


def failures() -> frozenset[str]:
    """Verbs of failure, in data/own_goals.toml."""
    return frozenset(rules("own_goals")["verbs"]["failure"])
