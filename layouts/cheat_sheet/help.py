"""When to get help: the tiers of warning signs, most urgent first, told apart without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import tiers
from layouts.signs import icon, rule
from publisher.colour import WHITE
from publisher.geometry import Box
from publisher.model.card import Tier, WarningSign
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Sequence


from layouts.cheat_sheet.desk import MARGIN, Desk

# How many signs of a tier the strip has room for; the warning card has them all. Emergencies are never cut.
MOST_SIGNS = {Tier.URGENT: 7, Tier.SEE_SOMEONE: 4, Tier.KEEP_GOING: 2}


def _shorts(desk: Desk, tier: Tier) -> Sequence[str]:
    shorts = [c.body.short for c in desk.sheet.signs if isinstance(c.body, WarningSign) and c.body.tier is tier]
    return shorts[: MOST_SIGNS.get(tier)]


def tiers_of_signs(desk: Desk, top: float) -> float:
    """Emergency across the page, solid; below it the other tiers side by side, each with its own edge."""
    trim, theme = desk.surface.trim, desk.setting.theme
    red = desk.measured(lambda: _emergency(desk, top))
    split = red + 2.6 * desk.tight
    with desk.surface.artifact():
        rule(desk.surface, Box(-3, top, trim.width + 6, red - top), theme.tiers[Tier.EMERGENCY])
    _emergency(desk, top)
    milder = (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)
    widths = (0.43, 0.345, 0.225)
    gap, x = 6.0, MARGIN
    room = desk.width - 2 * gap
    bottom = max(
        desk.measured(lambda t=tier, w=share: _tier(desk, t, Box(MARGIN, split, room * w, 0)))  # type: ignore[misc]
        for tier, share in zip(milder, widths, strict=True)
    )
    with desk.surface.artifact():
        rule(desk.surface, Box(-3, red, trim.width + 6, bottom + 2.5 - red), theme.paper)
    for tier, share in zip(milder, widths, strict=True):
        _edge(desk, tier, Box(x, split, room * share, 0))
        _tier(desk, tier, Box(x, split, room * share, 0))
        x += room * share + gap
    return bottom + 2.5


def _emergency(desk: Desk, top: float) -> float:
    side = 8.0
    text = MARGIN + side + 4.0
    style = Style(desk.h2.size * 1.08, desk.h2.leading, WHITE, Weight.BOLD)
    heading = desk.surface.set(desk.setting.words.tier(Tier.EMERGENCY, "list"), style, desk.width - side - 4.0)
    y = top + 3.4 * desk.tight
    with desk.surface.artifact():
        icon(
            desk.surface,
            desk.setting,
            "emergency",
            Box(MARGIN, y, side, side),
            WHITE,
            desk.setting.theme.tiers[Tier.EMERGENCY],
        )
    with desk.surface.element(Role.H2):
        y = desk.surface.write(heading, text, y) + 1.0
    white = Style(desk.body.size, desk.body.leading, WHITE)
    return (
        desk.listed(_shorts(desk, Tier.EMERGENCY), white, Box(text, y, MARGIN + desk.width - text, 0), 2)
        + 2.8 * desk.tight
    )


def _edge(desk: Desk, tier: Tier, box: Box) -> None:
    """The upper edge tells the tier without colour: solid, hatched, open."""
    with desk.surface.artifact():
        bar = Box(box.x, box.y, box.width, 2.2)
        desk.surface.paint(*tiers.bar(tier, bar, desk.setting.theme.tiers[tier]))


def _tier(desk: Desk, tier: Tier, box: Box) -> float:
    side = 6.4
    y = box.y + 2.2 + 2.6 * desk.tight
    heading = desk.surface.set(desk.setting.words.tier(tier, "strip"), desk.h3, box.width - side - 2.5, balanced=True)
    with desk.surface.artifact():
        icon(
            desk.surface,
            desk.setting,
            tiers.ICONS[tier],
            Box(box.x, y - 0.4, side, side),
            desk.setting.theme.tiers[tier],
        )
    with desk.surface.element(Role.H2):
        y = max(desk.surface.write(heading, box.x + side + 2.5, y), y + side) + 1.0
    return desk.listed(_shorts(desk, tier), desk.body, Box(box.x, y, box.width, 0), 1)
