"""Excel downloads, opened again."""

import io
from datetime import date, datetime
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.config import ReaderLimits
from cchc_metrics.model import CellKind
from cchc_metrics.workbooks import ExportColumn, ExportInfo, export_table, read

LIMITS = ReaderLimits()
INFO = ExportInfo(
    "PAPI 2024 của 63 tỉnh",
    datetime(2026, 4, 5, 14, 5),
    filters=(("Bộ chỉ số", "PAPI"), ("Kỳ", "2024")),
    sources=("CECODES, RTA và UNDP, papi.org.vn",),
    notes=("Hạng do hệ thống tính",),
)
COLUMNS = [
    ExportColumn("name", "Đơn vị"),
    ExportColumn("value", "Điểm", "number", 4),
    ExportColumn("rank", "Hạng", "integer"),
    ExportColumn("day", "Ngày", "date"),
]


def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "rank": pd.array([27, None], dtype="Int64"),
            "name": ["Quảng Trị (cũ)", None],
            "value": [44.7473, np.nan],
            "day": [date(2025, 7, 1), None],
        }
    )


def opened(info: ExportInfo = INFO) -> Any:
    return openpyxl.load_workbook(io.BytesIO(export_table(frame(), COLUMNS, info)))


def test_cells_are_typed_and_missing_ones_are_empty() -> None:
    grid = read("a.xlsx", export_table(frame(), COLUMNS, INFO), LIMITS).sheets[0]
    kinds = [column.kinds.tolist() for column in grid.columns]
    assert kinds == [[2, 2], [2, 1], [2, 1], [2, 4]]  # the row without any value leaves no cell at all
    assert [column.texts[0] for column in grid.columns] == ["Đơn vị", "Điểm", "Hạng", "Ngày"]
    assert (grid.columns[1].numbers[1], grid.columns[2].numbers[1]) == (44.7473, 27.0)


def test_the_header_is_frozen_and_filtered_and_decimals_are_shown_as_asked() -> None:
    sheet = opened()["Số liệu"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D3")
    assert [cell.number_format for cell in sheet[2]] == ["@", "#,##0.0000", "0", "dd/mm/yyyy"]


def test_the_second_sheet_says_what_the_table_is() -> None:
    lines = [[cell.value for cell in line] for line in opened()["Thông tin"]]
    assert lines == [
        ["Nội dung", "PAPI 2024 của 63 tỉnh"],
        ["Số liệu tính đến", "14:05 ngày 05/4/2026"],
        ["Bộ lọc", "Bộ chỉ số: PAPI"],
        [None, "Kỳ: 2024"],
        ["Nguồn", "CECODES, RTA và UNDP, papi.org.vn"],
        ["Ghi chú", "Hạng do hệ thống tính"],
    ]


def test_a_mark_stands_above_the_header_and_on_the_second_sheet() -> None:
    book = opened(ExportInfo("Bảng", datetime(2026, 1, 2), mark="Số liệu minh hoạ"))
    assert book["Số liệu"]["A1"].value == book["Thông tin"]["A1"].value == "Số liệu minh hoạ"
    assert [cell.value for cell in book["Số liệu"][2]] == ["Đơn vị", "Điểm", "Hạng", "Ngày"]
    assert book["Số liệu"].freeze_panes == "A3"


def test_a_text_beyond_a_cell_is_cut_with_an_ellipsis_and_not_dropped() -> None:
    long = pd.DataFrame({"name": ["x" * 40_000]})
    text = read("a.xlsx", export_table(long, COLUMNS[:1], INFO), LIMITS).sheets[0].columns[0].texts[1]
    assert (len(text), text[-1]) == (32_767, "…")


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\n\t"), min_size=1)
SPECIAL = st.sampled_from(["=1+1", "007", "Quảng Trị\ncũ", " x ", "http://a.vn", "{=1}", "_x0041_", "1.234,5", "TRUE"])
NUMBERS = st.floats(min_value=-1e15, max_value=1e15).map(lambda value: float(f"{value:.9g}"))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(SPECIAL | TEXTS, NUMBERS | st.none()), min_size=1, max_size=30))
def test_texts_and_numbers_come_back_as_they_went(rows: list[tuple[str, float | None]]) -> None:
    table = pd.DataFrame({"name": [text for text, _ in rows], "value": [number for _, number in rows]}, dtype=object)
    grid = read("a.xlsx", export_table(table, COLUMNS[:2], INFO), LIMITS).sheets[0]
    texts, numbers = grid.columns
    assert texts.texts[1:].tolist() == [text for text, _ in rows]
    assert (texts.kinds == CellKind.TEXT).all()
    for kind, read_back, (_, number) in zip(numbers.kinds[1:], numbers.numbers[1:], rows, strict=True):
        assert kind == (CellKind.EMPTY if number is None else CellKind.NUMBER)
        assert number is None or read_back == number
