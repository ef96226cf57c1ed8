"""The step «Cách đọc tệp» and the questions, as services: what is shown, what a correction makes of a mapping."""

from dataclasses import replace

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, NotAllowedError
from cchc_metrics.model import EVERY_SHEET, FROM_SHEET, Actor, FileMapping, Finding, ImportPlan, Severity, TableMap
from cchc_metrics.schema import SCORES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake import mapping as edit
from cchc_metrics.services.intake.cells import FileCells, carried, exported, file_cells, imported, spoken
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.kit.findings import FindingList, finding_choices, finding_part
from cchc_metrics.views.mapping import form
from cchc_metrics.views.mapping.page import own_headers, sheet_view, step_view, unread_numbers
from cchc_metrics.views.mapping.questions import answered, question_page
from tests.awkward_files import SHEETS, UNKNOWN, awkward_workbook
from tests.files import QUANG_TRI_PAPI, workbook_of

D2 = "Minh bạch (mục 2)"


def planned(office: Office, data: bytes | None = None, mapping: FileMapping | None = None) -> ImportPlan:
    return intake.plan(office, LOCAL_OPERATOR, "tong-hop.xlsx", data or awkward_workbook(), mapping=mapping)


def cells_of(office: Office, plan: ImportPlan) -> FileCells:
    found = file_cells(office, LOCAL_OPERATOR, plan)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def read(shipped_office: Office) -> tuple[ImportPlan, FileCells]:
    """The awkward file as it is understood, with its cells."""
    plan = planned(shipped_office)
    return plan, cells_of(shipped_office, plan)


def understood(plan: ImportPlan) -> FileMapping:
    assert plan.mapping is not None
    return plan.mapping


def corrected(plan: ImportPlan, cells: FileCells) -> FileMapping:
    """Column D said to be D2, on every sheet."""
    mapping = understood(plan)
    role = edit.ColumnRole("Điểm", True, {"Tên tiêu chí": "D2"})
    return edit.spread(edit.with_table(mapping, 0, edit.with_role(mapping.tables[0], 4, role)), SHEETS[0], cells)


def test_the_summary_says_sheets_header_and_columns(read: tuple[ImportPlan, FileCells]) -> None:
    plan, cells = read
    said = step_view(understood(plan), cells, plan, told=False).summary
    for part in ("2 trang, từ Năm 2023 đến Năm 2024", "dòng tiêu đề 6–7", "Tên đơn vị ở cột B", "2 cột Điểm"):
        assert part in said
    assert "Kỳ: lấy từ tên trang" in said


def test_a_column_of_numbers_that_nobody_reads_opens_the_step(read: tuple[ImportPlan, FileCells]) -> None:
    plan, cells = read
    view = step_view(understood(plan), cells, plan, told=False)
    assert view.open
    assert f"D («Điểm các chỉ số nội dung – {D2}»)" in view.doubts[0]
    assert not step_view(understood(plan), cells, plan, told=True).open


def test_the_grid_tells_title_header_values_and_what_is_left_out(
    read: tuple[ImportPlan, FileCells], shipped: Desk
) -> None:
    plan, cells = read
    view = sheet_view(shipped, understood(plan), cells, SHEETS[0], 0)
    look = {row.number: row.css for row in view.rows}
    assert (look["4"], look["6"], look["7"], look["8"]) == ("title", "head", "head", "body")
    assert look["14"] == "out"  # «Trung bình»
    told = {column.letter: (column.told, column.css) for column in view.columns}
    assert told["A"] == ("không đọc", "unread")
    assert told["B"] == ("Tên đơn vị", "subject")
    assert told["C"] == ("Điểm: Tham gia của người dân ở cấp cơ sở", "value")
    assert [cell for cell, _ in next(row for row in view.rows if row.number == "8").cells][2] == "4,1"


def test_side_by_side_tables_are_told_apart(read: tuple[ImportPlan, FileCells], shipped: Desk) -> None:
    plan, cells = read
    left = replace(understood(plan).tables[0], across=understood(plan).tables[0].across[:1])
    right = TableMap(SHEETS[0], (6, 7), {}, understood(plan).tables[0].across[1:], left.constants)
    mapping = replace(understood(plan), tables=(left, right))
    view = sheet_view(shipped, mapping, cells, SHEETS[0], 0)
    assert list(view.tables.values()) == ["Bảng 1 (cột B–F, từ dòng 6)", "Bảng 2 (cột E–E, từ dòng 6)"]
    assert view.columns[4].told == "bảng khác"
    assert sheet_view(shipped, mapping, cells, SHEETS[0], 1).missing == ("Mã đơn vị / Tên đơn vị",)


