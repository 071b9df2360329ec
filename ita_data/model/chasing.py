"""Whom to chase for what: the reports and orders of a section that are past their day, and where to write to it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.errors import MessageError
from email.headerregistry import Address
from enum import StrEnum
from typing import Any

from ita_data.model.errors import ItaError
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName


class ChaseState(StrEnum):
    """What became of a mail: `sending` is one of which nobody knows whether it went out."""

    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report that is overdue."""

    measure: str
    text: str
    month: FiscalMonth
    due_on: date
    days_overdue: int


@dataclass(frozen=True, slots=True)
class Chase:
    """What one section is chased for on a day: its overdue reports, oldest first, and its overdue orders."""

    organisation: str
    section: str
    as_of: date
    reports: tuple[OwedReport, ...]
    orders: tuple[GivenOrder, ...]


@dataclass(frozen=True, slots=True)
class SentChase:
    """A mail of a day to a section, with who sent it when.

    `said` is why it failed, or, of one that was sent, which of the addresses the server didn't take.
    """

    section: str
    day: date
    state: ChaseState
    addresses: str
    said: str
    actor: str
    sent_at: datetime

    def is_mail_of(self, day: date) -> bool:
        """Whether it went out on a day, or may have, so that no other one goes out."""
        return self.day == day and self.state is not ChaseState.FAILED


@dataclass(frozen=True, slots=True)
class Mailing:
    """What came of mailing a section: why it failed, if it did, or the addresses that the server didn't take."""

    section: str
    fault: ItaError | None = None
    refused: tuple[str, ...] = ()


def chases(
    plan: PlanName,
    as_of: date,
    sections: Sequence[str],
    overdue: Iterable[Mapping[Any, Any]],
    orders: Sequence[GivenOrder],
) -> list[Chase]:
    """The sections that owe something, in their order; `overdue` are the rows of the metric of that name."""
    reports: dict[str, list[OwedReport]] = {section: [] for section in sections}
    for row in overdue:
        month = FiscalMonth(plan.fiscal_year, row["month"])
        owed = OwedReport(row["measure"], row["text"], month, row["due_on"], row["days_overdue"])
        reports.setdefault(row["section"], []).append(owed)
    late = [given for given in orders if given.is_overdue_on(as_of)]
    found = (
        Chase(
            plan.organisation,
            section,
            as_of,
            tuple(owed),
            tuple(given for given in late if given.is_to(section)),
        )
        for section, owed in reports.items()
    )
    return [chase for chase in found if chase.reports or chase.orders]


def worst_first(chases: Iterable[Chase]) -> list[Chase]:
    """Who owes most reports first, then whose oldest is the oldest, then who owes most orders."""
    return sorted(chases, key=_least_bad)


def _least_bad(chase: Chase) -> tuple[int, date, int]:
    oldest = min((report.due_on for report in chase.reports), default=date.max)
    return (-len(chase.reports), oldest, -len(chase.orders))


def addresses_in(text: str) -> list[str]:
    """The e-mail addresses of a text, parted by commas, semicolons or blanks.

    Raises ValueError with the first part that is no address.
    """
    found = [part for part in re.split(r"[\s,;]+", text) if part]
    for part in found:
        if not _is_address(part):
            raise ValueError(part)
    return found


def _is_address(text: str) -> bool:
    try:
        address = Address(addr_spec=text)
    except (MessageError, ValueError, IndexError):
        return False
    # "(x)a@b.c" is read as a@b.c: what isn't said whole is no address.
    return text == f"{address.username}@{address.domain}" and text.isascii() and "." in address.domain
