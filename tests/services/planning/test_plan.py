"""Plans on the shipped facts: applied again they reach what they promise."""

from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.metrics.planning import Aim
from cchc_metrics.metrics.ranking import competition_rank, quartile_group
from cchc_metrics.model import SCALE
from cchc_metrics.schema import SCENARIOS, TARGETS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.planning.field import Place, PlanField, plan_field
from cchc_metrics.services.planning.plan import (
    Cap,
    GoalKind,
    Plan,
    PlanGoal,
    Terms,
    drift,
    drift_tested,
    needed,
    plan,
    plan_on,
)
from cchc_metrics.services.planning.scenarios import (
    TargetWish,
    discard,
    parsed_gains,
    save,
    scenarios,
    side_by_side,
    target_entities,
    write_targets,
)
from cchc_metrics.services.planning.targets import goal_of_year
from cchc_metrics.views.scenario.file import export
from cchc_metrics.views.scenario.page import TARGET, Sought, Tried, choices, drift_note, page
from cchc_metrics.views.scenario.sliders import slider_words

PLACE = Place("PAPI", "2024", "P63-45")
RANK_5 = PlanGoal(GoalKind.RANK, rank=5)


def applied(field: PlanField, found: Plan) -> pd.Series:
    """The scores of the whole with the moves added to the stored parts, ours last."""
    parts = dict(zip(field.parts["node_code"], field.parts["value"], strict=True))
    rest = (field.value or 0.0) - sum(parts.values())
    for move in found.moves:
        assert move.after == pytest.approx(parts[move.node] + move.gain, abs=1e-9)
        parts[move.node] = move.after
    ours = round(sum(parts.values()) + rest, 9)
    return pd.Series([*(field.others / SCALE), ours])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    entity=st.sampled_from(["P63-45", "P63-44", "P63-01", "P63-22", "P63-95"]),
    year=st.sampled_from(["2012", "2018", "2023", "2024"]),
    rank=st.integers(1, 58),
    aim=st.sampled_from(list(Aim)),
    cap=st.sampled_from(list(Cap)),
    step=st.sampled_from([0.0, 0.05, 0.5]),
)
def test_moves_applied_to_the_facts_give_the_rank_they_promise(
    shipped: Desk, *, entity: str, year: str, rank: int, aim: Aim, cap: Cap, step: float
) -> None:
    field = plan_field(shipped, Place("PAPI", year, entity))
    if field.problem:
        return
    found = plan_on(shipped, field, PlanGoal(GoalKind.RANK, rank=rank), Terms(aim, cap, step))
    scores = applied(field, found)
    assert competition_rank(scores).iloc[-1] == found.after.rank
    assert found.feasible == (found.after.rank is not None and found.after.rank <= rank)
    if found.feasible and not step and found.moves:
        assert found.after.value == found.value_needed


@pytest.mark.parametrize("group", ["1", "2", "3"])
def test_a_group_goal_lands_in_that_group(shipped: Desk, group: str) -> None:
    field = plan_field(shipped, Place("PAPI", "2022", "P63-45"))
    found = plan_on(shipped, field, PlanGoal(GoalKind.GROUP, group=group), Terms(cap=Cap.MAXIMUM))
    assert quartile_group(applied(field, found)).iloc[-1] <= int(group)
    assert found.after.group <= group


def test_a_fixed_part_stays_and_what_is_left_may_not_be_enough(shipped: Desk) -> None:
    terms = Terms(cap=Cap.BEST, fixed=("D1", "D2", "D4", "D5", "D6", "D7", "D8"))
    found = plan(shipped, PLACE, PlanGoal(GoalKind.RANK, rank=1), terms)
    assert not found.feasible
    assert "giữ nguyên 7 nội dung" in found.reason
    assert {move.node for move in found.moves} == {"D3"}
    assert found.after.rank is not None
    assert 1 < found.after.rank < 14


def test_a_move_names_who_is_there_already(shipped: Desk) -> None:
    found = plan(shipped, PLACE, RANK_5, Terms(cap=Cap.BEST))
    wide = found.moves[0]
    assert (wide.node, wide.count, wide.holders) == ("D6", 1, ("Quảng Ninh",))
    assert found.after.level_with == ("Ninh Thuận",)


def test_a_province_whose_total_is_withheld_still_holds_the_parts_it_published(shipped: Desk) -> None:
    found = plan(shipped, Place("PAPI", "2018", "P63-84"), PlanGoal(GoalKind.RANK, rank=3), Terms(cap=Cap.BEST))
    highest = next(move for move in found.moves if move.node == "D7")
    assert (highest.count, highest.holders) == (1, ("Đồng Tháp",))


@pytest.mark.parametrize("year", ["2014", "2018", "2022"])
def test_who_is_there_already_is_counted_among_all_published_scores_of_the_part(shipped: Desk, year: str) -> None:
    published = pd.read_csv(
        shipped.office.settings.reference_dir / "papi_dimension.csv", dtype=str, usecols=[1, 4, 7]
    ).set_axis(["year", "part", "score"], axis=1)
    counted = pd.to_numeric(published["score"].str.replace(",", "."), errors="coerce").notna()
    expected = published[counted & (published["year"] == year)]["part"].value_counts().to_dict()
    held = plan_field(shipped, Place("PAPI", year, "P63-84")).held
    assert held.notna().sum().to_dict() == {part: count for part, count in expected.items() if part in held}


