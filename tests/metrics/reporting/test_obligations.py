"""Who owes what, across a merger, an extension, an exemption; and where a report stands."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from cchc_metrics.metrics.reporting.calendar import Shift, Window, Workdays
from cchc_metrics.metrics.reporting.obligations import (
    Duties,
    Obligation,
    State,
    obligations,
    progress,
    task_units,
    unowned,
)
from cchc_metrics.model import Period

MERGED_ON = date(2026, 2, 1)
UNITS = pd.DataFrame(
    [
        ("A", True, None, None, None),
        ("B", None, True, None, date(2026, 1, 31)),
        ("C", None, None, MERGED_ON, None),
    ],
    columns=["unit_id", "specialised", "service_unit", "valid_from", "valid_to"],
).assign(budget_assigned=None)
OWNERS = pd.DataFrame(
    [("1", "tat-ca"), ("4", "chuyen-mon"), ("9", "duoc-giao-kinh-phi"), ("11", "su-nghiep"), ("5", "B")],
    columns=["task_no", "owner"],
).assign(year_from=2022, year_to=None)
FORMS = pd.DataFrame(
    [("CCHC", "1|4|5|9|11", "Q1|6M|Q3|FY", 2022, None), ("CU", "1", "Q1", 2010, 2020)],
    columns=["form_code", "tasks", "windows", "year_from", "year_to"],
)
DUE = pd.DataFrame([("unit", "Q1", 2022, None, 12)], columns=["link", "window_code", "year_from", "year_to", "due_day"])
NO_CHANGES = pd.DataFrame(columns=["unit_id", "form_code", "period_id", "change", "new_due", "reason"])
Q1_2026 = Window(Period(2026, "Q1"), date(2025, 12, 15), date(2026, 3, 14), False)
FY_2025 = Window(Period(2025, "FY"), date(2024, 12, 15), date(2025, 12, 14), True)


def owed(window: Window, changes: pd.DataFrame = NO_CHANGES) -> dict[str, Obligation]:
    found = obligations(window, Duties(UNITS, FORMS, OWNERS, DUE, changes, Workdays(), Shift.NONE))
    assert all(one.form_code == "CCHC" for one in found)
    return {one.unit_id: one for one in found}


def test_after_a_merger_the_successor_reports_and_the_closed_unit_does_not() -> None:
    assert set(owed(FY_2025)) == {"A", "B"}
    assert set(owed(Q1_2026)) == {"A", "C"}


def test_a_unit_owes_only_the_tasks_it_has_a_part_in() -> None:
    assert owed(FY_2025)["A"].tasks == ("1", "4")
    assert owed(FY_2025)["B"].tasks == ("1", "5", "11")


def test_a_task_whose_owner_is_not_declared_is_named_and_given_to_nobody() -> None:
    there = UNITS[UNITS["unit_id"] != "B"]
    assert unowned(OWNERS, there, ("1", "4", "5", "9", "11"), 2026) == ("5", "9", "11")
    assert task_units(OWNERS, there, 2026)["4"] == ("A",)


def test_a_due_date_that_is_not_set_stays_unknown() -> None:
    assert owed(Q1_2026)["A"].due == date(2026, 3, 12)
    assert owed(FY_2025)["A"].due is None


def decision(change: str, new_due: date | None) -> pd.DataFrame:
    row = ("A", "CCHC", "2026-Q1", change, new_due, "đoàn công tác")
    return pd.DataFrame([row], columns=NO_CHANGES.columns)


def test_an_extension_moves_the_date_of_that_unit_only() -> None:
    found = owed(Q1_2026, decision("extension", date(2026, 3, 18)))
    assert (found["A"].due, found["A"].extended, found["A"].reason) == (date(2026, 3, 18), True, "đoàn công tác")
    assert (found["C"].due, found["C"].extended) == (date(2026, 3, 12), False)


def test_an_exempt_unit_is_never_late() -> None:
    one = owed(Q1_2026, decision("exemption", None))["A"]
    assert one.exempt
    stands = progress(one, [], (), (), date(2026, 5, 1))
    assert (stands.state, stands.days_late) == (State.EXEMPT, None)


def events(*acts: tuple[str, date]) -> list[dict[Any, Any]]:
    return [{"act": act, "on_day": day} for act, day in acts]


SENT = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("acts", "filled", "nil", "state", "late"),
    [
        ((), (), (), State.NOT_SENT, 13),
        ((("submitted", SENT),), ("1",), (), State.INCOMPLETE, 2),
        ((("submitted", SENT),), ("1",), ("4",), State.SENT, 2),
        ((("submitted", SENT),), (), ("1", "4"), State.NIL, 2),
        ((("submitted", SENT), ("approved", SENT)), ("1", "4"), (), State.APPROVED, 2),
        ((("submitted", SENT), ("returned", SENT)), ("1", "4"), (), State.RETURNED, 2),
        ((("submitted", SENT), ("returned", SENT), ("submitted", SENT)), ("1", "4"), (), State.SENT, 2),
        ((("submitted", SENT), ("accepted", SENT)), ("1", "4"), (), State.ACCEPTED, 2),
        ((("chased", SENT),), (), (), State.NOT_SENT, 13),
        ((("submitted", date(2026, 4, 1)),), ("1", "4"), (), State.NOT_SENT, 13),
    ],
)
def test_the_last_act_decides_and_lateness_ends_with_the_first_sending(
    acts: tuple[tuple[str, date], ...], filled: tuple[str, ...], nil: tuple[str, ...], state: State, late: int
) -> None:
    stands = progress(owed(Q1_2026)["A"], events(*acts), filled, nil, date(2026, 3, 25))
    assert (stands.state, stands.days_late) == (state, late)


def test_what_is_neither_filled_nor_declared_nil_is_empty() -> None:
    stands = progress(owed(Q1_2026)["A"], events(("submitted", SENT)), ("1",), (), date(2026, 3, 25))
    assert stands.empty == ("4",)


def test_an_obligation_names_its_window_and_holds_from_its_first_year_on() -> None:
    assert owed(Q1_2026)["A"].window == Q1_2026
    from_now = OWNERS.assign(year_from=2026)
    assert task_units(from_now, UNITS, 2026)["1"] == task_units(OWNERS, UNITS, 2026)["1"]
    assert task_units(from_now, UNITS, 2025) == {}
