from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.library.schema import schemas

if TYPE_CHECKING:
    from collections.abc import Callable


def test_one_schema_is_printed(surefoot: Callable[..., object]) -> None:
    assert json.loads(surefoot("schema", "card").out) == schemas()["card"]


def test_all_are_written_into_a_folder(surefoot: Callable[..., object]) -> None:
    said = surefoot("schema", "--out", "schema")

    written = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in Path("schema").iterdir()}
    assert written == schemas()
    assert said.out.splitlines() == [f"schema/{name}.json" for name in schemas()]


def test_without_a_name_they_are_listed(surefoot: Callable[..., object]) -> None:
    assert surefoot("schema").out.splitlines() == list(schemas())


def test_all_unknown_names_are_told(surefoot: Callable[..., object]) -> None:
    said = surefoot("schema", "crad", "card", "themex")

    assert (said.code, said.out) == (2, "")
    assert said.err.count("there is no schema named") == 2
