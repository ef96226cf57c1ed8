"""Lost points in order, by unit, by kind; against peers; groups over the years."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics import lost_points
from cchc_metrics.model import scaled


def parts(**lost: float | None) -> pd.DataFrame:
    return pd.DataFrame({"key": list(lost), "lost_points": pd.Series(list(lost.values()), dtype="float64")})


def test_the_most_lost_stands_first_and_shares_run_to_the_whole() -> None:
    table = lost_points.pareto(parts(a=1.0, b=3.0, c=0.0))
    assert table["key"].tolist() == ["b", "a", "c"]
    assert table["cumulative"].tolist() == [0.75, 1.0, 1.0]


def test_one_unknown_part_leaves_no_share() -> None:
    table = lost_points.pareto(parts(a=1.0, b=None))
    assert table["key"].tolist() == ["a", "b"]
    assert table[["share", "cumulative"]].isna().all(axis=None)


def test_nothing_lost_has_no_share() -> None:
    assert lost_points.pareto(parts(a=0.0))["share"].isna().all()


def units(*rows: tuple[str, int, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["node_code", "year_from", "unit"])


PARENTS = {"TOTAL": "", "1": "TOTAL", "1.1": "1", "2": "TOTAL"}


def test_a_part_inherits_the_unit_of_its_parent() -> None:
    found = lost_points.responsible(PARENTS, units(("1", 2020, "Sở A")), 2024)
    assert found == {"1": "Sở A", "1.1": "Sở A"}


def test_its_own_unit_comes_before_the_parents_and_the_latest_year_holds() -> None:
    table = units(("1", 2020, "Sở A"), ("1.1", 2020, "Sở B"), ("1.1", 2023, "Sở C"), ("1.1", 2025, "Sở D"))
    assert lost_points.responsible(PARENTS, table, 2024)["1.1"] == "Sở C"


def test_before_the_first_year_nobody_is_in_charge() -> None:
    assert lost_points.responsible(PARENTS, units(("1", 2026, "Sở A")), 2024) == {}


def test_lost_points_by_unit_keep_nobody_last() -> None:
    table = lost_points.by_unit(parts(a=1.0, b=3.0, c=2.5).assign(unit=["Sở A", "", "Sở A"]))
    assert table["unit"].tolist() == ["Sở A", ""]
    assert table["lost_points"].tolist() == [3.5, 3.0]
    assert table["nodes"].iloc[0] == ("c", "a")


def scores(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["entity_id", "node_code", "value"]).astype({"value": "float64"})
    return frame.assign(state=np.where(frame["value"].isna(), "missing", "value"))


def test_the_median_of_peers_leaves_us_out_and_counts_those_with_a_value() -> None:
    rows = [("us", "a", 5.0), ("p", "a", 1.0), ("q", "a", 2.0), ("r", "a", None)]
    found = lost_points.against_peers(scores(*rows), "us", ["us", "p", "q", "r"]).iloc[0]
    assert (found["median"], found["difference"], found["n"]) == (1.5, 3.5, 2)


def test_without_peers_there_is_no_difference() -> None:
    found = lost_points.against_peers(scores(("us", "a", 5.0)), "us", []).iloc[0]
    assert pd.isna(found["difference"]) and found["n"] == 0


def test_self_less_appraised_is_told_only_where_both_are_there() -> None:
    rows = [("1", "self", 9.5), ("1", "appraised", 9.0), ("2", "self", 5.0), ("3", "appraised", 7.0)]
    frame = pd.DataFrame(rows, columns=["node_code", "score_kind", "value"]).assign(state="value")
    table = lost_points.kind_gaps(frame).set_index("node_code")
    assert table.loc["1", "difference"] == 0.5
    assert table.loc[["2", "3"], "difference"].isna().all()


def test_groups_are_withheld_below_the_coverage_and_for_the_missing() -> None:
    rows = [(f"p{place}", "a", "2023", float(place)) for place in range(8)] + [("us", "a", "2023", None)]
    frame = pd.DataFrame(rows, columns=["entity_id", "node_code", "period_id", "value"])
    frame = frame.assign(state=np.where(frame["value"].isna(), "missing", "value"))
    grid = lost_points.quartile_grid(frame, "us", population=9, coverage=0.8)
    assert grid["quartile"].isna().all() and grid["n"].tolist() == [8]
    assert lost_points.quartile_grid(frame, "p7", population=9, coverage=0.8)["quartile"].tolist() == [1]
    assert lost_points.quartile_grid(frame, "p7", population=9, coverage=0.9)["quartile"].isna().all()


@given(
    st.integers(0, 10**10),
    st.integers(0, 10**10),
    st.lists(st.one_of(st.none(), st.integers(0, 10**9)), max_size=6),
)
def test_the_way_to_a_level_closes_exactly(value: int, level: int, gaps: list[int | None]) -> None:
    steps = pd.Series([None if gap is None else gap / 1e9 for gap in gaps], dtype="float64")
    rest = lost_points.way_up(value / 1e9, level / 1e9, steps)
    assert value + int(scaled(steps).dropna().sum()) + int(scaled(rest).iloc[0]) == level


def test_a_part_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="more than one row"):
        lost_points.pareto(pd.concat([parts(a=1.0), parts(a=2.0)]))


def test_every_kind_of_score_stands_in_its_own_column_and_a_missing_one_in_none() -> None:
    rows = [("1", "self", 9.5), ("1", "appraised", 9.75), ("1", "survey", 3.0), ("1", "published", 8.0)]
    rows += [("2", "self", None), ("2", "appraised", 5.0)]
    frame = pd.DataFrame(rows, columns=["node_code", "score_kind", "value"])
    frame = frame.assign(state=np.where(frame["value"].isna(), "missing", "value"))
    table = lost_points.kind_gaps(frame).set_index("node_code")
    assert table.loc["1"].to_dict() == {
        "self": 9.5,
        "appraised": 9.75,
        "survey": 3.0,
        "published": 8.0,
        "difference": -0.25,
    }
    assert table.loc["2"].drop("appraised").isna().all() and table.loc["2", "appraised"] == 5.0
    with pytest.raises(ValueError, match="more than one row"):
        lost_points.kind_gaps(pd.concat([frame, frame]))
