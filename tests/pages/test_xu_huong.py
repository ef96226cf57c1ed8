"""The page Xu hướng, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_on_both_former_provinces_and_the_papi_total(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "xu-huong")
    text = shown(page)
    assert "Xu hướng PAPI 2011–2024: Quảng Trị (cũ) và Quảng Bình (cũ)" in text
    assert "hạng 14/61 do hệ thống tính" in text
    assert len(page.get("plotly_chart")) == 2


def test_a_copied_link_opens_the_same_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "PAPI", "tinh": ["P63-22"], "tieu-chi": ["D1", "D3"]}
    page = open_page(shipped_office, "xu-huong", address)
    assert "Xu hướng PAPI 2011–2024: Quảng Ninh" in shown(page)
    assert len(page.get("plotly_chart")) == 3
    assert "không công bố" in shown(page)


def test_nonsense_in_the_address_falls_back_to_the_usual_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "ABC", "tinh": ["zzz"], "tieu-chi": ["!!"], "loai-diem": "x"}
    assert "Xu hướng PAPI 2011–2024: Quảng Trị (cũ)" in shown(open_page(shipped_office, "xu-huong", address))


def test_the_merged_province_says_it_has_no_result_yet(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "xu-huong", {"tinh": ["P34-48"]}))
    assert "Đà Nẵng (từ 01/7/2025): chưa có kết quả công bố" in text


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    page = open_page(empty_office, "xu-huong")
    assert "Chưa có số liệu để vẽ xu hướng" in shown(page)
    assert not page.get("plotly_chart")
