"""XML that blows up, reads other files, or leads elsewhere; in workbooks, documents and spreadsheets of LibreOffice."""

from tests.imports.hostile.packages import (
    BODY,
    SHEET,
    TEXTS,
    Kinds,
    document_parts,
    open_document_parts,
    relation,
    relations,
    sheet,
    texts,
    workbook,
    zipped,
)

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>'
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
NETWORK = '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:{port}/x.dtd"> %a;]>'
_EVERYTHING = "<si><t>" + "&a;" * 20_000 + "</t></si>"
_PORT = "9"
_ODS_CELL = '<table:table-cell office:value-type="string"><text:p>&a9;</text:p></table:table-cell>'
_ODS_ROW = f"<table:table-row>{_ODS_CELL}</table:table-row>"


def in_utf16(xml: str) -> bytes:
    """A part in UTF-16, and saying so."""
    return xml.replace("UTF-8", "UTF-16").encode("utf-16")


def leading_to(*targets: str) -> bytes:
    """A workbook whose sheet, texts and other books are said to be elsewhere."""
    sheets = [relation(1, "worksheet", targets[0], ' TargetMode="External"')]
    others = [relation(n, "externalLinkPath", target, ' TargetMode="External"') for n, target in enumerate(targets, 20)]
    return workbook({"xl/_rels/workbook.xml.rels": relations(*sheets, *others)})


def linked(*targets: str) -> bytes:
    """A sound workbook that also refers to other files."""
    others = [relation(n, "externalLinkPath", target, ' TargetMode="External"') for n, target in enumerate(targets)]
    parts = {
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(*others),
    }
    return workbook(parts)


MARKUP: Kinds = {
    "laughs.xlsx": (lambda: workbook({TEXTS: texts("<si><t>&a9;</t></si>", before=LAUGHS)}), "file-unsafe"),
    "laughs_in_sheet.xlsx": (lambda: workbook({SHEET: LAUGHS + sheet()}), "file-unsafe"),
    "laughs_in_utf16.xlsx": (
        lambda: workbook({TEXTS: in_utf16(texts("<si><t>&a9;</t></si>", before=LAUGHS))}),
        "file-unsafe",
    ),
    "laughs_in_utf16_be.xlsx": (
        lambda: workbook({TEXTS: texts(before=LAUGHS).replace("UTF-8", "UTF-16").encode("utf-16-be")}),
        "file-unsafe",
    ),
    "laughs_in_types.xlsx": (lambda: workbook({"[Content_Types].xml": LAUGHS + "<Types/>"}), "file-unsafe"),
    "laughs.docx": (lambda: zipped(document_parts("<w:p/>", LAUGHS)), "file-unsafe"),
    "laughs_in_utf16.docx": (
        lambda: zipped({**document_parts(), BODY: in_utf16(str(document_parts(before=LAUGHS)[BODY]))}),
        "file-unsafe",
    ),
    "laughs_in_styles.docx": (
        lambda: zipped({**document_parts(), "word/styles.xml": LAUGHS + "<a>&a9;</a>"}),
        "file-unsafe",
    ),
    "laughs.ods": (lambda: zipped(open_document_parts(_ODS_ROW, LAUGHS)), "file-unsafe"),
    "quadratic.xlsx": (lambda: workbook({TEXTS: texts(_EVERYTHING, before=QUADRATIC)}), "file-unsafe"),
    "external_file.xlsx": (lambda: workbook({TEXTS: texts("<si><t>&a;</t></si>", before=FILE)}), "file-unsafe"),
    "external_file.docx": (
        lambda: zipped(document_parts("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", FILE)),
        "file-unsafe",
    ),
    "external_dtd.xlsx": (lambda: workbook({TEXTS: texts(before=NETWORK.format(port=_PORT))}), "file-unsafe"),
    "strange_encoding.xlsx": (lambda: workbook({TEXTS: texts().replace("UTF-8", "UTF-7")}), "file-unsafe"),
    "utf32.xlsx": (lambda: workbook({TEXTS: texts().encode("utf-32")}), "file-unreadable layout-unknown"),
    "utf16.xlsx": (lambda: workbook({TEXTS: in_utf16(texts())}), "layout-unknown"),
    "long_attribute.xlsx": (
        lambda: workbook({SHEET: sheet(f'<row r="1" x="{"A" * 40 * 1024**2}"><c r="A1"><v>1</v></c></row>')}),
        "file-unsafe",
    ),
    "long_attribute.docx": (lambda: zipped(document_parts(f'<w:p x="{"A" * 20 * 1024**2}"/>')), "file-unsafe"),
    "deep.docx": (
        lambda: zipped(document_parts("<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000)),
        "file-unreadable file-empty",
    ),
    "deep.xlsx": (lambda: workbook({SHEET: sheet("<a>" * 500_000)}), "file-unreadable file-empty layout-unknown"),
    "many_paragraphs.docx": (lambda: zipped(document_parts("<w:p/>" * 3_000_000)), "file-too-demanding"),
    "large.docx": (
        lambda: zipped(
            document_parts("<w:p>" + "x" * 1000_000 + "</w:p>" + ("<w:p>" + "ก" * 9_000 + "</w:p>") * 1_000)
        ),
        "file-unpacks-too-large",
    ),
    "leading_to_a_file.xlsx": (lambda: leading_to("file:///etc/passwd", "/etc/passwd"), "file-unreadable file-empty"),
    "linked.xlsx": (lambda: linked("file:///etc/passwd", "http://127.0.0.1:9/x.xlsx"), "links-ignored"),
    "macros.xlsx": (lambda: workbook({"xl/vbaProject.bin": b"\0" * 100}), "macros-ignored"),
    "objects.xlsx": (lambda: workbook({"xl/embeddings/oleObject1.bin": b"\xd0\xcf"}), "objects-ignored"),
}
