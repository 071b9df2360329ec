"""The marks of a figure that lead somewhere: what is pressed, and how it is called."""

from html import unescape
from typing import Any

from ita_data.figures.lines import Plain


def marks(figure: Plain) -> list[Plain]:
    """The groups of a figure whose marks lead to what is behind them, in their order.

    Each has its `code`, which is its traces' customdata; the `row` or the `column` where it stands; and its `name`,
    which says its group and all its numbers.
    """
    traces = [trace for trace in figure["data"] if "customdata" in trace]
    if not traces:
        return []
    first = traces[0]
    texts = [trace for trace in figure["data"] if trace.get("mode") == "text"]
    axis, side = ("y", "row") if first.get("orientation") == "h" else ("x", "column")
    return [
        {"code": code, side: group, "name": _named(group, [*traces, *texts], place)}
        for place, (code, group) in enumerate(zip(first["customdata"], first[axis], strict=True))
    ]


def _named(group: str, traces: list[Plain], place: int) -> str:
    parts = [f"{trace.get('name', '')} {text}".strip() for trace in traces if (text := _text(trace, place))]
    return unescape(_on_one_line(f"{group}: {', '.join(parts)}"))


def _text(trace: Plain, place: int) -> str:
    texts: Any = trace.get("hovertext") or trace["text"]
    return str(texts[place]).strip()


def _on_one_line(text: str) -> str:
    return text.replace("<br>", " ")
