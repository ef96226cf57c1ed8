"""Page Tổng hợp & trình ký."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.schema import LEGAL_BASES, REPORT_EVENTS, SIGNED_REPORTS
from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown
from tests.reporting_office import PERIOD, copy_of, keep

ADDRESS = {"ky": PERIOD}


@pytest.fixture
def own(shipped_office: Office, tmp_path: Path) -> Iterator[Office]:
    office = copy_of(shipped_office, tmp_path / "data")
    office.ready.set()
    yield office
    office.close()


def fill(page: AppTest, label: str, text: str) -> None:
    next(field for field in [*page.text_input, *page.text_area] if field.label == label).set_value(text)


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def test_an_empty_database_says_what_comes_first(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có kỳ báo cáo nào" in shown(open_page(empty_office, "tong-hop"))


def test_the_shipped_facts_give_a_draft_without_any_figure(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tong-hop", ADDRESS)
    text = shown(page)
    assert "Tổng hợp &amp; trình ký Quý III/2026: dự thảo" in text
    assert "Đã nhận 0/5 báo cáo; 5 báo cáo chưa gửi. Chưa đặt hạn nộp kỳ này nên hệ thống không tính trễ" in text
    ways = {link.proto.label: link.proto.query_string for link in page.main.get("page_link")}
    assert "buoc=han-nop" in ways["Đặt hạn nộp"]
    assert "chưa xác định được đơn vị cần đôn đốc; 5 đơn vị chưa gửi" in text
    assert "0 đơn vị cần đôn đốc" not in text
    assert "Không có đơn vị nào chậm" not in text
    assert "Còn để trống vì chưa khai báo" in text
    assert "Chưa đặt hạn nộp báo cáo Quý III/2026" in text


def test_missing_units_contradictions_and_the_chased_are_shown(open_page: OpenPage, small: Office) -> None:
    text = shown(open_page(small, "tong-hop", ADDRESS))
    assert "chưa nhận được báo cáo của Phòng Nội chính" in text
    assert "12 so với 11" in text
    assert "Đơn vị cần đôn đốc Quý III/2026" in text
    assert "không để phát sinh (chưa đạt)" in text


def test_an_ended_basis_is_left_out_with_a_sentence(open_page: OpenPage, own: Office) -> None:
    keep(own, LEGAL_BASES, [{"basis": "138/KH-UBND", "state": "ended"}])
    text = shown(open_page(own, "tong-hop", ADDRESS))
    assert "Căn cứ đã hết thời gian áp dụng trong năm 2026, không đưa vào báo cáo: 3647/QĐ-UBND; 138/KH-UBND" in text


def test_a_section_is_written_and_the_draft_had_again(open_page: OpenPage, own: Office) -> None:
    page = open_page(own, "tong-hop", ADDRESS)
    fill(page, "Nội dung mục", "Văn phòng đã quán triệt Chỉ thị.")
    fill(page, "Người viết", "Người tổng hợp")
    page = press(page, "Lưu nội dung mục")
    assert "Mục này đang dùng nội dung do Người tổng hợp viết" in shown(page)
    page = press(page, "Dùng lại bản nháp của hệ thống")
    assert "Mục này đang dùng bản nháp của hệ thống" in shown(page)


def test_the_copy_for_signature_waits_for_a_reason(open_page: OpenPage, own: Office) -> None:
    page = open_page(own, "tong-hop", ADDRESS)
    assert "ghi lý do lập bản trình ký" in shown(page)
    fill(page, "Lý do lập bản trình ký khi còn báo cáo chưa tiếp nhận", "Sở Nội vụ hẹn hôm nay")
    page = press(page, "Ghi lý do, lập bản trình ký")
    assert "Chưa lưu. Cần sửa:" in shown(page)  # who says so is missing
    [field for field in page.text_input if field.label == "Người viết"][-1].set_value("Người tổng hợp")
    page = press(page, "Ghi lý do, lập bản trình ký")
    assert "Lý do: Sở Nội vụ hẹn hôm nay" in shown(page)


def test_chasing_is_recorded_with_a_name(open_page: OpenPage, own: Office) -> None:
    page = open_page(own, "tong-hop", ADDRESS)
    page = press(page, "Ghi nhận đã đôn đốc")
    assert "Ghi họ tên người đôn đốc" in shown(page)
    fill(page, "Người đôn đốc", "Trần Thị Đốc")
    page = press(page, "Ghi nhận đã đôn đốc")
    assert "Đã ghi nhận đôn đốc" in shown(page)
    chased = own.store.facts(REPORT_EVENTS, {"act": ["chased"]})
    assert set(chased["by_name"]) == {"Trần Thị Đốc"}


def test_the_page_is_a_draft_until_the_signed_details_are_entered(open_page: OpenPage, own: Office) -> None:
    page = open_page(own, "tong-hop", ADDRESS)
    fill(page, "Số, ký hiệu", "123/BC-VP")
    page = press(page, "Ghi nhận đã ký, chốt kỳ")
    assert "Cần ghi người ký." in shown(page)
    fill(page, "Số, ký hiệu", "123/BC-VP")
    fill(page, "Người ký", "Lê Văn Ký")
    page = press(page, "Ghi nhận đã ký, chốt kỳ")
    assert "báo cáo chưa được tiếp nhận" in shown(page)
    fill(page, "Số, ký hiệu", "123/BC-VP")
    fill(page, "Người ký", "Lê Văn Ký")
    fill(page, "Lý do (khi còn báo cáo chưa tiếp nhận, hoặc khi đính chính)", "Ký đúng hạn, bổ sung sau")
    page = press(page, "Ghi nhận đã ký, chốt kỳ")
    text = shown(page)
    assert "đã ký số 123/BC-VP" in text
    assert "dự thảo" not in text.split("</h1>")[0]
    assert "Chưa có đính chính nào sau khi ký" in text
    assert own.store.count(SIGNED_REPORTS) == 1


def test_nonsense_in_the_address_opens_the_period_collected_now(open_page: OpenPage, small: Office) -> None:
    assert "Tổng hợp &amp; trình ký" in shown(open_page(small, "tong-hop", {"ky": "x"}))
