"""What each column of a table is for: by its heading, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from ...language.tables import rules
from .headings import Topic, bands_of, topic
from .labels import label_of
from .saying import counts, is_a_goal, is_an_act, is_measured
from .shapes import Row

Role = Literal[
    "criterion", "condition", "stem", "objective", "goal", "area", "grade", "kind", "number", "other",
]  # fmt: skip
_ROLES: tuple[Role, ...] = get_args(Role)
_NAME_WORDS = 8
"""Words a column's heading has at most."""
_FEW = 4
"""Words of a heading from which one word in it does not say what it is for; half of them must."""
_MOST, _MEASURES = 0.5, 0.7


@dataclass(frozen=True, slots=True)
class Columns:
    """Each role's columns from left to right. `goals` has several where each holds a goal of its own.

    Of a matrix, `topics` says for each column which grades or area its goals are for.
    """

    names: tuple[str, ...]
    roles: tuple[Role, ...]
    goals: tuple[int, ...]
    guessed: bool = False
    topics: tuple[Topic, ...] = ()

    def of(self, *roles: Role) -> tuple[int, ...]:
        return tuple(index for index, role in enumerate(self.roles) if role in roles)

    @property
    def words(self) -> tuple[int, ...]:
        """The columns that make up the goal's sentence."""
        if len(self.goals) > 1:
            return self.goals
        return tuple(sorted({*self.goals, *self.of("condition", "stem", "criterion")}))

    @property
    def known(self) -> tuple[tuple[str, str], ...]:
        """Each column's name and what it was taken for."""
        pairs = zip(self.names, self.roles, strict=True)
        return tuple((name or f"column {number}", role) for number, (name, role) in enumerate(pairs, 1))


@cache
def _phrases() -> tuple[tuple[str, Role], ...]:
    named: dict[Role, list[str]] = {role: rules("bank_import")["columns"][role] for role in _ROLES}
    found = [(" ".join(_words(phrase)), role) for role in _ROLES for phrase in named[role]]
    return tuple(sorted(found, key=lambda item: -len(item[0].split())))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|#", text.lower().replace("'", ""))


def role_of(name: str) -> Role | None:
    """What a heading says its column is for; the longest phrase in it decides, and of two the last."""
    words = _words(name)
    if not words or len(words) > _NAME_WORDS:
        return None
    plain = f" {' '.join(words)} "
    whole = next((role for phrase, role in _phrases() if plain == f" {phrase} "), None)
    least = len(words) / 2 if len(words) > _FEW else 0
    parts = [item for item in _phrases() if f" {item[0]} " in plain and len(item[0].split()) >= least]
    best = max(parts, key=lambda item: (len(item[0].split()), plain.rfind(f" {item[0]} ")), default=None)
    return whole or (best[1] if best else None)


def is_a_header(row: Row) -> bool:
    """Whether the row names columns, one of them a goal's."""
    names = [row.cells[index] for index in row.filled]
    if not names or any(len(_words(name)) > _NAME_WORDS or _says_a_goal(name) for name in names):
        return False
    roles = [role_of(name) for name in names]
    if not any(role in ("goal", "stem", "objective") for role in roles):
        return False
    if len(names) == 1:
        return len(row.cells) == 1 and not row.across and " ".join(_words(names[0])) in dict(_phrases())
    return sum(role is not None for role in roles) * 2 > len(names) and len([role for role in roles if role]) > 1


def names_below(head: Row, row: Row) -> Row | None:
    """A second row of names, under names that cover several columns, with these in front; None where it is none."""
    names = [row.cells[index] for index in row.filled]
    if any(len(_words(name)) > _NAME_WORDS or _says_a_goal(name) or is_measured(name) for name in names):
        return None
    under = [index for index in row.filled if not head.cells[index : index + 1] or not head.cells[index].strip()]
    if not under or sum(role_of(name) is not None for name in names) < 2:
        return None
    cells, above = [], ""
    for index in range(max(len(head.cells), len(row.cells))):
        own, below = ("".join(of.cells[index : index + 1]).strip() for of in (head, row))
        above = own or above
        cells.append(f"{above} {below}" if below else own)
    made = replace(row, cells=tuple(cells))
    return made if is_a_header(made) else None


def _says_a_goal(name: str) -> bool:
    """`The student will be able to` and `Student will (skill)` only begin one, as a column's name may."""
    bare = re.sub(r"\([^()]*\)", " ", name)
    return is_a_goal(bare) and " ".join(_words(bare)) not in dict(_phrases())


def matrix(row: Row, rows: Sequence[Row]) -> Columns | None:
    """A table whose columns are named by grades or areas, and hold goals; None for any other."""
    topics = [_heads(cell) for cell in row.cells]
    held = [_column(rows, index) for index in range(len(row.cells))]
    goals = [index for index, found in enumerate(topics) if found and _share(held[index], _may_be_a_goal) > _MOST]
    if len(goals) < 2:
        return None
    roles: list[Role] = ["goal" if index in goals else _guess(held[index]) for index in range(len(row.cells))]
    return Columns(row.cells, tuple(roles), tuple(goals), True, tuple(found or Topic() for found in topics))


