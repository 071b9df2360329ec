"""The codes of indicators and initiatives, under which measures stand."""

import pytest

from ita_data.model.names import heading_of, is_initiative, number_of


@pytest.mark.parametrize(
    ("measure", "heading", "number", "is_beside"),
    [("4.2", "4", 4, False), ("10.11", "10", 10, False), ("ก1.3", "ก1", 1, True)],
)
def test_a_measures_code_says_under_which_indicator_or_initiative_it_stands(
    measure: str, heading: str, number: int, is_beside: bool
) -> None:
    assert (heading_of(measure), number_of(heading), is_initiative(heading)) == (heading, number, is_beside)
