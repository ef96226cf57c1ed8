"""The page Phương pháp & nguồn, opened as a visitor does."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_every_rule_table_and_source_is_there(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "phuong-phap")
    text = shown(page)
    assert [heading.anchor for heading in page.header][:5] == [
        "thuat-ngu",
        "xep-hang",
        "nhom",
        "khoang-cach",
        "dut-doan",
    ]
    assert "876/QĐ-BNV (2022)" in text and "65 (mới biết 5 phần)" in text
    assert "61/63" in text and "Công văn 581/BNV-CCHC" in text
    assert "Nguồn ranh giới: NXB Tài nguyên - Môi trường và Bản đồ Việt Nam." in text


def test_contents_link_to_the_headings(open_page: OpenPage, shipped_office: Office) -> None:
    text = shown(open_page(shipped_office, "phuong-phap"))
    assert 'href="#nguon"' in text and 'href="#do-day-du"' in text


def test_nonsense_in_the_address_changes_nothing(open_page: OpenPage, shipped_office: Office) -> None:
    assert "Hạng 1 là tốt nhất" in shown(open_page(shipped_office, "phuong-phap", {"x": "y", "tinh": "zzz"}))


def test_an_empty_office_keeps_the_rules(open_page: OpenPage, empty_office: Office) -> None:
    text = shown(open_page(empty_office, "phuong-phap"))
    assert "Hạng 1 là tốt nhất" in text and "chưa có dữ liệu" in text


def test_the_back_tests_of_an_index_stand_where_the_contest_is(open_page: OpenPage, shipped_office: Office) -> None:
    assert "Điểm Brier" not in shown(open_page(shipped_office, "phuong-phap"))
    assert "Điểm Brier" in shown(open_page(shipped_office, "phuong-phap", {"kiem-chung": "PAPI"}))
    few = shown(open_page(shipped_office, "phuong-phap", {"kiem-chung": "PAR INDEX"}))
    assert "PAR INDEX chưa đủ năm so sánh được để kiểm chứng." in few
