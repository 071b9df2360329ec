"""Symbols and colours.

A colour means one thing: statuses of measures are blue, states of reports green, amber and red, and what is not yet
is quiet. Colours keep a contrast of at least 4.5:1 with the text that stands on them and stay apart for colour-blind
eyes; a symbol or word goes with each of them.
"""

SEVERITY_SYMBOLS = {"refusal": "✕", "error": "✕", "warning": "▲", "note": "·"}
STATE_SYMBOLS = {"on_time": "✓", "late": "◷", "partly": "◐", "missing": "✕", "not_yet_due": "·", "exempt": "–"}
STATUS_SYMBOLS = {"not_started": "○", "in_progress": "◐", "completed": "●", "not_applicable": "–"}

STATE_COLOURS = {
    "on_time": "#0B6E4F",
    "late": "#F2B134",
    "partly": "#F6C4BE",
    "missing": "#B3261E",
    "not_yet_due": "#E4E7EC",
    "exempt": "#9AA5B1",
}
RATE_COLOURS = {"reporting_rate": "#8A5A00", "on_time_rate": "#0B6E4F"}
YEAR_COLOURS = {"this": "#1B4F8A", "last": "#8A5A00"}
STATUS_COLOURS = {
    "completed": "#12457A",
    "unconfirmed": "#9DB9DA",
    "in_progress": "#6AA3D8",
    "not_started": "#D5DEE8",
    "not_applicable": "#9AA5B1",
}
PART_COLOURS = {**STATUS_COLOURS, **STATE_COLOURS, "later": "#FFFFFF"}
"""The parts of bars and the fields of grids; what came later is an outline."""
TEXT_ON = {"#0B6E4F": "#FFFFFF", "#B3261E": "#FFFFFF", "#12457A": "#FFFFFF"}
"""The text colour on a dark fill; every other fill carries `DARK_TEXT`."""
DARK_TEXT = "#1F2933"
LIGHT_TEXT = "#E9EDF2"
COMPLETED_IN_DARK = "#9CC7F0"
"""Where a dark page is the ground: text, and the line of what is completed."""


def text_on(colour: str) -> str:
    """The colour for text on a fill."""
    return TEXT_ON.get(colour, DARK_TEXT)
