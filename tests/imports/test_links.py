"""Suggested links, held against a person's reading of the same report."""

import tomllib

import pytest

from ita_data.imports.links import suggested_links
from ita_data.model.records import LinkState, Measure, Outcome, Records
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
