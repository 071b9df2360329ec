"""A share is recognised by what the system lists as mounted."""

from pathlib import Path

import pytest

from ita_data.model.errors import StoreUnusable
from ita_data.services import opening
from ita_data.store import network_shares
from ita_data.store.network_shares import is_on_share, kind_of_disk

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
//server/office /mnt/office cifs rw,vers=3.0 0 0
server:/data /mnt/ฝ่ายปกครอง\040เขต nfs4 rw 0 0
/dev/sdb1 /mnt/office/usb vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/data/ita.db", "ext4"),
        ("/mnt/office/data/ita.db", "cifs"),
        ("/mnt/ฝ่ายปกครอง เขต/ita.db", "nfs4"),
        ("/mnt/office/usb/ita.db", "vfat"),
        ("/mnt/offices/ita.db", "ext4"),
    ],
)
def test_a_place_is_of_the_nearest_disk_above_it(place: str, kind: str) -> None:
    assert kind_of_disk(Path(place), MOUNTS) == kind


def test_where_nothing_is_listed_nothing_is_a_share() -> None:
    assert kind_of_disk(Path("/srv/ita.db"), "") == ""


def test_this_computers_own_disk_is_no_share(tmp_path: Path) -> None:
    assert not is_on_share(tmp_path / "ita.db")


def test_a_database_on_a_share_is_refused_and_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "mounts"
    listed.write_text(f"//server/office {tmp_path}/share cifs rw 0 0\n")
    monkeypatch.setattr(network_shares, "_MOUNTS", listed)
    with pytest.raises(StoreUnusable, match="ita.db"):
        opening.open_store(tmp_path / "share" / "ita.db")
    assert not (tmp_path / "share").exists()
