"""Which paint each pixel takes: by material, by how far its limb is, and by how the face of a thing lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures import loops
from publisher.figures.shading import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from publisher.figures.field import Part
    from publisher.figures.tracing import Camera, Raster

SPECK = 0.00006  # H^2: smaller pieces belong to what is round them
FACES_UP, FACES_ASIDE = 0.7, 0.6  # parts of a normal
HOLE = 0.00016  # H^2: smaller gaps, through which the page would show, are closed
ROUND = 0.06  # of a normal, from a pixel to the next: more is a rounded edge
FACES = ("", "-top", "-side")
FACETED = ("prop", "metal")  # what takes a tone of its own on each face
GOES_ON = 0.5  # part of a border without a step
SEAM = 0.08  # H: a shorter border reads as a fold
SLEEVE = 0.018  # H^2: larger pieces, as leggings, take the far tone all the same
NEVER_FAR = ("hair", "glasses", "sole", "blade", "metal")


class Paint(NamedTuple):
    """The paint of each pixel as a number of `roles`, -1 where nothing is.

    `faces` numbers the faces of things; `crisp` are the paints of things only.
    """

    number: NDArray[np.int64]
    roles: tuple[str, ...]
    faces: NDArray[np.int64]
    crisp: frozenset[str]

    def where(self, role: str) -> NDArray[np.bool_]:
        """The pixels of a role."""
        return np.asarray(self.number == self.roles.index(role))

    @property
    def borders(self) -> NDArray[np.int64]:
        """A number that changes wherever paint or face does."""
        return np.asarray(self.number * len(FACES) + self.faces)


def painted(raster: Raster, camera: Camera, far: frozenset[str]) -> tuple[Raster, Paint]:
    """The paint of what is seen, and the raster, both without specks."""
    roles: dict[str, int] = {}
    number = np.full(raster.part.shape, -1, dtype=np.int64)
    faces = np.zeros(raster.part.shape, dtype=np.int64)
    on_body: set[str] = set()
    for i, part in enumerate(raster.parts):
        here = raster.part == i
        if not here.any():
            continue
        if _is_thing(part) and part.material != "mat":
            faces[here] = _faces(here, raster, camera)[here]
        for role, where in _roles(part, here, faces, far):
            number[where] = roles.setdefault(role, len(roles))
            if not _is_thing(part):
                on_body.add(role)
    for role in [role for role in roles if role.endswith("-far") and role.removesuffix("-far") in roles]:
        _near_again(number, raster, roles[role], roles[role.removesuffix("-far")])
    paint = Paint(number, tuple(roles), faces, frozenset(roles) - on_body)
    return _without_specks(raster, paint)


def _roles(
    part: Part, here: NDArray[np.bool_], faces: NDArray[np.int64], far: frozenset[str]
) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """The paints of one part and where each lies."""
    if part.material not in FACETED or not _is_thing(part):
        yield _role(part, far), here
        return
    for face, name in enumerate(FACES):
        if (on_face := here & (faces == face)).any():
            yield f"{part.material}{name}", on_face


def _near_again(number: NDArray[np.int64], raster: Raster, far: int, near: int) -> None:
    """A sleeve or a leg of the shorts that goes on from near cloth without a step keeps the near tone.

    A darker one would show as a patch.
    """
    pieces, count = labelled(np.where(number == far, 0, -1))
    smooth, steps = np.zeros(count), np.zeros(count)
    loops.steps_to(number, raster.depth, pieces, near, smooth, steps)
    sizes = np.bincount(pieces[pieces >= 0], minlength=count)
    flows = (smooth > GOES_ON * np.maximum(smooth + steps, 1)) & (smooth > SEAM * raster.pixels)
    flows &= sizes < SLEEVE * raster.pixels**2
    number[(pieces >= 0) & flows[pieces]] = near


def _is_thing(part: Part) -> bool:
    return part.limb.startswith("prop:")


def _role(part: Part, far: frozenset[str]) -> str:
    return f"{part.material}-far" if part.limb in far and part.material not in NEVER_FAR else part.material


def _faces(here: NDArray[np.bool_], raster: Raster, camera: Camera) -> NDArray[np.int64]:
    """Which pixels of a thing face the viewer (0), up (1), aside (2); a rounded edge belongs to the face beside it."""
    flat = here & ~loops.rounded(raster.normal, here, ROUND)
    if flat.sum() < 0.4 * here.sum():
        return np.zeros(here.shape, dtype=np.int64)
    top = flat & (raster.normal @ camera.axes[:, 1] > FACES_UP)
    side = flat & ~top & (np.abs(raster.normal[..., 0]) > FACES_ASIDE)
    masks = (flat & ~top & ~side, top, side)
    ways = np.array([raster.normal[mask].mean(axis=0) if mask.any() else np.zeros(3) for mask in masks])
    nearest = np.argmax(raster.normal @ ways.T, axis=2)
    return np.asarray(np.where(flat, top + 2 * side, nearest))


def _without_specks(raster: Raster, paint: Paint) -> tuple[Raster, Paint]:
    """Tiny pieces of one part and paint get those of a neighbour."""
    least = max(4, round(SPECK * raster.pixels**2))
    key = (paint.borders + len(FACES)) * (len(raster.parts) + 1) + raster.part + 1
    number, count = labelled(key)
    sizes = np.bincount(number.ravel(), minlength=count)
    specks = (sizes < least)[number] | ((sizes < HOLE * raster.pixels**2)[number] & (raster.part < 0))
    part, taken, faces = raster.part.copy(), paint.number.copy(), paint.faces.copy()
    depth = raster.depth.copy()
    loops.fill(specks, part, taken, faces, depth)
    return raster._replace(part=part, depth=depth), paint._replace(number=taken, faces=faces)
