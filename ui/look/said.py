"""What people decided and said on the plan and month that a page looks at, by the day of the look."""

from dataclasses import dataclass
from datetime import date

from ita_data.metrics.frozen import Figures, thawed
from ita_data.model.chasing import SentChase
from ita_data.model.decisions import Closing, HeldMeeting, Remark, Reopening, Topic
from ita_data.model.names import Names
from ita_data.model.orders import GivenOrder, orders_to
from ita_data.services.chasing import last_mails
from ita_data.services.closing import LaterChange, changes_after
from ui.look import kept
from ui.look.asked import Asked
from ui.look.store import store


@dataclass(frozen=True, slots=True)
class Said:
    """Orders, remarks, and the closings of months, as known on the day of the look."""

    asked: Asked

    @property
    def orders(self) -> list[GivenOrder]:
        """The orders to the section looked at, or to any, whichever fiscal year they were given for."""
        return orders_to(self.asked.section, kept.given_orders(self.asked.plan, self.asked.as_of))

    @property
    def remarks_of_month(self) -> list[Remark]:
        """All that the director said on the month looked at without ordering anything."""
        return kept.remarks(self.asked.plan, self.asked.month, self.asked.as_of)

    def remarks(self, topic: Topic) -> list[Remark]:
        """What the director said on a topic of the month looked at."""
        return [remark for remark in self.remarks_of_month if remark.topic is topic]

    @property
    def news_days(self) -> tuple[date, date]:
        """The days after and up to which something is news since the last meeting, for that on the month looked at."""
        return kept.news_days(self.asked.plan, self.asked.month, self.asked.as_of)

    @property
    def held_meeting(self) -> HeldMeeting | None:
        """When the meeting on the month looked at was held, where somebody marked it."""
        return kept.held_meeting(self.asked.plan, self.asked.month, self.asked.as_of)

    @property
    def closing(self) -> Closing | None:
        """The closing of the month looked at, if it is closed."""
        return self.closings.get(self.asked.month)

    @property
    def closings(self) -> dict[int, Closing]:
        """The closed months."""
        closings, _reopenings = kept.closed(self.asked.plan, self.asked.as_of)
        return {closing.month: closing for closing in closings}

    @property
    def reopenings(self) -> list[Reopening]:
        """The sections that may change the month looked at though it is closed."""
        _closings, reopenings = kept.closed(self.asked.plan, self.asked.as_of)
        return [entry for entry in reopenings if entry.month == self.asked.month]

    def changes_after(self, closing: Closing) -> list[LaterChange]:
        """What was written since a month was closed of all that its figures rest on, the newest first."""
        return changes_after(store(), self.asked.plan.name, closing, self.asked.as_of)

    def names_since(self, revision: int) -> Names:
        """The names that records of the plan got after the store had a revision."""
        return kept.names_since(self.asked.plan, revision)

    def kept_figures(self, closing: Closing) -> Figures:
        """The figures that were kept when a month was closed, under the names that hold now."""
        return thawed(closing.figures, self.names_since(closing.revision))

    @property
    def last_mails(self) -> dict[str, SentChase]:
        """The latest mail to each section that was chased by one."""
        return last_mails(store(), self.asked.plan.organisation, self.asked.as_of)
