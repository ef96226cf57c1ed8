"""CSV as people and programs write it."""

import pytest

from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.model import CellKind, Grid
from cchc_metrics.workbooks.child.wire import Limits
from cchc_metrics.workbooks.csv_file import read_csv

LIMITS = Limits(sheets=20, rows=1000, columns=50, cells=10_000, seconds=60, memory_mb=1024)


def grid(data: bytes, limits: Limits = LIMITS) -> Grid:
    return read_csv("bang", data, limits).sheets[0]


def rows(data: bytes) -> list[tuple[str | None, ...]]:
    return list(zip(*(column.texts.tolist() for column in grid(data).columns), strict=True))


def test_every_filled_cell_is_text_and_no_number_is_guessed() -> None:
    found = grid("Mã,Điểm,Ghi chú\n007,86.25,\n".encode())
    assert [column.kinds.tolist() for column in found.columns] == [[2, 2], [2, 2], [2, 0]]
    assert found.columns[0].texts.tolist() == ["Mã", "007"]
    assert all((column.kinds != CellKind.NUMBER).all() for column in found.columns)
    assert found.name == "bang"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    data = f"Tên{delimiter}Điểm\nQuảng Trị{delimiter}N/A\n".encode()
    assert rows(data) == [("Tên", "Điểm"), ("Quảng Trị", "N/A")]


def test_a_decimal_comma_does_not_divide_a_semicolon_file() -> None:
    assert rows("Tên;Điểm\nA;86,25\nB;79,46\n".encode()) == [("Tên", "Điểm"), ("A", "86,25"), ("B", "79,46")]


def test_a_comma_file_keeps_semicolons_in_its_texts() -> None:
    assert rows(b'a,b\n"x; y",1\nz,2\n') == [("a", "b"), ("x; y", "1"), ("z", "2")]


def test_the_first_line_may_name_the_delimiter_and_is_no_row() -> None:
    assert rows("sep=;\r\nTên;Điểm\r\n".encode()) == [("Tên", "Điểm")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert rows("Tỉnh,Đồng Tháp\n".encode(encoding)) == [("Tỉnh", "Đồng Tháp")]


def test_vietnamese_windows_letters_are_read_composed() -> None:
    # Windows-1258: the tone follows its vowel as a letter of its own.
    data = "Hu\u00ea\u0301,\u0110\u00f4\u0300ng Tha\u0301p\n".encode("cp1258")
    assert rows(data) == [("Huế", "Đồng Tháp")]


def test_letters_that_are_not_vietnamese_windows_are_read_as_western() -> None:
    # 0xD2 is the hook above in Windows-1258 and stands behind no vowel here.
    assert rows(b"b\xd2x,caf\xe9\n") == [("bÒx", "café")]


@pytest.mark.parametrize("text", ["Ñôn vò;Ñieåm\n", "§¬n vÞ;§iÓm\n"])
def test_letters_of_old_vietnamese_fonts_keep_their_western_places(text: str) -> None:
    assert grid(text.encode("latin-1")).columns[0].texts.tolist() == [text.split(";", maxsplit=1)[0]]


def test_a_cell_without_end_is_refused_with_its_line() -> None:
    with pytest.raises(RefusedError) as raised:
        grid(b"a,b\n" + b"x" * 200_000)
    assert (raised.value.code, raised.value.values["line"]) == ("text", 2)


def test_short_rows_and_blank_lines_keep_their_places() -> None:
    assert rows(b"a,b\n\nc\n") == [("a", "b"), (None, None), ("c", None)]


def test_line_breaks_inside_quotes_belong_to_the_cell() -> None:
    assert rows(b'a,"x\ny"\nb,c\n') == [("a", "x\ny"), ("b", "c")]


@pytest.mark.parametrize("data", [b'a,b\n"never closed,1\nc,2\n', b'a,b\n"x"y,1\n'])
def test_a_misplaced_quote_is_refused_rather_than_swallowing_rows(data: bytes) -> None:
    with pytest.raises(RefusedError) as raised:
        grid(data)
    assert raised.value.code == "quotes"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"a\n" * 1001, "rows"), (b"," * 60 + b"\n", "columns"), (b"," * 9 + b"\n" + b"a\n" * 300, "cells")],
)
def test_a_sheet_beyond_a_limit_is_refused_while_reading(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as raised:
        grid(data)
    assert raised.value.code == code


def test_the_arrays_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        grid(b"a,b\n").columns[0].texts[0] = "x"
