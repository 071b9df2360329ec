"""The kinds of columns that the tables of the store are made of."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, ForeignKey
from sqlalchemy.engine import Dialect
from sqlalchemy.types import Boolean, Integer, Text

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
"""All tables of the store: those of the records and those of the log."""


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A moment with its time zone, given back in UTC by every database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        # SQLite keeps no time zone; what was written there is UTC.
        return value and (value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC))


class Points(sa.TypeDecorator[Decimal]):
    """A number of points with four decimals, counted in ten-thousandths: SQLite knows no decimals."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else int(value.scaleb(4).to_integral_exact())

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value).scaleb(-4)


class Percents(sa.TypeDecorator[tuple[int | None, ...]]):
    """Whole percents with gaps among them, as a text such as "10,,30"; an empty text where there are none."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[int | None, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else ",".join("" if percent is None else str(percent) for percent in value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int | None, ...]:  # noqa: ARG002
        return tuple(int(percent) if percent else None for percent in value.split(",")) if value else ()


class Lines(sa.TypeDecorator[tuple[str, ...]]):
    """Short texts, one a line; an empty text where there are none."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else "\n".join(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(value.split("\n")) if value else ()


def record_id() -> Column[int]:
    """The id of a record, which the writer hands out."""
    return Column("id", Integer, primary_key=True, autoincrement=False)


def counted_id() -> Column[int]:
    """The id of a row of the log, which the database counts up."""
    return Column("id", Integer, primary_key=True)


def column(name: str, kind: Any) -> Column[Any]:
    """A column that every row fills."""
    return Column(name, kind, nullable=False)


def flag(name: str) -> Column[bool]:
    """Something that a table gained while it had rows already, of which it isn't so."""
    return Column(name, Boolean, nullable=False, server_default=sa.false())


def texts(*names: str) -> list[Column[str]]:
    """Texts that a table gained while it had rows already, which say nothing there."""
    return [Column(name, Text, nullable=False, server_default=sa.text("''")) for name in names]


def reference(to: str, nullable: bool = False) -> Column[int]:
    """The id of the record that the field `to` names."""
    return Column(f"{to}_id", Integer, ForeignKey(f"{to}s.id"), nullable=nullable)


def one_of(name: str, words: type[StrEnum], nullable: bool = False, usual: StrEnum | None = None) -> Column[Any]:
    """A column that holds one of our own words; rows from before there was such a column hold the `usual` one."""
    values = [word.value for word in words]
    kind = sa.Enum(
        words, name=name, native_enum=False, create_constraint=True, length=20, values_callable=lambda _words: values
    )
    return Column(name, kind, nullable=nullable, server_default=usual and sa.text(f"'{usual}'"))


def between(name: str, lowest: int, highest: int) -> CheckConstraint:
    """A check that a column, where it is filled, holds a number from the lowest to the highest."""
    return CheckConstraint(f"{name} BETWEEN {lowest} AND {highest}", name=name)
