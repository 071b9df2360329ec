"""Percentages, whole numbers and measure codes as office files write them."""

import re
from collections.abc import Container
from functools import lru_cache

from ita_data.imports.grid import Cell, is_percent_format
from ita_data.imports.percentages import written_percentage
from ita_data.model.repairs import arabic
from ita_data.model.review_fields import LARGEST_NUMBER

_WHOLE = re.compile(r"(?:จำนวน)?\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\s*(?P<unit>\D*)")
_NUMBER = re.compile(r"\d*\.?\d+")
_MEASURE = re.compile(r"(ก?)\s*\.?\s*([1-9]\d*)\s*\.\s*([1-9]\d*)")
_LOOSE_MEASURE = re.compile(
    r"(?:รหัส|ข้อ|มาตรการ|กิจกรรม)?(?:ที่)?\s*[(\[]?(?P<code>ก?\s*\.?\s*[1-9]\d*\s*[.,/–-]\s*[1-9]\d*)[)\].:]*"
    # A title may follow, but no other code.
    r"(?:\s+(?!.*\d\s*\.\s*\d)\D.*)?",
    re.DOTALL,
)
_SEVERAL_MEASURES = re.compile(
    r"\d\s*\.\s*\d+(?:"
    r"\s*(?:[-–—,/&+;\n]|และ|กับ|ถึง|หรือ)\s*\(?\s*(?:ก?\s*\.?\s*\d|[ก-ฮ](?![ก-๛]))"  # 4.2 - 4, 4.2 และ 3
    r"|\s*\(\s*(?:[ก-ฮ]|\d{1,2}|[A-Za-z])\s*\)"  # 1.3 (ก)
    r"|\s+(?:\d{1,2}|[ก-ฮ])(?!\S)"  # 4.2 3, 4.2 ก
    r"|.*[^\d.]\d{1,2}\s*\.\s*\d)",
    re.DOTALL,
)
_LONGEST_MEASURE = 1_000
_PARTING = re.compile(r"[,/–-]")


def progress(cell: Cell) -> float | None:
    """The percentage a cell holds, 0 to 100: 50, "๕๐ %", or 0.5 that the workbook shows as 50%."""
    match cell.value:
        case bool():
            return None
        case int() | float() as number:
            percentage = number * 100 if is_percent_format(cell.number_format) else float(number)
        case _:
            written = written_percentage(cell.text)
            percentage = -1 if written is None else written
    return round(percentage, 6) if 0 <= percentage <= 100 else None


def bare_number(cell: Cell) -> float | None:
    """The number a cell holds without any sign that it is so many per cent."""
    if isinstance(cell.value, bool) or is_percent_format(cell.number_format):
        return None
    if isinstance(cell.value, int | float):
        return float(cell.value)
    written = _NUMBER.fullmatch(arabic(cell.text).strip())
    return float(written[0]) if written else None


def whole_number(cell: Cell, units: Container[str] = ()) -> int | None:
    """The whole number a cell holds, 0 to the largest that is taken: 120, "๑๒๐", or "1,200 คน" where คน is a unit."""
    match cell.value:
        case bool():
            return None
        case int() | float() as stored:
            number = int(stored) if float(stored).is_integer() and not is_percent_format(cell.number_format) else -1
        case _:
            written = _WHOLE.fullmatch(arabic(cell.text).strip())
            is_known = written is not None and (not written["unit"] or written["unit"].strip() in units)
            number = int(written["number"].replace(",", "")) if written and is_known else -1
    return number if 0 <= number <= LARGEST_NUMBER else None


def measure_code(cell: Cell) -> str | None:
    """The measure code a cell holds, as plans write it: 4.2 or ก1.3, without zeros that only a number format adds."""
    code = _code_in(cell.text)
    return code.rstrip("0") if code and isinstance(cell.value, float) else code


def loose_measure_code(cell: Cell) -> str | None:
    """The measure code that a cell seems to hold: มาตรการที่ 4.2, 4-2, or 4.2 before the measure's title."""
    return _loose_code_in(cell.text) if isinstance(cell.value, str) else None


def names_several_measures(cell: Cell) -> bool:
    """Whether a text names more than one measure, or a part of one: "4.2 - 4", "4.2 และ 3", "1.3 (ก)"."""
    return isinstance(cell.value, str) and _are_several(cell.text)


def measure_codes(cell: Cell, known: Container[str]) -> tuple[str, ...]:
    """The known codes a cell may mean: none, one, or two where a number 4.1 may have been typed as 4.10."""
    code = measure_code(cell) or ""
    candidates = [code, f"{code}0"] if isinstance(cell.value, float) else [code]
    return tuple(candidate for candidate in candidates if candidate in known)


@lru_cache(maxsize=10_000)
def _code_in(text: str) -> str | None:
    match = _MEASURE.fullmatch(arabic(text).strip())
    return f"{match[1]}{match[2]}.{match[3]}" if match else None


@lru_cache(maxsize=10_000)
def _loose_code_in(text: str) -> str | None:
    match = None if _are_several(text) else _LOOSE_MEASURE.fullmatch(arabic(text).strip())
    return _code_in(_PARTING.sub(".", match["code"])) if match else None


def _are_several(text: str) -> bool:
    return _SEVERAL_MEASURES.search(arabic(text)[:_LONGEST_MEASURE]) is not None
