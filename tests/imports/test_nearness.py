import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.nearness import Nearby, is_one_slip_away

WORDS = st.text("กขคง", max_size=6)


@given(WORDS, WORDS)
def test_one_slip_is_one_letter_too_many_too_few_or_another_one_or_two_that_changed_places(
    one: str, other: str
) -> None:
    cut = {one[:at] + one[at + 1 :] for at in range(len(one))}
    grown = {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "กขคง"}
    changed = {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "กขคง"}
    swapped = {one[:at] + one[at : at + 2][::-1] + one[at + 2 :] for at in range(len(one))}
    assert is_one_slip_away(one, other) == (other in (cut | grown | changed | swapped) - {one})


@pytest.mark.parametrize(
    ("wanted", "near"),
    [("ฝ่ายเทศกิด", "ฝ่ายเทศกิจ"), ("ฝายเทศกิจ", "ฝ่ายเทศกิจ"), ("ฝ่ายเทศกจิ", "ฝ่ายเทศกิจ"), ("ฝ่ายเทศกิจ", None), ("เทศ", None)],
)
def test_the_nearest_word_is_offered(wanted: str, near: str | None) -> None:
    assert Nearby.of({word: word for word in ("ฝ่ายเทศกิจ", "ฝ่ายโยธา", "เทศก")}).nearest(wanted) == near


def test_of_two_meanings_as_near_as_each_other_none_is_offered() -> None:
    assert Nearby.of({"ฝ่ายราย1": "ก", "ฝ่ายราย2": "ข"}).nearest("ฝ่ายราย") is None
    assert Nearby.of({"ฝ่ายราย1": "ก", "ฝ่ายราย2": "ก"}).nearest("ฝ่ายราย") == "ก"
