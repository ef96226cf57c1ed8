"""Nhật ký truy cập: acts on data and of people in one list, searched, saved; a changed line is told."""

import io

import openpyxl

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.schema import KINDS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.audit.page import page
from cchc_metrics.views.kit.table_file import workbook_of
from tests.pages.conftest import OpenPage, shown


def test_acts_on_data_and_of_people_stand_in_one_list(open_page: OpenPage, stocked: Office) -> None:
    audit = access_of(stocked.settings).audit
    storing.undo(stocked, LOCAL_OPERATOR, 1, "thử hoàn tác")
    audit.record(Kept.DOWNLOAD, LOCAL_OPERATOR, about='=HYPERLINK("x")')
    seen = shown(open_page(stocked, "nhat-ky-truy-cap"))
    assert "thử hoàn tác" in seen
    assert "Tải tệp" in seen
    assert "nguyên vẹn: không dòng nào" in seen
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    view = page(desk, "download", "hyperlink")
    assert view.table is not None
    assert len(view.table.rows) == 1
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(desk, view.file)))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert page(desk, "", "không có gì như vậy").table is None


def test_a_changed_line_is_told_on_the_page(open_page: OpenPage, stocked: Office) -> None:
    audit = access_of(stocked.settings).audit
    for number in range(3):
        audit.record(Kept.DOWNLOAD, LOCAL_OPERATOR, about=f"tep-{number}.xlsx")
    audit.path.write_bytes(audit.path.read_bytes().replace(b"tep-1", b"tep-9"))
    seen = shown(open_page(stocked, "nhat-ky-truy-cap"))
    assert "KHÔNG nguyên vẹn" in seen
    assert "dòng 2 đã bị sửa" in seen


def test_roles_kinds_and_the_person_at_the_machine_have_words(stocked: Office) -> None:
    access_of(stocked.settings).audit.record(Kept.DOWNLOAD, LOCAL_OPERATOR, about="report-events")
    table = page(Desk.at(stocked, LOCAL_OPERATOR), "download", "cán bộ vận hành").table
    assert table is not None
    assert table.rows[0].cells[2:5] == ("(tại máy này)", "cán bộ vận hành", KINDS["report-events"].title)
