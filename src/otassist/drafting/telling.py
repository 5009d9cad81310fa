"""The statements of a section -> its clauses: one for each sentence of the jot, or for a row of fragments.

What stood in one sentence of the jot is never torn apart: blind readers found that `he hates that`, `cross indep` or
`she is ordering` say something else once they stand alone. Where the opening of a sentence can surely be read, it is
made a sentence and the rest follows spelt out; else all of it is spelt out (see `recording`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain import Clause, Observation, Section, Statement, StatementRole
from ..language import Word, settle_again, within
from ..language.phrases import markers, opens_with
from ..language.tables import rules
from .bodies import body_of, opens_with_saying, speaker, without_source
from .planning import after_marker
from .realising import realise, takes_back
from .recording import arrow, spelt_out
from .spelling import Voice, capital
from .subjects import Teller

_APART = "; "


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with the words it has to say and how they follow the statement before in the jot."""

    statement: Statement
    body: Sequence[Word]
    link: str = _APART


Unit = tuple[_Told, ...]
"""The statements of one sentence of the jot: what stood together there stays together."""


def units(observation: Observation, statements: Sequence[Statement], words: Sequence[Word]) -> list[Unit]:
    """The statements by sentence of the jot; a plan or an entered answer is a sentence of its own."""
    found: list[list[_Told]] = []
    for statement in statements:
        body = body_of(statement, settle_again(within(words, statement.start, statement.end)))
        if not body:
            continue
        link = _link(_between(observation, found[-1][-1], body), found[-1][-1], body[0]) if found else _APART
        corrects = bool(found) and opens_with(body, markers("correction", "telling")) > 0
        if not corrects and (link == _APART or _begins_anew(found[-1], statement, body)):
            found.append([])
            link = _APART
        found[-1].append(_Told(statement, body, link))
    return [tuple(unit) for unit in found]


def _begins_anew(unit: Sequence[_Told], after: Statement, body: Sequence[Word]) -> bool:
    """A plan or advice behind what was seen, a report that names its speaker, anything behind a label of its own."""
    first = unit[0].statement
    if after.label is not None:
        return True
    if after.role in _AHEAD and first.role not in _AHEAD:
        if body[0].text == "will":
            return False  # `strength: ideas, will redo work if asked`
        return not _points_back(body) and not any(word.tag == "o" for word in body)
    told = _is_told(after, body) and any(word.tag not in "qu" for word in without_source(body, after))
    return told and first.role != "report" and not _points_back(body)


_AHEAD = ("plan", "advice")


def place_of(unit: Unit) -> StatementRole:
    """The role that decides the section: a sentence that looks ahead belongs to the plan as a whole."""
    roles = [item.statement.role for item in unit]
    willing = unit[0].statement.role not in _AHEAD and any(word.quantity or word.tag == ":" for word in unit[0].body)
    ahead = None if willing else next((role for role in roles if role in _AHEAD), None)
    return ahead or ("observation" if "observation" in roles else roles[0])


def _is_told(statement: Statement, body: Sequence[Word]) -> bool:
    """`says her hands feel tired`, `teacher reports ...`: somebody is heard, not only named as a source."""
    if statement.role != "report" or not statement.said_by:
        return False
    saying = rules("markers")["report_verbs"]["forms"]
    return body[0].tag == "Q" or any(word.source.lower() in saying for word in body[:4])


def _points_back(body: Sequence[Word]) -> bool:
    """`he hates that`, `wants the plastic one instead`: means nothing away from what stood before."""
    return any(word.text.lower() in rules("grammar")["pointing"] for word in body)


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


def _between(observation: Observation, before: _Told, body: Sequence[Word]) -> str:
    """The jot between two fragments, without the headers there, which open the note."""
    start, end = max(word.end for word in before.body), body[0].start
    gap = observation.jot[start:end]
    for statement in observation.statements:
        if start <= statement.start and statement.end <= end:
            gap = gap.replace(statement.text, "", 1)
    return gap


