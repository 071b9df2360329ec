"""The texts to paste, in the browser: in our own font, whole, and on every screen."""

from playwright.sync_api import BrowserContext

from tests.browser.visits import SCREENS, visit


def test_a_text_to_paste_is_in_our_font_and_needs_no_scrolling(
    context: BrowserContext, address: str, office_english: set[str]
) -> None:
    shown = visit(context, address, "chasing", month="6")
    shown.page.locator(".st-key-group-text summary").click()
    shown.page.locator("[class*=st-key-chase-] summary").first.click()
    shown.rest()
    texts = shown.page.locator("[data-testid=stCode]:visible")
    assert texts.count() == 2
    assert "เรียน หัวหน้า" in texts.nth(1).inner_text()
    families = texts.locator("code").evaluate_all("(all) => all.map((code) => getComputedStyle(code).fontFamily)")
    assert all(family.startswith('"Noto Sans Thai"') for family in families)
    assert not any(shown.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
    assert shown.english() - office_english == set()
    assert shown.complaints == []
