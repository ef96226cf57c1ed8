"""Page Lộ trình mục tiêu, and the panel on the certainty of ranks."""

import re

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_without_a_target_it_shows_the_series_and_asks_for_one(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "lo-trinh")
    text = shown(page)
    assert "<h1>Quảng Trị (cũ), Tổng điểm PAPI: 44,75 điểm năm 2024, chưa có mục tiêu</h1>" in text
    assert "chưa được nhập mục tiêu" in text
    assert len(page.get("plotly_chart")) == 1


def test_a_tried_goal_is_marked_as_tried(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "lo-trinh", {"muc-thu": "46", "nam": "2025"}))
    assert "rất khó đạt mức thử 46,00 điểm năm 2025" in text
    assert "Nhịp phải có = " in text


def test_the_back_test_stands_beside_the_projection(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "lo-trinh"))
    assert "Giữ nguyên kết quả gần nhất" in text
    assert ">1,583<" in text
    assert "86% của 57 lần" in text
    assert "Điểm Brier" not in text
    assert re.search(r"kiem-chung=PAPI[^\"]*#cuoc-thi-du-bao", text)


def test_a_merged_province_is_sent_to_its_predecessors(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "lo-trinh", {"tinh": "P34-48"}))
    assert "chưa có chuỗi kết quả riêng" in text


def test_thin_series_say_what_cannot_be_said(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "lo-trinh", {"chi-so": "PAR INDEX", "muc-thu": "90"}))
    assert "chưa đủ dữ liệu" in text


def test_an_unreadable_goal_is_named(open_page: OpenPage, shipped_office: Office) -> None:
    assert "«abc»" in shown(open_page(shipped_office, "lo-trinh", {"muc-thu": "abc"}))


def test_an_empty_office_is_told_what_to_load(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu để theo dõi lộ trình" in shown(open_page(empty_office, "lo-trinh"))


def test_the_ranking_says_how_sure_it_is(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "xep-hang"))
    assert "Độ chắc của hạng" in text
    assert "hạng thật nằm trong khoảng 5–38 (độ tin cậy 90%)" in text


def test_withheld_ranks_say_why(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "xep-hang", {"chi-so": "PAR INDEX"}))
    assert "Chưa xếp hạng: mới có" in text
