"""Who may import whom, and what must not be loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOADED = """
import sys
sys.argv[0] = "surefoot"
from publisher.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted({module.partition(".")[0] for module in sys.modules}), file=sys.stderr)
"""


def test_imports_go_down_and_rooms_on_one_floor_do_not_know_one_another() -> None:
    checked = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_saying_who_we_are_loads_nothing_heavy(flag: str) -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED, flag], cwd=ROOT, capture_output=True, text=True, check=True)

    loaded = set(ran.stderr.split())
    assert "publisher" in loaded
    assert loaded.isdisjoint({"reportlab", "yaml", "PIL", "pikepdf", "pypdfium2", "layouts"})
