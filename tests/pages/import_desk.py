"""The import desk as a page without a browser: given a file, and what it says of it."""

from streamlit.testing.v1 import AppTest

from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import opened

HEADERS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
GOOD_ROW = ("1.1", "ฝ่ายปกครอง", "ต.ค. 67", "ดำเนินการแล้ว")


def uploaded(name: str, data: bytes, **choices: str) -> AppTest:
    """The import desk after somebody gave it a file."""
    app = opened("imports", **choices)
    app.file_uploader[0].upload(name, data)
    return app.run()


def counts(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def office_of(store: Store) -> str:
    return opening.plans(store)[0].organisation


def reviews(store: Store) -> list[tuple[str, str, int]]:
    plan = opening.plans(store)[0]
    found = looking.snapshot(store, plan).reviews
    return [tuple(row) for row in found[["measure", "section", "month"]].values.tolist()]
