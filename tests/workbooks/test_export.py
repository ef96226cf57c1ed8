"""CSV downloads and file names; Excel downloads are opened again in the integration tests."""

import re
import time
import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Literal

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from cchc_metrics.workbooks import (
    ExportColumn,
    ExportInfo,
    download_name,
    export,
    export_csv,
    export_parquet,
    export_table,
)

TEXT = [ExportColumn("a", "Tên")]
NUMBER = [ExportColumn("n", "Điểm", "number")]


def lines(frame: pd.DataFrame, columns: list[ExportColumn]) -> list[str]:
    data = export_csv(frame, columns)
    assert data.startswith(b"\xef\xbb\xbf")
    return data.decode("utf-8-sig").split("\r\n")[1:-1]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+84", "-cmd|x", "@SUM(A1)", "|x", " =1", "\u00a0=1", "\u200b=1", "＝1", "\tx", "\rx", "\nx", "\x00=1"],
)
def test_a_text_that_could_run_as_a_formula_gets_an_apostrophe(text: str) -> None:
    assert "\r\n".join(lines(pd.DataFrame({"a": [text]}), TEXT)).strip('"').startswith("'")


@pytest.mark.parametrize("text", ["a;=1+1", 'a;"=1+1', "a\t@x", "a; \u200b+1", "a\n-cmd|x", "a;＝1"])
def test_a_formula_behind_another_countrys_separator_gets_one_too(text: str) -> None:
    line = "\n".join(lines(pd.DataFrame({"a": [text]}), TEXT))
    assert re.search(r"[;\t\n][^=+\-@＝]*'[=+\-@＝]", line)
    assert line.replace("'", "").strip('"').replace('""', '"') == text


@pytest.mark.parametrize("run", ["\n", ";", " ", "\t ", "'", "\u200b"])
def test_a_long_cell_costs_no_more_than_its_length(run: str) -> None:
    began = time.perf_counter()
    assert lines(pd.DataFrame({"a": [f"a;{run * 200_000}x"]}), TEXT)
    assert time.perf_counter() - began < 2


def test_harmless_texts_and_vietnamese_stay_as_they_are() -> None:
    assert lines(pd.DataFrame({"a": ["Đồng Tháp", "007", "a=b"]}), TEXT) == ["Đồng Tháp", "007", "a=b"]


def test_negative_numbers_stay_numbers_with_a_decimal_point() -> None:
    assert lines(pd.DataFrame({"n": [-3.25, 0.0, 1e-7, 41.7742]}), NUMBER) == ["-3.25", "0.0", "0.0000001", "41.7742"]


def test_missing_values_are_empty_and_never_zero() -> None:
    frame = pd.DataFrame(
        {
            "a": pd.Series([None, "x"], dtype="str"),
            "n": [np.nan, 1.5],
            "i": pd.array([None, 27], dtype="Int64"),
            "d": [None, date(2025, 7, 1)],
        }
    )
    columns = [*TEXT, *NUMBER, ExportColumn("i", "Hạng", "integer"), ExportColumn("d", "Ngày", "date")]
    assert lines(frame, columns) == [",,,", "x,1.5,27,2025-07-01"]


def test_columns_come_in_the_order_asked_for_and_the_frame_is_unchanged() -> None:
    frame = pd.DataFrame({"n": [1.0], "a": ["x"]})
    before = frame.copy(deep=True)
    assert export_csv(frame, [*TEXT, *NUMBER]).decode("utf-8-sig").startswith("Tên,Điểm\r\nx,1.0")
    pd.testing.assert_frame_equal(frame, before)


def test_an_amount_shows_the_decimals_that_it_has() -> None:
    frame = pd.DataFrame({"n": [23.0, 1234567.0, 0.5, 12.3456789]})
    info = ExportInfo("Hồ sơ", datetime(2026, 11, 30, 8))
    book = load_workbook(BytesIO(export_table(frame, [ExportColumn("n", "Số hồ sơ", "amount", 4)], info)))
    shown = [row[0].number_format for row in book.worksheets[0].iter_rows(min_row=2)]
    assert shown == ["#,##0", "#,##0", "#,##0.0", "#,##0.0000"]
    assert lines(frame, [ExportColumn("n", "Số hồ sơ", "amount")])[0] == "23.0"


def test_a_frame_without_rows_gives_the_header_alone() -> None:
    assert lines(pd.DataFrame({"a": []}), TEXT) == []


def test_the_name_of_a_download_changes_with_its_content_only() -> None:
    one, other = download_name("Xếp hạng PAPI: Đồng Tháp", b"1", ".xlsx"), download_name("x", b"2", "xlsx")
    assert one == "Xep-hang-PAPI-Dong-Thap_6b86b273.xlsx"
    assert other == "x_d4735e3a.xlsx"
    assert download_name("x", b"1", "xlsx") == download_name("x", b"1", "xlsx")


