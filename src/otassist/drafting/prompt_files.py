"""One prompt file -> a Prompt: YAML fields, then the parts `# System`, `# Example` with `# Answer`, and `# Input`.

Everything but the input is the same for every draft and stands first, so that a provider's cache serves it. The
template knows `{{name}}` and nothing else: no prompt of a district's can run anything. What is missing, unused or
misspelt refuses to load. A prompt is `released` only with the record of a passed eval run beside it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ..frontmatter import FrontMatter, Place, text_of
from .schemas import SAME, SCHEMAS, VARIABLES

Status = Literal["draft", "released"]
FIELDS = ("id", "task", "variables", "schema", "scores", "status", "notes")
_HEADING = re.compile(r"^# (.+?)[^\S\n]*$", re.M)
_VARIABLE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_NAME = re.compile(r"(?P<task>[a-z_]+)\.v(?P<version>[1-9]\d*)\.md")


@dataclass(frozen=True, slots=True)
class Example:
    """A turn shown to the model: what it is given and what it should answer."""

    given: str
    answer: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as it was loaded; `sha256` is of the file without its status line, so that releasing keeps it."""

    id: str
    task: str
    version: int
    status: Status
    schema: str
    variables: tuple[str, ...]
    system: str
    examples: tuple[Example, ...]
    input: str
    notes: str
    sha256: str
    file: Path
    scores: Mapping[str, float] = field(default_factory=dict)
    """What each answer of a judge is worth, 0 to 1."""

    @property
    def own_texts(self) -> tuple[str, ...]:
        """What it says of its own, for whatever student."""
        return (self.system, self.input, *(text for each in self.examples for text in (each.given, each.answer)))

    def filled(self, values: Mapping[str, str]) -> str:
        """The input with its variables filled in. Raises KeyError for a missing and ValueError for an unused one."""
        if unused := sorted(set(values) - set(self.variables)):
            raise ValueError(f"{self.id} has no variable {unused[0]!r}")
        return _VARIABLE.sub(lambda found: values[found[1]], self.input)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the body, with the lines of its heading and of the first of its text."""

    name: str
    text: str
    line: int
    text_line: int


def read_prompt(file: Path) -> Prompt:
    """The prompt of a file such as `note.v1.md`. Raises FileProblem with file, line and remedy."""
    name = _NAME.fullmatch(file.name)
    if name is None:
        Place(file, 1).refuse("the name is no prompt's", "Name it like 'note.v2.md'.")
    head = FrontMatter(file, Place)
    for known in head.names():
        if known not in FIELDS:
            head.at(known).refuse(f"{known!r} is no field of a prompt", f"Use only: {', '.join(FIELDS)}.")
    if head.words("id") != file.stem:
        head.at("id").refuse(f"the id {head.words('id')!r} is not the file's name", f"Write 'id: {file.stem}'.")
    if head.words("task") != name["task"]:
        head.at("task").refuse(f"the task is not {name['task']!r} as in the name", f"Write 'task: {name['task']}'.")
    schema = head.one_of("schema", (*SCHEMAS, SAME), "schema")
    parts = list(_parts(head))
    variables = head.listed("variables")
    _check_variables(head, parts, variables)
    _check_task(head, name["task"], schema, variables)
    prompt = Prompt(
        id=file.stem,
        task=name["task"],
        version=int(name["version"]),
        status="released" if head.one_of("status", ("draft", "released"), "status") == "released" else "draft",
        schema=schema,
        variables=variables,
        system=_system(head, parts, schema),
        examples=tuple(_examples(head, parts)),
        input=_input(head, parts),
        notes=head.words("notes"),
        sha256=digest(text_of(file)),
        file=file,
        scores=_scores(head, schema),
    )
    if prompt.status == "released":
        _check_release(head, prompt)
    return prompt


def digest(text: str) -> str:
    """SHA-256 of a prompt file's text, whatever its line ends and status."""
    plain = re.sub(r"^status:.*\n", "", text.replace("\r\n", "\n"), count=1, flags=re.M)
    return hashlib.sha256(plain.encode()).hexdigest()


def _parts(head: FrontMatter[Place]) -> Iterator[_Part]:
    found = list(_HEADING.finditer(head.body))
    if not found or head.body[: found[0].start()].strip():
        head.line(head.body_line).refuse("text stands outside the parts", "Begin with '# System' or '# Input'.")
    ends = [*(match.start() for match in found[1:]), len(head.body)]
    for match, end in zip(found, ends, strict=True):
        line = head.body_line + head.body.count("\n", 0, match.start())
        if match[1] not in ("System", "Example", "Answer", "Input"):
            remedy = "The parts are '# System', '# Example', '# Answer' and '# Input'; inside them use '##'."
            head.line(line).refuse(f"{match[1]!r} is no part of a prompt", remedy)
        below = head.body[match.end() : end]
        text = below.strip()
        if not text:
            head.line(line).refuse(f"the part {match[1]!r} is empty", "Write its text below the heading.")
        yield _Part(match[1], text, line, line + below[: below.find(text)].count("\n"))


