"""What an estimate on the base of 34 promises."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.lineage import Method, incomplete, links, pro_forma, rank_bounds, shares
from cchc_metrics.metrics.ranking import competition_rank
from cchc_metrics.model import SCALE, scaled

SCORES = st.one_of(st.none(), st.integers(0, 80 * SCALE).map(lambda n: n / SCALE))
WEIGHTS = st.integers(1, 10**12).map(lambda n: n / 1000)
ENTITIES = pd.DataFrame(
    [
        ("P63-01", "province", "Hà Nội", "P34-01"),
        ("P63-44", "province", "Quảng Bình", "P34-44"),
        ("P63-45", "province", "Quảng Trị", "P34-44"),
        ("P63-17", "province", "Hòa Bình", "P34-25"),
        ("P63-25", "province", "Phú Thọ", "P34-25"),
        ("P63-26", "province", "Vĩnh Phúc", "P34-25"),
        ("P34-01", "province", "Hà Nội", None),
        ("P34-44", "province", "Quảng Trị", None),
        ("P34-25", "province", "Phú Thọ", None),
        ("VN", "country", "Cả nước", None),
    ],
    columns=["entity_id", "entity_type", "name", "successor_id"],
).astype("str")
OLD = [entity for entity in ENTITIES["entity_id"] if entity.startswith("P63")]
LINKS = links(ENTITIES)


def scores(values: dict[str, float | None], period: str = "2024", state: str = "") -> pd.DataFrame:
    """One row per province that is named."""
    frame = pd.DataFrame({"entity_id": list(values), "value": pd.Series(list(values.values()), dtype="float64")})
    states = [state or ("missing" if pd.isna(value) else "value") for value in frame["value"]]
    return frame.assign(period_id=period, state=states)


def weights_of(values: list[float]) -> pd.DataFrame:
    return pd.DataFrame({"entity_id": OLD, "weight": values})


def one(frame: pd.DataFrame, entity: str = "P34-44") -> pd.Series:
    return frame[frame["entity_id"] == entity].iloc[0]


all_scores = st.fixed_dictionaries(dict.fromkeys(OLD, SCORES))
all_weights = st.lists(WEIGHTS, min_size=len(OLD), max_size=len(OLD)).map(weights_of)


def test_the_namesake_stands_first_and_a_lone_predecessor_is_unchanged() -> None:
    merged = LINKS[LINKS["successor_id"] == "P34-44"]
    assert merged["predecessor_id"].tolist() == ["P63-45", "P63-44"]
    assert merged["namesake"].tolist() == [True, False]
    assert LINKS.set_index("predecessor_id")["unchanged"].to_dict() == {**dict.fromkeys(OLD, False), "P63-01": True}


@given(all_weights)
def test_shares_of_a_successor_sum_to_one(weights: pd.DataFrame) -> None:
    summed = shares(LINKS, weights).groupby("successor_id")["share"].sum()
    assert np.allclose(summed, 1.0, atol=1e-12)


@given(all_scores, all_weights)
def test_the_band_contains_the_mean_and_the_namesake(values: dict[str, float | None], weights: pd.DataFrame) -> None:
    for method in Method:
        found = pro_forma(scores(values), LINKS, weights, method)
        full = found[found["low"].notna()]
        value, low, high = (scaled(full[name]) for name in ("value", "low", "high"))
        assert bool(((low <= value) & (value <= high)).all())


@given(all_scores, all_weights, st.sampled_from(list(Method)))
def test_an_unchanged_province_is_identical_on_both_bases(
    values: dict[str, float | None], weights: pd.DataFrame, method: Method
) -> None:
    row = one(pro_forma(scores(values), LINKS, weights, method), "P34-01")
    published = values["P63-01"]
    assert not row["estimate"]
    assert pd.isna(row["value"]) if published is None else row["value"] == published
    assert row["state"] == ("missing" if published is None else "value")


@given(st.integers(0, 80 * SCALE), st.integers(0, 80 * SCALE), st.integers(1, 10**9), st.integers(1, 10**9))
def test_the_mean_is_exact_and_rounded_once(first: int, second: int, one_weight: int, other_weight: int) -> None:
    weights = pd.DataFrame({"entity_id": ["P63-44", "P63-45"], "weight": [float(one_weight), float(other_weight)]})
    given_scores = scores({"P63-44": first / SCALE, "P63-45": second / SCALE})
    value = scaled(pro_forma(given_scores, LINKS, weights, Method.WEIGHTED)["value"]).iloc[0]
    total = one_weight + other_weight
    error = abs(int(value) * total - (first * one_weight + second * other_weight))
    assert 2 * error <= total


@given(all_scores, all_weights)
def test_the_order_of_rows_does_not_matter(values: dict[str, float | None], weights: pd.DataFrame) -> None:
    frame = scores(values)
    again = pro_forma(frame.iloc[::-1], LINKS.iloc[::-1], weights.iloc[::-1], Method.WEIGHTED)
    pd.testing.assert_frame_equal(pro_forma(frame, LINKS, weights, Method.WEIGHTED), again)


def test_a_merged_province_with_a_missing_predecessor_has_no_estimate() -> None:
    for method in (Method.WEIGHTED, Method.BAND):
        row = one(pro_forma(scores({"P63-44": 40.0, "P63-45": None}), LINKS, None, method))
        assert pd.isna(row["value"])
        assert (row["state"], row["parts"], row["known"]) == ("missing", 2, 1)
        assert pd.isna(row["low"])


def test_an_absent_row_counts_as_missing() -> None:
    assert one(pro_forma(scores({"P63-44": 40.0}), LINKS, None, Method.WEIGHTED))["state"] == "missing"


def test_the_old_method_asks_only_for_the_namesake() -> None:
    row = one(pro_forma(scores({"P63-44": None, "P63-45": 44.5}), LINKS, None, Method.OLD))
    assert (row["value"], row["estimate"]) == (44.5, True)
    assert one(pro_forma(scores({"P63-44": 44.5, "P63-45": None}), LINKS, None, Method.OLD))["state"] == "missing"


def test_zero_is_a_value() -> None:
    assert one(pro_forma(scores({"P63-44": 0.0, "P63-45": 1.0}), LINKS, None, Method.WEIGHTED))["value"] == 0.5


def test_a_province_that_a_set_does_not_weigh_whole_has_no_weighted_estimate() -> None:
    weights = pd.DataFrame({"entity_id": ["P63-44"], "weight": [3.0]})
    given_scores = scores({"P63-44": 40.0, "P63-45": 42.0, "P63-01": 45.0})
    found = pro_forma(given_scores, LINKS, weights, Method.WEIGHTED)
    assert one(found)["state"] == "missing"
    assert one(found, "P34-01")["value"] == 45.0
    assert incomplete(LINKS, weights) == ("P34-44",)


def test_a_weight_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 0"):
        shares(LINKS, pd.DataFrame({"entity_id": ["P63-44"], "weight": [0.0]}))


def test_published_scores_are_left_as_they_are() -> None:
    frame = scores({"P63-44": 40.0, "P63-45": 42.0})
    before = frame.copy(deep=True)
    pro_forma(frame, LINKS, None, Method.WEIGHTED)
    pd.testing.assert_frame_equal(frame, before)


def test_an_exempt_province_that_was_not_merged_stays_exempt() -> None:
    assert one(pro_forma(scores({"P63-01": None}, state="na"), LINKS, None, Method.BAND), "P34-01")["state"] == "na"


@given(all_scores, all_weights)
def test_every_rank_lies_within_its_bounds(values: dict[str, float | None], weights: pd.DataFrame) -> None:
    found = pro_forma(scores(values), LINKS, weights, Method.BAND)
    bounds = rank_bounds(found).set_index("entity_id")
    ranks = competition_rank(found["value"]).set_axis(found["entity_id"])
    there = bounds["rank_best"].notna()
    assert (there == (found.set_index("entity_id")["value"].notna())).all()
    assert bool(((bounds["rank_best"] <= ranks) & (ranks <= bounds["rank_worst"]))[there].all())


def test_without_bands_the_bounds_are_the_rank() -> None:
    found = pro_forma(scores({"P63-01": 45.0}), LINKS, None, Method.BAND)
    assert rank_bounds(found)[["rank_best", "rank_worst"]].iloc[0].tolist() == [1, 1]


def test_a_province_is_never_above_itself() -> None:
    """Alone at the top whatever happens; the two below may change places; the one without a band has no bounds."""
    bands = [("top", 7.0, 6.0, 8.0), ("b", 3.0, 1.0, 4.0), ("c", 2.0, 2.0, 2.0), ("none", None, None, None)]
    frame = pd.DataFrame(bands, columns=["entity_id", "value", "low", "high"])
    frame = frame.astype({"value": "float64", "low": "float64", "high": "float64"})
    bounds = rank_bounds(frame).set_index("entity_id")
    assert bounds.loc["top"].tolist() == [1, 1]
    assert bounds.loc[["b", "c"]].to_numpy().tolist() == [[2, 3], [2, 3]]
    assert bounds.loc["none"].isna().all()


def test_provinces_whose_bands_only_touch_share_a_rank_at_worst() -> None:
    frame = pd.DataFrame({"entity_id": ["a", "b"], "value": [2.0, 3.0], "low": [1.0, 2.0], "high": [2.0, 4.0]})
    bounds = rank_bounds(frame).set_index("entity_id")
    assert bounds.loc["a"].tolist() == [1, 2]
    assert bounds.loc["b"].tolist() == [1, 1]


def test_a_name_that_is_kept_makes_the_namesake_and_who_did_not_merge_is_no_link() -> None:
    found = links(ENTITIES).set_index("predecessor_id")["namesake"]
    assert found.to_dict() == {
        **{"P63-01": True, "P63-44": False, "P63-45": True},
        **{"P63-17": False, "P63-25": True, "P63-26": False},
    }
