"""The page Điểm chưa đạt & đơn vị phụ trách, opened as a visitor does."""

import pytest

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_on_lost_points_with_a_sum_that_closes(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "diem-chua-dat")
    text = shown(page)
    assert "Điểm chưa đạt PAPI 2024: Quảng Trị (cũ)" in text
    assert "Tổng khớp: điểm mất của 8 nội dung cộng lại là 35,25" in text
    assert "Chưa phân công" in text
    assert len(page.get("plotly_chart")) == 1


@pytest.mark.parametrize(
    ("look", "words"),
    [
        ("don-vi", "chưa phân công đơn vị phụ trách"),
        ("muc-tieu", "nếu mọi nội dung đạt điểm tối đa"),
        ("manh-yeu", "so với trung vị Bắc Trung Bộ"),
        ("nhom", "Nhóm tứ phân vị của từng nội dung qua các năm"),
    ],
)
def test_every_look_is_an_address(open_page: OpenPage, shipped_office: Office, look: str, words: str) -> None:
    page = open_page(shipped_office, "diem-chua-dat", {"xem": look})
    assert words in shown(page)
    assert len(page.get("plotly_chart")) == 1


def test_chosen_provinces_stand_in_the_address(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"xem": "manh-yeu", "so-voi": "tu-chon", "tinh-khac": ["P63-44", "P63-01"]}
    assert "trung vị Quảng Bình (cũ) và Hà Nội" in shown(open_page(shipped_office, "diem-chua-dat", address))


def test_thin_indices_say_what_is_missing(open_page: OpenPage, shipped_office: Office) -> None:
    assert "Chưa vẽ được phần này" in shown(open_page(shipped_office, "diem-chua-dat", {"chi-so": "SIPAS"}))
    text = shown(open_page(shipped_office, "diem-chua-dat", {"chi-so": "PAR INDEX", "ky": "2023"}))
    assert "mới biết điểm mất của 3 nội dung" in text
    assert "Chưa khép được tổng điểm mất của «Tổng điểm» vì còn số chưa biết." in text
    assert "Chưa biết điểm tối đa của 1. Công tác chỉ đạo, điều hành CCHC, 6. Cải cách tài chính công và 7." in text


def test_nonsense_in_the_address_falls_back_to_the_usual_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "ABC", "ky": "1800", "tinh": "zzz", "tieu-chi": "!!", "xem": "x"}
    assert "Điểm chưa đạt PAPI 2024: Quảng Trị (cũ)" in shown(open_page(shipped_office, "diem-chua-dat", address))


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu để tính điểm mất" in shown(open_page(empty_office, "diem-chua-dat"))
