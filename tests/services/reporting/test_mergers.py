"""Units that merge or split in mid-year: the office's totals are those of an office in which nothing was merged."""

import io
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import DUE_DAYS, UNIT_REPORTS, UNITS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.forms import owed_for
from cchc_metrics.services.reporting.known import Known
from cchc_metrics.services.reporting.metric_table import MetricFigure, period_figures
from cchc_metrics.views.compile.letters import letters
from tests.conftest import settings_at
from tests.reporting_office import FORM, keep, nil, values

YEAR = 2026
TEAMS = ("A", "B", "C")
# The quarters that each window holds, and the days on which the windows end.
QUARTERS = {"Q1": (0,), "6M": (0, 1), "Q3": (2,), "FY": (0, 1, 2, 3)}
ENDS = {"Q1": date(YEAR, 3, 14), "6M": date(YEAR, 6, 14), "Q3": date(YEAR, 9, 14), "FY": date(YEAR, 12, 14)}
BEGIN = date(YEAR - 1, 12, 15)
FLOW, OPENING, LEVEL = "8.1", "4.1", "4.6"

flows = st.lists(st.integers(0, 50), min_size=4, max_size=4)
levels = st.lists(st.integers(0, 30), min_size=5, max_size=5)


def team_figures(window: str, flow: list[int], level: list[int]) -> dict[str, int]:
    """What one team reports: flows of its quarters, the level before the first and after the last."""
    held = QUARTERS[window]
    return {FLOW: sum(flow[q] for q in held), OPENING: level[held[0]], LEVEL: level[held[-1] + 1]}


def units_on(day: date, change: date, merged: tuple[str, ...], *, splits: bool) -> dict[str, tuple[str, ...]]:
    """Unit -> its teams: the merged teams are one unit after the change, or before it where it splits."""
    together = (day >= change) != splits
    own = {team: (team,) for team in TEAMS if team not in merged}
    return own | ({"AB": merged} if together else {team: (team,) for team in merged})


def unit_rows(change: date, merged: tuple[str, ...], *, splits: bool) -> list[dict[str, object]]:
    def row(unit: str, begun: date | None, ended: date | None, successor: str | None) -> dict[str, object]:
        told = {"unit_id": unit, "name": f"Phòng {unit}", "unit_type": "room", "specialised": True}
        return {**told, "valid_from": begun, "valid_to": ended, "successor_id": successor, "confirmation": "confirmed"}

    eve = change - timedelta(days=1)
    rows = [row(team, None, None, None) for team in TEAMS if team not in merged]
    if splits:
        rows.append(row("AB", None, eve, "|".join(merged)))
        return rows + [row(team, change, None, None) for team in merged]
    rows.append(row("AB", change, None, None))
    return rows + [row(team, None, eve, "AB") for team in merged]


def figures_of(office: Office, window: str) -> dict[str, MetricFigure]:
    desk = Desk.at(office, LOCAL_OPERATOR)
    found = Reporting(desk).window(f"{YEAR}-{window}")
    assert found is not None
    codes = (FLOW, OPENING, LEVEL)
    return {one.metric.code: one for one in period_figures(desk, found, FORM, codes).metrics}


def build(folder: Path, shipped: Office, rows: list[dict[str, object]]) -> Office:
    shutil.copytree(shipped.settings.data_dir, folder)
    office = Office.open(settings_at(folder))
    keep(office, UNITS, rows)
    return office


# A whole office is made in each example: shrinking one would take minutes.
@settings(
    max_examples=4,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    flow=st.fixed_dictionaries(dict.fromkeys(TEAMS, flows)),
    level=st.fixed_dictionaries(dict.fromkeys(TEAMS, levels)),
    change=st.dates(BEGIN + timedelta(days=1), date(YEAR, 12, 14)),
    merged=st.sampled_from([("A", "B"), ("A", "B", "C"), ("B", "C")]),
    splits=st.booleans(),
)
def test_the_office_s_totals_are_those_of_no_merger(  # noqa: PLR0917 – Hypothesis draws each of them
    shipped_office: Office,
    tmp_path_factory: pytest.TempPathFactory,
    flow: Mapping[str, list[int]],
    level: Mapping[str, list[int]],
    change: date,
    merged: tuple[str, ...],
    splits: bool,
) -> None:
    office = build(tmp_path_factory.mktemp("merger") / "data", shipped_office, unit_rows(change, merged, splits=splits))
    reports = []
    for window, end in ENDS.items():
        for unit, teams in units_on(end, change, merged, splits=splits).items():
            told = [team_figures(window, flow[team], level[team]) for team in teams]
            reports += values(unit, f"{YEAR}-{window}", {code: sum(one[code] for one in told) for code in told[0]})
    keep(office, UNIT_REPORTS, reports)
    for window, held in QUARTERS.items():
        found = figures_of(office, window)
        assert found[FLOW].value == sum(flow[team][q] for team in TEAMS for q in held)
        assert found[FLOW].so_far == sum(flow[team][q] for team in TEAMS for q in range(held[-1] + 1))
        assert found[OPENING].so_far == sum(level[team][0] for team in TEAMS)
        assert found[LEVEL].so_far == sum(level[team][held[-1] + 1] for team in TEAMS)
        if len(held) > 1:
            assert found[FLOW].single == sum(flow[team][held[-1]] for team in TEAMS)
    office.close()