def test_a_corrected_column_is_read_from_every_sheet(
    read: tuple[ImportPlan, FileCells], shipped_office: Office
) -> None:
    plan, cells = read
    mapping = corrected(plan, cells)
    assert [len(table.across) for table in mapping.tables] == [3, 3]
    assert [table.last_row for table in mapping.tables] == [table.last_row for table in understood(plan).tables]
    again = planned(shipped_office, mapping=mapping)
    assert "column_unread" not in {finding.code for finding in again.findings}
    assert unread_numbers(understood(again), cells) == {}


def test_a_header_that_moves_to_another_column_leaves_the_first_unread() -> None:
    table = TableMap("a", (1, 1), {"Tên đơn vị": 1, "Kỳ": 2}, constants={"Nguồn": "x"})
    moved = edit.with_role(table, 3, edit.ColumnRole("Kỳ"))
    assert moved.columns == {"Tên đơn vị": 1, "Kỳ": 3}
    assert edit.role_of(moved, 2) == edit.ColumnRole()
    assert edit.with_role(moved, 1, edit.ColumnRole()).columns == {"Kỳ": 3}


def test_what_a_column_says_is_no_constant_any_more() -> None:
    table = TableMap("a", (1, 1), {}, constants={"Kỳ": FROM_SHEET})
    assert edit.with_role(table, 3, edit.ColumnRole("Kỳ")).constants == {}


def test_the_shapes_take_their_columns_from_the_words_above_them(read: tuple[ImportPlan, FileCells]) -> None:
    plan, cells = read
    sheet, table = cells.sheets[0], understood(plan).tables[0]
    across = edit.reshaped(table, edit.Shape.CRITERIA, sheet, SCORES)
    assert [(one.column, one.says["Tên tiêu chí"]) for one in across.across][1] == (4, D2)
    assert across.columns["Tên đơn vị"] == 2
    long = edit.reshaped(across, edit.Shape.LONG, sheet, SCORES)
    assert (long.across, edit.shape_of(long, SCORES)) == ((), edit.Shape.LONG)
    entities = edit.reshaped(table, edit.Shape.ENTITIES, sheet, SCORES)
    assert {header for one in entities.across for header in one.says} == {"Tên đơn vị"}
    by_sheet = edit.reshaped(replace(table, constants={}), edit.Shape.SHEETS, sheet, SCORES)
    assert by_sheet.constants == {"Kỳ": FROM_SHEET}


def test_a_skipped_sheet_is_read_again_as_its_neighbour_is(read: tuple[ImportPlan, FileCells]) -> None:
    plan, cells = read
    left = edit.without_sheet(understood(plan), SHEETS[1])
    assert (left.skipped, len(left.tables)) == ((SHEETS[1],), 1)
    back = edit.with_sheet(left, cells.sheets[1], SCORES)
    assert (back.skipped, [table.sheet for table in back.tables]) == ((), list(SHEETS))


def test_a_sheet_nobody_understood_begins_at_its_likeliest_header(read: tuple[ImportPlan, FileCells]) -> None:
    _, cells = read
    table = edit.with_sheet(FileMapping("scores", ()), cells.sheets[0], SCORES).tables[0]
    assert table.header[0] in (6, 7)
    assert {one.column for one in table.across} >= {3, 4, 5}


def test_every_sheet_becomes_a_table_of_each(read: tuple[ImportPlan, FileCells]) -> None:
    plan, cells = read
    one = FileMapping("scores", (replace(understood(plan).tables[0], sheet=EVERY_SHEET),))
    assert [table.sheet for table in edit.explicit(one, cells).tables] == list(SHEETS)


