"""The filtered table is taken away as a file and opened again."""

import csv
from pathlib import Path

import openpyxl
import pytest

from tests.browser.conftest import PATIENCE, NewVisit, Visit

pytestmark = pytest.mark.browser

TABLE = "tra-cuu?chi-so=PAPI&ky=2024&tinh=P63-45"


def take(visit: Visit, label: str, folder: Path) -> Path:
    with visit.page.expect_download(timeout=PATIENCE) as waiting:
        visit.page.get_by_role("button", name=label).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_the_excel_file_holds_the_filtered_table_and_where_it_comes_from(
    shipped_address: str, new_visit: NewVisit, tmp_path: Path
) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/{TABLE}")
    assert "37 số liệu khớp bộ lọc" in visit.text
    path = take(visit, "Tải bảng Excel", tmp_path)
    assert path.suffix == ".xlsx"
    book = openpyxl.load_workbook(path)
    table, about = book.worksheets
    header = [cell.value for cell in table[1]]
    first = dict(zip(header, (cell.value for cell in table[2]), strict=True))
    assert table.max_row == 38
    assert first["Tên đơn vị"] == "Quảng Trị (cũ)"
    assert first["Điểm"] == pytest.approx(44.747268, abs=1e-9)
    said = " ".join(str(cell.value) for row in about.iter_rows() for cell in row)
    assert "papi.org.vn" in said
    assert "Quảng Trị (cũ)" in said
    book.close()


def test_the_csv_file_reads_back_in_vietnamese(shipped_address: str, new_visit: NewVisit, tmp_path: Path) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/{TABLE}")
    path = take(visit, "Tải bảng CSV", tmp_path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 37
    assert rows[0]["Tên đơn vị"] == "Quảng Trị (cũ)"


def test_a_template_comes_as_a_workbook(shipped_address: str, new_visit: NewVisit, tmp_path: Path) -> None:
    visit = new_visit()
    visit.open(f"{shipped_address}/nap-du-lieu")
    path = take(visit, "Điểm chỉ số", tmp_path)
    book = openpyxl.load_workbook(path, read_only=True)
    assert any("Bộ chỉ số" in [cell.value for cell in row] for row in book.worksheets[0].iter_rows(max_row=5))
    book.close()
