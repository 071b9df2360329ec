"""What the files of a meeting say in common: the lines of their title, and the figures of a screen in words.

The title is official Thai, whatever language the reader chose.
"""

from collections.abc import Iterator, Sequence

from ita_data.agenda import Meeting, Screen
from ita_data.agenda.screen import Bars, Body, Field, Grid, Listing, Numbers, Strips
from ita_data.exports.content import SAMPLE_LINE
from ita_data.model.thai_dates import thai_day, thai_month


def title_lines(meeting: Meeting) -> list[str]:
    """What the meeting is about, the office, the month, and the day of its figures."""
    day = f"ข้อมูล ณ วันที่ {thai_day(meeting.as_of)}"
    lines = [
        "การติดตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA)",
        meeting.organisation,
        f"ประจำเดือน{thai_month(meeting.month)}",
        f"{day} (ปิดเดือนแล้ว)" if meeting.is_closed else day,
    ]
    return [*lines, SAMPLE_LINE] if meeting.is_sample else lines


def notes_of(screen: Screen) -> list[str]:
    """What a speaker is asked about a screen: its figures with their denominators, and how they are counted."""
    return [*figures_of(screen.body), *screen.rules, screen.foot]


def figures_of(body: Body) -> Iterator[str]:
    """Each figure on a line, with its denominator."""
    match body:
        case Numbers():
            for number in body.numbers:
                yield " ".join(filter(None, (f"{number.name}: {number.value}", number.of, number.change)))
        case Bars():
            for bar in body.bars:
                counts = (f"{word} {count:,}" for word, count in zip(body.words, bar.counts, strict=True))
                yield f"{bar.name}: {bar.rate}; {', '.join(counts)}"
        case Grid():
            yield from _of_grid(body)
        case Strips():
            yield from _of_strips(body)
        case Listing():
            yield from filter(None, [body.rest])


def _of_grid(body: Grid) -> Iterator[str]:
    for place, (name, fields) in enumerate(body.rows):
        parts = (f"{header} {texts[place]}" for header, texts in body.parts)
        yield f"{name}: {', '.join((*_in_words(body.months, fields), *parts))}"


def _of_strips(body: Strips) -> Iterator[str]:
    for strip in body.strips:
        yield strip.sentence
        yield f"{strip.name}: {', '.join(_in_words(body.months, strip.fields))}"
        yield from (*strip.facts, *strip.orders)


def _in_words(months: Sequence[str], fields: Sequence[Field]) -> Iterator[str]:
    for month, field in zip(months, fields, strict=True):
        if field.state:
            yield f"{month} {field.words} {field.fraction}".strip()
