"""The try-out: what stands in it, that everything says so, and that it never mixes with real data."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.schema import REPORT_EVENTS, SCORES, UNIT_REPORTS, UNITS
from cchc_metrics.services.demo.build import build
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.metric_table import MetricFigure, period_figures
from cchc_metrics.services.reporting.status import board
from cchc_metrics.views.explore.file import download
from cchc_metrics.views.reporting.metric_parts import PartFilters, part_view
from cchc_metrics.views.reporting.metrics import MetricFilters, file_of, page
from tests.conftest import settings_at

ON = date(2026, 3, 25)
MARK = texts().demo.mark


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The try-out as of 25/3/2026; tests only read from it."""
    opened = Office.open(replace(settings_at(tmp_path_factory.mktemp("trial")), illustrative=True))
    reference.prepare(opened)
    build(opened, ON)
    yield opened
    opened.close()


def at(office: Office) -> Desk:
    return Desk.at(office, LOCAL_OPERATOR)


def figures(office: Office, period: str) -> dict[str, MetricFigure]:
    window = Reporting(at(office)).window(period)
    assert window is not None
    return {one.metric.code: one for one in period_figures(at(office), window, "CCHC").metrics}


def states(office: Office, period: str) -> dict[str, State]:
    window = Reporting(at(office)).window(period)
    assert window is not None
    return {one.owed.unit_id: one.progress.state for one in board(at(office), ON, (window,)).standings}


def test_the_newest_period_shows_every_turn_a_report_can_take(trial: Office) -> None:
    assert states(trial, "2026-Q1") == {
        "MH-A": State.ACCEPTED,
        "MH-B": State.INCOMPLETE,
        "MH-C": State.RETURNED,
        "MH-D": State.APPROVED,
        "MH-E": State.NOT_SENT,
        "MH-G": State.APPROVED,
        "MH-H": State.NIL,
    }
    assert set(states(trial, "2025-FY").values()) == {State.ACCEPTED}


def test_one_unit_is_late_and_one_was_given_more_time(trial: Office) -> None:
    window = Reporting(at(trial)).window("2026-Q1")
    assert window is not None
    found = {one.owed.unit_id: one for one in board(at(trial), ON, (window,)).standings}
    assert (found["MH-E"].progress.days_late or 0) > 0
    assert found["MH-D"].owed.extended
    assert found["MH-D"].progress.days_late == 0


def test_nothing_is_done_on_a_day_to_come(trial: Office) -> None:
    assert max(at(trial).facts(REPORT_EVENTS)["on_day"]) <= ON


def test_building_again_changes_nothing(trial: Office) -> None:
    version = trial.version
    assert build(trial, ON).units == 7
    assert trial.version == version


def test_building_on_a_later_day_leaves_what_was_sent_as_it_was(trial: Office, tmp_path: Path) -> None:
    folder = tmp_path / "later"
    shutil.copytree(trial.settings.data_dir, folder)
    later = Office.open(replace(trial.settings, data_dir=folder))
    try:
        before = at(later).facts(REPORT_EVENTS)
        build(later, date(2026, 6, 25))
        after = at(later).facts(REPORT_EVENTS)
        kept = after.merge(before[["unit_id", "period_id", "event_no"]], on=["unit_id", "period_id", "event_no"])
        assert kept[["act", "on_day"]].to_numpy().tolist() == before[["act", "on_day"]].to_numpy().tolist()
        assert set(after["period_id"]) - set(before["period_id"]) == {"2026-6M"}
    finally:
        later.close()


def test_only_illustrative_units_stand_in_it_and_scores_stay_the_published_ones(
    trial: Office, shipped_office: Office
) -> None:
    units = at(trial).facts(UNITS)
    assert all("minh hoạ" in name for name in units["name"])
    assert set(units["source"]) == {MARK}
    assert at(trial).facts(SCORES).equals(at(shipped_office).facts(SCORES))


def test_dossiers_are_carried_over_from_quarter_to_quarter(trial: Office) -> None:
    year, quarter = figures(trial, "2025-FY"), figures(trial, "2026-Q1")
    closing = {f.unit_id: (f.value or 0) for f in year["4.6"].by_unit}
    overdue = {f.unit_id: (f.value or 0) for f in year["4.7"].by_unit}
    assert {f.unit_id: f.value for f in quarter["4.1"].by_unit} == {u: closing[u] + overdue[u] for u in closing}


def test_the_last_quarter_of_a_cumulative_period_is_what_the_others_leave(trial: Office) -> None:
    half, first, year, third = (figures(trial, p)["4.2"] for p in ("2025-6M", "2025-Q1", "2025-FY", "2025-Q3"))
    assert half.value is not None
    assert half.single == half.value - (first.value or 0)
    assert year.single == (year.value or 0) - half.value - (third.value or 0)
    assert (third.single, third.so_far) == (third.value, half.value + (third.value or 0))


def test_an_opening_stock_of_a_derived_quarter_is_unknown(trial: Office) -> None:
    assert figures(trial, "2025-6M")["4.1"].single is None


def test_apologies_are_compared_in_their_own_scope(trial: Office) -> None:
    found = figures(trial, "2026-Q1")
    own = {f.unit_id for f in found["4.10"].by_unit}
    province = {f.unit_id for f in found["5.8"].by_unit}
    assert own == {"MH-B", "MH-C"}
    assert province == {"MH-D"}
    assert [f.met for f in found["4.10"].by_unit] == [True, False]
    assert found["5.8"].met is False


