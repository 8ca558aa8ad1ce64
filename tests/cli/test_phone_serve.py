"""`surefoot phone serve` as a person runs it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = Path(sys.executable).parent / "surefoot"


def a_site(name: str = "out/phone") -> None:
    Path(name).mkdir(parents=True)
    Path(name, "index.html").write_text("<p>Cards", encoding="utf-8")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def started(folder: Path, *words: str) -> tuple[subprocess.Popen, str]:
    """A run, and what it said until it serves."""
    ran = subprocess.Popen(
        [PROGRAM, "phone", "serve", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    said = ""
    while "To stop" not in said:
        said += ran.stdout.readline()
    return ran, said


@pytest.mark.skipif(os.name == "nt", reason="signals are not sent like this there")
def test_it_serves_until_ctrl_c_and_ends_cleanly(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>Cards", encoding="utf-8")
    ran, said = started(tmp_path, "site", "--port", str(free_port()))
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/$", said, re.MULTILINE)[0]
        with urllib.request.urlopen(address, timeout=5) as page:
            assert page.read() == b"<p>Cards"
    finally:
        ran.send_signal(signal.SIGINT)
        out, err = ran.communicate(timeout=10)

    assert (ran.returncode, err) == (0, "")
    assert "Only this computer can open it. It is not encrypted." in said
    assert out.rstrip().endswith("Stopped.")


@pytest.mark.skipif(os.name == "nt", reason="signals are not sent like this there")
def test_in_the_network_the_address_holds_a_token_and_the_words_say_who_can_see(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>Cards", encoding="utf-8")
    ran, said = started(tmp_path, "site", "--lan", "--port", str(free_port()))
    try:
        found = re.search(r"(http://[\d.]+:\d+/)[\w-]{22}/$", said, re.MULTILINE)
        if found is None:
            pytest.skip("this machine is in no network")
        with urllib.request.urlopen(found[0], timeout=5) as page:
            assert page.headers["Cache-Control"] == "no-store"
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(found[1], timeout=5)
    finally:
        ran.send_signal(signal.SIGINT)
        ran.communicate(timeout=10)

    assert "Whoever is in this network and has this address" in said
    assert "It is not encrypted" in said


def test_a_port_that_is_taken_is_told(surefoot: Callable[..., object]) -> None:
    a_site()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = surefoot("phone", "serve", "--port", str(port))

    assert said.code == 3
    assert f"another program has port {port} already" in said.err


@pytest.mark.parametrize("words", [("--serve", "nowhere"), ("--lan", "--serve", "nowhere"), ("--serve", "--port", "0")])
def test_serve_as_an_option_is_the_same_command(surefoot: Callable[..., object], words: tuple[str, ...]) -> None:
    as_option = surefoot("phone", *words)
    as_command = surefoot("phone", "serve", *(word for word in words if word != "--serve"))

    assert as_option.code == as_command.code == 2
    assert as_option.err == as_command.err


def test_a_command_that_there_is_not_is_told_with_the_nearest(surefoot: Callable[..., object]) -> None:
    said = surefoot("phone", "serv")

    assert said.code == 2
    assert "Did you mean `surefoot phone serve`?" in said.err


def test_help_tells_of_both(surefoot: Callable[..., object]) -> None:
    assert "--serve" in surefoot("phone", "--help").out
    assert "surefoot phone --serve" in surefoot("phone", "serve", "--help").out
    assert surefoot("phone", "--serve", "--help").out == surefoot("phone", "serve", "--help").out


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a"])
def test_a_port_is_a_number_that_there_is(surefoot: Callable[..., object], port: str) -> None:
    a_site()

    said = surefoot("phone", "serve", "--port", port)

    assert said.code == 2
    assert port in said.err


def test_a_folder_without_a_first_page_is_refused(surefoot: Callable[..., object]) -> None:
    Path("empty").mkdir()

    for name, words in (("empty", "has no `index.html`"), ("nowhere", "there is no folder `nowhere`")):
        said = surefoot("phone", "serve", name)
        assert said.code == 2
        assert words in said.err
