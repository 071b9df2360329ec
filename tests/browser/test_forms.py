"""The forms that are folded away fit the screens and speak Thai once they are opened."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.visits import SCREENS, Visit, visit

SECTION = "ฝ่ายเทศกิจ"


def unfolded(context: BrowserContext, address: str, page: str, *forms: str) -> Visit:
    """A page of the sample office with these forms open."""
    opened = visit(context, address, page, section=SECTION, month="6", indicator="2")
    for form in forms:
        opened.page.locator(f".st-key-{form} summary").click()
        expect(opened.page.locator(f".st-key-{form} label, .st-key-{form} table").first).to_be_visible()
        opened.rest()
    return opened


@pytest.mark.parametrize(
    ("page", "forms"),
    [
        ("indicators", ("outcome",)),
        ("sections", ("counted", "exemptions", "section-form", "merging")),
        ("months", ("counted",)),
        ("plan", ("plan-several", "plan-more", "plan-begun")),
    ],
    ids=["indicators", "sections", "months", "plan"],
)
def test_an_opened_form_fits_the_screens_and_leaves_no_english(
    context: BrowserContext, address: str, office_english: set[str], page: str, forms: tuple[str, ...]
) -> None:
    opened = unfolded(context, address, page, *forms)
    assert opened.english() - office_english == set()
    assert not any(opened.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
    assert opened.complaints == []
    opened.page.close()


def test_a_buddhist_year_in_a_field_for_a_day_is_explained_in_thai(
    context: BrowserContext, address: str, office_english: set[str]
) -> None:
    opened = unfolded(context, address, "sections", "section-form")
    field = opened.page.locator("[class*=st-key-begins_on]")
    field.locator("[role=spinbutton]").first.click()
    assert opened.english() - office_english == set()
    opened.page.keyboard.type("01102567")
    opened.page.keyboard.press("Escape")
    field.locator("svg").first.hover()
    expect(opened.page.get_by_text("โปรดใช้ปี ค.ศ.").last).to_be_visible()
    assert opened.english() - office_english == set()
    opened.page.close()
