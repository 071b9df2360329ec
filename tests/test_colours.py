"""Colours are told apart by all eyes: what is drawn on a first screen, in both themes, and in files and charts."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from ita_data.labels import STATE_COLOURS, STATUS_COLOURS

CSS = (Path(__file__).parents[1] / "ui" / "static" / "answers" / "answers.css").read_text(encoding="utf-8")
PAPER = {"light": "#ffffff", "dark": "#0f151b"}
Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

EYES: dict[str, Matrix] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira and Fernandes 2009, at full severity, for linear light.
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}


def linear(colour: str) -> Colour:
    """The light of a colour such as #12457a, red, green and blue from 0 to 1."""
    text = colour.lstrip("#")
    parts = [int(text[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    return sum(part * weight for part, weight in zip(linear(colour), (0.2126, 0.7152, 0.0722), strict=True))


def contrast(first: str, second: str) -> float:
    """As WCAG 2.2 counts it: 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, eyes: Matrix) -> Colour:
    """What these eyes see, in CIE Lab."""
    light = linear(colour)
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in eyes)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(first: str, second: str, eyes: Matrix) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(first, eyes), lab(second, eyes), strict=True)) ** 0.5


def of_theme(theme: str) -> dict[str, str]:
    """The colours of the first screen's style sheet in a theme."""
    found = {}
    for name, value in re.findall(r"--([a-z-]+): ([^;]+);", CSS):
        colours = re.findall(r"#[0-9a-f]{6}", value)
        if colours:
            found[name] = colours[0] if theme == "light" or len(colours) == 1 else colours[1]
    return found


def palettes() -> Iterator[tuple[str, list[str]]]:
    for theme in PAPER:
        colours = of_theme(theme)
        yield f"{theme} states", [colours[name] for name in ("on-time", "late", "partly", "missing")]
        yield f"{theme} statuses", [colours[name] for name in ("completed", "in-progress", "not-started")]
    yield "states of files", [STATE_COLOURS[name] for name in ("on_time", "late", "partly", "missing")]
    yield "statuses of files", [STATUS_COLOURS[name] for name in ("completed", "in_progress", "not_started")]


PALETTES = dict(palettes())


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("eyes", [name for name in EYES if name != "grey"])
def test_no_two_colours_of_a_palette_are_one_to_any_eyes(name: str, eyes: str) -> None:
    for first, second in combinations(PALETTES[name], 2):
        assert distance(first, second, EYES[eyes]) >= 12, (first, second)


@pytest.mark.parametrize("name", [name for name in PALETTES if "statuses" in name])
def test_statuses_are_told_apart_in_grey(name: str) -> None:
    for first, second in combinations(PALETTES[name], 2):
        assert distance(first, second, EYES["grey"]) >= 12, (first, second)


@pytest.mark.parametrize("theme", PAPER)
def test_the_marks_that_carry_meaning_stand_out_from_the_paper(theme: str) -> None:
    colours = of_theme(theme)
    for name in ("on-time", "missing", "completed", "in-progress" if theme == "dark" else "completed"):
        assert contrast(colours[name], PAPER[theme]) >= 3, name


@pytest.mark.parametrize("theme", PAPER)
def test_texts_and_signs_are_legible(theme: str) -> None:
    colours, paper = of_theme(theme), PAPER[theme]
    signs = [("#ffffff", "on-time"), ("#2b1d00", "late"), (colours["ink"], "partly"), ("#ffffff", "missing")]
    for sign, name in signs:
        assert contrast(sign, colours[name]) >= 4.5, name
    for name in ("ink", "soft", "accent", "up", "down"):
        assert contrast(colours[name], paper) >= 4.5, name
    assert contrast(colours["soft"], colours["quiet"]) >= 4.5
