"""The sheet of My month without a browser: its rows, typing into them, and opening one."""

import json
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

TAB = "tab"
"""The name of the browser's tab in which is typed."""


def rows(app: AppTest) -> dict[str, dict[str, Any]]:
    """The rows as they are drawn, each by its measure and month: 4.2-1."""
    return {f"{row['code']}-{row['id'].rpartition('|')[2]}": row for row in _data(app)["rows"]}


def first(app: AppTest) -> str:
    """The first row."""
    return next(iter(rows(app)))


def entered(app: AppTest) -> list[str]:
    """The rows in which something is entered that isn't sent."""
    return [key for key, row in rows(app).items() if row["is_entered"]]


def taken(app: AppTest) -> int:
    """The number of the last edit that the server took."""
    number: int = _data(app)["taken"]["number"]
    return number


def type_into(app: AppTest, key: str, number: int | None = None, tab: str = TAB, **cells: str) -> AppTest:
    """Type into cells of a row; `number` is that of the last edit, where it isn't simply the next one."""
    row = rows(app)[key]["id"]
    edits = [{"row": row, "name": name, "value": value} for name, value in cells.items()]
    return tell(app, edits, taken(app) + len(edits) if number is None else number, tab)


def tell(app: AppTest, edits: list[dict[str, str]], number: int, tab: str = TAB) -> AppTest:
    """What the browser tells of edits, the last of which has this number."""
    return _told(app, "edits", {"tab": tab, "number": number, "edits": edits})


def open_row(app: AppTest, key: str) -> AppTest:
    """Open the report of a row beside the sheet."""
    return _told(app, "opened", rows(app)[key]["id"])


def _told(app: AppTest, event: str, value: object) -> AppTest:
    # AppTest knows no way to press a component: what the browser would send is put together here.
    states = app._tree.get_widget_states()  # noqa: SLF001
    told = json.dumps([{"event": event, "value": value}])
    states.widgets.append(WidgetState(id=_make_trigger_id(_proto(app).id, "events"), json_trigger_value=told))
    return app._run(states)  # noqa: SLF001


def _data(app: AppTest) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_proto(app).json)
    return data


def _proto(app: AppTest) -> Any:
    return next(each.proto for each in app.get("bidi_component") if each.proto.component_name == "sheet")
