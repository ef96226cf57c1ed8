"""A small office for the tests of documents: six units, due days, settings, reports of several periods."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import Settings
from cchc_metrics.schema import (
    DUE_DAYS,
    OFFICE_SETTINGS,
    REPORT_EVENTS,
    UNIT_REPORTS,
    UNITS,
    Kind,
    SqlType,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.storage.postgres import copied

PERIOD, FORM = "2026-Q3", "CCHC"
DUE = date(2026, 9, 16)
LOOKED_AT = date(2026, 9, 21)
_DTYPES = {SqlType.TEXT: "str", SqlType.AMOUNT: "float64", SqlType.INTEGER: "Int64", SqlType.FLAG: "boolean"}

SETTINGS = {
    "noi-ban-hanh-tren": "UBND tỉnh Quảng Trị",
    "noi-ban-hanh": "Văn phòng",
    "dia-danh": "Quảng Trị",
    "hinh-thuc-ky": "TL. CHÁNH VĂN PHÒNG",
    "chuc-vu-ky": "Trưởng phòng Hành chính - Tổ chức",
    "nguoi-ky": "Nguyễn Văn Thử",
    "ky-hieu-cong-van": "VP-HCTC",
    "ky-hieu-bao-cao": "BC-VP",
    "noi-nhan": "Sở Nội vụ|CVP, các PVP|Lưu: VT, HCTC",
    "noi-nhan-cong-van": "Như trên|CVP (để báo cáo)|Lưu: VT, HCTC",
    "so-ngay-bo-sung": "4",
}
# Two units beyond the five of the letter: one does procedures, one is a service unit with a budget.
MORE_UNITS = (
    {"unit_id": "KT", "name": "Phòng Kinh tế", "unit_type": "room", "specialised": True, "place": 6},
    {
        "unit_id": "TT-HN",
        "name": "Trung tâm Hội nghị",
        "unit_type": "centre",
        "service_unit": True,
        "budget_assigned": True,
        "place": 7,
    },
)

# metric -> value of the figures each unit reports in the period; NOI-CHINH sends nothing.
REPORTED: Mapping[str, Mapping[str, float]] = {
    "HC-TC": {"1.1": 2, "1.2": 10, "1.3": 12, "2.1": 3, "2.2": 1, "2.3": 2, "3.1": 5, "3.2": 0, "3.3": 0, "3.4": 0}
    | {"8.1": 1, "8.2": 0, "8.3": 0},
    "TCD": {"1.1": 1, "1.2": 8, "1.3": 8, "6.1": 40, "6.2": 3, "6.3": 5, "6.4": 1, "6.5": 2, "6.6": 12, "6.7": 0},
    "PV-HCC": {"1.1": 1, "1.2": 20, "1.3": 20, "7.1": 900, "7.2": 1200, "7.4": 300, "7.5": 500, "7.7": 0, "7.8": 1},
    "TIN-HOC": {"1.1": 1, "1.2": 5, "1.3": 5, "7.7": 250, "7.8": 1},
    "KT": {"1.1": 0, "1.2": 7, "1.3": 7}
    | {"4.1": 7, "4.2": 120, "4.3": 60, "4.4": 50, "4.5": 4, "4.6": 10, "4.7": 3, "4.8": 2, "4.10": 7},
}
LAST_YEAR: Mapping[str, Mapping[str, float]] = {
    "HC-TC": {"1.1": 1, "1.2": 9, "1.3": 12},
    "KT": {"4.1": 5, "4.2": 100, "4.3": 70, "4.4": 30, "4.5": 0, "4.6": 5, "4.7": 0},
}
QUARTER_ONE: Mapping[str, Mapping[str, float]] = {"KT": {"4.2": 90, "4.5": 1, "4.6": 4, "4.7": 1}, "HC-TC": {"1.1": 1}}
HALF_YEAR: Mapping[str, Mapping[str, float]] = {"KT": {"4.6": 6, "4.7": 2}}


def typed(kind: Kind, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Facts of a kind from mappings."""
    listed = list(rows)
    columns = (*kind.grain, *kind.values)  # noqa: PD011 – a Kind is no frame
    return pd.DataFrame(
        {c.name: pd.Series([r.get(c.name) for r in listed], dtype=_DTYPES.get(c.type, "object")) for c in columns}
    )


def keep(office: Office, kind: Kind, rows: Iterable[Mapping[str, Any]]) -> None:
    """Store facts as a person at the screen does."""
    storing.edit(office, LOCAL_OPERATOR, kind, typed(kind, rows), "thử")


