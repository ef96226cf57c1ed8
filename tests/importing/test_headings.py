"""Criteria as headings of annexes write them: behind a Roman number, cut to initials."""

import pytest

from cchc_metrics.importing.headings import code_first, cut_to_initials
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.tables.likenesses import is_code, means_period
from tests.builders import snapshot

NAMES = {"TOTAL": "Chỉ số cải cách hành chính", "1": "Công tác chỉ đạo", "2": "Cải cách thể chế"}


@pytest.mark.parametrize(
    ("heading", "code", "name"),
    [
        ("II. Cải cách thể chế", "2", "Cải cách thể chế"),
        ("IV) Cải cách tổ chức bộ máy", "4", "Cải cách tổ chức bộ máy"),
        ("VIII - Tác động của CCHC", "8", "Tác động của CCHC"),
        ("D5. Thủ tục hành chính", "D5", "Thủ tục hành chính"),
        ("8.1. Chỉ số hài lòng", "8.1", "Chỉ số hài lòng"),
    ],
)
def test_the_code_before_a_name_is_read(heading: str, code: str, name: str) -> None:
    parted = code_first(heading)
    assert parted is not None
    assert (parted.code, parted.name) == (code, name)


@pytest.mark.parametrize("heading", ["Cải cách thể chế", "Internet", "VI phạm hành chính", "X"])
def test_a_name_alone_has_none(heading: str) -> None:
    assert code_first(heading) is None


def test_initials_stand_for_the_last_words_of_a_name() -> None:
    assert "chisocchc" in cut_to_initials("Chỉ số cải cách hành chính")
    assert not cut_to_initials("Tổng điểm")


@pytest.fixture(scope="module")
def book() -> NodeBook:
    same = {"index_code": "PAR INDEX", "framework_id": "876"}
    rows = [same | {"node_code": code, "name": name} for code, name in NAMES.items()]
    return NodeBook(snapshot(nodes=rows).nodes)


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("II. Cải cách thể chế", "2"),
        ("II. CẢI CÁCH THỂ CHẾ", "2"),
        ("Chỉ số CCHC", "TOTAL"),
        # The number of another criterion: nobody knows which of both is meant.
        ("I. Cải cách thể chế", None),
        ("II. Cải cách tài chính công", None),
    ],
)
def test_a_number_that_belongs_to_another_name_takes_neither(book: NodeBook, heading: str, code: str | None) -> None:
    found, _ = book.any_year("PAR INDEX").find("", heading)
    assert (found.code if found else None) == code


@pytest.mark.parametrize("header", ["TT", "STT", "Mã số", "ID", "Số tỉnh: mã", "Nguồn: Bộ Nội vụ"])
def test_a_column_of_codes_is_known_by_its_header(header: str) -> None:
    assert is_code(header)
    assert not is_code("Điểm")


@pytest.mark.parametrize("header", ["Năm", "Kỳ báo cáo", "Năm khảo sát", "Quý", "PAPI – Năm", "Year"])
def test_a_column_of_years_or_periods_is_known_by_its_header(header: str) -> None:
    assert means_period(header)
    assert not means_period("Điểm năm trước")
