"""The schema that editors use agrees with the reader, on good files and on bad ones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from publisher.library.card_shapes import BODIES, COMMON, CardShape
from publisher.library.figure_shapes import FigureShape
from publisher.library.icon_shape import ICON
from publisher.library.people_shapes import PersonShape
from publisher.library.plan_shapes import PLAN
from publisher.library.print_shapes import PAPER, PUBLICATION, SOURCES, STOCK, THEME
from publisher.library.reading import read_tree
from publisher.library.review_shapes import RESULTS
from publisher.library.schema import field_guide, schemas
from publisher.library.shapes import Refused
from publisher.model.anatomy import JOINTS, MUSCLES, PAIRED_LANDMARKS, PROP_KINDS, SINGLE_LANDMARKS
from tests.library.writing import CALF_RAISE, OURS
from tests.library.writing import SOURCES as SMITH

if TYPE_CHECKING:
    from pathlib import Path

SHAPES = {
    "card": CardShape(), "publication": PUBLICATION, "sources": SOURCES, "stock": STOCK, "paper": PAPER,
    "theme": THEME, "icon": ICON, "plan": PLAN, "figure": FigureShape(), "person": PersonShape(),
    "review": RESULTS,
}  # fmt: skip


TAG = "tag:yaml.org,2002:"


class AsTexts(yaml.BaseLoader):
    """Every value a text, as we read it; but nothing is nothing."""


class AsAnEditor(yaml.SafeLoader):
    """Values as an editor guesses them (YAML 1.2: a date is a text, and so are `on` and `yes`)."""


AsTexts.add_implicit_resolver("tag:yaml.org,2002:null", yaml.resolver.re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
AsTexts.add_constructor("tag:yaml.org,2002:null", lambda _loader, _node: None)
AsAnEditor.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag not in {f"{TAG}timestamp", f"{TAG}bool"}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsAnEditor.add_implicit_resolver(f"{TAG}bool", yaml.resolver.re.compile("^(?:true|false)$"), ["t", "f"])
LOADERS = pytest.mark.parametrize("loader", [AsTexts, AsAnEditor])


@cache
def validator(name: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schemas()[name])
    return Draft202012Validator(schemas()[name])


def schema_takes(name: str, text: str, loader: type[yaml.BaseLoader]) -> bool:
    return validator(name).is_valid(yaml.load(text, Loader=loader))


def reader_takes(name: str, text: str) -> bool:
    try:
        SHAPES[name].read(read_tree(text.encode(), "file.yaml"))
    except Refused:
        return False
    return True


DRAWN = (("figure", "figures"), ("person", "people"))
FIGURE = """\
id: rise
name: Rise
view: {turn: 15, height: 8}
props: [{kind: box, name: low, at: [0.3, 0, 0], size: [0.3, 0.3]}]
poses:
  low:
    pelvis: {lean: -5, at: [0, 0.53, 0]}
    joints: {ankle: [0, 5], knee_r: 4}
    hands: {left: fist}
    stiff: {hip: 0.3, pelvis: 2}
    contacts:
      - heel: floor
      - ball_r: {on: floor, at: [0.3, null, null]}
  high: {from: low, joints: {ankle: -40}, contacts: []}
