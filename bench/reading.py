"""`python -m bench.reading`: read a workbook of 100,000 rows, in turn with bare calamine and as the import desk does.

The workbook is written as Excel writes it: shared texts, numbers, dates, and one column of percentages. A round reads
it once in each way, so that whatever else the machine does falls on all alike. Nothing collects garbage meanwhile, as
in the process that reads uploads. Memory is the most that a process of its own held which read the file once.
"""

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from python_calamine import CalamineWorkbook

from bench.servers import ROOT
from ita_data.imports.files import open_grids
from ita_data.imports.workbooks import workbook_grids

ROWS = 100_000
ROUNDS = 7

_SECTIONS = ("ฝ่ายปกครอง", "ฝ่ายการคลัง", "ฝ่ายโยธา", "ฝ่ายทะเบียน", "ฝ่ายเทศกิจ")
_STATUSES = ("ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว")
_PERCENT, _DATE = 1, 2
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MEMORY = "print(next(int(line.split()[1]) // 1024 for line in open('/proc/self/status') if 'VmHWM' in line))"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(workbook(ROWS))
        data = path.read_bytes()
        cases: dict[str, Callable[[], Any]] = {
            "bare calamine": lambda: CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(),
            "bytes to grids": lambda: workbook_grids(data, path.name),
            "checked, then to grids": lambda: open_grids(data, path.name),
            "to grids and through all cells": lambda: [len(row) for row in workbook_grids(data, path.name)[0].rows],
        }
        timings: dict[str, list[float]] = {name: [] for name in cases}
        gc.disable()
        for _round in range(ROUNDS):
            for name, case in cases.items():
                timings[name].append(_seconds(case))
        _print(timings)
        sys.stdout.write(f"\nMost memory, MiB: {_memory(path, 'calamine')} bare, {_memory(path, 'grids')} to grids\n")


def workbook(rows: int) -> bytes:
    """A workbook of one sheet with so many rows under its headers."""
    texts: dict[str, int] = {}
    written = "".join(_row(number, values, texts) for number, values in enumerate(_values(rows), start=1))
    sheet = f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:I{rows + 1}"/><sheetData>{written}</sheetData></worksheet>'
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in {**_FRAME, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(name, content)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{shared}</sst>')
    return stream.getvalue()


def _values(rows: int) -> Iterator[tuple[Any, ...]]:
    yield ("รหัสมาตรการ", "มาตรการ", "ฝ่าย", "เดือน", "สถานะ", "ความก้าวหน้า (%)", "ผลการดำเนินการ", "วันที่", "จำนวน")
    for row in range(rows):
        yield (
            f"{row % 10 + 1}.{row % 35 + 1}",
            f"มาตรการที่ {row % 350} ส่งเสริมความโปร่งใสในการปฏิบัติงาน",
            _SECTIONS[row % 5],
            "ม.ค. 68",
            _STATUSES[row % 3],
            (row % 101 / 100, _PERCENT),
            f"ดำเนินการแล้วเสร็จครั้งที่ {row} ตามแผนที่กำหนดไว้",
            (45566 + row % 365, _DATE),
            (row * 1.5, 0),
        )


def _row(number: int, values: tuple[Any, ...], texts: dict[str, int]) -> str:
    cells = (_cell(f"{chr(65 + column)}{number}", value, texts) for column, value in enumerate(values))
    return f'<row r="{number}" spans="1:9">{"".join(cells)}</row>'


def _cell(address: str, value: Any, texts: dict[str, int]) -> str:
    if isinstance(value, str):
        return f'<c r="{address}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
    number, style = value
    styled = f' s="{style}"' if style else ""
    return f'<c r="{address}"{styled}><v>{number}</v></c>'


def _seconds(case: Callable[[], Any]) -> float:
    start = perf_counter()
    found = case()
    seconds = perf_counter() - start
    del found
    return seconds


def _memory(path: Path, way: str) -> str:
    read = {
        "calamine": "from python_calamine import load_workbook as w; w(path).get_sheet_by_index(0).to_python()",
        "grids": "from ita_data.imports.workbooks import workbook_grids as w; w(open(path, 'rb').read(), '')",
    }[way]
    command = [sys.executable, "-c", f"path = {str(path)!r}; {read}; {_MEMORY}"]
    return subprocess.check_output(command, cwd=ROOT, text=True).strip()


def _print(timings: dict[str, list[float]]) -> None:
    """Medians, and medians of the ratios within a round."""
    lines = [f"{ROWS:,} rows × 9 columns, ms", "", "| way | median | × bare calamine |", "|---|---|---|"]
    for name, values in timings.items():
        ratio = median(a / b for a, b in zip(values, timings["bare calamine"], strict=True))
        lines.append(f"| {name} | {median(values) * 1000:.0f} | {ratio:.2f} |")
    sys.stdout.write("\n".join(lines) + "\n")


_FRAME = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
    '<sheets><sheet name="ม.ค." sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs></styleSheet>',
}

if __name__ == "__main__":
    main()
