"""What pages show, cached in this one place by the store's revision: figures, and the rows behind them as bytes.

Every write raises the revision in its own transaction, so a cached value is never out of date and nothing is cleared.
The caches are Python's plain ones, for Streamlit's own hash all their arguments anew at every look.
"""

import pickle
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from pandas import DataFrame

from ita_data.config import database_url
from ita_data.figures import FIGURES
from ita_data.labels import month_label, month_name, words
from ita_data.language import language
from ita_data.metrics import METRICS, View, Year, opening_month, year_of
from ita_data.metrics.frozen import Figures, figures
from ita_data.model.chasing import Chase
from ita_data.model.decisions import Closing, Remark, Reopening, Topic
from ita_data.model.news import SectionNews, days_since_last_meeting
from ita_data.model.orders import GivenOrder, orders_to
from ita_data.model.periods import FiscalMonth, months_of
from ita_data.model.records import Records, Review, Score
from ita_data.model.scores import Assessment, assessment_of
from ita_data.services import chasing, clock, closing, history, looking, opening, orders, scores
from ita_data.snapshot import Snapshot
from ui.tables import metric_html, metric_in_words

_LONGEST_NAME = 44


def store() -> opening.Store:
    """The database of this process."""
    return _store(database_url())


def plans() -> list["Plan"]:
    """Every plan in the store, at the revision it has now."""
    revision = opening.revision(store())
    return [Plan(organisation, fiscal_year, revision) for organisation, fiscal_year in _names(revision)]


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan at one revision of the store: the part of a cache's key that all its tables share."""

    organisation: str
    fiscal_year: int
    revision: int

    def facts(self, today: date) -> "Facts":
        """What the filters and the names of charts need to know of the plan."""
        return _facts(self, language.get(), today)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and choices of a plan; `names` gives the shown name of every indicator, section and so on."""

    names: Mapping[str, Mapping[Any, str]]
    sections: tuple[str, ...]
    opening_month: int
    expects_supporting: bool
    has_reviews: bool
    is_sample: bool


@dataclass(frozen=True)
class Look:
    """What a page looks at: a plan and the filters, which together are the key of everything cached."""

    plan: Plan
    facts: Facts
    month: int
    section: str | None
    with_supporting: bool
    as_of: date

    @cached_property
    def snapshot(self) -> Snapshot:
        """The rows themselves, made anew for every run where something needs them."""
        return _snapshot(self.plan)

    @cached_property
    def records(self) -> Records:
        """The plan's records, for those who edit them; read from the store at every run that needs them."""
        return looking.records(store(), self.plan.organisation, self.plan.fiscal_year)

    @property
    def reviews(self) -> DataFrame:
        """The reviews of the months looked at that the office had by the day of the look."""
        reviews = self.snapshot.reviews
        return reviews[(reviews["month"] <= self.month) & (reviews["received_on"] <= self.as_of)]

    def reviews_of(self, section: str) -> dict[tuple[str, int], Review]:
        """What a section reported in the whole year by the day of the look, by measure and month."""
        reviews = _reviews(self.plan, section)
        return {key: review for key, review in reviews.items() if review.received_on <= self.as_of}

    def as_needed(self, section: str) -> tuple[str, ...]:
        """The measures that a section may report on in the month looked at, though no review is expected."""
        return _as_needed(self.plan, section, self.month)

    @property
    def fiscal_month(self) -> FiscalMonth:
        """The month up to which one looks."""
        return FiscalMonth(self.plan.fiscal_year, self.month)

    @property
    def is_past(self) -> bool:
        """Whether one looks at a day that is over, at which nothing can be written any more."""
        return self.as_of < clock.today()

    @property
    def days_since_last_meeting(self) -> tuple[date, date]:
        """Between which days the news of the month looked at came, as of `days_since_last_meeting`."""
        return days_since_last_meeting(self.fiscal_month, self.as_of)

    @property
    def closing(self) -> Closing | None:
        """The closing of the month looked at, if it is closed."""
        return self.closings.get(self.month)

    @property
    def closings(self) -> dict[int, Closing]:
        """The months that were closed by the day of the look."""
        return {closing.month: closing for closing in _closed(self.plan)[0] if closing.closed_on <= self.as_of}

    @property
    def reopenings(self) -> list[Reopening]:
        """The sections that may change the month looked at though it is closed."""
        known = (entry for entry in _closed(self.plan)[1] if entry.opened_on <= self.as_of)
        return [entry for entry in known if entry.month == self.month]

    def figures(self, month: int) -> Figures:
        """The office's figures up to a month as they are now, with the sections that the plan's rules count."""
        view = replace(self.of_section(None), month=month)
        found: Figures = self._kept(f"figures {month}", lambda: figures(view))
        return found

    @property
    def orders(self) -> list[GivenOrder]:
        """The orders to the section looked at, or to any, whichever fiscal year they were given for."""
        return orders_to(self.section, _orders(self.plan))

    def assessment(self, fiscal_year: int) -> Assessment:
        """What is known of the office's assessment in a fiscal year."""
        return assessment_of(fiscal_year, _scores(self.plan))

    @property
    def remarks_of_month(self) -> list[Remark]:
        """All that the director said on the month looked at without ordering anything."""
        return _remarks(self.plan, self.month)

    def remarks(self, topic: Topic) -> list[Remark]:
        """What the director said by the day of the look on a topic of the month looked at."""
        remarks = _remarks(self.plan, self.month)
        return [remark for remark in remarks if remark.topic is topic and remark.made_on <= self.as_of]

    def of_section(self, section: str | None) -> View:
        """The same view of one section, or of all, with the sections that the plan's rules count."""
        return View(self._year, self.month, section, self.facts.expects_supporting)

    def of_last_year(self, section: str | None) -> View | None:
        """In October, when September's reports fall due, the whole fiscal year before; None in other months."""
        is_october = FiscalMonth.of(self.as_of) == FiscalMonth(self.plan.fiscal_year, 1)
        year = self._last_year if is_october else None
        return View(year, 12, section, year.rules.expects_supporting) if year else None

    @property
    def chases(self) -> list[Chase]:
        """What each section is chased for, whomever else the filters leave out."""
        return chasing.chases(self.of_section(None), _orders(self.plan))

    @property
    def news(self) -> list[SectionNews]:
        """What changed since the last meeting, by section."""
        return _news(self.plan, *self.days_since_last_meeting)

    @cached_property
    def view(self) -> View:
        """The part of the plan's year that is looked at."""
        return View(self._year, self.month, self.section, self.with_supporting)

    def rows(self, metric: str) -> list[dict[Hashable, Any]]:
        """The rows of a metric's table."""
        rows: list[dict[Hashable, Any]] = self._kept(metric, lambda: self.table(metric).to_dict("records"))
        return rows

    def table(self, metric: str) -> DataFrame:
        """A metric's table; the year before is counted only for those that compare with it."""
        is_compared = metric.endswith("_this_year_and_last")
        view = replace(self.view, last_year=self._last_year) if is_compared else self.view
        return METRICS[metric](view)

    def drawn(self, metric: str, only: tuple[str, ...] = ()) -> "Drawn":
        """The chart of a metric with its words and its table; `only` names the measures to show, if not all."""
        drawn: Drawn = self._kept(f"chart {metric} {only}", lambda: _drawn(self, metric, only))
        return drawn

    @cached_property
    def _year(self) -> Year:
        year: Year = pickle.loads(_year_in_bytes(self.plan, self.as_of))
        return year

    @cached_property
    def _last_year(self) -> Year | None:
        year: Year | None = pickle.loads(_last_year_in_bytes(self.plan, self.as_of))
        return year

    @cached_property
    def _shelf(self) -> dict[str, bytes]:
        return _shelf(self.plan, self.month, self.section, self.with_supporting, self.as_of, language.get())

    def _kept(self, name: str, make: Callable[[], Any]) -> Any:
        """What was made for this look before, by anyone.

        It is kept as bytes: Streamlit has the collector walk all objects after every run, and these needn't be.
        """
        if name not in self._shelf:
            self._shelf[name] = pickle.dumps(make())
        return pickle.loads(self._shelf[name])


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's plain values, the same numbers in one sentence, and as an HTML table."""

    figure: dict[str, Any]
    in_words: str
    html: str


