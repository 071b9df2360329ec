"""What a file came to, for people and for programs."""

from collections.abc import Container, Iterator
from string import ascii_uppercase
from typing import Any

import click

from ita_data.commands.options import EXIT_IN_PART, EXIT_REFUSED
from ita_data.imports.reading import RawRow, Reading
from ita_data.labels import label
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Place, Verdict


def exit_code(verdict: Verdict) -> int:
    """What a command answers that was given a file."""
    return {Verdict.ACCEPTED: 0, Verdict.PARTIAL: EXIT_IN_PART, Verdict.REJECTED: EXIT_REFUSED}[verdict]


def reading_as_json(found: Reading) -> dict[str, Any]:
    """All that was found, as programs rely on it."""
    errors = (problem.place for problem in found.problems if problem.severity is Severity.ERROR)
    faulty = {(place.sheet, _row_number(place)) for place in errors}
    return {
        "outcome": found.verdict,
        "layout": found.layout,
        "counts": counts_of(found),
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity,
                "sheet": problem.place.sheet,
                "cell": problem.place.cell,
                "value": problem.value,
                "message": problem.message,
                "mend": problem.mend,
            }
            for problem in found.problems
        ],
        "rows": [_row_as_json(row, faulty) for row in found.rows],
    }


def print_reading(found: Reading) -> None:
    """The same for people: the verdict, the counts and every problem."""
    # Written at once, for a file may have 100,000 problems.
    click.echo("\n".join(_lines(found)))


def _lines(found: Reading) -> Iterator[str]:
    yield f"{found.file_name}: {label('verdict', found.verdict)}"
    for name, number in counts_of(found).items():
        yield f"  {label('count', name)}: {number}"
    severities = {severity: label("severity", severity) for severity in Severity}
    for problem in found.problems:
        yield f"  [{severities[problem.severity]}] {problem.place} {problem.message} {problem.mend}"


def counts_of(found: Reading) -> dict[str, int]:
    """How many records of each kind a file holds; the measures of initiatives are counted apart.

    Of a monthly workbook that nothing can be stored of, the rows that are good by themselves.
    """
    records = found.records
    if records is None:
        return {"reviews": sum(bool(row.ok) for row in found.rows)} if _has_judged_rows(found) else {}
    under_indicators = [measure for measure in records.measures if measure.indicator is not None]
    return {
        "indicators": len(records.indicators),
        "items": len(records.items),
        "measures": len(under_indicators),
        "outcomes": len(records.outcomes),
        "initiatives": len(records.initiatives),
        "initiative_measures": len(records.measures) - len(under_indicators),
        "reviews": len(records.reviews),
    }


def _has_judged_rows(found: Reading) -> bool:
    return any(row.ok is not None for row in found.rows)


def _row_as_json(row: RawRow, faulty: Container[tuple[str, int | None]]) -> dict[str, Any]:
    """A row with its texts, or with what was understood of it and the texts under a name of their own."""
    number = _row_number(row.place)
    is_ok = (row.place.sheet, number) not in faulty if row.ok is None else row.ok
    place = {"kind": row.kind, "sheet": row.place.sheet, "cell": row.place.cell, "row": number, "ok": is_ok}
    return {**place, **row.values, "texts": row.texts} if row.values else {**place, **row.texts}


def _row_number(place: Place) -> int | None:
    number = place.cell.lstrip(ascii_uppercase)
    return int(number) if number else None
