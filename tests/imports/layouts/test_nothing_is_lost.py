"""Whatever stands in a report's tables, each of its words ends in a raw row or in a problem."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.grid import Cell, Grid
from ita_data.imports.layouts.layout import LayoutReading
from ita_data.imports.layouts.report import ReportLayout
from tests.imports.layouts.small_reports import HEADERS, INITIATIVE_HEADERS, KNOWN, TITLE, grid, heading

WORD = "◌"
"""Stands for a word that occurs nowhere else in the report, so that no other one can hide its loss."""
ABOVE, BESIDE = "▲", "◀"
"""Stand for a cell that is merged with the one above it, or with the one on its left."""

LETTERS = "กขคงจฉชซญดตถทธนบปผพภมยรลวศษสหอ"
NUMBERING = re.compile(r"(?:^|(?<=\s))[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|[-–•]|<[^>]*>")

openings = st.sampled_from(["", "1. ", "2. ", "๓) ", "12. ", "- ", "• ", "<ol><li>", "<ul><li>", "1. 2. "])
sentences = st.sampled_from(
    [WORD, f"{WORD} 2. {WORD}", f"{WORD} 1.5 ล้าน", f"{WORD} พ.ศ. 2564", f"{WORD}ของ", "", "-", "1."]
)
merged = st.sampled_from([ABOVE, BESIDE])
texts = st.lists(st.builds(str.__add__, openings, sentences), max_size=3).map("\n".join) | merged
codes = st.sampled_from(["", "I1", "11", "12", "E1", "O1 - O3", "O3-O1", "๑๑", "X9", WORD, ABOVE])
names = ["", "ฝ่ายปกครอง", "ฝ่ายปกครอง/", "ทุกฝ่าย", "ฝ่ายปกครองและฝ่ายโยธา", WORD, f"ฝ่ายโยธา/{WORD}", ABOVE, BESIDE]
sections = st.sampled_from(names)
rhythms = st.sampled_from(["", "ทุกเดือน", "อย่างต่อเนื่อง", WORD, ABOVE, BESIDE])
strays = st.sampled_from(["", WORD])
titles = st.sampled_from([f"ตัวชี้วัดที่ 1 {WORD}", f"ตัวชี้วัดที่ 2 {WORD}", "ตัวชี้วัดที่ 1", f"ตัวชี้วัด {WORD}"])

indicator_rows = st.one_of(
    st.tuples(codes, texts, texts, texts, sections, rhythms, strays),
    titles.map(heading),
    st.sampled_from([[WORD], HEADERS, [*HEADERS, WORD]]),
)
initiative_rows = st.tuples(st.sampled_from(["", WORD]), texts, texts, sections, strays)


@given(st.lists(indicator_rows, max_size=8), st.lists(initiative_rows, max_size=4))
def test_every_word_of_every_cell_is_kept_or_reported(
    indicators: list[list[str]], initiatives: list[list[str]]
) -> None:
    made = grid([TITLE], HEADERS, *with_words([*indicators, INITIATIVE_HEADERS, *initiatives]))
    report = Grid(made.sheet, with_merged_cells(made))
    kept = list(texts_of(ReportLayout().read([report], KNOWN)))
    assert [word for word in words(report) if not any(word in text for text in kept)] == []


def with_words(rows: list[list[str]]) -> list[list[str]]:
    """The rows with another word wherever they ask for one."""
    made = ("ฬ" + "".join(letters) for letters in product(LETTERS, repeat=3))
    return [[re.sub(WORD, lambda _match: next(made), text) for text in row] for row in rows]


def with_merged_cells(made: Grid) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    for row in made.rows:
        cells: list[Cell] = []
        for index, cell in enumerate(row):
            neighbours = {BESIDE: cells[-1:], ABOVE: rows[-1][index : index + 1] if rows else ()}.get(cell.text, ())
            cells += [replace(neighbour, place=cell.place) for neighbour in neighbours] or [cell]
        rows.append(tuple(cells))
    return tuple(rows)


def words(report: Grid) -> Iterator[str]:
    """The words under the title and headers, without numbering and how a heading begins."""
    for cell in (cell for row in report.rows[2:] for cell in row if not cell.is_covered):
        if cell.text not in (*HEADERS, *INITIATIVE_HEADERS):
            yield from (word for word in NUMBERING.sub(" ", cell.text).split() if not word.startswith("ตัวชี้วัด"))


def texts_of(reading: LayoutReading) -> Iterator[str]:
    """All that a reading keeps or reports."""
    yield from (text for row in reading.rows for text in row.texts.values())
    yield from (problem.value for problem in reading.problems)
