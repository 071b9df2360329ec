"""Texts of data in places that Streamlit draws as Markdown."""

import re

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+!|~$:&=-]|(?<=\d)\.(?!\S)")
_ANYHOW = re.compile(r"(?<=:)(?=//|material/|[\w+-]+:)|(?<=www)(?=\.)|(?=@)|(?<=[<>=~-])(?=[<>=-])", re.IGNORECASE)
"""Where Streamlit makes a link, an icon or an arrow of letters even when each of them is escaped."""
_APART = "\0"
_NOTHING = ":color[]"
"""Markdown that shows nothing, and keeps what stands before it and after it apart."""
_LINE_END = re.compile(r"\s*\n\s*")


def plain(text: str) -> str:
    """A text from a file or a person, so that it is shown as it stands, line by line."""
    apart = _ANYHOW.sub(_APART, _LINE_END.sub("\n", text.strip()))
    return _MARKDOWN.sub(r"\\\g<0>", apart).replace("\n", "\\\n").replace(_APART, _NOTHING)