def values(
    unit: str, period: str, figures: Mapping[str, float], notes: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """Facts of a report: its figures, with reasons beside them."""
    who = {"unit_id": unit, "form_code": FORM, "period_id": period, "part": "value", "state": "value"}
    told = notes or {}
    return [{**who, "code": code, "value": value, "note": told.get(code)} for code, value in figures.items()]


def words(unit: str, period: str, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Narratives of a report."""
    who = {"unit_id": unit, "form_code": FORM, "period_id": period, "part": "text"}
    return [{**who, "code": code, "text": text} for code, text in texts.items()]


def nil(unit: str, period: str, tasks: Iterable[str]) -> list[dict[str, Any]]:
    """Tasks declared as having nothing to report."""
    return [{"unit_id": unit, "form_code": FORM, "period_id": period, "part": "nil", "code": task} for task in tasks]


def event(unit: str, number: int, act: str, day: date, period: str = PERIOD, **more: Any) -> dict[str, Any]:
    """One act of a report's life."""
    key = {"unit_id": unit, "form_code": FORM, "period_id": period, "event_no": number}
    return {**key, "act": act, "on_day": day, **more}


def small_office(office: Office) -> Office:
    """The shipped facts with units, settings and due days, and the reports of four periods.

    On 21/9/2026, five days after the due date of Quý III: HC-TC complete and on time, TCD complete and two days late,
    PV-HCC incomplete (tasks 2, 3, 8, 10), TIN-HOC returned, KT complete on time with a contradiction explained,
    TT-HN declared nil, NOI-CHINH silent.
    """
    keep(office, OFFICE_SETTINGS, [{"setting": name, "value": value} for name, value in SETTINGS.items()])
    keep(office, UNITS, [{**unit, "confirmation": "confirmed"} for unit in MORE_UNITS])
    due = [("Q1", 16), ("6M", 16), ("Q3", DUE.day), ("FY", 16)]
    keep(office, DUE_DAYS, [{"link": "unit", "window_code": w, "year_from": 2022, "due_day": d} for w, d in due])
    reports = [row for unit, figures in LAST_YEAR.items() for row in values(unit, "2025-Q3", figures)]
    reports += [row for unit, figures in QUARTER_ONE.items() for row in values(unit, "2026-Q1", figures)]
    reports += [row for unit, figures in HALF_YEAR.items() for row in values(unit, "2026-6M", figures)]
    keep(office, UNIT_REPORTS, reports)
    for unit, figures in REPORTED.items():
        notes = {"4.5": "Hồ sơ phức tạp"} if unit == "KT" else {}
        rows = values(unit, PERIOD, figures, notes) + nil(unit, PERIOD, _NIL.get(unit, ()))
        keep(office, UNIT_REPORTS, rows + words(unit, PERIOD, _TEXTS.get(unit, {})))
    keep(office, UNIT_REPORTS, nil("TT-HN", PERIOD, ("1", "2", "3", "8", "9", "10", "11")))
    keep(office, REPORT_EVENTS, _EVENTS)
    return office


_NIL = {
    "HC-TC": ("10",),
    "TCD": ("2", "3", "8", "10"),
    "TIN-HOC": ("2", "3", "8", "10"),
    "KT": ("2", "3", "8", "10"),
}
_TEXTS = {
    "HC-TC": {
        "1.ket-qua": "Đã quán triệt Chỉ thị đến toàn thể công chức.\nĐã ban hành kế hoạch.",
        "1.ky-toi": "Tiếp tục theo dõi, đôn đốc.",
    },
    "KT": {"4.ket-qua": "Giải quyết <đúng hạn> & công khai {{ 1 + 1 }}.", "4.ton-tai": "Còn hồ sơ quá hạn."},
}
_ON_TIME, _LATE = date(2026, 9, 15), date(2026, 9, 18)
_EVENTS = (
    event("HC-TC", 1, "submitted", _ON_TIME),
    event("TCD", 1, "submitted", _LATE),
    event("PV-HCC", 1, "submitted", _ON_TIME),
    event("TIN-HOC", 1, "submitted", _ON_TIME),
    event("TIN-HOC", 2, "returned", date(2026, 9, 17), cell="7.7", text="Kiểm tra lại số hồ sơ số hóa"),
    event("KT", 1, "submitted", _ON_TIME),
    event("TT-HN", 1, "submitted", _ON_TIME),
    event("HC-TC", 1, "submitted", date(2026, 3, 16), "2026-Q1"),
    event("NOI-CHINH", 1, "submitted", date(2026, 3, 19), "2026-Q1"),
    event("KT", 1, "submitted", date(2026, 3, 16), "2026-Q1"),
)


_MADE: dict[Path, Settings] = {}


def copy_of(shipped: Office, folder: Path) -> Office:
    """The small office in a folder of its own. It is made once a process, beside the shipped one, and copied."""
    source = shipped.settings.data_dir
    if source not in _MADE:
        made = copied(shipped.settings, replace(shipped.settings, data_dir=source.with_name(f"{source.name}-small")))
        small_office(Office.open(made)).close()
        _MADE[source] = made
    return Office.open(copied(_MADE[source], replace(shipped.settings, data_dir=folder)))


def at(office: Office) -> Desk:
    """The local operator's desk at an office."""
    return Desk.at(office, LOCAL_OPERATOR)
