"""What stands behind a goal's sentence: the baseline, or a blank and a question, and why it matters at school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..domain import Clause, Observation, PracticePassage, Question
from ..language import inflection
from ..language.lexicon import lexicon
from .adapting import wording
from .measures import Measure


def finished(
    sentence: tuple[str, tuple[Clause, ...]],
    observation: Observation,
    measure: Measure | None,
    reason: tuple[str, str],
    passage: PracticePassage | None,
) -> tuple[str, tuple[Clause, ...]]:
    """The goal with its baseline, its reason (`reason` with the bank goal it is from) and, for RTI, its opening."""
    text, clauses = with_baseline(*sentence, observation, measure)
    text, clauses = with_reason(text, clauses, *reason, passage)
    if (observation.context.plan or "").upper() in ("RTI", "MTSS", "RTI/MTSS"):
        text, clauses = prefixed(wording("target", goal=""), text, clauses)
    return text, numbered(clauses)


def with_baseline(
    text: str, clauses: Sequence[Clause], observation: Observation, measure: Measure | None
) -> tuple[str, tuple[Clause, ...]]:
    """The baseline in the jot's own words, with its date; or a blank."""
    if measure is None:
        return _appended(text, clauses, Clause("", "baseline", wording("no_baseline"), "blank"))
    date = observation.context.date
    form = (
        wording("observed_on", measure=measure.text, date=date) if date else wording("observed", measure=measure.text)
    )
    said = wording("baseline", measure=form)
    return _appended(text, clauses, Clause("", "baseline", said, "observed", (measure.statement.id,), measure.facts))


def with_reason(
    text: str, clauses: Sequence[Clause], reason: str, source: str, passage: PracticePassage | None
) -> tuple[str, tuple[Clause, ...]]:
    """Why the goal matters, from `source` of the bank where it names one, with a passage to read."""
    said = wording("rationale", reason=reason)
    evidence = (source,) if source else ()
    if passage is not None:
        said, evidence = wording("cited", rationale=said, title=passage.title), (*evidence, passage.id)
    origin = "practice" if passage is not None else "bank" if source else "proposed"
    return _appended(text, clauses, Clause("", "rationale", said, origin, evidence=evidence))  # type: ignore[arg-type]


def prefixed(prefix: str, text: str, clauses: Sequence[Clause]) -> tuple[str, tuple[Clause, ...]]:
    """The goal behind `Intervention target:`."""
    moved = tuple(replace(item, start=item.start + len(prefix), end=item.end + len(prefix)) for item in clauses)
    return prefix + text, moved


def numbered(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses with their ids."""
    return tuple(replace(clause, id=f"c{number}") for number, clause in enumerate(clauses, 1))


def baseline_question(occupation: str, measure: Measure | None) -> list[Question]:
    """What has to be asked where no measure of the act is given."""
    if measure is not None:
        return []
    verb, _, rest = occupation.partition(" ")
    bare = any(entry.tag == "b" for entry in lexicon().lookup(verb))
    asked = f"{inflection.gerund(verb)} {rest}" if bare else occupation  # `use a break card` is asked as using it
    return [Question(wording("question_baseline", occupation=asked), "baseline")]


def _appended(text: str, clauses: Sequence[Clause], clause: Clause) -> tuple[str, tuple[Clause, ...]]:
    start = len(text) + 1
    return f"{text}\n{clause.text}", (*clauses, replace(clause, start=start, end=start + len(clause.text)))
