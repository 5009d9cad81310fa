"""The command that opens the web app."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from ipaddress import ip_address
from threading import Thread
from time import sleep
from typing import Annotated

import typer

from .errors import UsageError


def serve(
    host: Annotated[str, typer.Option(help="An address of this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=32, help="Processes; more than one for PostgreSQL.")] = 1,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Open the workspace in a browser, at http://127.0.0.1:8000.

    It answers this machine only: until there are accounts, whoever reaches it may read everything.
    """
    _on_loopback(host)
    import uvicorn

    port = port or _free(host)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    _taken(host, port)
    from .web.process import make

    app = make()  # what stands in the way is told here, in one line
    Thread(target=_tell, args=(address, browser), daemon=True).start()
    uvicorn.run(
        app if workers == 1 else "otassist.web.process:make",
        factory=workers > 1,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=3,
        server_header=False,
        proxy_headers=False,
    )


def _tell(address: str, browser: bool) -> None:
    """Says where it is once it answers, and opens it in the browser of a desktop; a terminal's own is left alone."""
    from urllib.request import ProxyHandler, build_opener

    own = build_opener(ProxyHandler({}))
    for _ in range(_PATIENCE):
        with suppress(OSError), own.open(f"{address}/api/health", timeout=2):
            break
        sleep(0.05)
    print(f"otassist is at {address} (stop it with Ctrl-C)", flush=True)
    bare = sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if browser and not bare:
        import webbrowser

        webbrowser.open_new_tab(address)


_PATIENCE = 1_200
"""Times it is asked whether it answers, 0.05 seconds apart."""


def _on_loopback(host: str) -> None:
    """Raises UsageError for an address that others can reach."""
    try:
        local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise UsageError(
            f"{host!r} can be reached from other machines, and there are no accounts yet.",
            "Leave --host out, or name 127.0.0.1 or ::1.",
        )


def _free(host: str) -> int:
    with socket.socket(_family(host)) as own:
        own.bind((host, 0))
        return int(own.getsockname()[1])


def _taken(host: str, port: int) -> None:
    with socket.socket(_family(host)) as own:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            own.bind((host, port))
        except OSError as problem:
            raise UsageError(
                f"Port {port} cannot be used ({problem.strerror}).", "Name another with --port, or 0 for any free one."
            ) from problem


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
