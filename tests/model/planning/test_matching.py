"""Who is who between a stored plan and a report that comes again, on the measures of a real report."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.changes import Action, Changes
from ita_data.model.names import Names, new_names
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Measure, Records, Review
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.offices import report_of

DAY = date(2024, 11, 4)
SECTION = "ฝ่ายปกครอง"
NEW_WORDS = (
    *("จัดกิจกรรม", "สำรวจ", "ความพึงพอใจ", "ทบทวน", "คำสั่ง", "แต่งตั้ง", "คณะทำงาน", "ซักซ้อม", "อบรม"),
    *("วิทยากร", "ติดตั้ง", "กล้อง", "ปรับปรุง", "ห้องสมุด"),
)


@cache
def report() -> Records:
    """The given report with one review on each of its measures, whose result is the measure's text."""
    found = read(report_of(2568), "report.txt", Known(today=DAY, received_on=DAY)).records
    assert found is not None
    reviews = tuple(
        Review(measure.code, SECTION, 1, Status.IN_PROGRESS, DAY, result=measure.text) for measure in found.measures
    )
    return replace(found, rules=(Rules(),), reviews=reviews)


def numbered(records: Records, measures: list[Measure]) -> Records:
    """The plan with these measures in their order, numbered through their indicator or initiative, and no reviews."""
    counted: Counter[str] = Counter()
    given_codes = []
    for place, measure in enumerate(measures, start=1):
        heading = f"ก{measure.initiative}" if measure.initiative else str(measure.indicator)
        counted[heading] += 1
        given_codes.append(replace(measure, code=f"{heading}.{counted[heading]}", position=place))
    return replace(records, measures=tuple(given_codes), reviews=(), assignments=(), links=(), outcomes=(), rules=())


def again(*measures: Measure) -> Changes:
    """What the report changes that comes again with these measures."""
    return changes_of(report(), numbered(report(), list(measures)), 1)


def names_in(changes: Changes) -> Names:
    """The codes that the stored measures and outcomes get."""
    return new_names(change.sides for change in changes.writes)


def inserted(text: str, at: int) -> list[Measure]:
    """The report's measures with a new one before the one at a place."""
    measures = list(report().measures)
    return [*measures[:at], replace(measures[at], text=text, comes_from=None), *measures[at:]]


def place_of(code: str) -> int:
    return [measure.code for measure in report().measures].index(code)


def test_the_same_report_again_matches_every_measure_with_itself() -> None:
    found = again(*report().measures)
    assert (found.writes, found.doubts) == ((), ())


def test_all_that_follow_an_inserted_measure_keep_their_reviews() -> None:
    found = again(*inserted("จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์ตลอดยี่สิบสี่ชั่วโมง", place_of("4.2")))
    names = names_in(found)
    assert found.doubts == ()
    assert [names.of("measure", f"4.{number}") for number in (1, 2, 3, 4)] == ["4.1", "4.3", "4.4", "4.5"]
    assert [change.record.key for change in found.writes if change.action is Action.ADDED] == [("4.2",)]


def test_a_removed_measure_keeps_its_reviews_under_a_number_that_nobody_has() -> None:
    gone = place_of("4.2")
    rest = [measure for measure in report().measures if measure.code != "4.2"]
    found = again(*rest)
    names = names_in(found)
    (stays,) = (change.after for change in found.writes if change.before == report().measures[gone])
    assert isinstance(stays, Measure)
    assert (names.of("measure", "4.3"), names.of("measure", "4.4")) == ("4.2", "4.3")
    assert stays.code not in {measure.code for measure in numbered(report(), rest).measures}


def test_a_measure_that_moves_to_another_indicator_keeps_its_reviews() -> None:
    moved = replace(report().measures[place_of("4.2")], indicator=1)
    measures = [measure for measure in report().measures if measure.code != "4.2"]
    found = again(moved, *measures)
    assert found.doubts == ()
    assert names_in(found).of("measure", "4.2") == "1.1"


