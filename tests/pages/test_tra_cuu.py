"""Page Tra cứu & tải về."""

import pytest

from cchc_metrics.labels import format as fmt
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.explore import file as explore_file
from tests.pages.conftest import OpenPage, shown


def test_opens_on_everything_and_says_how_much_that_is(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu")
    count = fmt.integer(shipped_office.store.count(SCORES))
    assert f"Toàn bộ {count} số liệu" in shown(page)
    assert f"Số liệu 1–50 trong {count}" in shown(page)


def test_a_link_with_filters_opens_the_same_view(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu", {"chi-so": "PAPI", "ky": ["2024", "2023"], "tinh": "P63-45"})
    assert [choice.value for choice in page.multiselect[:3]] == [["PAPI"], ["2024", "2023"], ["P63-45"]]
    assert "44,75/80 điểm" in shown(page)
    assert "42,77/80 điểm" in shown(page)
    assert "Hải Phòng" not in shown(page)


def test_a_withheld_score_is_words_and_never_zero(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu", {"chi-so": "PAPI", "ky": "2024", "tinh": "P63-26", "tieu-chi": "TOTAL"})
    assert "chưa có số liệu" in shown(page)
    assert ">0 điểm" not in shown(page)


@pytest.mark.parametrize("address", [{"chi-so": "XYZ", "ky": "mười", "tinh": "P99"}, {"trang": "-3"}, {"trang": "abc"}])
def test_nonsense_in_the_address_opens_the_whole_table(
    open_page: OpenPage, shipped_office: Office, address: dict[str, str]
) -> None:
    assert "Số liệu 1–50 trong" in shown(open_page(shipped_office, "tra-cuu", address))


def test_a_page_beyond_the_last_shows_the_last(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu", {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "TOTAL", "trang": "99"})
    assert "Số liệu 51–63 trong 63" in shown(page)


def test_another_filter_goes_back_to_the_first_page(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu", {"chi-so": "PAPI", "ky": "2024", "trang": "3"})
    assert "Số liệu 101–150" in shown(page)
    page.multiselect(key="ky").set_value(["2023"]).run()
    assert "Số liệu 1–50" in shown(page)
    assert page.query_params["ky"] == "2023"
    assert "trang" not in page.query_params


def test_next_page_is_kept_in_the_address(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu")
    page.button(key="trang-forth").click().run()
    assert "Số liệu 51–100" in shown(page)
    assert page.query_params["trang"] == "2"


def test_no_match_says_so_and_offers_no_file(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tra-cuu", {"chi-so": "PAPI", "ky": "2011", "tieu-chi": "D8"})
    assert "Không có số liệu nào khớp bộ lọc" in shown(page)
    assert not page.get("download_button")


def test_an_empty_database_says_who_can_fill_it(open_page: OpenPage, empty_office: Office) -> None:
    page = open_page(empty_office, "tra-cuu")
    assert "Chưa có số liệu nào trong hệ thống" in shown(page)
    assert "Người phụ trách số liệu" in shown(page)


def test_a_large_workbook_is_made_first_and_then_saved(
    open_page: OpenPage, shipped_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explore_file, "LARGE", 10)
    page = open_page(shipped_office, "tra-cuu", {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "TOTAL"})
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == ["Tải bảng CSV", "Tải bảng Parquet"]
    page.button(key="tai-xlsx-tao").click().run()
    assert [button.proto.label for button in page.get("download_button")] == ["Lưu tệp Excel", *labels]
    page.multiselect(key="ky").set_value(["2023"]).run()
    assert [button.proto.label for button in page.get("download_button")] == labels
