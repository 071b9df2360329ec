"""Offices for the tests of what people see: SQLite files that the same services filled which the pages use."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Section
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.services import editing, importing, looking, opening, sample
from ita_data.services.opening import Store

REPORT = sample.SAMPLE / "report-2568.txt"
SAMPLE_OFFICE = "สำนักงานเขตตัวอย่าง"
SAMPLE_PLAN = PlanName(SAMPLE_OFFICE, 2568)
COORDINATOR = Actor("ผู้ประสานงานแผน", ActorRole.COORDINATOR)

_TITLE = "ปีงบประมาณ พ.ศ. {year}"


def made_office(folder: Path, fill: Callable[[Store], object]) -> Path:
    """A database in this folder with what `fill` writes into it."""
    path = folder / "office.db"
    store = opening.open_store(path)
    fill(store)
    store.dispose()
    return path


def report_of(fiscal_year: int) -> bytes:
    """The report as it would be in that fiscal year: another year in its title, otherwise the same."""
    text = REPORT.read_text(encoding="utf-8")
    return text.replace(_TITLE.format(year=2568), _TITLE.format(year=fiscal_year)).encode()


def bring_report(store: Store, fiscal_year: int = 2568) -> None:
    """Import the report of a fiscal year on that year's first day."""
    first_day = date(fiscal_year - 544, 10, 1)
    found = importing.preview(store, report_of(fiscal_year), f"report-{fiscal_year}.txt", first_day)
    importing.apply(store, found, COORDINATOR)


def decide(store: Store) -> None:
    """Have the office go on by the usual rules, as somebody says who brought its first report."""
    (plan,) = opening.plans(store)
    (rules,) = looking.records(store, plan).rules
    editing.save(store, plan, [(rules, replace(rules, is_decided=True))], COORDINATOR)


def complete_a_measure(address: str) -> None:
    """Correct the March reports of a measure in the sample office at this address, and send one that was missing."""
    store = opening.open_store(address)
    (plan,) = opening.plans(store)
    records = looking.records(store, plan)
    review = next(each for each in records.reviews if each.month == 6 and each.status is Status.IN_PROGRESS)
    corrected = [
        (each, replace(each, status=Status.COMPLETED, progress=100.0))
        for each in records.reviews
        if (each.measure, each.month) == (review.measure, 6) and each.status is not Status.COMPLETED
    ]
    works = next(each for each in records.reviews if (each.section, each.month) == ("ฝ่ายโยธา", 5))
    sent = replace(works, month=6, received_on=date(2025, 4, 9), status=Status.COMPLETED, progress=100.0)
    editing.save(store, plan, [*corrected, (None, sent)], COORDINATOR)
    store.dispose()


def add_sections(address: str, names: Iterable[str]) -> None:
    """Give the office at this address more sections, of which every measure of all sections expects reports."""
    store = opening.open_store(address)
    (plan,) = opening.plans(store)
    first = len(looking.records(store, plan).sections)
    added = [(None, Section(name, position=first + place)) for place, name in enumerate(names)]
    editing.save(store, plan, added, COORDINATOR)
    store.dispose()


def give_address(store: Store, name: str, email: str) -> None:
    """Give a section of the first plan's office an address for mail."""
    plan = opening.plans(store)[0]
    section = next(each for each in looking.records(store, plan).sections if each.name == name)
    editing.save(store, plan, [(section, replace(section, email=email))], COORDINATOR)


def change_rules(store: Store, plan: PlanName, rules: Rules, actor: Actor, reason: str = "") -> int | None:
    """Have somebody set a plan's rules; the batch, None where they are so already."""
    (stored,) = looking.records(store, plan).rules
    batch = editing.save(store, plan, [(stored, rules)], actor, reason)
    return batch and batch.id
