"""What the elements of a Word document show as text, which is more than what stands in w:t.

Signs of fonts, equations, boxes and lists of forms, hyphens and tabs are read; what is deleted, moved away, hidden,
struck through or only a placeholder is no text.
"""

from collections.abc import Callable, Iterator
from typing import Any

from docx.oxml.ns import qn

from ita_data.imports.paragraphs import has_words
from ita_data.imports.symbols import is_for_signs, sign_of, signs_of

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PARAGRAPH, _RUN, _TEXT = qn("w:p"), qn("w:r"), qn("w:t")
_UNSEEN = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:txbxContent"),
    qn("w:rt"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
"""What is no text of its paragraph: deleted, moved away, drawn over the page, a reading aid, or written twice."""
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    _PARAGRAPH: "\n",
    qn("w:noBreakHyphen"): "-",
}
_HIDDEN, _STRUCK = ("w:vanish",), ("w:strike", "w:dstrike")
_BOX = {True: "☒", False: "☐"}


def text_of(element: Any) -> str:
    """The text that an element shows."""
    return "".join(_shown(child) for child in element)


def hidden_texts(block: Any) -> Iterator[str]:
    """The words that a paragraph or a table hides, paragraph by paragraph."""
    return _texts_of_runs(block, _HIDDEN)


def struck_texts(block: Any) -> Iterator[str]:
    """The words that are struck through, paragraph by paragraph."""
    return _texts_of_runs(block, _STRUCK)


def is_on(element: Any, path: str) -> bool:
    """Whether a switch at the end of a path of children is on."""
    switch = element.find("/".join(qn(name) for name in path.split("/")))
    return switch is not None and switch.get(qn("w:val"), "1") not in ("0", "false", "off")


def is_placeholder(control: Any) -> bool:
    """Whether a content control holds only the words by which it asks to be filled in."""
    properties = control.find(qn("w:sdtPr"))
    if properties is None or properties.find(qn("w:showingPlcHdr")) is None:
        return False
    choices = {item.get(qn("w:displayText"), item.get(qn("w:value"))) for item in properties.iter(qn("w:listItem"))}
    return text_of(control).strip() not in choices


def _shown(element: Any) -> str:
    tag = element.tag
    if tag in _UNSEEN:
        return ""
    if read := _READ.get(tag):
        return read(element)
    return _CHARACTERS.get(tag, "") + text_of(element)


def _run(run: Any) -> str:
    return "" if any(is_on(run, f"w:rPr/{name}") for name in (*_HIDDEN, *_STRUCK)) else text_of(run)


def _letters(element: Any) -> str:
    """A text, or the signs that it shows in the font of its run."""
    text = element.text or ""
    fonts = element.getparent().find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    font = "" if fonts is None else fonts.get(qn("w:ascii"), "")
    return signs_of(font, text) if font and text.strip() and is_for_signs(font) else text


def _sign(element: Any) -> str:
    return sign_of(element.get(qn("w:font"), ""), int(element.get(qn("w:char"), "0"), 16))


def _form_field(begin: Any) -> str:
    """What a check box or a list of an old form shows, which stands in no text; a field of words has its text."""
    box, choices = (begin.find(f"{qn('w:ffData')}/{qn(name)}") for name in ("w:checkBox", "w:ddList"))
    if box is not None:
        checked = box.find(qn("w:checked"))
        return _BOX[is_on(box, "w:checked" if checked is not None else "w:default")]
    if choices is None:
        return ""
    entries = [entry.get(qn("w:val"), "") for entry in choices.findall(qn("w:listEntry"))]
    chosen = (choices.find(qn(name)) for name in ("w:result", "w:default"))
    number = next((int(choice.get(qn("w:val"), "0")) for choice in chosen if choice is not None), 0)
    return entries[number] if 0 <= number < len(entries) else ""


def _control(control: Any) -> str:
    """A content control: a check box by its state, and nothing where it only holds a placeholder."""
    properties = control.find(qn("w:sdtPr"))
    content = text_of(control)
    if properties is None:
        return content
    box = properties.find(f"{_WORD_2010}checkbox")
    if box is not None:
        checked = box.find(f"{_WORD_2010}checked")
        return _BOX[checked is not None and checked.get(f"{_WORD_2010}val", "1") not in ("0", "false", "off")]
    return "" if is_placeholder(control) else content


def _fraction(fraction: Any) -> str:
    above, below = (text_of(fraction.find(f"{_MATH}{part}")) for part in ("num", "den"))
    return f"{above}/{below}"


def _power(power: Any) -> str:
    base, exponent = (text_of(power.find(f"{_MATH}{part}")) for part in ("e", "sup"))
    return f"{base}^{exponent}"


_READ: dict[str, Callable[[Any], str]] = {
    _RUN: _run,
    _TEXT: _letters,
    qn("w:sym"): _sign,
    qn("w:fldChar"): _form_field,
    qn("w:sdt"): _control,
    f"{_MATH}t": lambda element: element.text or "",
    f"{_MATH}f": _fraction,
    f"{_MATH}sSup": _power,
}
"""How elements are read whose text is more than that of their children."""


def _texts_of_runs(block: Any, switches: tuple[str, ...]) -> Iterator[str]:
    if next(block.iter(*map(qn, switches)), None) is None:
        return
    for paragraph in block.iter(_PARAGRAPH):
        runs = (run for run in paragraph.iter(_RUN) if any(is_on(run, f"w:rPr/{name}") for name in switches))
        text = "".join(map(text_of, runs))
        if has_words(text):
            yield text.strip()
