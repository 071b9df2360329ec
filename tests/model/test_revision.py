import pickle

import pytest

from ita_data.model.revision import Revision


def test_it_counts_and_compares_as_its_number() -> None:
    revision = Revision(7, "a")
    assert (revision + 1, revision > 6, f"{revision}", {7: "seven"}[revision]) == (8, True, "7", "seven")
    assert revision == 7
    assert revision != 8


@pytest.mark.parametrize(
    ("other", "is_same"), [(Revision(7, "a"), True), (Revision(7, "b"), False), (Revision(8, "a"), False)]
)
def test_two_are_the_same_where_the_last_write_was_the_same(other: Revision, is_same: bool) -> None:
    assert (Revision(7, "a") == other, Revision(7, "a") != other) == (is_same, not is_same)
    assert ({Revision(7, "a"): 1}.get(other) is not None) == is_same


def test_it_is_kept_with_its_write() -> None:
    assert pickle.loads(pickle.dumps(Revision(7, "a"))) == Revision(7, "a")
    assert pickle.loads(pickle.dumps(Revision(7, "a"))) != Revision(7, "b")
