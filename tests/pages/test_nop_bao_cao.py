"""Page Nộp báo cáo: what is owed, sending, what came back."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import ENTRY_DRAFTS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import RETURNED, Act, Report, events_of, record
from cchc_metrics.services.reporting.submitting import submit
from tests.pages.conftest import OpenPage, shown
from tests.services.reporting.test_unit_reports import SOUND, filled, put

SLUG = "nop-bao-cao"
ADDRESS = {"don-vi": "TCD", "ky": "2026-Q1"}
REPORT = Report("TCD", "CCHC", "2026-Q1")
DAY = date(2026, 3, 16)


def here(office: Office) -> Desk:
    return Desk.at(office, LOCAL_OPERATOR)


def workbook(office: Office, values: dict[str, object]) -> bytes:
    return filled(here(office), "TCD", "2026-Q1", lambda book: put(book, values))


def test_a_unit_sees_what_it_owes_and_that_no_due_date_is_set(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, SLUG, ADDRESS))
    assert "Ban Tiếp công dân tỉnh: báo cáo Quý I/2026" in text
    assert "chưa đặt hạn nộp" in text
    assert "6. Tiếp công dân" in text
    assert "0/7" in text


def test_an_empty_office_says_who_can_add_what_is_missing(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có đơn vị nào phải nộp báo cáo" in shown(open_page(empty_office, SLUG))


def test_a_filled_workbook_is_checked_compared_and_sent(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, SLUG, ADDRESS)
    page.file_uploader[0].set_value(("bao-cao.xlsx", workbook(stocked, SOUND), "application/octet-stream")).run()
    assert not page.exception
    assert "Lần gửi đầu tiên: 7 mục có nội dung" in shown(page)
    reporter = next(field for field in page.text_input if field.label.startswith("Người báo cáo"))
    reporter.set_value("Nguyễn Văn Mẫu")
    next(button for button in page.button if button.label == "Gửi báo cáo").click().run()
    assert not page.exception
    events = events_of(here(stocked), REPORT)
    assert events["by_name"].tolist() == ["Nguyễn Văn Mẫu"]
    assert "Đã gửi báo cáo, lượt nạp" in shown(page)
    assert "Nguyễn Văn Mẫu" in shown(page)


def test_a_workbook_with_a_fault_can_be_fetched_back_and_not_sent(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, SLUG, ADDRESS)
    data = workbook(stocked, {**SOUND, "6.6": 99})
    page.file_uploader[0].set_value(("bao-cao.xlsx", data, "application/octet-stream")).run()
    assert "99 so với 16" in shown(page)
    assert not [button for button in page.button if button.label == "Gửi báo cáo"]


def test_a_report_of_another_unit_is_not_sent_here(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, SLUG, {**ADDRESS, "don-vi": "HC-TC"})
    page.file_uploader[0].set_value(("bao-cao.xlsx", workbook(stocked, SOUND), "application/octet-stream")).run()
    assert "Ban Tiếp công dân tỉnh, không phải của đơn vị" in shown(page)
    assert not [button for button in page.button if button.label == "Gửi báo cáo"]


def test_a_returned_report_shows_the_comments_on_its_cells(open_page: OpenPage, stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "bao-cao.xlsx", workbook(stocked, SOUND))
    sent = submit(here(stocked), plan, "A", DAY, "")
    record(here(stocked), REPORT, Act(RETURNED, DAY, "Phòng tổng hợp", sent.version, "6.1", "đếm lại số lượt"))
    text = shown(open_page(stocked, SLUG, ADDRESS))
    assert "sửa theo nhận xét" in text
    assert "6.1 Số lượt tiếp công dân" in text
    assert "đếm lại số lượt" in text


def test_the_head_approves_on_the_same_page(open_page: OpenPage, stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "bao-cao.xlsx", workbook(stocked, SOUND))
    submit(here(stocked), plan, "A", DAY, "")
    page = open_page(stocked, SLUG, ADDRESS)
    next(field for field in page.text_input if field.label.startswith("Thủ trưởng")).set_value("Trưởng ban")
    next(button for button in page.button if button.label == "Duyệt báo cáo").click().run()
    assert not page.exception
    assert events_of(here(stocked), REPORT)["act"].tolist() == ["submitted", "approved"]
    assert "đang chờ phòng Hành chính - Tổ chức" in shown(page)


@pytest.mark.parametrize("address", [{"ky": "2099-Q1"}, {"don-vi": "KHONG-CO"}, {"ky": "x"}])
def test_an_address_that_names_nothing_falls_back(
    open_page: OpenPage, shipped_office: Office, address: dict[str, str]
) -> None:
    assert "báo cáo" in shown(open_page(shipped_office, SLUG, address))


def test_a_report_is_typed_on_the_screen_and_kept(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "nop-bao-cao", {**ADDRESS, "cach": "man-hinh"})
    assert "Nhập báo cáo trên màn hình" in shown(page)
    next(area for area in page.text_area if area.label == "Kết quả thực hiện").set_value("Đã quán triệt.")
    page = page.run()
    task = next(box for box in page.selectbox if box.label == "Nhiệm vụ")
    task.set_value("2")
    page = page.run()
    next(box for box in page.selectbox if box.label == "Nhiệm vụ").set_value("1")
    page = page.run()
    # What was typed into a task is there when it is opened again.
    assert next(area for area in page.text_area if area.label == "Kết quả thực hiện").value == "Đã quán triệt."
    next(button for button in page.button if button.label == "Lưu bản nhập dở").click()
    page = page.run()
    assert "Ghi họ tên người nhập" in shown(page)
    next(field for field in page.text_input if field.label == "Người nhập").set_value("Người nhập thử")
    next(button for button in page.button if button.label == "Lưu bản nhập dở").click()
    page = page.run()
    assert "bản nhập dở do Người nhập thử lưu" in shown(page)
    kept = stocked.store.facts(ENTRY_DRAFTS).iloc[0]
    assert "Đã quán triệt." in kept["answers"]


def test_from_2027_the_second_form_is_chosen_and_asks_for_its_task_alone(open_page: OpenPage, stocked: Office) -> None:
    with time_machine.travel(datetime(2027, 3, 10, 3, 0, tzinfo=UTC), tick=False):
        page = open_page(stocked, SLUG, {"don-vi": "TCD", "ky": "2027-Q1"})
        form = next(box for box in page.selectbox if box.label == "Biểu")
        assert list(form.options) == [
            "Báo cáo kết quả cải cách hành chính của đơn vị",
            "Báo cáo kết quả tuyên truyền cải cách hành chính của đơn vị",
        ]
        assert "6. Tiếp công dân" in shown(page)
        form.set_value("TUYEN-TRUYEN")
        text = shown(page.run())
    assert "3. Tuyên truyền CCHC" in text
    assert "6. Tiếp công dân" not in text


def test_an_answer_that_is_one_of_a_few_is_chosen_on_the_screen(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, SLUG, {"ky": "2026-Q1", "don-vi": "TIN-HOC", "cach": "man-hinh"})
    next(box for box in page.selectbox if box.label == "Nhiệm vụ").set_value("7")
    page = page.run()
    box = next(box for box in page.selectbox if box.label.startswith("7.8 "))
    assert list(box.options) == ["chưa khai báo", "Có", "Không"]
    box.set_value("Có")
    page = page.run()
    next(field for field in page.text_input if field.label == "Người nhập").set_value("Người nhập thử")
    next(button for button in page.button if button.label == "Lưu bản nhập dở").click()
    page.run()
    assert '"7.8": ["Có", ""]' in stocked.store.facts(ENTRY_DRAFTS).iloc[0]["answers"]
