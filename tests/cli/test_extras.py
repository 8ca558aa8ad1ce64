from __future__ import annotations

import pytest

from publisher.cli import extras
from publisher.problems import UsageError


def test_all_is_there_where_the_tests_run() -> None:
    extras.need_pictures()


@pytest.mark.parametrize("missing", ["pypdfium2", "PIL"])
def test_a_missing_package_is_told_with_what_to_type(monkeypatch, missing: str) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == missing else object())

    with pytest.raises(UsageError) as caught:
        extras.need_pictures()
    assert "pip install 'surefoot[pictures]'" in caught.value.problems[0].hint
