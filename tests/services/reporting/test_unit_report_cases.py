"""What people do to their workbooks: columns, rows and sheets moved, hidden, deleted; words in the place of numbers."""

import io
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc_metrics import cli, workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.importing import questions
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.model import Finding, ImportPlan, Severity
from cchc_metrics.schema import UNITS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.receiving import receive, report_in
from tests.reporting_office import copy_of, keep

WORDS = "Đã thực hiện quy chế chi tiêu nội bộ."
CASES = Path("tests/fixtures/unit_reports")
UNIT, PERIOD = "NOI-CHINH", "2026-Q1"
TASK_FOUR = "4. Giải quyết TTHC"
FIGURES = {
    **{"1.1": 1, "1.2": 12, "1.3": 12, "2.1": 1, "2.2": 0, "2.3": 0, "3.1": 2, "3.2": 0, "3.3": 0, "3.4": 0},
    **{"4.1": 10, "4.2": 60, "4.3": 30, "4.4": 20, "4.5": 2, "4.6": 17, "4.7": 1, "4.8": 0, "4.10": 3},
    **{"5.1": 5, "5.2": 1, "5.3": 30, "5.4": 2, "5.5": 3, "5.6": 4, "5.7": 1, "5.8": 1, "8.1": 0, "8.2": 0, "8.3": 0},
}


@pytest.fixture(scope="module")
def desk(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An office in which phòng Nội chính is a specialised room; tests only read from it."""
    office = copy_of(shipped_office, tmp_path_factory.mktemp("cases") / "data")
    row = {"unit_id": UNIT, "name": "Phòng Nội chính", "short_name": "P. Nội chính", "unit_type": "room"}
    keep(office, UNITS, [{**row, "specialised": True, "confirmation": "confirmed", "place": 2}])
    yield Desk.at(office, LOCAL_OPERATOR)
    office.close()


def read(desk: Desk, data: bytes, name: str = "bao-cao.xlsx") -> tuple[UnitReport | None, tuple[Finding, ...]]:
    return receive(desk, workbooks.read(name, data, ReaderLimits()))


def case(desk: Desk, name: str) -> tuple[UnitReport | None, tuple[Finding, ...]]:
    return read(desk, (CASES / f"{name}.xlsx").read_bytes())


def row_of(sheet: openpyxl.worksheet.worksheet.Worksheet, code: str) -> int:
    return next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == code)


@lru_cache
def template(desk: Desk, period: str) -> bytes:
    return forms.unit_workbook(desk, UNIT, "CCHC", period)


def filled(desk: Desk, change: Callable[[openpyxl.Workbook], None] | None = None, period: str = PERIOD) -> bytes:
    """The template of the office with every figure, changed as a person would, saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(template(desk, period)))
    for sheet in book.worksheets:
        for (cell,) in sheet.iter_rows(max_col=1):
            if cell.value in FIGURES:
                sheet.cell(cell.row, 6).value = FIGURES[cell.value]
            elif cell.value == "10.ket-qua":
                sheet.cell(cell.row, 6).value = WORDS
    if change is not None:
        change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(
    desk: Desk, change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]
) -> tuple[UnitReport, list[str]]:
    """The report and the codes of its findings after one change of the sheet of task 4."""
    report, findings = read(desk, filled(desk, lambda book: change(book[TASK_FOUR])))
    assert report is not None
    return report, [one.code for one in findings]


def errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


def unread(findings: tuple[Finding, ...]) -> dict[str, str]:
    """Cell -> what stands in it, of the cells that were not read."""
    return {cell: one.value for one in findings if one.code == "report_cell_unread" for cell in one.cells}


def test_a_sound_workbook_is_read_whole_and_says_nothing(desk: Desk) -> None:
    report, findings = read(desk, filled(desk))
    assert report is not None
    assert findings == ()
    assert report.numbers == FIGURES


def test_a_blank_row_changes_nothing(desk: Desk) -> None:
    report, findings = case(desk, "a-insert-blank-row")
    assert report is not None
    assert findings == ()
    assert report.numbers["4.2"] == 60


