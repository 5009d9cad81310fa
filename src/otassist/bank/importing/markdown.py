"""Markdown -> lines with heading levels and list depth, and pipe tables as tables."""

from __future__ import annotations

import re
from collections import deque

from .joining import joined
from .limits import within
from .markers import split_marker
from .plain import as_lines
from .shapes import STRUCK, Block, Document, Line, Place, Row, Skipped, Table
from .texts import lines_of

_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_UNSHOWN = "is a comment, which no page shows"
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")


def read(text: str) -> Document:
    lines, left_out = _shown(lines_of(text))
    within(len(lines), "lines", "lines")
    blocks: list[Block] = []
    waiting: list[tuple[Place, str]] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if heading := _HEADING.match(line):
            _flush(waiting, blocks)
            if heading[2]:
                blocks.append(Line((number + 1,), _unmarked(heading[2]), heading=len(heading[1]), after_gap=True))
        elif level := _underlined(lines, number):
            _flush(waiting, blocks)
            blocks.append(Line((number + 1,), _unmarked(line.strip()), heading=level, after_gap=True))
            number += 1
        elif (
            "|" in line and number + 1 < len(lines) and "|" in lines[number + 1] and _RULE.fullmatch(lines[number + 1])
        ):
            _flush(waiting, blocks)
            number = _table(lines, number, blocks)
            continue
        else:
            waiting.append((number + 1, "" if _is_a_rule(line) else _unmarked(re.sub(r"^\s{0,3}>\s?", "", line))))
        number += 1
    _flush(waiting, blocks)
    return Document(tuple(blocks), tuple(left_out))


def _shown(lines: list[str]) -> tuple[list[str], list[Skipped]]:
    """The lines without comments and what is crossed out in them, and those that hold nothing else."""
    bare = _without_comments("\n".join(lines)).split("\n")
    kept = list(map(_without_struck, bare))
    gone = [number for number, line in enumerate(kept) if line != lines[number] and _is_empty(line)]
    whys = {number: STRUCK if bare[number] == lines[number] else _UNSHOWN for number in gone}
    left_out = [Skipped(number + 1, lines[number].strip(), why) for number, why in whys.items()]
    return ["" if number in whys else line for number, line in enumerate(kept)], left_out


def _without_comments(text: str) -> str:
    """With their line ends; one that never ends is text. Split rather than matched, so that no text takes long."""
    first, *begun = text.split("<!--")
    found = [first]
    for piece in begun:
        inside, ended, behind = piece.partition("-->")
        found.append("\n" * inside.count("\n") + behind if ended else f"<!--{piece}")
    return "".join(found)


def _without_struck(line: str) -> str:
    first, *others = line.split("~~")
    found, pieces = [first], deque(others)
    while pieces:
        struck = pieces.popleft()
        if pieces and struck and struck == struck.strip():
            found.append(pieces.popleft())
        else:
            found.append(f"~~{struck}")
    return "".join(found)


def _is_empty(line: str) -> bool:
    """Whether no more than a marker is left."""
    return not any(map(str.isalnum, split_marker(f"{line.strip()} .")[1]))


def _underlined(lines: list[str], number: int) -> int:
    """The level of a heading that a row of `=` or `-` underlines; 0 where it is none."""
    above, line, below = (lines[at] if 0 <= at < len(lines) else "" for at in (number - 1, number, number + 1))
    if above.strip() or not line.strip() or "|" in line or split_marker(line.strip())[0]:
        return 0
    return 1 if re.fullmatch(r"={3,}\s*", below) else 2 if re.fullmatch(r"-{3,}\s*", below) else 0


def _is_a_rule(line: str) -> bool:
    return re.fullmatch(r"\s*(?:[-*_]\s*){3,}|\s*={3,}\s*|\s*```\w*\s*", line) is not None and "__" not in line


def _flush(waiting: list[tuple[Place, str]], blocks: list[Block]) -> None:
    blocks += joined(as_lines(waiting))
    waiting.clear()


def _table(lines: list[str], start: int, blocks: list[Block]) -> int:
    """Takes the rows from `start` on; the number of the line behind them."""
    rows, number = [], start
    while number < len(lines) and "|" in lines[number] and lines[number].strip():
        if number != start + 1:
            rows.append(Row(number + 1, tuple(_unmarked(cell).strip() for cell in _cells(lines[number]))))
        number += 1
    blocks.append(Table(tuple(rows)))
    return number


def _cells(line: str) -> list[str]:
    inner = re.sub(r"^\s*\||(?<!\\)\|\s*$", "", line)
    return [
        cell.replace("\\|", "|").replace("<br>", "\n").replace("<br/>", "\n") for cell in re.split(r"(?<!\\)\|", inner)
    ]


def _unmarked(text: str) -> str:
    """Without emphasis, links and escapes; blanks of underscores stay."""
    text = re.sub(r"\*\*(?=[^\s*])(.{1,500}?)(?<=[^\s*])\*\*", r"\1", text)
    text = re.sub(r"(?<!\w)__(?=[^\W_])([^_]{1,500}?)(?<=[\w.:!?)])__(?!\w)", r"\1", text)
    text = re.sub(r"(?<![\w*])\*(?=[^\s*])([^*]{1,500}?)(?<=\S)\*(?![\w*])", r"\1", text)
    text = re.sub(r"!?\[([^\]]{1,300})\]\([^)]{0,500}\)", r"\1", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|-])", r"\1", text)
