"""What should not lie in an archive: personal data by the column, marks of secrecy; scores and codes raise nothing."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import personal_data
from cchc_metrics.model import Finding, Severity
from tests.builders import Percent, grid, workbook

CITIZENS = ("045203004567", "001099012345", "096 185 000 123")
PHONES = ("0912345678", "0387 654 321", "070.234.5678", "+84 912 345 678", "(+84)356-789-012", "0084 912345678")


def found(header: str | None, *cells: Any) -> tuple[Finding, ...]:
    """What is said of one column; the header is the first cell."""
    return personal_data(workbook([[header], *([value] for value in cells)]))


def told(header: str | None, *cells: Any) -> str:
    """The one sentence about a column, empty when there is none."""
    findings = found(header, *cells)
    assert len(findings) <= 1
    return findings[0].message if findings else ""


def test_a_column_of_citizen_numbers_is_one_warning_with_header_cells_and_advice() -> None:
    (finding,) = personal_data(workbook([["TT", "Người trả lời"], *([at, no] for at, no in enumerate(CITIZENS))]))
    assert (finding.code, finding.severity) == ("personal_data", Severity.WARNING)
    assert (finding.sheet, finding.cell, finding.count) == ("Sheet1", "B2", 3)
    assert finding.cells == ("B2", "B3", "B4")
    for part in ("«Người trả lời»", "căn cước công dân", "sẽ được giữ trong kho", "Xoá cột đó", "ghi lý do"):
        assert part in finding.message


def test_the_finding_itself_shows_no_whole_number() -> None:
    (finding,) = found("CCCD", "045203004567")
    assert finding.value == "04••••••••67"
    (finding,) = found("Email", "nguyenvana@example.vn")
    assert "nguyenvana" not in finding.value + finding.message


@pytest.mark.parametrize("phone", PHONES)
def test_a_mobile_number_is_recognised_as_people_write_it(phone: str) -> None:
    assert "điện thoại" in told("Liên hệ", phone, phone, phone)
    assert "điện thoại" in told("Ghi chú", *[f"Nguyễn Văn A, ĐT: {phone} (gọi giờ hành chính)"] * 3)


@pytest.mark.parametrize("header", ["Số điện thoại", "SĐT", "Di động", "Điện  thoại liên hệ", "Phone"])
def test_one_number_is_enough_under_a_telling_header(header: str) -> None:
    assert told(header, None, "0912345678")
    assert told(header, 912345678.0)
    assert not told("Ghi chú", None, "0912345678")


def test_two_cells_without_a_telling_header_are_not_enough_and_three_are() -> None:
    assert not told("Ghi chú", *CITIZENS[:2], "không có")
    assert told("Ghi chú", *CITIZENS, "không có")


def test_numbers_that_lost_their_zero_are_recognised_when_the_column_is_full_of_them() -> None:
    assert "điện thoại" in told("Cột 3", 912345678, 387654321, 702345678)
    assert "điện thoại" in told("Cột 3", "912345678", "387654321", "84702345678")
    assert "căn cước" in told("Cột 3", 45203004567, 1099012345, 96185000123)
    # Four of five cells are nearly all, three of four are not.
    assert told("Cột 3", 912345678, 387654321, 702345678, 351234567, 1250000)
    assert not told("Cột 3", 912345678, 387654321, 702345678, 1250000)
    assert not told("Dự toán (đồng)", 912345678, 387654321, 702345678, 1250000, 98700000, 4512000)
    assert not told("Dự toán (đồng)", 912345000, 387654000, 702345000)


def test_nine_digits_are_an_identity_number_only_where_the_header_says_so() -> None:
    assert "chứng minh nhân dân" in told("Số CMND", "191234567")
    assert "chứng minh nhân dân" in told("Số CMND/CCCD", 191234567)
    assert not told("Mã hồ sơ", "191234567", "191234568", "191234569")


@pytest.mark.parametrize("number", ["097203004567", "000203004567", "045903004567", "045277004567", "145203004567"])
def test_an_implausible_province_century_or_year_is_no_citizen_number(number: str) -> None:
    assert not told("Mã", number, number, number)


@pytest.mark.parametrize(("year", "plausible"), [("00", True), ("39", True), ("40", False)])
def test_of_the_century_that_runs_births_up_to_2039_are_plausible(year: str, plausible: bool) -> None:
    assert bool(told("Mã", *[f"0452{year}00456{last}" for last in range(3)])) is plausible


def test_addresses_are_recognised_and_kinds_in_one_column_make_one_finding() -> None:
    (finding,) = found("Liên hệ", *["a.nguyen@example.gov.vn"] * 3, *PHONES[:3])
    assert "điện thoại" in finding.message
    assert "thư điện tử" in finding.message
    assert finding.count == 6


def test_a_column_without_header_is_named_by_its_letter() -> None:
    assert "Cột A " in personal_data(workbook([[no] for no in CITIZENS]))[0].message


def test_each_column_of_each_sheet_hidden_ones_too_is_told() -> None:
    rows = [["Họ tên", "CCCD", "SĐT"], ["Nguyễn Văn A", CITIZENS[0], PHONES[0]]]
    findings = personal_data(workbook(grid(rows, "Mở"), grid(rows, "Ẩn", hidden=True)))
    assert [(f.sheet, f.cell) for f in findings] == [("Mở", "B2"), ("Mở", "C2"), ("Ẩn", "B2"), ("Ẩn", "C2")]


def test_a_header_below_a_title_with_a_number_still_tells() -> None:
    rows: list[list[Any]] = [["Đường dây nóng của Sở 0912345678"], [], ["Số điện thoại"], ["0987654321"]]
    (finding,) = personal_data(workbook(rows))
    assert "«Số điện thoại»" in finding.message


@pytest.mark.parametrize(
    "cells",
    [
        ("0.912345678", "0,387654321", "0.702345678"),
        ("03-05-2024 10:30", "03.05.2024 1012", "05/07/2024"),
        ("1.234.567.890", "912.345.678", "387.654.321"),
        ("https://a.vn/tin-0912345678.htm", "www.a.vn/0912345678", "http://a.vn/045203004567"),
        ("000.00.12.H45-240912-0012", "H45.12-0912345678", "0912-345-678-901-22"),
        ("202405081234", "102240417101530453", "20240508"),
        (0.912345678, 87.123456789, 2024),
        (Percent(0.8525), True, None),
    ],
)
def test_decimals_dates_amounts_addresses_and_codes_are_not_personal(cells: tuple[Any, ...]) -> None:
    assert not told("Giá trị", *cells)


def test_tax_codes_are_not_telephone_numbers() -> None:
    assert not told("Mã số thuế", "0312345678", "0312345679", "0312345680")


@pytest.mark.parametrize(
    "mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "(MẬT)", "M Ậ T", "Tối mật", "MA\u0302\u0323T", "M\u00c2\u0323T"]
)
def test_a_secrecy_mark_alone_in_a_cell_is_told_wherever_it_stands(mark: str) -> None:
    rows: list[list[Any]] = [["Kỳ", "Điểm"], *[[2024, 1]] * 40, [None, mark]]
    (finding,) = personal_data(workbook(rows))
    assert (finding.code, finding.severity, finding.cell) == ("secrecy_mark", Severity.ERROR, "B42")


@pytest.mark.parametrize("text", ["UBND TỈNH\nMẬT\nSố: 12", "TỐI MẬT (đợt 2)", "MẬT Số: 12/BC", "Độ mật: Mật", "MẬT."])
def test_a_mark_that_begins_a_line_is_told_among_the_first_rows_only(text: str) -> None:
    assert [finding.cell for finding in personal_data(workbook([[None, text]]))] == ["B1"]
    assert personal_data(workbook([*[["x"]] * 15, [f"{text} và phần còn lại của văn bản"]])) == ()


@pytest.mark.parametrize(
    "text",
    ["bảo mật", "mật độ dân số", "MẬT ĐỘ DÂN SỐ", "BẢO MẬT", "Mật khẩu", "MẬT KHẨU", "Độ mật: Không", "Bí mật", "mất"],
)
def test_the_word_in_running_text_is_no_mark(text: str) -> None:
    assert personal_data(workbook([[text]])) == ()


def test_a_mark_repeated_on_a_sheet_is_one_finding() -> None:
    (finding,) = personal_data(workbook([["MẬT", None, "MẬT"], ["MẬT"]]))
    assert finding.cells == ("A1", "C1", "A2")


def test_an_empty_workbook_says_nothing() -> None:
    assert personal_data(workbook([])) == ()
    assert personal_data(workbook()) == ()


def test_days_of_birth_are_told_by_their_header_only() -> None:
    for header in ("Ngày sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh"):
        (finding,) = found(header, date(1985, 2, 1), "03/4/1990", None)
        assert (finding.code, finding.count) == ("personal_data", 2)
        assert "ngày sinh" in finding.message
    assert not told("Ngày công bố", date(2024, 4, 1), date(2025, 4, 6), date(2026, 4, 6))
    assert not told("Ngày sinh hoạt", "03/4/2024", "04/4/2024", "05/4/2024")


def test_names_of_persons_beside_a_telling_column_are_named_and_alone_are_not() -> None:
    rows: list[list[Any]] = [["Họ và tên", "CMND"], ["Nguyễn Văn A", "191234567"]]
    (finding,) = personal_data(workbook(rows))
    assert "họ tên ở cột «Họ và tên»" in finding.message
    assert personal_data(workbook([["Họ và tên", "Điểm"], ["Nguyễn Văn A", 9.5]])) == ()


@pytest.mark.parametrize("name", ["MẬT", "Tối mật", "Biểu 1 (MẬT)", "TUYỆT MẬT - PL1"])
def test_a_mark_in_the_name_of_a_sheet_is_told(name: str) -> None:
    (finding,) = personal_data(workbook(grid([["Kỳ", "Điểm"]], name)))
    assert (finding.code, finding.sheet, finding.cell, finding.count) == ("secrecy_mark", name, "", 1)


@pytest.mark.parametrize("name", ["Mật độ dân số", "Bảo mật", "Mật khẩu", "bí mật"])
def test_the_word_in_the_name_of_a_sheet_is_no_mark(name: str) -> None:
    assert personal_data(workbook(grid([["Kỳ", "Điểm"]], name))) == ()


@pytest.mark.parametrize("title", ["TÀI LIỆU MẬT", "Tài liệu tối mật", "BÁO CÁO KẾT QUẢ (MẬT)", "[TUYỆT MẬT] Biểu 1"])
def test_a_mark_in_a_title_is_told(title: str) -> None:
    assert [finding.code for finding in personal_data(workbook([[title], ["Kỳ", "Điểm"]]))] == ["secrecy_mark"]


SCORE = st.one_of(
    st.floats(-10, 100, allow_nan=False),
    st.decimals(0, 100, places=9).map(str),
    st.decimals(0, 100, places=2).map(lambda number: str(number).replace(".", ",")),
    st.integers(0, 99_999_999),
    st.sampled_from(["N/A", "không công bố", "-", "12,45/13", None]),
    st.floats(0, 1).map(Percent),
)
PLACE = st.one_of(st.sampled_from(["P63-45", "045", "45", "H45", "000.00.00.H50", "1.2.3", "D1"]), st.integers(1, 999))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PLACE, st.integers(2000, 2099), SCORE, SCORE), min_size=3, max_size=20))
def test_scores_codes_and_years_never_look_like_personal_data(rows: list[tuple[Any, ...]]) -> None:
    assert personal_data(workbook([["Mã đơn vị", "Năm", "Điểm", "Tự chấm"], *map(list, rows)])) == ()
