"""Parquet files as programs write them, and as somebody writes them who means harm."""

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, Grid
from cchc_metrics.workbooks import read
from cchc_metrics.workbooks.answer import grid_of
from cchc_metrics.workbooks.child.columnar import LONGEST_CELL, read_parquet
from cchc_metrics.workbooks.child.wire import Limits

NAME = "diem.parquet"
LIMITS = Limits(sheets=20, rows=100_000, columns=50, cells=10_000_000, seconds=60, memory_mb=1024)
SMALL = ReaderLimits(seconds=20, memory_mb=512)


def parquet(columns: Any, **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), out, **options)
    return out.getvalue()


def grid(data: bytes, limits: Limits = LIMITS) -> Grid:
    """The one sheet, read in this process."""
    (sheet,) = read_parquet(data, limits).sheets
    marks = pa.record_batch({name: pa.nulls(0) for name in ("row", "col", "kind", "number", "text")})
    return grid_of(sheet.note, pa.record_batch(sheet.columns) if sheet.columns else _nothing(), marks)


def _nothing() -> pa.RecordBatch:
    return pa.record_batch([], schema=pa.schema([]))


def column(values: Any, sort: pa.DataType | None = None) -> list[Any]:
    """The cells below the header: numbers, texts, None for an empty one."""
    (found,) = grid(parquet({"a": pa.array(values, sort)})).columns
    assert (found.kinds[0], found.texts[0]) == (CellKind.TEXT, "a")
    cells = {CellKind.EMPTY: lambda at: None, CellKind.NUMBER: lambda at: found.numbers[at]}
    return [cells.get(CellKind(kind), found.texts.__getitem__)(at) for at, kind in enumerate(found.kinds)][1:]


def refused(data: bytes, limits: Limits = LIMITS) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        read_parquet(data, limits)
    return raised.value


@pytest.mark.parametrize(
    ("values", "sort", "cells"),
    [
        (["Huế", None, ""], pa.string(), ["Huế", None, None]),
        (["Huế", None, "Huế"], pa.large_string(), ["Huế", None, "Huế"]),
        (["Huế", None, "Huế"], pa.dictionary(pa.int8(), pa.string()), ["Huế", None, "Huế"]),
        ([44.7473, None, float("nan")], pa.float64(), [44.7473, None, None]),
        ([44.7473, 0.1], pa.float32(), [44.7473, 0.1]),
        ([Decimal("44.747300001"), None], pa.decimal128(18, 9), [44.747300001, None]),
        ([7, None, -3], pa.int16(), [7, None, -3]),
        ([2**53 + 1, 5], pa.int64(), ["9007199254740993", "5"]),
        ([float("inf"), 1.5], pa.float64(), ["inf", 1.5]),
        ([True, False, None], pa.bool_(), ["TRUE", "FALSE", None]),
        ([date(2025, 7, 1), None], pa.date32(), ["2025-07-01", None]),
        ([datetime(2025, 7, 1), None], pa.timestamp("ms"), ["2025-07-01", None]),
        ([datetime(2025, 7, 1, 8, 30)], pa.timestamp("s"), ["2025-07-01 08:30:00"]),
        ([datetime(2025, 7, 1, 8, 30, 0, 5)], pa.timestamp("us"), ["2025-07-01 08:30:00.000005"]),
        ([datetime(2025, 7, 1), None], pa.timestamp("us", "Asia/Ho_Chi_Minh"), ["2025-07-01 00:00:00Z", None]),
        ([None, None], pa.null(), [None, None]),
        ([3, 4], pa.dictionary(pa.int8(), pa.int64()), [3, 4]),
    ],
)
def test_every_plain_type_becomes_cells(values: Any, sort: pa.DataType, cells: list[Any]) -> None:
    assert column(values, sort) == cells


@settings(max_examples=30)
@given(st.lists(st.decimals(-(10**9), 10**9, places=9), min_size=1, max_size=20))
def test_a_decimal_is_the_nearest_double_of_its_digits(numbers: list[Decimal]) -> None:
    assert column(numbers, pa.decimal128(20, 9)) == [float(one) for one in numbers]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.none() | st.text(max_size=5), st.none() | st.floats(allow_nan=False)), max_size=30),
    st.integers(1, 7),
)
def test_row_groups_are_one_table(rows: list[tuple[str | None, float | None]], size: int) -> None:
    table = pa.table(
        {"t": pa.array([t for t, _ in rows], pa.string()), "n": pa.array([n for _, n in rows], pa.float64())}
    )
    found = grid(parquet(table, row_group_size=size))
    assert found.height == len(rows) + 1
    assert [text or None for text, _ in rows] == found.columns[0].texts[1:].tolist()
    told = [number if number is not None and np.isfinite(number) else None for _, number in rows]
    assert told == [None if np.isnan(one) else one for one in found.columns[1].numbers[1:]]


def test_the_file_is_known_by_its_content_and_its_sheet_bears_its_name() -> None:
    book = read("quý 1.xlsx", parquet({"Mã đơn vị": ["P34-44"], "Điểm": [1.5]}), SMALL)
    (sheet,) = book.sheets
    assert (book.file_type, sheet.name, sheet.height, len(sheet.columns)) == ("parquet", "quý 1", 2, 2)
    assert [one.texts[0] for one in sheet.columns] == ["Mã đơn vị", "Điểm"]