def _link(gap: str, before: _Told, after: Word) -> str:
    """What stands between two fragments in the jot, as a note prints it."""
    ended = before.body[-1].tag == "Q" and re.search(r"[.?!]\W?$", before.body[-1].source)
    if re.search(r"\.(?!,)|[;!\n•|]|\?(?!,)", gap) or len(gap) > 12 or ended:
        return _APART
    if ":" in gap:
        return ": "
    if re.search(r"->|=>|→", gap):
        sign = arrow(before.body[-1], after)
        return f"{sign} " if sign.startswith(",") else f" {sign} "
    said = re.findall(r"[A-Za-z]+|[+&]", gap)
    joining = " ".join(word for word in said if word.lower() not in rules("wording")["fillers"]["words"])
    signs: Mapping[str, str] = rules("wording")["signs"]
    joining = signs.get(joining, joining)
    comma = "," if re.search(r"[,\-–—/]", gap) else ""
    return f"{comma} {joining} " if joining else f"{comma} "


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
    text = _APART.join(_opening(first, kind) + "".join(map(_following, rest)) for first, *rest in row)
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


def _goes_on(item: _Told) -> bool:
    """The speaker stands in front with a verb other than of saying."""
    rest = without_source(item.body, item.statement)
    said = rules("markers")["report_verbs"]["saying"]
    named = len(item.body) > 1 and item.body[0].text == item.statement.said_by and rest[0] is item.body[1]
    return named and rest[0].tag in "vzxm" and rest[0].source.lower() not in said


def _named_late(item: _Told) -> bool:
    """`2/5 days teacher says she gets it`: the speaker stands in the middle, so that no `reported` can go in front."""
    body = item.body
    spoken = next((index for index, word in enumerate(body) if word.text == item.statement.said_by), 0)
    named = body[spoken].text == item.statement.said_by and len(body) > spoken + 1
    if named and body[spoken + 1].tag == "p":
        return True  # `mom at the door says`
    return spoken > 0 and body[spoken - 1].text != "per" and len(without_source(body, item.statement)) == len(body)


def _opening(item: _Told, kind: str) -> str:
    """The words spelt out, without what the introduction says."""
    body = without_source(item.body, item.statement) if kind == "report" else after_marker(item.body, kind)
    dated = kind == "plan" and bool(body) and item.body[0].text.lower().startswith("next") and body[0].tag != "b"
    return spelt_out(item.body if dated or not body else body)  # `next time the small caps`


def _following(item: _Told) -> str:
    """How the sentence of the jot goes on; what it asks stays asked."""
    return item.link + spelt_out(item.body) + ("?" if item.statement.role == "question" else "")


Others = Mapping[str, bool]
"""Statement id -> whether somebody else than the student was the last to act or speak before it."""


def others_acting(observation: Observation, words: Sequence[Word]) -> Others:
    """Who acts, paragraph by paragraph."""
    found: dict[str, bool] = {}
    others, end = False, 0
    for statement in observation.statements:
        body = within(words, statement.start, statement.end)
        if statement.role == "instruction":
            continue
        if any(word.source == "\n" for word in within(words, end, statement.start)):
            others = False
        found[statement.id] = others
        end = statement.end
        subject = _subject(body, observation.pronoun)
        if subject is not None:
            others = subject != "student"
        elif statement.said_by not in (None, "student") and not any(word.tag == "Q" for word in body):
            others = True
    return found


def _subject(body: Sequence[Word], pronoun: str | None) -> str | None:
    """The role of the person in front of the first verb; None where nobody is named."""
    verb = next((index for index, word in enumerate(body) if word.tag in "vzxm"), len(body))
    if 0 < verb < len(body) and body[verb - 1].text.lower() in ("he", "she"):
        return "student" if body[verb - 1].text.lower() == pronoun else "other"
    people = [word for word in body[:verb] if word.kind == "person" and word.entry is not None]
    if verb == len(body) and len(people) < len([word for word in body if word.tag == "n"]):
        return None  # `pretend play w/ 2 peers`: names more than a person
    return people[0].entry.actor or "other" if people and people[0].entry else None
