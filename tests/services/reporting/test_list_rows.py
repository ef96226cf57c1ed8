"""The lists of a unit as rows of its workbook: filled, carried to the next period, done; and what is refused."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms, lists
from cchc_metrics.services.reporting.lists import ListRow, rows_in
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.services.reporting.submitting import submit
from tests.reporting_office import FORM, at

UNIT, Q1, SIX = "KT", "2026-Q1", "2026-6M"
ROW = ListRow(UNIT, "2", 1, "Công khai tiến độ hồ sơ", "34/CTr-UBND", "running", "Ông A", None, "", "", "")


def changed(office: Office, change: Callable[[Any], None], period: str = SIX) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(at(office), UNIT, FORM, period)))
    change(book["Danh sách"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put(cells: Mapping[str, object]) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        for cell, value in cells.items():
            sheet[cell] = value

    return change


def sent(office: Office, cells: Mapping[str, object], period: str) -> None:
    plan = intake.plan(office, LOCAL_OPERATOR, "x.xlsx", changed(office, put(cells), period))
    assert not plan.rejected, [one.message for one in plan.findings]
    submit(at(office), plan, "Người lập", date(2026, 6, 16), "Gửi danh sách")


def rows(office: Office, period: str) -> dict[tuple[str, int], ListRow]:
    return {(one.task, one.number): one for one in rows_in(at(office), period, (UNIT,))}


def test_the_workbook_carries_the_rows_that_go_on_and_has_free_ones(own: Office) -> None:
    lists.keep(at(own), ROW, Q1)
    sheet = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(at(own), UNIT, FORM, SIX)))["Danh sách"]
    codes = [row[0] for row in sheet.iter_rows(min_row=6, values_only=True)]
    assert codes == [*(f"2.DS{n}" for n in range(1, 7)), *(f"3.DS{n}" for n in range(1, 6))] + [
        f"8.DS{n}" for n in range(1, 6)
    ]
    told = [cell.value for cell in sheet[6]]
    assert told == ["2.DS1", ROW.title, ROW.tied_to, "Đang thực hiện", "Ông A", None, None]
    assert sheet["B6"].protection.locked
    assert not sheet["B7"].protection.locked


def test_rows_are_filled_carried_and_closed_by_the_workbook_alone(own: Office) -> None:
    lists.keep(at(own), ROW, Q1)
    cells = {"D6": "Hoàn thành", "G6": "Công văn 12", "B7": "Trả kết quả tại nhà", "D7": "đang thực hiện"}
    sent(own, cells | {"E7": "Bà B", "F7": datetime(2026, 9, 30)}, SIX)
    now = rows(own, SIX)
    done, new = now["2", 1], now["2", 2]
    assert (done.state, done.closed_in, done.evidence, done.opened_in) == ("done", SIX, "Công văn 12", Q1)
    assert (new.title, new.state, new.owner, new.due_on) == (
        "Trả kết quả tại nhà",
        "running",
        "Bà B",
        date(2026, 9, 30),
    )
    # Done in six months: not in the third quarter. What goes on stands in its workbook.
    assert rows(own, "2026-Q3").keys() == {("2", 2)}
    sheet = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(at(own), UNIT, FORM, "2026-Q3")))["Danh sách"]
    assert [cell.value for cell in sheet[6]][:2] == ["2.DS2", "Trả kết quả tại nhà"]
    # The screen writes later and holds; a corrected report of the same period may call its own row otherwise.
    lists.keep(at(own), replace(new, owner="Ông C"), "2026-Q3")
    assert rows(own, "2026-Q3")["2", 2].owner == "Ông C"
    assert lists.next_number(at(own), UNIT, "2") == 3


def test_what_cannot_be_read_of_a_list_is_refused_with_its_cell(own: Office) -> None:
    lists.keep(at(own), ROW, Q1)
    cells: dict[str, object] = {"B6": "Tên khác", "D7": "Hoàn thành", "B8": "Ba", "D8": "xong rồi", "B9": "Bốn"}
    cells |= {"F9": "cuối năm", "B10": "Năm", "G10": "=A1&B1", "A11": "9.DS1", "B11": "Sáu", "I12": "ghi thêm"}
    cells |= {"B1": "Danh sách của tổ"}
    read = workbooks.read("x.xlsx", changed(own, put(cells)), ReaderLimits())
    report, findings = receive(at(own), read)
    assert report is not None
    told = {(one.code, one.cell) for one in findings if one.sheet == "Danh sách"}
    assert told == {
        ("report_row_taken", "B6"),
        ("report_row_title", "B7"),
        ("report_row_state", "D8"),
        ("report_row_due", "F9"),
        ("report_formula_uncomputed", "G10"),
        ("report_code_unknown", "A11"),
        ("report_cell_unread", "I12"),
        ("report_cell_unread", "B1"),
    }
    assert "part" in report.facts
    assert not len(report.facts[report.facts["part"] == "row"])


def test_a_list_without_a_column_is_refused_and_columns_are_found_by_their_words(own: Office) -> None:
    def gone(sheet: Any) -> None:
        sheet.delete_cols(4)

    def inserted(sheet: Any) -> None:
        sheet["B6"] = "Trả kết quả tại nhà"
        for merge in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merge))
        sheet.insert_cols(2)

    _, findings = receive(at(own), workbooks.read("x.xlsx", changed(own, gone), ReaderLimits()))
    assert [(one.code, one.sheet) for one in findings if one.sheet == "Danh sách"] == [
        ("report_column_missing", "Danh sách")
    ]
    report, findings = receive(at(own), workbooks.read("x.xlsx", changed(own, inserted), ReaderLimits()))
    assert report is not None
    assert not [one for one in findings if one.sheet == "Danh sách"]
    told = report.facts[report.facts["part"] == "row"].set_index("code")["text"].to_dict()
    assert told == {"2.DS1.title": "Trả kết quả tại nhà", "2.DS1.state": "proposed"}
