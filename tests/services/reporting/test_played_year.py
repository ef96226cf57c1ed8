"""A year of the reporting cycle played for any office: late, nil, silent, returned, corrected, merged, split.

The steps are those of the guide's chapter «Một quý của phòng HC-TC». What must hold is asked after every period.
"""

import io
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.schema import DUE_DAYS, FORMS, OFFICE_SETTINGS, UNIT_REPORTS, UNITS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import entering, many
from cchc_metrics.services.reporting.acts import RETURNED, SUBMITTED, Act, Report, record
from cchc_metrics.services.reporting.consolidated import consolidate
from cchc_metrics.services.reporting.debts import debts
from cchc_metrics.services.reporting.documents.signing import SignForm, corrections, sign, signed
from cchc_metrics.services.reporting.documents.tally import tally
from cchc_metrics.services.reporting.entering import Answer
from cchc_metrics.services.reporting.submitting import submit
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.report import report
from tests.conftest import settings_at
from tests.reporting_office import FORM, SETTINGS, keep, nil, values

YEAR = 2026
WINDOWS = {"Q1": date(YEAR, 3, 14), "6M": date(YEAR, 6, 14), "Q3": date(YEAR, 9, 14), "FY": date(YEAR, 12, 14)}
QUARTERS = {"Q1": (0,), "6M": (0, 1), "Q3": (2,), "FY": (0, 1, 2, 3)}
ON_TIME, LATE, NIL, SILENT = "on time", "late", "nil", "silent"
FLOW = "8.1"
ROOMS = ("A", "B", "C")
NEVER, MERGES, SPLITS = "nothing", "B goes into A", "C splits into C1 and C2"
CHANGED = date(YEAR, 7, 1)
# Which rooms' work each unit does from the change on.
AFTER = {
    NEVER: {room: (room,) for room in ROOMS},
    MERGES: {"A": ("A", "B"), "C": ("C",)},
    SPLITS: {"A": ("A",), "B": ("B",), "C1": ("C",), "C2": ()},
}


@dataclass(frozen=True)
class Played:
    """What a unit does in a period: how it reports, and whether it is sent back once."""

    how: str
    returned: bool


played = st.builds(Played, st.sampled_from([ON_TIME, ON_TIME, LATE, NIL, SILENT]), st.booleans())
# Everything that may happen, in one year.
FULL = {
    "Q1": {"A": Played(LATE, returned=True), "B": Played(NIL, returned=False), "C": Played(SILENT, returned=False)},
    "6M": {"A": Played(ON_TIME, returned=False), "B": Played(LATE, returned=True), "C": Played(ON_TIME, returned=True)},
    "Q3": {"A": Played(NIL, returned=False), "B": Played(SILENT, returned=False), "C": Played(LATE, returned=False)},
    "FY": {"A": Played(ON_TIME, returned=True), "B": Played(LATE, returned=False), "C": Played(SILENT, returned=False)},
}


def prepared(office: Office, change: str) -> None:
    """Three rooms that owe one task, in place of the proposed units; on 1/7 two of them merge, or one splits."""
    row = {"name": "", "unit_type": "room", "confirmation": "confirmed"}
    units = [{**row, "unit_id": unit, "name": f"Phòng {unit}"} for unit in ROOMS]
    if change == MERGES:
        units[1] |= {"valid_to": date(YEAR, 6, 30), "successor_id": "A"}
    elif change == SPLITS:
        units[2] |= {"valid_to": date(YEAR, 6, 30), "successor_id": "C1|C2"}
        units += [{**row, "unit_id": unit, "name": f"Phòng {unit}", "valid_from": CHANGED} for unit in ("C1", "C2")]
    gone = [{**row, "unit_id": u, "name": u, "valid_to": date(2020, 1, 1)} for u in _proposed(office)]
    keep(office, UNITS, units + gone)
    keep(office, FORMS, [{"form_code": FORM, "name": "Báo cáo", "tasks": "8", "windows": "Q1|6M|Q3|FY"}])
    keep(office, DUE_DAYS, [{"link": "unit", "window_code": w, "year_from": 2022, "due_day": 16} for w in WINDOWS])
    keep(office, OFFICE_SETTINGS, [{"setting": name, "value": value} for name, value in SETTINGS.items()])


