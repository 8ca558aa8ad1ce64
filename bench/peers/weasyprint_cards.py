"""The deck laid out by WeasyPrint from HTML and CSS, as PDF/UA-1."""

# ruff: noqa: E501  # HTML and CSS read best a rule a line

from __future__ import annotations

import json
import sys
from base64 import b64encode
from html import escape
from pathlib import Path

from weasyprint import HTML


def main(fields: str, output: str) -> None:
    """One string of HTML, one call."""
    deck = json.loads(Path(fields).read_bytes())
    HTML(string=page(deck), base_url=".").write_pdf(output, pdf_variant="pdf/ua-1")


def page(deck) -> str:  # noqa: ANN001
    """All sheets as HTML."""
    sheets = []
    for start in range(0, len(deck["cards"]), 9):
        cards = deck["cards"][start : start + 9]
        sheets.append(sheet(cards, deck, front, (0, 1, 2)))
        if deck["backs"]:
            sheets.append(sheet(cards, deck, back, (2, 1, 0)))
    return f'<html lang="en"><head><title>Bench deck</title><style>{style(deck)}</style></head><body>{"".join(sheets)}</body></html>'


def sheet(cards, deck, draw, order) -> str:  # noqa: ANN001
    """One page of nine."""
    out = []
    for at, card in enumerate(cards):
        left, top = 9.75 + order[at % 3] * 63.5, 15.15 + at // 3 * 88.9
        out.append(
            f'<section class="card {card["group"]}" style="left:{left}mm;top:{top}mm">{draw(card, deck)}</section>'
        )
    return f'<div class="sheet">{"".join(out)}</div>'


def sign(svg, name) -> str:  # noqa: ANN001
    """A sign as a picture that says nothing."""
    return f'<img class="{name}" alt="" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'


def tab(card, deck) -> str:  # noqa: ANN001
    """Group sign and number."""
    return f'<div class="tab">{sign(deck["groups"][card["group"]]["icon"], "tab-icon")}<br>{card["number"]}</div>'


def front(card, deck) -> str:  # noqa: ANN001
    """What our front says."""
    doses = "".join(
        f'<td><b class="big">{low}</b>{" to " if high else ""}<b class="big">{high}</b><br>{escape(unit)}</td>'
        for low, high, unit in card["dose"]
    )
    return (
        f'<div class="ground">{sign(deck["groups"][card["group"]]["ground"], "stratum")}</div>{tab(card, deck)}'
        f'<div class="head"><h1>{escape(card["title"])}</h1><p>{escape(card["purpose"])}</p></div>'
        f'<p class="needs">{escape(card["needs"])}</p>'
        f'<div class="dose"><table><tr>{doses}</tr></table><p>{escape(card["notes"])}</p></div>'
        f'<p class="cue">{escape(card["cue"])}</p>'
    )


def note(icon, label, said, deck) -> str:  # noqa: ANN001
    """A sign, a bold label, a sentence."""
    return f'<p class="note">{sign(deck["icons"][icon], "sign")}<b>{escape(label)}</b> {escape(said)}</p>'


def back(card, deck) -> str:  # noqa: ANN001
    """What our back says."""
    words = deck["words"]
    steps = "".join(f"<li>{escape(step)}</li>" for step in card["steps"])
    return (
        f'{tab(card, deck)}<div class="head"><p class="again">{escape(card["title"])}</p></div>'
        f'<div class="how">{note("start", words["start"], card["start"], deck)}<ol>{steps}</ol><hr>'
        f"{note('feel', words['feel'], card['feel'], deck)}{note('not', words['not_feel'], card['not_feel'], deck)}"
        f"{note('breath', words['breathe'], card['breathing'], deck)}{note('fix', *card['fault'], deck)}"
        f"{note('easier', words['easier'], card['easier'], deck)}{note('harder', words['harder'], card['harder'], deck)}</div>"
        f'<div class="stop">{note("stop", words["stop_if"], card["stop_if"], deck)}'
        f'<p class="foot">{escape(card["cited"])} <span>{escape(card["full_number"])}</span><br>{escape(card["review"])}</p></div>'
    )


def style(deck) -> str:  # noqa: ANN001
    """The same sizes in CSS."""
    scale, faces = deck["scale"], deck["fonts"]
    margin, body = scale["margin"], deck["body"]

    def font(name: str, times: float = 1.0) -> str:
        size, leading = scale[name]
        return f"font-size:{size * times}pt;line-height:{leading * times}pt;"

    groups = "".join(
        f".{name} .tab{{background:{group['main']}}}.{name} .ground{{background:{group['tint']}}}"
        for name, group in deck["groups"].items()
    )
    return f"""
@font-face{{font-family:A;src:url('file://{faces[0]}')}}
@font-face{{font-family:A;font-weight:bold;src:url('file://{faces[1]}')}}
@page{{size:A4;margin:0}}
*{{margin:0;padding:0}}
body{{font-family:A;color:{deck["ink"]};font-size:{body}pt;line-height:{body * scale["body_leading"]}pt}}
.sheet{{position:relative;width:210mm;height:296.9mm;break-after:page}}
.card{{position:absolute;width:63.5mm;height:88.9mm;overflow:hidden}}
.tab{{position:absolute;top:0;right:{margin}mm;width:{scale["tab_width"]}mm;height:{scale["tab_height"]}mm;color:white;
text-align:center;font-weight:bold;font-size:{scale["tab_number"]}pt}}
.tab-icon{{width:{scale["tab_icon"]}mm;margin-top:1mm}}
.ground{{position:absolute;top:{scale["ground"] * 88.9}mm;left:0;right:0;bottom:0}}
.stratum{{position:absolute;top:0;left:-3mm;width:69.5mm}}
.head{{position:absolute;top:{margin}mm;left:{margin}mm;width:{63.5 - 2 * margin - scale["tab_width"] - 2}mm;{font("purpose_without_picture")}}}
h1{{{font("title", 1.19)}}} .again{{font-weight:bold;{font("back_title")}}}
.needs{{position:absolute;bottom:{(1 - scale["ground"]) * 88.9 + 1.5}mm;left:{margin}mm;right:{margin}mm;{font("caption")}}}
.dose{{position:absolute;top:{scale["ground"] * 88.9 + scale["stratum"] + 0.8 * margin}mm;left:{margin}mm;right:{margin}mm;{font("unit")}}}
.big{{{font("dose")}}} td{{padding-right:2.2mm}}
.cue{{position:absolute;bottom:{0.8 * margin}mm;left:{margin}mm;right:{margin}mm;font-weight:bold;{font("cue")}}}
.how{{position:absolute;top:{margin + 6.6}mm;left:{margin}mm;right:{margin}mm}}
.note{{padding-left:{scale["gutter"]}mm;text-indent:-{scale["gutter"]}mm}}
.sign{{width:{body * 1.17}pt;margin-right:.8mm;vertical-align:-20%}}
ol{{margin:1mm 0 0 {scale["gutter"]}mm}} hr{{border:0;border-top:.4pt solid;margin:.9mm 0 .9mm {scale["gutter"]}mm}}
.stop{{position:absolute;bottom:0;left:0;right:0;padding:1.2mm {margin}mm;background:{deck["stop_ground"]};border-top:{scale["stop_rule"]}mm solid}}
.foot{{{font("foot")}}} .foot span{{float:right}}
{groups}"""


main(*sys.argv[1:])
