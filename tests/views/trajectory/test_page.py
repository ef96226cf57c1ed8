"""On course or not, on the shipped facts; and the numbers of docs/methodology.md."""

import json

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.metrics.trajectory import Status
from cchc_metrics.schema import TARGETS
from cchc_metrics.services.indices.contest import backtested, calibration
from cchc_metrics.services.indices.targets import TargetForm, TargetKey, save
from cchc_metrics.services.indices.trajectory import Goal, course
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.trajectory.page import TrajectoryFilters, answer, backtest_view, chances_view, page

OURS = "P63-45"

PARTS = tuple(f"D{number}" for number in range(1, 9))


def test_the_projection_misses_by_less_than_no_change_and_its_bands_score_better(shipped: Desk) -> None:
    rows = backtested(shipped, "PAPI").query("n > 0").set_index(["about", "method", "horizon"])
    for about, horizon in rows.index.droplevel("method").unique():
        own, kept = rows.loc[(about, "shrink", horizon)], rows.loc[(about, "no_change", horizon)]
        assert own["rmse"] < kept["rmse"]
        if own["tested"]:
            assert own["interval_score"] < kept["interval_score"]


def test_bands_hold_about_the_share_they_say_and_three_years_of_the_total_are_untested(shipped: Desk) -> None:
    rows = backtested(shipped, "PAPI").set_index(["about", "method", "horizon"])
    for horizon in (1, 2):
        assert 0.78 <= rows.loc[("parts", "shrink", horizon), "coverage"] <= 0.9
    assert rows.loc[("total", "shrink", 3), "tested"] == 0
    ahead = course(shipped, "PAPI", OURS).ahead
    assert [one.low is None for one in ahead][-1]
    assert not any(one.high is not None for one in ahead if one.low is None)


def test_chances_came_true_about_as_often_as_they_said(shipped: Desk) -> None:
    found = calibration(shipped, "PAPI")
    crowded = found.table[found.table["n"] >= 300]
    assert len(crowded) >= 8
    assert (crowded["said"] - crowded["reached"]).abs().max() <= 0.12
    assert found.brier < 0.8 * found.base


def test_the_stretch_begins_after_the_last_break(shipped: Desk) -> None:
    assert course(shipped, "PAPI", OURS).stretch["period_id"].tolist() == ["2021", "2022", "2023", "2024"]
    assert course(shipped, "PAPI", OURS, "D3").stretch["period_id"].iloc[0] == "2021"


def test_a_tried_goal_is_judged_and_stored_nowhere(shipped: Desk) -> None:
    version = shipped.office.version
    found = course(shipped, "PAPI", OURS, asked=Goal(46.0, 2025, tried=True))
    assert found.required == pytest.approx(46 - 44.747268)
    assert found.status in (Status.UNLIKELY, Status.REMOTE)
    assert found.chance is not None
    assert found.chance < 0.5
    assert shipped.office.version == version
    assert shipped.facts(TARGETS).empty


def test_a_stored_target_gives_the_status(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    key = TargetKey(OURS, "PAPI", "TOTAL", "2024", "value")
    assert save(desk, TargetForm(key, "44", "Kế hoạch 1/KH")).entry is not None
    found = course(Desk.at(stocked, LOCAL_OPERATOR), "PAPI", OURS)
    assert found.status is Status.MET
    assert found.goal is not None
    assert not found.goal.tried


def test_nothing_is_projected_from_two_comparable_years(shipped: Desk) -> None:
    found = course(shipped, "PAR INDEX", OURS)
    assert found.ahead == ()
    assert found.pace is None
    view = page(shipped, TrajectoryFilters("PAR INDEX", OURS, tried="90", by=2026))
    assert "chưa nói được nhịp các năm qua" in view.finding
    assert "cần ít nhất 3 năm" in " ".join(view.card)


def test_a_merged_province_has_no_series_and_points_to_its_predecessors(shipped: Desk) -> None:
    view = page(shipped, TrajectoryFilters("PAPI", "P34-44", tried="46", by=2026))
    assert view.figure is None
    assert "chưa có chuỗi kết quả riêng" in view.empty_title
    assert {entity for entity, _ in view.see_before} == {"P63-44", "P63-45"}


def test_no_drawn_line_crosses_a_break(shipped: Desk) -> None:
    figure = page(shipped, TrajectoryFilters("PAPI", OURS)).figure
    assert figure is not None
    solid = [trace for trace in figure.data if trace.line.dash is None and trace.line.width == 3]
    assert [(trace.x[0], trace.x[-1]) for trace in solid] == [
        (2011, 2015),
        (2016, 2017),
        (2018, 2018),
        (2019, 2019),
        (2020, 2020),
        (2021, 2024),
    ]
    estimated = [trace for trace in figure.data if trace.line.dash in ("dash", "dot")]
    assert estimated
    assert all(trace.x[0] >= 2024 for trace in estimated)
    # Beyond the years that were held against the past the line is lighter.
    assert [(trace.x[0], trace.opacity) for trace in estimated if trace.opacity not in (None, 1)] == [(2025, 0.55)]


def test_the_card_writes_the_formula_with_its_numbers(shipped: Desk) -> None:
    card = " ".join(page(shipped, TrajectoryFilters("PAPI", OURS, tried="46", by=2026)).card)
    assert "(46,00 − 44,75) / 2 = +0,63 điểm mỗi năm" in card
    assert "trung vị của 3 thay đổi từng năm từ 2021 đến 2024 (−0,62; +1,00; +1,98)" in card


def test_a_goal_beyond_three_years_is_not_held_against_a_band(shipped: Desk) -> None:
    view = page(shipped, TrajectoryFilters("PAPI", OURS, tried="46", by=2030))
    assert "xa hơn ba năm" in view.finding


def test_an_unreadable_goal_is_named(shipped: Desk) -> None:
    view = page(shipped, TrajectoryFilters("PAPI", OURS, tried="nhiều", by=2026))
    assert "«nhiều»" in view.problem


def test_the_whole_index_s_back_test_can_be_shown_or_is_absent(shipped: Desk) -> None:
    table = backtest_view(shipped, "PAPI")
    assert table is not None
    assert len(table.rows) == 15
    assert backtest_view(shipped, "PAR INDEX") is None
    assert chances_view(shipped, "PAR INDEX") is None


def test_the_answer_can_be_written_as_json(shipped: Desk) -> None:
    found = course(shipped, "PAPI", OURS, asked=Goal(46.0, 2025, tried=True))
    told = json.loads(json.dumps(answer(shipped, found)))
    assert told["status"] in ("unlikely", "remote")
    assert 0 < told["chance"] < 0.5
    assert [one["period"] for one in told["projection"]] == ["2025", "2026", "2027"]