arrows: [{follows: heel_r, from: low, to: high}]
"""
PERSON = 'id: ana\ndescribes: A woman.\nhair: bun\nskin: "#D9A67E"\nbuild: {waist: 0.9}\nface: {age: 40}\n'


APART = {"publications": "publication", "plans": "plan", "programmes": "programme"}


def ours() -> list[tuple[str, Path]]:
    cards = [path for path in (OURS / "cards").rglob("*.yaml") if path.parent.name not in APART]
    found = [("sources" if path.name == "sources.yaml" else "card", path) for path in cards]
    for folder, name in APART.items():
        found += [(name, path) for path in (OURS / "cards" / folder).rglob("*.yaml")]
    for name, folder in (("stock", "stocks"), ("paper", "papers"), ("theme", "themes"), ("icon", "icons"), *DRAWN):
        found += [(name, path) for path in (OURS / "assets" / folder).glob("*.yaml")]
    return sorted(found, key=str)


@LOADERS
@pytest.mark.parametrize("name", sorted(SHAPES.keys() - {"review"}))
def test_every_file_of_ours_passes(name: str, loader: type[yaml.BaseLoader]) -> None:
    files = [path for kind, path in ours() if kind == name]

    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        if "\nextends:" not in f"\n{text}":
            assert reader_takes(name, text), path
        errors = list(validator(name).iter_errors(yaml.load(text, Loader=loader)))
        assert not errors, (path, errors[0].message, list(errors[0].absolute_path))


def test_every_file_of_ours_names_its_schema() -> None:
    for name, path in ours():
        first = path.read_text(encoding="utf-8").splitlines()[0]
        _, _, link = first.partition("$schema=")
        assert (path.parent / link).resolve() == (OURS / f"assets/schema/{name}.json").resolve(), path


@LOADERS
def test_reader_and_schema_agree_about_the_answers_of_a_review(loader: type[yaml.BaseLoader]) -> None:
    guide = (OURS / "docs/review.md").read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]

    assert reader_takes("review", guide)
    assert schema_takes("review", guide, loader)
    for was, now in (("answer: yes", "answer: maybe"), ("seal:", "saal:"), ("kbtd", "aeio"), ("next:", "nxt:")):
        bad = guide.replace(was, now, 1)
        assert not reader_takes("review", bad)
        assert not schema_takes("review", bad, loader)


GOOD = [
    "review: {reviewed_by: null}",
    "review: {reviewed_by: A. Brown, date: 2026-03-31, seal: kbtd-mxqr}",
    "level: 2",
    "equipment: [mat, 5 kg]",
    "easier: Sit.",
    "easier: {text: Sit., card: sit}",
    "easier: null",
]
BAD = [
    ("dose: {sets: 3, reps: 8 to 12}", "dose: {sets: 3, rep: 8 to 12}"),
    ("dose: {sets: 3, reps: 8 to 12}", "dose: {sets: 3, reps: 8-12}"),
    ("dose: {sets: 3, reps: 8 to 12}", "dose: {sets: 3, seconds: half a minute}"),
    ("dose: {sets: 3, reps: 8 to 12}", "dose: 3 sets"),
    ("dose: {sets: 3, reps: 8 to 12}", "dose: {reps: 8}"),
    ("title: Calf raise", "titel: Calf raise"),
    ("title: Calf raise", "title: Calf raise on one leg on the edge of a step"),
    ("title: Calf raise", "title: [Calf raise]"),
    ("title: Calf raise", "title:"),
    ("title: Calf raise\n", ""),
    ("number: 90", "number: ninety"),
    ("number: 90", "number: 1.5"),
    ("id: calf-raise", "id: Calf raise"),
    ("kind: exercise", "kind: excercise"),
    ("kind: exercise\n", ""),
    ("kind: exercise", "kind: advice"),
    ("group: strength", "group: strenght"),
    ("feel: in your calves", "feel: In your calves"),
    ("feel: in your calves", "feel: in your calves."),
    ("feel: in your calves", "tier: urgent\nfeel: in your calves"),
    ("stop_if: [pain runs down your leg]", "stop_if: []"),
    ("stop_if: [pain runs down your leg]", "stop_if: pain"),
    ("level: common-practice", "level: strong"),
    ("sources: [smith-2020]", "sources: []"),
    ("steps:\n", "level: high\nsteps:\n"),
    ("    caption: Rise\n", "    captoin: Rise\n"),
]


@LOADERS
@pytest.mark.parametrize("line", GOOD)
def test_good_cards_pass_both(line: str, loader: type[yaml.BaseLoader]) -> None:
    text = f"{CALF_RAISE}{line}\n"

    assert reader_takes("card", text)
    assert schema_takes("card", text, loader)


@LOADERS
@pytest.mark.parametrize(("right", "wrong"), BAD)
def test_bad_cards_pass_neither(right: str, wrong: str, loader: type[yaml.BaseLoader]) -> None:
    assert right in CALF_RAISE
    text = CALF_RAISE.replace(right, wrong, 1)

    assert not reader_takes("card", text)
    assert not schema_takes("card", text, loader)


@LOADERS
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sources", SMITH.replace("year: 2020", "year: last year")),
        ("sources", SMITH.replace("short:", "shrt:")),
        ("sources", SMITH + "    doi: https://doi.org/10.1000/182\n"),
        ("publication", "id: a\ntitle: A\nlayout: b\ndefault: maybe\n"),
        ("publication", "id: a\ntitle: A\nlayout: b\nselect: {kinds: [drills]}\n"),
        ("paper", "id: a4\nname: A4\nwidth: wide\nheight: 297\n"),
        ("icon", "id: a\npaths: []\n"),
    ],
)
def test_other_bad_files_pass_neither(name: str, text: str, loader: type[yaml.BaseLoader]) -> None:
    assert not reader_takes(name, text)
    assert not schema_takes(name, text, loader)


@LOADERS
@pytest.mark.parametrize(("name", "text"), [("figure", FIGURE), ("person", PERSON)])
def test_good_figures_and_people_pass_both(name: str, text: str, loader: type[yaml.BaseLoader]) -> None:
    assert reader_takes(name, text)
    assert schema_takes(name, text, loader)


@LOADERS
@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("figure", "knee_r: 4", "kne_r: 4"),
        ("figure", "knee_r: 4", "knee_r: -.42"),
        ("figure", "knee_r: 4", "knee_r: far"),
        ("figure", "knee_r: 4", "knee_r: [4, 4]"),
        ("figure", "heel: floor", "hel: floor"),
        ("figure", "heel: floor", "heel: {on: floor, where: here}"),
        ("figure", "[0.3, null, null]", "[0.3, null]"),
        ("figure", "[0, 0.53, 0]", "[0, null, 0]"),
        ("figure", "kind: box", "kind: bxo"),
        ("figure", "name: low", "name: knee"),
        ("figure", "follows: heel_r", "follows: heel"),
        ("figure", "hands: {left: fist}", "hands: {links: fist}"),
        ("figure", "stiff: {hip", "stiff: {hop"),
        ("figure", "view: {turn", "view: {turned"),
        ("person", "hair: bun", "hair: bum"),
        ("person", "waist: 0.9", "head: 0.9"),
        ("person", "age: 40", "age: old"),
    ],
)
def test_bad_figures_and_people_pass_neither(name: str, right: str, wrong: str, loader: type[yaml.BaseLoader]) -> None:
    whole = {"figure": FIGURE, "person": PERSON}[name]
    assert right in whole
    text = whole.replace(right, wrong, 1)

    assert not reader_takes(name, text)
    assert not schema_takes(name, text, loader)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("figure", "knee_r: 4", "knee_r: -20"),
        ("figure", "height: 8", "height: -8"),
        ("person", "waist: 0.9", "waist: 0"),
    ],
)
def test_an_editor_sees_numbers_out_of_range(name: str, right: str, wrong: str) -> None:
    text = {"figure": FIGURE, "person": PERSON}[name].replace(right, wrong, 1)

    assert not reader_takes(name, text)
    assert not schema_takes(name, text, AsAnEditor)


@LOADERS
def test_a_change_may_give_a_few_fields_and_no_wrong_ones(loader: type[yaml.BaseLoader]) -> None:
    assert schema_takes("card", "extends: plank\ndose: {sets: 4, rest: null}\n", loader)
    assert not schema_takes("card", "extends: plank\ndose: {set: 4}\n", loader)
    assert not schema_takes("card", "extends: plank\ntitel: Board\n", loader)
    assert schema_takes("stock", "id: big\nextends: poker\nwidth: 70\n", loader)


def test_the_guide_tells_every_field_with_what_it_is_for() -> None:
    guide = field_guide()

    for field in (*FigureShape().record.fields, *PersonShape().record.fields):
        assert f"| `{field.name}` |" in guide
    for name in (*JOINTS, *PAIRED_LANDMARKS, *SINGLE_LANDMARKS, *PROP_KINDS, *MUSCLES):
        assert f"| `{name}`" in guide
    for field in (*COMMON, *(field for _, own in BODIES.values() for field in own), *STOCK.fields, *THEME.fields):
        assert f"| `{field.name}` |" in guide
        assert field.doc in guide
