"""A process of its own: the bytes of a PDF on standard input -> the text of its pages as JSON. Imports nothing of ours.

Arguments: the most pages, the most megabytes of memory.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from typing import Any


def main() -> None:
    most_pages, megabytes = int(sys.argv[1]), int(sys.argv[2])
    _hold(megabytes)
    try:
        answer = _read(sys.stdin.buffer.read(), most_pages)
    except MemoryError:
        answer = {"problem": "memory"}
    except Exception as problem:  # whatever a spoilt file makes pypdf raise, the answer is the same
        locked = type(problem).__name__ in ("DependencyError", "FileNotDecryptedError")
        answer = {"problem": "password" if locked else "damaged"}
    json.dump(answer, sys.stdout)


def _hold(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, most_pages: int) -> dict[str, object]:
    import logging

    from pypdf import PdfReader

    logging.disable(logging.CRITICAL)
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "password"}
    if len(reader.pages) > most_pages:
        return {"problem": "pages"}
    return {"pages": [_laid_out(page) for page in reader.pages]}


def _laid_out(page: Any) -> str:
    return str(page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True))


if __name__ == "__main__":
    main()