@pytest.fixture
def merged_in_july(shipped_office: Office, tmp_path: Path) -> Iterator[Office]:
    """B goes into A on 15/7: 520 + 130 in six months, 200 of A alone in the third quarter."""
    a = {"unit_id": "A", "name": "Phòng A", "unit_type": "room", "specialised": True, "confirmation": "confirmed"}
    b = {**a, "unit_id": "B", "name": "Phòng B", "valid_to": date(YEAR, 7, 14), "successor_id": "A"}
    office = build(tmp_path / "data", shipped_office, [a, b])
    six = values("A", "2026-6M", {FLOW: 520, LEVEL: 7, "4.7": 1}) + values(
        "B", "2026-6M", {FLOW: 130, LEVEL: 3, "4.7": 2}
    )
    keep(office, UNIT_REPORTS, six + values("A", "2026-Q3", {FLOW: 200}))
    yield office
    office.close()


def test_a_sum_since_the_year_began_holds_what_the_closed_unit_reported(merged_in_july: Office) -> None:
    found = figures_of(merged_in_july, "Q3")[FLOW]
    assert (found.value, found.so_far) == (200, 850)
    assert {one.unit_id: one.so_far for one in found.by_unit if one.value is not None} == {"A": Fraction(850)}


def test_the_successor_opens_with_what_the_closed_units_left(merged_in_july: Office) -> None:
    desk = Desk.at(merged_in_july, LOCAL_OPERATOR)
    reporting = Reporting(desk)
    third = Known(desk, reporting, owed_for(reporting, "A", FORM, "2026-Q3"))
    opening = third.opening(reporting.metrics[OPENING])
    assert opening is not None
    # 7 + 1 of its own, 3 + 2 of the unit that it follows.
    assert opening.value == 13
    year = Known(desk, reporting, owed_for(reporting, "A", FORM, "2026-FY"))
    assert year.at_least(FLOW) == (850, ("2026-6M", "2026-Q3"))


def test_nil_is_no_flow_and_does_not_drop_the_months_before(merged_in_july: Office) -> None:
    keep(
        merged_in_july,
        UNIT_REPORTS,
        values("HC-TC", "2026-6M", {FLOW: 40, "1.3": 12}) + nil("HC-TC", "2026-Q3", ["8", "1"]),
    )
    found = figures_of(merged_in_july, "Q3")[FLOW]
    assert found.so_far == 890
    own = next(one for one in found.by_unit if one.unit_id == "HC-TC")
    assert (own.state, own.so_far) == ("nil", 40)


def test_a_unit_that_is_missing_keeps_its_months_before_and_is_named(merged_in_july: Office) -> None:
    keep(merged_in_july, UNIT_REPORTS, values("TCD", "2026-6M", {FLOW: 40}))
    found = figures_of(merged_in_july, "Q3")[FLOW]
    assert found.so_far == 890
    assert "TCD" in found.so_far_lacking
    assert "A" not in found.so_far_lacking


def test_a_year_that_says_nothing_is_not_below_what_its_parts_said(merged_in_july: Office) -> None:
    assert figures_of(merged_in_july, "FY")[FLOW].so_far == 850


def test_a_letter_to_the_successor_says_in_a_line_whose_part_it_is_to_report(merged_in_july: Office) -> None:
    keep(merged_in_july, DUE_DAYS, [{"link": "unit", "window_code": "Q3", "year_from": 2022, "due_day": 16}])
    batch = letters(Desk.at(merged_in_july, LOCAL_OPERATOR), date(YEAR, 9, 21), "2026-Q3")
    said = {one.about.unit.id: str(Document(io.BytesIO(one.data)).element.xml) for one in batch.letters}
    line = "Từ ngày 15/7/2026, Phòng A thực hiện nhiệm vụ của Phòng B"
    assert {unit: line in words for unit, words in said.items()} == {unit: unit == "A" for unit in said}
    assert "A" in said
