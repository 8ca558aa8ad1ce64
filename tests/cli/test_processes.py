"""The program as the system sees it: signals, closed and full outputs, what a script gets back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A run that stops in the middle of writing, says so, and waits for what comes.
WAITS = """
    import os, sys
    from publisher import files
    from publisher.cli import build, main
    from publisher.workshop import Product

    def publish(*_):
        return [Product(name, b"new " * 2000, 1, 1, (), {}) for name in ("a.pdf", "b.pdf")]

    true_write, calls = os.write, []
    def write(handle, content):
        calls.append(handle)
        if len(calls) == 2:
            true_write(handle, content[:100])
            print("writing", flush=True)
            sys.stdin.read()
        return true_write(handle, content)

    files.os.write = write
    build.publish = publish
    sys.exit(main(["build"]))
"""


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    wanted = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    return {**wanted, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path / "config"), **more}


def started(tmp_path: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=tmp_path,
        env=environment(tmp_path, **more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


PROGRAM = "import sys; from publisher.cli import main; sys.exit(main())"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_in_the_middle_it_leaves_old_files_and_one_line(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.pdf").write_bytes(b"old")
    run = started(tmp_path, "-c", textwrap.dedent(WAITS))
    assert run.stdout is not None
    assert run.stdout.readline() == "writing\n"

    run.send_signal(number)
    out, err = run.communicate()

    assert (run.returncode, out) == (130, "")
    assert err == "surefoot: stopped. Every file that is there is whole.\n"
    assert (tmp_path / "out" / "a.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".surefoot-lock", "a.pdf"]


SWALLOWS = """
    import os, signal, sys
    from publisher.cli import commands, main

    def run(_):
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt:
            raise ImportError("half a module") from None

    commands.run = run
    sys.exit(main())
"""


def test_stopped_while_a_module_comes_in_it_is_stopped_and_not_broken(tmp_path: Path) -> None:
    run = started(tmp_path, "-c", textwrap.dedent(SWALLOWS))
    out, err = run.communicate()

    assert (run.returncode, out) == (130, "")
    assert err == "surefoot: stopped. Every file that is there is whole.\n"


def test_a_reader_that_has_seen_enough_is_no_problem(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "list"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)

    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["list"], ["--version"], ["--help"]])
def test_an_output_that_is_full_is_told(tmp_path: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (ran.returncode, ran.stderr) == (3, "surefoot: the machine failed: no space left on device.\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("words", "code"), [("--version", 0), ("list", 0), ("show plnk", 2)])
def test_a_stream_that_is_closed_from_the_start_is_done_without(
    tmp_path: Path, words: str, code: int, closed: str
) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -c "$1" {words} {closed}', sys.executable, PROGRAM],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == code
    assert "Traceback" not in ran.stderr


def test_too_little_memory_is_the_machines_fault(tmp_path: Path) -> None:
    code = "from publisher.cli import commands; commands.run = lambda _: bytearray(1 << 62)"
    run = started(tmp_path, "-c", f"{PROGRAM.replace('; sys.exit', '; ' + code + '; sys.exit')}", "list")
    out, err = run.communicate()

    assert (run.returncode, out) == (3, "")
    assert err == "surefoot: the machine failed: it has too little memory for this.\n"


def test_a_terminal_without_our_signs_gets_question_marks(tmp_path: Path) -> None:
    run = started(tmp_path, "-c", PROGRAM, "show", "poker", PYTHONIOENCODING="koi8-r")
    out, err = run.communicate()

    assert (run.returncode, err) == (0, "")
    assert "63.5 ? 88.9 mm" in out


def test_without_colour_or_terminal_no_codes_are_printed(tmp_path: Path) -> None:
    run = started(tmp_path, "-c", PROGRAM, "show", "plnk", TERM="xterm-256color")
    out, err = run.communicate()

    assert run.returncode == 2
    assert "\x1b" not in out + err


@pytest.mark.parametrize("words", [["--version"], ["list", "papers"], ["show", "plank"], ["calibrate", "list"]])
def test_what_makes_no_pages_does_not_load_what_does(tmp_path: Path, words: list[str]) -> None:
    code = f"{PROGRAM.removesuffix('sys.exit(main())')}main(); sys.stderr.write(' '.join(sys.modules))"
    run = started(tmp_path, "-c", code, *words)
    loaded = {module.partition(".")[0] for module in run.communicate()[1].split()}

    assert "publisher" in loaded
    assert loaded.isdisjoint({"reportlab", "PIL", "pikepdf"})
    assert words != ["--version"] or loaded.isdisjoint({"yaml", "click", "json", "tomllib"})
