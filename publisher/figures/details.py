"""What is drawn on a person and has no thickness: the face, strands of hair, laces and stripes of the shoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.faces import face_marks
from publisher.figures.shoes import shoe_marks
from publisher.figures.strands import hair_marks
from publisher.model.anatomy import SIDES

if TYPE_CHECKING:
    from publisher.figures.laid import Seen
    from publisher.figures.skeleton import Skeleton
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Person


def details(skeleton: Skeleton, person: Person, raster: Raster, camera: Camera) -> list[Seen]:
    """All such lines that are seen."""
    bones = skeleton.bones
    shoes = [line for side in SIDES for line in shoe_marks(bones[f"foot_{side}"], side, person, raster, camera)]
    head = bones["head"]
    return [*hair_marks(head, person, raster, camera), *face_marks(head, person, raster, camera), *shoes]
