"""Page Tiến độ báo cáo."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import DUE_DATE_CHANGES, REPORT_EVENTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import setup
from cchc_metrics.services.reporting.acts import Act, Report, record, typed
from cchc_metrics.services.storing import storing
from tests.pages.conftest import OpenPage, shown

DAY, REPORT = {"tinh-den": "2026-03-25"}, Report("TCD", "CCHC", "2026-Q1")
OPENED = {**DAY, "don-vi": "TCD|CCHC"}


def fill(page: AppTest, label: str, text: str) -> None:
    next(field for field in [*page.text_input, *page.text_area] if field.label.startswith(label)).set_value(text)


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


@pytest.fixture
def sent(stocked: Office) -> Office:
    """TCD has sent its report of Quý I/2026, due on the 12th."""
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    setup.set_due_days(desk, "2026", {("unit", "Q1"): "12"}, "")
    row: dict[str, object] = {**{name: values[0] for name, values in REPORT.where().items()}, "part": "value"}
    rows = [{**row, "code": "6.1", "state": "value", "value": 40.0}]
    storing.edit(stocked, LOCAL_OPERATOR, UNIT_REPORTS, typed(UNIT_REPORTS, rows), "nạp")
    record(Desk.at(stocked, LOCAL_OPERATOR), REPORT, Act("submitted", date(2026, 3, 11), "Nguyễn Văn A"))
    return stocked


def test_an_empty_database_says_what_comes_first(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có kỳ báo cáo nào" in shown(open_page(empty_office, "tien-do"))


def test_without_a_due_day_nobody_is_late(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "tien-do", DAY))
    assert "Tiến độ báo cáo Quý I/2026, tính đến 25/3/2026" in text
    assert "Quý I/2026: 0/5 đơn vị đã gửi, chưa đặt hạn nộp." in text
    assert "Nhiệm vụ 4, 9, 11: chưa khai báo đơn vị." in text
    assert "trễ 13 ngày" not in text


def test_nonsense_in_the_address_opens_the_board_of_today(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tien-do", {"tinh-den": "hôm qua", "ky": "2026-Q2", "don-vi": "X|Y", "xem": "z"})
    assert "đơn vị đã gửi" in shown(page)


@pytest.mark.parametrize(
    ("part", "words"), [("noi-dung", "chưa báo cáo"), ("phien-ban", "v1"), ("xu-ly", "gửi báo cáo")]
)
def test_a_report_opens_in_each_of_its_parts(open_page: OpenPage, sent: Office, part: str, words: str) -> None:
    text = shown(open_page(sent, "tien-do", {**OPENED, "xem": part}))
    assert "Gửi lần đầu ngày 11/3/2026" in text
    assert words in text


def test_a_return_needs_a_name_and_a_reason(open_page: OpenPage, sent: Office) -> None:
    page = open_page(sent, "tien-do", {**OPENED, "viec": "returned"})
    page = press(page, "Trả lại")
    assert "Ghi tên người trả lại." in shown(page)
    fill(page, "Người thực hiện", "Trần Thị B")
    page = press(page, "Trả lại")
    assert "Ghi lý do trả lại" in shown(page)
    fill(page, "Lý do trả lại", "Thiếu nội dung")
    page = press(page, "Trả lại")
    assert "Đã lưu, lượt ghi số" in shown(page)
    assert "Thiếu nội dung" in shown(page)
    assert "1 bị trả lại" in shown(page)
    assert list(sent.store.facts(REPORT_EVENTS)["act"]) == ["submitted", "returned"]


def test_an_accepted_report_may_be_reopened(open_page: OpenPage, sent: Office) -> None:
    page = open_page(sent, "tien-do", {**OPENED, "viec": "accepted"})
    fill(page, "Người thực hiện", "Trần Thị B")
    page = press(page, "Tiếp nhận")
    assert "đã duyệt" in shown(page)
    assert "Mở lại" in {option for group in page.get("button_group") for option in group.options}


def test_an_extension_needs_a_day_a_reason_and_who_allowed_it(open_page: OpenPage, sent: Office) -> None:
    page = open_page(sent, "tien-do", {**DAY, "don-vi": "PV-HCC|CCHC"})
    page = press(page, "Gia hạn")
    assert "Cần ghi lý do." in shown(page)
    fill(page, "Lý do", "đoàn công tác")
    page = press(page, "Gia hạn")
    assert "Chọn hạn mới." in shown(page)
    next(field for field in page.date_input if field.label == "Hạn mới").set_value(date(2026, 3, 28))
    page = press(page, "Gia hạn")
    assert "Ghi lý do và người cho phép." in shown(page)
    assert sent.store.count(DUE_DATE_CHANGES) == 0
    fill(page, "Người cho phép", "Chánh Văn phòng")
    page = press(page, "Gia hạn")
    assert "Được gia hạn đến 28/3/2026: đoàn công tác. Người cho phép: Chánh Văn phòng, ngày 25/3/2026." in shown(page)


def test_while_a_past_day_is_looked_at_nothing_can_be_done(open_page: OpenPage, sent: Office) -> None:
    today = datetime.now(ZoneInfo(sent.settings.timezone)).date().isoformat()
    page = open_page(sent, "tien-do", {**OPENED, "dong-ho": "biet", "ngay": today, "ky": "2026-Q1"})
    assert "Gửi lần đầu ngày 11/3/2026" in shown(page)
    assert "Tiếp nhận" not in {button.label for button in page.button}
    assert {button.label for button in open_page(sent, "tien-do", {**OPENED, "viec": "accepted"}).button} > {
        "Tiếp nhận"
    }
