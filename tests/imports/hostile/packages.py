"""Workbooks and documents part by part, so that any part of them can be replaced by something evil."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Make = Callable[[], bytes]
Kinds = dict[str, tuple[Make, str]]
"""Files by name: how each is made, and the codes of which one has to come of it."""

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TEXTS = "xl/sharedStrings.xml"
SHEET = "xl/worksheets/sheet1.xml"
BODY = "word/document.xml"

ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'


def sheet(rows: str = ROW, after: str = "") -> str:
    """The XML of a sheet with these rows, and what follows them."""
    return f'{HEADER}<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def texts(items: str = "<si><t>ก</t></si>", attributes: str = 'count="1" uniqueCount="1"', before: str = "") -> str:
    """The XML of a workbook's shared texts."""
    return f'{HEADER}{before}<sst xmlns="{_SHEET}" {attributes}>{items}</sst>'


def relation(number: int, kind: str, target: str, more: str = "") -> str:
    """One relation from a part to another."""
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"{more}/>'


def relations(*found: str) -> str:
    """The XML of the relations of a part."""
    return f'{HEADER}<Relationships xmlns="{_RELATIONS}">{"".join(found)}</Relationships>'


def workbook_part(sheets: int = 1) -> str:
    """The XML of a workbook that lists so many sheets."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1))
    return f'{HEADER}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'


def workbook_parts() -> dict[str, str | bytes]:
    """The parts of a small sound workbook."""
    return {
        "[Content_Types].xml": content_types(
            {
                "/xl/workbook.xml": f"{_SHEET_TYPE}.sheet.main+xml",
                f"/{SHEET}": f"{_SHEET_TYPE}.worksheet+xml",
                f"/{TEXTS}": f"{_SHEET_TYPE}.sharedStrings+xml",
                "/xl/styles.xml": f"{_SHEET_TYPE}.styles+xml",
            }
        ),
        "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook_part(),
        "xl/_rels/workbook.xml.rels": relations(
            relation(1, "worksheet", "worksheets/sheet1.xml"),
            relation(8, "sharedStrings", "sharedStrings.xml"),
            relation(9, "styles", "styles.xml"),
        ),
        "xl/styles.xml": f'{HEADER}<styleSheet xmlns="{_SHEET}"/>',
        TEXTS: texts(),
        SHEET: sheet(),
    }


def document_parts(body: str = "<w:p><w:r><w:t>ก</w:t></w:r></w:p>", before: str = "") -> dict[str, str | bytes]:
    """The parts of a small sound document."""
    return {
        "[Content_Types].xml": content_types({f"/{BODY}": f"{_WORD_TYPE}.document.main+xml"}),
        "_rels/.rels": relations(relation(1, "officeDocument", BODY)),
        BODY: f'{HEADER}{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }


def open_document_parts(rows: str, before: str = "") -> dict[str, str | bytes]:
    """The parts of a small spreadsheet of LibreOffice."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{names}:{name}:1.0"' for name in ("office", "table", "text"))
    table = f'<table:table table:name="S">{rows}</table:table>'
    content = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    manifest = f'<m:manifest xmlns:m="{names}:manifest:1.0"><m:file-entry m:full-path="/"/></m:manifest>'
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": HEADER + manifest,
        "content.xml": f"{HEADER}{before}<office:document-content {spaces}>{content}</office:document-content>",
    }


def content_types(parts: Mapping[str, str]) -> str:
    """The XML that says what each part is."""
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    defaults = (
        f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{HEADER}<Types xmlns="{_TYPES}">{defaults}{listed}</Types>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts packed as any program would."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def workbook(changed: Mapping[str, str | bytes] | None = None, without: str = "") -> bytes:
    """A sound workbook but for these parts."""
    parts = {**workbook_parts(), **(changed or {})}
    return zipped({name: content for name, content in parts.items() if name != without})
