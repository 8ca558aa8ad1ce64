"""The fields of an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library import icon_paths
from publisher.library.amounts import Flag, Number
from publisher.library.records import Build, Field, Record
from publisher.library.several import ListOf
from publisher.library.shapes import ID, Schema, refuse, scalar
from publisher.model.icon import Icon, IconMark

if TYPE_CHECKING:
    from publisher.drawing import Path
    from publisher.library.nodes import Node
    from publisher.problems import Phrase


class _IconPath(NamedTuple):
    """A path in the small language of `icon_paths`."""

    def read(self, node: Node) -> Path:
        try:
            return icon_paths.parse(scalar(node, "a path, such as `M 2 9 L 22 19`").text)
        except icon_paths.BadPathError as error:
            raise refuse("not-a-path", node, f"{error}.", f"A path is made of {icon_paths.GRAMMAR}.") from None

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        return {"type": "string"}

    def describe(self) -> str:
        return f"path of {icon_paths.GRAMMAR}"


def _icon_mark(d: Path, **values: object) -> IconMark:
    build: Build[IconMark] = IconMark
    return build(d, **values)


_ICON_MARK = Record(
    "a mark of an icon",
    _icon_mark,
    (
        Field("d", _IconPath(), "The path, on a grid of 24 by 24, y down."),
        Field("fill", Flag(), "Whether it is filled.", needed=False),
        Field("stroke", Number(0.1, 24), "Width of its line; round ends.", needed=False),
        Field("reversed", Flag(), "Whether it is drawn in the colour of the ground.", needed=False),
    ),
)


def _icon(id: Phrase, paths: tuple[IconMark, ...]) -> Icon:  # noqa: A002  (the field's name)
    return Icon(id, paths)


ICON = Record(
    "an icon",
    _icon,
    (
        Field("id", ID, "The name of the icon."),
        Field("paths", ListOf(_ICON_MARK, 1, 20), "Its marks, in paint order."),
    ),
)
