"""How near two spellings are: a slip of one letter may be offered, though never taken in silence."""

from collections.abc import Mapping

LEAST_LETTERS = 6
"""Shorter words differ from too many others by one letter."""


def nearest(wanted: str, meanings: Mapping[str, str]) -> str | None:
    """The only meaning whose word a slip of one letter parts from the wanted one; None for none or several."""
    if len(wanted) < LEAST_LETTERS:
        return None
    alike = [known for known in meanings if abs(len(known) - len(wanted)) <= 1]
    near = {meanings[known] for known in alike if is_one_slip_away(wanted, known)}
    return near.pop() if len(near) == 1 else None


def is_one_slip_away(one: str, other: str) -> bool:
    """Whether one letter too many, too few or another one, or two that changed places, is all that parts two words."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    begun = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if shorter[begun:] == longer[begun + 1 :] or shorter[begun + 1 :] == longer[begun + 1 :]:
        return True
    # A vowel or tone mark that a PDF moved: รหสั for รหัส.
    swapped = longer[:begun] + longer[begun : begun + 2][::-1] + longer[begun + 2 :]
    return shorter == swapped
