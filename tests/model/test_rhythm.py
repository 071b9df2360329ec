"""How often a measure is followed up is said in one way wherever somebody reads it."""

from dataclasses import replace

import pytest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.cadence import Cadence
from ita_data.model.records import Measure
from ita_data.model.rhythm import rhythm

MONTHS = {1: "ต.ค. 67", 4: "ม.ค. 68", 6: "มี.ค. 68", 12: "ก.ย. 68"}
PLAIN = Measure("1.1", 1, None, 1, "ตรวจสอบวัสดุ", cadence=Cadence.MONTHLY, follow_up="ทุกเดือน")


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (PLAIN, [label("cadence", "monthly")]),
        (replace(PLAIN, cadence=Cadence.AS_NEEDED, follow_up=""), [_("No rhythm set")]),
        (replace(PLAIN, cadence=Cadence.AS_NEEDED, follow_up="เมื่อมีกรณี"), [label("cadence", "as_needed")]),
        (replace(PLAIN, cadence=Cadence.YEARLY, named_month=6), [label("cadence", "yearly"), "มี.ค. 68"]),
        (replace(PLAIN, named_month=6), [label("cadence", "monthly")]),
        (replace(PLAIN, first_month=4), [label("cadence", "monthly"), "ม.ค. 68 – ก.ย. 68"]),
        (replace(PLAIN, final_from_month=4), [label("cadence", "monthly"), _("no more reports once completed")]),
    ],
    ids=["monthly", "unsaid", "as-needed", "yearly", "month-of-no-use", "months", "final"],
)
def test_a_rhythm_is_said_with_the_months_that_the_plan_names(measure: Measure, said: list[str]) -> None:
    assert list(rhythm(measure, MONTHS)) == said
