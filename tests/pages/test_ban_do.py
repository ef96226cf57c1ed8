"""The page Bản đồ, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_on_the_newest_result_of_ours(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "ban-do")
    text = shown(page)
    assert "Quảng Trị (cũ): 44,75 điểm, nhóm cao nhất, hạng 14/61 do hệ thống tính, PAPI 2024" in text
    assert "Nguồn ranh giới: NXB Tài nguyên - Môi trường và Bản đồ Việt Nam" in text
    assert len(page.get("plotly_chart")) == 1


def test_a_copied_link_opens_the_other_base(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"he": "34", "mau": "thay-doi", "cach": "old"}
    text = shown(open_page(shipped_office, "ban-do", address))
    assert "lấy theo tỉnh cũ cùng tên" in text
    assert "Thay đổi so với năm trước: PAPI 2024, 34 tỉnh, thành phố" in text


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    page = open_page(empty_office, "ban-do")
    assert "Chưa có số liệu để vẽ bản đồ" in shown(page)
    assert not page.get("plotly_chart")
