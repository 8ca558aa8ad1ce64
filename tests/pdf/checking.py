"""What every file of ours must pass, whichever room's test made it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import page
import pikepdf
import pypdfium2


def assert_conforming(pdf: bytes) -> None:
    """PDF/UA-1 and PDF/A-2a by an independent checker, and three readers that open every page."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(pdf)
        for profile in ("ua1", "2a"):
            report = page.validate_pdf(str(path), profile=profile)
            assert report.is_compliant, (profile, [(f.rule_id, f.message) for f in report.failures])
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        _assert_all_is_tagged(opened)
    _assert_all_pages_draw(pdf)


def _assert_all_pages_draw(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            document[number].render(scale=0.25)
    finally:
        document.close()


def _assert_all_is_tagged(pdf: pikepdf.Pdf) -> None:
    owners = _parent_tree(pdf)
    kids = _marked_kids(pdf)
    for number, leaf in enumerate(pdf.pages):
        assert leaf.Tabs == pikepdf.Name.S
        mcids = _mcids(leaf)
        assert sorted(mcids) == list(range(len(mcids))), f"page {number}: a number is missing or used twice"
        own = owners[int(leaf.StructParents)]
        assert len(own) == len(mcids)
        for mcid in mcids:
            owner = kids.get((leaf.objgen, mcid))
            assert owner == own[mcid].objgen, f"page {number}: {mcid} is not where the parent tree says"
        for link in leaf.get("/Annots", []):
            assert owners[int(link.StructParent)].objgen == kids[link.objgen, -1]


def _mcids(leaf: pikepdf.Page) -> list[int]:
    """The numbers of the marked pieces; fails when anything is painted outside a mark."""
    mcids: list[int] = []
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(leaf):
        name = str(operator)
        if name in ("BDC", "BMC"):
            assert depth == 0, "marks lie one inside the other"
            depth += 1
            if name == "BDC":
                mcids.append(int(operands[1].MCID))
        elif name == "EMC":
            depth -= 1
        elif re.fullmatch(r"Tj|TJ|'|\"|[fFBbSs]\*?|Do|sh|BI", name):
            assert depth == 1, f"{name} paints outside a tag and outside an artifact"
    assert depth == 0
    return mcids


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}


def _marked_kids(pdf: pikepdf.Pdf) -> dict[tuple[tuple[int, int], int], tuple[int, int]]:
    found: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        for kid in _kids(element):
            if isinstance(kid, int):
                assert (element.Pg.objgen, kid) not in found
                found[element.Pg.objgen, kid] = element.objgen
            elif kid.get("/Type") == pikepdf.Name.OBJR:
                found[kid.Obj.objgen, -1] = element.objgen
            else:
                assert kid.P.objgen == element.objgen
                waiting.append(kid)
    return found


def _kids(element: pikepdf.Object) -> list:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def tag_tree(pdf: bytes) -> str:
    """The structure tree as text, an element a line: role, attributes, and the words in quotes."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        words = {leaf.objgen: _words(leaf) for leaf in opened.pages}
        return "\n".join(_lines(opened.Root.StructTreeRoot.K, words, 0)) + "\n"


def _lines(element: pikepdf.Object, words: dict, depth: int) -> list[str]:
    out = ["  " * depth + " ".join([str(element.S)[1:], *_details(element)])]
    for kid in _kids(element):
        if isinstance(kid, int):
            text = words[element.Pg.objgen].get(kid, "")
            out.append("  " * (depth + 1) + (f'"{text}"' if text else "(ink)"))
        elif kid.get("/Type") == pikepdf.Name.OBJR:
            out.append("  " * (depth + 1) + f"-> {kid.Obj.A.URI} ({kid.Obj.Contents})")
        else:
            out += _lines(kid, words, depth + 1)
    return out


def _details(element: pikepdf.Object) -> list[str]:
    details = [f"{label}={str(element[key])!r}" for key, label in (("/T", "title"), ("/Alt", "alt")) if key in element]
    attributes = element.get("/A", {})
    return details + [
        f"{key[1:]}={str(attributes[key])[1:]}" for key in ("/Scope", "/ListNumbering") if key in attributes
    ]


def _words(leaf: pikepdf.Page) -> dict[int, str]:
    """The words of each marked piece, read back through the fonts' own tables."""
    tables = {name: _to_unicode(font) for name, font in leaf.resources.get("/Font", {}).items()}
    out: dict[int, str] = {}
    mcid, table = -1, {}
    for operands, operator in pikepdf.parse_content_stream(leaf):
        name = str(operator)
        if name == "BDC":
            mcid = int(operands[1].MCID)
        elif name in ("EMC", "BMC"):
            mcid = -1
        elif name == "Tf":
            table = tables[str(operands[0])]
        elif name in ("Tj", "TJ") and mcid >= 0:
            pieces = operands if name == "Tj" else operands[0]
            codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            text = "".join(table[codes[at : at + 2]] for at in range(0, len(codes), 2))
            out[mcid] = out.get(mcid, "") + text
    return out


def _to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    rows = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in rows
        if code != b"0000"
    }
