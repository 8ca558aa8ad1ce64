"""The wheel, tried as a stranger would: installed in an empty environment, outside the checkout, with no network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaging.requirements import Requirement

from publisher import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

NO_NETWORK = """
import socket

def refuse(*_args, **_options):
    raise OSError("the program asked for the network")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = refuse
"""


class Installed(NamedTuple):
    """An environment that holds the wheel and what the wheel asks for, nothing else; and an empty folder."""

    environment: Path
    packages: Path
    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment in the empty folder, as a user with an empty home would."""
        surroundings = {"HOME": str(self.folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        program = self.environment / "bin" / command[0]
        return subprocess.run(
            [program, *command[1:]], cwd=self.folder, env=surroundings, capture_output=True, text=True, check=False
        )


def needed(names: list[str]) -> Iterator[str]:
    """The packages named and all that they ask for in turn."""
    seen: set[str] = set()
    while names:
        name = names.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        requirements = [Requirement(line) for line in distribution(name).requires or []]
        names += [each.name for each in requirements if not each.marker or each.marker.evaluate({"extra": ""})]


def link_packages(names: list[str], packages: Path) -> None:
    """Lend the environment the installed packages it needs, so that no index is asked."""
    here = Path(sysconfig.get_path("purelib"))
    for name in needed(names):
        for top in sorted({file.parts[0] for file in distribution(name).files or []} - {"..", "__pycache__"}):
            if not (packages / top).exists():
                (packages / top).symlink_to(here / top)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    environment = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    pip = [sys.executable, "-m", "pip", "--python", environment / "bin" / "python", "--quiet", "install"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--disable-pip-version-check", wheel], check=True)
    packages = next(environment.glob("lib/python*/site-packages"))
    metadata = next(packages.glob("surefoot-*.dist-info/METADATA")).read_text(encoding="utf-8")
    asked = [
        line.removeprefix("Requires-Dist: ") for line in metadata.splitlines() if line.startswith("Requires-Dist:")
    ]
    link_packages([Requirement(line).name for line in asked], packages)
    (packages / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return Installed(environment, packages, tmp_path_factory.mktemp("empty"))


def test_it_tells_its_version(installed: Installed) -> None:
    told = installed.run("surefoot", "--version")

    assert told.returncode == 0, told.stderr
    assert __version__ in told.stdout


def test_it_runs_from_its_own_files_and_not_from_the_checkout(installed: Installed) -> None:
    where = installed.run("python", "-c", "import publisher, layouts; print(publisher.__file__, layouts.__file__)")

    assert [Path(file).is_relative_to(installed.packages) for file in where.stdout.split()] == [True, True]


def test_the_built_in_cards_travel_along(installed: Installed) -> None:
    listed = installed.run("surefoot", "list", "cards")

    assert listed.returncode == 0, listed.stderr
    assert "hip-bridge" in listed.stdout


def test_it_publishes_the_default_set_with_no_network(installed: Installed) -> None:
    built = installed.run("surefoot", "build")

    assert built.returncode == 0, built.stderr
    for name in ("pocket-cards.pdf", "cheat-sheet.pdf", "warning-card.pdf"):
        assert (installed.folder / "out" / name).read_bytes().startswith(b"%PDF-1.7")


def test_the_licence_of_the_font_travels_along(installed: Installed) -> None:
    carried = {
        file.relative_to(installed.packages).parts[0].split("-")[0]
        for folder in installed.packages.glob("*.dist-info/licenses")
        for file in folder.rglob("*")
        if file.is_file() and "SIL OPEN FONT LICENSE" in file.read_text(encoding="utf-8", errors="replace").upper()
    }

    assert carried == {"surefoot", "fontpkg_atkinson_hyperlegible"}


def test_the_licence_that_rides_with_the_kerning_is_the_one_of_the_font() -> None:
    ours = ROOT / "assets/fonts/atkinson-hyperlegible.licence.txt"
    theirs = Path(sysconfig.get_path("purelib")) / "fontpkg_atkinson_hyperlegible/LICENSE"

    assert ours.read_bytes() == theirs.read_bytes()
