"""Pocket cards, two faces each: the front to look at, the back to read once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts.code import is_coded
from layouts.pocket import cover
from layouts.pocket.backs import back
from layouts.pocket.fronts import front
from layouts.product import Made, Pair
from layouts.setting import once
from layouts.signatures import longest
from publisher.typesetting.fitting import fit, sizes, too_long

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.product import Cover, Job
    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.model.card import Card
    from publisher.model.stock import Stock
    from publisher.problems import Problem
    from publisher.typesetting.face import Face

# A deck can be made in any card size, and begins with a cover: nobody is sent off without the warning signs.
ANY_SIZE = True
COVER = True


def draw(card: Card, setting: Setting, trim: Size, body: float) -> tuple[Face, Face]:
    """Both faces of a card at one body size, points."""
    looked_at = front(card, setting, trim, body)
    coded = is_coded(looked_at)
    [read] = longest(lambda said: [back(said[0], setting, trim, body, coded=coded)], [card])
    return looked_at, read


def make(job: Job) -> Made:
    """All cards of the job at the largest body size at which every one fits."""
    setting, stock = job.setting, job.stock
    if stock is None:
        raise ValueError("pocket cards need a card size")
    tried = sizes(stock.body_max, stock.body_min)
    laid = fit(lambda card, body: _drawn(card, setting, stock.size, body), job.cards, tried)
    problems = [
        problem
        for card, faces in zip(job.cards, laid, strict=True)
        for problem in too_long(faces, str(card.title), str(stock.name), stock.body_min, _where_it_fits(card, job))
    ]
    pairs = [
        Pair(str(card.title), setting.words.group(card.group), *faces)
        for card, faces in zip(job.cards, laid, strict=True)
    ]
    if job.cover is not None:
        made, lacks = _cover(job, job.cover, stock)
        pairs, problems = [made, *pairs], [*lacks, *problems]
    return Made(cards=tuple(pairs), problems=tuple(problems))


def _cover(job: Job, told: Cover, stock: Stock) -> tuple[Pair, list[Problem]]:
    """The cover in a size of its own: it holds more words than most cards."""
    tried = sizes(stock.body_max, stock.body_min)
    [faces] = fit(lambda one, body: _covering(job, one, stock.size, body), [told], tried)
    return Pair(str(job.title), "", *faces), too_long(faces, str(job.title), str(stock.name), stock.body_min)


def _covering(job: Job, told: Cover, trim: Size, body: float) -> Sequence[Face]:
    """The cover with as much said of the reviews as there is room for."""
    count = len(told.cards)
    return longest(
        lambda said: cover.draw(job, told._replace(cards=said[:count], signs=said[count:]), trim, body),
        (*told.cards, *told.signs),
    )


def _drawn(card: Card, setting: Setting, trim: Size, body: float) -> Sequence[Face]:
    """Both faces, as they were drawn if this very card was drawn before with this picture."""
    return once((card.id, body), card, setting, lambda: draw(card, setting, trim, body))


def _where_it_fits(card: Card, job: Job) -> Callable[[], str]:
    """Finds, when asked, the next larger size that holds a card."""

    def found() -> str:
        for stock in job.larger:
            setting = replace(job.setting, stock=stock)
            tried = sizes(stock.body_max, stock.body_min)
            [faces] = fit(lambda one, body, s=setting, t=stock.size: draw(one, s, t, body), [card], tried)  # type: ignore[misc]
            if all(face.fits for face in faces):
                return f"{stock.id}, where it fits at {faces[0].body:g} pt"
        return ""

    return found
