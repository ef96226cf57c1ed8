"""The page Khoảng cách mục tiêu, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_against_the_best_province_with_a_sum_that_closes(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "khoang-cach")
    text = shown(page)
    assert "Khoảng cách PAPI 2024: Quảng Trị (cũ)" in text
    assert "So với các tỉnh khác, thấp nhất ở" in text
    assert "Tổng khớp: điểm mất của 8 nội dung cộng lại là 35,25" in text
    assert "Nhập mục tiêu kèm căn cứ pháp lý" in text
    assert len(page.get("plotly_chart")) == 1


def test_a_copied_link_opens_the_same_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"ky": "2022", "tieu-chi": "D1", "so-voi": "vung", "nhom": "Bắc Trung Bộ", "tinh": "P63-44"}
    text = shown(open_page(shipped_office, "khoang-cach", address))
    assert "Khoảng cách PAPI 2022, D1. Tham gia của người dân ở cấp cơ sở: Quảng Bình (cũ)" in text
    assert "trung bình Bắc Trung Bộ" in text


def test_par_index_says_that_most_areas_are_unknown(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "khoang-cach", {"chi-so": "PAR INDEX", "ky": "2023"}))
    assert "Mới có điểm của 3 nội dung" in text
    for area in ("Công tác chỉ đạo, điều hành CCHC", "Cải cách thể chế", "Cải cách tài chính công"):
        assert area in text.split("Chưa khép được tổng điểm mất: thiếu điểm của ")[1].split(".")[0]


def test_nonsense_in_the_address_falls_back_to_the_usual_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "ABC", "ky": "1800", "tinh": "zzz", "tieu-chi": "!!", "so-voi": "x", "nhom": "y"}
    assert "Khoảng cách PAPI 2024: Quảng Trị (cũ)" in shown(open_page(shipped_office, "khoang-cach", address))


def test_the_target_view_without_targets_asks_for_them(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "khoang-cach", {"so-voi": "muc-tieu"})
    assert "Chưa nhập mục tiêu" in shown(page)
    assert not page.get("plotly_chart")


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu để tính khoảng cách" in shown(open_page(empty_office, "khoang-cach"))
