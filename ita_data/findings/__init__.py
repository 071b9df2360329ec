"""What a month's figures say: the sentence, the four figures, who owes, what to decide; for page, screen and file."""

from ita_data.findings.counted import Counted, CountedMonth, Row
from ita_data.findings.decided import (
    Answered,
    Decided,
    answered,
    decided,
    decided_figures,
    decided_finding,
    ordered_words,
    overdue_orders,
    remark_words,
)
from ita_data.findings.figures import Figure, four_figures, heading_figures
from ita_data.findings.heading_finding import heading_finding
from ita_data.findings.indicators import IndicatorBars, adding_up, indicator_bars
from ita_data.findings.measures import MeasureGroup, MeasureMonths, measure_groups
from ita_data.findings.months import MonthStand, stand_by_month
from ita_data.findings.rules import figure_rule
from ita_data.findings.section_finding import section_finding
from ita_data.findings.sections import SectionMonths, section_months
from ita_data.findings.sentence import finding
from ita_data.findings.to_decide import Matter, order_to_send, to_decide

__all__ = [
    "Answered",
    "Counted",
    "CountedMonth",
    "Decided",
    "Figure",
    "IndicatorBars",
    "Matter",
    "MeasureGroup",
    "MeasureMonths",
    "MonthStand",
    "Row",
    "SectionMonths",
    "adding_up",
    "answered",
    "decided",
    "decided_figures",
    "decided_finding",
    "figure_rule",
    "finding",
    "four_figures",
    "heading_figures",
    "heading_finding",
    "indicator_bars",
    "measure_groups",
    "order_to_send",
    "ordered_words",
    "overdue_orders",
    "remark_words",
    "section_finding",
    "section_months",
    "stand_by_month",
    "to_decide",
]
