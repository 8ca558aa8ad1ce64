from __future__ import annotations

from publisher.library.print_shapes import PUBLICATION, SOURCES, STOCK, THEME
from publisher.library.reading import read_tree
from publisher.model.card import Group, Kind, Tier
from publisher.model.publication import Order, Selection
from publisher.model.stock import Precut
from publisher.model.theme import TypeSize
from tests.library.writing import OURS, names, refused
from tests.library.writing import SOURCES as SMITH


def test_a_publication_names_or_selects_its_cards() -> None:
    text = b"id: a\ntitle: A\nlayout: pocket\nselect: {kinds: [drill], levels: [1, 2]}\norder: title\ndefault: yes\n"
    publication = PUBLICATION.read(read_tree(text, "a.yaml"))

    assert publication.select == Selection(kinds=(Kind.DRILL,), levels=(1, 2))
    assert publication.order is Order.TITLE
    assert publication.default


def test_a_source_knows_its_key() -> None:
    source = SOURCES.read(read_tree(SMITH.encode(), "sources.yaml"))["smith-2020"]

    assert (source.key, source.short, source.year) == ("smith-2020", "Smith 2020", 2020)


def test_a_precut_sheet_lies_inside_a_stock() -> None:
    data = (OURS / "assets/stocks/avery-5371.yaml").read_bytes()
    stock = STOCK.read(read_tree(data, "avery-5371.yaml"))

    assert isinstance(stock.sheet, Precut)
    assert (stock.sheet.columns, stock.sheet.rows) == (2, 5)
    assert stock.verified_by_print is False


def test_stop_if_cannot_be_left_out() -> None:
    text = (OURS / "assets/stocks/poker.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("leaves_out")]
    whole = "".join(f"\n  {line}" for line in lines if not line.startswith("#")) + "\n  leaves_out: [stop_if]"

    assert "unknown-choice" in names(refused(STOCK, whole))


def test_a_theme_has_every_group_and_tier() -> None:
    theme = THEME.read(read_tree((OURS / "assets/themes/surefoot.yaml").read_bytes(), "surefoot.yaml"))

    assert set(theme.groups) == set(Group)
    assert set(theme.tiers) == set(Tier)
    assert isinstance(theme.scales["card"].title, TypeSize)
