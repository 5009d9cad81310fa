"""How many defects in a model's changes of a draft are caught: the eval suite's own defects, given as an edit.

python tests/bench/model_edits.py [--most 40] [--missed]

The drafts are the composer's of all cases, the wish is one that asks for nothing (`polish the wording`), and the answer
puts a defect of `otassist eval selfcheck` into one clause. Nobody wrote a rule of the edits on these defects.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from otassist import wire_drafts
from otassist.bank import shipped_corpus
from otassist.checks import check_draft, check_goal
from otassist.conversation.applying import applied
from otassist.domain import Goal, Note, Observation, Proposed
from otassist.drafting.model.edit_grounds import EditGrounds
from otassist.drafting.model.editing import _Work
from otassist.evaluation.cases import Case, shipped_cases
from otassist.evaluation.product import Product, maker
from otassist.evaluation.seeding import goal_defects, note_defects
from otassist.evaluation.session import Place
from otassist.reading import read

WISH = "polish the wording"
HARMLESS = "(harmless: sent back)"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=40, help="defects of each kind (default 40)")
    options.add_argument("--missed", action="store_true", help="list what is missed")
    chosen = options.parse_args()
    caught: dict[str, list[bool]] = {}
    for kind, draft, changes, seen in spoilt_drafts(chosen.most):
        hit = is_refused(draft, changes, seen)
        caught.setdefault(kind, []).append(hit)
        if chosen.missed and hit == (kind == HARMLESS):
            print(f"{kind}: {[change['text'] for change in changes]}\n    {draft.text!r}")
    for kind, hits in sorted(caught.items()):
        print(f"{kind:<28}{sum(hits):>5} of {len(hits):>4}")
    every = [hit for kind, hits in caught.items() if kind != HARMLESS for hit in hits]
    print(f"{'all defects':<28}{sum(every):>5} of {len(every):>4}  {sum(every) / len(every):.1%}")


def is_refused(draft: Goal | Note, changes: Sequence[Mapping[str, Any]], seen: Observation) -> bool:
    """Whether the editor finds a fault in the answer."""

    def apply(made: Sequence[Proposed]) -> Goal | Note:
        new = applied(draft, made, "t1")
        if isinstance(new, Note):
            return check_draft(new, seen)
        reason = next((clause.start for clause in new.clauses if clause.role == "rationale"), len(new.text))
        return replace(new, findings=check_goal(new.text[:reason].rstrip(), seen.context).findings)

    work = _Work(EditGrounds(draft, WISH, seen), apply)
    return bool(work.faults(work.read({"changes": list(changes)})))


Spoilt = tuple[str, Goal | Note, list[dict[str, Any]], Observation]


def spoilt_drafts(most: int) -> Iterator[Spoilt]:
    counts: dict[str, int] = {}
    with TemporaryDirectory() as state:
        product = maker(shipped_corpus())()
        for case in sorted(Place(shipped_cases(), shipped_corpus(), Path(state)).all_cases(), key=lambda c: c.id[::-1]):
            if case.task in ("note", "goal") and not case.expect_refusal:
                for kind, *rest in _of(case, product, {kind for kind, n in counts.items() if n >= most}):
                    counts[kind] = counts.get(kind, 0) + 1
                    yield (kind, *rest)  # type: ignore[misc]


def _of(case: Case, product: Product, enough: set[str]) -> Iterator[Spoilt]:
    kinds = {*(note_defects.KINDS if case.task == "note" else goal_defects.KINDS)} - enough
    if not kinds:
        return
    answer = product.answer(case)
    if len(answer["drafts"]) != 1 or answer["drafts"][0].get("type") == "accommodations":
        return
    whole = answer["drafts"][0]
    seen = read(case.text, case.context, kind=case.task)
    for kind, bad in _defects(case, whole, answer, kinds, enough):
        changes = _changes(whole, bad)
        if changes:
            yield kind, wire_drafts.draft_from(whole), changes, seen


def _defects(
    case: Case, whole: Mapping[str, Any], answer: Mapping[str, Any], kinds: set[str], enough: set[str]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if case.task == "goal":
        around = goal_defects.Around(case, None)
        found = [(kind, goal_defects.KINDS[kind](whole, around)) for kind in sorted(kinds)]
    else:
        told = {item["id"]: item["text"] for item in answer["observation"]["statements"]}
        found = [(kind, note_defects.KINDS[kind](whole, case, told)) for kind in sorted(kinds)]
        found += [(HARMLESS, note_defects.harmless(whole))] if HARMLESS not in enough else []
    yield from ((kind, bad) for kind, bad in found if bad)


def _changes(whole: Mapping[str, Any], bad: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The clauses that differ, as a model would give them; a defect in no clause is no edit."""
    now = {clause["id"]: clause for clause in bad["clauses"]}
    made = []
    for clause in whole["clauses"]:
        new = now.get(clause["id"])
        if new is None or new["text"] != clause["text"]:
            action, text = ("remove", "") if new is None else ("replace", new["text"])
            made.append({"clause": clause["id"], "action": action, "text": text, "statements": clause["statements"]})
    return made


if __name__ == "__main__":
    main()