def test_equal_tables_give_equal_bytes() -> None:
    info = ExportInfo("Bảng", datetime(2026, 1, 2))
    frame = pd.DataFrame({"a": ["x"]})
    assert export_table(frame, TEXT, info) == export_table(frame, TEXT, info)


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        export_table(pd.DataFrame({"a": [None]}).reindex(range(1_048_576)), TEXT, ExportInfo("", datetime(2026, 1, 2)))


def test_a_large_table_is_written_row_by_row_and_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = [*TEXT, *NUMBER, ExportColumn("d", "Ngày", "date"), ExportColumn("m", "Ghi", "mixed")]
    frame = pd.DataFrame({"a": ["Huế", None, "=1+1"], "n": [1.25, np.nan, -3], "m": [1.5, "x", None]})
    frame["d"] = [date(2025, 7, 1), None, date(2024, 1, 2)]
    info = ExportInfo("Bảng", datetime(2025, 7, 1), mark="SỐ LIỆU MINH HOẠ")
    small = export_table(frame, columns, info)
    monkeypatch.setattr(export, "_LARGE", 2)
    large = export_table(frame, columns, info)
    assert large == export_table(frame, columns, info)
    one, other = (load_workbook(BytesIO(data)) for data in (small, large))
    for name in one.sheetnames:
        cells = [[(cell.value, cell.number_format) for row in book[name] for cell in row] for book in (one, other)]
        assert cells[0] == cells[1]


def test_what_is_said_many_times_is_written_as_often() -> None:
    frame = pd.DataFrame({"a": ["x", "=1", "x", None], "n": pd.array([1, None, 3, 1], dtype="Int64")})
    assert lines(frame, [*TEXT, *NUMBER]) == ["x,1.0", "'=1,", "x,3.0", ",1.0"]


def test_parquet_keeps_types_and_what_is_missing() -> None:
    frame = pd.DataFrame({"a": ["x", None], "n": [1.25, np.nan], "i": pd.array([27, None], dtype="Int64"), "left": 0})
    read = pd.read_parquet(BytesIO(export_parquet(frame, [*TEXT, *NUMBER, ExportColumn("i", "Hạng", "integer")])))
    assert list(read.columns) == ["Tên", "Điểm", "Hạng"]
    assert read["Điểm"].isna().tolist() == [False, True] and read["Hạng"].tolist()[0] == 27


def test_rows_written_at_once_are_those_written_cell_by_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = ["=1+1", " a ", "x < y", "a & b", "\x01", "_x0001_", "", None, "Đ" * 40_000, "http://x"]
    frame = pd.DataFrame(
        {
            "text": odd,
            "number": [1.5, np.nan, 1e-7, -0.0, 123456789.123456789, 0.1, 2.0, 3.0, 4.0, 5.0],
            "count": pd.array([1, None, 3, 4, 5, 6, 7, 8, 9, 10], dtype="Int64"),
            "share": [0.5] * 10,
        }
    )
    kinds = (("text", "text"), ("number", "number"), ("count", "integer"), ("share", "percent"))
    columns = [ExportColumn(name, name, kind) for name, kind in kinds]
    info = ExportInfo("Bảng", datetime(2025, 7, 1), mark="SỐ LIỆU MINH HỌA")
    monkeypatch.setattr(export, "_LARGE", 5)
    monkeypatch.setattr(export, "_STEP", 4)
    at_once = export_table(frame, columns, info)
    monkeypatch.setattr(export, "are_plain", lambda _columns: False)
    by_cell = export_table(frame, columns, info)
    ours, theirs = (zipfile.ZipFile(BytesIO(data)) for data in (at_once, by_cell))
    assert ours.namelist() == theirs.namelist()
    for name in ours.namelist():
        assert ours.read(name) == theirs.read(name), name


@pytest.mark.parametrize("large", [1, 100])
@pytest.mark.parametrize("kind", ["text", "mixed"])
def test_a_text_that_looks_like_the_writer_s_own_markup_stays_a_text(
    monkeypatch: pytest.MonkeyPatch, large: int, kind: Literal["text", "mixed"]
) -> None:
    monkeypatch.setattr(export, "_LARGE", large)
    frame = pd.DataFrame({"a": ["<r>x</r>", "<r><t>y</t></r>", "<r></sst>&</r>"]})
    info = ExportInfo("<r></sst></r>", datetime(2025, 7, 1))
    book = load_workbook(BytesIO(export_table(frame, [ExportColumn("a", "Tên", kind)], info)))
    assert [book.worksheets[0].cell(row, 1).value for row in (2, 3, 4)] == frame["a"].tolist()
    assert book.worksheets[1]["B1"].value == "<r></sst></r>"
