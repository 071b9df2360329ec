"""The import desk as a page without a browser: given a file, and what it says of it."""

from collections.abc import Iterable
from typing import Any

from streamlit.testing.v1 import AppTest

from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import answers, opened

HEADERS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
GOOD_ROW = ("1.1", "ฝ่ายปกครอง", "ต.ค. 67", "ดำเนินการแล้ว")


def uploaded(name: str, data: bytes, **choices: str) -> AppTest:
    """The import desk after somebody gave it a file."""
    app = opened("imports", **choices)
    app.file_uploader[0].upload(name, data)
    return app.run()


def counts(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def keyed(widgets: Iterable[Any], name: str) -> Any:
    """The widget of this name, whichever file it belongs to."""
    return next(widget for widget in widgets if str(widget.key).rpartition("-")[0].startswith(name))


def file_said(app: AppTest) -> str:
    """What the desk says first of the file."""
    return " ".join("".join(answers(app, "desk-file").itertext()).split())


def bar(app: AppTest) -> str:
    """What the bar at the foot of the desk says."""
    return next(text.value for text in reversed(app.markdown))


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def office_of(store: Store) -> str:
    return opening.plans(store)[0].organisation


def reviews(store: Store) -> list[tuple[str, str, int]]:
    plan = opening.plans(store)[0]
    found = looking.snapshot(store, plan).reviews
    return [tuple(row) for row in found[["measure", "section", "month"]].values.tolist()]
