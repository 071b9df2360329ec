"""Rules that are changed from a month on."""

from ita_data.model.rules import Rules, changed_from, rules_in

FORMER = Rules(5, reporting_target=80)


def test_new_rules_stand_beside_those_before() -> None:
    entered = Rules(10, reporting_target=80)
    changed = changed_from((FORMER,), 4, entered)
    assert changed == (FORMER, Rules(10, reporting_target=80, from_month=4))
    assert [rules_in(changed, month).due_day for month in (1, 3, 4, 12)] == [5, 5, 10, 10]


def test_from_october_on_they_stand_in_their_place() -> None:
    assert changed_from((FORMER,), 1, Rules(10)) == (Rules(10),)


def test_rules_that_say_the_same_add_nothing() -> None:
    assert changed_from((FORMER,), 4, FORMER) == (FORMER,)


def test_what_is_set_for_a_later_month_stays() -> None:
    june = Rules(7, reporting_target=80, from_month=9)
    assert changed_from((FORMER, june), 4, Rules(10, reporting_target=80)) == (
        FORMER,
        Rules(10, reporting_target=80, from_month=4),
        june,
    )


def test_later_rules_follow_in_what_they_left_as_it_was() -> None:
    june = Rules(7, reporting_target=80, from_month=9)
    changed = changed_from((FORMER, june), 4, Rules(10, reporting_target=95))
    assert changed[-1] == Rules(7, reporting_target=95, from_month=9)


def test_what_was_changed_and_changed_back_later_stays_as_it_was_then() -> None:
    june, august = Rules(5, reporting_target=90, from_month=9), Rules(5, reporting_target=80, from_month=11)
    changed = changed_from((FORMER, june, august), 4, Rules(5, reporting_target=85))
    assert [(each.from_month, each.reporting_target) for each in changed] == [(1, 80), (4, 85), (9, 90), (11, 80)]


def test_taken_back_they_are_gone() -> None:
    changed = changed_from((FORMER,), 4, Rules(10, reporting_target=80))
    assert changed_from(changed, 4, FORMER) == (FORMER,)
