"""The stage on which a meeting's screens are shown: what the scripts in ui/static/meeting/ are told."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from ita_data.agenda import Meeting, Screen
from ita_data.language import gettext as _
from ui.html.screens import screen_html
from ui.serving.web import component_script, static_address

_FOLDER = Path(__file__).parents[1] / "static" / "meeting"

presenter = st.components.v2.component(
    "meeting",
    html='<div class="agenda"></div>\n',
    css=(_FOLDER / "agenda.css").read_text(encoding="utf-8"),
    js=component_script("meeting/meeting.js"),
)
"""The component; what it keeps is `arrangement`, what it sends is `captured`; `left` is when the stage was left."""


def stage_data(meeting: Meeting) -> dict[str, Any]:
    """What every stage is told, on the projector and on the wall."""
    return {
        "style": static_address("meeting/stage.css"),
        "texts": meeting.texts,
        "memory": f"ita-agenda {meeting.organisation}",
        "words": _words(),
        "is_wall": False,
        "answer": None,
    }


def told(said: Mapping[str, Any], screens: bytes) -> bytes:
    """What the stage is told: a line of JSON about the run, and a line of the screens, which rarely differ."""
    return b"\n".join([_json(said), screens])


def screens_json(screens: Sequence[Screen]) -> bytes:
    """The screens as finished HTML, with the lists behind their figures, in one line of JSON.

    The lists say the same few words many thousand times, so that each word is sent once, and its place for the others.
    """
    places: dict[str, int] = {}
    rows = [_screen(screen, places) for screen in screens]
    return _json({"screens": rows, "vocabulary": list(places)})


def _json(value: object) -> bytes:
    # Thai letters as they are, not as six signs each.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _screen(screen: Screen, places: dict[str, int]) -> dict[str, Any]:
    behind = {
        key: {
            "title": each.title,
            "headers": each.headers,
            "rows": [[places.setdefault(word, len(places)) for word in row] for row in each.rows],
        }
        for key, each in screen.behind.items()
    }
    return {
        "name": screen.name,
        "title": screen.title,
        "section": screen.section,
        "topic": screen.topic,
        "proposal": screen.proposal,
        "html": screen_html(screen),
        "behind": behind,
    }


def _words() -> dict[str, str]:
    return {
        "start": _("▶ Start the meeting"),
        "go_on": _("▶ Back to the meeting"),
        "keys": _(
            "Keys: ← → Page Up Page Down Home End move, F full screen, D dark or light, B or Enter the measures behind "
            "a figure, O order, C comment, A acknowledge, Esc back"
        ),
        "shown": _("Show this screen"),
        "up": _("Move up"),
        "down": _("Move down"),
        "pin": _("Always first"),
        "back": _("Screen before"),
        "next": _("Next screen"),
        "return": _("← Back to the screen (Esc)"),
        "measure": _("Measure"),
        "capture": _("What the director says"),
        "section": _("Section"),
        "due": _("Done by the end of"),
        "text": _("Text"),
        "save": _("Save (Ctrl+Enter)"),
        "cancel": _("Cancel (Esc)"),
        "saving": _("Saving …"),
        "no_answer": _("The server doesn't answer. The text is still here: try again in a moment."),
    }
