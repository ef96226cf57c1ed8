"""Page Danh mục & lịch."""

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import DUE_DAYS, LEGAL_BASES, OFFICE_SETTINGS, UNITS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import setup
from tests.pages.conftest import OpenPage, shown

STEPS = ("don-vi", "tong-hop", "han-nop", "van-ban", "nhiem-vu", "chi-so", "can-cu", "lich")


@pytest.mark.parametrize("step", STEPS)
def test_every_step_opens_on_an_empty_database(open_page: OpenPage, empty_office: Office, step: str) -> None:
    assert "Danh mục" in shown(open_page(empty_office, "danh-muc-lich", {"buoc": step}))


@pytest.mark.parametrize("step", STEPS)
def test_every_step_opens_on_what_is_shipped(open_page: OpenPage, shipped_office: Office, step: str) -> None:
    assert "Danh mục" in shown(open_page(shipped_office, "danh-muc-lich", {"buoc": step}))


def fill(page: AppTest, label: str, text: str) -> None:
    next(field for field in page.text_input if field.label == label).set_value(text)


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def row_of(office: Office, unit: str) -> dict[str, object]:
    rows = setup.facts_of(Desk.at(office, LOCAL_OPERATOR), UNITS)
    return next(row for row in rows if row["unit_id"] == unit)


def test_nothing_counts_as_declared_on_what_is_shipped(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "danh-muc-lich"))
    assert "Đã khai báo 0/7 bước" in text
    assert "Còn 5/5 đơn vị là đề xuất" in text


def test_proposed_units_are_confirmed_one_by_one_or_all(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "danh-muc-lich", {"buoc": "don-vi"})
    next(box for box in page.checkbox if box.label == "Phòng Nội chính").check()
    page = press(page, "Xác nhận đơn vị đã đánh dấu")
    assert "Còn 4/5 đơn vị là đề xuất" in shown(page)
    page = press(page, "Xác nhận cả 4 đơn vị")
    assert row_of(stocked, "TCD")["confirmation"] == "confirmed"


def test_a_unit_is_renamed_and_keeps_its_id(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "danh-muc-lich", {"buoc": "don-vi", "don-vi": "TCD"})
    fill(page, "Tên đơn vị *", "Ban Tiếp công dân")
    page = press(page, "Lưu thay đổi")
    assert row_of(stocked, "TCD")["name"] == "Ban Tiếp công dân"
    assert "Đã lưu, lượt ghi số" in shown(page)


def test_what_cannot_be_stored_is_said_field_by_field(open_page: OpenPage, stocked: Office) -> None:
    version = stocked.version
    page = open_page(stocked, "danh-muc-lich", {"buoc": "don-vi"})
    page = press(page, "Thêm dòng")
    assert "Điền «Mã đơn vị»." in shown(page)
    assert "Điền «Tên đơn vị»." in shown(page)
    assert stocked.version == version


def test_adding_a_row_that_is_there_does_not_overwrite_it(open_page: OpenPage, stocked: Office) -> None:
    version = stocked.version
    page = open_page(stocked, "danh-muc-lich", {"buoc": "don-vi"})
    fill(page, "Mã đơn vị *", "TCD")
    fill(page, "Tên đơn vị *", "Khác")
    next(box for box in page.selectbox if box.label == "Loại đơn vị *").set_value("board")
    page = press(page, "Thêm dòng")
    assert "Dòng này đã có" in shown(page)
    assert stocked.version == version


def test_a_row_is_dropped_with_a_reason_only(open_page: OpenPage, stocked: Office) -> None:
    held = stocked.store.count(LEGAL_BASES)
    page = open_page(stocked, "danh-muc-lich", {"buoc": "can-cu", "can-cu": "10/CT-UBND"})
    page = press(page, "Bỏ dòng này")
    assert "Ghi lý do bỏ dòng" in shown(page)
    fill(page, "Lý do, ghi chú của lần thay đổi", "nhập nhầm")
    press(page, "Bỏ dòng này")
    assert stocked.store.count(LEGAL_BASES) == held - 1


def test_the_office_sets_its_due_days_and_what_it_leaves_empty_stays_unset(
    open_page: OpenPage, stocked: Office
) -> None:
    held = stocked.store.count(DUE_DAYS)
    page = open_page(stocked, "danh-muc-lich", {"buoc": "han-nop"})
    fill(page, "Quý I", "12")
    page = press(page, "Lưu hạn nộp")
    assert "Còn 7/8 hạn nộp chưa đặt" in shown(page)
    assert stocked.store.count(DUE_DAYS) == held + 1


def test_settings_of_documents_are_kept_by_name(open_page: OpenPage, stocked: Office) -> None:
    page = open_page(stocked, "danh-muc-lich", {"buoc": "van-ban"})
    fill(page, "Địa danh ghi trên văn bản", "Quảng Trị")
    press(page, "Lưu thông tin văn bản")
    facts = stocked.store.facts(OFFICE_SETTINGS)
    assert dict(zip(facts["setting"], facts["value"], strict=True)) == {"dia-danh": "Quảng Trị"}
