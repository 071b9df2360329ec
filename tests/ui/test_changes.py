"""Changes in the words of the screen."""

from dataclasses import replace

import pytest

from ita_data.model.changes import Action, Change
from ita_data.model.field_labels import field_label
from ita_data.model.records import Record
from ita_data.model.rules import Rules
from tests.plans import measure
from ui.parts.changes import change_rows

TARGETS = (None, None, 20, None, None, 50, *[None] * 6)


@pytest.mark.parametrize(
    ("before", "after", "field", "versions"),
    [
        (Rules(), Rules(completion_targets=TARGETS), "completion_targets", ("", "ธ.ค. 67 20%, มี.ค. 68 50%")),
        (measure("1.1"), replace(measure("1.1"), final_from_month=4), "final_from_month", ("", "ม.ค. 68")),
    ],
    ids=["targets", "final"],
)
def test_a_changed_field_is_named_with_what_it_was_and_is(
    before: Record, after: Record, field: str, versions: tuple[str, str]
) -> None:
    ((_record, _action, name, *shown),) = change_rows(Change(Action.CHANGED, before, after), 2568)
    assert (name, *shown) == (field_label(field), *versions)


def test_of_the_rules_of_a_new_plan_only_those_are_told_that_say_something() -> None:
    ((_record, _action, _name, _before, held),) = change_rows(Change(Action.ADDED, None, Rules()), 2568)
    assert field_label("due_day") in held
    assert field_label("completion_targets") not in held
