"""Suggested links, held against a person's reading of the same report."""

import tomllib

import pytest

from ita_data.model.links import suggested_links, sure_pairs, waiting_links
from ita_data.model.records import Link, LinkState, Measure, Outcome, Records
from ita_data.model.spelling import likeness
from tests.imports.files import DATA, REPORT, read_report


@pytest.fixture(scope="module")
def records() -> Records:
    found = read_report(REPORT.read_bytes(), REPORT.name).records
    assert found is not None
    return found


@pytest.fixture(scope="module")
def by_hand() -> set[tuple[str, str]]:
    data = tomllib.loads((DATA / "links-2568.toml").read_text(encoding="utf-8"))
    return {(outcome, measure) for outcome, measures in data["outcomes"].items() for measure in measures}


def test_nine_of_ten_suggestions_are_what_a_person_would_link(records: Records, by_hand: set[tuple[str, str]]) -> None:
    suggested = {link.key for link in records.links}
    assert len(suggested & by_hand) / len(suggested) >= 0.9


def test_nine_of_ten_links_a_person_makes_are_suggested(records: Records, by_hand: set[tuple[str, str]]) -> None:
    suggested = {link.key for link in records.links}
    assert len(suggested & by_hand) / len(by_hand) >= 0.9


def test_five_to_seven_measures_are_left_without_an_outcome(records: Records) -> None:
    linked = {link.measure for link in records.links}
    left = {measure.code for measure in records.measures if measure.indicator} - linked
    assert 5 <= len(left) <= 7
    assert {"4.2", "5.3", "5.4", "9.3", "10.1"} <= left


def test_a_measure_that_lost_a_near_tie_is_suggested_too(records: Records) -> None:
    suggested = {link.key for link in records.links}
    assert {("9.1", "9.1"), ("9.1", "9.4")} <= suggested
    assert ("9.1", "9.3") not in suggested


def test_eighteen_links_are_sure_and_a_person_makes_each_of_them(
    records: Records, by_hand: set[tuple[str, str]]
) -> None:
    sure = sure_pairs(records.measures, records.outcomes)
    assert len(sure) == 18
    assert sure <= by_hand
    assert ("8.1", "8.1") in sure
    assert ("8.1", "8.4") not in sure


def test_a_sure_link_needs_three_tenths_of_the_outcomes_text() -> None:
    # "ประกาศคู่มือ" has ten triples, of which the measure holds the first three, or two.
    outcome = _outcome("4.1", "ประกาศคู่มือ")
    assert len("ประกาศคู่มือ") == 12
    assert sure_pairs([_measure("4.1", "ประกา")], [outcome]) == {("4.1", "4.1")}
    assert sure_pairs([_measure("4.1", "ประก")], [outcome]) == set()


def test_a_link_is_not_sure_where_another_measure_is_nearly_as_like() -> None:
    outcome, like = _outcome("4.1", "ประกาศคู่มือ"), _measure("4.1", "ประกาศคู่มือแล้ว")
    assert sure_pairs([like, _measure("4.2", "ประกาศ")], [outcome]) == {("4.1", "4.1")}
    assert sure_pairs([like, _measure("4.2", "คำประกาศคู่มือ")], [outcome]) == set()


def test_a_link_is_not_sure_where_another_outcome_is_nearly_as_like() -> None:
    like, measure = _outcome("4.1", "ประกาศคู่มือ"), _measure("4.1", "ประกาศคู่มือแล้ว")
    assert sure_pairs([measure], [like, _outcome("4.2", "คู่มือแล้ว")]) == set()
    assert sure_pairs([measure], [like, _outcome("4.2", "อบรมเจ้าหน้าที่")]) == {("4.1", "4.1")}


def test_what_somebody_decided_waits_no_longer(records: Records) -> None:
    first, *others = records.links
    for state in (LinkState.CONFIRMED, LinkState.REJECTED):
        decided = [Link(first.outcome, first.measure, state), *others]
        waiting = waiting_links(records.measures, records.outcomes, decided)
        assert first.key not in {link.key for link in (*waiting.sure, *waiting.doubtful)}


def test_a_measure_that_was_stored_without_a_link_is_offered_the_one_that_its_text_suggests(records: Records) -> None:
    stored = [link for link in records.links if link.key != ("9.1", "9.1")]
    waiting = waiting_links(records.measures, records.outcomes, stored)
    assert ("9.1", "9.1") in {link.key for link in waiting.doubtful}


def test_an_outcome_is_linked_by_its_text_and_not_by_its_number() -> None:
    measures = [_measure("4.1", "ตรวจสอบครุภัณฑ์เป็นระยะ"), _measure("4.2", "จัดทำคู่มือการใช้ทรัพย์สินของราชการ")]
    (link,) = suggested_links(measures, [_outcome("4.1", "จัดทำคู่มือการใช้ทรัพย์สิน")])
    assert link.measure == "4.2"
    assert link.state is LinkState.SUGGESTED


def test_an_outcome_never_answers_a_measure_of_another_indicator(records: Records) -> None:
    assert all(link.outcome.split(".")[0] == link.measure.split(".")[0] for link in records.links)


def test_likeness_is_the_share_of_a_text_that_the_other_holds() -> None:
    assert likeness("เผยแพร่คู่มือ", "เผยแพร่คู่มือการปฏิบัติงาน") == 1.0
    assert likeness("เผยแพร่คู่มือ", "ประชุม") == 0.0
    assert likeness("", "ประชุม") == 0.0


def _measure(code: str, text: str) -> Measure:
    return Measure(code, 4, None, 1, text)


def _outcome(code: str, text: str) -> Outcome:
    return Outcome(code, 4, 1, text)
