"""A folder shown to browsers on this machine or in the own network: read-only, and nothing but that folder.

Python's own server, made strict. It lists no folder, follows no way out of its folder, says nothing of itself, and
notes nothing of who asks. It does not encrypt: what is shown must be good for everybody in the network to see.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
import socket
import stat
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HERE = "127.0.0.1"
INDEX = "index.html"
# No address of ours is longer, and who is slower than this does not get the page.
LONGEST_TARGET, PATIENCE_SECONDS = 2000, 10
CHUNK = 1 << 16
TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
UNKNOWN_TYPE = "application/octet-stream"
# What must not come back out of a name once its percent signs are undone: ends of names, folders, drives, controls.
_SLY = re.compile(rb"[\x00-\x1f\x7f/\\:]")
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Site(NamedTuple):
    """What is shown, and to whom: `token` is the first part of every address, where others can reach this machine."""

    folder: Path
    token: str = ""

    @property
    def start(self) -> str:
        """The path of the first page."""
        return f"/{self.token}/" if self.token else "/"


def a_token() -> str:
    """A word that nobody guesses: 128 bits."""
    return secrets.token_urlsafe(16)


def own_address() -> str | None:
    """The address of this machine in its network, or None. Asks the system for the way out; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # an address that is nobody's (RFC 5737)
            found = str(asked.getsockname()[0])
        except OSError:
            return None
    return None if found.startswith(("127.", "0.")) else found


def file_of(site: Site, target: str) -> Path | None:
    """The file that a request means, or None: no way leads out of the folder, whatever is written."""
    names = _names(target.partition("?")[0])
    if names is None:
        return None
    if site.token:
        if not names or not hmac.compare_digest(names[0].encode(), site.token.encode()):
            return None
        names = names[1:]
    if not names:
        return None
    if names[-1] == "":
        names = [*names[:-1], INDEX]
    if any(name.startswith(".") or not name for name in names):
        return None
    return _inside(site.folder, names)


def _names(path: str) -> list[str] | None:
    """The parts of a path, their percent signs undone one by one: a slash that was encoded makes no new part."""
    if not path.startswith("/") or len(path) > LONGEST_TARGET or not path.isascii() or _ESCAPE.search(path):
        return None
    parts = [unquote_to_bytes(part) for part in path[1:].split("/")]
    if any(_SLY.search(part) for part in parts):
        return None
    try:
        return [part.decode() for part in parts]
    except UnicodeDecodeError:
        return None


def _inside(folder: Path, names: list[str]) -> Path | None:
    root = folder.resolve()
    try:
        found = root.joinpath(*names).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None
    return found if found.is_relative_to(root) else None


def opened(path: Path) -> BinaryIO | None:
    """A regular file to read; nothing that waits, such as a pipe, and no link that was put there meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    return os.fdopen(handle, "rb")


class Server(ThreadingHTTPServer):
    """Listens on one address of this machine, and ends at once when it is told to."""

    daemon_threads = True
    block_on_close = False
    # On Windows a second program could take the port from under the first.
    allow_reuse_address = os.name != "nt"

    def __init__(self, site: Site, address: str = HERE, port: int = 0) -> None:
        """Begin to listen. Raises the OSError of a port that is taken or not allowed."""
        self.site = site
        self.is_local = address == HERE
        super().__init__((address, port), _Answer)

    @property
    def url(self) -> str:
        """What to type into a browser."""
        return f"http://{self.server_address[0]!s}:{self.server_port}{self.site.start}"

    def server_bind(self) -> None:
        """Take the port. The name of the machine is nobody's business, and asking for it can take seconds."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(self.allow_reuse_address))
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A phone that goes away in the middle is nothing to tell; a fault of ours is, when somebody looks for it."""
        if os.environ.get("SUREFOOT_DEBUG") and not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(BaseHTTPRequestHandler):
    """One request: the file that is meant, or a short word that there is none."""

    server: Server
    timeout = PATIENCE_SECONDS
    server_version, sys_version = "surefoot", ""

    def do_GET(self) -> None:
        """Send a file."""
        self._send(whole=True)

    def do_HEAD(self) -> None:
        """Say what there would be to send."""
        self._send(whole=False)

    def _send(self, *, whole: bool) -> None:
        if len(self.path) > LONGEST_TARGET:
            self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            return
        if self.server.is_local and not self._is_asked_by_our_name():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = file_of(self.server.site, self.path)
        file = None if path is None else opened(path)
        if path is None or file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        with file:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", TYPES.get(path.suffix.lower(), UNKNOWN_TYPE))
            self.send_header("Content-Length", str(os.fstat(file.fileno()).st_size))
            self.end_headers()
            while whole and (chunk := file.read(CHUNK)):
                self.wfile.write(chunk)

    def _is_asked_by_our_name(self) -> bool:
        """Whether a browser means this machine: a foreign page may give its own name our address (DNS rebinding)."""
        asked = self.headers.get("Host", "")
        return asked in {f"{name}:{self.server.server_port}" for name in (HERE, "localhost")}

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """A number and its name, and nothing of what was asked."""
        status = HTTPStatus(code)
        if status is HTTPStatus.NOT_IMPLEMENTED:
            status = HTTPStatus.METHOD_NOT_ALLOWED
        said = f"{status.value} {status.phrase}\n".encode()
        self.send_response(status)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Type", TYPES[".txt"])
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said)

    def end_headers(self) -> None:
        """What every answer says: take the type as it is, tell nobody, let no page frame this one, keep nothing."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cache-Control", "no-cache" if self.server.is_local else "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing is noted of who asks for what."""
