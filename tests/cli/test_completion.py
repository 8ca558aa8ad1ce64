from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_own_lines(surefoot: Callable[..., object], shell: str) -> None:
    said = surefoot("completion", shell)

    assert (said.code, said.err) == (0, "")
    assert "_SUREFOOT_COMPLETE" in said.out
    assert f"{shell}_complete" in said.out


def test_another_shell_is_told_which_are_known(surefoot: Callable[..., object]) -> None:
    said = surefoot("completion", "tcsh")

    assert said.code == 2
    assert "bash, zsh, fish" in said.err
