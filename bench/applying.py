"""`python -m bench.applying`: plan and apply 100,000 reviews beside one bare insert of the same rows.

The bare insert is the driver's own executemany with rows made beforehand, in one transaction on the same tables. Both
take turns on databases of their own; printed are medians, and the median of the ratios within a round.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

import sqlalchemy as sa
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.cadence import Cadence
from ita_data.model.changes import Changes, Origin
from ita_data.model.periods import MONTHS
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Indicator, Measure, Records, Review, Section
from ita_data.model.states import Status
from ita_data.store.tables import reviews
from tests.databases import Databases, SqliteFiles, running_postgresql

REVIEWS = 100_000
SECTIONS = 10
ROUNDS = 7
ACTOR = Actor("bench", ActorRole.COORDINATOR)
ORIGIN = Origin("monthly", date(2024, 11, 4), "bench.xlsx")

PLAN = Records(
    "สำนักงานเขตตัวอย่าง",
    2568,
    sections=tuple(Section(f"ฝ่ายที่ {number}", position=number) for number in range(SECTIONS)),
    indicators=(Indicator(1, "การปฏิบัติหน้าที่"),),
    measures=tuple(
        Measure(f"1.{number}", 1, None, number, "ประกาศคู่มือการปฏิบัติงาน", cadence=Cadence.MONTHLY)
        for number in range(1, REVIEWS // SECTIONS // len(MONTHS) + 2)
    ),
)
REPORTED = Records(
    PLAN.organisation,
    PLAN.fiscal_year,
    reviews=tuple(
        Review(
            measure.code,
            section.name,
            month,
            Status.IN_PROGRESS,
            date(2024, 11, 4),
            float(month * 8),
            f"ดำเนินการตามมาตรการ {measure.code} ประจำเดือนที่ {month} แล้ว",
            date(2024, 10, 1 + month),
            "บันทึกข้อความ ที่ กท 5001/123",
            "-",
        )
        for measure in PLAN.measures
        for section in PLAN.sections
        for month in MONTHS
    )[:REVIEWS],
)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, running_postgresql() as postgresql:
        for name, databases in {"SQLite": SqliteFiles(Path(folder)), "PostgreSQL": postgresql}.items():
            _print(name, [_round(databases) for _round_number in range(ROUNDS)])


def _round(databases: Databases) -> tuple[float, float]:
    """Seconds for planning and applying, and for the bare insert."""
    with _office(databases) as engine:
        planned = _timed(lambda: _plan_and_apply(engine))
        statement, rows = _rows(engine)
    with _office(databases) as engine:
        return planned, _timed(lambda: _insert(engine, statement, rows))


@contextmanager
def _office(databases: Databases) -> Iterator[Engine]:
    """A database with a plan on which nothing was reported yet."""
    with databases.migrated() as address:
        engine = store.engine_for(address)
        with store.write_to(engine) as connection:
            _apply(connection, changes_of(Records(PLAN.organisation, PLAN.fiscal_year), PLAN, 0))
        yield engine
        engine.dispose()


def _plan_and_apply(engine: Engine) -> None:
    with store.read_from(engine) as connection:
        stored = store.records(connection, PLAN.plan)
    planned = changes_of(stored, REPORTED, 1)
    with store.write_to(engine) as connection:
        _apply(connection, planned)


def _apply(connection: sa.Connection, planned: Changes) -> None:
    store.apply(connection, planned, ORIGIN, ACTOR, datetime.now(UTC))


def _rows(engine: Engine) -> tuple[str, list[object]]:
    """The statement and the rows that a bare insert gives to the driver, as the driver takes them."""
    statement = sa.insert(reviews).compile(dialect=engine.dialect)
    with store.read_from(engine) as connection:
        found = connection.exec_driver_sql("SELECT * FROM reviews").mappings().all()
    if statement.positiontup:
        return str(statement), [tuple(row[name] for name in statement.positiontup) for row in found]
    return str(statement), [dict(row) for row in found]


def _insert(engine: Engine, statement: str, rows: list[object]) -> None:
    with store.write_to(engine) as connection:
        cursor = connection.connection.cursor()
        cursor.executemany(statement, rows)
        cursor.close()


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _print(name: str, rounds: Sequence[tuple[float, float]]) -> None:
    planned, bare = (median(values) for values in zip(*rounds, strict=True))
    ratio = median(theirs / ours for ours, theirs in rounds)
    sys.stdout.write(
        f"{name}: planned and applied in {planned:.2f} s, inserted bare in {bare:.2f} s; {ratio:.2f} of its speed\n"
    )


if __name__ == "__main__":
    main()
