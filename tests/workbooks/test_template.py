"""Templates: what a person fills in is what is read back."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pytest

from cchc_metrics.config import ReaderLimits
from cchc_metrics.model import CellKind, Grid, Stamp
from cchc_metrics.schema import ENTITIES, KINDS, SCORES, Kind, Role
from cchc_metrics.workbooks import read, template

LIMITS = ReaderLimits()
LISTS = {"index": ("PAPI", "PAR INDEX", "SIPAS"), "entity": tuple(f"Đơn vị {i}" for i in range(97))}


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row(grid: Grid, number: int) -> list[object]:
    """One row, counted as Excel does: numbers as numbers, all else as text, empty as None."""
    plain = (CellKind.NUMBER, CellKind.PERCENT)
    return [c.numbers[number - 1] if c.kinds[number - 1] in plain else c.texts[number - 1] for c in grid.columns]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_first_row_holds_exactly_the_headers_and_the_stamp_is_read_back(kind: Kind) -> None:
    workbook = read("mau.xlsx", template(kind, LISTS), LIMITS)
    assert row(workbook.sheets[0], 1) == list(kind.headers)
    assert workbook.sheets[0].height == 1
    assert workbook.stamp == Stamp(kind.name, kind.version)
    assert [(sheet.name, sheet.hidden) for sheet in workbook.sheets] == [
        ("Nhập liệu", False),
        ("Hướng dẫn", False),
        ("_danh_muc", True),
    ]


def test_what_is_filled_in_is_read_back_cell_by_cell() -> None:
    book = opened(template(SCORES, LISTS))
    filled = [
        "PAPI",
        "2024",
        "044",
        "Quảng Trị (cũ)",
        "TOTAL",
        "=không phải công thức",
        None,
        44.7473,
        80,
        "4/63",
        "x",
        None,
    ]
    for place, value in enumerate(filled, 1):
        cell = book["Nhập liệu"].cell(2, place)
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else cell.data_type
    workbook = read("diem.xlsx", saved(book), LIMITS)
    assert row(workbook.sheets[0], 2) == filled
    assert workbook.stamp == Stamp("scores", 1)


def test_the_stamp_survives_the_loss_of_the_list_sheet_and_of_the_properties() -> None:
    without_sheet = opened(template(SCORES, LISTS))
    del without_sheet["_danh_muc"]
    without_properties = opened(template(SCORES, LISTS))
    for name in list(without_properties.custom_doc_props.names):
        del without_properties.custom_doc_props[name]
    for book in (without_sheet, without_properties):
        assert read("a.xlsx", saved(book), LIMITS).stamp == Stamp("scores", 1)
    assert read("a.xlsx", saved(openpyxl.Workbook()), LIMITS).stamp is None


def test_rows_given_are_written_below_the_header_with_their_types() -> None:
    rows = pd.DataFrame(
        {
            "Mã hệ thống": ["P63-45", "P34-44"],
            "Mã": ["045", 44.0],
            "Vùng đã xác nhận": pd.array([True, None], dtype="boolean"),
            "Hiệu lực từ": [date(1989, 7, 1), None],
        }
    )
    before = rows.copy(deep=True)
    grid = read("a.xlsx", template(ENTITIES, LISTS, rows), LIMITS).sheets[0]
    by_header = dict(zip(ENTITIES.headers, zip(row(grid, 2), row(grid, 3), strict=True), strict=True))
    assert by_header["Mã hệ thống"] == ("P63-45", "P34-44")
    assert by_header["Mã"] == ("045", "44")
    assert by_header["Vùng đã xác nhận"] == ("Có", None)
    assert by_header["Hiệu lực từ"] == ("1989-07-01", None)
    assert set(by_header["Tên"]) == {None}
    pd.testing.assert_frame_equal(rows, before)


def test_scores_given_are_numbers_and_states_are_texts() -> None:
    rows = pd.DataFrame({"Điểm": pd.Series([44.7473, "N/A", None], dtype=object), "Kỳ": ["2024", "2025-Q1", "2024"]})
    grid = read("a.xlsx", template(SCORES, LISTS, rows), LIMITS).sheets[0]
    score = grid.columns[SCORES.headers.index("Điểm")]
    assert score.kinds.tolist() == [CellKind.TEXT, CellKind.NUMBER, CellKind.TEXT, CellKind.EMPTY]
    assert (score.numbers[1], score.texts[2]) == (44.7473, "N/A")
    assert grid.columns[1].texts.tolist() == ["Kỳ", "2024", "2025-Q1", "2024"]


def test_a_column_that_the_kind_lacks_is_refused() -> None:
    with pytest.raises(KeyError, match="Cột lạ"):
        template(SCORES, LISTS, pd.DataFrame({"Cột lạ": [1]}))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_dropdowns_refer_to_the_hidden_sheet_and_never_stand_inline(kind: Kind) -> None:
    book = opened(template(kind, LISTS))
    rules = {str(rule.sqref): rule for rule in book["Nhập liệu"].data_validations.dataValidation if rule.type == "list"}
    expected = [c for c in kind.template if c.choices or c.role is Role.FLAG or c.list_of in LISTS]
    assert len(rules) == len(expected)
    for column in expected:
        letter = openpyxl.utils.get_column_letter(kind.headers.index(column.header) + 1)
        target = rules[f"{letter}2:{letter}5001"].formula1
        match = re.fullmatch(r"'_danh_muc'!\$([A-Z]+)\$3:\$[A-Z]+\$(\d+)", target)
        assert match is not None
        shown = [cell.value for cell in book["_danh_muc"][match[1]][2 : int(match[2])]]
        assert shown == list(column.choices or LISTS.get(column.list_of) or ("Có", "Không"))


def test_an_absent_or_empty_list_gives_no_dropdown() -> None:
    sheet = opened(template(SCORES, {"index": ()}))["Nhập liệu"]
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [str(rule.sqref) for rule in lists] == ["G2:G5001"]  # Loại điểm, whose choices are the schema's


def test_codes_and_ranks_are_text_columns_and_dates_are_dates() -> None:
    formats = {
        kind.headers[place]: book["Nhập liệu"]
        .column_dimensions[openpyxl.utils.get_column_letter(place + 1)]
        .number_format
        for kind in (SCORES, ENTITIES)
        for book in [opened(template(kind, LISTS))]
        for place in range(len(kind.headers))
    }
    assert {formats[name] for name in ("Mã đơn vị", "Mã tiêu chí", "Hạng", "Kỳ", "Mã")} == {"@"}
    assert formats["Điểm"] == "General"
    assert formats["Hiệu lực từ"] == "dd/mm/yyyy"


def test_the_header_is_frozen_filtered_and_says_what_is_required() -> None:
    sheet = opened(template(SCORES, LISTS))["Nhập liệu"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L5001"
    notes = {cell.value: cell.comment.text if cell.comment else "" for cell in sheet[1]}
    assert notes["Điểm"].startswith("Bắt buộc nhập.")
    assert "Mã đơn vị, Tên đơn vị" in notes["Tên đơn vị"]
    assert notes["Ghi chú"] == ""
    colours = {cell.value: cell.fill.start_color.rgb for cell in sheet[1]}
    assert len({colours["Điểm"], colours["Tên đơn vị"], colours["Ghi chú"]}) == 3


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_guide_explains_every_column(kind: Kind) -> None:
    guide = [[cell.value for cell in line] for line in opened(template(kind, LISTS))["Hướng dẫn"]]
    start = next(place for place, line in enumerate(guide) if line[0] == "Cột")
    explained = guide[start + 1 :]
    assert [line[0] for line in explained] == list(kind.headers)
    for line, column in zip(explained, kind.template, strict=True):
        assert (line[1] == "Có") == column.required
        assert line[2]
        assert (line[3] or "") == column.help
        assert (line[4] or "") == column.example
        assert all(choice in line[5] for choice in column.choices or ())


def test_a_mark_is_seen_on_every_sheet_but_stands_in_no_input_cell() -> None:
    data = template(SCORES, LISTS, mark="Số liệu minh hoạ")
    grids = {sheet.name: sheet for sheet in read("a.xlsx", data, LIMITS).sheets}
    assert len(grids["Nhập liệu"].columns) == len(SCORES.headers)
    assert "Số liệu minh hoạ" in grids["Hướng dẫn"].columns[0].texts
    drawing = zipfile.ZipFile(io.BytesIO(data)).read("xl/drawings/drawing1.xml").decode()
    assert "Số liệu minh hoạ" in drawing


def test_the_same_arguments_give_the_same_bytes() -> None:
    rows = pd.DataFrame({"Điểm": [1.5]})
    assert template(SCORES, LISTS, rows, "x") == template(SCORES, LISTS, rows, "x")
