"""What is drawn on a person and has no thickness: face, strands of hair, knuckles, the back, laces and stripes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.backs import back_marks
from publisher.figures.faces import face_marks
from publisher.figures.hands import hand_marks
from publisher.figures.shoes import shoe_marks
from publisher.figures.strands import hair_marks
from publisher.model.anatomy import SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.laid import Seen
    from publisher.figures.skeleton import Skeleton
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Hand, Person


def details(
    skeleton: Skeleton, person: Person, hands: Mapping[str, Hand], raster: Raster, camera: Camera
) -> list[Seen]:
    """All such lines that are seen; `hands` are the shapes of the right and the left."""
    bones = skeleton.bones
    head = bones["head"]
    paired = [
        line
        for side in SIDES
        for line in (
            *shoe_marks(bones[f"foot_{side}"], side, person, raster, camera),
            *hand_marks(bones[f"hand_{side}"], side, hands[side], raster, camera),
        )
    ]
    back = back_marks(skeleton, raster, camera)
    return [*hair_marks(head, person, raster, camera), *face_marks(head, person, raster, camera), *back, *paired]
