"""A server that gives one folder and nothing else, whoever asks and however."""

from __future__ import annotations

import http.client
import os
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from publisher.phone.serving import HERE, LONGEST_TARGET, Server, Site, a_token, file_of, own_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = {
    "index.html": "text/html; charset=utf-8",
    "app.webmanifest": "application/manifest+json",
    "icon.svg": "image/svg+xml",
    "plank.webp": "image/webp",
    "sw.js": "text/javascript; charset=utf-8",
    "plan.ics": "text/calendar; charset=utf-8",
    "data.unknown": "application/octet-stream",
}
SECRET = "what nobody may read"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site, and beside it what must not be seen; within it ways out."""
    site = tmp_path / "site"
    (site / "more").mkdir(parents=True)
    for name in TYPES:
        (site / name).write_text(f"this is {name}", encoding="utf-8")
    (site / "more/page.html").write_text("more", encoding="utf-8")
    (site / "own.html").symlink_to("more/page.html")
    (site / ".hidden").write_text(SECRET, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "site-evil").mkdir()
    (tmp_path / "site-evil/index.html").write_text(SECRET, encoding="utf-8")
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site / "up").symlink_to(tmp_path)
    (site / "circle").symlink_to("circle")
    os.mkfifo(site / "pipe.txt")
    return site


@contextmanager
def running(site: Site, address: str = HERE) -> Iterator[Server]:
    with Server(site, address) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def asked(server: Server, path: str, method: str = "GET", host: str | None = None) -> tuple[int, dict, bytes]:
    """What comes back for exactly this path: no client of ours tidies it first."""
    head = f"{method} {path} HTTP/1.1\r\nHost: {host or f'127.0.0.1:{server.server_port}'}\r\n\r\n"
    with socket.create_connection(server.server_address[:2], timeout=5) as line:
        line.sendall(head.encode("utf-8", "surrogateescape"))
        answer = http.client.HTTPResponse(line, method=method)
        answer.begin()
        return answer.status, dict(answer.getheaders()), answer.read()


SLY = (
    "/../secret.txt",
    "/more/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2E%2E/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/%252e%252e/secret.txt",
    "/more%2fpage.html",
    "/more%5Cpage.html",
    "/../site-evil/index.html",
    "//etc/passwd",
    "///etc/passwd",
    "/etc/passwd",
    "/%2fetc/passwd",
    "/C:/Windows/win.ini",
    "/index.html::$DATA",
    "/index.html%00.txt",
    "/%00",
    "/index.html%0d%0aX-Evil:1",
    "/index.html%",
    "/index.html%zz",
    "/%ff%fe",
    "/.hidden",
    "/./index.html",
    "/more//page.html",
    "/out.txt",
    "/up/secret.txt",
    "/up/site-evil/index.html",
    "/circle",
    "/circle/index.html",
    "/pipe.txt",
    "/more",
    "/more/",
    "/nothing.html",
    "/index.html/",
    "/INDEX.HTML/..",
    "index.html",
    "http://127.0.0.1/index.html",
    "*",
    "/" + "a" * 300,
    "/" + "%41" * 500,
    "/" + "a/" * 900,
)


@pytest.mark.parametrize("path", SLY)
def test_there_is_no_way_out_of_the_folder(folder: Path, path: str) -> None:
    with running(Site(folder)) as server:
        status, _, body = asked(server, path)

    assert status in (404, 414)
    assert SECRET not in body.decode()
    assert b"root:" not in body


@pytest.mark.parametrize("length", [LONGEST_TARGET + 1, 60_000, 70_000])
def test_very_long_addresses_are_refused(folder: Path, length: int) -> None:
    with running(Site(folder)) as server:
        assert asked(server, "/".ljust(length, "a"))[0] == 414


@pytest.mark.parametrize("name", TYPES)
def test_a_file_comes_whole_with_its_type(folder: Path, name: str) -> None:
    with running(Site(folder)) as server:
        status, heads, body = asked(server, f"/{name}")

    assert (status, body) == (200, f"this is {name}".encode())
    assert heads["Content-Type"] == TYPES[name]
    assert heads["Content-Length"] == str(len(body))


def test_the_start_and_a_link_within_the_folder_are_found(folder: Path) -> None:
    with running(Site(folder)) as server:
        assert asked(server, "/")[2] == b"this is index.html"
        assert asked(server, "/index.html?from=paper")[0] == 200
        assert asked(server, "/own.html")[2] == b"more"
        assert asked(server, "/more/page.html")[2] == b"more"


def test_every_answer_is_careful(folder: Path) -> None:
    with running(Site(folder)) as server:
        for path in ("/", "/nothing"):
            heads = asked(server, path)[1]
            assert heads["X-Content-Type-Options"] == "nosniff"
            assert heads["Referrer-Policy"] == "no-referrer"
            assert heads["Content-Security-Policy"] == "frame-ancestors 'none'"
            assert "Python" not in heads["Server"]


def test_a_head_says_what_a_get_would_send(folder: Path) -> None:
    with running(Site(folder)) as server:
        status, heads, body = asked(server, "/", "HEAD")

    assert (status, heads["Content-Length"], body) == (200, str(len("this is index.html")), b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_nothing_can_be_changed(folder: Path, method: str) -> None:
    with running(Site(folder)) as server:
        status, heads, _ = asked(server, "/index.html", method)

    assert (status, heads["Allow"]) == (405, "GET, HEAD")


def test_a_page_that_borrows_our_address_gets_nothing(folder: Path) -> None:
    with running(Site(folder)) as server:
        assert asked(server, "/", host="evil.example")[0] == 421
        assert asked(server, "/", host=f"localhost:{server.server_port}")[0] == 200


def test_with_a_token_only_who_has_it_finds_anything(folder: Path) -> None:
    site = Site(folder, a_token())
    with running(site, "127.0.0.2") as server:
        good = asked(server, f"{site.start}index.html")
        wrong = [
            asked(server, path)[0]
            for path in (
                "/",
                "/index.html",
                f"/{a_token()}/index.html",
                f"/{site.token}",
                f"/{site.token}/../index.html",
            )
        ]

    assert (good[0], good[1]["Cache-Control"]) == (200, "no-store")
    assert wrong == [404] * 5
    assert server.url.endswith(site.start)


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {a_token() for _ in range(100)}

    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 22


def test_letters_of_any_language_are_found_by_their_percent_signs(folder: Path) -> None:
    (folder / "über.html").write_text("x", encoding="utf-8")

    assert file_of(Site(folder), "/%C3%BCber.html") == (folder / "über.html").resolve()
    assert file_of(Site(folder), "/über.html") is None


def test_a_caller_that_hangs_up_does_no_harm(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "large.pdf").write_bytes(bytes(20_000_000))
    with running(Site(folder)) as server:
        for words in (b"", b"GET", b"\x00\xff\r\n\r\n", b"GET /large.pdf HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"):
            with socket.create_connection(server.server_address[:2], timeout=5) as line:
                line.sendall(words)
        assert asked(server, "/")[0] == 200

    assert capfd.readouterr() == ("", "")


def test_only_this_machine_is_listened_to_unless_it_is_shared(folder: Path) -> None:
    with running(Site(folder)) as server:
        assert server.server_address[0] == HERE


def test_the_own_address_is_one_that_others_can_use() -> None:
    assert not (own_address() or "").startswith("127.")