def test_another_text_under_the_same_number_is_asked_about_and_the_answer_holds() -> None:
    at = place_of("4.2")
    measures = list(report().measures)
    measures[at] = replace(measures[at], text="ติดตั้งกล้องวงจรปิดในลานจอดรถ")
    read_again = numbered(report(), measures)
    (doubt,) = changes_of(report(), read_again, 1).doubts
    assert (doubt.key, doubt.candidates[0]) == (("measure", ("4.2",)), report().measures[at])
    reworded = changes_of(report(), read_again, 1, answers={doubt.key: ("measure", ("4.2",))})
    assert (reworded.doubts, [change.action for change in reworded.writes]) == ((), [Action.CHANGED])
    replaced = changes_of(report(), read_again, 1, answers={doubt.key: None})
    assert replaced.doubts == ()
    assert [change.record.key for change in replaced.writes if change.action is Action.ADDED] == [("4.2",)]
    assert names_in(replaced).of("measure", "4.2") not in {measure.code for measure in read_again.measures}


def test_where_one_of_two_measures_that_say_the_same_moved_a_person_says_which() -> None:
    twins = [measure for measure in report().measures if measure.code in ("9.1", "10.1")]
    assert len({measure.text for measure in twins}) == 1
    rest = [measure for measure in report().measures if measure != twins[1]]
    doubts = {doubt.key: doubt for doubt in again(*rest, replace(twins[1], indicator=1)).doubts}
    assert doubts.keys() == {("measure", ("1.5",)), ("measure", ("9.1",))}
    assert all(set(doubt.candidates) == set(twins) for doubt in doubts.values())


@pytest.mark.parametrize("seed", range(3))
def test_outcomes_are_followed_like_measures(seed: int) -> None:
    outcomes = list(report().outcomes)
    picked = Random(seed).randrange(len(outcomes))
    rest = [outcome for outcome in outcomes if outcome.indicator != outcomes[picked].indicator]
    mine = [outcome for outcome in outcomes if outcome.indicator == outcomes[picked].indicator][::-1]
    turned = [
        replace(outcome, code=f"{outcome.indicator}.{number}", position=number)
        for number, outcome in enumerate(mine, 1)
    ]
    found = changes_of(report(), replace(report(), outcomes=(*rest, *turned), reviews=(), rules=()), 1)
    names = names_in(found)
    assert found.doubts == ()
    assert all(names.of("outcome", old.code) == new.code for old, new in zip(mine, turned, strict=True))


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_every_review_stays_with_its_text_whatever_is_inserted_removed_moved_or_reworded(random: Random) -> None:
    stored, told = report(), _revised(random)
    read_again = numbered(stored, [measure for measure, _origin in told])
    found = changes_of(stored, read_again, 1)
    names = names_in(found)
    asked = {doubt.key[1][0] for doubt in found.doubts}
    truth = {origin: new.code for new, (_measure, origin) in zip(read_again.measures, told, strict=True) if origin}
    taken = {measure.code for measure in read_again.measures}
    for measure in stored.measures:
        code = names.of("measure", measure.code)
        right = truth.get(measure.code)
        assert code == right or code not in taken or code in asked or right in asked, (measure.code, code, right)


def _revised(random: Random) -> list[tuple[Measure, str]]:
    """The report's measures after random changes, each with the code that it had; blank for a new one."""
    told = [(measure, measure.code) for measure in report().measures]
    for _change in range(random.randint(1, 12)):
        at, other = random.randrange(len(told)), random.randrange(len(told))
        match random.choice(("insert", "remove", "swap", "move", "reword")):
            case "insert":
                text = "".join(random.sample(NEW_WORDS, 6))
                told.insert(at, (replace(told[at][0], text=text, comes_from=None), ""))
            case "remove" if len(told) > 5:
                told.pop(at)
            case "swap":
                told[at], told[other] = told[other], told[at]
            case "move":
                parent = {"indicator": told[other][0].indicator, "initiative": told[other][0].initiative}
                told[at] = replace(told[at][0], **parent), told[at][1]
            case "reword" if told[at][0].text == _text_of(told[at][1]):
                told[at] = replace(told[at][0], text=_reworded(told[at][0].text, random)), told[at][1]
    return told


def _text_of(code: str) -> str:
    return next((measure.text for measure in report().measures if measure.code == code), "")


def _reworded(text: str, random: Random) -> str:
    """A text of which a third of the words are others; Thai has no spaces, so a word is six letters."""
    words = [text[start : start + 6] for start in range(0, len(text), 6)]
    for place in random.sample(range(len(words)), len(words) // 3):
        words[place] = random.choice(NEW_WORDS)
    return "".join(words)
