"""The boxes of IEP systems: which parts of a draft each takes, and how much it holds (data/profiles.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from ..domain import GOAL_PARTS, SECTIONS
from ..errors import FileProblem, UsageError
from .wording import data_text

_ROLES = (*GOAL_PARTS, "rationale")
_SHIPPED = Path("export/data/profiles.toml")


@dataclass(frozen=True, slots=True)
class Box:
    """One text box of a system: its name, its label on the page, what goes into it, the characters it holds."""

    name: str
    label: str
    limit: int | None = None
    rest: bool = False
    without: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    area: bool = False
    objectives: bool = False
    empty: bool = False
    sections: tuple[str, ...] = ()
    headings: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """The boxes of one IEP system for goals and for notes, and where their names come from."""

    id: str
    name: str
    source: str
    goal: tuple[Box, ...]
    note: tuple[Box, ...]


@cache
def profiles() -> Mapping[str, Profile]:
    """The shipped profiles by id, `default` first."""
    return _read(data_text("profiles.toml"), _SHIPPED)


def profile(name: str = "default") -> Profile:
    """A shipped profile. Raises UsageError for an unknown name."""
    if name not in profiles():
        raise UsageError(f"There is no profile {name!r}.", f"Use one of: {', '.join(profiles())}.")
    return profiles()[name]


def read_profiles(file: Path) -> Mapping[str, Profile]:
    """A district's own file, in the form of data/profiles.toml; the shipped default is used where it has none.

    Raises FileProblem, which names the box and what to change.
    """
    try:
        own = _read(file.read_text(encoding="utf-8-sig"), file)
    except (OSError, UnicodeDecodeError) as problem:
        raise FileProblem(f"{file.name} cannot be read.", "Save it as UTF-8 and check its permissions.") from problem
    return {"default": own.get("default") or profiles()["default"], **own}


def _read(text: str, file: Path) -> Mapping[str, Profile]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FileProblem(
            f"{file.name} is no TOML ({problem}).", "Compare it with the shipped profiles.toml."
        ) from problem
    default = tables.get("default") if file == _SHIPPED else None
    return {name: _profile(name, table, default, file) for name, table in tables.items()}


def _profile(name: str, table: Any, default: Any, file: Path) -> Profile:
    if not isinstance(table, dict) or not isinstance(table.get("name"), str):
        _refuse(file, f"profile {name!r} has no name", 'Write name = "..." under it.')
    for key in table.keys() - {"name", "source", "goal", "note"}:
        _refuse(file, f"profile {name!r} has an unknown key {key!r}", "Use name, source, goal and note.")
    goal = _boxes(f"{name}.goal", table.get("goal"), file) or _given(default, "goal", file)
    note = _boxes(f"{name}.note", table.get("note"), file) or _given(default, "note", file)
    _goes_somewhere(name, goal, note, file)
    return Profile(name, table["name"], str(table.get("source", "")), goal, note)


def _given(default: Any, kind: str, file: Path) -> tuple[Box, ...]:
    if default is not None:
        return _boxes(f"default.{kind}", default.get(kind), file)
    return profiles()["default"].goal if kind == "goal" else profiles()["default"].note


def _boxes(where: str, tables: Any, file: Path) -> tuple[Box, ...]:
    boxes = tuple(_box(where, table, file) for table in tables or ())
    names = [box.name for box in boxes]
    if len({*names}) < len(names):
        _refuse(file, f"two boxes of {where} have one name", "Give each its own.")
    return boxes


_KEYS = {field.name: str(field.type) for field in dataclass_fields(Box)}
_KNOWN = {"roles": _ROLES, "without": _ROLES, "sections": SECTIONS}


def _box(where: str, table: Mapping[str, Any], file: Path) -> Box:
    for key, value in table.items():
        if key not in _KEYS:
            _refuse(file, f"a box of {where} has an unknown key {key!r}", f"Use: {', '.join(_KEYS)}.")
        fits = isinstance(value, list) if key in _KNOWN else type(value).__name__ in _KEYS[key].split(" | ")
        if not fits or (key == "limit" and value < 1):
            _refuse(file, f"{key} of a box of {where} is {value!r}", "See the comment at the head of the shipped file.")
        for one in value if key in _KNOWN else ():
            if one not in _KNOWN[key]:
                _refuse(file, f"{one!r} in {key} of {where} is unknown", f"Use: {', '.join(_KNOWN[key])}.")
    if not table.get("name") or not table.get("label"):
        _refuse(file, f"a box of {where} has no name or no label", "Write both.")
    values: Any = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Box(**values)


def _goes_somewhere(name: str, goal: Sequence[Box], note: Sequence[Box], file: Path) -> None:
    """No word of a draft may be lost between the boxes."""
    taken = {role for box in goal for role in box.roles}
    lost = [role for box in goal for role in box.without if role not in taken]
    lost += [] if any(box.rest for box in goal) else ["rest"]
    lost += [] if any(box.objectives for box in goal) else ["objectives"]
    lost += [section for section in SECTIONS if not any(section in box.sections for box in note)]
    if lost:
        _refuse(file, f"no box of {name!r} takes {lost[0]!r}", "Add a box that does, so that no word is lost.")


def _refuse(file: Path, what: str, remedy: str) -> NoReturn:
    raise FileProblem(f"{file.name}: {what}.", remedy)
