"""What a unit's workbook can be told that no other test of it tells: one finding code each."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import Severity
from cchc_metrics.schema import SIGNED_REPORTS, UNITS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from tests.reporting_office import copy_of, keep
from tests.services.reporting import test_unit_report_cases as cases
from tests.services.reporting import test_unit_reports as sound
from tests.services.reporting.test_unit_report_cases import PERIOD, UNIT, changed, face, filled, read, row_of

desk = cases.desk


def put(code: str, value: object) -> Callable[[Worksheet], None]:
    """A figure of task 4 gets another content."""

    def change(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, code), 6).value = value

    return change


def hidden_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[row_of(sheet, "4.2")].hidden = True


def hidden_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["F"].hidden = True


def second_input(sheet: Worksheet) -> None:
    head = row_of(sheet, "Mã")
    sheet.cell(head, 8).value = sheet.cell(head, 6).value


def no_tick(sheet: Worksheet) -> None:
    sheet.cell(row_of(sheet, "4.KPS"), 6).value = "chắc là không"


def unknown_code(sheet: Worksheet) -> None:
    row = row_of(sheet, "4.2")
    sheet.insert_rows(row)
    sheet.cell(row, 1).value, sheet.cell(row, 6).value = "4.99", 7


def twice(sheet: Worksheet) -> None:
    row = row_of(sheet, "4.2")
    sheet.insert_rows(row)
    sheet.cell(row, 1).value, sheet.cell(row, 6).value = "4.2", 7


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (put("4.2", "60 (*)"), "report_noted"),
        (put("4.2", "#DIV/0!"), "report_formula_error"),
        (no_tick, "report_tick"),
        (hidden_row, "report_hidden_rows"),
        (hidden_column, "report_hidden_columns"),
        (second_input, "report_column_doubled"),
        (unknown_code, "report_code_unknown"),
        (twice, "report_code_twice"),
    ],
)
def test_what_people_do_to_a_sheet_is_told(desk: Desk, change: Callable[[Worksheet], None], code: str) -> None:
    _, codes = changed(desk, change)
    assert code in codes


def test_a_face_in_words_that_nobody_knows_is_a_warning(desk: Desk) -> None:
    report, findings = read(desk, filled(desk, face("B3", "Đơn vị báo cáo: Phòng Nội chánh mới")))
    assert report is not None
    assert ("report_face_unread", Severity.WARNING) in {(one.code, one.severity) for one in findings}


def test_a_question_of_yes_or_no_takes_no_other_answer(shipped: Desk) -> None:

    book = sound.filled(shipped, "TIN-HOC", PERIOD, lambda one: sound.put(one, {"7.8": "cũng tạm"}))
    _, findings = sound.received(shipped, book)
    assert "report_yes_no" in {one.code for one in findings}


def test_a_report_that_nobody_owes_any_more_is_refused(desk: Desk, shipped_office: Office, tmp_path: Path) -> None:
    data = filled(desk)
    office = copy_of(shipped_office, tmp_path / "closed")
    row = {"unit_id": UNIT, "name": "Phòng Nội chính", "short_name": "P. Nội chính", "unit_type": "room", "place": 2}
    keep(office, UNITS, [{**row, "valid_to": date(2025, 6, 30), "confirmation": "confirmed"}])
    try:
        report, findings = read(Desk.at(office, LOCAL_OPERATOR), data)
    finally:
        office.close()
    assert report is None
    assert [one.code for one in findings] == ["report_not_owed"]


def test_figures_of_a_signed_period_are_corrections_and_ask_for_a_reason(
    desk: Desk, shipped_office: Office, tmp_path: Path
) -> None:
    office = copy_of(shipped_office, tmp_path / "signed")
    row = {"unit_id": UNIT, "name": "Phòng Nội chính", "short_name": "P. Nội chính", "unit_type": "room", "place": 2}
    keep(office, UNITS, [{**row, "specialised": True, "confirmation": "confirmed"}])
    signed = {"form_code": "CCHC", "period_id": PERIOD, "number": "12/BC-VP", "signed_on": date(2026, 3, 20)}
    keep(office, SIGNED_REPORTS, [signed | {"signer": "Chánh Văn phòng", "data_seq": office.version}])
    try:
        report, findings = read(Desk.at(office, LOCAL_OPERATOR), filled(desk))
    finally:
        office.close()
    assert report is not None
    (told,) = [one for one in findings if one.code == "period_signed"]
    assert told.severity is Severity.WARNING
    assert "12/BC-VP" in told.message