def test_what_a_year_can_bring_is_the_usual_cap_and_beyond_it_the_page_says_so(shipped: Desk) -> None:
    assert Terms().cap is Cap.ATTAINABLE
    field = plan_field(shipped, PLACE)
    far = PlanGoal(GoalKind.VALUE, value=60.0)
    top = plan(shipped, PLACE, far, Terms())
    for move in top.moves:
        rises = field.rises[move.node]
        assert move.gain == pytest.approx(max(0.0, float(pd.Series(rises).quantile(0.9))), abs=1e-9)
    assert not top.feasible
    assert "chín phần mười số lần thay đổi trong một năm" in top.reason
    assert plan(shipped, PLACE, far, Terms(cap=Cap.MAXIMUM)).feasible


def test_each_move_says_how_often_a_year_brought_as_much(shipped: Desk) -> None:
    """D6 +0.97, the widest move to the fifth rank: 1 of 743 comparable yearly changes was as large, and 15 of 60 across
    the step of 2020 to 2021, which looks like another measurement.
    """
    wide = plan(shipped, PLACE, RANK_5, Terms(cap=Cap.BEST)).moves[0]
    assert wide.node == "D6"
    assert wide.gain == pytest.approx(0.97, abs=0.02)
    assert (wide.times, wide.of) == (1, 743)
    view = page(shipped, Sought(PLACE, "rank", "5", cap="best"))
    assert "1 trong 743 lần" in {cell for row in view.table.rows for cell in row.cells}


def test_the_drift_held_the_actual_rank_in_most_years_and_says_so_year_by_year(shipped: Desk) -> None:
    tested = drift_tested(shipped, PLACE)
    assert tested["inside"].sum() / tested["n"].sum() >= 0.7
    note = drift_note(shipped, PLACE)
    assert "2024: " in note
    assert "lần (" in note


def test_withheld_provinces_are_out_of_the_field_and_named(shipped: Desk) -> None:
    field = plan_field(shipped, PLACE)
    assert field.withheld == ("Tiền Giang", "Vĩnh Phúc")
    assert len(field.rivals) + 1 == 61


def test_an_index_without_its_parts_says_so(shipped: Desk) -> None:
    field = plan_field(shipped, Place("PAR INDEX", "2023", "P63-45"))
    assert field.problem.startswith("PAR INDEX: chưa có bảng tiêu chí")
    with pytest.raises(UnknownNameError, match="chưa có bảng tiêu chí"):
        plan_on(shipped, field, RANK_5, Terms())


def test_a_rank_that_there_is_not_is_refused(shipped: Desk) -> None:
    field = plan_field(shipped, PLACE)
    with pytest.raises(UnknownNameError, match="từ 1 đến 61"):
        needed(field, PlanGoal(GoalKind.RANK, rank=62))


def test_drift_is_seeded_and_tells_the_years_it_draws_from(shipped: Desk) -> None:
    field = plan_field(shipped, PLACE)
    one, again = (drift(shipped, field, field.exact, rank=10) for _ in range(2))
    assert one == again
    assert one is not None
    assert one.spread.years[-1] == 2023
    assert one.spread.low <= one.spread.median <= one.spread.high


def test_more_years_widen_the_span_of_the_drift_and_without_a_tested_past_there_is_none(shipped: Desk) -> None:
    field = plan_field(shipped, Place("PAPI", "2024", "P63-45", "D2"))
    near, far = (drift(shipped, field, field.exact, years=years) for years in (1, 3))
    assert near is not None
    assert far is not None
    assert far.spread.high - far.spread.low >= near.spread.high - near.spread.low
    whole = plan_field(shipped, PLACE)
    assert drift(shipped, whole, whole.exact, years=3) is None


def test_tried_parts_are_told_with_what_was_before(shipped: Desk) -> None:
    view = page(shipped, Tried(PLACE, (("D1", "0,5"),)))
    assert "+0,50 điểm thì 45,25 điểm" in view.title
    assert "Trước đó: 44,75 điểm" in view.finding
    assert view.gains == (("D1", "0,5"),)


def test_what_cannot_be_typed_is_named_and_left_out(shipped: Desk) -> None:
    view = page(shipped, Tried(PLACE, (("D1", "nhiều"), ("D2", "99"))))
    assert len(view.problems) == 2
    assert view.gains == ()


def test_a_slider_says_where_no_province_of_the_year_is() -> None:
    assert slider_words(7 * SCALE, SCALE, 8 * SCALE) == "8,00 (+1,00)"
    assert slider_words(7 * SCALE, 2 * SCALE, 8 * SCALE) == "9,00 (+2,00), trên mức cao nhất 8,00"
    assert slider_words(7 * SCALE, 0, 6 * SCALE) == "7,00, giữ nguyên"


