"""What to do, step by step, for exactly the chosen stock, sides, flip and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.dose import Range
from publisher.model.printing import Flip, Marks, SheetOrder, Sides
from publisher.press.sheets import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.guide.plan import Plan
    from layouts.setting import Setting


def told(plan: Plan, setting: Setting) -> tuple[str, ...]:
    """The steps in words, for the printer at home or for a print shop."""
    return tuple(_shop_steps(plan, setting) if plan.is_for_a_shop else _sheet_steps(plan, setting))


def _sheet_steps(plan: Plan, setting: Setting) -> Iterator[str]:
    words, settings = setting.words, plan.settings
    yield words.say("guide.steps.paper", paper=plan.paper.name)
    yield words.say("guide.steps.scale")
    yield words.say(_sides(plan))
    yield _trying(plan, setting)
    measure = [words.say("guide.steps.bars")]
    if plan.turns:
        measure.append(words.say("guide.steps.window"))
    if plan.stock.sheet is not None:
        measure.append(words.say("guide.steps.places", stock=plan.stock.name))
    yield " ".join(measure)
    if settings.start_at > 1 or settings.skip:
        yield words.say("guide.steps.part_used")
    yield _printing(plan, setting)
    yield words.say(_cutting(plan))


def _sides(plan: Plan) -> str:
    if not plan.turns or plan.settings.order is not SheetOrder.INTERLEAVED:
        return "guide.steps.one_side"
    return "guide.steps.both_long" if plan.settings.flip is Flip.LONG else "guide.steps.both_short"


def _pages(setting: Setting, numbers: Sequence[int]) -> str:
    """One page, two, or the first to the last of several; the numbers follow one another."""
    words = setting.words
    form = "one" if len(numbers) == 1 else "other"
    few = len(numbers) <= 2
    said = words.listed([str(n) for n in numbers]) if few else words.span(Range(numbers[0], numbers[-1]))
    return words.say(f"guide.pages.{form}", n=said)


def _trying(plan: Plan, setting: Setting) -> str:
    """The first sheet alone, on plain paper."""
    words, fronts, backs = setting.words, plan.numbers(Side.FRONT), plan.numbers(Side.BACK)
    if plan.turns and plan.settings.order is SheetOrder.INTERLEAVED:
        return words.say("guide.steps.try_both", pages=_pages(setting, plan.numbers()[:2]))
    if plan.turns:
        back = backs[0] if plan.settings.order is SheetOrder.FRONTS_BACKS else backs[-1]
        turn = words.say("guide.steps.reload_long" if plan.settings.flip is Flip.LONG else "guide.steps.reload_short")
        return words.say("guide.steps.try_twice", front=fronts[0], back=back, turn=turn)
    return words.say("guide.steps.try_one", pages=_pages(setting, fronts[:1]))


def _printing(plan: Plan, setting: Setting) -> str:
    words, order = setting.words, plan.settings.order
    load = "guide.steps.load" if plan.stock.sheet is None else "guide.steps.load_precut"
    if plan.settings.sides is Sides.FOLD:
        load = "guide.steps.load_fold"
    load = words.say(load, stock=plan.stock.name)
    if not plan.turns or order is SheetOrder.INTERLEAVED:
        return words.say("guide.steps.all", load=load, pages=_pages(setting, plan.numbers()))
    path = "guide.steps.fronts_backs" if order is SheetOrder.FRONTS_BACKS else "guide.steps.backs_reversed"
    if plan.imposed.sheets == 1:
        path = "guide.steps.one_and_one"
    fronts, backs = (_pages(setting, plan.numbers(side)) for side in Side)
    return words.say(path, load=load, fronts=fronts, backs=backs)


def _cutting(plan: Plan) -> str:
    if plan.stock.sheet is not None:
        return "guide.steps.part"
    if plan.settings.sides is Sides.FOLD:
        return "guide.steps.fold"
    return "guide.steps.cut_edges" if plan.settings.marks is Marks.NONE else "guide.steps.cut"


def _shop_steps(plan: Plan, setting: Setting) -> Iterator[str]:
    words, stock = setting.words, plan.stock
    yield words.say("guide.shop.pages", pages=_pages(setting, plan.numbers()))
    yield words.say("guide.shop.size", width=words.number(stock.width), height=words.number(stock.height))
    yield words.say("guide.shop.bleed", bleed=words.number(plan.settings.bleed))
    yield words.say("guide.shop.pairs")
    yield words.say("guide.shop.paper")
    yield words.say("guide.shop.proof")
