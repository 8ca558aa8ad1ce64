"""Things in the picture as solids of the same field as the body, so that they hide and are hidden truly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group
from publisher.figures.props import gym, holding, room, shoe, straps, table, wear, wet
from publisher.figures.props.place import MATERIALS, UPRIGHT, Place, sizes_of, standing
from publisher.figures.props.wrapping import Body

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publisher.figures.field import Solid
    from publisher.model.figure import Figure, Pose, Prop

    Made = tuple[Solid, ...]
    Sizes = Mapping[str, float]

__all__ = ["MATERIALS", "Body", "prop_solids", "props"]

# What stands or lies by itself.
STANDING: Mapping[str, Callable[[Place, Sizes], Made]] = {
    "mat": gym.mat,
    "box": gym.box,
    "step": gym.step,
    "bench": gym.bench,
    "roller": gym.roller,
    "ball": gym.ball,
    "chair": room.chair,
    "wall": room.wall,
    "door-frame": room.door_frame,
    "desk": room.desk,
    "screen": room.screen,
    "stairs": room.stairs,
    "kerb": room.kerb,
    "slope": room.ramp,
    "hill": room.hill,
    "shower": wet.cold_shower,
    "warm-shower": wet.warm_shower,
    "clock": table.clock,
    "plate": table.plate,
    "nuts": table.nuts,
    "fish": table.fish,
    "greens": table.greens,
    "root": table.root,
    "salt": table.salt,
    "shoe": shoe.shoe,
    "shoe-sole": shoe.shoe_on_its_side,
    "shoes": shoe.pair,
    "insole": shoe.insole,
}


def props(figure: Figure, pose: Pose, body: Body) -> tuple[Group, ...]:
    """The props of a figure that are there in a pose, each as a group of its own."""
    there = [prop for prop in figure.props if not prop.only or pose.name in prop.only]
    if not figure.people:
        there = [prop._replace(held=()) for prop in there]
    made = ((prop, prop_solids(prop, body)) for prop in there)
    return tuple(Group(f"prop:{prop.name}", solids) for prop, solids in made if solids)


def prop_solids(prop: Prop, body: Body) -> tuple[Solid, ...]:
    """One prop as solids, standing, held or worn."""
    size = sizes_of(prop)
    if prop.kind in STANDING:
        return STANDING[prop.kind](standing(prop), size)
    if prop.kind in HELD:
        return HELD[prop.kind](prop, size, body)
    return ()


def _dumbbell(prop: Prop, size: Sizes, body: Body) -> Made:
    place = holding.hanging(prop, body, size) if prop.held else standing(prop).moved((0, size["radius"] * 0.866, 0))
    return gym.dumbbell(place, size)


def _plate(prop: Prop, size: Sizes, body: Body) -> Made:
    lying = standing(prop).moved((0, size["thickness"] / 2, 0), UPRIGHT)
    return gym.barbell_plate(holding.facing(prop, body) if prop.held else lying, size)


def _pole(prop: Prop, size: Sizes, body: Body) -> Made:
    place = holding.in_fist(prop, body) if prop.held else standing(prop).moved((0, size["length"] / 2, 0), UPRIGHT)
    return gym.pole(place, size)


def _loop(prop: Prop, size: Sizes, body: Body) -> Made:
    return straps.loop(standing(prop), prop, size, body)


def _band(prop: Prop, size: Sizes, body: Body) -> Made:
    return straps.band(standing(prop), prop, size, body)


def _towel(prop: Prop, size: Sizes, body: Body) -> Made:
    return straps.band(standing(prop), prop, size, body) if prop.held else gym.rolled_towel(standing(prop), size)


def _vessel(make: Callable[[Place, Sizes], Made]) -> Callable[[Prop, Sizes, Body], Made]:
    def made(prop: Prop, size: Sizes, body: Body) -> Made:
        return make(holding.upright(prop, body, size["height"]) if prop.held else standing(prop), size)

    return made


def _worn(make: Callable[[Place, Prop, Sizes, Body], Made]) -> Callable[[Prop, Sizes, Body], Made]:
    def made(prop: Prop, size: Sizes, body: Body) -> Made:
        return make(standing(prop), prop, size, body)

    return made


# What a body holds or wears.
HELD: Mapping[str, Callable[[Prop, Sizes, Body], Made]] = {
    "dumbbell": _dumbbell,
    "barbell-plate": _plate,
    "pole": _pole,
    "loop": _loop,
    "band": _band,
    "towel": _towel,
    "bowl": _vessel(table.bowl),
    "glass": _vessel(table.glass),
    "bottle": _vessel(table.bottle),
    "belt": _worn(wear.belt),
    "watch": _worn(wear.watch),
    "pack": _worn(wear.pack),
}
