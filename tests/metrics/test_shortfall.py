"""Lost points and distances, their sums, what they are measured against, and what is missing."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.metrics.shortfall import (
    COMPLETENESS_DTYPES,
    REFERENCE_DTYPES,
    TOTALS_DTYPES,
    completeness,
    reference_values,
    shortfalls,
    totals,
)
from cchc_metrics.model import SCALE

COLUMNS = ["node_code", "value", "state", "max_score", "target", "best", "best_entity_id", "peer_mean"]
NUMBERS = ["value", "max_score", "target", "best", "peer_mean"]
ADDED = ["lost_points", "to_target", "to_best", "to_peer_mean", "share_of_lost"]
scores_of_nine_decimals = st.integers(0, 20 * SCALE).map(lambda n: n / SCALE)


def part(code: str, value: float | None, most: float | None = 10.0, **more: Any) -> dict[str, Any]:
    state = "missing" if value is None else "value"
    empty = {"target": None, "best": None, "best_entity_id": (), "peer_mean": None}
    return {"node_code": code, "value": value, "state": state, "max_score": most} | empty | more


def parts(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(NUMBERS, "float64"))


def as_list(values: pd.Series) -> list[Any]:
    return [None if pd.isna(value) else value for value in values]


def test_parts_are_sorted_by_lost_points_and_ties_by_code() -> None:
    result = shortfalls(parts(part("D3", 9.0), part("D1", None), part("D2", 9.0), part("D4", 4.0)))
    assert result["node_code"].tolist() == ["D4", "D2", "D3", "D1"]
    assert as_list(result["lost_points"]) == [6.0, 1.0, 1.0, None]


def test_distances_are_zero_when_met_and_missing_when_a_side_is() -> None:
    met = part("1", 8.0, target=7.0, best=8.0, peer_mean=6.5)
    unmet = part("2", 5.0, target=7.5, best=9.0, peer_mean=5.25)
    open_ = part("3", 3.0)
    missing = part("4", None, target=7.5, best=9.0, peer_mean=5.0)
    result = shortfalls(parts(met, unmet, open_, missing)).set_index("node_code")[ADDED[1:4]]
    assert result.loc["1"].tolist() == [0.0, 0.0, 0.0]
    assert result.loc["2"].tolist() == [2.5, 4.0, 0.25]
    assert as_list(result.loc["3"]) == [None] * 3
    assert as_list(result.loc["4"]) == [None] * 3


def test_lost_points_are_the_printed_decimals_and_not_float_noise() -> None:
    assert 10.5 - 9.78 != 0.72
    assert shortfalls(parts(part("4", 9.78, 10.5)))["lost_points"].tolist() == [0.72]


def test_a_zero_loses_everything_and_a_missing_score_nothing_known() -> None:
    result = shortfalls(parts(part("1", 0.0), part("2", None)))
    assert as_list(result["lost_points"]) == [10.0, None]


def test_a_bonus_above_the_maximum_is_a_negative_loss() -> None:
    result = shortfalls(parts(part("1", 10.5), part("2", 8.0)))
    assert result["lost_points"].tolist() == [2.0, -0.5]
    assert result["share_of_lost"].sum() == pytest.approx(1.0)


def test_exempt_parts_have_no_measures_and_leave_the_shares_to_the_others() -> None:
    exempt = part("2", None, target=5.0, best=9.0, peer_mean=8.0) | {"state": "na"}
    result = shortfalls(parts(part("1", 9.0), exempt, part("3", 7.0))).set_index("node_code")
    assert as_list(result.loc["2", ADDED]) == [None] * 5
    assert result["share_of_lost"].dropna().to_dict() == {"3": 0.75, "1": 0.25}


def test_shares_wait_until_every_part_is_known_and_something_was_lost() -> None:
    assert shortfalls(parts(part("1", 9.0), part("2", None)))["share_of_lost"].isna().all()
    assert shortfalls(parts(part("1", 9.0), part("2", 9.0, None)))["share_of_lost"].isna().all()
    assert shortfalls(parts(part("1", 10.0)))["share_of_lost"].isna().all()


def test_other_columns_travel_with_their_part() -> None:
    named = parts(part("1", 9.0), part("2", 4.0, best_entity_id=("P63-01", "P63-31"))).assign(name=["một", "hai"])
    result = shortfalls(named)
    assert result["name"].tolist() == ["hai", "một"]
    assert result["best_entity_id"].tolist() == [("P63-01", "P63-31"), ()]


@given(st.lists(st.tuples(scores_of_nine_decimals, scores_of_nine_decimals), min_size=1, max_size=12))
@settings(deadline=None, max_examples=60)
def test_lost_points_over_leaves_are_the_maximum_less_the_total(leaves: list[tuple[float, float]]) -> None:
    frame = parts(*(part(f"{place:02d}", value, most) for place, (value, most) in enumerate(leaves)))
    kept = frame.copy(deep=True)
    total = totals(frame).loc[0]
    lost = [round(x * SCALE) for x in shortfalls(frame)["lost_points"]]
    value, most = (sum(round(leaf[side] * SCALE) for leaf in leaves) for side in (0, 1))
    assert sum(lost) == most - value
    assert (total["value"], total["max_score"]) == (value / SCALE, most / SCALE)
    assert total["lost_points"] == (most - value) / SCALE
    pd.testing.assert_frame_equal(frame, kept)


def test_a_total_exists_only_when_all_its_parts_do() -> None:
    row = totals(parts(part("1", 9.0), part("2", None))).loc[0]
    assert as_list(row) == [None, 20.0, None, 2, 0, 1]
    unknown_maximum = totals(parts(part("1", 9.0), part("2", 4.0, None))).loc[0]
    assert as_list(unknown_maximum) == [13.0, None, None, 2, 0, 0]


def test_an_exempt_part_leaves_both_sums() -> None:
    row = totals(parts(part("1", 9.0), part("2", None) | {"state": "na"})).loc[0]
    assert row.tolist() == [9.0, 10.0, 1.0, 1, 1, 0]


def test_the_sum_of_no_parts_is_missing_and_not_zero() -> None:
    for frame in (parts(), pd.DataFrame(columns=COLUMNS), parts(part("1", None) | {"state": "na"})):
        result = totals(frame)
        assert result.dtypes.map(str).to_dict() == TOTALS_DTYPES
        assert as_list(result.loc[0])[:3] == [None] * 3


@pytest.mark.parametrize("frame", [parts(), pd.DataFrame(columns=COLUMNS), parts(part("1", None)), parts(part("1", 1))])
def test_shortfalls_keep_their_shape(frame: pd.DataFrame) -> None:
    result = shortfalls(frame)
    assert result.columns.tolist() == [*COLUMNS, *ADDED]
    assert set(result[[*NUMBERS, *ADDED]].dtypes.map(str)) == {"float64"}
    assert (str(result["node_code"].dtype), str(result["state"].dtype)) == ("str", "str")


def test_a_node_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="node_code"):
        shortfalls(parts(part("1", 1.0), part("1", 2.0)))


def scores(*rows: tuple[str, str, float | None] | tuple[str, str, None, str]) -> pd.DataFrame:
    full = [(*row[:3], row[3] if len(row) > 3 else "missing" if row[2] is None else "value") for row in rows]
    frame = pd.DataFrame(full, columns=["entity_id", "node_code", "value", "state"])
    return frame.astype({"value": "float64"}).assign(period_id="2023")


def test_the_best_is_of_all_and_the_peer_mean_of_members_with_a_value() -> None:
    frame = scores(("a", "D1", 9.0), ("b", "D1", 6.0), ("c", "D1", 7.0), ("d", "D1", None), ("e", "D1", None, "na"))
    row = reference_values(frame, {"b", "c", "d", "e", "elsewhere"}).loc[0]
    assert row.tolist() == ["D1", 9.0, ("a",), 3, 6.5, 2]


def test_all_who_tie_for_best_are_named() -> None:
    frame = scores(("b", "D1", 0.3), ("a", "D1", 0.1 + 0.2), ("c", "D1", 0.2))
    assert reference_values(frame, set()).loc[0, "best_entity_id"] == ("a", "b")


def test_a_node_without_values_has_no_best_and_no_mean() -> None:
    row = reference_values(scores(("a", "D2", None)), {"a"}).loc[0]
    assert as_list(row[["best", "peer_mean"]]) == [None, None]
    assert (row["best_entity_id"], row["n_scored"], row["n"]) == ((), 0, 0)


def test_a_best_of_zero_is_a_best() -> None:
    row = reference_values(scores(("a", "D2", 0.0), ("b", "D2", None)), {"a"}).loc[0]
    assert (row["best"], row["best_entity_id"], row["peer_mean"]) == (0.0, ("a",), 0.0)


def test_references_are_one_row_per_node_whatever_the_row_order() -> None:
    frame = scores(("a", "D2", 1.0), ("a", "D1", 2.0), ("b", "D2", 3.0), ("b", "D1", 1.0))
    result = reference_values(frame, {"a"})
    assert result["node_code"].tolist() == ["D1", "D2"]
    assert result["best"].tolist() == [2.0, 3.0]
    pd.testing.assert_frame_equal(result, reference_values(frame.iloc[::-1], {"a"}))


def test_completeness_tells_value_exempt_missing_and_absent_apart() -> None:
    frame = scores(("a", "D1", 0.0), ("b", "D1", None), ("c", "D1", None, "na"), ("a", "D2", 1.0), ("b", "D2", 2.0))
    result = completeness(frame, 5).set_index("node_code")
    assert result.loc["D1"].tolist() == ["2023", 1, 1, 1, 2]
    assert result.loc["D2"].tolist() == ["2023", 2, 0, 0, 3]
    assert (result[["value", "na", "missing", "absent"]].sum(axis=1) == 5).all()


def test_a_row_that_says_value_and_holds_none_is_missing() -> None:
    result = completeness(scores(("a", "D1", None, "value")), 1)
    assert result.loc[0, ["value", "missing"]].tolist() == [0, 1]


def test_more_entities_than_the_population_are_refused() -> None:
    with pytest.raises(ValueError, match="population"):
        completeness(scores(("a", "D1", 1.0), ("b", "D1", 1.0)), 1)


def test_empty_scores_keep_the_shapes() -> None:
    for frame in (scores(), pd.DataFrame(columns=scores().columns)):
        assert reference_values(frame, {"a"}).dtypes.map(str).to_dict() == REFERENCE_DTYPES
        assert completeness(frame, 63).dtypes.map(str).to_dict() == COMPLETENESS_DTYPES


def test_an_entity_twice_is_refused() -> None:
    twice = scores(("a", "D1", 1.0), ("a", "D1", 2.0))
    with pytest.raises(ValueError, match="entity_id, node_code"):
        reference_values(twice, set())
    with pytest.raises(ValueError, match="entity_id, period_id, node_code"):
        completeness(twice, 63)