@lru_cache(maxsize=4)
def _store(url: str) -> opening.Store:
    return opening.open_store(url)


@lru_cache(maxsize=4)
def _names(revision: int) -> list[tuple[str, int]]:
    return [(name.organisation, name.fiscal_year) for name in opening.plans(store())]


def opening_look(plan: Plan, today: date) -> Look:
    """What somebody sees who has chosen nothing yet."""
    facts = plan.facts(today)
    return Look(plan, facts, facts.opening_month, None, facts.expects_supporting, today)


def _snapshot(plan: Plan) -> Snapshot:
    snapshot: Snapshot = pickle.loads(_snapshot_in_bytes(plan))
    return snapshot


@lru_cache(maxsize=8)
def _snapshot_in_bytes(plan: Plan) -> bytes:
    return pickle.dumps(looking.snapshot(store(), plan.organisation, plan.fiscal_year))


@lru_cache(maxsize=16)
def _reviews(plan: Plan, section: str) -> dict[tuple[str, int], Review]:
    found = looking.reviews(store(), plan.organisation, plan.fiscal_year, section)
    return {(review.measure, review.month): review for review in found}


@lru_cache(maxsize=64)
def _as_needed(plan: Plan, section: str, month: int) -> tuple[str, ...]:
    return looking.as_needed(store(), plan.organisation, plan.fiscal_year, section, month)


