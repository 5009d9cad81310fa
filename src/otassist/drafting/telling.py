"""The statements of a section -> its clauses: one for each sentence of the jot, or for a row of fragments.

What stood in one sentence of the jot is never torn apart: blind readers found that `he hates that`, `cross indep` or
`she is ordering` say something else once they stand alone. Where the opening of a sentence can surely be read, it is
made a sentence and the rest follows spelt out; else all of it is spelt out (see `recording`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..domain import Clause, Observation, Section
from ..language import Word
from ..language.tables import rules
from .bodies import opens_with_saying, speaker, without_source
from .bystanders import Others
from .planning import after_marker
from .realising import realise, takes_back
from .recording import spelt_out
from .spelling import Voice, capital
from .subjects import Teller
from .units import APART, Told, Unit, place_of


def clauses(
    observation: Observation, section: Section, told: Sequence[Unit], voice: Voice, teller: Teller, others: Others
) -> Iterator[Clause]:
    """One clause for each sentence and for each row of fragments, with the statements and facts it rests on."""
    rest = [(unit, _sentences(unit, replace(voice, others=others[unit[0].statement.id]))) for unit in told]
    while rest:
        size = _size(rest)
        row, rest = rest[:size], rest[size:]
        statements = [item.statement for unit, _ in row for item in unit]
        facts = tuple(fact.id for statement in statements for fact in observation.facts_of(statement))
        ids = tuple(statement.id for statement in statements)
        candidates = row[0][1] or _recorded([unit for unit, _ in row])
        yield Clause("", section, teller.tell(candidates), "observed", ids, facts)


def _sentences(unit: Unit, voice: Voice) -> list[str]:
    """The unit as a sentence, where its opening surely is one: what follows is spelt out behind it."""
    first, *rest = unit
    if any(_turns_to_student(item.body) or takes_back(item.body) or _helps(item.body) for item in rest):
        return []
    found = realise(first.statement, first.body, voice, alone=not rest)
    if not rest:
        return list(found)
    tail = "".join(map(_following, rest))
    return [f"{text}{tail}" for text in found[:1]]


def _helps(body: Sequence[Word]) -> bool:
    """`sat near, no demands, offered putty`: what a therapist does, so that the sentence has no sure subject."""
    return body[0].tag == "v" and body[0].lemma in rules("grammar")["helping"]


def _turns_to_student(body: Sequence[Word]) -> bool:
    """`wants that as accom, told him it is not my call`: the therapist goes on where the student began."""
    objects = [word for word in body[1:3] if word.text.lower() in ("him", "her", "them")]
    return body[0].tag == "v" and bool(objects)


def _size(rest: Sequence[tuple[Unit, list[str]]]) -> int:
    """How many units share a clause: fragments of the same kind in a row; a question stands alone."""
    (first, said), *after = rest
    if said or first[0].statement.role == "question":
        return 1
    same = [not texts and _alike(first, unit) for unit, texts in after[: _LONGEST_ROW - 1]]
    return 1 + (same.index(False) if False in same else len(same))


_LONGEST_ROW = 4
"""Fragments behind one introduction; readers lose their place in more."""


def _alike(one: Unit, other: Unit) -> bool:
    kinds = _kind(one) == _kind(other)
    return kinds and one[0].statement.said_by == other[0].statement.said_by and other[0].statement.role != "question"


def _recorded(row: Sequence[Unit]) -> list[str]:
    """Fragments spelt out behind their introduction."""
    kind = _kind(row[0])
    text = APART.join(_opening(first, kind) + "".join(map(_following, rest)) for first, *rest in row)
    by = speaker(row[0][0].statement)
    if kind == "report" and _goes_on(row[0][0]):
        return [capital(f"{by} {text}")]  # `teacher wants more`
    templates = rules("wording")["recorded"][kind]
    return [capital(template.replace("{by}", by).replace("{text}", text)).removesuffix(".") for template in templates]


def _kind(unit: Unit) -> str:
    """Which introduction a sentence needs: by its place, who said it, and whether it tells of an agreement."""
    item = unit[0]
    role, said_by = item.statement.role, item.statement.said_by
    if role == "report" and place_of(unit) == "observation":
        return "observation"
    if role == "report" and said_by and _named_late(item):
        return "hearsay"
    if role == "advice" and any(word.lemma == "agree" for word in item.body):
        return "agreement"
    if role != "report":
        return role if role in rules("wording")["recorded"] else "observation"
    if said_by == "student" and not opens_with_saying(item.body) and item.body[0].tag != "Q":
        return "observation"
    return "report" if said_by else "hearsay"


def _goes_on(item: Told) -> bool:
    """The speaker stands in front with a verb other than of saying."""
    rest = without_source(item.body, item.statement)
    said = rules("markers")["report_verbs"]["saying"]
    named = len(item.body) > 1 and item.body[0].text == item.statement.said_by and rest[0] is item.body[1]
    return named and rest[0].tag in "vzxm" and rest[0].source.lower() not in said


def _named_late(item: Told) -> bool:
    """`2/5 days teacher says she gets it`: the speaker stands in the middle, so that no `reported` can go in front."""
    body = item.body
    spoken = next((index for index, word in enumerate(body) if word.text == item.statement.said_by), 0)
    named = body[spoken].text == item.statement.said_by and len(body) > spoken + 1
    if named and body[spoken + 1].tag == "p":
        return True  # `mom at the door says`
    return spoken > 0 and body[spoken - 1].text != "per" and len(without_source(body, item.statement)) == len(body)


def _opening(item: Told, kind: str) -> str:
    """The words spelt out, without what the introduction says."""
    body = without_source(item.body, item.statement) if kind == "report" else after_marker(item.body, kind)
    dated = kind == "plan" and bool(body) and item.body[0].text.lower().startswith("next") and body[0].tag != "b"
    return spelt_out(item.body if dated or not body else body)  # `next time the small caps`


def _following(item: Told) -> str:
    """How the sentence of the jot goes on; what it asks stays asked."""
    return item.link + spelt_out(item.body) + ("?" if item.statement.role == "question" else "")
