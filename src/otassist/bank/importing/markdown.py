"""Markdown -> lines with heading levels and list depth, and pipe tables as tables."""

from __future__ import annotations

import re

from .joining import joined
from .limits import within
from .markers import split_marker
from .plain import as_lines
from .shapes import STRUCK, Block, Document, Line, Place, Row, Skipped, Table
from .texts import lines_of

_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_STRUCK = re.compile(r"~~(?=[^\s~])(.{1,2000}?)(?<=[^\s~])~~")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")


def read(text: str) -> Document:
    lines, left_out = _without_struck(lines_of(text))
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


def _without_struck(lines: list[str]) -> tuple[list[str], list[Skipped]]:
    """The lines without what is crossed out in them, and those that hold nothing else."""
    kept = [_STRUCK.sub("", line) for line in lines]
    gone = [number for number, line in enumerate(kept) if line != lines[number] and _is_empty(line)]
    left_out = [Skipped(number + 1, lines[number].strip(), STRUCK) for number in gone]
    return ["" if number in set(gone) else line for number, line in enumerate(kept)], left_out


def _is_empty(line: str) -> bool:
    """Whether no more than a marker is left."""
    return not any(map(str.isalnum, split_marker(f"{line.strip()} .")[1]))


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
