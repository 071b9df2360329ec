"""`export` on the command line: a month's meeting as a file."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from ita_data.__main__ import main
from ita_data.exports.meetings import MEETING_EXPORTS

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


@pytest.fixture(autouse=True)
def database(sample_office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample office."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{sample_office}")


def export(kind: str, out: Path, *arguments: object, month: str = "2025-03") -> Result:
    given = ["export", kind, "--month", month, "--as-of", "2025-04-09", "--out", out, *arguments]
    return CliRunner().invoke(main, [str(argument) for argument in given])


@pytest.mark.parametrize("kind", MEETING_EXPORTS)
def test_each_kind_is_written_to_the_file(kind: str, tmp_path: Path) -> None:
    out = tmp_path / f"ประชุม.{kind}"
    result = export(kind, out, "--fiscal-year", 2568)
    assert (result.exit_code, result.stdout) == (DONE, f"{out}\n")
    assert out.read_bytes()[:2] in (b"PK", b"%P")


def test_a_buddhist_year_names_the_same_month(tmp_path: Path) -> None:
    common, buddhist = tmp_path / "a.pptx", tmp_path / "b.pptx"
    export("pptx", common)
    export("pptx", buddhist, month="2568-03")
    assert common.read_bytes() == buddhist.read_bytes()
    title = Presentation(BytesIO(buddhist.read_bytes())).slides[0].placeholders[1].text_frame.text
    assert "ประจำเดือนมีนาคม 2568" in title


def test_a_month_of_another_fiscal_year_is_wrong_usage(tmp_path: Path) -> None:
    result = export("pptx", tmp_path / "a.pptx", "--fiscal-year", 2568, month="2025-10")
    assert (result.exit_code, list(tmp_path.iterdir())) == (WRONG_USAGE, [])
    assert "ต.ค. 68 ไม่อยู่ในปีงบประมาณ 2568" in result.stderr


def test_a_year_or_office_without_a_plan_is_refused(tmp_path: Path) -> None:
    for result in (
        export("pptx", tmp_path / "a.pptx", month="2024-03"),
        export("pptx", tmp_path / "a.pptx", "--organisation", "สำนักงานเขตดุสิต"),
    ):
        assert (result.exit_code, result.stderr) == (REFUSED, "ไม่มีแผนนี้ในฐานข้อมูล\n")


def test_where_no_file_can_be_written_it_says_so(tmp_path: Path) -> None:
    missing, folder = export("pptx", tmp_path / "no" / "a.pptx"), export("pptx", tmp_path)
    assert missing.exit_code == folder.exit_code == REFUSED
    assert missing.stderr == f"ไม่มีโฟลเดอร์ {tmp_path / 'no'}\n"
    assert folder.stderr.startswith(f"เขียนไฟล์ {tmp_path} ไม่ได้")


def test_the_charts_numbers_are_those_that_status_prints(tmp_path: Path) -> None:
    export("pptx", tmp_path / "a.pptx")
    charts = [
        shape.chart
        for slide in Presentation(str(tmp_path / "a.pptx")).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    for by, chart in zip(("indicator", "section"), charts, strict=True):
        printed = CliRunner().invoke(main, ["status", "--as-of", "2025-04-09", "--month", "6", "--by", by, "--json"])
        rows = json.loads(printed.stdout)["rows"]
        completed, unconfirmed, in_progress, not_started = (list(each.values) for each in chart.plots[0].series)
        assert [sum(both) for both in zip(completed, unconfirmed, strict=True)] == [row["completed"] for row in rows]
        assert unconfirmed == [row["unconfirmed"] for row in rows]
        assert in_progress == [row["in_progress"] for row in rows]
        assert not_started == [row["not_started"] for row in rows]