def test_a_moment_of_a_time_zone_is_read_by_a_process_that_knows_none() -> None:
    data = parquet({"a": pa.array([datetime(2025, 7, 1)], pa.timestamp("us", "Asia/Ho_Chi_Minh"))})
    assert read(NAME, data, SMALL).sheets[0].columns[0].texts[1] == "2025-07-01 00:00:00Z"


def test_names_that_are_odd_stay_names() -> None:
    table = pa.table(
        [pa.array([1]), pa.array([2]), pa.array([3]), pa.array(["x"])], names=["", "a.b", "a.b", "n" * 900]
    )
    found = grid(parquet(table))
    assert [one.texts[0] for one in found.columns] == ["", "a.b", "a.b", "n" * 300]
    assert [one.numbers[1] for one in found.columns[:3]] == [1, 2, 3]


@pytest.mark.parametrize(
    "sort",
    [pa.list_(pa.int8()), pa.struct({"x": pa.int8()}), pa.map_(pa.string(), pa.int8()), pa.binary(), pa.binary(3)],
)
def test_a_column_of_no_plain_values_is_refused_by_its_name(sort: pa.DataType) -> None:
    refusal = refused(parquet({"ok": [1], "bảng con": pa.array([None], sort)}))
    assert (refusal.code, refusal.values["column"]) == ("column_type", "bảng con")


def test_a_small_file_cannot_unfold() -> None:
    """One long text in every row, and rows without end that take no room: both are small on the disk."""
    long = parquet({"a": pa.array(["x" * 200_000] * 100)}, compression="zstd")
    assert len(long) < 2_000
    assert (refused(long).code, refused(long).values) == ("cell_text", {"column": "a", "limit": LONGEST_CELL})
    many = parquet({"a": pa.array([1] * 500_000)}, compression="zstd")
    assert (refused(many).code, refused(many).values["count"]) == ("rows", 500_000)
    wide = parquet({f"c{at}": [1] for at in range(60)})
    assert (refused(wide).code, refused(wide).values["count"]) == ("columns", 60)


def test_a_count_of_rows_that_is_none_is_believed_nowhere() -> None:
    """The number of rows in the description of the file, 3 and then written over."""
    data = parquet({"a": [1, 2, 3]}, compression=None)
    found = set()
    for at in range(len(data) - 300, len(data) - 8):
        if data[at] == 6:  # three, as the format writes it
            found.add(_outcome(data[:at] + b"\xfe" + data[at + 1 :]))
    assert found <= {"damaged", "rows", "letters", "read", "column_type"}
    assert "damaged" in found


def _outcome(data: bytes) -> str:
    try:
        read_parquet(data, LIMITS)
    except RefusedError as refusal:
        return refusal.code
    return "read"


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_byte_written_over_does_more_than_refuse(data: st.DataObject) -> None:
    whole = bytearray(parquet({"a": ["x", "y", None], "b": [1.5, None, 3.0]}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 9))] = data.draw(st.integers(0, 255))
    sentence = ""
    try:
        read(NAME, bytes(whole), SMALL) if data.draw(st.integers(0, 24)) == 0 else read_parquet(bytes(whole), LIMITS)
    except (RefusedError, UnreadableFileError) as refusal:
        sentence = str(refusal)
    assert "Traceback" not in sentence


def test_letters_that_are_none_are_refused() -> None:
    broken = pa.StringArray.from_buffers(
        2, pa.py_buffer(np.array([0, 2, 4], dtype=np.int32)), pa.py_buffer(b"\xc3\x28ok")
    )
    assert refused(parquet({"a": broken})).code == "letters"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (parquet({"a": [1]})[:-9], texts().reading.is_parquet_damaged),
        (b"PAR1" + b"\0" * 40, texts().reading.is_parquet_damaged),
        (b"PAR1PAR1", texts().reading.is_parquet_damaged),
        (b"PARE" + b"\0" * 40 + b"PARE", texts().reading.is_parquet_encrypted),
        (b"PAR1" + b"\0" * 40 + b"\xff\xff\xff\x7fPAR1", texts().reading.is_parquet_damaged),
        (parquet({"a": [1]}).replace(b"PAR1", b"PAR2"), texts().reading.is_unknown),
    ],
)
def test_what_is_no_whole_file_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read(NAME, data, SMALL)
    assert str(raised.value) == sentence.format(file=NAME)


def test_a_table_that_begins_with_the_same_letters_is_a_table() -> None:
    assert read("a.csv", "PAR1,Điểm\nx,1\n".encode(), SMALL).file_type == "csv"


def test_the_limit_of_rows_is_its_own() -> None:
    data = parquet({"a": list(range(300))})
    assert read(NAME, data, ReaderLimits(rows=200)).sheets[0].height == 301
    with pytest.raises(UnreadableFileError) as raised:
        read(NAME, data, ReaderLimits(parquet_rows=200))
    assert str(raised.value) == texts().reading.over_parquet_rows.format(file=NAME, count=300, limit=200)
