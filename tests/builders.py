"""Small grids, workbooks, frames and snapshots from Python lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.model import CellKind, Grid, GridColumn, Snapshot, Stamp, Workbook
from cchc_metrics.schema import BREAKS, ENTITIES, FRAMEWORKS, SCORES, TOTAL, WINDOWS_KIND, Kind, SqlType

EXCEL_EPOCH = date(1899, 12, 30)
_DTYPES = {SqlType.TEXT: "str", SqlType.SCORE: "float64", SqlType.INTEGER: "Int64", SqlType.FLAG: "boolean"}


@dataclass(frozen=True)
class Percent:
    """A cell with a percent format: ``Percent(0.8525)`` shows 85,25%."""

    number: float


@dataclass(frozen=True)
class ExcelError:
    """A cell such as #DIV/0!."""

    text: str


def cell(value: Any) -> tuple[CellKind, float, str | None]:
    """Kind, number and text of one cell, as a reader finds them."""
    found: tuple[CellKind, float, str | None]
    match value:
        case None:
            found = (CellKind.EMPTY, np.nan, None)
        case bool():
            found = (CellKind.BOOLEAN, float(value), None)
        case int() | float():
            found = (CellKind.NUMBER, float(value), None)
        case date():
            found = (CellKind.DATE, float((value - EXCEL_EPOCH).days), value.isoformat())
        case Percent(number):
            found = (CellKind.PERCENT, number, None)
        case ExcelError(text):
            found = (CellKind.ERROR, np.nan, text)
        case _:
            found = (CellKind.TEXT, np.nan, str(value))
    return found


def grid(
    rows: Sequence[Sequence[Any]],
    name: str = "Sheet1",
    *,
    number: int = 1,
    hidden: bool = False,
    hidden_rows: tuple[int, ...] = (),
) -> Grid:
    """A sheet from rows of Python values; short rows are filled with empty cells."""
    width = max((len(row) for row in rows), default=0)
    columns = []
    for place in range(width):
        cells = [cell(row[place] if place < len(row) else None) for row in rows]
        texts = np.empty(len(cells), dtype=object)
        texts[:] = [text for _, _, text in cells]
        kinds = np.array([kind for kind, _, _ in cells], dtype=np.uint8)
        columns.append(GridColumn(kinds, np.array([number for _, number, _ in cells], dtype=np.float64), texts))
    return Grid(name, number, tuple(columns), hidden, hidden_rows)


def workbook(*sheets: Grid | list[list[Any]], file_name: str = "so-lieu.xlsx", stamp: Stamp | None = None) -> Workbook:
    """A file of sheets; a bare list of rows becomes a sheet. Sheets are numbered in order."""
    grids = [
        sheet if isinstance(sheet, Grid) else grid(sheet, f"Sheet{at}") for at, sheet in enumerate(sheets, start=1)
    ]
    numbered = tuple(replace(sheet, number=at) for at, sheet in enumerate(grids, start=1))
    return Workbook(file_name, "xlsx", numbered, stamp)


def filled(kind: Kind, rows: Iterable[Mapping[str, Any]]) -> Workbook:
    """A workbook with the kind's whole template: each row maps a template header to a value."""
    table = [list(kind.headers), *([row.get(header) for header in kind.headers] for row in rows)]
    return workbook(grid(table, "Dữ liệu"), stamp=Stamp(kind.name, kind.version))


def frame(kind: Kind, rows: Iterable[Mapping[str, Any]], **extra: str) -> pd.DataFrame:
    """Facts of a kind (grain and value columns, typed as the store's) from mappings; ``extra``: further dtypes."""
    listed = list(rows)
    types = {c.name: _DTYPES.get(c.type, "object") for c in (*kind.grain, *kind.values)} | extra  # noqa: PD011
    return pd.DataFrame(
        {name: pd.Series([row.get(name) for row in listed], dtype=dtype) for name, dtype in types.items()}
    )


def province(era: str, code: str, name: str, **more: Any) -> dict[str, Any]:
    """One province of an era, with the id that its era and code give."""
    begun, ended = (None, date(2025, 6, 30)) if era == "63" else (date(2025, 7, 1), None)
    return {
        "entity_id": f"P{era}-{code}",
        "entity_type": "province",
        "era": era,
        "code": code,
        "name": name,
        "display_name": name,
        "full_name": f"Tỉnh {name}",
        "valid_from": begun,
        "valid_to": ended,
        **more,
    }


