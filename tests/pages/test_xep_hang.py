"""Xếp hạng on the screen."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_the_page_opens_on_papi_with_the_finding_as_its_title(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "xep-hang")
    text = shown(page)
    assert "<h1>PAPI 2024: Quảng Trị (cũ) thuộc nhóm cao nhất; hạng do hệ thống tính 14/61, hạng 26 → 14" in text
    assert len(page.get("plotly_chart")) == 2  # the bars, and how sure the ranks are
    assert "CECODES, RTA và UNDP, papi.org.vn" in text


def test_a_deep_link_opens_its_own_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "PAPI", "ky": "2023", "tieu-chi": "D8", "nhom": "Bắc Trung Bộ", "hien": "tat-ca"}
    text = shown(open_page(shipped_office, "xep-hang", address))
    assert "PAPI 2023, Quản trị điện tử: Quảng Trị (cũ)" in text
    assert ">Hạng Bắc Trung Bộ<" in text


def test_an_incomplete_index_shows_its_holes_and_no_computed_rank(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "xep-hang", {"chi-so": "PAR INDEX"}))
    assert "Mới có 35/63 tỉnh trong dữ liệu" in text
    assert "chưa có số liệu hạng 10" in text
    assert "hạng do hệ thống tính" not in text


def test_the_province_of_the_address_is_marked(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "xep-hang", {"tinh": "P63-22"}))
    assert "<h1>PAPI 2024: Quảng Ninh thuộc nhóm cao nhất; hạng do hệ thống tính 1/61</h1>" in text


def test_nonsense_in_the_address_shows_the_usual_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "NOPE", "ky": "banana", "tieu-chi": "D99", "nhom": "Sao Hoả", "tinh": "X", "hien": "7"}
    assert "<h1>PAPI 2024: Quảng Trị (cũ) thuộc" in shown(open_page(shipped_office, "xep-hang", address))


def test_another_index_keeps_what_still_fits(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "xep-hang", {"tieu-chi": "D8"})
    page.selectbox(key="chi-so").set_value("SIPAS").run()
    assert not page.exception
    assert "<h1>SIPAS 2023: Quảng Trị (cũ) hạng công bố 53/63" in shown(page)
    page.selectbox(key="ky").set_value("2024").run()
    assert "<h1>SIPAS 2024: chưa có số liệu của Quảng Trị (cũ)</h1>" in shown(page)
    assert "Kết quả gần nhất của Quảng Trị (cũ) là kỳ 2023." in shown(page)


def test_the_base_is_switched_by_the_address(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "xep-hang", {"he": "34", "cach": "band"}))
    assert "<h1>PAPI 2024 trên hệ 34 tỉnh (ước tính): Quảng Trị (từ 01/7/2025)" in text
    assert "Ước tính, không phải số công bố" in text and ">Hạng có thể<" in text


def test_an_empty_office_is_told_what_to_load(open_page: OpenPage, empty_office: Office) -> None:
    text = shown(open_page(empty_office, "xep-hang"))
    assert "Chưa có bộ chỉ số nào" in text
