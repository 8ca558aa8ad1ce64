"""Every problem that the program can tell has a folder with wrong input and the exact words; no folder is left over."""

from __future__ import annotations

import ast
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "tests" / "problems"

Function = ast.FunctionDef | ast.AsyncFunctionDef
Maker = tuple[Path, str]


class Call(NamedTuple):
    """One call: which file, class and function it stands in, what is called, with what."""

    file: Path
    owner: ast.ClassDef | None
    inside: Function | None
    call: ast.Call

    @property
    def called(self) -> str:
        """The name of the function or class that is called."""
        return getattr(self.call.func, "id", getattr(self.call.func, "attr", ""))

    @property
    def where(self) -> str:
        """As an editor can open it."""
        return f"{self.file.relative_to(ROOT)}:{self.call.lineno}"


@cache
def modules() -> dict[Path, ast.Module]:
    files = [*sorted((ROOT / "publisher").rglob("*.py")), *sorted((ROOT / "layouts").rglob("*.py"))]
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}


def calls_under(
    file: Path, node: ast.AST, owner: ast.ClassDef | None = None, inside: Function | None = None
) -> Iterator[Call]:
    """Every call below a node."""
    if isinstance(node, ast.ClassDef):
        owner = node
    elif isinstance(node, Function):
        inside = node
    elif isinstance(node, ast.Call):
        yield Call(file, owner, inside, node)
    for child in ast.iter_child_nodes(node):
        yield from calls_under(file, child, owner, inside)


@cache
def calls() -> list[Call]:
    return [call for file, module in modules().items() for call in calls_under(file, module)]


@cache
def parameters() -> dict[Maker, list[str]]:
    """What each function and each class of values takes, in order."""
    found: dict[Maker, list[str]] = {}
    for file, node in ((file, node) for file, module in modules().items() for node in ast.walk(module)):
        if isinstance(node, Function):
            found[file, node.name] = [each.arg for each in node.args.args if each.arg not in {"self", "cls"}]
        elif isinstance(node, ast.ClassDef):
            found[file, node.name] = [line.target.id for line in node.body if isinstance(line, ast.AnnAssign)]
    return found


@cache
def imported() -> dict[Maker, Maker]:
    """Where the names come from that a file takes from another of our files."""
    return {
        (file, each.asname or each.name): (ROOT / f"{node.module.replace('.', '/')}.py", each.name)
        for file, module in modules().items()
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module
        for each in node.names
    }


def maker(call: Call) -> Maker:
    """The function or class that a call calls, as far as its name tells."""
    here = (call.file, call.called)
    return imported().get(here, here)


def given(call: Call, parameter: str) -> ast.expr | None:
    """What a call gives for one parameter."""
    by_name = {each.arg: each.value for each in call.call.keywords}
    position = parameters()[maker(call)].index(parameter)
    return by_name.get(parameter) or (call.call.args[position] if position < len(call.call.args) else None)


def handed_in(value: ast.expr, call: Call) -> tuple[Maker, str] | None:
    """The function and its parameter, or the class and its field, that a value comes from."""
    if isinstance(value, ast.Name) and call.inside:
        source, part = (call.file, call.inside.name), value.id
    elif isinstance(value, ast.Attribute) and call.owner:
        source, part = (call.file, call.owner.name), value.attr
    else:
        return None
    return (source, part) if part in parameters()[source] else None


def texts(value: ast.expr | None, call: Call) -> set[str]:
    """Every text that a value can be, followed back through `if`, local names, parameters and fields."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return {value.value}
    if isinstance(value, ast.IfExp):
        return texts(value.body, call) | texts(value.orelse, call)
    if isinstance(value, ast.FormattedValue):
        return texts(value.value, call)
    if isinstance(value, ast.JoinedStr):
        return {"".join(parts) for parts in product(*(texts(part, call) for part in value.values))}
    if isinstance(value, ast.Name | ast.Attribute):
        return texts_handed_in(value, call) or texts_set_before(value, call)
    return set()


def texts_handed_in(value: ast.expr, call: Call) -> set[str]:
    source = handed_in(value, call)
    if source is None:
        return set()
    return {text for each in calls() if maker(each) == source[0] for text in texts(given(each, source[1]), each)}


def texts_set_before(value: ast.expr, call: Call) -> set[str]:
    lines = [node for node in ast.walk(call.inside or ast.Module([], [])) if isinstance(node, ast.Assign)]
    set_here = [line.value for line in lines if ast.unparse(value) in map(ast.unparse, line.targets)]
    return {text for each in set_here for text in texts(each, call)}


@cache
def told() -> dict[str, set[str]]:
    """Where the program tells a problem, and which names it may have there."""
    problem = (ROOT / "publisher/problems.py", "Problem")
    return {call.where: texts(given(call, "name"), call) for call in calls() if maker(call) == problem}


def names_in_the_program() -> set[str]:
    return {name for names in told().values() for name in names}


def names_in_the_catalogue() -> set[str]:
    return {case.parent.name for case in CATALOGUE.glob("*/case.yaml")}


def test_the_name_of_a_problem_stands_where_it_is_told() -> None:
    unreadable = [where for where, names in told().items() if not names]

    assert not unreadable, f"write the name as plain text at: {', '.join(unreadable)}"


def test_every_problem_has_its_folder() -> None:
    missing = names_in_the_program() - names_in_the_catalogue()

    assert not missing, f"write tests/problems/NAME/case.yaml for: {', '.join(sorted(missing))}"


def test_every_folder_is_of_a_problem_that_the_program_tells() -> None:
    left_over = names_in_the_catalogue() - names_in_the_program()

    assert not left_over, f"no code tells these problems; delete or rename: {', '.join(sorted(left_over))}"
