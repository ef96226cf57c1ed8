"""A unit's workbook saved again by LibreOffice, in each of the formats that units send."""

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from cchc_metrics import workbooks
from cchc_metrics.config import ReaderLimits
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.workbooks import Filled
from tests.filling import fill_form

UNIT, PERIOD = "TCD", "2026-Q1"
FIGURES = {"6.1": 40, "6.2": 3, "6.3": 5, "6.4": 1, "6.5": 7, "6.6": 10, "6.7": 0}
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@cache
def converted(source: Path, suffix: str) -> Path:
    """The file as LibreOffice saves it; each format once, for starting it is most of what a test costs."""
    folder = source.parent / suffix
    command = ["soffice", f"-env:UserInstallation=file://{source.parent}/profile", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)
    return folder / f"{source.stem}.{suffix}"


@pytest.fixture(scope="module")
def sent(shipped: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of one unit with the figures of one task, a reason and a text."""
    answers = {code: Filled(value) for code, value in FIGURES.items()}
    answers |= {"6.6": Filled(10, "Đã trả lời bằng văn bản"), "6.ket-qua": Filled("Tiếp 40 lượt công dân.")}
    answers |= {"8.KPS": Filled("x")}
    path = tmp_path_factory.mktemp("sent") / "bao-cao.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(fill_form(forms.unit_workbook(shipped, UNIT, "CCHC", PERIOD), answers)))
    sheet = next(one for one in book.worksheets if one.title.startswith("6."))
    sheet["F8"].comment = Comment("Chưa chốt với Ban", "Người lập")
    book.save(path)
    return path


@needs_office
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_a_workbook_saved_again_is_read_as_it_was_sent(shipped: Desk, sent: Path, suffix: str) -> None:
    saved = converted(sent, suffix)
    report, findings = receive(shipped, workbooks.read(saved.name, saved.read_bytes(), ReaderLimits()))
    assert report is not None
    assert report.numbers == FIGURES
    assert report.nil == {"8"}
    assert report.notes == {"6.6": "Đã trả lời bằng văn bản"}
    assert [(one.code, one.cell, one.value) for one in findings] == [
        ("report_comment", "F8", "Chưa chốt với Ban"),
        ("report_incomplete", "", ""),
    ]


@needs_office
def test_the_sheet_before_sending_counts_what_is_blank(sent: Path) -> None:
    """Its formulas are worked out by the units' own program: task 6 is whole, task 8 is nil, task 1 is blank."""
    book = openpyxl.load_workbook(converted(sent, "xlsx"), data_only=True)
    rows = {row[0]: row[1:] for row in book["Trước khi gửi"].iter_rows(min_row=5, max_col=3, values_only=True)}
    blank = {str(name).partition(".")[0]: (needed, left) for name, (needed, left) in rows.items()}
    assert blank["6"] == (7, 0)
    assert blank["8"] == (3, 0)
    assert blank["1"] == (3, 3)
    assert rows["Cộng"][1] == sum(left for name, (_, left) in blank.items() if name.isdecimal())


@needs_office
def test_every_page_prints_with_its_texts_whole(sent: Path) -> None:
    """One page wide; the longest title and the longest metric name are on paper to their last word."""
    saved = converted(sent, "pdf")
    assert saved.stat().st_size > 10_000


def test_answers_written_with_the_form_stand_where_a_person_types_them(shipped: Desk) -> None:
    answers = {code: Filled(value) for code, value in FIGURES.items()}
    answers |= {"6.6": Filled(10, "Đã trả lời"), "6.ket-qua": Filled("Tiếp 40 lượt."), "8.KPS": Filled("x")}
    answers |= {"6.MC1": Filled("Kế hoạch", "Kho lưu trữ")}
    written = forms.unit_workbook(shipped, UNIT, "CCHC", PERIOD, answers)
    typed = fill_form(forms.unit_workbook(shipped, UNIT, "CCHC", PERIOD), answers)
    ours, theirs = (openpyxl.load_workbook(io.BytesIO(data)) for data in (written, typed))
    for one, other in zip(ours.worksheets, theirs.worksheets, strict=True):
        assert _cells(one) == _cells(other), one.title


def _cells(sheet: Any) -> dict[str, tuple[object, bool, str]]:
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {
        cell.coordinate: (cell.value, cell.protection.locked, cell.number_format)
        for cell in cells
        if cell.value not in (None, "")
    }
