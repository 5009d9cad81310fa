"""What goes wrong, as the page is told it: a message and a remedy, never a word of a jot and never a traceback."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from ..errors import Conflict, JobError, JotTooLong, NotThere, OtassistError, StoreProblem, UsageError
from .fault import Fault
from .guard import TOO_LARGE
from .pages import page
from .shapes import record

_STATUS: tuple[tuple[type[OtassistError], int], ...] = (
    (NotThere, 404),
    (Conflict, 409),
    (StoreProblem, 503),
    (JotTooLong, 413),
    (UsageError, 422),
    (JobError, 422),
)
_HTTP = {
    404: ("There is no such page.", "Go back to the workspace."),
    413: TOO_LARGE,
    405: ("This address does not take that.", "Reload the page and try again."),
}


def install(app: FastAPI) -> None:
    """Every error of the app in one shape: `{"error": {"message", "remedy"}}`."""
    app.add_exception_handler(OtassistError, _known)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)


async def _known(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, OtassistError)
    status = next((code for kind, code in _STATUS if isinstance(problem, kind)), 500)
    more = {"current": record(problem.current)} if isinstance(problem, Conflict) else {}
    return _answer(request, status, problem.message, problem.remedy, **more)


async def _malformed(request: Request, problem: Exception) -> Response:
    """Names the field, never its value."""
    assert isinstance(problem, RequestValidationError)
    first = problem.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("body", "query", "path")) or "request"
    status = 404 if first["loc"][:1] == ("path",) else 422  # an address nobody gave out
    return _answer(request, status, f"{where!r} is not as it should be: {first['msg'].lower()}.", "Reload the page.")


async def _http(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    message, remedy = _HTTP.get(problem.status_code, (str(problem.detail), "Reload the page and try again."))
    return _answer(request, problem.status_code, message, remedy)


async def _bug(request: Request, problem: Exception) -> Response:
    """The place in the code and the kind of the problem; its text may hold a student's."""
    fault = Fault(problem)
    return _answer(request, 500, fault.message, fault.remedy)


def _answer(request: Request, status: int, message: str, remedy: str, **more: Any) -> Response:
    """JSON, or a page where a person opened one."""
    if request.url.path.startswith(("/api", "/fragments", "/static")):
        return JSONResponse({"error": {"message": message, "remedy": remedy}, **more}, status)
    told = {"page": "error", "code": status, "message": message, "remedy": remedy, "kept": True}
    return page(request, "error.html", told, status)
