"""One cell -> the goals and objectives in it, and several cells -> one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .labels import label_of
from .markers import split_marker
from .saying import begins_a_goal, counts, is_a_goal
from .texts import lines_of


def apart(text: str) -> list[str]:
    """The goals of a cell that holds several, a line each; otherwise the cell as it is."""
    found: list[str] = []
    for line in lines_of(text):
        new = begins_a_goal(split_marker(line.strip())[1])
        listed = found and any(split_marker(other.strip())[0] for other in lines_of(found[-1])[1:])
        if not found or (new and is_a_goal(found[-1]) and not listed and not split_marker(line.strip())[0]):
            found.append(line)
        else:
            found[-1] += f"\n{line}"
    return found


def parted(text: str) -> tuple[str, list[str]]:
    """A cell's goal, and the objectives that are listed below it in the same cell."""
    lines = [line.strip() for line in lines_of(text) if line.strip()]
    for index, line in enumerate(lines[1:], 1):
        label = label_of(line)
        if split_marker(line)[0] or (label and label.kind in ("objective", "objectives")):
            return " ".join(lines[:index]), items("\n".join(lines[index:]))
    return " ".join(lines), []


def items(cell: str) -> list[str]:
    """The objectives in a cell: a line each, numbered, or with semicolons or bars between."""
    lines = [line.strip() for line in lines_of(cell) if line.strip()]
    if len(lines) == 1:
        numbered = re.split(r"(?:^|(?<=[\s;.]))\(?(?:[1-9]|[a-e])[.)]\s+", lines[0])
        lines = numbered if len(numbered) > 2 else re.split(r"[;|]", lines[0])
    found: list[str] = []
    for line in lines:
        marker, rest = split_marker(line.strip())
        label = label_of(rest)
        said = (label.rest if label else rest).strip(" ;")
        goes_on = not marker and not label and said[:1].islower() and found and found[-1][:1].isupper()
        if goes_on:
            found[-1] += f" {said}"
        elif said and counts(said):
            found.append(said)
    return [step for step in found if step.lower() not in ("n/a", "na", "none", "tbd", "x")]


def sentence(parts: Sequence[str]) -> str:
    """Parts of a goal one behind the other, as the file words them, with a comma before what begins with a number."""
    text = parts[0].rstrip(" .,;:")
    for part in parts[1:]:
        joint = (
            ", "
            if part[:1].isdigit()
            or (text.lower().startswith(("given", "when", "with")) and text == parts[0].rstrip(" .,;:"))
            else " "
        )
        text = f"{text}{joint}{part.rstrip(' .,;:') if part is not parts[-1] else part}"
    return text