def test_a_sought_goal_says_the_least_gain_and_the_tie(shipped: Desk) -> None:
    view = page(shipped, Sought(PLACE, "rank", "5", cap="best"))
    assert "để đạt hạng 5/61 cần tăng ít nhất 0,99 điểm" in view.title
    assert view.table.rows[-1].cells[2] == "+0,99"  # the whole: the sum that the title names
    assert "cùng hạng với Ninh Thuận" in view.finding


def test_a_plan_is_saved_once_under_a_name_and_laid_beside_the_scores(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    half = SCALE // 2
    assert save(desk, PLACE, {"D1": half, "D6": 0}, "  Nâng   trục 1 ").entry is not None
    (row,) = desk.facts(SCENARIOS).to_dict("records")
    assert (row["scenario"], row["node_code"]) == ("Nâng trục 1", "D1")
    assert scenarios(desk, PLACE) == {"Nâng trục 1": {"D1": row["value"]}}
    assert save(desk, PLACE, {"D2": half}, "Nâng trục 1").problems
    assert save(desk, PLACE, {}, "Không đổi").problems
    table = side_by_side(desk, plan_field(desk, PLACE))
    moved = table["Nâng trục 1"] - table["now"]
    assert moved.round(9).tolist() == [0.5, 0, 0, 0, 0, 0, 0, 0, 0.5]
    assert table.attrs["ranks"]["Nâng trục 1"][0] < table.attrs["ranks"]["now"][0]
    assert list(choices(desk, PLACE).saved) == ["Nâng trục 1"]


def test_the_file_of_a_plan_holds_its_numbers(shipped: Desk) -> None:
    book = openpyxl.load_workbook(BytesIO(export(shipped, PLACE, {"D1": SCALE // 2})))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("Mã", "Nội dung", "Đang có", "Đang xem")
    assert rows[1][3] - rows[1][2] == pytest.approx(0.5)
    assert len(rows) == 10


def test_a_plan_becomes_targets_of_the_province_that_will_be_measured(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert [info.id for info in target_entities(desk, PLACE, "2026")] == ["P34-44"]
    assert [info.id for info in target_entities(desk, PLACE, "2024")] == ["P63-45", "P34-44"]
    wish = TargetWish(PLACE, {"D1": SCALE // 2}, "P34-44", "2026", "Kế hoạch 12/KH-UBND")
    done = write_targets(desk, wish)
    assert done.entry is not None
    stored = Desk.at(stocked, LOCAL_OPERATOR).facts(TARGETS)
    assert set(stored["node_code"]) == {"D1", "TOTAL"}
    assert stored["note"].str.contains("Chuyển từ phương án đang xem").all()
    assert "Quảng Trị (cũ)" in done.entry.note


def test_targets_need_a_legal_basis_and_a_province_of_that_year(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    wish = TargetWish(PLACE, {"D1": SCALE // 2}, "P63-45", "2026", "Kế hoạch 12/KH-UBND")
    with pytest.raises(UnknownNameError, match="không còn là đơn vị"):
        write_targets(desk, wish)
    assert write_targets(desk, TargetWish(PLACE, {"D1": 1}, "P34-44", "2026", " ")).problems
    assert desk.facts(TARGETS).empty


def test_typed_changes_are_exact_with_a_comma_or_a_point(shipped: Desk) -> None:
    gains, problems = parsed_gains(plan_field(shipped, PLACE), {"D1": "0,1", "D2": "-0.2", "D3": "−0,3", "D4": ""})
    assert problems == ()
    assert gains == {"D1": SCALE // 10, "D2": -SCALE // 5, "D3": -3 * SCALE // 10}


def test_a_target_that_was_set_is_a_goal_of_its_own(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert not choices(desk, PLACE).targets
    wish = TargetWish(PLACE, {"D1": SCALE // 2}, "P34-44", "2027", "Kế hoạch 1/KH-UBND")
    assert write_targets(desk, wish).entry is not None
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    ((code, label),) = choices(desk, PLACE).targets.items()
    assert label == "mục tiêu 45,247268 điểm năm 2027 của Quảng Trị (từ 01/7/2025)"
    view = page(desk, Sought(PLACE, TARGET, code, cap=Cap.BEST))
    assert f"để đạt {label} cần tăng ít nhất 0,50 điểm" in view.title
    assert goal_of_year(desk, PLACE, 2027).value == pytest.approx(45.247268)
    with pytest.raises(UnknownNameError, match="chưa có mục tiêu PAPI năm 2026"):
        goal_of_year(desk, PLACE, 2026)


def test_a_saved_plan_is_taken_away_and_history_keeps_it(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert save(desk, PLACE, {"D1": SCALE // 2}, "Bỏ đi").entry is not None
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert "Bỏ đi" in scenarios(desk, PLACE)
    entry = discard(desk, PLACE, "Bỏ đi", "thử xong")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert "Bỏ đi" not in scenarios(desk, PLACE) and entry.note == "thử xong"
    # What was typed or taken away on the screen came in no file.
    assert [one.original_size for one in stocked.store.entries()[:2]] == [0, 0]
    with pytest.raises(UnknownNameError):
        discard(desk, PLACE, "Bỏ đi", "lần nữa")
