from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.laying import Laid, lay
from publisher.library.nodes import Mapping, Scalar
from publisher.library.reading import read_tree

if TYPE_CHECKING:
    from publisher.library.nodes import Node


def laid(*libraries: list[str]) -> Laid:
    nodes = [
        [read_tree(text.encode(), f"{number}-{index}.yaml") for index, text in enumerate(library)]
        for number, library in enumerate(libraries)
    ]
    return lay(nodes, "card")


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: plain(value) for name, (_, value) in node.fields.items()}
    return [plain(item) for item in node.items]


def things(found: Laid) -> dict[str, object]:
    return {name: plain(node) for name, node in found.things.items()}


def told(found: Laid) -> list[str]:
    return [problem.name for problem in found.problems]


PLANK = "id: plank\ntitle: Plank\ndose: {sets: 3, reps: 8}\ntags: [a, b]\n"


def test_a_new_id_is_added_and_the_same_id_replaces() -> None:
    found = laid([PLANK], ["id: plank\ntitle: Board\n", "id: bridge\ntitle: Bridge\n"])

    assert things(found) == {"plank": {"id": "plank", "title": "Board"}, "bridge": {"id": "bridge", "title": "Bridge"}}


def test_a_change_touches_only_what_it_names() -> None:
    found = laid([PLANK], ["extends: plank\ndose: {reps: null, seconds: 30}\ntags: [c]\n"])

    assert things(found) == {
        "plank": {"id": "plank", "title": "Plank", "dose": {"sets": "3", "seconds": "30"}, "tags": ["c"]}
    }


def test_null_takes_a_field_away() -> None:
    assert things(laid([PLANK], ["extends: plank\ndose: null\ntags: ~\n"])) == {
        "plank": {"id": "plank", "title": "Plank"}
    }


def test_a_card_of_its_own_can_extend_another() -> None:
    found = laid([PLANK], ["id: long-plank\nextends: plank\ntitle: Long plank\n"])

    assert things(found)["plank"] == things(laid([PLANK]))["plank"]
    assert things(found)["long-plank"] == {
        "id": "long-plank", "title": "Long plank", "dose": {"sets": "3", "reps": "8"}, "tags": ["a", "b"],
    }  # fmt: skip


def test_changes_lie_over_changes() -> None:
    found = laid([PLANK], ["extends: plank\ntitle: Two\n"], ["id: plank\nextends: plank\ntags: [z]\n"])

    assert things(found)["plank"] == {"id": "plank", "title": "Two", "dose": {"sets": "3", "reps": "8"}, "tags": ["z"]}


def test_a_value_keeps_the_file_it_was_written_in() -> None:
    node = laid([PLANK], ["extends: plank\ntitle: Two\n"]).things["plank"]

    assert (node.fields["title"][1].file, node.fields["tags"][1].file) == ("1-0.yaml", "0-0.yaml")


def test_one_id_twice_in_one_library_names_both_places() -> None:
    found = laid([PLANK, PLANK])

    assert told(found) == ["same-id-twice"]
    assert found.problems[0].place
    assert found.problems[0].place.file == "0-1.yaml"
    assert "0-0.yaml, line 1" in found.problems[0].sentence


def test_extending_nothing_asks_what_was_meant() -> None:
    found = laid([PLANK], ["extends: plnk\ntitle: Two\n"])

    assert told(found) == ["extends-nothing"]
    assert found.problems[0].hint.startswith("Did you mean `plank`?")


def test_extending_itself_is_told() -> None:
    assert told(laid(["id: a\nextends: a\n"])) == ["extends-itself"]
    assert told(laid(["id: a\nextends: b\n", "id: b\nextends: c\n", "id: c\nextends: a\n"])) == ["extends-itself"] * 3


def test_a_circle_is_met_from_outside_too() -> None:
    assert told(laid(["id: z\nextends: a\n", "id: a\nextends: a\n"])) == ["extends-itself"] * 2


def test_a_thousand_changes_of_changes_are_no_trouble() -> None:
    chain = [PLANK.replace("id: plank", "id: c0"), *(f"id: c{n}\nextends: c{n - 1}\nn{n}: x\n" for n in range(1, 200))]

    found = laid(chain)

    assert told(found) == []
    assert len(found.things["c199"].fields) == 4 + 199


def test_a_thing_without_an_id_is_left_for_its_shape_to_complain() -> None:
    found = laid(["title: Plank\n"])

    assert told(found) == []
    assert list(things(found).values()) == [{"title": "Plank"}]
