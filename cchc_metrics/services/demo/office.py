"""The illustrative office: made-up units in place of the proposed ones, with tasks, metrics, due days and a plan."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.labels import texts
from cchc_metrics.schema import (
    DUE_DAYS,
    METRICS,
    OFFICE_SETTINGS,
    PLAN_ITEMS,
    RESPONSIBLE,
    TASK_OWNERS,
    UNITS,
    Kind,
)
from cchc_metrics.services.demo.figures import QUARTERS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.storing import storing

SINCE = 2022
_UNIT_DAY, _OFFICE_DAY = 17, 19
A, B, C, D, E, G, H = "MH-A", "MH-B", "MH-C", "MH-D", "MH-E", "MH-G", "MH-H"
# Who stands in the try-out for the units that the letter names.
_STANDS_FOR: Mapping[str, str] = {"HC-TC": A, "NOI-CHINH": D, "TCD": E, "PV-HCC": G, "TIN-HOC": H}
UNIT_KINDS = {A: "room", B: "room", C: "room", D: "room", E: "board", G: "centre", H: "centre"}


def catalogue(office: Office) -> None:
    """Units, who has which task and metric, due days, settings: the illustrative ones in place of the proposed."""
    mark, desk = texts().demo.mark, Desk.at(office, LOCAL_OPERATOR)
    store(office, UNITS, _units())
    _retire(office, UNITS, desk.facts(UNITS, provenance=True), "unit_id")
    owners = desk.facts(TASK_OWNERS, provenance=True)
    named = owners[owners["owner"].isin(_STANDS_FOR)]
    new = named.assign(owner=named["owner"].map(_STANDS_FOR), source=mark, note=mark)
    _edit(office, TASK_OWNERS, new)
    _retire(office, TASK_OWNERS, owners, "owner")
    metrics = desk.facts(METRICS)
    changed = metrics.assign(owner=metrics["owner"].map(_translated), note=mark)
    _edit(office, METRICS, changed[changed["owner"] != metrics["owner"]])
    days = (("unit", _UNIT_DAY), ("office", _OFFICE_DAY))
    due = [
        {"link": link, "window_code": code, "year_from": SINCE, "due_day": day, "source": mark, "note": mark}
        for link, day in days
        for code in QUARTERS
    ]
    store(office, DUE_DAYS, due)
    store(office, OFFICE_SETTINGS, [{"setting": k, "value": v, "note": mark} for k, v in texts().demo.settings.items()])


def _units() -> list[dict[str, object]]:
    t = texts().demo
    return [
        {
            "unit_id": unit,
            "name": t.unit_names[unit][0],
            "short_name": t.unit_names[unit][1],
            "unit_type": kind,
            "specialised": unit in (B, C),
            "service_unit": unit in (G, H),
            "budget_assigned": unit in (A, G),
            "compiles": unit == A,
            "symbol": unit,
            "head_name": t.head.format(letter=unit[-1]),
            "head_title": t.head_title,
            "confirmation": "confirmed",
            "place": place,
            "source": t.mark,
            "note": t.mark,
        }
        for place, (unit, kind) in enumerate(UNIT_KINDS.items(), start=1)
    ]


def _translated(owner: str) -> str:
    return "|".join(_STANDS_FOR.get(part, part) for part in owner.split("|"))


def _retire(office: Office, kind: Kind, stored: pd.DataFrame, column: str) -> None:
    """Take what names the proposed units out of force."""
    gone = stored[stored[column].isin(_STANDS_FOR)]
    if len(gone):
        storing.remove(office, LOCAL_OPERATOR, kind, gone, texts().demo.mark)


def store(office: Office, kind: Kind, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        _edit(office, kind, typed(kind, rows))


def _edit(office: Office, kind: Kind, facts: pd.DataFrame) -> None:
    if len(facts):
        columns = [*kind.grain_names, *kind.value_names]
        storing.edit(office, LOCAL_OPERATOR, kind, facts[columns].reset_index(drop=True), texts().demo.mark)


def plan(office: Office, year: int) -> None:
    """The year's plan, and who is in charge of the parts of the index that tasks are linked to."""
    t = texts().demo
    items = [
        {
            "plan_year": year,
            "item_no": str(number),
            "task": f"[{t.mark}] {task}",
            "product": product,
            "due_on": date(year, month, 28),
            "lead": lead,
            "done_pct": done,
            "task_no": task_no,
            "source": t.mark,
            "note": t.mark,
        }
        for number, (task, product, month, lead, done, task_no) in enumerate(t.plan_items, start=1)
    ]
    store(office, PLAN_ITEMS, items)
    charge = [
        {"index_code": index, "node_code": node, "year_from": SINCE, "unit": t.unit_names[unit][0]}
        | {"source": t.mark, "note": t.mark}
        for index, node, unit in (("PAR INDEX", "3", B), ("PAR INDEX", "7", G), ("PAPI", "D5", G), ("PAPI", "D3", E))
    ]
    store(office, RESPONSIBLE, charge)
