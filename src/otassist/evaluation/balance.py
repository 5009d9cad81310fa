"""How the cases are spread: a table by task, area, grade band, delivery, plan, note type and trap, on each split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..language.grades import band_of
from .cases import Case

_WAYS: dict[str, Callable[[Case], Iterable[str]]] = {
    "task": lambda case: (case.task,),
    "area": lambda case: case.area or ("any",),
    "grade band": lambda case: (_band(case.grade),),
    "delivery": lambda case: (case.delivery or "not entered",),
    "plan": lambda case: (case.plan or "not entered",),
    "note type": lambda case: (case.note_type,) if case.note_type else (),
    "tag": lambda case: case.tags,
}


def _band(grade: str | None) -> str:
    return (band_of(grade) if grade else None) or "not entered"


def counts(cases: Sequence[Case]) -> dict[str, dict[str, dict[str, int]]]:
    """What -> which -> split -> how many; a case of two areas counts in both."""
    whole = [case for case in cases if not case.problem]
    found = {what: Counter((which, case.split) for case in whole for which in of(case)) for what, of in _WAYS.items()}
    return {
        what: {
            which: {split: counted[which, split] for split in ("dev", "held_out")}
            for which in sorted({name for name, _ in counted})
        }
        for what, counted in found.items()
    }


def table(cases: Sequence[Case]) -> list[tuple[str, ...]]:
    """The rows of the table."""
    return [
        (what, which, str(splits["dev"]), str(splits["held_out"]))
        for what, rows in counts(cases).items()
        for which, splits in rows.items()
    ]