@lru_cache(maxsize=4)
def _closed(plan: Plan) -> tuple[tuple[Closing, ...], tuple[Reopening, ...]]:
    return closing.closings(store(), plan.organisation, plan.fiscal_year)


@lru_cache(maxsize=4)
def _orders(plan: Plan) -> list[GivenOrder]:
    return orders.orders(store(), plan.organisation)


@lru_cache(maxsize=4)
def _scores(plan: Plan) -> list[Score]:
    return scores.scores(store(), plan.organisation)


@lru_cache(maxsize=16)
def _remarks(plan: Plan, month: int) -> list[Remark]:
    return orders.remarks(store(), plan.organisation, FiscalMonth(plan.fiscal_year, month))


@lru_cache(maxsize=16)
def _news(plan: Plan, since: date, until: date) -> list[SectionNews]:
    return history.news_between(store(), plan.organisation, plan.fiscal_year, since, until)


@lru_cache(maxsize=32)
def _year_in_bytes(plan: Plan, as_of: date) -> bytes:
    """The states and statuses of a whole fiscal year, from which every choice of filters is counted."""
    return pickle.dumps(year_of(_snapshot(plan), as_of))


@lru_cache(maxsize=32)
def _last_year_in_bytes(plan: Plan, as_of: date) -> bytes:
    return pickle.dumps(looking.year_before(store(), plan.organisation, plan.fiscal_year, as_of))


@lru_cache(maxsize=128)
def _shelf(
    plan: Plan, month: int, section: str | None, with_supporting: bool, as_of: date, language: str
) -> dict[str, bytes]:
    return {}


def _drawn(look: Look, metric: str, only: tuple[str, ...]) -> Drawn:
    table, names = look.table(metric), look.facts.names
    if only:
        table = table[table["measure"].isin(only)]
    return Drawn(FIGURES[metric](table, names), metric_in_words(table, names), metric_html(table, names))


@lru_cache(maxsize=64)
def _facts(plan: Plan, language: str, today: date) -> Facts:
    snapshot = _snapshot(plan)
    sections = snapshot.sections.sort_values("position")
    return Facts(
        names={
            "indicator": {row.indicator: f"{row.indicator} {row.name}" for row in _each(snapshot.indicators)},
            "initiative": {
                row.initiative: _short(f"ก{row.initiative} {row.name}") for row in _each(snapshot.initiatives)
            },
            "section": {row.section: row.short_name or row.section for row in _each(sections)},
            "month": {month.month: month_label(month.first_day) for month in months_of(plan.fiscal_year)},
            "fiscal_year": {year: str(year) for year in (plan.fiscal_year - 1, plan.fiscal_year)},
            "fiscal_month": {month.month: month_name(month.first_day) for month in months_of(plan.fiscal_year)},
            "stands": words("stands"),
            "measure": {code: code for code in snapshot.measures["measure"]},
        },
        sections=tuple(sections["section"]),
        opening_month=opening_month(snapshot, today),
        expects_supporting=snapshot.rules.expects_supporting,
        has_reviews=not snapshot.reviews.empty,
        is_sample=snapshot.is_sample,
    )


def _each(frame: DataFrame) -> Iterator[Any]:
    return frame.itertuples(index=False)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