def _proposed(office: Office) -> list[str]:
    return [str(unit) for unit in office.store.facts(UNITS)["unit_id"]]


def sent(office: Office, what: Report, flow: int | None, day: date, *, typed_in: bool) -> None:
    """A report sent: typed on the screen, or its facts as a file left them, which costs a tenth. flow: None for nil."""
    desk = Desk.at(office, LOCAL_OPERATOR)
    figures = {} if flow is None else {FLOW: flow, "8.2": 0, "8.3": 0}
    if not typed_in:
        told = nil(what.unit_id, what.period_id, ["8"]) if flow is None else []
        keep(office, UNIT_REPORTS, [*values(what.unit_id, what.period_id, figures), *told])
        record(desk, what, Act(SUBMITTED, day, "Người báo cáo", office.version))
        return
    answers = {code: Answer(str(value)) for code, value in figures.items()} or {"8.KPS": Answer("x")}
    data = entering.workbook_of(desk, what, answers)
    plan = intake.plan(office, LOCAL_OPERATOR, entering.file_name_of(what), data)
    assert not plan.rejected, plan.findings
    submit(desk, plan, "Người báo cáo", day, "số liệu đúng như báo cáo")


@dataclass(frozen=True)
class Year:
    """What happens in a year: figures by room and quarter, acts by period and room, a change, periods corrected."""

    flows: Mapping[str, list[int]]
    acts: Mapping[str, Mapping[str, Played]]
    change: str
    corrected: set[str]


def _played(office: Office, year: Year) -> None:
    prepared(office, year.change)
    for window, end in WINDOWS.items():
        given_by = _period(office, window, end, year.flows, year.acts[window], change=year.change)
        if window in year.corrected:
            _corrected(office, f"{YEAR}-{window}", given_by)


def test_a_year_in_which_everything_happens_is_played_to_the_signed_report(stocked: Office) -> None:
    _played(stocked, Year({room: [3, 1, 4, 2] for room in ROOMS}, FULL, MERGES, {"Q1", "Q3"}))


# A year is dozens of reports: another office each time, and no shrinking of it.
@pytest.mark.walk
@settings(
    max_examples=1,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    flows=st.fixed_dictionaries({unit: st.lists(st.integers(1, 9), min_size=4, max_size=4) for unit in ROOMS}),
    acts=st.fixed_dictionaries({window: st.fixed_dictionaries(dict.fromkeys(ROOMS, played)) for window in WINDOWS}),
    change=st.sampled_from([SPLITS, MERGES, NEVER]),
    corrected=st.sets(st.sampled_from(list(WINDOWS))),
)
def test_any_year_is_played_to_the_signed_report(
    shipped_office: Office,
    tmp_path_factory: pytest.TempPathFactory,
    flows: Mapping[str, list[int]],
    acts: Mapping[str, Mapping[str, Played]],
    *,
    change: str,
    corrected: set[str],
) -> None:
    # The first office that Hypothesis tries is the plainest, in which everybody does the same: not worth a year.
    assume(len({one.how for window in acts.values() for one in window.values()}) > 1)
    folder = tmp_path_factory.mktemp("year") / "data"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    office = Office.open(settings_at(folder))
    _played(office, Year(flows, acts, change, corrected))
    office.close()


