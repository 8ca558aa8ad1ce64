"""The one place that escapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.phone.markup import Markup, data, inline, joined, tag, unbroken
from publisher.problems import Phrase, Place
from tests.phone.reading import HOSTILE, Read

TEXTS = st.one_of(st.text(), st.sampled_from(HOSTILE))


@given(TEXTS)
def test_text_comes_out_as_text(text: str) -> None:
    read = Read(tag("p", text))

    assert read.names == ["p"]
    assert read.text == text.replace("\r\n", "\n").replace("\r", "\n") or "\r" in text or "\0" in text


@given(TEXTS)
def test_attributes_come_out_as_they_were(text: str) -> None:
    [(_, attributes)] = Read(tag("p", data_name=text)).tags

    assert attributes == {"data-name": text}


@given(TEXTS)
def test_data_ends_where_it_ends(text: str) -> None:
    block = data("session", {"title": text, text: [text, 1, None]})

    assert Read(f"{block}<p>").data["session"] == {"title": text, text: [text, 1, None]}
    assert Read(f"{block}<p>").names == ["script", "p"]


def test_markup_stays_and_a_phrase_of_an_author_is_text() -> None:
    assert joined([Markup("<b>"), Phrase("<b>", Place("x", 1, 1)), None, ["a", "&"]]) == "<b>&lt;b&gt;a&amp;"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://example.org",
        "//example.org",
        "../x.html",
        "a/b.html",
        "data:text/html,x",
        "",
        "tel:x",
        "data:text/html;base64,AAAA",
        'data:image/jpeg;base64,AA"onload',
        "data:image/svg+xml;base64,AAAA",
    ],
)
def test_no_page_leads_anywhere_else(address: str) -> None:
    with pytest.raises(ValueError, match="no page of ours leads"):
        tag("a", "x", href=address)


@pytest.mark.parametrize(
    "address",
    ["index.html", "card-plank.html", "help.html#main", "#help", "tel:112", "data:image/jpeg;base64,/9j+A=="],
)
def test_own_pages_and_numbers_are_fine(address: str) -> None:
    assert Read(tag("a", "x", href=address)).all("a") == [{"href": address}]


@pytest.mark.parametrize("name", ["onclick", "onError", "style", "srcdoc"])
def test_handlers_and_styles_have_no_place(name: str) -> None:
    with pytest.raises(ValueError, match="no page of ours has"):
        tag("p", **{name: "x"})


def test_a_tag_is_a_name() -> None:
    with pytest.raises(ValueError, match="no element"):
        tag("p><script", "x")


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<!--"])
def test_a_script_of_ours_cannot_end_early(text: str) -> None:
    with pytest.raises(ValueError, match="cannot stand"):
        inline("script", text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("hold 30 s", "hold 30\u00a0s"),
        ("rest 1 min, 3 s up", "rest 1\u00a0min, 3\u00a0s up"),
        ("Strength for downhill A", "Strength for downhill\u00a0A"),
        ("Hip bridge", "Hip bridge"),
        ("3 sets", "3 sets"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit_or_before_a_letter_alone(text: str, kept: str) -> None:
    assert unbroken(text) == kept
