"""Words, months, rates and colours as people see them."""

from collections.abc import Callable, Iterator
from contextvars import copy_context
from dataclasses import fields
from datetime import date
from enum import StrEnum

import pytest

from ita_data import labels
from ita_data.commands.pages import PAGES
from ita_data.figures import FIGURES
from ita_data.labels import (
    STATE_COLOURS,
    STATE_SYMBOLS,
    STATUS_COLOURS,
    STATUS_SYMBOLS,
    codes_label,
    label,
    text_on,
    words,
)
from ita_data.language import LANGUAGES, language
from ita_data.metrics import METRICS, View, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.changes import Action
from ita_data.model.decisions import Response, Topic
from ita_data.model.field_labels import field_label
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Verdict
from ita_data.model.records import KINDS, LinkState, Role
from ita_data.model.states import CellState, Status
from tests.plans import plan_of

FAMILIES: dict[str, type[StrEnum]] = {
    "status": Status,
    "state": CellState,
    "cadence": Cadence,
    "role": Role,
    "link_state": LinkState,
    "response": Response,
    "topic": Topic,
    "action": Action,
    "severity": Severity,
    "verdict": Verdict,
}
NOTHING = dict.fromkeys([*CellState, "received", "due"], 0)
DAY = date(2024, 12, 5)


def in_language(chosen: str, say: Callable[[], object]) -> object:
    """What is said in a language, which stays unchanged for everybody else."""

    def said() -> object:
        language.set(chosen)
        return say()

    return copy_context().run(said)


@pytest.mark.parametrize(("family", "values"), FAMILIES.items(), ids=FAMILIES)
def test_every_value_has_a_word(family: str, values: type[StrEnum]) -> None:
    assert set(words(family)) == set(values)


def test_every_kind_of_record_and_every_field_has_a_word() -> None:
    assert set(words("kind")) == set(KINDS)
    names = {field.name for kind in KINDS.values() for field in fields(kind) if field.compare}
    assert {field_label(name) for name in names}


def test_every_word_for_a_column_names_one_of_a_charts_metric_or_of_a_pages_command() -> None:
    view = View(year_of(plan_of(), DAY))
    shown = {*FIGURES, *(name for metrics in PAGES.values() for name in metrics)}
    assert set(words("column")) <= {column for name in shown for column in METRICS[name](view)}


def test_a_value_nobody_named_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("status", "done")


def test_words_come_in_the_language_that_was_chosen() -> None:
    assert in_language("th", lambda: label("status", "completed")) == "ดำเนินการแล้ว"
    assert in_language("en", lambda: label("status", "completed")) == "Completed"


@pytest.mark.parametrize("chosen", LANGUAGES)
def test_the_states_of_a_cell_are_called_differently(chosen: str) -> None:
    names = in_language(chosen, lambda: [*words("state").values()])
    assert isinstance(names, list)
    assert len(set(names)) == len(CellState)


def test_days_and_months_are_thai_and_buddhist() -> None:
    assert in_language("th", lambda: (labels.month_label(DAY), labels.date_label(DAY))) == ("ธ.ค. 67", "5 ธ.ค. 67")
    assert in_language("en", lambda: (labels.month_label(DAY), labels.date_label(DAY))) == ("Dec 2024", "5 Dec 2024")


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [(29, 37, "78% (29/37)"), (0, 5, "0% (0/5)"), (5, 5, "100% (5/5)"), (0, 0, "–"), (1500, 2000, "75% (1,500/2,000)")],
)
def test_a_rate_is_never_without_its_denominator(numerator: int, denominator: int, shown: str) -> None:
    assert labels.rate_label(numerator, denominator) == shown


@pytest.mark.parametrize(
    ("counts", "state", "shown"),
    [
        ({}, None, ""),
        ({"on_time": 1, "received": 1, "due": 1}, "on_time", "✓"),
        ({"on_time": 2, "late": 1, "received": 3, "due": 3}, "late", "◷ 3/3"),
        ({"on_time": 2, "late": 1, "missing": 1, "received": 3, "due": 4}, "partly", "◐ 3/4"),
        ({"missing": 2, "due": 2}, "missing", "✕ 0/2"),
        ({"not_yet_due": 3}, "not_yet_due", "·"),
        ({"exempt": 3}, "exempt", "–"),
        ({"on_time": 1, "not_yet_due": 3, "received": 1, "due": 1}, "not_yet_due", "· 1/4"),
        ({"on_time": 1, "exempt": 3, "received": 1, "due": 1}, "on_time", "✓"),
    ],
)
def test_a_group_of_cells_comes_to_what_is_wanting_most(counts: dict[str, int], state: str | None, shown: str) -> None:
    assert labels.grid_state(NOTHING | counts) == state
    assert labels.grid_label(NOTHING | counts) == shown


def test_every_state_and_status_has_a_symbol_and_a_colour_of_its_own() -> None:
    assert STATE_SYMBOLS.keys() == STATE_COLOURS.keys() == words("grid").keys()
    assert STATUS_SYMBOLS.keys() == words("status").keys() <= STATUS_COLOURS.keys()
    for looks in (STATE_SYMBOLS, STATE_COLOURS, STATUS_SYMBOLS, STATUS_COLOURS):
        assert len(set(looks.values())) == len(looks)


@pytest.mark.parametrize("colour", sorted({*STATE_COLOURS.values(), *STATUS_COLOURS.values()}))
def test_text_on_a_fill_can_be_read(colour: str) -> None:
    assert contrast(text_on(colour), colour) >= 4.5


def test_contrast_is_the_one_of_the_accessibility_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def contrast(colour: str, other: str) -> float:
    """How far two colours stand apart in lightness, 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(colour), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (channel / 12.92 if channel <= 0.04045 else _light(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> Iterator[float]:
    return (value / 255 for value in bytes.fromhex(colour.removeprefix("#")))


def _light(channel: float) -> float:
    return float(((channel + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0%"), (0.0001, "1%"), (0.004, "1%"), (0.684, "68%"), (0.996, "99%"), (1849 / 1850, "99%"), (1.0, "100%")],
)
def test_what_is_not_all_is_never_100_and_what_is_not_nothing_never_0(share: float, shown: str) -> None:
    assert labels.percent_label(share) == shown
    assert labels.progress_label(100 * share) == shown


def test_where_nothing_is_counted_there_is_no_percentage() -> None:
    assert [labels.percent_label(None), labels.percent_label(float("nan")), labels.progress_label(None)] == ["–"] * 3
    assert labels.rate_label(1849, 1850) == "99% (1,849/1,850)"


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (["O4"], "O4"),
        (["O1", "O2", "O3"], "O1 – O3"),
        (["O1", "O3", "O7"], "O1, O3, O7"),
        (["I9", "I10", "I12", "E1"], "I9 – I10, I12, E1"),
        (["ก", "ข"], "ก, ข"),
        ([], ""),
    ],
    ids=str,
)
def test_only_codes_that_count_on_from_each_other_are_drawn_together(codes: list[str], said: str) -> None:
    assert codes_label(codes) == said