def test_constants_offer_where_to_take_them_from_and_known_values(
    read: tuple[ImportPlan, FileCells], shipped: Desk
) -> None:
    plan, cells = read
    table = replace(understood(plan).tables[0], constants={})
    fields = {one.header: one for one in form.constant_fields(shipped, table, SCORES, cells.sheets[0], "a-2024.xlsx")}
    assert set(fields) == {"Bộ chỉ số", "Kỳ", "Loại điểm", "Nguồn"}
    assert fields["Bộ chỉ số"].label == "Bộ chỉ số (cần chọn)"
    choices = fields["Kỳ"].choices
    assert choices is not None and choices[FROM_SHEET] == "Lấy từ tên trang: «Năm 2023»"
    assert "2024" in choices


def test_a_mapping_comes_back_from_its_json(read: tuple[ImportPlan, FileCells]) -> None:
    mapping = corrected(*read)
    assert imported(exported(mapping)) == mapping


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b"[]", b'{"kind": "scores", "tables": [{"sheet": 1}]}'])
def test_a_broken_json_is_one_sentence(data: bytes) -> None:
    with pytest.raises(CchcError, match="cách đọc"):
        imported(data)


def test_the_corrected_copy_is_read_as_the_person_said(
    read: tuple[ImportPlan, FileCells], shipped_office: Office
) -> None:
    plan, cells = read
    mapping = corrected(plan, cells)
    fixed = planned(shipped_office, awkward_workbook({(SHEETS[1], "C9"): 4.4}))
    assert carried(spoken(mapping, cells), cells_of(shipped_office, fixed)) == mapping


def test_another_header_is_not_read_as_the_file_before(
    read: tuple[ImportPlan, FileCells], shipped_office: Office
) -> None:
    plan, cells = read
    other = planned(shipped_office, awkward_workbook({(SHEETS[1], "C7"): "Thủ tục hành chính công"}))
    assert carried(spoken(understood(plan), cells), cells_of(shipped_office, other)) is None


def test_a_file_with_our_own_headers_is_not_worth_remembering(shipped_office: Office) -> None:
    plan = planned(shipped_office, workbook_of([QUANG_TRI_PAPI]))
    cells = cells_of(shipped_office, plan)
    assert own_headers(plan.mapping, cells)
    assert not cells.template


def test_a_name_is_asked_once_and_its_answer_settles_both_sheets(shipped_office: Office) -> None:
    plan = planned(shipped_office)
    page = question_page(plan)
    assert [(one.number, one.where) for one in page.questions] == [(0, f"4 ô, đầu tiên {SHEETS[0]} B13")]
    assert next(iter(page.questions[0].choices.values())) == "TP. Hồ Chí Minh"
    mapping = answered(plan, None, {0: "P63-79"})
    assert (mapping.tables, mapping.answers[0].written) == ((), UNKNOWN)
    again = planned(shipped_office, mapping=mapping)
    assert again.questions == ()
    assert "entity_unknown" not in {finding.code for finding in again.findings}


def test_many_questions_are_ten_a_page(shipped_office: Office) -> None:
    plan = planned(shipped_office)
    many = replace(plan, questions=tuple(replace(plan.questions[0], written=str(at)) for at in range(23)))
    assert [len(question_page(many, page).questions) for page in (1, 2, 3, 9)] == [10, 10, 3, 3]
    assert question_page(many, 3).questions[0].number == 20


def test_who_may_not_import_sees_no_cells(shipped_office: Office) -> None:
    plan = planned(shipped_office)
    with pytest.raises(NotAllowedError):
        file_cells(shipped_office, Actor("x", "Khách", "viewer"), plan)


def test_a_long_list_of_findings_offers_filters_and_ends_after_sixty_lines() -> None:
    grave = (Severity.INFO, Severity.ERROR)
    findings = [Finding(f"c{at}", grave[at % 2], "…", f"Trang {at % 3}", f"A{at}") for at in range(300)]
    offered = finding_choices(findings)
    assert list(offered.severities.values()) == ["Tất cả 300", "Lỗi 150", "Thông tin 150"]
    assert list(offered.sheets) == ["*", "Trang 0", "Trang 1", "Trang 2"]
    part = finding_part(findings)
    assert (len(part.findings), part.findings[0].severity) == (60, Severity.ERROR)
    assert part.more.startswith("Còn 240 dòng nữa")
    assert {one.sheet for one in finding_part(findings, "error", "Trang 1").findings} == {"Trang 1"}
    assert finding_choices(findings[:3]) == FindingList({}, {})
