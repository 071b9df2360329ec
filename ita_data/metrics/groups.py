"""Sums per group, with a row for every group of the plan."""

from collections.abc import Hashable, Iterable, Sequence

import pandas as pd

from ita_data.metrics.view import View


def summed(view: View, numbers: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The sums of the other columns of `numbers` per group of the columns `by`; without `by`, one row.

    A group of the plan without any number has a row of zeros. Rows stand in the plan's own order.
    """
    if not by:
        return pd.DataFrame({name: [numbers[name].sum()] for name in numbers})
    sums = numbers.groupby(list(by), sort=False).sum()
    return sums.reindex(_groups(view, by), fill_value=0).reset_index()


def _groups(view: View, by: Sequence[str]) -> pd.Index:
    members: dict[str, Iterable[Hashable]] = {
        "indicator": view.year.indicators,
        "initiative": view.year.initiatives,
        "measure": view.measures["measure"],
        "section": pd.Series(view.sections, dtype="str"),
        "month": view.months,
    }
    if len(by) == 1:
        return pd.Index(members[by[0]], name=by[0])
    return pd.MultiIndex.from_product([members[column] for column in by], names=list(by))
