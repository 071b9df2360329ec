import pytest

from ita_data.imports.layouts.responsible import assignments_of, sections_in
from ita_data.imports.layouts.standing import Standing
from ita_data.imports.spellings import standard_sections
from ita_data.model.problems import Place
from ita_data.model.records import EVERY_SECTION, Assignment, Role

SECTIONS = standard_sections()
PLACE = Place("sheet", "E3")


def roles(text: str) -> dict[str, Role]:
    """The role of each section that a text names."""
    assignments, problems = assignments_of("1.1", Standing(text, (0,), PLACE), SECTIONS)
    assert not problems
    return {assignment.section: assignment.role for assignment in assignments}


def test_one_section_leads() -> None:
    assignments, _problems = assignments_of("1.1", Standing("ฝ่ายปกครอง", (0,), PLACE), SECTIONS)
    assert assignments == [Assignment("1.1", "ฝ่ายปกครอง", Role.LEAD)]


@pytest.mark.parametrize(
    "text",
    [
        "ฝ่ายปกครอง/ฝ่ายโยธา",
        "ฝ่ายปกครอง / ฝ่ายโยธา",
        "ฝ่ายปกครอง, ฝ่ายโยธา",
        "ฝ่ายปกครอง\nฝ่ายโยธา",
        "- ฝ่ายปกครอง - ฝ่ายโยธา",
        "ฝ่ายปกครองและฝ่ายโยธา",
        "ฝ่ายปกครอง/ฝ่ายโยธา/ฝ่ายปกครอง",
        "1. ฝ่ายปกครอง\n2. ฝ่ายโยธา",
        "ฝ่ายปกครอง ฝ่ายโยธา",
        "ฝ่ายปกครอง; ฝ่ายโยธา",
    ],
)
def test_the_first_section_leads_and_the_others_support(text: str) -> None:
    assert roles(text) == {"ฝ่ายปกครอง": Role.LEAD, "ฝ่ายโยธา": Role.SUPPORTING}


def test_every_section_may_support_or_lead() -> None:
    assert roles("ฝ่ายการคลัง/ ทุกฝ่าย") == {"ฝ่ายการคลัง": Role.LEAD, EVERY_SECTION: Role.SUPPORTING}
    assert roles("ทุก ฝ่าย") == {EVERY_SECTION: Role.LEAD}


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("ฝ่ายปกครอง (หลัก)/ ฝ่ายโยธา (หลัก)/ ฝ่ายเทศกิจ (ร่วม)", {"ฝ่ายปกครอง", "ฝ่ายโยธา"}),
        ("ฝ่ายปกครอง (ร่วม), ฝ่ายโยธา(ร่วม)\nทุกฝ่าย ( ร่วม )", set()),
        ("ฝ่ายปกครอง / ฝ่ายโยธา (ผู้รับผิดชอบหลัก)", {"ฝ่ายโยธา"}),
        ("ฝ่ายปกครอง (สนับสนุน)\nฝ่ายโยธา\nฝ่ายเทศกิจ", {"ฝ่ายโยธา"}),
        ("ฝ่ายปกครองและฝ่ายโยธา (หลัก)", {"ฝ่ายปกครอง", "ฝ่ายโยธา"}),
    ],
)
def test_a_role_behind_a_name_counts_before_the_order(text: str, leads: set[str]) -> None:
    assert {section for section, role in roles(text).items() if role is Role.LEAD} == leads


@pytest.mark.parametrize("section", [section.name for section in SECTIONS if "และ" in section.name])
def test_a_section_with_and_in_its_name_is_one_section(section: str) -> None:
    assert roles(section) == {section: Role.LEAD}
    assert roles(f"{section}/ฝ่ายปกครอง") == {section: Role.LEAD, "ฝ่ายปกครอง": Role.SUPPORTING}


def test_a_short_name_is_the_section_it_stands_for() -> None:
    assert roles("ฝ่ายสิ่งแวดล้อมฯ") == {"ฝ่ายสิ่งแวดล้อมและสุขาภิบาล": Role.LEAD}


@pytest.mark.parametrize("name", ["ฝ่ายบัญชี", "ฝ่ายบัญชีและฝ่ายปกครอง", "ผู้อำนวยการเขต", "-"])
def test_an_unknown_section_is_a_problem_and_never_guessed(name: str) -> None:
    assignments, (problem,) = assignments_of("1.1", Standing(name, (0,), PLACE), SECTIONS)
    assert assignments == []
    assert (problem.code, problem.place, problem.value) == ("section-unknown", PLACE, name)


def test_nobody_leads_in_the_place_of_an_unknown_section() -> None:
    assignments, problems = assignments_of("1.1", Standing("ฝ่ายบัญชี/ฝ่ายปกครอง", (0,), PLACE), SECTIONS)
    assert assignments == [Assignment("1.1", "ฝ่ายปกครอง", Role.SUPPORTING)]
    assert [problem.value for problem in problems] == ["ฝ่ายบัญชี"]


def test_and_parts_only_names_that_are_known_though_it_stands_in_them_too() -> None:
    text = "ฝ่ายสิ่งแวดล้อมและสุขาภิบาลและฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"
    assert list(roles(text)) == ["ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"]


def test_a_name_that_only_seems_to_be_a_section_is_taken_with_a_warning() -> None:
    (assignment,), (problem,) = assignments_of("1.1", Standing("ปกครอง", (0,), PLACE), SECTIONS)
    assert assignment.section == "ฝ่ายปกครอง"
    assert (problem.code, problem.place, problem.words) == ("section-repaired", PLACE, {"proposal": "ฝ่ายปกครอง"})


def test_a_text_without_a_name_names_no_section() -> None:
    assert sections_in("", SECTIONS) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ฝ่ายสิ่งแวดล้อมและ\nสุขาภิบาล", ["ฝ่ายสิ่งแวดล้อมและสุขาภิบาล"]),
        ("ฝ่ายรักษาความสะอาด\nและสวนสาธารณะ", ["ฝ่ายรักษาความสะอาดและสวนสาธารณะ"]),
        ("ฝ่ายปกครอง\nฝ่ายพัฒนาชุมชน\nและสวัสดิการสังคม", ["ฝ่ายปกครอง", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"]),
        ("ฝ่ายปกครอง\nฝ่ายโยธา", ["ฝ่ายปกครอง", "ฝ่ายโยธา"]),
    ],
)
def test_a_name_may_run_over_two_lines(text: str, names: list[str]) -> None:
    assert [found.name for found in sections_in(text, SECTIONS)] == names
