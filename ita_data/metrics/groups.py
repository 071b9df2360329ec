"""Sums per group, with a row for every group of the plan."""

from collections.abc import Hashable, Sequence
from itertools import product
from math import prod
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.metrics.view import View

_DTYPES = {"measure": "str", "section": "str"}
"""The dtypes of the groups that aren't numbers."""


def summed(view: View, numbers: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The sums of the other columns of `numbers` per group of the columns `by`; without `by`, one row.

    A group of the plan without any number has a row of zeros. Rows stand in the plan's own order.
    """
    counted = [name for name in numbers if name not in by]
    if not by:
        return pd.DataFrame({name: [numbers[name].sum()] for name in counted})
    members = [_members(view, column) for column in by]
    places, is_among = _places(members, [numbers[column] for column in by])
    groups = prod(map(len, members))
    sums = {name: _sums(places, numbers[name].to_numpy()[is_among], groups) for name in counted}
    named = zip(*product(*members), strict=True) if groups else ((),) * len(by)
    keys = {column: pd.Series(each, dtype=_DTYPES.get(column, "int64")) for column, each in zip(by, named, strict=True)}
    return pd.DataFrame(keys | sums)


def _members(view: View, column: str) -> list[Hashable]:
    """The groups of a column in the plan's order."""
    if column == "month":
        return list(view.months)
    if column == "section":
        return list(view.sections)
    return list(view.measures["measure"] if column == "measure" else getattr(view.year, f"{column}s"))


def _places(
    members: Sequence[Sequence[Hashable]], columns: Sequence[pd.Series]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The number of each row's group, in the order of the product of members, and which rows are in a group at all."""
    place = np.zeros(len(columns[0]), dtype="int64")
    is_among = np.ones(len(place), dtype="bool")
    for group, column in zip(members, columns, strict=True):
        found = pd.Index(pd.Series(list(group), dtype=column.dtype)).get_indexer(pd.Index(column))
        place, is_among = place * len(group) + found, is_among & (found >= 0)
    return place[is_among], is_among


def _sums(places: NDArray[np.int64], numbers: NDArray[Any], groups: int) -> NDArray[Any]:
    sums = np.bincount(places, weights=numbers, minlength=groups)
    return sums if numbers.dtype.kind == "f" else sums.astype("int64")
