"""Who may ask, how much may be sent, and what a browser may do with the answer: before any route is reached.

The app answers only under names of this machine, so that no site can reach it by a name of its own (DNS rebinding);
what changes something has to come from a page of the app; nothing but the app's own files runs or loads in a page.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from .fault import Fault

log = logging.getLogger("otassist.web")
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
TOO_LARGE = ("That is more than otassist takes at once.", "Send less at once; what you typed is kept.")
_READING = {"GET", "HEAD", "OPTIONS"}


class Guard:
    """Wraps the app; `hosts` are names without a port, `largest` is in bytes."""

    def __init__(self, app: App, hosts: frozenset[str], largest: int) -> None:
        self._app, self._hosts, self._largest = app, hosts, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers, guarded = Headers(scope=scope), _Guarded(send, scope["path"])
        refused = self._refusal(scope["method"], headers)
        if refused is not None:
            return await _said(*refused)(scope, receive, guarded)
        try:
            await self._app(scope, self._limited(receive), guarded)
        except Exception as bug:
            # The server would print it whole, and its text may hold a student's.
            fault = Fault(bug)
            log.error("%s", fault.message)
            if not guarded.begun:
                await _said(500, fault.message, fault.remedy)(scope, receive, guarded)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str, str] | None:
        if _name(headers.get("host", "")) not in self._hosts:
            return 421, "This address is not one of otassist's.", "Open http://127.0.0.1 with the port it told."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._largest:
            return 413, *TOO_LARGE
        if method not in _READING and not _same_origin(headers):
            return 403, "This change does not come from a page of otassist.", "Open otassist in this browser."
        return None

    def _limited(self, receive: Receive) -> Receive:
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._largest:
                raise HTTPException(413)  # on its way FastAPI makes another error of any other
            return message

        return limited


class _Guarded:
    """Sends an answer with the headers that bind the browser."""

    def __init__(self, send: Send, path: str) -> None:
        self._send, self._path = send, path
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
        await self._send(message)


def _name(host: str) -> str:
    """The host without its port, in lower case."""
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdigit() else host.lower()


def _same_origin(headers: Headers) -> bool:
    """A browser says where a change comes from; a program that is no browser need not."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or origin.lower().partition("://")[2] == headers.get("host", "").lower()


def _said(status: int, message: str, remedy: str) -> JSONResponse:
    return JSONResponse({"error": {"message": message, "remedy": remedy}}, status)
