"""How large a model is, from what its server tells of it or from its name; and whether it counts as small."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...language.tables import rules

_SIZE = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d+)?)\s*([bm])(?![a-z0-9])", re.I)
_LONGEST = 200
"""Characters of a name; a longer one is none."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model of a server: its size in billions of parameters and its context in tokens, where they are known."""

    name: str
    parameters: float | None = None
    context: int | None = None
    kind: str = ""

    @property
    def writes(self) -> bool:
        """Whether it writes text, as far as kind and name tell."""
        told = f"{self.kind} {self.name}".lower()
        return not any(part in told for part in rules("servers")["writing"]["not"])

    @property
    def is_small(self) -> bool:
        """Whether it is better asked for one sentence at a time; one of unknown size is not."""
        least = rules("servers")["small"]
        few = self.parameters is not None and self.parameters < least["parameters"]
        return few or (self.context is not None and self.context < least["context"])


def named(name: str) -> Model:
    """A model of which only the name is known, such as `qwen3:0.6b`."""
    return Model(name, _billions(name))


def models_of(*told: Any) -> tuple[Model, ...]:
    """The models of a server's lists, of whatever shape, in the order of the first; later ones only add to them."""
    found: dict[str, Model] = {}
    for number, answer in enumerate(told):
        for model in _models(answer):
            before = found.get(model.name)
            if before is not None:
                found[model.name] = _joined(before, model)
            elif number == 0:
                found[model.name] = model
    return tuple(replace(model, parameters=model.parameters or _billions(model.name)) for model in found.values())


def _models(answer: Any) -> Iterator[Model]:
    lists = [answer.get(name) for name in ("data", "models")] if isinstance(answer, dict) else []
    for item in (each for held in lists if isinstance(held, list) for each in held):
        if isinstance(item, dict) and (name := _name(item)):
            yield Model(name, _parameters(item), _context(item), str(item.get("type") or "")[:_LONGEST])


def _name(item: Mapping[str, Any]) -> str:
    name = item.get("id") or item.get("name")
    good = isinstance(name, str) and name.isprintable() and len(name) <= _LONGEST
    return str(name) if good else ""


def _parameters(item: Mapping[str, Any]) -> float | None:
    """llama.cpp counts them, Ollama writes them as `8.2B`."""
    count = _within(item, "meta").get("n_params")
    if isinstance(count, int | float) and count > 0:
        return float(count) / 1e9
    return _billions(str(_within(item, "details").get("parameter_size") or ""))


def _context(item: Mapping[str, Any]) -> int | None:
    """llama.cpp's, vLLM's and LM Studio's names for it."""
    for held in (_within(item, "meta").get("n_ctx"), *(item.get(name) for name in _CONTEXTS)):
        if isinstance(held, int) and held > 0:
            return held
    return None


_CONTEXTS = ("max_model_len", "loaded_context_length", "max_context_length")


def _within(item: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    held = item.get(name)
    return held if isinstance(held, dict) else {}


def _billions(text: str) -> float | None:
    """The largest size a text tells: 30 for `qwen3-30b-a3b`, 0.135 for `SmolLM2-135M-Instruct`."""
    sizes = [float(number) / (1 if unit.lower() == "b" else 1_000) for number, unit in _SIZE.findall(text)]
    return max(sizes, default=None)


def _joined(first: Model, more: Model) -> Model:
    return Model(
        first.name, first.parameters or more.parameters, first.context or more.context, first.kind or more.kind
    )
