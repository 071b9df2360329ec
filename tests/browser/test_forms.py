"""The forms that are folded away fit the screens and speak Thai once they are opened."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

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


def test_a_day_is_typed_as_thais_write_it_or_chosen_by_keys_from_a_calendar_of_buddhist_years(
    context: BrowserContext, address: str, office_english: set[str]
) -> None:
    opened = unfolded(context, address, "sections", "section-form")
    field = opened.page.locator(".day", has_text="เริ่มเมื่อ")
    typed = field.get_by_role("textbox")
    typed.fill("1/10/2567")
    typed.press("Enter")
    expect(typed).to_have_value("1 ต.ค. 67")
    field.get_by_role("button", name="ปฏิทิน").press("Enter")
    expect(field.locator("strong")).to_have_text("ตุลาคม 2567")
    assert opened.english() - office_english == set()
    field.get_by_label("1 ตุลาคม", exact=True).press("ArrowRight")
    expect(field.get_by_label("2 ตุลาคม", exact=True)).to_be_focused()
    opened.page.keyboard.press("Enter")
    expect(typed).to_have_value("2 ต.ค. 67")
    typed.fill("30/")
    typed.press("Enter")
    expect(field.get_by_role("status")).to_contain_text("ยังไม่เป็นวันที่ครบถ้วน")
    assert opened.complaints == []
    opened.page.close()


def test_a_day_can_be_entered_by_a_finger_where_the_page_comes_over_plain_http(browser: Browser, address: str) -> None:
    touched = browser.new_context(locale="th", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    # What browsers offer to secure pages alone is not there for a colleague's, whose server is another computer.
    touched.add_init_script("delete Crypto.prototype.randomUUID")
    opened = unfolded(touched, address, "sections", "section-form")
    field = opened.page.locator(".day", has_text="เริ่มเมื่อ")
    native = field.locator("input[type=date]")
    expect(native).to_be_visible()
    native.fill("2024-10-02")
    expect(field.locator("input[type=text]")).to_have_value("2 ต.ค. 67")
    assert opened.complaints == []
    touched.close()
