"""Changes in the words of the screen."""

from dataclasses import replace

import pytest

from ita_data.language import gettext as _
from ita_data.model.changes import Action, Change
from ita_data.model.field_labels import field_label
from ita_data.model.records import Record
from ita_data.model.rules import Rules
from tests.plans import measure
from ui.parts.changes import change_rows
from ui.parts.renumbered import renumbered_rows, told_together

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


def test_numbers_and_places_that_change_many_at_once_are_one_line_each() -> None:
    moved = [(measure(f"4.{n}"), replace(measure(f"4.{n}"), code=f"4.{n + 1}", position=n + 1)) for n in (2, 3, 10)]
    reworded = (moved[0][0], replace(moved[0][1], text="ข้อความใหม่"))
    changes = [Change(Action.CHANGED, *pair) for pair in (reworded, *moved[1:])]
    numbers, places = renumbered_rows(changes)
    text = _("{first} … {last} ({number} records)")
    assert numbers[-1] == text.format(first="4.2→4.3", last="4.10→4.11", number=3)
    assert places[-1] == _("{number} records stand in another place").format(number=3)
    together = told_together(changes)
    rows = [row for change in changes for row in change_rows(change, 2568, together)]
    assert [row[2] for row in rows] == [field_label("text")]


def test_one_record_that_moves_is_told_with_both_places() -> None:
    change = Change(Action.CHANGED, measure("4.2"), replace(measure("4.2"), position=5))
    assert list(renumbered_rows([change])) == []
    ((*_name, before, after),) = change_rows(change, 2568, told_together([change]))
    assert (before, after) == ("2", "5")
