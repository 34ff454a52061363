"""Serving the page with waitress: on this machine only unless asked otherwise, debug off."""

from __future__ import annotations

import ctypes
import errno
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Final

from timeline.chronology import Store
from timeline.errors import ServeError

LOCAL: Final = ("127.0.0.1", "localhost", "::1")
THREADS: Final = 8
_MMAP_THRESHOLD: Final = -3  # as malloc.h has them
_ARENA_MAX: Final = -8
MANY: Final = 50_000  # events, which take a few seconds to index
A_MINUTE: Final = 500_000  # are indexed


def serve(store: Path, *, host: str = "127.0.0.1", port: int = 8050, open_browser: bool = False) -> None:
    """Serve the page of a chronology until interrupted; prints its address once it answers.

    StoreError when there is no such chronology, ServeError when the address cannot be bound.
    """
    import waitress

    from timeline.app.page import create_app

    listening = _bind(host, port)
    try:
        _give_memory_back()
        _index(store)
        app = create_app(store, hosts=LOCAL if host in LOCAL else None)
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        server = waitress.create_server(app.server, sockets=[listening], threads=THREADS, ident=None)
        print(f"{store.name} is at {address} (stop with Ctrl+C)", flush=True)
        if host not in LOCAL:
            print("Anyone who can reach this machine can read it there.", flush=True)
        if open_browser:
            threading.Timer(0.3, webbrowser.open, (address,)).start()
        server.run()
    finally:
        listening.close()


def _give_memory_back() -> None:
    """Let arrays of a megabyte and more go back to the system: glibc would keep a gigabyte of them at a million events."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            settle = ctypes.CDLL(None).mallopt
            settle(_MMAP_THRESHOLD, 1 << 20)
            settle(_ARENA_MAX, 2)


def _index(path: Path) -> None:
    """Write down what a large chronology is opened by, where that is yet to be done, and say so if it takes a while."""
    with Store.open(path) as store:
        events = store.to_index()
        if events > MANY:
            minutes = max(1, round(events / A_MINUTE))
            about = f"about {minutes} minute{'s' if minutes > 1 else ''}"
            print(f"Indexing {events:,} events, once for all: {about} ...", file=sys.stderr, flush=True)
        store.index()


def _bind(host: str, port: int) -> socket.socket:
    """A listening socket; bound here because waitress would answer a taken port with a traceback."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise ServeError(_cannot_bind(host, port, error)) from error
    except OverflowError as error:
        bound.close()
        raise ServeError(f"there is no port {port}; choose one between 1024 and 65535 with --port") from error
    return bound


def _cannot_bind(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; choose another with --port, or stop what is using it"
    if error.errno == errno.EACCES:
        return f"port {port} needs rights you do not have; choose one above 1023 with --port"
    return f"cannot serve at {host}:{port} ({error.strerror or error}); the usual host is 127.0.0.1"
