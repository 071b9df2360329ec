"""Text as records of fields: what parts the fields is found out, and quotes keep line breaks together."""

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

from ita_data.imports.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from ita_data.imports.refused import Refused

Records = list[list[str]]

SEPARATORS = "\t;,|"
_SEPARATOR_LINE = re.compile(r"\"?sep=(?P<separator>.)\"?\n?", re.IGNORECASE)
"""With a first line such as "sep=;" a file tells Excel what parts its fields; Excel doesn't show that line."""
_KEPT_AS_TEXT = re.compile(r'="(?P<text>(?:[^"]|"")*)"', re.DOTALL)
"""A text that Excel is kept from taking for a number: ="0012"."""
_SAMPLE = 64 * 1024
_SAMPLE_RECORDS = 100


def records_of(text: str, sheet: str, separators: str = SEPARATORS) -> Records:
    """The fields of every record, in which a blank line is one blank field.

    Of `separators` the one that parts most lines alike is taken. Raises Refused, which names the sheet, where there are
    too many fields.
    """
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    line = _SEPARATOR_LINE.match(text)
    separator = line["separator"] if line else _separator_of(text[:_SAMPLE], separators)
    text = text[line.end() :] if line else text
    _check_counts(text, separator, sheet)
    records = [[_unwrapped(field) for field in record] or [""] for record in _parted(text, separator)]
    _check_columns(records, sheet)
    return records


def _separator_of(sample: str, separators: str) -> str:
    """The separator that parts the most fields off in records of the same length."""

    def parted_off(separator: str) -> int:
        lengths = Counter(map(len, islice(_parted(sample, separator), _SAMPLE_RECORDS)))
        return max(count * (length - 1) for length, count in lengths.items())

    return max(separators, key=parted_off)


def _parted(text: str, separator: str) -> Records:
    """The fields; where the quotes of a text aren't in pairs, line by line, so that none swallows the rest."""
    try:
        return list(csv.reader(StringIO(text, newline="\n"), delimiter=separator, strict=True))
    except csv.Error:
        return [_fields(line, separator) for line in text.split("\n")]


def _fields(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return line.split(separator)


def _unwrapped(field: str) -> str:
    match = _KEPT_AS_TEXT.fullmatch(field) if field.startswith("=") else None
    return match["text"].replace('""', '"') if match else field


def _check_counts(text: str, separator: str, sheet: str) -> None:
    rows, cells = text.count("\n") + 1, text.count("\n") + text.count(separator) + 1
    if rows > 2 * MAX_ROWS:
        raise _too_large(rows, 1, sheet)
    if cells > 2 * MAX_CELLS:
        raise Refused("sheet-too-many-cells", f"{cells:,}", sheet=sheet, limit=f"{MAX_CELLS:,}")


def _check_columns(records: Records, sheet: str) -> None:
    columns = max((len(record) for record in records if any(record[MAX_COLUMNS:])), default=1)
    if len(records) > MAX_ROWS or columns > MAX_COLUMNS:
        raise _too_large(len(records), columns, sheet)


def _too_large(rows: int, columns: int, sheet: str) -> Refused:
    limits = {"rows": f"{MAX_ROWS:,}", "columns": f"{MAX_COLUMNS:,}"}
    return Refused("sheet-too-large", f"{rows:,} × {columns:,}", sheet=sheet, **limits)
