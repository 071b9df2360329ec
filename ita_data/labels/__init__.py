"""How things are called and coloured wherever people see them: words, days, counts and looks."""

from ita_data.labels.codes import codes_label
from ita_data.labels.counts import (
    grid_label,
    grid_state,
    of_indicators_label,
    pace_label,
    percent_label,
    progress_label,
    rate_label,
    rounds_label,
    whole_percent,
)
from ita_data.labels.days import date_label, month_label, month_name
from ita_data.labels.looks import (
    COMPLETED_IN_DARK,
    DARK_TEXT,
    LIGHT_TEXT,
    PART_COLOURS,
    RATE_COLOURS,
    SEVERITY_SYMBOLS,
    STATE_COLOURS,
    STATE_SYMBOLS,
    STATUS_COLOURS,
    STATUS_SYMBOLS,
    YEAR_COLOURS,
    text_on,
)
from ita_data.labels.signs import UNCONFIRMED_SYMBOL, state_label, status_label, unconfirmed_label
from ita_data.labels.words import Family, chart_title, label, words

__all__ = [
    "COMPLETED_IN_DARK",
    "DARK_TEXT",
    "LIGHT_TEXT",
    "PART_COLOURS",
    "Family",
    "RATE_COLOURS",
    "SEVERITY_SYMBOLS",
    "STATE_COLOURS",
    "STATE_SYMBOLS",
    "STATUS_COLOURS",
    "STATUS_SYMBOLS",
    "UNCONFIRMED_SYMBOL",
    "YEAR_COLOURS",
    "chart_title",
    "codes_label",
    "date_label",
    "grid_label",
    "grid_state",
    "label",
    "month_label",
    "month_name",
    "percent_label",
    "progress_label",
    "pace_label",
    "rate_label",
    "of_indicators_label",
    "rounds_label",
    "state_label",
    "status_label",
    "text_on",
    "unconfirmed_label",
    "whole_percent",
    "words",
]