PROVINCES: tuple[dict[str, Any], ...] = (
    province("63", "01", "Hà Nội", full_name="Thành phố Hà Nội", name_en="Ha Noi", aliases="Hanoi|Thủ đô Hà Nội"),
    province("63", "44", "Quảng Bình", display_name="Quảng Bình (cũ)", successor_id="P34-44"),
    province("63", "45", "Quảng Trị", display_name="Quảng Trị (cũ)", successor_id="P34-44"),
    province("63", "46", "Huế", full_name="Thành phố Huế", aliases="Thừa Thiên Huế|Thừa Thiên - Huế|TT-Huế"),
    province("63", "56", "Khánh Hòa"),
    province("63", "66", "Đắk Lắk", aliases="Đăk Lăk|Dak Lak"),
    province("63", "77", "Bà Rịa - Vũng Tàu", aliases="BR-VT"),
    province("63", "79", "Hồ Chí Minh", full_name="Thành phố Hồ Chí Minh", aliases="TP.HCM|Sài Gòn"),
    province("34", "01", "Hà Nội", full_name="Thành phố Hà Nội"),
    province("34", "44", "Quảng Trị", display_name="Quảng Trị (từ 01/7/2025)"),
    province("34", "46", "Huế", full_name="Thành phố Huế"),
    province("34", "56", "Khánh Hòa"),
)
OTHERS: tuple[dict[str, Any], ...] = (
    {"entity_id": "VN", "entity_type": "country", "name": "Cả nước", "display_name": "Cả nước", "aliases": "Toàn quốc"},
    {"entity_id": "D-SNV", "entity_type": "department", "name": "Sở Nội vụ", "display_name": "Sở Nội vụ"},
)


def node(index_code: str, framework_id: str, code: str, name: str, **more: Any) -> dict[str, Any]:
    """One criterion; below TOTAL unless another parent is given."""
    parent = None if code == TOTAL else TOTAL
    return {
        "index_code": index_code,
        "framework_id": framework_id,
        "node_code": code,
        "parent_code": parent,
        "name": name,
        "unit": "điểm",
        **more,
    }


_PAPI = {"year_from": 2018}
_PAR = {"year_from": 2022, "year_to": 2023}
_SIPAS = {"year_from": 2022, "unit": "%"}
NODES: tuple[dict[str, Any], ...] = (
    node("PAPI", "PAPI 2018", TOTAL, "Tổng điểm PAPI", max_score=20.0, **_PAPI),
    node("PAPI", "PAPI 2018", "D1", "Tham gia của người dân ở cấp cơ sở", max_score=10.0, **_PAPI),
    node("PAPI", "PAPI 2018", "D5", "Thủ tục hành chính công", max_score=10.0, **_PAPI),
    node("PAR INDEX", "876/QĐ-BNV (2022)", TOTAL, "Chỉ số cải cách hành chính", max_score=100.0, **_PAR),
    node("PAR INDEX", "876/QĐ-BNV (2022)", "3", "Cải cách thủ tục hành chính", max_score=13.0, bonus=0.5, **_PAR),
    node("PAR INDEX", "876/QĐ-BNV (2022)", "4", "Cải cách tổ chức bộ máy hành chính", max_score=10.5, **_PAR),
    node("PAR INDEX", "876/QĐ-BNV (2022)", "8", "Tác động của cải cách hành chính", **_PAR),
    node("SIPAS", "SIPAS 2022", TOTAL, "Chỉ số hài lòng", **_SIPAS),
    node("SIPAS", "SIPAS 2022", "KT", "Kinh tế", max_score=2000.0, year_from=2022),
)


def snapshot(
    entities: Iterable[Mapping[str, Any]] = (*PROVINCES, *OTHERS), nodes: Iterable[Mapping[str, Any]] = NODES
) -> Snapshot:
    """A small store: a dozen provinces of both eras, three indices."""
    return Snapshot(1, frame(ENTITIES, entities), frame(FRAMEWORKS, nodes), frame(BREAKS, ()), frame(WINDOWS_KIND, ()))


def score(**parts: Any) -> dict[str, Any]:
    """A score row under the template's headers: Quảng Trị, PAPI 2023, total 15; ``diem=…`` and the like replace."""
    headers = {
        "index": "Bộ chỉ số",
        "ky": "Kỳ",
        "ma": "Mã đơn vị",
        "ten": "Tên đơn vị",
        "ma_tc": "Mã tiêu chí",
        "ten_tc": "Tên tiêu chí",
        "loai": "Loại điểm",
        "diem": "Điểm",
        "toi_da": "Điểm tối đa",
        "hang": "Hạng",
        "nguon": "Nguồn",
        "ghi_chu": "Ghi chú",
    }
    usual = {"index": "PAPI", "ky": 2023, "ten": "Quảng Trị", "ma_tc": TOTAL, "diem": 15.0}
    return {headers[name]: value for name, value in (usual | parts).items()}


def scores(*rows: Mapping[str, Any]) -> Workbook:
    """A score workbook of such rows; a row's place in the sheet is its place here plus one."""
    return filled(SCORES, rows)
