"""What a model's server can do: a strict schema, else tool calls, else JSON as text; tried once and remembered.

It is tried with a question that holds no student's text. What worked is kept in the data directory for the address and
the model; it is tried again when the server later refuses it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from ...errors import ModelFailure
from ..schemas import JSONSchema
from .asking import Message
from .endpoint import Endpoint
from .failures import failure

if TYPE_CHECKING:
    from langchain.chat_models import BaseChatModel

Way = Literal["schema", "tools", "text"]
_SPEAKS_OPENAI = ("openai", "azure_openai")
_HOSTED = (".openai.com", ".azure.com")

TRIAL: Final[list[Message]] = [
    ("system", 'Answer with the JSON object {"ready": true} and nothing else.'),
    ("human", "Are you ready?"),
]
TRIAL_SCHEMA: Final[JSONSchema] = {
    "type": "object",
    "properties": {"ready": {"type": "boolean"}},
    "required": ["ready"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Ability:
    """How to ask for JSON, and whether the model takes a temperature (reasoning models take none)."""

    way: Way
    temperature: bool


ALL: Final = tuple(Ability(way, warm) for way in ("schema", "tools", "text") for warm in (True, False))
"""In the order they are tried."""


def options(
    endpoint: Endpoint,
    ability: Ability,
    schema: JSONSchema,
    name: str,
    model: BaseChatModel,
    most: int | None = None,
) -> dict[str, Any]:
    """What a call is sent with: the schema in the way the server takes it, and the most tokens of the answer."""
    body = _limit(endpoint, most)
    if ability.way == "schema":
        strict = {"name": name, "strict": True, "schema": schema}
        body["response_format"] = {"type": "json_schema", "json_schema": strict}
    found = {"extra_body": body} if endpoint.provider in _SPEAKS_OPENAI else body
    if ability.way == "tools":
        tool = {"name": name, "description": "Gives the answer.", "parameters": schema}
        bound: Any = model.bind_tools([{"type": "function", "function": tool}], tool_choice=name)
        found |= bound.kwargs
    return found


def _limit(endpoint: Endpoint, most: int | None) -> dict[str, Any]:
    """OpenAI and Azure renamed what every other server calls `max_tokens`."""
    hosted = endpoint.provider == "azure_openai" or f".{endpoint.where}".endswith(_HOSTED)
    allowed = endpoint.limits.answer_tokens
    return {"max_completion_tokens" if hosted else "max_tokens": min(most or allowed, allowed)}


def usable(endpoint: Endpoint) -> tuple[Ability, ...]:
    """What to try: a strict schema is a thing of the OpenAI protocol."""
    return tuple(item for item in ALL if item.way != "schema" or endpoint.provider in _SPEAKS_OPENAI)


def tried(endpoint: Endpoint, ask: Callable[[Ability], str]) -> Ability:
    """The first ability with which `ask` brings what was asked for. Raises ModelFailure."""
    problem = failure("rejected", where=endpoint.where, status="no known way to ask")
    for ability in usable(endpoint):
        try:
            answer = ask(ability)
        except ModelFailure as refused:
            if refused.kind != "rejected":
                raise
            problem = refused
            continue
        if ability.way == "text" or _is_ready(answer):
            return ability
    raise problem


def _is_ready(answer: str) -> bool:
    try:
        found = json.loads(answer)
    except ValueError:
        return False
    return isinstance(found, dict) and isinstance(found.get("ready"), bool)


class Memory:
    """Remembers abilities in a JSON file; a file that cannot be read or written is no obstacle."""

    def __init__(self, file: Path | None) -> None:
        """Without a file it remembers as long as the process lives."""
        self._file = file
        self._known: dict[str, Ability] = {}

    def of(self, endpoint: Endpoint) -> Ability | None:
        return self._known.get(_key(endpoint)) or _ability(self._read().get(_key(endpoint)))

    def keep(self, endpoint: Endpoint, ability: Ability | None) -> None:
        """Remembers it, or with None forgets it."""
        if ability is None:
            self._known.pop(_key(endpoint), None)
        else:
            self._known[_key(endpoint)] = ability
        held = {name: value for name, value in self._read().items() if name != _key(endpoint)}
        self._write(held if ability is None else {**held, _key(endpoint): asdict(ability)})

    def _read(self) -> dict[str, Any]:
        try:
            held = json.loads(self._file.read_text(encoding="utf-8")) if self._file else {}
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def _write(self, held: Mapping[str, Any]) -> None:
        if self._file is None:
            return
        aside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(held, indent=1, sort_keys=True), encoding="utf-8")
            aside.replace(self._file)
        except OSError:
            return


def _key(endpoint: Endpoint) -> str:
    """Provider, host and model: never a user or password of the address."""
    return f"{endpoint.provider} {endpoint.where} {endpoint.name}"


def _ability(held: Any) -> Ability | None:
    if not isinstance(held, dict):
        return None
    found = [item for item in ALL if asdict(item) == held]
    return found[0] if found else None
