"""Texts of data in places that Streamlit draws as Markdown."""

import re

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+!|~$:-]")


def plain(text: str) -> str:
    """A text from a file or a person, so that it is shown as it stands."""
    return _MARKDOWN.sub(r"\\\g<0>", text)