def _system(head: FrontMatter[Place], parts: list[_Part], schema: str) -> str:
    if parts[0].name == "System":
        return parts[0].text
    if schema != SAME:
        head.line(parts[0].line).refuse("there is no '# System' first", "Say there what the model is to do.")
    return ""


def _examples(head: FrontMatter[Place], parts: list[_Part]) -> Iterator[Example]:
    middle = [part for part in parts if part.name in ("Example", "Answer")]
    for index, part in enumerate(middle):
        if part.name != ("Answer" if index % 2 else "Example") or (part.name == "Example" and index + 1 == len(middle)):
            head.line(part.line).refuse("an example and its answer do not alternate", "Write '# Example', '# Answer'.")
    for given, answer in zip(middle[::2], middle[1::2], strict=True):
        try:
            json.loads(answer.text)
        except ValueError:
            head.line(answer.line).refuse("the example's answer is no JSON", "Write what the model is to answer.")
        yield Example(given.text, answer.text)


def _input(head: FrontMatter[Place], parts: list[_Part]) -> str:
    inputs = [part for part in parts if part.name == "Input"]
    if len(inputs) != 1 or parts[-1] is not inputs[0]:
        head.line(parts[-1].line).refuse("'# Input' is not the last part, once", "End the file with one '# Input'.")
    return inputs[0].text


def _check_variables(head: FrontMatter[Place], parts: list[_Part], variables: tuple[str, ...]) -> None:
    used: set[str] = set()
    for part in parts:
        for found in _VARIABLE.finditer(part.text):
            place = head.line(part.text_line + part.text.count("\n", 0, found.start()))
            if part.name != "Input":
                place.refuse(f"a variable stands in {part.name!r}", "Use variables in '# Input' only.")
            if found[1] not in variables:
                place.refuse(f"{found[1]!r} is not among the variables", f"There are: {', '.join(variables)}.")
            used.add(found[1])
    for name in variables:
        if name not in used:
            head.at("variables").refuse(f"the variable {name!r} is not used", f"Put {{{{{name}}}}} into '# Input'.")


def _check_task(head: FrontMatter[Place], task: str, schema: str, variables: tuple[str, ...]) -> None:
    """A task of the program's has its own variables and schema; other tasks are whoever asks with them to know."""
    if task not in VARIABLES:
        return
    if sorted(variables) != sorted(VARIABLES[task]):
        head.at("variables").refuse(f"the task {task!r} has other variables", f"Use: {', '.join(VARIABLES[task])}.")
    fitting = task if task in SCHEMAS else SAME
    if schema != fitting:
        head.at("schema").refuse(f"{schema!r} is not the schema of {task!r}", f"Write 'schema: {fitting}'.")


def _scores(head: FrontMatter[Place], schema: str) -> dict[str, float]:
    """A judge's answers and what they are worth, from `scores: ["yes=1", "no=0"]`; other prompts have none."""
    if schema != "judge":
        if "scores" in head.names():
            head.at("scores").refuse("only a judge gives scores", "Leave 'scores' out, or write 'schema: judge'.")
        return {}
    found = {}
    for item in head.listed("scores"):
        answer, _, worth = item.rpartition("=")
        if not answer.strip() or not re.fullmatch(r"0|1|0?\.\d+|1\.0+", worth.strip()):
            head.at("scores").refuse(f"{item!r} is no score", 'Write "answer=worth" with a worth from 0 to 1.')
        found[answer.strip()] = float(worth)
    if len(set(found.values())) < 2:
        head.at("scores").refuse("every answer is worth the same", 'Write for instance ["yes=1", "no=0"].')
    return found


def _check_release(head: FrontMatter[Place], prompt: Prompt) -> None:
    """A released prompt has `NAME.eval.json` beside it: the verdict PASS of a run with this very text."""
    record = prompt.file.with_name(f"{prompt.id}.eval.json")
    remedy = f"Set 'status: draft', or record the passed run in {record.name}."
    try:
        held = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        head.at("status").refuse("it is released without the record of a passed eval run", remedy)
    if not isinstance(held, dict) or held.get("verdict") != "PASS":
        head.at("status").refuse("its eval run has not passed", remedy)
    if held.get("sha256") != prompt.sha256:
        remedy = "Put the released text back, and make the change in a new version."
        head.at("status").refuse("it was changed after it was released", remedy)
