"""Who has completed least; those who share the place are all named."""

from collections.abc import Sequence
from typing import Any

from ita_data.findings.counted import Counted, Row
from ita_data.findings.figures import confirmed_words
from ita_data.findings.wording import few_or_number, indicator_names, member_name
from ita_data.labels import percent_label
from ita_data.language import gettext as _


def least_completed(counted: Counted, group: str, rows: Sequence[Row]) -> str:
    """The groups of `completion_by_indicator` or `completion_by_section` that have completed least, in a sentence."""
    applicable = [row for row in rows if row["applicable"]]
    if not applicable:
        return _("No measure is applicable")
    lowest = min(row["completion"] for row in applicable)
    last = [row for row in applicable if row["completion"] == lowest]
    if lowest == 1:
        return _all_done(group)
    if lowest == 0:
        return _none_completed(counted, group, last, len(applicable))
    return _least(counted, group, last)


def _least(counted: Counted, group: str, last: Sequence[Row]) -> str:
    if len(last) > 1:
        said = _("{names} have completed least: {completion} each").format(
            names=_names(counted, group, last), completion=_fraction(last)
        )
        return " · ".join(part for part in (said, _unconfirmed(last)) if part)
    if last[0]["unconfirmed"]:
        return _("{name} has completed least: {completed}").format(
            name=_names(counted, group, last), completed=confirmed_words(last[0])
        )
    return _("{name} has completed least: {completed} of {applicable} measures").format(
        name=_names(counted, group, last), completed=last[0]["completed"], applicable=last[0]["applicable"]
    )


def _unconfirmed(rows: Sequence[Row]) -> str:
    waiting = sum(row["unconfirmed"] for row in rows)
    return _("{number} to be confirmed").format(number=waiting) if waiting else ""


def _none_completed(counted: Counted, group: str, last: Sequence[Row], groups: int) -> str:
    if len(last) == groups and groups > 1:
        return _("No measure is completed yet")
    return _("{name} has no completed measure yet").format(name=_names(counted, group, last))


def _all_done(group: str) -> str:
    if group == "indicator":
        return _("All measures of all indicators are completed")
    return _("All sections have completed their measures")


def _names(counted: Counted, group: str, rows: Sequence[Row]) -> str:
    members: list[Any] = [row[group] for row in rows]
    if group == "section":
        return few_or_number([member_name(counted, group, member) for member in members], _("{number} sections"))
    return indicator_names(members)


def _fraction(rows: Sequence[Row]) -> str:
    fractions = {f"{row['completed']}/{row['applicable']}" for row in rows}
    return fractions.pop() if len(fractions) == 1 else percent_label(rows[0]["completion"])