def _period(
    office: Office,
    window: str,
    end: date,
    flows: Mapping[str, list[int]],
    acts: Mapping[str, Played],
    *,
    change: str,
) -> Mapping[str, int | None]:
    period, due, day = f"{YEAR}-{window}", end.replace(day=16), end.replace(day=20)
    there = AFTER[change if end >= CHANGED else NEVER]
    acts = {**acts, "C1": acts["C"], "C2": acts["B"]}
    given_by: dict[str, int | None] = {}
    for unit, teams in there.items():
        # Months that hold a quarter with figures are not nil.
        how = ON_TIME if acts[unit].how == NIL and len(QUARTERS[window]) > 1 else acts[unit].how
        flow = sum(flows[team][q] for team in teams for q in QUARTERS[window])
        if how == SILENT:
            continue
        on = due + timedelta(days=2) if how == LATE else due
        given_by[unit] = None if how == NIL else flow
        what = Report(unit, FORM, period)
        sent(office, what, given_by[unit], on, typed_in=unit == "A")
        if acts[unit].returned and how != NIL:
            record(Desk.at(office, LOCAL_OPERATOR), what, Act(RETURNED, on, "HC-TC", text="Xem lại"))
            sent(office, what, flow, on, typed_in=unit == "A")
    late = {unit for unit in given_by if acts[unit].how == LATE}
    _what_must_hold(office, period, day, given_by, silent=set(there) - set(given_by), late=late)
    _signed(office, period, day, silent=len(there) - len(given_by), written=window == "FY")
    return given_by


def _what_must_hold(
    office: Office, period: str, day: date, given_by: Mapping[str, int | None], *, silent: set[str], late: set[str]
) -> None:
    desk = Desk.at(office, LOCAL_OPERATOR)
    found = consolidate(desk, period, day=day)
    figure = next(one for one in found.figures if one.metric.code == FLOW)
    numbers = [value for value in given_by.values() if value is not None]
    assert figure.value == (sum(numbers) if numbers else None)
    assert set(figure.nil) == {unit for unit, value in given_by.items() if value is None}
    counted = tally(found)
    assert set(counted.missing) == silent
    assert {unit for unit, _ in counted.late} == late
    owed = {one.standing.owed.unit_id for one in debts(desk, day).open if one.standing.owed.window.period.id == period}
    assert owed == silent


def _signed(office: Office, period: str, day: date, *, silent: int, written: bool) -> None:
    """Sound reports are taken together; a copy for signature and signing ask for a reason where one did not come.

    written: whether the copy is made, which takes as long as all the rest of a period.
    """
    desk = Desk.at(office, LOCAL_OPERATOR)
    ready = [(one.owed.unit_id, one.owed.form_code) for one in many.sound(desk, period, day)]
    if ready:
        many.accept_sound(desk, period, ready, "HC-TC", day)
    desk = Desk.at(office, LOCAL_OPERATOR)
    states = {one.progress.state for one in consolidate(desk, period, day=day).standings}
    waits = bool(states - {State.ACCEPTED})
    assert silent == 0 or waits
    if waits:
        with pytest.raises(CchcError):
            report(desk, period, day=day, copy=Copy.CLEAN)
        with pytest.raises(CchcError):
            sign(desk, SignForm(period, FORM, "1/BC-VP", day, "Chánh Văn phòng"))
    if written:
        made = report(desk, period, day=day, copy=Copy.CLEAN, reason="Ký đúng hạn")
        assert "DỰ THẢO" not in "".join(p.text for p in Document(io.BytesIO(made.data)).paragraphs)
    sign(desk, SignForm(period, FORM, "1/BC-VP", day, "Chánh Văn phòng", reason="Ký đúng hạn" if waits else ""))
    assert corrections(Desk.at(office, LOCAL_OPERATOR), period, FORM) == ()


def _corrected(office: Office, period: str, given_by: Mapping[str, int | None]) -> None:
    """A figure changed after the signature stands beside the signed one, and the signed report keeps its number."""
    changed = {unit: value + 1 for unit, value in given_by.items() if value is not None}
    for unit, value in changed.items():
        keep(office, UNIT_REPORTS, values(unit, period, {FLOW: value}))
    desk = Desk.at(office, LOCAL_OPERATOR)
    told = {one.unit: (one.code, one.old, one.new) for one in corrections(desk, period, FORM)}
    assert told == {f"Phòng {unit}": (FLOW, str(value - 1), str(value)) for unit, value in changed.items()}
    held = signed(desk, period, FORM)
    assert held is not None
    assert held.number == "1/BC-VP"
