"""What another plan would make of the reports that are expected, told by what becomes of each."""

from collections import Counter
from typing import NamedTuple

from ita_data.metrics.year import Year
from ita_data.model.states import CellState


class Shift(NamedTuple):
    """How many reports go from one state to another; None where they aren't expected."""

    before: CellState | None
    after: CellState | None
    number: int


def shifts(before: Year, after: Year) -> list[Shift]:
    """The reports of a fiscal year whose state another count of it changes, the most first."""
    was, will_be = _states(before), _states(after)
    counted = Counter((was.get(cell), will_be.get(cell)) for cell in {**was, **will_be})
    return [Shift(*states, number) for states, number in counted.most_common() if states[0] != states[1]]


def _states(year: Year) -> dict[tuple[str, str, int], CellState]:
    cells = year.cells[["measure", "section", "month", "state"]].values.tolist()
    return {(measure, section, month): CellState(state) for measure, section, month, state in cells}