def test_a_late_unit_is_missing_and_not_zero(trial: Office) -> None:
    one = figures(trial, "2026-Q1")["6.3"]
    assert (one.value, one.given, one.owing) == (None, (), ("MH-E",))
    assert one.by_unit[0].state == "missing"
    assert figures(trial, "2026-Q1")["8.1"].by_unit[-1].state == "nil"


def test_a_figure_leads_to_the_cell_of_its_upload(trial: Office) -> None:
    figure = figures(trial, "2026-Q1")["4.2"].by_unit[0]
    assert figure.place is not None
    _, data = trial.store.original(figure.place.seq)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.worksheets[(figure.place.sheet or 0) - 1][figure.place.cell].value == figure.value


def test_the_page_says_how_many_units_a_sum_covers_and_marks_what_is_derived(trial: Office) -> None:
    view = page(at(trial), MetricFilters("2025-6M", "dung-han", "4.2", ON.isoformat()))
    assert view is not None
    assert view.table.columns[1].header == "Quý II/2025 (suy ra)"
    assert {row.cells[5] for row in view.table.rows} == {"2/2"}
    assert any("suy ra" in note for row in view.table.rows for note in row.notes.values())
    assert view.figure is not None


def test_a_part_of_an_index_leads_to_units_and_their_latest_figures(trial: Office) -> None:
    view = part_view(at(trial), PartFilters("PAPI|D5", ON.isoformat()))
    assert "Quảng Trị (cũ)" in view.finding
    assert texts().demo.unit_names["MH-G"][0] in view.finding
    rows = {row.id: row.cells for row in view.table.rows if not row.aside}
    assert rows["4-MH-B-4.9"][2].endswith("(Quý I/2026)")
    assert view.proposed


def test_every_file_that_leaves_a_try_out_bears_the_mark(trial: Office) -> None:
    desk = at(trial)
    files = {
        "form": forms.unit_workbook(desk, "MH-E", "CCHC", "2026-Q1"),
        "template": templates.template(trial, LOCAL_OPERATOR, SCORES),
        "scores": download(desk, Query(indices=("PAPI",), periods=("2024",), nodes=("TOTAL",)), "xlsx").data,
        "metrics": file_of(desk, MetricFilters("2026-Q1", "dung-han", "4.2", ON.isoformat())),
    }
    for name, data in files.items():
        book = openpyxl.load_workbook(io.BytesIO(data))
        words = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows(max_row=40) for cell in row]
        assert any(MARK in word for word in words), name
    text = download(desk, Query(indices=("PAPI",), periods=("2024",), nodes=("TOTAL",)), "csv").data.decode("utf-8-sig")
    assert all(MARK in line for line in text.splitlines())


def test_a_report_without_the_mark_is_refused_in_a_try_out(trial: Office) -> None:
    data = forms.unit_workbook(at(trial), "MH-E", "CCHC", "2026-Q1")
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=2):
            for cell in row:
                if cell.value == MARK:
                    cell.value = None
    buffer = io.BytesIO()
    book.save(buffer)
    plan = intake.plan(trial, LOCAL_OPERATOR, "a.xlsx", buffer.getvalue())
    assert [finding.code for finding in plan.findings] == ["illustrative"]


def test_a_report_of_a_try_out_is_refused_in_a_real_office(trial: Office, stocked: Office) -> None:
    data = forms.unit_workbook(at(trial), "MH-E", "CCHC", "2026-Q1")
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", data)
    assert [finding.code for finding in plan.findings] == ["illustrative"]


def test_a_table_of_a_try_out_is_refused_in_a_real_office(stocked: Office) -> None:
    headers = "Mã đơn vị,Tên đơn vị,Loại đơn vị,Nguồn\n"
    data = (headers + f"MH-A,Phòng A (minh hoạ),Phòng,{MARK}\n").encode()
    plan = intake.plan(stocked, LOCAL_OPERATOR, "units.csv", data, "units")
    assert "illustrative" in [finding.code for finding in plan.findings]


def test_a_try_out_does_not_open_as_a_real_office_and_the_other_way_round(tmp_path: Path) -> None:
    trial, real = settings_at(tmp_path / "trial"), settings_at(tmp_path / "real")
    Office.open(replace(trial, illustrative=True)).close()
    with pytest.raises(CchcError, match="bản dùng thử"):
        Office.open(trial)
    office = Office.open(real)
    reference.prepare(office)
    office.close()
    with pytest.raises(CchcError, match="dữ liệu thật"):
        Office.open(replace(real, illustrative=True))
    # Both open again as what they are: a refusal lets the folder go.
    Office.open(replace(trial, illustrative=True)).close()
    Office.open(real).close()


def test_the_try_out_is_not_built_in_a_real_office(office: Office) -> None:
    with pytest.raises(CchcError):
        build(office, ON)
    assert office.version == 0


def test_a_try_out_has_a_folder_of_its_own() -> None:
    assert load_settings({"CCHC_DEMO": "1"}).data_dir != load_settings({}).data_dir
    assert load_settings({"CCHC_DEMO": "1"}).illustrative


def test_an_answer_to_a_code_that_is_not_asked_for_is_an_error(trial: Office) -> None:
    with pytest.raises(KeyError):
        forms.unit_workbook(at(trial), "MH-E", "CCHC", "2026-Q1", {"4.2": workbooks.Filled(1)})


@pytest.mark.parametrize("part", ["value", "text", "nil", "evidence"])
def test_reports_of_every_part_came_in_by_file(trial: Office, part: str) -> None:
    items = at(trial).facts(UNIT_REPORTS, {"part": [part]}, provenance=True)
    assert items["row_no"].notna().any()
