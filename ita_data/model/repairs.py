"""The repair of Thai text that PDFs and old fonts have damaged.

The rules are data, see repairs.toml: each has its reason and its examples. Never NFKC, which tears ำ in two.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "0123456789" * 2)
_OTHER_DIGIT = re.compile("[๐-๙０-９]")
"""Thai digits, and the wide ones of East Asian keyboards."""
_MIXED_DIGITS = re.compile(r"[0-9]+[๐-๙][0-9๐-๙]*|[๐-๙]+[0-9][0-9๐-๙]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage: what it looks like, what it was, and why that is certain."""

    name: str
    why: str
    pattern: re.Pattern[str]
    replacement: str
    examples: tuple[tuple[str, str], ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are applied."""
    return tuple(
        Rule(
            entry["name"],
            entry["why"],
            re.compile(entry["pattern"]),
            entry["replacement"],
            tuple((damaged, whole) for damaged, whole in entry["examples"]),
        )
        for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["rules"]
    )


def repaired(text: str) -> str:
    """A text as it was before it was damaged; Thai digits stay, because people write them.

    The rules are about Thai letters and about signs that nobody sees, so a text without any is whole.
    """
    return text if text.isascii() else _repaired(text)


def repaired_value(text: str) -> str:
    """The same for a date, a number or a code, where a run of Thai and Arabic digits is a slip: ๒๕68 is 2568."""
    return text if text.isascii() else _MIXED_DIGITS.sub(lambda run: arabic(run[0]), _repaired(text))


def arabic(text: str) -> str:
    """A text with Arabic digits for Thai ones and for wide ones."""
    return text if text.isascii() or not _OTHER_DIGIT.search(text) else text.translate(_ARABIC)


@lru_cache(maxsize=50_000)
def _repaired(text: str) -> str:
    if not _any_damage().search(text):
        return text
    for rule in rules():
        text = rule.pattern.sub(rule.replacement, text)
    return text


@cache
def _any_damage() -> re.Pattern[str]:
    """What finds any damage in one go: groups of the rules aren't referred to in their patterns."""
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules()))