def test_an_inserted_column_does_not_shift_the_figures_and_typed_greyed_cells_are_told(desk: Desk) -> None:
    report, findings = case(desk, "ac-insert-column")
    assert report is not None
    assert {code: report.numbers[code] for code in ("4.2", "4.3", "4.4", "4.5")} == {
        "4.2": 60,
        "4.3": 30,
        "4.4": 20,
        "4.5": 2,
    }
    assert unread(findings) == {"F7": "1.007", "F8": "1.008", "F9": "1.009", "F10": "1.010"}


def test_a_deleted_column_beside_the_figures_changes_nothing(desk: Desk) -> None:
    report, findings = case(desk, "h1-del-col-donvitinh")
    assert report is not None
    assert findings == ()
    assert report.numbers["4.2"] == 60
    assert len(report.facts) == 40


def test_a_row_with_data_and_no_code_is_listed_with_its_cells(desk: Desk) -> None:
    _, findings = case(desk, "b-insert-row-with-data")
    found = next(one for one in findings if one.code == "report_cell_unread")
    assert (found.sheet, found.cells) == (TASK_FOUR, ("B9", "C9", "F9"))
    assert "Trong đó: qua bưu chính" in found.value


def test_a_hidden_sheet_is_read_and_said_to_be_hidden(desk: Desk) -> None:
    report, findings = case(desk, "ad-hidden-sheet")
    assert report is not None
    assert report.numbers["4.2"] == 60
    assert [(one.code, one.sheet) for one in findings] == [("report_hidden_sheet", TASK_FOUR)]


def test_a_number_in_a_greyed_column_is_listed_with_the_likely_intent(desk: Desk) -> None:
    report, findings = case(desk, "j2-number-in-luyke-col")
    assert report is not None
    assert "4.2" not in report.numbers
    found = next(one for one in findings if one.code == "report_cell_unread")
    assert (found.cell, found.value, found.severity) == ("E7", "60", Severity.WARNING)
    assert "gõ nhầm cột" in found.message


def test_text_in_merged_cells_is_listed_with_its_text(desk: Desk) -> None:
    _, findings = case(desk, "af-text-in-merged-C-G")
    found = next(one for one in findings if one.code == "report_cell_unread")
    assert found.cell == "C18"
    assert found.value.startswith("Hồ sơ được tiếp nhận")
    assert "C18:G18" in found.message


def test_a_note_without_its_number_is_kept_and_the_number_is_missed(desk: Desk) -> None:
    report, findings = case(desk, "ab-note-without-number")
    assert report is not None
    kept = report.facts.set_index("code").loc["4.6"]
    assert (kept["state"], kept["note"][:19]) == ("missing", "Chưa thống kê được,")
    assert "4.6" not in report.numbers
    assert any("4.6" in one.message for one in findings if one.code == "report_numbers_missing")


def test_twelve_of_fifteen_is_asked_and_never_taken(desk: Desk) -> None:
    report, findings = case(desk, "c4-12-15")
    assert report is not None
    assert "1.2" not in report.numbers
    assert [one.code for one in errors(findings)] == ["report_several_numbers"]
    assert [list(one.choices) for one in report.questions] == [["12", "15"]]


def planned(desk: Desk, name: str, answer: str) -> tuple[ImportPlan, ImportPlan]:
    """The plan of a case, and that after its first question was answered."""
    data = (CASES / f"{name}.xlsx").read_bytes()
    before = intake.plan(desk.office, LOCAL_OPERATOR, f"{name}.xlsx", data)
    assert before.mapping is not None
    mapping = questions.answered(before.mapping, before.questions[0], answer)
    return before, intake.plan(desk.office, LOCAL_OPERATOR, f"{name}.xlsx", data, mapping=mapping)


def test_none_in_words_is_answered_with_one_click(desk: Desk) -> None:
    before, after = planned(desk, "c1-khong", "0")
    assert before.rejected
    assert "ghi 0" in next(one.message for one in before.findings if one.code == "report_none_word")
    assert after.changes.set_index("code").loc["4.5", "value"] == 0
    # The 0 does not balance, which is told as such.
    assert [one.code for one in after.findings if one.severity is Severity.ERROR] == ["report_check"]
    assert not after.questions


def test_a_number_that_was_asked_for_is_read_as_it_was_answered(desk: Desk) -> None:
    _, after = planned(desk, "c4-12-15", "15")
    assert not after.rejected
    assert after.changes.set_index(["part", "code"]).loc[("value", "1.2"), "value"] == 15


