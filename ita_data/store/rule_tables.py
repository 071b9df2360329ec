"""The tables of what an office decides for its reports: the rules of a plan, each from a month on, and its holidays."""

from sqlalchemy import CheckConstraint, Column, Table, UniqueConstraint
from sqlalchemy.types import Boolean, Date, Integer, Text

from ita_data.store.columns import Percents, between, column, flag, metadata, record_id, reference

rules = Table(
    "rules",
    metadata,
    record_id(),
    reference("plan"),
    column("due_day", Integer),
    column("expects_supporting", Boolean),
    Column("reporting_target", Integer),
    Column("on_time_target", Integer),
    column("completion_targets", Percents),
    column("starts_in_month", Integer),
    column("from_month", Integer),
    flag("is_decided"),
    UniqueConstraint("plan_id", "from_month"),
    between("due_day", 1, 31),
    between("reporting_target", 0, 100),
    between("on_time_target", 0, 100),
    between("starts_in_month", 1, 12),
    between("from_month", 1, 12),
)

holidays = Table(
    "holidays",
    metadata,
    record_id(),
    reference("organisation"),
    column("day", Date),
    column("name", Text),
    UniqueConstraint("organisation_id", "day"),
    CheckConstraint("name <> ''", name="name"),
)
