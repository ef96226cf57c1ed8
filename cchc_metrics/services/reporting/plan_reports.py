"""The items of the yearly plan in the units' reports: what a lead unit is asked about them, and what it last said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cchc_metrics.importing.reports.cells import AskedMetric
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.obligations import Obligation, split
from cchc_metrics.model import Period, ReportPart
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import PLAN_ITEMS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting, Unit, code_order
from cchc_metrics.workbooks import FormLine, FormSheet

PLAN = "KH"
PERCENT = "%"
_WITH = "with"


@dataclass(frozen=True, slots=True)
class ToldByReport:
    """What a unit's report said of an item. pct: of completion, None when it only gave evidence."""

    pct: float | None
    evidence: str
    period_id: str


def plan_sheet(desk: Desk, reporting: Reporting, owed: Obligation) -> FormSheet | None:
    """The sheet of the plan's items that a unit leads, alone or with others, or has a part in, in the year of its
    report; None when there is none.
    """
    t, rows = texts().reporting, _led(desk, reporting.units[owed.unit_id], owed.window.period.year)
    if not rows:
        return None
    lines = tuple(
        FormLine(
            code=_code(row),
            label=" · ".join(filter(None, (row["task"], row["product"], t.plan_with if row[_WITH] else ""))),
            measure=PERCENT,
            previous=row["done_pct"],
            help=t.plan_due.format(day=fmt.day(row["due_on"])) if row["due_on"] else "",
        )
        for row in rows
    )
    title = t.plan_sheet_title.format(year=owed.window.period.year)
    return FormSheet(task=PLAN, name=t.plan_sheet, title=title, lines=lines, texts=(), evidence=(), nil="")


def asked_items(desk: Desk, reporting: Reporting, owed: Obligation) -> dict[str, AskedMetric]:
    """The same items as the reader needs them: code -> what is asked."""
    rows = _led(desk, reporting.units[owed.unit_id], owed.window.period.year)
    return {_code(row): AskedMetric(row["task"], PERCENT, most=100) for row in rows}


def told_by_reports(desk: Desk, year: int) -> Mapping[str, ToldByReport]:
    """Item number -> what the latest report of the year says of it; of one period a leading unit's word holds."""
    leading = _leading(desk, year)
    items = desk.facts(UNIT_REPORTS, {"part": [ReportPart.VALUE]})
    mine = items[items["code"].str.startswith(f"{PLAN}.") & items["period_id"].str.startswith(f"{year}-")]
    found: dict[str, ToldByReport] = {}

    def order(row: Mapping[str, Any]) -> tuple[int, bool]:
        number = str(row["code"]).removeprefix(f"{PLAN}.")
        return _ORDER[Period.parse(row["period_id"]).window], row["unit_id"] in leading.get(number, ())

    for row in sorted(rows_of(mine), key=order):
        found[row["code"].removeprefix(f"{PLAN}.")] = ToldByReport(row["value"], row["note"] or "", row["period_id"])
    return found


# By the last day of the window: what was said later holds.
_ORDER = {"Q1": 1, "6M": 2, "Q3": 3, "FY": 4}


def _led(desk: Desk, unit: Unit, year: int) -> list[dict[str, Any]]:
    """The items that a unit leads or has a part in; ``_WITH`` tells which of the two."""
    rows = rows_of(desk.facts(PLAN_ITEMS, {"plan_year": [year]}))
    mine = [{**row, _WITH: False} for row in rows if _names(unit, row["lead"])]
    mine += [{**row, _WITH: True} for row in rows if _names(unit, row["with_units"]) and not _names(unit, row["lead"])]
    return sorted(mine, key=lambda row: code_order(row["item_no"]))


def _names(unit: Unit, words: object) -> bool:
    """Whether a cell of the plan names a unit, among others or alone, by its id or one of its names."""
    named = {name.casefold() for name in split(words)}
    return bool(named & {name.casefold() for name in (unit.id, unit.own_name, unit.own_short_name)})


def _leading(desk: Desk, year: int) -> dict[str, tuple[str, ...]]:
    """Item number -> the units that lead it."""
    units = Reporting(desk).units.values()
    rows = rows_of(desk.facts(PLAN_ITEMS, {"plan_year": [year]}))
    return {row["item_no"]: tuple(unit.id for unit in units if _names(unit, row["lead"])) for row in rows}


def _code(row: Mapping[str, Any]) -> str:
    return f"{PLAN}.{row['item_no']}"
