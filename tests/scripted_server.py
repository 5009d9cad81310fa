"""A server of the OpenAI chat protocol on loopback that answers what a test has scripted, byte by byte if need be.

    with ScriptedServer(says('{"clauses": []}'), status(429, {"Retry-After": "1"})) as server:
        ...  # ask the model at server.url
        assert server.requests[0].body["model"] == "tiny"

A script is a function of the connection; after the last one the server answers 599.
"""

from __future__ import annotations

import json
import socket
import socketserver
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

Script = Callable[["Connection"], None]


@dataclass(frozen=True)
class Request:
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.raw)

    @property
    def asked(self) -> str:
        """The last message."""
        return str(self.body["messages"][-1]["content"])


@dataclass
class Connection:
    """One request being answered; `gone` of its server is set when the client leaves early."""

    socket: socket.socket
    server: ScriptedServer
    request: Request

    def head(self, status: int, headers: Mapping[str, str]) -> None:
        lines = [f"HTTP/1.1 {status} Scripted", *(f"{name}: {value}" for name, value in headers.items())]
        self.socket.sendall(("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode())

    def stream(self) -> None:
        """The head of a stream of events."""
        self.head(200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})

    def send(self, data: bytes) -> None:
        """One chunk."""
        self.socket.sendall(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def event(self, value: Mapping[str, Any] | str) -> None:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        self.send(f"data: {text}\n\n".encode())

    def piece(self, text: str | None, finish: str | None = None, tool: str | None = None) -> None:
        """One delta of the answer, or of a call of `tool`."""
        delta: dict[str, Any] = {"role": "assistant", "content": text}
        if tool:
            function = {"name": tool, "arguments": text}
            delta = {"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": function}]}
        self.event(chunk([{"index": 0, "delta": delta, "finish_reason": finish}]))

    def usage(self, given: int, answered: int) -> None:
        counted = {"prompt_tokens": given, "completion_tokens": answered, "total_tokens": given + answered}
        self.event(chunk([], usage=counted))

    def end(self) -> None:
        self.event("[DONE]")
        self.socket.sendall(b"0\r\n\r\n")

    def until_gone(self, seconds: float = 5.0) -> bool:
        """Waits until the client closes the connection; the server's `gone` event is set when it does."""
        self.socket.settimeout(seconds)
        try:
            gone = self.socket.recv(1) == b""
        except TimeoutError:
            return False
        except OSError:
            gone = True
        if gone:
            self.server.gone.set()
        return gone


def chunk(choices: Sequence[Mapping[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": list(choices), **more}


def pieces_of(text: str, size: int = 7) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def says(
    text: str,
    *,
    finish: str | None = "stop",
    tool: str | None = None,
    usage: tuple[int, int] = (100, 20),
    size: int = 7,
) -> Script:
    """A whole answer, in pieces of `size` characters."""

    def script(connection: Connection) -> None:
        connection.stream()
        for piece in pieces_of(text, size) or [""]:
            connection.piece(piece, tool=tool)
        connection.piece(None, finish)
        connection.usage(*usage)
        connection.end()

    return script


def status(code: int, headers: Mapping[str, str] | None = None, body: str = '{"error": {"message": "no"}}') -> Script:
    """An answer that is no stream."""

    def script(connection: Connection) -> None:
        data = body.encode()
        told = {"Content-Type": "application/json", "Content-Length": str(len(data))}
        connection.head(code, {**told, **(headers or {})})
        connection.socket.sendall(data)

    return script


def says_then(text: str, then: Script, size: int = 7) -> Script:
    """The beginning of an answer, and what happens next."""

    def script(connection: Connection) -> None:
        connection.stream()
        for piece in pieces_of(text, size):
            connection.piece(piece)
        then(connection)

    return script


def breaks_off(connection: Connection) -> None:
    """The connection is reset, once the client has had time to read what came."""
    connection.until_gone(0.1)
    connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")


def silent(connection: Connection) -> None:
    """Nothing more comes, until the client has had enough."""
    connection.until_gone()


def drips(text: str, pause: float) -> Script:
    """One character at a time, for as long as the client listens."""

    def script(connection: Connection) -> None:
        connection.stream()
        for letter in text:
            connection.piece(letter)
            if connection.until_gone(pause):
                return

    return script


def raw(*parts: bytes) -> Script:
    """A stream whose chunks are these bytes."""

    def script(connection: Connection) -> None:
        connection.stream()
        for part in parts:
            connection.send(part)
        connection.end()

    return script


class ScriptedServer:
    """Answers each request with the next script, or with the one `answer` chooses for it."""

    def __init__(self, *scripts: Script, answer: Callable[[Request], Script] | None = None) -> None:
        self.scripts, self.answer = list(scripts), answer
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        self.gone, self.asked = threading.Event(), threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.owner = self
        self.port = int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def next(self, request: Request) -> Script:
        with self._lock:
            self.requests.append(request)
            self.asked.set()
            if self.answer is not None:
                return self.answer(request)
            return self.scripts.pop(0) if self.scripts else status(599)

    def then(self, *scripts: Script) -> None:
        """More to answer."""
        self.scripts.extend(scripts)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128
    owner: ScriptedServer


class _Handler(socketserver.StreamRequestHandler):
    server: _Server
    disable_nagle_algorithm = True

    def handle(self) -> None:
        first = self.rfile.readline().decode("latin-1").split()
        if len(first) < 2:
            return
        headers = dict(_headers(iter(self.rfile.readline, b"")))
        body = self.rfile.read(int(headers.get("content-length", "0")))
        request = Request(first[0], first[1], headers, body)
        script = self.server.owner.next(request)
        try:
            script(Connection(self.connection, self.server.owner, request))
        except OSError:  # the client has left
            self.server.owner.gone.set()

    def finish(self) -> None:
        try:
            super().finish()
        except OSError:
            return


def _headers(lines: Iterable[bytes]) -> Iterable[tuple[str, str]]:
    for line in lines:
        if not line.strip():
            return
        name, _, value = line.decode("latin-1").partition(":")
        yield name.strip().lower(), value.strip()
