"""The page Phân tích biến động, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_on_our_newest_year_with_a_waterfall_and_who_was_overtaken(
    open_page: OpenPage, shipped_office: Office
) -> None:
    page = open_page(shipped_office, "bien-dong")
    text = shown(page)
    assert "Biến động PAPI của Quảng Trị (cũ), 2023–2024" in text
    assert 'href="nguon-goc?chi-so=PAPI&amp;ky=2024&amp;tieu-chi=D2&amp;tinh=P63-45"' in text
    assert "Tỉnh mà Quảng Trị (cũ) vượt: 15" in text
    assert len(page.get("plotly_chart")) == 1


def test_a_copied_link_opens_the_same_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "PAPI", "tinh": "P63-44", "tu-nam": "2021", "den-nam": "2022", "tieu-chi": "D1"}
    text = shown(open_page(shipped_office, "bien-dong", address))
    assert "Biến động Tham gia của người dân ở cấp cơ sở (PAPI) của Quảng Bình (cũ), 2021–2022" in text


def test_a_break_is_said_and_no_whole_is_drawn(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "bien-dong", {"tu-nam": "2019", "den-nam": "2020"})
    text = shown(page)
    assert "Không so sánh PAPI của Quảng Trị (cũ)" in text
    assert "Thay đổi 2019–2020 của riêng các nội dung so sánh được" in text
    assert "Vì sao hạng thay đổi" not in text


def test_thin_indices_say_what_is_missing(open_page: OpenPage, shipped_office: Office) -> None:
    for index in ("SIPAS", "PAR INDEX"):
        page = open_page(shipped_office, "bien-dong", {"chi-so": index})
        assert "Chưa vẽ được biểu đồ thay đổi" in shown(page)
        assert not page.get("plotly_chart")


def test_nonsense_in_the_address_falls_back_to_the_usual_view(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "ABC", "tinh": "zzz", "tu-nam": "1800", "den-nam": "x", "tieu-chi": "!!"}
    assert "Biến động PAPI của Quảng Trị (cũ), 2023–2024" in shown(open_page(shipped_office, "bien-dong", address))


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu để phân tích biến động" in shown(open_page(empty_office, "bien-dong"))
