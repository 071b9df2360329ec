"""The columns that people explained: their answers are kept for the office, and can be taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from ita_data.model.actors import Actor
from ita_data.model.column_answers import ASK_AGAIN, ColumnAnswer
from ita_data.services.opening import Store
from ita_data.store import alone, column_answers, read_from


def remembered(store: Store, organisation: str) -> list[ColumnAnswer]:
    """The answers that hold for an office's next files."""
    with read_from(store) as connection:
        return column_answers.answers(connection, organisation)


def remember(store: Store, organisation: str, layout: str, fields: Mapping[str, str], actor: Actor) -> None:
    """Keep which field the headers of an office's columns stand for, in files of one layout."""
    _write(store, organisation, {layout: fields}, actor)


def forget(store: Store, organisation: str, answers: Iterable[ColumnAnswer], actor: Actor) -> None:
    """Take answers back: the columns are asked for again. Who took them back is written in their place."""
    by_layout: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for answer in answers:
        by_layout[answer.layout][answer.header] = ASK_AGAIN
    _write(store, organisation, by_layout, actor)


def _write(store: Store, organisation: str, by_layout: Mapping[str, Mapping[str, str]], actor: Actor) -> None:
    # No new revision: nothing of what is shown or computed rests on the answers.
    with alone(store) as connection:
        for layout, fields in by_layout.items():
            column_answers.write(connection, organisation, layout, fields, actor=actor, now=datetime.now(UTC))
