"""On course or not, on the shipped facts; and the numbers of docs/methodology.md."""

import json

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.metrics import simulation
from cchc_metrics.metrics.trajectory import Status
from cchc_metrics.schema import TARGETS
from cchc_metrics.services.indices.targets import TargetForm, TargetKey, save
from cchc_metrics.services.indices.trajectory import Goal, backtested, course
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.planning.field import Place, past_of
from cchc_metrics.views.trajectory.page import TrajectoryFilters, answer, backtest_view, page

OURS = "P63-45"
_METHODS = {"no_change": "no change", "median": "median change", "theil_sen": "Theil–Sen"}


def documented() -> str:
    return (PROJECT / "docs" / "methodology.md").read_text(encoding="utf-8")


def test_the_documented_back_test_is_what_the_code_computes(shipped: Desk) -> None:
    text, rows = documented(), backtested(shipped, "PAPI")
    for row in rows[rows["method"].isin(_METHODS)].to_dict("records"):
        about = {"parts": "D1–D8", "total": "total"}[row["about"]]
        held = f"{row['coverage'] * 100:.1f} %" if row["tested"] else "–"
        line = (
            f"| {about} | {_METHODS[row['method']]} | {row['horizon']} | {row['median_abs']:.3f} | {row['n']} "
            f"| {held} | {row['tested']} |"
        )
        assert line in text, line


def test_no_trend_beats_no_change_which_is_therefore_projected(shipped: Desk) -> None:
    rows = backtested(shipped, "PAPI")
    for _, at in rows.groupby(["about", "horizon"]):
        assert at.loc[at["median_abs"].idxmin(), "method"] == "no_change"


def test_the_documented_share_of_held_ranks_is_what_the_code_computes(shipped: Desk) -> None:
    found = {
        node: simulation.rank_backtest(past_of(shipped, Place("PAPI", "2024", OURS, node)).stretches)
        for node in ("TOTAL", *(f"D{number}" for number in range(1, 9)))
    }
    inside = {node: (int(rows["inside"].sum()), int(rows["n"].sum())) for node, rows in found.items()}
    total, parts = inside.pop("TOTAL"), [sum(pair) for pair in zip(*inside.values(), strict=True)]
    words = " ".join(documented().split())
    assert f"{100 * parts[0] / parts[1]:.1f} % of {parts[1]} cases on D1–D8" in words
    assert f"{100 * total[0] / total[1]:.1f} % of {total[1]} on the total" in words


def test_the_stretch_begins_after_the_last_break(shipped: Desk) -> None:
    assert course(shipped, "PAPI", OURS).stretch["period_id"].tolist() == ["2020", "2021", "2022", "2023", "2024"]
    assert course(shipped, "PAPI", OURS, "D3").stretch["period_id"].iloc[0] == "2021"


def test_a_tried_goal_is_judged_and_stored_nowhere(shipped: Desk) -> None:
    version = shipped.office.version
    found = course(shipped, "PAPI", OURS, tried=Goal(46.0, 2026, tried=True))
    assert found.required == pytest.approx((46 - 44.747268) / 2)
    assert found.status is Status.SLOW
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
    assert [(trace.x[0], trace.x[-1]) for trace in solid] == [(2011, 2017), (2018, 2019), (2020, 2024)]
    estimated = [trace for trace in figure.data if trace.line.dash in ("dash", "dot")]
    assert estimated
    assert all(trace.x[0] == 2024 for trace in estimated)


def test_the_card_writes_the_formula_with_its_numbers(shipped: Desk) -> None:
    card = " ".join(page(shipped, TrajectoryFilters("PAPI", OURS, tried="46", by=2026)).card)
    assert "(46,00 − 44,75) / 2 = +0,63 điểm mỗi năm" in card
    assert "trung vị của 4 thay đổi từng năm từ 2020 đến 2024 (−2,37; −0,62; +1,00; +1,98)" in card


def test_a_goal_beyond_three_years_is_not_held_against_a_band(shipped: Desk) -> None:
    view = page(shipped, TrajectoryFilters("PAPI", OURS, tried="46", by=2030))
    assert "xa hơn ba năm" in view.finding


def test_an_unreadable_goal_is_named(shipped: Desk) -> None:
    view = page(shipped, TrajectoryFilters("PAPI", OURS, tried="nhiều", by=2026))
    assert "«nhiều»" in view.problem


def test_the_whole_index_s_back_test_can_be_shown_or_is_absent(shipped: Desk) -> None:
    table = backtest_view(shipped, "PAPI")
    assert table is not None
    assert len(table.rows) == 12
    assert backtest_view(shipped, "PAR INDEX") is None


def test_the_answer_can_be_written_as_json(shipped: Desk) -> None:
    found = course(shipped, "PAPI", OURS, tried=Goal(46.0, 2026, tried=True))
    told = json.loads(json.dumps(answer(shipped, found)))
    assert told["status"] == "slow"
    assert [one["period"] for one in told["projection"]] == ["2025", "2026", "2027"]
