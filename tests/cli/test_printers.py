from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.cli import printers
from publisher.model.printing import Flip, PrinterProfile
from publisher.problems import InputError, MachineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

figures = st.floats(-20, 20)
scales = st.floats(0.9, 1.1)
FIGURES = "".join(f"{name} = {value}\n" for name, value in zip(printers._FIGURES, [0] * 6 + [1, 1, 8], strict=True))
WHOLE = f'flip = "long"\n{FIGURES}'


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


@given(
    st.builds(
        PrinterProfile, st.just("home"), *[figures] * 6, scales, scales, flip=st.sampled_from(Flip), margin=figures
    )
)
def test_a_profile_comes_back_as_it_was_kept(profile: PrinterProfile) -> None:
    printers.write(profile)

    assert printers.read("home") == profile


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "A", "x.toml", "-x", "con:1", "a" * 41, "é"])
def test_a_name_that_could_leave_the_folder_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        printers.write(PrinterProfile(name))
    with pytest.raises(UsageError):
        printers.read(name)
    with pytest.raises(UsageError):
        printers.remove(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "flip",
        'flip = "up"\n',
        'flip = "long"\nfront_x = "x"\n',
        "[" * 5000,
        "x = " + "9" * 5000,
        WHOLE.replace("scale_x = 1", "scale_x = 0"),
        WHOLE.replace("back_x = 0", "back_x = nan"),
        WHOLE.replace("margin = 8", "margin = 1e300"),
    ],
)
def test_a_damaged_profile_is_told(text: str) -> None:
    path = printers.write(PrinterProfile("bent"))
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as raised:
        printers.read("bent")

    assert raised.value.problems[0].name == "damaged-profile"


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("linux", ".config/surefoot"),
        ("darwin", "Library/Application Support/surefoot"),
        ("win32", "AppData/Roaming/surefoot"),
    ],
)
def test_each_system_has_its_own_place(monkeypatch: pytest.MonkeyPatch, system: str, folder: str) -> None:
    for variable in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "/home/anna")
    monkeypatch.setattr(sys, "platform", system)

    assert printers.user_folder() == Path("/home/anna") / folder


def test_without_a_home_there_are_no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", nowhere)

    assert printers.names() == []
    with pytest.raises(MachineError):
        printers.write(PrinterProfile("home"))
