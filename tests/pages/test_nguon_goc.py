"""The page Nguồn gốc số liệu, opened as a visitor does."""

from cchc_metrics.services.office import Office
from tests.pages.conftest import OpenPage, shown


def test_a_link_leads_a_figure_to_its_file_and_cell(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "D1", "tinh": "P63-45"}
    text = shown(open_page(shipped_office, "nguon-goc", address))
    assert "5,480993 điểm" in text
    assert "papi_dimension.csv" in text
    assert "Ngày công bố" in text


def test_nonsense_in_the_address_falls_back_to_the_usual_figure(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "ABC", "ky": "1999", "tieu-chi": "!!", "tinh": "x"}
    assert "Quảng Trị (cũ), Tổng điểm, PAPI 2024" in shown(open_page(shipped_office, "nguon-goc", address))


def test_an_empty_office_is_told_what_to_do(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu này" in shown(open_page(empty_office, "nguon-goc"))
