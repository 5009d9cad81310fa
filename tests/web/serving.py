"""The web app as a therapist starts it: `otassist serve` in a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Served:
    """`url` without a slash at its end; `said` reads what the process wrote to stderr so far."""

    url: str
    process: subprocess.Popen[str]
    errors: Path

    def said(self) -> str:
        return self.errors.read_text(encoding="utf-8", errors="replace")


@contextmanager
def served(folder: Path, env: Mapping[str, str] | None = None, *options: str) -> Iterator[Served]:
    """A server whose data is in `folder`; it has answered before this returns, and is ended afterwards."""
    errors = folder / "stderr.txt"
    with errors.open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "otassist", "serve", "--port", "0", *options],
            env={**os.environ, "OTASSIST_DATA_DIR": str(folder), **(env or {})},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert " at http" in line, errors.read_text(encoding="utf-8")
        url = line.split(" at ")[1].split()[0]
        _wait(url)
        yield Served(url, process, errors)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)
        process.stdout.close()


def _wait(url: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"{url}/api/ready", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
