"""Tổng quan on the screen."""

import re

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from cchc_metrics.access.wishes import Seen
from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_the_first_page_shows_both_old_provinces_and_no_invented_target(
    open_page: OpenPage, shipped_office: Office
) -> None:
    text = shown(open_page(shipped_office))
    assert "<h1>Quảng Trị (từ 01/7/2025): chưa có kết quả công bố</h1>" in text
    assert text.count("Chưa nhập mục tiêu · ") == 6
    for words in ("86,25%", "80,80%", "44,75", "43,80", "xếp 41/63 cả nước", "hạng do hệ thống tính"):
        assert words in text


def test_a_province_is_taken_from_the_address(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, address={"tinh": "P63-22"}))
    assert "<h1>Quảng Ninh đứng ở đâu</h1>" in text
    assert "Quảng Bình (cũ)" not in text


def test_choosing_a_province_changes_the_page_and_the_address(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office)
    page.selectbox(key="tinh").set_value("P63-45").run()
    assert "<h1>Quảng Trị (cũ) đứng ở đâu</h1>" in shown(page)
    assert page.query_params["tinh"] == "P63-45"


def test_cards_lead_to_the_same_result_on_the_other_pages(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office))
    assert 'href="xep-hang?chi-so=PAR+INDEX&amp;ky=2023&amp;tinh=P63-45"' in text
    assert 'href="khoang-cach?chi-so=PAPI&amp;ky=2024&amp;tinh=P63-44"' in text


def test_nonsense_in_the_address_shows_the_usual_page(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, address={"tinh": "<b>x</b>", "ky": "banana"}))
    assert "<h1>Quảng Trị (từ 01/7/2025): chưa có kết quả công bố</h1>" in text


def test_an_empty_office_is_told_what_to_load(open_page: OpenPage, empty_office: Office) -> None:
    text = shown(open_page(empty_office))
    assert "Chưa có bộ chỉ số nào" in text
    assert "trang Nạp dữ liệu" in text


def test_what_was_stored_since_the_last_visit_is_told_and_marked(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "xep-hang")
    assert "cchc-new" not in markup(page)
    page.session_state["news-since"] = Seen(shipped_office.version - 2, "")
    page.run()
    (dot,) = re.findall(r"<span class=\"cchc-new\"[^>]*></span>", markup(page))
    assert 'role="img" aria-label="Có 2 điều mới từ lần xem trước"' in dot
    page._page_hash = calc_hash("")
    page.query_params.clear()
    page.run()
    text = shown(page)
    assert "Có gì mới từ lần xem trước" in text
    assert text.split("Có gì mới từ lần xem trước")[1].split("</ul>")[0].count("<li>") == 2
    assert "cchc-new" not in markup(page)


def test_a_first_visit_has_nothing_new(open_page: OpenPage, shipped_office: Office) -> None:
    assert "Có gì mới từ lần xem trước" not in shown(open_page(shipped_office))


def test_the_brief_of_our_office_stands_on_its_own_page_only(open_page: OpenPage, shipped_office: Office) -> None:
    assert "Việc cần quyết định" in shown(open_page(shipped_office))
    assert "Việc cần quyết định" not in shown(open_page(shipped_office, address={"tinh": "P63-22"}))


def markup(page: AppTest) -> str:
    """All markup of the page and of the side bar."""
    return shown(page) + "".join(str(block.proto.body) for block in page.sidebar.get("html"))
