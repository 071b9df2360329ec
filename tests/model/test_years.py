"""Measures of two fiscal years side by side."""

from dataclasses import replace

from hypothesis import given

from ita_data.model.planning.rollover import rolled_over
from ita_data.model.records import Measure, Records
from ita_data.model.years import Passage, likely_origins, side_by_side
from tests.metrics.strategies import plans
from tests.plans import measure, records_of

OLD = records_of(measure("1.1"), measure("1.2"), measure("2.1"), measure("ก1.1"))


def of_next_year(*measures: Measure) -> Records:
    return replace(records_of(*measures), fiscal_year=2569)


def passages(old: Records, new: Records) -> list[tuple[str | None, str | None, Passage]]:
    return [
        (pair.old.code if pair.old else None, pair.new.code if pair.new else None, pair.passage)
        for pair in side_by_side(old, new)
    ]


def test_each_measure_stands_beside_the_one_it_comes_from_whatever_its_code() -> None:
    new = of_next_year(
        replace(measure("1.1", text="ออกแบบใหม่"), comes_from="1.1"),
        measure("1.2"),
        replace(measure("1.3", text="มาตรการ 2.1"), comes_from="2.1"),
    )
    assert passages(OLD, new) == [
        ("1.1", "1.1", Passage.REWORDED),
        (None, "1.2", Passage.NEW),
        ("2.1", "1.3", Passage.SAME),
        ("1.2", None, Passage.GONE),
        ("ก1.1", None, Passage.GONE),
    ]


def test_one_measure_can_be_carried_on_by_two() -> None:
    new = of_next_year(*(replace(measure(code), comes_from="1.1") for code in ("1.1", "1.2")))
    assert [pair[:2] for pair in passages(OLD, new)[:2]] == [("1.1", "1.1"), ("1.1", "1.2")]


def test_a_measure_that_names_one_which_is_not_there_is_new() -> None:
    assert passages(records_of(), of_next_year(replace(measure("1.1"), comes_from="7.7"))) == [
        (None, "1.1", Passage.NEW)
    ]


def test_spaces_and_lines_make_no_other_words() -> None:
    old = replace(measure("1.1", text="จัดทำ  คู่มือ"), detail="ก\nข")
    new = replace(measure("1.1", text="จัดทำ คู่มือ"), detail="ก ข", comes_from="1.1")
    assert side_by_side(records_of(old), of_next_year(new))[0].passage is Passage.SAME


def test_a_likely_origin_says_the_same_and_is_the_only_one_that_does() -> None:
    old = records_of(
        measure("1.1", text="ก"), measure("1.2", text="ข"), measure("1.3", text="ข"), measure("1.4", text="ค")
    )
    new = of_next_year(
        measure("2.1", text="ก"),
        measure("2.2", text="ข"),
        measure("2.3", text="ง"),
        replace(measure("2.4", text="จ"), comes_from="1.4"),
        measure("2.5", text="ค"),
    )
    assert likely_origins(old, new) == {"2.1": "1.1"}


@given(plans())
def test_right_after_the_rollover_every_measure_is_the_same_but_for_retired_ones(old: Records) -> None:
    pairs = side_by_side(old, rolled_over(old, {}).records)
    became = {pair.old.code: pair.passage for pair in pairs if pair.old}
    assert became == {
        measure.code: Passage.SAME if measure.retired_from_month is None else Passage.GONE for measure in old.measures
    }


@given(plans())
def test_every_measure_of_both_years_stands_in_the_list(old: Records) -> None:
    new = of_next_year(*old.measures[:2])
    pairs = side_by_side(old, new)
    assert {pair.old.code for pair in pairs if pair.old} == {each.code for each in old.measures}
    assert [pair.new.code for pair in pairs if pair.new] == [each.code for each in new.measures]
