"""Bytes as text: UTF-8, UTF-16 with or without its mark, and the Thai code page, found out by what the bytes hold."""

import codecs
import re
from contextlib import suppress

THAI = "cp874"
"""The code page of a Thai Windows, which holds all of TIS-620."""

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF16 = {1: "utf-16-le", 0: "utf-16-be"}
"""UTF-16 by where the upper bytes of its letters stand: after the lower ones, or before them."""
_UPPER_BYTES = b"\x00\x0e"
"""The upper bytes of Latin and of Thai letters."""
_SAMPLE = 4096
_THAI = re.compile("[ก-๛]")
_LOST = "\ufffd"


def decoded(data: bytes, declared: str = THAI) -> str:
    """The text that these bytes are; raises UnicodeDecodeError where they are none that an office saves.

    What they hold counts more than what they declare to be, which is often wrong. Text in UTF-8 of which a few bytes
    are damaged stays text, with a sign in place of each damaged letter.
    """
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    if encoding := _unmarked_utf16(data[:_SAMPLE]):
        return data.decode(encoding, errors="replace")
    text = data.decode("utf-8-sig", errors="replace")
    if text.count(_LOST) * 100 <= len(_THAI.findall(text)):
        return text
    return data.decode(_known(declared))


def _known(encoding: str) -> str:
    """The encoding by a name that Python knows; the Thai code page for all others."""
    with suppress(LookupError):
        return codecs.lookup(encoding.lower().replace("windows-", "cp")).name
    return THAI


def _unmarked_utf16(sample: bytes) -> str:
    """The byte order in which almost every second byte is an upper one; empty for any other text."""
    for start, encoding in _UTF16.items():
        upper = sample[start::2]
        if b"\0" in upper and sum(byte in _UPPER_BYTES for byte in upper) > 0.9 * len(upper):
            return encoding
    return ""
