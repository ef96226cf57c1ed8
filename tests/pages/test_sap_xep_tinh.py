"""The page Sắp xếp tỉnh, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_on_the_merged_province_and_marks_the_estimate(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "sap-xep-tinh")
    text = shown(page)
    assert "Quảng Trị (từ 01/7/2025): ước tính 44,28 điểm" in text
    assert "(43,80 – 44,75 theo mọi cách cho trọng số) PAPI 2024, hạng 13/32 trên hệ 34 tỉnh" in text
    assert "không phải số công bố" in text
    assert len(page.get("plotly_chart")) == 1


def test_a_copied_link_opens_the_same_method(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "PAPI", "ky": "2023", "cach": "old", "tinh": "P34-48"}
    text = shown(open_page(shipped_office, "sap-xep-tinh", address))
    assert "Đà Nẵng: ước tính" in text
    assert "lấy theo tỉnh cũ cùng tên" in text


def test_nonsense_in_the_address_falls_back(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"cach": "x", "trong-so": "y", "tinh": "z"}
    assert "ước tính 44,28 điểm" in shown(open_page(shipped_office, "sap-xep-tinh", address))


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu để đưa về hệ 34 tỉnh" in shown(open_page(empty_office, "sap-xep-tinh"))
