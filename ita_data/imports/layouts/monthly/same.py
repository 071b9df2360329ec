"""Rows that report on the same measure, section and month: which of them is taken, and why the others aren't.

A later answer of a form goes before an earlier one. Of rows that say the same the first is taken; where they say
different things nobody knows which holds, and none is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from ita_data.imports.dates import day
from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.review import Judged
from ita_data.imports.layouts.monthly.sure_review import Key
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.labels import month_label
from ita_data.model.problems import Place, Problem

_TIME = re.compile(
    r"(?P<day>.*?)[,\sT]+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?\s*(?P<half>am|pm)?.*", re.I
)


def without_same(rows: Sequence[Judged]) -> list[Judged]:
    """The rows with those left out that others of the same measure, section and month stand against."""
    by_key: dict[Key, list[int]] = {}
    for number, row in enumerate(rows):
        for key in row.keys if row.ok else ():
            by_key.setdefault(key, []).append(number)
    found = list(rows)
    for key, numbers in by_key.items():
        if len(numbers) > 1:
            _settle(found, key, numbers)
    return found


def _settle(rows: list[Judged], key: Key, numbers: Sequence[int]) -> None:
    numbers = [number for number in numbers if rows[number].ok]
    stamps = [_stamp(rows[number].row.cell("stamp")) for number in numbers]
    known = [stamp for stamp in stamps if stamp]
    if len(known) == len(numbers) and len(set(known)) == len(known):
        *earlier, last = sorted(numbers, key=lambda number: known[numbers.index(number)])
        for number in earlier:
            _leave_out(rows, number, "row-corrected", key, rows[last].row.place)
    elif _are_alike([rows[number] for number in numbers]):
        for number in numbers[1:]:
            _leave_out(rows, number, "row-duplicate", key, rows[numbers[0]].row.place)
    else:
        for number in numbers:
            other = next(one for one in numbers if one != number)
            _leave_out(rows, number, "rows-differ", key, rows[other].row.place)


def _leave_out(rows: list[Judged], number: int, code: str, key: Key, other: Place) -> None:
    measure, section, month = key
    shown = f"{measure} {section} {month_label(month.first_day)}"
    rows[number] = rows[number].without(Problem(code, rows[number].row.place, shown, {"first": str(other)}))


def _are_alike(rows: Sequence[Judged]) -> bool:
    """Whether rows say the same of all that is read."""
    return all(row.reviews == rows[0].reviews and row.values == rows[0].values for row in rows) and (
        bool(rows[0].reviews) or all(_texts(row) == _texts(rows[0]) for row in rows)
    )


def _texts(row: Judged) -> dict[str, str]:
    return {name: text for name, text in row.row.texts.items() if name not in ("number", "title")}


def _stamp(cell: Cell) -> datetime | None:
    """The moment at which a form was sent, as a workbook holds it or as a form writes it."""
    if isinstance(cell.value, datetime):
        return cell.value
    match = _TIME.fullmatch(cell.text) if isinstance(cell.value, str) else None
    if match is None:
        return None
    text = match["day"].strip()
    sent_on = day(replace(cell, value=text, paragraphs=paragraphs_of(text)))[0]
    hour = int(match["hour"]) % 12 if match["half"] else int(match["hour"])
    hour += 12 if (match["half"] or "").lower() == "pm" else 0
    if sent_on is None or hour > 23 or int(match["minute"]) > 59:
        return None
    moment = f"{sent_on.isoformat()}T{hour:02d}:{match['minute']}:{match['second'] or '00'}"
    return datetime.fromisoformat(moment)
