"""Text as records of fields: what parts the fields is found out, and quotes keep line breaks together.

Where a program wrote quotes within quotes without doubling them, a line is read if it can be read in one way only. One
that can't, or that has more fields than the others, is unclear: its values may stand in the wrong columns.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import islice

from ita_data.imports.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from ita_data.imports.refused import Refused


class Records(list[list[str]]):
    """The fields of every record; `unclear` are the lines, by their numbers, of which none is read."""

    def __init__(self, records: Iterable[list[str]] = ()) -> None:
        super().__init__(records)
        self.unclear: dict[int, str] = {}
        self.separator = ""

    def leave_out(self, number: int, line: str) -> None:
        """Leave a record blank because it is unclear."""
        self[number - 1] = [""]
        self.unclear[number] = line

    def leave_out_longer(self, header: int) -> None:
        """Leave out what stands below a row of headers and reaches beyond it: separators within a text shifted it."""
        width = len(self[header - 1])
        for number, record in enumerate(self[header:], start=header + 1):
            if any(field.strip() for field in record[width:]):
                self.leave_out(number, self.separator.join(record))


SEPARATORS = "\t;,|"
_SEPARATOR_LINE = re.compile(r"\"?sep=(?P<separator>.)\"?\n?", re.IGNORECASE)
"""With a first line such as "sep=;" a file tells Excel what parts its fields; Excel doesn't show that line."""
_KEPT_AS_TEXT = re.compile(r'="(?P<text>(?:[^"]|"")*)"', re.DOTALL)
"""A text that Excel is kept from taking for a number: ="0012"."""
_SAMPLE = 64 * 1024
_SAMPLE_RECORDS = 100
_MOST_LINES = 50
"""A record whose quotes aren't in order with those of other records is looked for in so many lines."""
_QUOTES = re.compile('""?')


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
    records = _parted(text, separator)
    records[:] = [[_unwrapped(field) for field in record] or [""] for record in records]
    _check_columns(records, sheet)
    records.separator = separator
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
        return Records(csv.reader(StringIO(text, newline="\n"), delimiter=separator, strict=True))
    except csv.Error:
        return _parted_by_line(text.split("\n"), separator)


def _parted_by_line(lines: Sequence[str], separator: str) -> Records:
    records, mended, start = Records(), dict[int, str](), 0
    while start < len(lines):
        line, used = lines[start], 1
        record = _strict(line, separator)
        if record and any(field.count('"') % 2 for field in record):
            record = None
        if record is None and (joined := _goes_on(lines, start, separator)):
            record, used = joined
        if record is None:
            record = _mended(line, separator)
            mended[len(records) + 1] = line
        records.append(record or [])
        start += used
    usual = _usual_length(record for number, record in enumerate(records, start=1) if number not in mended)
    for number, line in mended.items():
        if not records[number - 1] or (usual and len(records[number - 1]) != usual):
            records.leave_out(number, line)
    return records


def _strict(text: str, separator: str) -> list[str] | None:
    """The only record of a text whose quotes are in order."""
    if '"' not in text:
        return text.split(separator)
    try:
        records = list(csv.reader(StringIO(text, newline="\n"), delimiter=separator, strict=True))
    except csv.Error:
        return None
    return records[0] if len(records) == 1 else None


def _goes_on(lines: Sequence[str], start: int, separator: str) -> tuple[list[str], int] | None:
    """The record that begins in a line and ends in a later one, with the number of its lines."""
    text, quotes = lines[start], lines[start].count('"')
    for used, line in enumerate(lines[start + 1 : start + _MOST_LINES], start=2):
        text, quotes = f"{text}\n{line}", quotes + line.count('"')
        if quotes % 2 == 0 and '"' in line:
            record = _strict(text, separator)
            return (record, used) if record else None
    return None


def _mended(line: str, separator: str) -> list[str] | None:
    """The fields of a line in which quotes stand within quotes; None where it could be read in several ways."""
    fields, rest = list[str](), line
    while True:
        found = _quoted(rest, separator) if rest.startswith('"') else _bare(rest, separator)
        if found is None:
            return None
        field, rest, is_last = found
        fields.append(field)
        if is_last:
            return fields


def _bare(text: str, separator: str) -> tuple[str, str, bool] | None:
    field, parting, rest = text.partition(separator)
    return None if field.count('"') % 2 else (field, rest, not parting)


def _quoted(text: str, separator: str) -> tuple[str, str, bool] | None:
    """The quoted field that a text begins with, what follows it, and whether nothing does.

    None where a quote before a separator may end either the field or a quotation within it.
    """
    kept, start, is_within = list[str](), 1, False
    for quote in _QUOTES.finditer(text, 1):
        if quote.start() < start:
            continue
        kept.append(text[start : quote.start()])
        following, start = text[quote.end() : quote.end() + 1], quote.end()
        is_doubled = len(quote[0]) == 2
        if following in ("", separator) and is_doubled is is_within:
            kept.append('"' * is_doubled)
            return "".join(kept), text[start + 1 :], not following
        if following in ("", separator) and not is_doubled:
            return None
        kept.append('"')
        is_within ^= not is_doubled
    return None


def _usual_length(records: Iterable[Sequence[str]]) -> int:
    """How many fields most records have, those of one field aside; of equals the first. 0 where there are none."""
    lengths = Counter(len(record) for record in records if len(record) > 1)
    return lengths.most_common(1)[0][0] if lengths else 0


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
