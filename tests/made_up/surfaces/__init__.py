"""Everywhere that a field of a review is met; test_made_up.py runs these in a copy with made-up fields.

Not to be run by themselves: the program as it is has none of these fields.
"""

from dataclasses import replace

import pytest

from ita_data.model.records import Review
from tests.made_up.fields import MADE_UP, MadeUp

_VALUES = [field for field in MADE_UP if field.unreadable]
_TEXTS = [field for field in MADE_UP if not field.unreadable]
EVERY_FIELD = pytest.mark.parametrize("field", MADE_UP, ids=[field.name for field in MADE_UP])
EVERY_VALUE = pytest.mark.parametrize("field", _VALUES, ids=[field.name for field in _VALUES])
EVERY_TEXT = pytest.mark.parametrize("field", _TEXTS, ids=[field.name for field in _TEXTS])


def holding(review: Review, field: MadeUp) -> Review:
    """The review with the field filled in."""
    return replace(review, **{field.name: field.value})
