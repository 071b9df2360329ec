"""The fields for days without a browser: what stands in them, and typing into them."""

import json
from dataclasses import dataclass
from datetime import date

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from ita_data.labels import date_label


@dataclass(frozen=True)
class DayField:
    """One field of a page as it was drawn."""

    app: AppTest
    id: str
    title: str
    words: str
    fault: str

    def enter(self, day: date | str) -> AppTest:
        """Type a day, or any text, and leave the field."""
        words = day if isinstance(day, str) else date_label(day)
        return self._told("typed", words)

    def choose(self, day: date) -> AppTest:
        """Choose a day from the calendar."""
        return self._told("chosen", day.isoformat())

    def _told(self, how: str, words: str) -> AppTest:
        # AppTest knows no way to press a component: what the browser would send is put together here.
        states = self.app._tree.get_widget_states()  # noqa: SLF001
        told = json.dumps([{"event": how, "value": words}])
        states.widgets.append(WidgetState(id=_make_trigger_id(self.id, "events"), json_trigger_value=told))
        return self.app._run(states)  # noqa: SLF001


def days(app: AppTest) -> list[DayField]:
    """All of them, in the order of the page."""
    protos = (each.proto for each in app.get("bidi_component") if each.proto.component_name == "day")
    return [_field(app, proto.id, json.loads(proto.json)) for proto in protos]


def day_of(app: AppTest, title: str) -> DayField:
    """The field that bears this title."""
    return next(field for field in days(app) if field.title == title)


def _field(app: AppTest, id_: str, data: dict[str, str]) -> DayField:
    return DayField(app, id_, data["title"], data["words"], data["fault"])
