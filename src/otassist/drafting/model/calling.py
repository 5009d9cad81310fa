"""One call of a model: asked from any thread, its pieces come as they arrive, and it can be stopped at any moment.

The client runs in one event loop of a thread of its own, so that stopping closes the connection at once, time-outs hold
to the second, and many drafts share one pool of connections. A call is repeated only when the server said before
answering that it was too busy: whatever may have been answered may have been billed.
"""

from __future__ import annotations

import asyncio
import os
import weakref
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from .asking import Message
from .endpoint import Endpoint
from .failures import failure, of_exception, retry_after

if TYPE_CHECKING:
    from langchain.chat_models import BaseChatModel

Stopped = Callable[[], bool]
POLL = 0.05
"""Seconds between two looks at whether somebody has stopped the call."""
BUSY_WAIT = 1.0
"""Seconds to wait for a busy server that does not say how long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What arrived together: text of the answer (of a tool call where `called`), why it ended, tokens in and out."""

    text: str = ""
    called: bool = False
    finish: str | None = None
    tokens: tuple[int, int] | None = None


@dataclass(eq=False)
class Caller:
    """Calls one chat model of an endpoint."""

    endpoint: Endpoint
    make: Callable[[], BaseChatModel]

    @cached_property
    def model(self) -> BaseChatModel:
        model = self.make()
        client = getattr(model, "http_async_client", None)
        if client is not None:
            weakref.finalize(self, _close, client, os.getpid()).atexit = False
        return model

    def pieces(
        self, asked: Sequence[Message], options: Mapping[str, Any], stopped: Stopped = lambda: False
    ) -> Iterator[Piece]:
        """The answer piece by piece. Raises ModelFailure for whatever goes wrong, also in the middle.

        Leaving the iterator early, or `stopped` answering true, closes the connection.
        """
        if stopped():
            raise failure("stopped")  # nothing is sent that nobody waits for
        arrived: Queue[Piece | None] = Queue()
        call = _Call(self.endpoint, self.model, arrived.put)
        running = asyncio.run_coroutine_threadsafe(call.run(asked, options), _loop(os.getpid()))
        try:
            while True:
                if stopped():
                    raise failure("stopped")
                try:
                    piece = arrived.get(timeout=POLL)
                except Empty:
                    continue
                if piece is None:
                    break
                yield piece
            problem = running.result()
        finally:
            running.cancel()
        if problem is not None:
            raise problem


@dataclass(eq=False)
class _Call:
    """A call under way; lives in the event loop."""

    endpoint: Endpoint
    model: BaseChatModel
    put: Callable[[Piece | None], None]
    begun: bool = False
    size: int = 0

    async def run(self, asked: Sequence[Message], options: Mapping[str, Any]) -> Exception | None:
        """The failure, if any; an exception that leaves a cancelled future would be lost."""
        try:
            async with _slots(asyncio.get_running_loop(), self.endpoint.where, self.endpoint.limits.concurrency):
                await self._patiently(asked, options)
        except Exception as problem:  # whatever it is, the therapist gets a draft
            told = of_exception(problem, where=self.endpoint.where, model=self.endpoint.name, begun=self.begun)
            return told.with_traceback(None)
        finally:
            self.put(None)
        return None

    async def _patiently(self, asked: Sequence[Message], options: Mapping[str, Any]) -> None:
        """Once more where the server was busy before it began, after the pause it asks for."""
        try:
            return await self._stream(asked, options)
        except Exception as problem:
            wait = self._pause(problem)
            if wait is None:
                raise
        await asyncio.sleep(wait)
        return await self._stream(asked, options)

    def _pause(self, problem: Exception) -> float | None:
        if self.begun or getattr(problem, "status_code", None) not in (429, 503):
            return None
        wait = retry_after(problem)
        wait = min(BUSY_WAIT, self.endpoint.limits.busy) if wait is None else wait
        return wait if wait <= self.endpoint.limits.busy else None

    async def _stream(self, asked: Sequence[Message], options: Mapping[str, Any]) -> None:
        from .client import untraced

        with untraced():
            stream = self.model.astream(list(asked), **options)
            try:
                async for chunk in self._timed(stream):
                    self.begun = True
                    self._take(chunk)
            finally:
                await stream.aclose()  # type: ignore[attr-defined]

    async def _timed(self, stream: AsyncIterator[Any]) -> AsyncIterator[Any]:
        limits, clock = self.endpoint.limits, asyncio.get_running_loop().time
        end = clock() + limits.total
        while True:
            due = clock() + (limits.between if self.begun else limits.first)
            try:
                async with asyncio.timeout_at(min(due, end)):
                    chunk = await anext(stream, None)
            except TimeoutError as late:
                raise self._too_late(clock() >= end) from late
            if chunk is None:
                return
            yield chunk

    def _too_late(self, over: bool) -> Exception:
        limits = self.endpoint.limits
        kind = "too_slow" if over else "stalled" if self.begun else "no_answer"
        seconds = limits.total if over else limits.first
        return failure(kind, where=self.endpoint.where, seconds=f"{seconds:g}")

    def _take(self, chunk: Any) -> None:
        piece = piece_of(chunk)
        self.size += len(piece.text.encode("utf-8", "replace"))
        if self.size > self.endpoint.limits.answer_bytes:
            raise failure("too_much")
        self.put(piece)


def piece_of(chunk: Any) -> Piece:
    """A chunk of LangChain's: text of the answer or of the tool call, reason of the end, usage."""
    if chunk.additional_kwargs.get("refusal"):
        raise failure("declined")
    text = chunk.content if isinstance(chunk.content, str) else str(chunk.text)
    called = "".join(part.get("args") or "" for part in chunk.tool_call_chunks)
    usage = chunk.usage_metadata
    tokens = (int(usage["input_tokens"]), int(usage["output_tokens"])) if usage else None
    return Piece(called or text, bool(called), chunk.response_metadata.get("finish_reason"), tokens)


def _close(client: Any, process: int) -> None:
    """Closes the connections that are kept open for a next call, in the loop they belong to."""
    if process == os.getpid():
        asyncio.run_coroutine_threadsafe(client.aclose(), _loop(process))


@cache
def _loop(process: int) -> asyncio.AbstractEventLoop:
    """The loop of this process; a process that was forked needs one of its own."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="otassist-model", daemon=True).start()
    return loop


@cache
def _slots(loop: asyncio.AbstractEventLoop, where: str, count: int) -> asyncio.Semaphore:
    """So many calls at once to one place."""
    return asyncio.Semaphore(count)
