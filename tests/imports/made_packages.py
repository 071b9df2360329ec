"""Workbooks written part by part, as programs other than openpyxl would write them."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

FORMATS = (0, 9, 14, 71, 164, 60)
"""The number formats of `package` by the number of their style: 164 is written in the workbook itself."""

_TRANSITIONAL = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)
_STRICT = (
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BINARY = "application/vnd.ms-excel"


def package(
    sheet: str, *, shared: str = "", properties: str = "", links: str = "", prefix: str = "", is_strict: bool = False
) -> bytes:
    """A workbook of one sheet with this XML; with a prefix, the elements given must have it too."""
    main, relations = _STRICT if is_strict else _TRANSITIONAL
    names = f'xmlns{f":{prefix[:-1]}" if prefix else ""}="{main}" xmlns:r="{relations}"'
    styles = "".join(f'<{prefix}xf numFmtId="{number}"/>' for number in FORMATS)
    own = f'<{prefix}numFmts><{prefix}numFmt numFmtId="164" formatCode="0.0%;[Red]-0.0%"/></{prefix}numFmts>'
    cells = f"<{prefix}cellStyleXfs><{prefix}xf/></{prefix}cellStyleXfs><{prefix}cellXfs>{styles}</{prefix}cellXfs>"
    parts = {
        "xl/workbook.xml": f"<{prefix}workbook {names}>{properties}<{prefix}sheets>"
        f'<{prefix}sheet name="ก &amp; ข" sheetId="1" r:id="rId1"/></{prefix}sheets></{prefix}workbook>',
        "xl/_rels/workbook.xml.rels": _related(
            relations, worksheet="worksheets/sheet1.xml", styles="/xl/styles.xml", sharedStrings="sharedStrings.xml"
        ),
        "xl/worksheets/sheet1.xml": f"<{prefix}worksheet {names}>{sheet}</{prefix}worksheet>",
        "xl/worksheets/_rels/sheet1.xml.rels": _relationships(links),
        "xl/styles.xml": f"<{prefix}styleSheet {names}>{own}{cells}</{prefix}styleSheet>",
        "xl/sharedStrings.xml": f"<{prefix}sst {names}>{shared}</{prefix}sst>",
    }
    return zipped({**_frame("xml", relations), **parts})


def rows(*found: str) -> str:
    """The cells of each row as the data of a sheet."""
    written = (f'<row r="{number}">{cells}</row>' for number, cells in enumerate(found, start=1))
    return f"<sheetData>{''.join(written)}</sheetData>"


def binary_package(sheet: bytes, links: str = "") -> bytes:
    """An .xlsb of one hidden sheet with these records, whose style 1 is a percentage."""
    relations = _TRANSITIONAL[1]
    workbook = record(156, struct.pack("<II", 1, 1) + text("rId1") + text("ลับ"))
    styles = (struct.pack("<HHIIH", 0, number_format, 0, 0, 0) for number_format in (0, 9))
    parts = {
        "xl/workbook.bin": record(143) + workbook + record(144) + record(157) + record(132),
        "xl/_rels/workbook.bin.rels": _related(relations, worksheet="worksheets/sheet1.bin", styles="styles.bin"),
        "xl/worksheets/sheet1.bin": record(129) + sheet + record(130),
        "xl/worksheets/_rels/sheet1.bin.rels": _relationships(links),
        "xl/styles.bin": record(617, struct.pack("<I", 2)) + b"".join(record(47, xf) for xf in styles) + record(618),
    }
    return zipped({**_frame("bin", relations), **parts})


def record(number: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb: its number and length, seven bits a byte, and its content."""
    return _packed(number) + _packed(len(content)) + content


def text(written: str) -> bytes:
    """A text of an .xlsb, with its length before it."""
    return struct.pack("<I", len(written)) + written.encode("utf-16-le")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _packed(number: int) -> bytes:
    return bytes((number,)) if number < 0x80 else bytes((number & 0x7F | 0x80, number >> 7))


def _frame(suffix: str, relations: str) -> dict[str, str | bytes]:
    main = f"{_TYPES}.sheet.main+xml" if suffix == "xml" else f"{_BINARY}.sheet.binary.macroEnabled.main"
    kinds = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="{suffix}" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.{suffix}" ContentType="{main}"/>'
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{kinds}</Types>',
        "_rels/.rels": _related(relations, officeDocument=f"xl/workbook.{suffix}"),
    }


def _related(relations: str, **targets: str) -> str:
    found = enumerate(targets.items(), start=1)
    return _relationships(
        "".join(
            f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{target}"/>'
            for number, (kind, target) in found
        )
    )


def _relationships(written: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'
