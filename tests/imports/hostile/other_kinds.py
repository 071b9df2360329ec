"""Files that are no table at all, or not the one that their name promises."""

import codecs
import gzip

from tests.imports.hostile.compound_files import (
    FIRST_LIST,
    LISTS,
    SMALL_TABLES,
    compound,
    promising,
    with_number,
    with_wide_sectors,
)
from tests.imports.hostile.packages import Kinds, document_parts, workbook, zipped

_FILEPASS = b"\x09\x08\x04\x00\x00\x06\x05\x00" + b"\x2f\x00\x02\x00\x00\x00"
_BOOK = {"Workbook": _FILEPASS[:8] + bytes(5000)}
_ENDLESS = 0xFFFFFFF0
_TABLE = "<html><body><table><tr><td>ก</td><td>ข</td></tr></table></body></html>"
_XML_2003 = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>'
    "<Row><Cell><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>"
)

OTHER_KINDS: Kinds = {
    "nothing.xlsx": (lambda: b"", "file-empty"),
    "blanks.xlsx": (lambda: b" \r\n" * 100, "file-empty"),
    "zeros.xlsx": (lambda: b"\0" * 20_000, "file-zeros"),
    "too_large.xlsx": (lambda: b"PK\x03\x04" + b"x" * 11 * 1024**2, "file-too-large"),
    "noise.xlsx": (lambda: bytes(range(256)) * 200, "file-unreadable"),
    "pdf.xlsx": (lambda: b"%PDF-1.7\n%\xe2\xe3", "file-pdf"),
    "picture.xlsx": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-picture"),
    "photograph.xlsx": (lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0", "file-picture"),
    "bitmap.bmp": (lambda: b"BM\x36\0\0\0\0\0\0\0", "file-picture"),
    "formatted.docx": (lambda: b"{\\rtf1\\ansi x}", "file-text-formatted"),
    "packed.xlsx": (lambda: zipped({"report.xlsx": workbook()}), "file-archive"),
    "packed.rar": (lambda: b"Rar!\x1a\x07\x01\0", "file-archive"),
    "packed.7z": (lambda: b"7z\xbc\xaf\x27\x1c\0\x04", "file-archive"),
    "packed.csv.gz": (lambda: gzip.compress(b"a,b"), "file-archive"),
    "program.xlsx": (lambda: b"MZ\x90\0\x03\0\0\0\x04\0\0\0", "file-program"),
    "elf.xlsx": (lambda: b"\x7fELF\x02\x01\x01\0", "file-program"),
    "slides.xlsx": (lambda: zipped({"ppt/presentation.xml": "<p/>"}), "file-slides"),
    "writer.ods": (lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "file-type-unknown"),
    "password.xlsx": (lambda: compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "file-password"),
    "password.xls": (lambda: compound({"Workbook": _FILEPASS}), "file-password"),
    "large_password.xls": (lambda: compound({"Workbook": _FILEPASS + bytes(5000)}), "file-password"),
    "password_and_word.xls": (
        lambda: compound({"MBD0123": {"WordDocument": b"x"}, "Workbook": _FILEPASS}),
        "file-password",
    ),
    "old.doc": (lambda: compound({"WordDocument": b"x"}), "file-word-old"),
    "word_named.xls": (lambda: compound({"WordDocument": b"x"}), "file-word-old"),
    "slides.ppt": (lambda: compound({"PowerPoint Document": b"x"}), "file-slides"),
    "letter.msg": (lambda: compound({"__properties_version1.0": b"x"}), "file-type-unknown"),
    "garbage.xls": (lambda: compound({"Workbook": b"\xff\x01" * 3000}), "file-unreadable file-empty"),
    "loop.xls": (lambda: compound({"Workbook": b"x"}, loop="directory"), "file-unsafe"),
    "loop_in_workbook.xls": (lambda: compound(_BOOK, loop="Workbook"), "file-unsafe"),
    "loop_in_small_workbook.xls": (lambda: compound({"Workbook": b"x" * 100}, loop="Workbook"), "file-unsafe"),
    "loop_in_small_streams.xls": (lambda: compound({"Workbook": b"x"}, loop="Root Entry"), "file-unsafe"),
    "many_lists.xls": (
        lambda: with_number(with_number(compound(_BOOK), LISTS, _ENDLESS), FIRST_LIST, 0),
        "file-unsafe",
    ),
    "many_streams.xls": (lambda: compound({f"{number}": b"x" for number in range(20_000)}), "file-unsafe"),
    "many_small_tables.xls": (
        lambda: with_number(compound({"Workbook": b"x"}), SMALL_TABLES, _ENDLESS),
        "file-unreadable file-empty",
    ),
    "long_claim.xls": (lambda: promising(compound(_BOOK), "Workbook", _ENDLESS), "file-unreadable"),
    "long_claim_of_root.xls": (
        lambda: promising(compound({"Workbook": b"x"}), "Root Entry", _ENDLESS),
        "file-unreadable file-empty",
    ),
    "wide_sectors.xls": (with_wide_sectors, "file-unreadable"),
    "cut.xls": (lambda: compound({"Workbook": b"x"})[:600], "file-unreadable"),
    "excel_4.xls": (lambda: b"\x09\x04\x06\0\0\0\x10\0", "file-type-unknown"),
    "garbage.xlsb": (
        lambda: workbook({"xl/workbook.bin": b"\x83\x01\xff\xff\xff\xff"}, without="xl/workbook.xml"),
        "file-unreadable file-empty",
    ),
    "page.xls": (lambda: _TABLE.encode(), "file-renamed"),
    "xml_2003.xls": (lambda: _XML_2003.encode(), "file-renamed"),
    "other.xml": (lambda: b'<?xml version="1.0"?><a/>', "file-type-unknown"),
    "laughs.xml": (
        lambda: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook>&b;</Workbook>',
        "file-unsafe file-type-unknown",
    ),
    "csv_named.xlsx": (lambda: "ก,ข\n1,2".encode(), "file-renamed"),
    "tabs_named.xls": (lambda: "ก\tข".encode("cp874"), "file-renamed"),
    "tabs_in_utf16.xls": (lambda: codecs.BOM_UTF16_LE + "ก\tข".encode("utf-16-le"), "file-renamed"),
    "document_named.xlsx": (lambda: zipped(document_parts()), "file-renamed"),
    "workbook_named.docx": (workbook, "file-renamed"),
    "workbook_named.xls": (workbook, "file-renamed"),
    "long_line.csv": (lambda: b"a," * 4_000_000, "sheet-too-many-cells"),
    "quote.csv": (lambda: b'"' + b"a,\n" * 2_000_000, "layout-unknown sheet-too-large file-unreadable"),
}
