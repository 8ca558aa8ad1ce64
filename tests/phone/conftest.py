"""The site of the built-in library, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.model.printing import PrintSettings
from publisher.phone.site import site_of
from publisher.workshop import Choices, Workshop
from tests.factories import the_library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def a_shop(library=None, **more) -> Workshop:
    choices = Choices(paper=None, size=None, theme=None, printing=PrintSettings(), **more)
    return Workshop.open(library or the_library(), choices)


@pytest.fixture(scope="session")
def shop() -> Workshop:
    return a_shop()


@pytest.fixture(scope="session")
def site(shop: Workshop) -> Mapping[str, bytes]:
    """Every file of the site by its name."""
    return {one.name: one.content for one in site_of(shop)}


@pytest.fixture(scope="session")
def folder(site: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on the disk."""
    there = tmp_path_factory.mktemp("phone")
    for name, content in site.items():
        (there / name).write_bytes(content)
    return there
