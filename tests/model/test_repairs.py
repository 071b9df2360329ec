import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.repairs import Rule, repaired, repaired_value, rules

THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.just(" "), max_size=20)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_mends_its_examples(rule: Rule) -> None:
    assert rule.why
    assert rule.examples
    for damaged, whole in rule.examples:
        assert rule.pattern.sub(rule.replacement, damaged) == whole
        assert repaired(damaged) == whole


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_no_rule_is_about_latin_letters_and_digits(text: str) -> None:
    assert not any(rule.pattern.search(text) for rule in rules())


@given(THAI)
def test_a_repaired_text_needs_no_repair(text: str) -> None:
    assert repaired(repaired(text)) == repaired(text)


@pytest.mark.parametrize(
    "text",
    ["", "ดำเนินการแล้วเสร็จ", "แบบสำรวจจำนวน ๑๒ ชุด", "นา ทา ดา", "การประจานผู้กระทำผิด", "4.2 เมตา"],
)
def test_a_whole_text_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text


def test_digits_are_mended_in_values_only_and_only_where_they_are_mixed() -> None:
    assert repaired("ม.ค. ๒๕68") == "ม.ค. ๒๕68"
    assert repaired_value("ม.ค. ๒๕68") == "ม.ค. 2568"
    assert repaired_value("25๖๒") == "2562"
    assert repaired_value("ม.ค. ๒๕๖๘ ครั้งที่ 2") == "ม.ค. ๒๕๖๘ ครั้งที่ 2"