def test_a_broken_balance_with_a_written_reason_is_a_warning_with_the_reason(desk: Desk) -> None:
    report, findings = case(desk, "w2-balance-broken-with-notes")
    assert report is not None
    assert errors(findings) == []
    found = next(one for one in findings if one.code == "report_check_explained")
    assert found.severity is Severity.WARNING
    assert "Chênh do hồ sơ rút" in found.message
    assert report.rows.accepted == report.rows.read == 40


def test_one_of_ten_required_figures_is_not_complete_and_the_others_are_named(desk: Desk) -> None:
    _, findings = case(desk, "aa-only-4.1-of-task4")
    found = next(one for one in findings if one.code == "report_numbers_missing")
    assert "nhiệm vụ 4 thiếu 4.2, 4.3, 4.4, 4.5, 4.6, 4.7, 4.8, 4.10" in found.message


def test_another_period_on_the_face_is_refused_naming_both(desk: Desk) -> None:
    report, findings = case(desk, "i1-copied-last-quarter-label-changed")
    assert report is None
    assert [one.code for one in errors(findings)] == ["report_face_period"]
    assert "2026-6M" in findings[0].message
    assert "Quý I/2026" in findings[0].message
    plan = intake.plan(
        desk.office, LOCAL_OPERATOR, "x.xlsx", (CASES / "i1-copied-last-quarter-label-changed.xlsx").read_bytes()
    )
    assert plan.rejected


def face(cell: str, words: str) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        book.worksheets[0][cell] = words

    return change


@pytest.mark.parametrize(
    ("cell", "words", "code"),
    [
        ("B5", "Kỳ báo cáo: Quý III/2026", "report_face_period"),
        ("B5", "Kỳ báo cáo: quý 2 năm 2026", "report_face_period"),
        ("B5", "Kỳ báo cáo: 6 tháng đầu năm 2026", "report_face_period"),
        ("A5", "2025-Q1", "report_face_period"),
        ("A3", "TCD", "report_face_unit"),
        ("B3", "Đơn vị báo cáo: Ban Tiếp công dân tỉnh", "report_face_unit"),
        ("A4", "KHAC", "report_face_form"),
    ],
)
def test_a_face_that_says_something_else_is_refused(desk: Desk, cell: str, words: str, code: str) -> None:
    report, findings = read(desk, filled(desk, face(cell, words)))
    assert report is None
    assert code in [one.code for one in errors(findings)]


def test_the_line_under_a_sheet_s_title_is_a_face_too(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book[TASK_FOUR]["B2"] = "Phòng Nội chính · 6 tháng 2026"

    report, findings = read(desk, filled(desk, change))
    assert report is None
    assert findings[0].sheet == TASK_FOUR


def test_a_period_named_otherwise_and_the_same_is_no_contradiction(desk: Desk) -> None:
    report, findings = read(desk, filled(desk, face("B5", "Kỳ báo cáo: quý 1 năm 2026")))
    assert report is not None
    assert errors(findings) == []


def test_a_file_called_after_another_period_is_a_warning(desk: Desk) -> None:
    _, findings = read(desk, filled(desk), "CCHC-2026-6M-NOI-CHINH.xlsx")
    assert [(one.code, one.severity) for one in findings] == [("report_file_name", Severity.WARNING)]


def test_whose_report_it_is_can_be_said_of_every_file(desk: Desk) -> None:
    named = report_in(desk, workbooks.read("x.xlsx", filled(desk), ReaderLimits()))
    assert named["said"] == "Báo cáo của Phòng Nội chính, Quý I/2026, biểu CCHC"


def test_a_deleted_input_column_refuses_the_sheet_by_name(desk: Desk) -> None:
    _, found = changed(desk, lambda sheet: sheet.delete_cols(6))
    assert "report_column_missing" in found


def test_a_deleted_code_column_is_read_by_the_names(desk: Desk) -> None:
    report, found = changed(desk, lambda sheet: sheet.delete_cols(1))
    assert {code: report.numbers[code] for code in FIGURES} == FIGURES
    assert found == ["report_by_name"]


def test_columns_in_another_order_are_read_by_their_headers(desk: Desk) -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for merge in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merge))
        for row in sheet.iter_rows(min_row=3, max_col=7):
            values = [cell.value for cell in row]
            for cell, value in zip(row, [values[5], values[6], *values[:5]], strict=True):
                cell.value = value

    report, found = changed(desk, change)
    assert report.numbers == FIGURES
    assert [code for code in found if code != "report_cell_unread"] == []


