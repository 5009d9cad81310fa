"""What can go wrong with a model, as a therapist is told it (data/model.toml).

A failure carries the kind of the problem and the endpoint's host, never a text of the server's, of the client's or of
the jot: any of them may hold student text or the key.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from socket import gaierror
from typing import Any

from ...errors import ModelFailure
from ...language.tables import rules

_OF_STATUS = {401: "key", 403: "forbidden", 404: "no_model", 413: "too_long", 429: "busy", 503: "unavailable"}


def failure(kind: str, **told: Any) -> ModelFailure:
    """The failure of a kind, with what its text tells: `where`, `model`, `seconds`, `status`, `later`."""
    message, remedy = (text.format(**told) for text in rules("model")["failures"][kind])
    return ModelFailure(kind, message, remedy)


def of_exception(problem: BaseException, *, where: str, model: str, begun: bool) -> ModelFailure:
    """The failure behind an exception of the model client's; `begun` says whether it had begun to answer."""
    if isinstance(problem, ModelFailure):
        return problem
    kind = _kind(problem, begun)
    later = _later(problem)
    told = {"where": where, "model": model, "status": getattr(problem, "status_code", "an error")}
    return failure(kind, **told, later=f" in {later:.0f} seconds" if later else " later", what=type(problem).__name__)


def retry_after(problem: BaseException) -> float | None:
    """The seconds a server asks to wait, where it says so in seconds."""
    return _later(problem)


def _later(problem: BaseException) -> float | None:
    headers = getattr(getattr(problem, "response", None), "headers", {})
    try:
        seconds = float(headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds < 1e6 else None


def _kind(problem: BaseException, begun: bool) -> str:
    names = {kind.__name__ for kind in type(problem).__mro__}
    status = getattr(problem, "status_code", None)
    if "ContextOverflowError" in names:
        return "too_long"
    if isinstance(status, int):
        return _of_status(status)
    if "ImportError" in names:
        return "no_package"
    if _has(problem, "APIError", "TransportError", "OSError", "StreamError"):
        return _of_connection(problem, begun)
    if _has(problem, "JSONDecodeError", "UnicodeDecodeError"):
        return "garbled"
    return "garbled" if isinstance(problem, ValueError) and not begun else "unexpected"


def _of_status(status: int) -> str:
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    if 300 <= status < 400:
        return "redirected"
    return "server_error" if status >= 500 else "rejected"


def _of_connection(problem: BaseException, begun: bool) -> str:
    chain = list(_chain(problem))
    if any(isinstance(each, ssl.SSLError) for each in chain):
        return "certificate"
    if any(isinstance(each, gaierror) for each in chain):
        return "unknown_host"
    if any("Timeout" in kind.__name__ for each in chain for kind in type(each).__mro__):
        return "stalled" if begun else "refused"
    if not begun and _any(chain, "ConnectError", "ConnectionRefusedError"):
        return "refused"
    return "lost" if _any(chain, "TransportError", "OSError", "APIConnectionError") else "server_error"


def _has(problem: BaseException, *names: str) -> bool:
    return _any([problem], *names)


def _any(chain: list[BaseException], *names: str) -> bool:
    """Whether one of them is of a class so named; the classes are the client's, which is not imported here."""
    return any(kind.__name__ in names for each in chain for kind in type(each).__mro__)


def _chain(problem: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    found: BaseException | None = problem
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__
