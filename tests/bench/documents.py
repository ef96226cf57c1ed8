"""A quarter of 200 units: added up, checked, written to Word and to the sheet for the software."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.schema import DUE_DAYS, REPORT_EVENTS, UNIT_REPORTS, UNITS
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.duties import YES_NO, Reporting
from cchc_metrics.views.compile.report import compiled, written
from cchc_metrics.views.compile.sheets import software_sheet
from tests.bench.timing import in_turn, medians
from tests.reporting_office import PERIOD, event, keep, values, words

HOW_MANY = 200
_DAY = date(2026, 9, 21)
_PARTS = ("ket-qua", "ton-tai", "ky-toi")


def large_office(folder: Path) -> Office:
    """The shipped facts with 200 units that report every metric they can, with three narratives a task."""
    office = Office.open(replace(load_settings({}), data_dir=folder))
    reference.prepare(office)
    units = [f"DV{number:03}" for number in range(1, HOW_MANY + 1)]
    traits = {"specialised": True, "service_unit": True, "budget_assigned": True, "confirmation": "confirmed"}
    named = enumerate(units, start=10)
    keep(
        office,
        UNITS,
        [{"unit_id": u, "name": f"Đơn vị {u}", "unit_type": "room", "place": at, **traits} for at, u in named],
    )
    keep(office, DUE_DAYS, [{"link": "unit", "window_code": "Q3", "year_from": 2022, "due_day": 16}])
    reporting = Reporting(Desk.at(office, LOCAL_OPERATOR))
    groups = {"tat-ca", "chuyen-mon", "su-nghiep", "duoc-giao-kinh-phi"}
    asked = [m for m in reporting.metrics.values() if groups & set(m.owner) and not m.computed]
    tasks = sorted({metric.task for metric in asked}, key=int)
    facts = []
    for place, unit in enumerate(units):
        for period in (PERIOD, "2025-Q3", "2026-Q1"):
            figures = {m.code: 1 if m.measure == YES_NO else (place * 7 + at) % 50 for at, m in enumerate(asked)}
            facts += values(unit, period, figures)
        told = {f"{task}.{part}": f"Nội dung {part} của nhiệm vụ {task}." for task in tasks for part in _PARTS}
        facts += words(unit, PERIOD, told)
    keep(office, UNIT_REPORTS, facts)
    keep(office, REPORT_EVENTS, [event(unit, 1, "submitted", date(2026, 9, 15)) for unit in units])
    return office


def measure(rounds: int = 3) -> list[str]:
    """Lines to print."""
    with tempfile.TemporaryDirectory() as name:
        office = large_office(Path(name) / "data")
        desk = Desk.at(office, LOCAL_OPERATOR)
        content = compiled(desk, PERIOD, day=_DAY)
        report = written(desk, content)
        seconds = medians(
            in_turn(
                {
                    "added": lambda: compiled(desk, PERIOD, day=_DAY),
                    "word": lambda: written(desk, content),
                    "sheet": lambda: software_sheet(desk, content),
                },
                rounds,
            )
        )
        office.close()
    whole = sum(seconds.values())
    return [
        f"{HOW_MANY} units, {len(content.found.items):,} facts of the period: consolidated, checked and written "
        f"{whole:.2f} s (added up and checked {seconds['added']:.2f}, Word {seconds['word']:.2f} for "
        f"{len(report.data) // 1024} KiB, sheet {seconds['sheet']:.2f})"
    ]
