"""The first request that a fresh server gets may be a link to any page."""

from playwright.sync_api import BrowserContext

from bench.servers import serving
from tests.browser.visits import visit
from tests.pages.apps import PAGES

UNDER_MORE = ("history", "plan", "settings", "wall", "years")
UNLISTED = ("beginning",)
ENFORCEMENT = "ฝ่ายเทศกิจ"


def test_a_deep_link_with_filters_shows_its_page_in_its_frame(context: BrowserContext, database: str) -> None:
    with serving("app.py", {"DATABASE_URL": database}) as port:
        shown = visit(context, f"http://127.0.0.1:{port}", "sections", year="2568", month="5", section=ENFORCEMENT)
        assert shown.title == f"ส่วนราชการ · {ENFORCEMENT}"
        assert shown.chosen("month") == "ก.พ. 68"
        assert shown.chosen("section") == ENFORCEMENT
        assert shown.page.locator("[data-testid=stTopNavLink]").count() == len(PAGES) - len((*UNDER_MORE, *UNLISTED))
        assert "ข้อมูลตัวอย่าง" in shown.page.locator(".bar .sample").inner_text()
        shown.page.close()
