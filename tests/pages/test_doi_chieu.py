"""The page Đối chiếu ba chỉ số, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_it_opens_on_the_totals_of_all_three(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "doi-chieu")
    text = shown(page)
    assert "Kết quả chung: Quảng Trị (cũ) qua các bộ chỉ số" in text
    assert "SIPAS 2023: 79,46% mức tối đa, hạng 53/63 theo công bố" in text
    assert "Tương quan không phải quan hệ nhân quả" in text
    # The slope over all rankings, and the points of the pair.
    assert len(page.get("plotly_chart")) == 2


def test_a_copied_link_opens_the_same_theme_and_pair(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chu-de": "Kiểm soát tham nhũng", "do": "hang", "truc-ngang": "SIPAS|TOTAL"}
    text = shown(open_page(shipped_office, "doi-chieu", address))
    assert "Kiểm soát tham nhũng: Quảng Trị (cũ) qua các bộ chỉ số" in text
    assert "Chủ đề này chưa có năm nào" in text
    assert "SIPAS và PAPI, 2023" in text
    assert "tính trên 15/63 tỉnh, thành phố có cả hai số" in text


def test_a_pair_known_of_few_provinces_has_no_coefficient(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"truc-ngang": "SIPAS|TOTAL", "truc-doc": "PAR INDEX|3"}
    text = shown(open_page(shipped_office, "doi-chieu", address))
    assert "dưới 10 tỉnh thì không tính hệ số tương quan" in text


def test_an_empty_office_is_told_who_adds_what(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có bảng chủ đề" in shown(open_page(empty_office, "doi-chieu"))