def test_rows_sorted_with_their_figures_are_read_and_sorted_apart_are_refused(desk: Desk) -> None:
    def together(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        first, last = row_of(sheet, "4.1"), row_of(sheet, "4.8")
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(first, last)]
        for row, values in zip(sheet.iter_rows(first, last), reversed(rows), strict=True):
            for cell, value in zip(row, values, strict=True):
                cell.value = value

    def apart(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        first, last = row_of(sheet, "4.1"), row_of(sheet, "4.8")
        names = [sheet.cell(row, 2).value for row in range(first, last + 1)]
        for row, name in zip(range(first, last + 1), reversed(names), strict=True):
            sheet.cell(row, 2).value = name

    report, found = changed(desk, together)
    assert report.numbers == FIGURES
    assert found == []
    _, found = changed(desk, apart)
    assert "report_code_and_name" in found


def test_a_renamed_sheet_is_read(desk: Desk) -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.title = "tthc"

    report, found = changed(desk, change)
    assert report.numbers == FIGURES
    assert found == []


def test_a_deleted_sheet_is_refused_by_its_name(desk: Desk) -> None:
    _, findings = read(desk, filled(desk, lambda book: book.remove(book[TASK_FOUR])))
    assert [one.code for one in errors(findings)] == ["report_sheet_gone"]
    assert TASK_FOUR in errors(findings)[0].message


def test_a_deleted_row_is_named_and_leaves_the_report_incomplete(desk: Desk) -> None:
    _, found = changed(desk, lambda sheet: sheet.delete_rows(row_of(sheet, "4.5")))
    assert found.count("report_rows_gone") == 1
    assert "report_numbers_missing" in found


def test_an_added_sheet_is_listed_cell_by_cell(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        added = book.create_sheet("Phụ lục")
        added["A1"], added["C4"] = "Danh sách hồ sơ", 17

    _, findings = read(desk, filled(desk, change))
    assert unread(findings).keys() == {"A1", "C4"}
    assert findings[0].sheet == "Phụ lục"


def test_text_typed_on_the_cover_or_above_a_table_is_listed(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["D9"] = "Người lập: tổ TTHC"
        book[TASK_FOUR]["D2"] = "Chỉ gồm hồ sơ đất đai"

    _, findings = read(desk, filled(desk, change))
    assert sorted(unread(findings).values()) == ["Chỉ gồm hồ sơ đất đai", "Người lập: tổ TTHC"]


def test_an_overwritten_computed_cell_is_listed(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book[TASK_FOUR]
        sheet.cell(row_of(sheet, "4.9"), 6).value = 96.5

    _, findings = read(desk, filled(desk, change))
    assert list(unread(findings).values()) == ["96,5"]


def test_another_unit_of_measure_is_pointed_out(desk: Desk) -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.cell(row_of(sheet, "4.2"), 3).value = "nghìn hồ sơ"

    _, found = changed(desk, change)
    assert found == ["report_measure"]


@pytest.mark.parametrize("words", ["không", "Không có", "k có", "ko", "-", "–", "kps", "Không phát sinh"])
def test_words_for_none_are_never_a_number_and_never_nothing(desk: Desk, words: str) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book[TASK_FOUR]
        sheet.cell(row_of(sheet, "4.8"), 6).value = words

    report, findings = read(desk, filled(desk, change))
    assert report is not None
    assert [one.code for one in errors(findings)] == ["report_none_word"]
    assert len(report.questions) == 1


@pytest.mark.parametrize(
    ("code", "value", "found"),
    [
        ("1.2", 12.5, "report_not_whole"),
        ("5.3", 130, "report_above_whole"),
        ("4.8", "60%", "report_percent"),
        ("4.8", "=A1+B1", "report_formula_uncomputed"),
    ],
)
def test_unlikely_figures_are_asked_about(desk: Desk, code: str, value: object, found: str) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = next(one for one in book.worksheets if one.title.startswith(code.split(".", 1)[0] + "."))
        sheet.cell(row_of(sheet, code), 6).value = value

    _, findings = read(desk, filled(desk, change))
    assert found in [one.code for one in findings if one.severity is not Severity.INFO]


def test_a_lost_stamp_is_read_by_its_face(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.remove(book["_danh_muc"])
        book.custom_doc_props.props.clear()

    data = filled(desk, change)
    plan = intake.plan(desk.office, LOCAL_OPERATOR, "x.xlsx", data)
    assert plan.kind == "unit-report"
    assert len(plan.changes) == len(FIGURES) + 1


def test_a_lost_stamp_and_lost_codes_say_which_template_to_take(desk: Desk) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.remove(book["_danh_muc"])
        for cell in ("A3", "A4", "A5"):
            book.worksheets[0][cell] = None

    plan = intake.plan(desk.office, LOCAL_OPERATOR, "x.xlsx", filled(desk, change))
    assert [one.code for one in plan.findings] == ["report_unknown"]
    assert "CCHC-2026-Q1-NOI-CHINH.xlsx" in plan.findings[0].message


def test_the_annotated_copy_sent_in_again_has_nothing_unread(desk: Desk) -> None:
    """Its first sheet, the list of findings, is ours."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book[TASK_FOUR]
        sheet.cell(row_of(sheet, "4.8"), 6).value = "nhiều"

    plan = intake.plan(desk.office, LOCAL_OPERATOR, "x.xlsx", filled(desk, change))
    assert plan.rejected
    again = intake.annotated(desk.office, LOCAL_OPERATOR, plan)
    report, findings = read(desk, again.data)
    assert report is not None
    assert [one.code for one in errors(findings)] == ["report_not_a_number"]
    assert unread(findings) == {}


def test_counts_add_up_when_a_check_fails(desk: Desk) -> None:
    def change(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.cell(row_of(sheet, "4.2"), 6).value = 61

    report, _ = changed(desk, change)
    rows = report.rows
    assert rows.rejected == 7
    assert rows.read == rows.accepted + rows.rejected + rows.ignored
    assert min(rows.accepted, rows.ignored) >= 0


_WORDS = st.text("abcdeg 0123456789", min_size=3, max_size=12).map(lambda text: f"ghi {' '.join(text.split())}".strip())


# A workbook is made and read in each example: shrinking one would take minutes.
@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    inserted=st.lists(st.integers(1, 8), max_size=2),
    blank=st.lists(st.integers(4, 30), max_size=2),
    typed=st.dictionaries(
        st.sampled_from([(row, place) for row in range(7, 24) for place in range(9, 13)]), _WORDS, max_size=3
    ),
)
def test_whatever_is_inserted_every_figure_is_read_and_every_word_told(
    desk: Desk, inserted: list[int], blank: list[int], typed: dict[tuple[int, int], str]
) -> None:
    """Columns and rows put anywhere, words typed beside the table: the figures stand, the words are listed."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book[TASK_FOUR]
        for merge in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merge))
        for (row, place), words in typed.items():
            sheet.cell(row, place).value = words
        for row in blank:
            sheet.insert_rows(row)
        for place in inserted:
            sheet.insert_cols(place)

    report, findings = read(desk, filled(desk, change))
    assert report is not None
    assert report.numbers == FIGURES
    told = " ".join(one.value for one in findings if one.code == "report_cell_unread")
    assert all(words in told for words in typed.values())
    assert errors(findings) == []
    assert report.rows.accepted == len(FIGURES) + 1


def test_the_command_line_names_the_report_and_refuses_another_period_s_face(
    desk: Desk,
    shipped_office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy_of(shipped_office, tmp_path / "data").close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "dung.xlsx").write_bytes(filled(desk))
    assert cli.main(["import", str(CASES / "i1-copied-last-quarter-label-changed.xlsx"), "--commit", "--json"]) == 1
    refused = json.loads(capsys.readouterr().out)
    assert refused["report"]["said"] == "Báo cáo của Phòng Nội chính, Quý I/2026, biểu CCHC"
    assert [one["code"] for one in refused["findings"]] == ["report_face_period"]
    assert refused["upload_id"] is None
    cli.main(["import", str(tmp_path / "dung.xlsx"), "--json"])
    assert json.loads(capsys.readouterr().out)["report"]["period"] == PERIOD
