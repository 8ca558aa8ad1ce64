"""The limit: the same lines and paths at the same places on a bare ReportLab canvas. Nothing is fitted or tagged."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

NAMES = ("regular", "bold")


def main(lines: str, output: str) -> None:
    """Draw every page."""
    rl_config.useA85 = 0
    deck = json.loads(Path(lines).read_bytes())
    for name, path in zip(NAMES, deck["fonts"], strict=True):
        pdfmetrics.registerFont(TTFont(name, path))
    canvas = Canvas(output, pageCompression=1)
    for width, height, placed in deck["pages"]:
        canvas.setPageSize((width, height))
        for face, move, clip in placed:
            canvas.saveState()
            if clip:
                outline = canvas.beginPath()
                outline.rect(*clip)
                canvas.clipPath(outline, stroke=0, fill=0)
            canvas.transform(*move)
            draw(canvas, deck["faces"][face])
            canvas.restoreState()
        canvas.showPage()
    canvas.save()


def draw(canvas, parts) -> None:  # noqa: ANN001
    """One face."""
    for part in parts:
        if isinstance(part[0], list):
            paint(canvas, *part)
            continue
        x, y, bold, size, colour, text, turn = part
        canvas.setFont(NAMES[bold], size)
        canvas.setFillColorRGB(*colour)
        if turn:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(-turn)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        else:
            canvas.drawString(x, y, text)


def paint(canvas, path, fill, stroke, clip) -> None:  # noqa: ANN001
    """One path."""
    if clip:
        canvas.saveState()
        canvas.clipPath(outline_of(canvas, clip), stroke=0, fill=0)
    if fill:
        canvas.setFillColorRGB(*fill)
    if stroke:
        colour, width, is_round = stroke
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(width)
        canvas.setLineCap(int(is_round))
    canvas.drawPath(outline_of(canvas, path), stroke=int(bool(stroke)), fill=int(bool(fill)))
    if clip:
        canvas.restoreState()


def outline_of(canvas, segments):  # noqa: ANN001, ANN201
    """A path of the canvas."""
    path = canvas.beginPath()
    for verb, *numbers in segments:
        if verb == "M":
            path.moveTo(*numbers)
        elif verb == "L":
            path.lineTo(*numbers)
        elif verb == "C":
            path.curveTo(*numbers)
        else:
            path.close()
    return path


main(*sys.argv[1:])
