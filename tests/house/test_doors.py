"""Who may import whom, and what must not be loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
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


def imported() -> set[str]:
    """Every package, not of Python and not ours, that some file of the program imports."""
    files = [file for folder in ("publisher", "layouts") for file in (ROOT / folder).rglob("*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    late = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module")]
    names |= {call.args[0].value for call in late if isinstance(call.args[0], ast.Constant)}
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"publisher", "layouts"}


def test_the_program_imports_what_it_asks_for_and_asks_for_what_it_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for extra in extras.values() for line in extra)]
    asked = {line.partition(">")[0] for line in lines}

    called = {"pyyaml": "yaml", "pillow": "PIL"}
    never_imported = {"fontpkg-atkinson-hyperlegible"}  # data
    assert {called.get(name, name) for name in asked - never_imported} == imported()
