"""What a cell of statuses means, and why it means none: a review is never completed by words that take that back."""

import re
from functools import cache, lru_cache

from ita_data.imports.signs import Sign, choices_in, without_pictures
from ita_data.imports.spellings import (
    ANYTHING,
    begins_with_status,
    spellings_of,
    status,
    status_listed,
    status_seen,
    why_no_status,
)
from ita_data.model.repairs import arabic
from ita_data.model.states import Status

UNKNOWN = "status-unknown"
SEVERAL = "status-several"
UNTICKED = "status-unticked"
DOUBTED = "status-doubted"
SIGN = "status-sign"

_WHY = {"time": "status-time", "target": "status-target", "cancelled": "status-cancelled"}
"""What is said of words that are no status, by why they are none."""

_Meant = tuple[Status | None, str]

_LONGEST = 100
"""How far into a text a status at its start may reach."""
_PARTS = re.compile(r"[/,;|\n]")
_GAPS = re.compile(r"[\s(\[,:;–-]+")
_ORDINAL = re.compile(r"^\s*(?:\(\d{1,2}\)|\d{1,2}\s*[.)=:–-])\s*(?=\D)")
"""The number of a choice in a list: 3. or (3) or 3 =."""
_SHARE = re.compile(r"(?<![\d/])(\d{1,2})(?:ใน|/)(?!\1(?!\d))\d{1,2}(?![\d/])")
"""So many of more, which is not all: 3/5. A day such as 15/1/68 or a paper's number such as 1/2568 is none."""
_SHARE_IN_WORDS = re.compile(r"(?<!\d)(\d+)(?![\d.])\D{0,20}?(?:จาก|แผน|เป้าหมาย|ทั้งหมด|เต็ม)\D{0,20}?(?!\1(?!\d))\d+")
"""The same in words: 3 ครั้ง จากแผน 5 ครั้ง."""
_NUMBER_ALONE = re.compile(r"[(\[:]*\d+[)\]]*")
_QUESTION = re.compile(r"[?？]")


@lru_cache(maxsize=10_000)
def status_meant(text: str) -> _Meant:
    """The status that a text names or seems to name, with the code of the problem that says how it was understood.

    Beside the listed words: a sign or a number before them, the one ticked of several, a slip of one letter, and words
    after them that don't take them back. Where it is none the code says why.
    """
    if choices := choices_in(text):
        return _chosen(text, [(choice.sign, choice.words) for choice in choices])
    return _worded(text)


def words_behind(text: str) -> str:
    """What stands behind the words for a completed status at the start of a text; all of it where there are none."""
    words = _ORDINAL.sub("", without_pictures(arabic(text)))
    listed = (spelling.removesuffix(ANYTHING) for spelling in spellings_of("statuses", Status.COMPLETED))
    begins = max((spelling for spelling in listed if words.startswith(spelling)), key=len, default="")
    return words.removeprefix(begins)


def _chosen(text: str, choices: list[tuple[Sign, str]]) -> _Meant:
    """The only status with a tick: "☐ ยังไม่ดำเนินการ ☑ ดำเนินการแล้ว", or one marked line of several."""
    ticked = [words for sign, words in choices if sign is Sign.TICKED]
    if not any(words for _sign, words in choices):
        return None, SIGN
    if len(ticked) != 1:
        return None, UNTICKED
    if len(choices) > 1:
        return _worded(ticked[0])
    marked, *others = sorted(text.splitlines(), key=lambda line: not choices_in(line))
    if others and all(map(status, others)):
        return _worded(choices_in(marked)[0].words)
    return _worded(ticked[0])


def _worded(text: str) -> _Meant:
    """What words say without the signs and the number before them."""
    words = _ORDINAL.sub("", without_pictures(arabic(text)))
    if not words:
        return None, SIGN if text.strip() else UNKNOWN
    if why := why_no_status(words):
        return None, _WHY[why]
    parts = _PARTS.split(without_pictures(text, "\n"))
    if len(parts) > 1 and len({found for part in parts if (found := status(part))}) > 1:
        return None, SEVERAL
    if _QUESTION.search(words):
        return None, DOUBTED
    return _seen(words)


def _seen(words: str) -> _Meant:
    found, is_listed = status_seen(words)
    if found and is_listed:
        return found, ""
    if found and not status(words):
        return found, "status-repaired"
    rest = words
    if not found:
        found, rest = _status_before(words)
    if not found:
        return None, UNKNOWN
    return (None, DOUBTED) if _is_doubted(found, rest) else (found, "status-with-text")


def _status_before(text: str) -> tuple[Status | None, str]:
    """The status at the start of a text, the longest one, and what stands behind it."""
    if not begins_with_status(text):
        return None, ""
    for gap in reversed(list(_GAPS.finditer(text, 0, _LONGEST))):
        if found := status_listed(text[: gap.start()]):
            return found, text[gap.start() :]
    return None, ""


def _is_doubted(found: Status, text: str) -> bool:
    squeezed = "".join(text.split())
    for harmless in spellings_of("status_undoubted", found):
        squeezed = squeezed.replace(harmless, "")
    if found is Status.COMPLETED and _is_partial(squeezed):
        return True
    folded = squeezed.casefold()
    return any(doubt in folded for doubt in spellings_of("status_doubts", found)) or any(
        pattern.search(folded) for pattern in _patterns(found)
    )


def _is_partial(squeezed: str) -> bool:
    shares = (_SHARE, _SHARE_IN_WORDS)
    return bool(_NUMBER_ALONE.fullmatch(squeezed)) or any(share.search(squeezed) for share in shares)


@cache
def _patterns(found: Status) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, spellings_of("status_doubt_patterns", found)))
