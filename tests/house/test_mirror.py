"""The tests mirror the rooms, so that nobody has to search: `publisher/press/marks.py` is tried in `tests/press/`."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]

# A module without a test of its own name, and where it is tried instead.
TRIED_ELSEWHERE: dict[str, str] = {
    "publisher/model/": "values without behaviour of their own are tried where they are used",
    "publisher/typesetting/face.py": "values; the surface makes them and its tests read them",
    "publisher/typesetting/document.py": "values; tests/pdf prints them",
    "layouts/product.py": "values; every layout makes them",
    "layouts/cheat_sheet/": "tests/layouts/test_cheat_sheet.py tries the page",
    "layouts/plan_fold/": "tests/layouts/test_plan_fold.py tries both sides of the strip",
    "layouts/plan_page/": "tests/layouts/test_plan_page.py tries the page and its back",
    "layouts/review_sheet/": "tests/layouts/test_review_sheet.py tries the pages",
    "layouts/handouts/": "tests/layouts/test_handouts.py and test_full_handout.py try whole handouts",
    "layouts/compact_handout/": "tests/layouts/test_compact_handout.py tries the pages",
    "layouts/exercise_log/": "tests/layouts/test_exercise_log.py tries the pages",
    "layouts/large_print_handout/": "tests/layouts/test_large_print_handout.py tries the pages",
    "layouts/head.py": "tests/layouts/test_pocket.py and test_phone.py try it on every card",
    "layouts/hills.py": "tests/layouts/test_pocket.py and test_phone.py try it on every card",
    "layouts/rows.py": "tests/layouts/test_pocket.py and test_phone.py try it on every card",
    "layouts/phone/": "tests/layouts/test_phone.py tries every card and the lock screen",
    "layouts/pocket/": "tests/layouts/test_pocket.py tries both sides of every card",
    "layouts/warning_card/": "tests/layouts/test_warning_card.py tries both sides and the fold",
    "publisher/figures/sketch.py": "values; tests/figures/test_kept.py writes and reads them",
    "publisher/figures/distances.py": "compiled loops; tests/figures/test_tracing.py looks at solids through them",
    "publisher/figures/props/": "tests/figures/test_props.py tries every kind of thing",
    "publisher/cli/picture_options.py": "tests/cli/test_phone_pictures.py and test_phone_moving.py",
    "publisher/cli/programme_": "tests/cli/test_programme.py tries each command",
    "publisher/cli/programmes.py": "tests/cli/test_programme.py and test_handout.py",
    "publisher/phone/card_page.py": "tests/phone/test_site.py and test_browser.py try every kind of page",
    "publisher/phone/card_picture.py": "tests/phone/test_site.py",
    "publisher/phone/cheat_page.py": "tests/phone/test_site.py",
    "publisher/phone/deck_page.py": "tests/phone/test_site.py",
    "publisher/phone/dose_strip.py": "tests/phone/test_site.py",
    "publisher/phone/find_page.py": "tests/phone/test_browser.py searches",
    "publisher/phone/frame.py": "tests/phone/test_site.py",
    "publisher/phone/help_page.py": "tests/phone/test_site.py",
    "publisher/phone/kit.py": "values; tests/phone/test_site.py",
    "publisher/phone/log_page.py": "tests/phone/test_browser.py keeps a log",
    "publisher/phone/pictures.py": "tests/phone/test_site.py and test_browser.py",
    "publisher/phone/plan_page.py": "tests/phone/test_site.py",
    "publisher/phone/player.py": "tests/phone/test_browser.py follows along",
    "publisher/phone/single.py": "tests/phone/test_site.py and test_browser.py",
    "publisher/phone/static.py": "tests/phone/test_site.py",
    "publisher/phone/steps_page.py": "tests/phone/test_browser.py taps steps",
    "publisher/problems.py": "values; tests/problems/ holds every one of them",
}


def modules() -> list[str]:
    """Every module of the program, as a path from the top."""
    return [
        str(file.relative_to(ROOT))
        for folder in ("publisher", "layouts")
        for file in sorted((ROOT / folder).rglob("*.py"))
        if file.name != "__init__.py"
    ]


def mirror(module: str) -> Path:
    """Where the test of a module should stand."""
    path = Path(module.removeprefix("publisher/"))
    return ROOT / "tests" / path.with_name(f"test_{path.name}")


def is_excused(module: str) -> bool:
    return any(module.startswith(path) for path in TRIED_ELSEWHERE)


def test_every_module_has_a_test_of_its_name_or_a_reason() -> None:
    alone = [module for module in modules() if not is_excused(module) and not mirror(module).exists()]

    wanted = ", ".join(str(mirror(module).relative_to(ROOT)) for module in alone)
    assert not alone, f"write these tests, or give a reason in {Path(__file__).name}: {wanted}"


def test_every_reason_is_still_needed() -> None:
    idle = [path for path in TRIED_ELSEWHERE if not any(module.startswith(path) for module in modules())]
    tested = [module for module in modules() if module in TRIED_ELSEWHERE and mirror(module).exists()]

    assert idle + tested == []