def _heads(name: str) -> Topic | None:
    """What a column is about, when its name says no more than grades or an area."""
    if len(name) > 40 or is_measured(name):
        return None
    found = topic(name)
    bands = found.bands or bands_of(name, sure=True)
    return Topic(found.areas if found.named else (), bands) if bands or found.named else None


def named_columns(row: Row, rows: Sequence[Row]) -> Columns:
    """The columns under a row of names; one without a name is judged by what stands in it."""
    said = [role_of(cell) for cell in row.cells]
    roles: list[Role] = [role or _unnamed(_column(rows, index), said) for index, role in enumerate(said)]
    if not {"goal", "stem"} & set(roles):
        roles[roles.index("objective")] = "goal"
    if "kind" in roles and not _is_kinds(_column(rows, roles.index("kind"))):
        roles[roles.index("kind")] = "other"
    goals = [index for index, role in enumerate(roles) if role == "goal"]
    kept = _kept(row, goals, rows)
    for index in goals:
        if index not in kept:
            roles[index] = "other"
    _find_criterion(roles, kept, rows)
    return Columns(row.cells, tuple(roles), kept or tuple(_first(roles, "stem")))


def _find_criterion(roles: list[Role], goals: Sequence[int], rows: Sequence[Row]) -> None:
    """Where goals are not measured and one other column is nothing but measures, it holds their criteria."""
    if "criterion" in roles or len(goals) != 1 or _share(_column(rows, goals[0]), is_measured) > _MOST:
        return
    for index, role in enumerate(roles):
        cells = _column(rows, index)
        if role == "other" and len(cells) * 2 > len(rows) and _share(cells, is_measured) > _MEASURES:
            roles[index] = "criterion"
            return


def _unnamed(cells: Sequence[str], said: Sequence[Role | None]) -> Role:
    """A column whose name says nothing: of the area or the grade, if it looks so and no other is."""
    guess = _guess(cells)
    return guess if guess in ("area", "grade") and guess not in said else "other"


def _first(roles: Sequence[Role], role: Role) -> list[int]:
    return [index for index, held in enumerate(roles) if held == role][:1]


def _kept(row: Row, goals: Sequence[int], rows: Sequence[Row]) -> tuple[int, ...]:
    """Columns `Goal 1` and `Goal 2` hold goals of their own; of one goal in two languages the English is taken."""
    if len(goals) < 2:
        return tuple(goals)
    bare = {re.sub(r"[\d#\s]", "", row.cells[index].lower()) for index in goals}
    if len(bare) == 1:
        return tuple(goals)
    said = rules("bank_import")["columns"]
    english = [index for index in goals if set(_words(row.cells[index])) & set(said["english"])]
    home = [index for index in goals if not any(word in row.cells[index].lower() for word in said["foreign"])]
    full = sorted(goals, key=lambda index: -_share(_column(rows, index), is_a_goal))
    return tuple((english or [index for index in full if index in home] or full)[:1])


def guessed_columns(rows: Sequence[Row]) -> Columns | None:
    """The columns of a table that names none; None where no column holds goals."""
    width = max((len(row.cells) for row in rows), default=0)
    held = [_column(rows, index) for index in range(width)]
    goal = max(
        range(width), key=lambda index: (_share(held[index], _may_be_a_goal), _length(held[index])), default=None
    )
    roles: list[Role] = [_guess(cells) for cells in held]
    if "kind" in roles and width > 1:
        others = [index for index in range(width) if roles[index] != "kind"]
        goal = max(others, key=lambda index: _length(held[index]), default=goal)
    elif goal is None or _share(held[goal], _may_be_a_goal) < _MOST:
        return None
    if goal is None:
        return None
    roles[goal] = "goal"
    return Columns(("",) * width, tuple(roles), (goal,), True)


def _column(rows: Sequence[Row], index: int) -> list[str]:
    return [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index].strip()]


def _share(cells: Sequence[str], test: object) -> float:
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells and callable(test) else 0.0


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / max(1, len(cells))


def _may_be_a_goal(cell: str) -> bool:
    return is_a_goal(cell) or (is_an_act(cell) and is_measured(cell) and counts(cell) > 3)


def _is_kinds(cells: Sequence[str]) -> bool:
    return _share(cells, kind_of) > _MOST


def kind_of(cell: str) -> str:
    """`goal` or `objective` where a cell says no more than that; `heading` where an area or grade follows."""
    bare = cell.strip().rstrip(":.- ")
    label = label_of(f"{bare}:")
    if label and not label.rest:
        return label.kind.rstrip("s")
    return "heading" if cell.strip().endswith(":") and role_of(bare) in ("area", "grade") else ""


def _guess(cells: Sequence[str]) -> Role:
    if not cells:
        return "other"
    if _is_kinds(cells):
        return "kind"
    if _share(cells, lambda cell: len(cell) < 30 and not is_measured(cell) and bands_of(cell, sure=True)) > 0.7:
        return "number" if _share(cells, lambda cell: cell.strip().isdigit()) > 0.9 else "grade"
    if _share(cells, lambda cell: counts(cell) < 7 and topic(cell).areas) > 0.6:
        return "area"
    if _share(cells, lambda cell: is_measured(cell) and not is_a_goal(cell)) > 0.7:
        return "criterion"
    return "number" if _share(cells, lambda cell: re.fullmatch(r"[\w.-]{1,6}", cell)) > 0.9 else "other"
