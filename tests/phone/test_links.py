"""Where a card's page lies."""

from __future__ import annotations

import pytest

from publisher.phone.links import address_of, page_name


@pytest.mark.parametrize("link", ["https://example.org/back", "https://example.org/back/"])
def test_a_card_lies_under_the_base_by_its_id(link: str) -> None:
    assert address_of(link, "plank") == "https://example.org/back/plank.html"


def test_the_address_ends_with_the_file_of_the_page() -> None:
    assert address_of("http://192.168.1.7:8000/x", "hip-bridge").endswith(f"/{page_name('hip-bridge')}")
