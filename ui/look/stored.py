"""What the store holds of the plan that a page looks at: its rows, its records, what was reported and scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pandas import DataFrame

from ita_data.metrics.asking import Asking
from ita_data.model.changes import Author, Edit, Key
from ita_data.model.column_answers import ColumnAnswer
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.beginning import Answers
from ita_data.model.records import Records, Review
from ita_data.model.scores import Assessment, assessment_of
from ita_data.services import columns, history, looking, scores
from ita_data.services.beginning import asked_for
from ita_data.services.foreseeing import Foreseen, foreseen
from ita_data.snapshot import Snapshot
from ui.look import kept
from ui.look.asked import Asked
from ui.look.store import store


@dataclass(frozen=True)
class Stored:
    """The plan's records as known on the day of the look."""

    asked: Asked

    @cached_property
    def snapshot(self) -> Snapshot:
        """The rows themselves, made anew for every run where something needs them."""
        return kept.snapshot(self.asked.plan, self.asked.as_of)

    @cached_property
    def records(self) -> Records:
        """The plan's records, for those who edit them; read from the store at every run that needs them."""
        return looking.records(store(), self.asked.plan.name, self.asked.as_of)

    @property
    def reviews(self) -> DataFrame:
        """The reviews of the months looked at."""
        reviews = self.snapshot.reviews
        return reviews[reviews["month"] <= self.asked.month]

    @property
    def emails(self) -> dict[str, str]:
        """The addresses of the sections, blank where none is known."""
        return kept.emails(self.asked.plan, self.asked.as_of)

    def reviews_of(self, section: str) -> dict[tuple[str, int], Review]:
        """What a section reported in the whole year, by measure and month."""
        return kept.reviews(self.asked.plan, section, self.asked.as_of)

    def as_needed(self, section: str) -> tuple[str, ...]:
        """The measures that a section may report on in the month looked at, though no review is expected."""
        return kept.as_needed(self.asked.plan, section, self.asked.month)

    def foreseen(self, edits: Sequence[Edit]) -> list[Foreseen]:
        """What edits would change of the office's figures."""
        asked = self.asked
        found: list[Foreseen] = kept.kept(
            asked, f"foreseen {edits!r}", lambda: foreseen(store(), asked.plan.name, edits, asked.as_of)
        )
        return found

    def asked_for(self, answers: Answers) -> Asking:
        """What the plan would ask for by what an office that begins answers."""
        asked = self.asked
        found: Asking = kept.kept(
            asked, f"asked for {answers!r}", lambda: asked_for(self.records, answers, asked.as_of)
        )
        return found

    def authors(self, kind: str) -> dict[Key, Author]:
        """Who wrote each record of one kind last."""
        return history.authors(store(), self.asked.plan.name, kind)

    def plan_of_scores(self, fiscal_year: int) -> PlanName:
        """The plan that keeps the scores of a year; raises NotFound where none can."""
        return scores.plan_for(store(), self.asked.plan.organisation, fiscal_year)

    def report(self, name: str) -> bytes:
        """One of the files of `EXPORTS`, of the plan."""
        return looking.export(store(), self.asked.plan.name, name, self.asked.as_of)

    def monthly_form(self, section: str, month: int) -> bytes:
        """The monthly workbook that a section fills in."""
        return looking.monthly_form(store(), self.asked.plan.name, section, month)

    @property
    def column_answers(self) -> list[ColumnAnswer]:
        """What the office said of the columns of its files."""
        return columns.remembered(store(), self.asked.plan.organisation)

    def assessment(self, fiscal_year: int) -> Assessment:
        """What is known of the office's assessment in a fiscal year."""
        return assessment_of(fiscal_year, kept.office_scores(self.asked.plan))
