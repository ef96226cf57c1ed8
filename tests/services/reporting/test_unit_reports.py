"""A unit's workbook out, filled in, and read back against what the unit owes."""

import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.model import Finding, Severity
from cchc_metrics.schema import PLAN_ITEMS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.services.storing import storing
from cchc_metrics.views.reporting.year_plan import YearPlanFilters, page

Fill = Callable[[openpyxl.Workbook], None]
INPUT, NOTE = "F", "G"


def cell_of(book: openpyxl.Workbook, code: str) -> tuple[str, int]:
    """The sheet and row in which a code stands."""
    for sheet in book.worksheets:
        for (cell,) in sheet.iter_rows(max_col=1):
            if cell.value == code:
                return sheet.title, cell.row
    raise KeyError(code)


def put(book: openpyxl.Workbook, values: dict[str, object], column: str = INPUT) -> None:
    for code, value in values.items():
        sheet, row = cell_of(book, code)
        book[sheet][f"{column}{row}"] = value


def filled(desk: Desk, unit: str, period: str, fill: Fill) -> bytes:
    """The unit's workbook, filled in and saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(desk, unit, "CCHC", period)))
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def received(desk: Desk, data: bytes) -> tuple[UnitReport | None, tuple[Finding, ...]]:
    return receive(desk, workbooks.read("bao-cao.xlsx", data, ReaderLimits()))


def codes(findings: tuple[Finding, ...], severity: Severity | None = None) -> list[str]:
    return [finding.code for finding in findings if severity in (None, finding.severity)]


SOUND = {"6.1": 40, "6.2": 3, "6.3": 5, "6.4": 1, "6.5": 7, "6.6": 10, "6.7": 0}


def test_what_is_filled_in_comes_back_cell_by_cell(shipped: Desk) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        put(book, {**SOUND, "6.ket-qua": "Đã tiếp 40 lượt công dân.", "6.MC1": "Sổ tiếp công dân"})
        put(book, {"6.MC1": "tủ hồ sơ số 2"}, NOTE)
        put(book, {"8.KPS": "x"})

    report, _ = received(shipped, filled(shipped, "TCD", "2026-Q1", fill))
    assert report is not None
    facts = report.facts.set_index(["part", "code"])
    assert {code: facts.loc[("value", code), "value"] for code in SOUND} == SOUND
    assert facts.loc[("text", "6.ket-qua"), "text"] == "Đã tiếp 40 lượt công dân."
    assert facts.loc[("evidence", "6.MC1"), "link"] == "tủ hồ sơ số 2"
    assert ("nil", "8") in facts.index
    assert set(report.facts["unit_id"]) == {"TCD"}
    assert report.nil == {"8"}
    assert (report.rows.read, report.rows.rejected, report.rows.ignored) == (10, 0, 0)


def test_an_empty_cell_is_no_fact_and_zero_is_one(shipped: Desk) -> None:
    report, _ = received(shipped, filled(shipped, "TCD", "2026-Q1", lambda book: put(book, {"6.7": 0})))
    assert report is not None
    assert report.facts[["code", "value"]].to_numpy().tolist() == [["6.7", 0.0]]


def test_a_hard_cross_check_that_fails_is_an_error_at_each_of_its_cells(shipped: Desk) -> None:
    report, findings = received(
        shipped, filled(shipped, "TCD", "2026-Q1", lambda book: put(book, {**SOUND, "6.6": 99}))
    )
    assert report is not None
    found = next(finding for finding in findings if finding.code == "report_check")
    assert found.severity is Severity.ERROR
    assert found.count == 5
    assert "99 so với 16" in found.message


def test_a_soft_check_is_a_warning_until_it_is_explained(shipped: Desk) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        put(book, {**SOUND, "6.7": 1})

    def explained(book: openpyxl.Workbook) -> None:
        fill(book)
        put(book, {"6.7": "đã xác minh, phản ánh không đúng"}, NOTE)

    _, bare = received(shipped, filled(shipped, "TCD", "2026-Q1", fill))
    _, noted = received(shipped, filled(shipped, "TCD", "2026-Q1", explained))
    assert "report_check_soft" in codes(bare, Severity.WARNING)
    assert "report_check_soft" in codes(noted, Severity.INFO)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("nhiều", "report_not_a_number"),
        ("1.234", "report_two_readings"),
        (-1, "report_negative"),
        (date(2026, 1, 2), "report_date"),
        (1e16, "report_too_large"),
    ],
)
def test_what_is_no_figure_is_refused_at_its_cell(shipped: Desk, value: object, code: str) -> None:
    _, findings = received(shipped, filled(shipped, "TCD", "2026-Q1", lambda book: put(book, {"6.1": value})))
    found = next(finding for finding in findings if finding.severity is Severity.ERROR)
    assert found.code == code
    assert found.cell.startswith(INPUT)


def test_rows_that_were_moved_are_read_by_their_codes(shipped: Desk) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        put(book, {"6.1": 40})
        sheet, row = cell_of(book, "6.1")
        book[sheet].insert_rows(row, 3)

    report, _ = received(shipped, filled(shipped, "TCD", "2026-Q1", fill))
    assert report is not None
    assert report.numbers == {"6.1": 40}


def test_a_code_that_became_a_number_is_refused(shipped: Desk) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet, row = cell_of(book, "6.1")
        book[sheet][f"A{row}"] = 6.1
        book[sheet][f"{INPUT}{row}"] = 40

    _, findings = received(shipped, filled(shipped, "TCD", "2026-Q1", fill))
    assert "report_code_number" in codes(findings, Severity.ERROR)


def test_nil_beside_a_figure_is_a_contradiction(shipped: Desk) -> None:
    _, findings = received(shipped, filled(shipped, "TCD", "2026-Q1", lambda book: put(book, {"6.1": 4, "6.KPS": "x"})))
    assert "report_nil_contradicted" in codes(findings, Severity.ERROR)


def test_a_sheet_of_another_office_s_making_is_not_taken_for_a_report(shipped: Desk) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "6.1"
    buffer = io.BytesIO()
    book.save(buffer)
    report, findings = received(shipped, buffer.getvalue())
    assert report is None
    assert codes(findings) == ["report_unknown"]


def test_opening_stocks_and_last_figures_are_carried_into_the_next_workbook(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    year, _ = received(desk, filled(desk, "TCD", "2025-FY", lambda book: put(book, SOUND)))
    assert year is not None
    columns = [*UNIT_REPORTS.grain_names, *UNIT_REPORTS.value_names]
    storing.edit(stocked, LOCAL_OPERATOR, UNIT_REPORTS, year.facts[columns], "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    book = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(desk, "TCD", "CCHC", "2026-Q1")))
    sheet, row = cell_of(book, "6.2")
    # 3 + 5 + 1 + 7 − 10
    assert book[sheet][f"{INPUT}{row}"].value == 6
    # A year is not held against a quarter: the column tells Quý III of the year before, which nobody reported.
    sheet, row = cell_of(book, "6.1")
    assert book[sheet][f"D{row}"].value is None
    assert "Kỳ trước (Quý III/2025)" in [cell.value for cell in book[sheet][6]]
    _, findings = received(desk, filled(desk, "TCD", "2026-Q1", lambda book: put(book, {"6.2": 5})))
    assert "report_opening" in codes(findings, Severity.WARNING)


def test_a_cumulative_figure_below_its_quarter_is_an_error(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    quarter, _ = received(desk, filled(desk, "TCD", "2026-Q1", lambda book: put(book, {"6.1": 40})))
    assert quarter is not None
    columns = [*UNIT_REPORTS.grain_names, *UNIT_REPORTS.value_names]
    storing.edit(stocked, LOCAL_OPERATOR, UNIT_REPORTS, quarter.facts[columns], "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    _, findings = received(desk, filled(desk, "TCD", "2026-6M", lambda book: put(book, {"6.1": 30})))
    assert "report_cumulative" in codes(findings, Severity.ERROR)


def kept(office: Office, unit: str, period: str, figures: dict[str, object]) -> None:
    """A report of some figures, stored."""
    desk = Desk.at(office, LOCAL_OPERATOR)
    report, _ = received(desk, filled(desk, unit, period, lambda book: put(book, figures)))
    assert report is not None
    columns = [*UNIT_REPORTS.grain_names, *UNIT_REPORTS.value_names]
    storing.edit(office, LOCAL_OPERATOR, UNIT_REPORTS, report.facts[columns], "thử")


def test_reports_that_begin_on_one_day_open_with_one_stock(stocked: Office) -> None:
    kept(stocked, "TCD", "2026-Q1", {**SOUND, "6.2": 10})
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    _, findings = received(desk, filled(desk, "TCD", "2026-6M", lambda book: put(book, {**SOUND, "6.2": 99})))
    found = next(one for one in findings if one.code == "report_opening")
    assert found.severity is Severity.WARNING
    assert "99, khác 10 đầu kỳ ở Quý I/2026" in found.message
    _, findings = received(desk, filled(desk, "TCD", "2026-6M", lambda book: put(book, {**SOUND, "6.2": 10})))
    assert "report_opening" not in codes(findings)


def test_a_year_is_not_below_its_half_and_its_third_quarter_together(stocked: Office) -> None:
    kept(stocked, "TCD", "2026-6M", {"6.1": 50})
    kept(stocked, "TCD", "2026-Q3", {"6.1": 30})
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    _, findings = received(desk, filled(desk, "TCD", "2026-FY", lambda book: put(book, {"6.1": 79})))
    found = next(one for one in findings if one.code == "report_cumulative")
    assert found.severity is Severity.ERROR
    assert "79 nhỏ hơn tổng 80 của 6 tháng 2026 + Quý III/2026" in found.message
    _, findings = received(desk, filled(desk, "TCD", "2026-FY", lambda book: put(book, {"6.1": 80})))
    assert "report_cumulative" not in codes(findings)


def test_a_nil_year_after_a_half_with_figures_falls_below_it(stocked: Office) -> None:
    kept(stocked, "TCD", "2026-6M", {"6.1": 50})
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    _, findings = received(desk, filled(desk, "TCD", "2026-FY", lambda book: put(book, {"6.KPS": "x"})))
    assert "report_cumulative" in codes(findings, Severity.ERROR)


def test_a_corrected_quarter_above_its_half_year_is_pointed_out(stocked: Office) -> None:
    kept(stocked, "TCD", "2026-6M", {"6.1": 50})
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    _, findings = received(desk, filled(desk, "TCD", "2026-Q1", lambda book: put(book, {"6.1": 51})))
    assert "report_longer" in codes(findings, Severity.WARNING)


def test_a_written_reason_stands_beside_a_cumulative_figure_that_fell(stocked: Office) -> None:
    kept(stocked, "TCD", "2026-Q1", {"6.1": 40})
    desk = Desk.at(stocked, LOCAL_OPERATOR)

    def fill(book: openpyxl.Workbook) -> None:
        put(book, {"6.1": 30})
        put(book, {"6.1": "Quý I đếm trùng 10 lượt"}, NOTE)

    _, findings = received(desk, filled(desk, "TCD", "2026-6M", fill))
    found = next(one for one in findings if one.code == "report_cumulative_explained")
    assert "Quý I đếm trùng 10 lượt" in found.message


def test_half_year_and_year_come_pre_filled(stocked: Office) -> None:
    kept(stocked, "TCD", "2026-Q1", {**SOUND, "6.2": 10})
    half = openpyxl.load_workbook(
        io.BytesIO(forms.unit_workbook(Desk.at(stocked, LOCAL_OPERATOR), "TCD", "CCHC", "2026-6M"))
    )
    sheet, row = cell_of(half, "6.2")
    assert half[sheet][f"{INPUT}{row}"].value == 10
    sheet, row = cell_of(half, "6.1")
    assert half[sheet][f"E{row}"].value == 40
    heads = [cell.value for cell in half[sheet][6]]
    assert "Số liệu luỹ kế 6 tháng" in heads
    assert "Luỹ kế đã báo cáo (Quý I/2026)" in heads


def test_a_flow_far_above_the_unit_s_own_usual_is_pointed_out_after_three_years(stocked: Office) -> None:
    for year in (2023, 2024):
        kept(stocked, "TCD", f"{year}-Q1", {"6.1": 10, "6.2": 1})
    desk = Desk.at(stocked, LOCAL_OPERATOR)

    def said(value: int, code: str = "6.1") -> list[str]:
        _, findings = received(desk, filled(desk, "TCD", "2026-Q1", lambda book: put(book, {code: value})))
        return [one.message for one in findings if one.code == "report_unusual"]

    # Two years are no habit.
    assert said(51) == []
    kept(stocked, "TCD", "2025-Q1", {"6.1": 10, "6.2": 1})
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert said(51) == ["51 cao hơn hẳn mức thường thấy 10 của chính đơn vị (3 kỳ trước). Xem lại nếu gõ nhầm."]
    assert said(50) == []
    # A level is no flow.
    assert said(99, "6.2") == []


def test_the_same_data_give_the_same_workbooks(shipped: Desk) -> None:
    assert forms.unit_workbook(shipped, "TCD", "CCHC", "2026-Q1") == forms.unit_workbook(
        shipped, "TCD", "CCHC", "2026-Q1"
    )
    assert forms.all_workbooks(shipped, "2026-Q1") == forms.all_workbooks(shipped, "2026-Q1")


def test_a_lead_unit_reports_its_plan_items_in_the_same_workbook(stocked: Office) -> None:
    rows = [
        {"plan_year": 2026, "item_no": "1", "task": "Rà soát thủ tục", "lead": "TCD", "due_on": date(2026, 6, 30)},
        {"plan_year": 2026, "item_no": "2", "task": "Việc của đơn vị khác", "lead": "HC-TC"},
    ]
    storing.edit(stocked, LOCAL_OPERATOR, PLAN_ITEMS, typed(PLAN_ITEMS, rows), "kế hoạch")
    desk = Desk.at(stocked, LOCAL_OPERATOR)

    def fill(book: openpyxl.Workbook) -> None:
        put(book, {"KH.1": 60})
        put(book, {"KH.1": "Tờ trình 12"}, NOTE)
        with pytest.raises(KeyError):
            cell_of(book, "KH.2")

    report, _ = received(desk, filled(desk, "TCD", "2026-Q1", fill))
    assert report is not None
    assert report.numbers == {"KH.1": 60}
    columns = [*UNIT_REPORTS.grain_names, *UNIT_REPORTS.value_names]
    storing.edit(stocked, LOCAL_OPERATOR, UNIT_REPORTS, report.facts[columns], "thử")
    view = page(Desk.at(stocked, LOCAL_OPERATOR), YearPlanFilters(2026, "", "", "2026-03-25"))
    assert view.table is not None
    told = " ".join(view.table.rows[0].cells)
    assert "60%" in told
    assert "Tờ trình 12" in told
    assert "theo báo cáo Quý I/2026" in told
    # What the form offers for editing is what was typed, not what a report said.
    assert view.held["1"]["evidence"] is None


def test_more_than_the_whole_of_a_plan_item_is_refused(stocked: Office) -> None:
    rows = [{"plan_year": 2026, "item_no": "1", "task": "Rà soát thủ tục", "lead": "TCD"}]
    storing.edit(stocked, LOCAL_OPERATOR, PLAN_ITEMS, typed(PLAN_ITEMS, rows), "kế hoạch")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    _, findings = received(desk, filled(desk, "TCD", "2026-Q1", lambda book: put(book, {"KH.1": 160})))
    assert "report_above_most" in codes(findings, Severity.ERROR)
