"""A unit's workbook in hostile hands: formats, comments, merges, headers and sheets that would change a figure."""

from datetime import datetime

import openpyxl
import pytest
from openpyxl.comments import Comment

from cchc_metrics.importing.reports.cells import AskedMetric, checked
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.workbooks.stamp import SIGN
from tests.services.reporting.test_unit_report_cases import (
    FIGURES,
    TASK_FOUR,
    desk,
    errors,
    filled,
    read,
    row_of,
    unread,
)

__all__ = ["desk"]
TASK_FIVE = "5. Rà soát TTHC, PAKN"


def _formats(book: openpyxl.Workbook) -> None:
    """Every cell shows something else than it holds, or holds what nobody can take."""
    four, five = book[TASK_FOUR], book[TASK_FIVE]
    four.cell(row_of(four, "4.2"), 6).number_format = "0%"
    four.cell(row_of(four, "4.3"), 6).value = 75
    four.cell(row_of(four, "4.3"), 6).number_format = "dd/mm/yyyy"
    four.cell(row_of(four, "4.4"), 6).value = 19.9999999999
    four.cell(row_of(four, "4.5"), 7).value = "=F9*2"
    four.cell(row_of(four, "4.6"), 6).comment = Comment("Chưa chốt, đúng ra là 18", "Người lập")
    four.cell(row_of(four, "4.8"), 6).value = None
    row = row_of(four, "4.7")
    four.merge_cells(start_row=row, end_row=row + 1, start_column=6, end_column=6)
    four.cell(row_of(four, "4.ket-qua"), 6).value = "=1+1"
    four.cell(row_of(four, "4.MC1"), 6).value = datetime(2026, 3, 1)
    five.cell(row_of(five, "5.3"), 6).value = 0.3


def test_what_a_cell_shows_and_what_it_holds_is_never_settled_in_silence(desk: Desk) -> None:
    report, findings = read(desk, filled(desk, _formats))
    assert report is not None
    told = {(one.code, one.sheet.partition(".")[0], cell) for one in findings for cell in one.cells}
    assert told == {
        ("report_percent", "4", "F8"),
        ("report_date", "4", "F9"),
        ("report_formula_uncomputed", "4", "G11"),
        ("report_comment", "4", "F12"),
        ("report_merged_items", "4", "F13"),
        ("report_merged_items", "4", "F14"),
        ("report_formula_uncomputed", "4", "F19"),
        ("report_small_share", "5", "F9"),
    }
    assert "con số trong ô là 75" in next(one.message for one in findings if one.code == "report_date")
    assert "Nếu định ghi 30%" in next(one.message for one in findings if one.code == "report_small_share")
    assert report.numbers["4.4"] == 20
    assert report.facts.set_index("code").loc["4.MC1", "text"] == "01/3/2026"


@pytest.mark.parametrize(
    ("share", "code"),
    [
        (0, ""),
        (0.000001, "report_small_share"),
        (0.999999, "report_small_share"),
        (1, ""),
        (100, ""),
        (100.000001, "report_above_whole"),
    ],
)
def test_a_share_below_one_percent_may_be_a_fraction_and_one_above_the_whole_is_none(share: float, code: str) -> None:
    doubt = checked(share, None, AskedMetric("Tỷ lệ", "%", "1")).doubt
    assert (doubt.code if doubt else "") == code


def _rename_input(book: openpyxl.Workbook, *headers: str) -> None:
    sheet = book[TASK_FOUR]
    for (cell,) in sheet.iter_rows(min_col=6, max_col=6):
        if cell.value in headers:
            cell.value = "Thực hiện"
    sheet["H6"], sheet["H8"] = "Số liệu tháng 3", 5


def test_a_renamed_header_is_found_by_the_other_table_and_an_added_column_is_told(desk: Desk) -> None:
    report, findings = read(desk, filled(desk, lambda book: _rename_input(book, "Số liệu kỳ này")))
    assert report is not None
    assert report.numbers == FIGURES
    assert unread(findings) == {"F6": "Thực hiện", "H6": "Số liệu tháng 3", "H8": "5"}


def test_a_column_whose_name_only_resembles_is_never_read_in_the_place_of_ours(desk: Desk) -> None:
    change = ("Số liệu kỳ này", "Tên tài liệu, số, ngày")
    _, findings = read(desk, filled(desk, lambda book: _rename_input(book, *change)))
    assert [(one.code, one.sheet) for one in errors(findings)] == [("report_column_missing", TASK_FOUR)]


def test_two_tables_that_point_to_different_columns_are_refused(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book[TASK_FOUR]
        place = next(
            cell for (cell,) in sheet.iter_rows(min_col=6, max_col=6) if cell.value == "Tên tài liệu, số, ngày"
        )
        sheet.cell(place.row, 9).value, place.value = place.value, None

    _, findings = read(desk, filled(desk, change))
    assert [(one.code, one.sheet) for one in errors(findings)] == [("report_column_doubled", TASK_FOUR)]


def test_our_own_sheet_is_known_when_it_is_shown_and_renamed(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["_danh_muc"]
        assert sheet["A1"].value == SIGN
        sheet.title, sheet.sheet_state = "Sheet9", "visible"

    report, findings = read(desk, filled(desk, change))
    assert report is not None
    assert findings == ()


def test_a_hidden_sheet_that_is_called_like_ours_is_told(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("_du phong")
        sheet.sheet_state, sheet["B3"] = "hidden", "65 hồ sơ"

    _, findings = read(desk, filled(desk, change))
    assert unread(findings) == {"B3": "65 hồ sơ"}
