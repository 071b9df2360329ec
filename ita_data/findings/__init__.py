"""What a month's figures say: the sentence, the four figures, who owes, what to decide; for page, screen and file."""

from ita_data.findings.counted import Counted, CountedMonth, Row
from ita_data.findings.figures import Figure, four_figures
from ita_data.findings.indicators import IndicatorBars, indicator_bars
from ita_data.findings.measures import MeasureGroup, MeasureMonths, group_of, measure_groups
from ita_data.findings.months import MonthStand, stand_by_month
from ita_data.findings.rules import figure_rule
from ita_data.findings.section_finding import section_finding
from ita_data.findings.sections import SectionMonths, section_months
from ita_data.findings.sentence import finding
from ita_data.findings.to_decide import Matter, order_to_send, to_decide

__all__ = [
    "Counted",
    "CountedMonth",
    "Figure",
    "IndicatorBars",
    "Matter",
    "MeasureGroup",
    "MeasureMonths",
    "MonthStand",
    "Row",
    "SectionMonths",
    "figure_rule",
    "finding",
    "four_figures",
    "group_of",
    "indicator_bars",
    "measure_groups",
    "order_to_send",
    "section_finding",
    "section_months",
    "stand_by_month",
    "to_decide",
]
