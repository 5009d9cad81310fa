"""Files that would harm whoever opens them carelessly, made small and quickly."""

from __future__ import annotations

import zipfile
from io import BytesIO

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GOAL = "The student will copy 3 words in 4/5 trials."
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "The student will laugh. ">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
FETCH = '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/secret">]>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return stream.getvalue()


def workbook(rows: str, *, before: str = "", more: dict[str, str | bytes] | None = None, links: str = "") -> bytes:
    """A workbook of one sheet with this XML for its rows, and `before` in front of the sheet's root."""
    relation = f'<Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    return archive(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
            '<sheet name="Goals" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relation}{links}</Relationships>",
            "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
            **(more or {}),
        }
    )


def row(number: int, *cells: str) -> str:
    """Cells as XML; one that begins with `=` is a formula with a stored result."""
    made = (
        f"<c t='str'><f>{cell[1:]}</f><v>evaluated</v></c>"
        if cell.startswith("=")
        else f"<c t='inlineStr'><is><t>{cell}</t></is></c>"
        for cell in cells
    )
    return f"<row r='{number}'>{''.join(made)}</row>"


def many_cells(rows: int, columns: int) -> bytes:
    cells = "<c><v>1</v></c>" * columns
    return workbook("".join(f"<row r='{number}'>{cells}</row>" for number in range(1, rows + 1)))


def document(body: str, *, before: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    text = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"word/document.xml": text, **(more or {})})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def swollen() -> bytes:
    """150 MB of nothing in 150 kB."""
    return document(paragraph(GOAL), more={"word/media/image.bmp": bytes(150_000_000)})


def encrypted_flag(data: bytes) -> bytes:
    """The same archive with every part marked as encrypted."""
    spoilt = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = spoilt.find(mark)
        while at >= 0:
            spoilt[at + place] |= 1
            at = spoilt.find(mark, at + 4)
    return bytes(spoilt)


def locked_pdf() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def pdf(content: bytes, pages: str = "[3 0 R]") -> bytes:
    """A page with this compressed content; `pages` are the children of the page tree."""
    import zlib

    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids " + pages.encode() + b"/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)
    return made + b"xref\n0 6\n0000000000 65535 f \n" + table + end
