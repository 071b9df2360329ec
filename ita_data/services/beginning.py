"""What an office that begins decides of its follow-up, and what would follow from it, counted before it is saved."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ita_data.metrics.asking import Asking, asking_of
from ita_data.metrics.year import year_of
from ita_data.model.changes import Edit
from ita_data.model.planning.beginning import Answers, decided_rules, without_rhythm
from ita_data.model.records import Measure, Records
from ita_data.public_holidays import thai_public_holidays
from ita_data.services.editing import edits_between
from ita_data.services.foreseeing import edited
from ita_data.snapshot import snapshot_of


def edits_of(measures: Iterable[Measure], answers: Answers) -> list[Edit]:
    """What answers change of a plan with these measures: its rules, and the measures without a rhythm."""
    unsaid = without_rhythm(measures)
    given = [replace(measure, cadence=answers.cadence) for measure in unsaid]
    return [*edits_between(answers.held, decided_rules(answers)), *edits_between(unsaid, given)]


def asked_for(records: Records, answers: Answers, as_of: date) -> Asking:
    """What a plan would ask for by answers, counted as of a day as its figures are."""
    after = edited(records, edits_of(records.measures, answers))
    return asking_of(year_of(snapshot_of(after, thai_public_holidays()), as_of))
