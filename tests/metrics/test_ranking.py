"""Ranks, groups and places gained: the rules of docs/methodology, on small tables that can be checked by hand."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.metrics.peers import PEER_DTYPES, peer_rank
from cchc_metrics.metrics.ranking import (
    TABLE_DTYPES,
    competition_rank,
    cuts_of,
    group_of,
    quartile_group,
    quartile_of,
    ranking_table,
    ranks_by_period,
)
from cchc_metrics.model import SCALE

Row = tuple[str, float | None] | tuple[str, float | None, str] | tuple[str, float | None, str, int | None, int | None]
COLUMNS = ["entity_id", "value", "state", "published_rank", "rank_out_of"]

some_scores = st.lists(
    st.one_of(st.none(), st.integers(0, 400).map(lambda n: round(n * 0.1, 9))), min_size=0, max_size=20
)


def scores(*rows: Row) -> pd.DataFrame:
    """Short rows: (entity, value[, state[, published_rank, rank_out_of]]); no value and no state is missing."""
    full = []
    for entity, value, *rest in rows:
        state, published, out_of = (*rest, *(None,) * (3 - len(rest)))
        full.append((entity, value, state or ("missing" if value is None else "value"), published, out_of))
    frame = pd.DataFrame(full, columns=COLUMNS)
    return frame.astype({"value": "float64", "published_rank": "Int64", "rank_out_of": "Int64"})


def numbered(values: list[float | None]) -> pd.DataFrame:
    return scores(*((f"P63-{place:02d}", value) for place, value in enumerate(values)))


def table(now: pd.DataFrame, before: pd.DataFrame | None = None, **options: Any) -> pd.DataFrame:
    given_options = {"population": len(now), "coverage": 0.9, "comparable": True} | options
    return ranking_table(now, before, **given_options)


def of(result: pd.DataFrame, entity: str) -> pd.Series:
    return result.set_index("entity_id").loc[entity]


def as_list(values: pd.Series) -> list[Any]:
    return [None if pd.isna(value) else value for value in values]


def test_tied_provinces_share_a_rank_and_the_next_is_skipped() -> None:
    assert as_list(competition_rank(pd.Series([8.0, 9.0, 8.0, 7.0]))) == [2, 1, 2, 4]


def test_values_equal_to_nine_decimals_are_tied_though_their_floats_differ() -> None:
    assert 0.1 + 0.2 != 0.3
    assert as_list(competition_rank(pd.Series([0.1 + 0.2, 0.3, 0.300000001]))) == [2, 2, 1]


def test_missing_values_have_no_rank_and_do_not_count_while_zero_does() -> None:
    ranks = competition_rank(pd.Series([None, 0.0, 5.0], index=["a", "b", "c"], dtype="float64"))
    assert ranks.dtype == "Int64"
    assert as_list(ranks) == [None, 2, 1]
    assert list(ranks.index) == ["a", "b", "c"]


@given(some_scores)
def test_rank_is_one_plus_the_number_of_higher_values(values: list[float | None]) -> None:
    there = [value for value in values if value is not None]
    expected = [None if value is None else 1 + sum(other > value for other in there) for value in values]
    assert as_list(competition_rank(pd.Series(values, dtype="float64"))) == expected


def test_63_distinct_values_fall_into_groups_of_16_16_15_16() -> None:
    groups = quartile_group(pd.Series([30 + n * 0.137 for n in range(63)]))
    assert groups.value_counts().sort_index().to_dict() == {1: 16, 2: 16, 3: 15, 4: 16}


def test_a_value_equal_to_a_cut_belongs_to_the_upper_group() -> None:
    values = pd.Series([1.1, 2.2, 3.3, 4.4, 5.5])  # the cuts are the values themselves
    assert as_list(quartile_group(values)) == [4, 3, 2, 1, 1]


@given(st.lists(st.integers(0, 10**12), max_size=70))
def test_the_group_of_one_score_is_that_of_the_column(numbers: list[int]) -> None:
    exact = np.array(numbers, dtype="int64")
    groups = as_list(quartile_group(pd.Series(exact / SCALE, dtype="float64")))
    assert [quartile_of(number, exact) for number in numbers] == groups


def test_a_value_just_below_an_interpolated_cut_belongs_to_the_lower_group() -> None:
    values = pd.Series([0.0, 1.0, 1.000000001, 2.0])  # the median lies half of 10⁻⁹ above the second value
    assert as_list(quartile_group(values)) == [4, 3, 2, 1]


def test_cuts_are_the_linear_percentiles_without_the_missing() -> None:
    values = pd.Series([17.4, 17.5, None, 20.0, 30.0, 40.0, 50.0, 80.0])
    cuts = values.quantile([0.75, 0.5, 0.25])
    assert as_list(quartile_group(values)) == [
        None if pd.isna(one) else 1 + sum(one < cut for cut in cuts) for one in values
    ]


@given(some_scores)
def test_quartile_groups_follow_the_cuts(values: list[float | None]) -> None:
    series = pd.Series(values, dtype="float64")
    known, groups = series.dropna(), quartile_group(series)
    assert groups.dtype == "Int64"
    assert groups.isna().equals(series.isna() | (len(known) < 4))
    if len(known) >= 4:
        assert groups.dropna().sort_index().equals(groups.dropna())
        by_value = groups[series.sort_values().dropna().index]
        assert by_value.is_monotonic_decreasing


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0, None]])
def test_fewer_than_four_values_have_no_quartile_groups(values: list[float | None]) -> None:
    series = pd.Series(values, dtype="float64")
    assert as_list(quartile_group(series)) == [None] * len(values)


def test_values_all_tied_are_all_first_and_all_in_the_highest_group() -> None:
    result = table(numbered([7.5] * 6))
    assert result["rank"].tolist() == [1] * 6
    assert result["quartile"].tolist() == [1] * 6


def test_par_index_groups_include_their_lower_bound() -> None:
    values = pd.Series([100.0, 90.0, 89.999999999, 80.0, 70.0, 69.99, None])
    assert group_of(values, cuts_of("A:90; B:80; C:70")).tolist() == ["A", "A", "B", "B", "C", "", ""]


@pytest.mark.parametrize("groups", [None, "", "tứ phân vị"])
def test_a_framework_without_bounds_has_no_groups(groups: str | None) -> None:
    assert cuts_of(groups) == ()


def test_ranks_compare_across_a_new_framework_where_values_do_not() -> None:
    before, now = numbered([3.0, 2.0, 1.0]), numbered([1.0, 2.0, 3.0])
    result = ranking_table(now, before, population=3, coverage=0.9, comparable=False, ranks_comparable=True)
    assert result["places_gained"].tolist() == [2, 0, -2]
    assert result["change"].isna().all()


def test_groups_follow_the_thresholds_given_in_any_order() -> None:
    values = pd.Series([4.5, 5.0, 1.0], index=[7, 8, 9])
    labels = group_of(values, [("khá", 4.0), ("tốt", 4.6)])
    assert labels.to_dict() == {7: "khá", 8: "tốt", 9: ""}
    assert labels.dtype == "str"


def test_table_is_sorted_by_rank_then_entity_with_the_unranked_last() -> None:
    result = table(scores(("b", 5.0), ("d", None), ("a", 5.0), ("c", 9.0)), coverage=0.7)
    assert result["entity_id"].tolist() == ["c", "a", "b", "d"]
    assert as_list(result["rank"]) == [1, 2, 2, None]


def test_a_zero_stands_before_a_missing_value_where_ranks_are_withheld() -> None:
    assert table(scores(("a", None), ("b", 0.0)), coverage=1.0)["entity_id"].tolist() == ["b", "a"]


def test_exempt_and_missing_are_not_ranked_and_not_counted() -> None:
    result = table(scores(("a", 5.0), ("b", None, "na"), ("c", None), ("d", 4.0)), coverage=0.5)
    assert as_list(result["rank"]) == [1, 2, None, None]
    assert as_list(result["n_ranked"]) == [2, 2, None, None]
    assert result["rank_source"].tolist() == ["computed", "computed", "", ""]


def test_a_number_left_beside_an_exempt_state_is_not_a_score() -> None:
    result = table(scores(("a", 5.0), ("b", 99.0, "na", 1, 2)), coverage=0.5)
    assert as_list(of(result, "b")[["value", "rank", "n_ranked"]]) == [None, None, None]


def test_computed_ranks_are_withheld_below_the_coverage_and_given_at_it() -> None:
    nine = numbered([float(n) for n in range(9)])
    short = table(nine, population=11)
    assert short["rank"].isna().all()
    assert short["n_ranked"].isna().all()
    assert short["quartile"].isna().all()
    assert short["rank_source"].tolist() == ["withheld"] * 9
    assert table(nine, population=10)["rank"].tolist() == list(range(1, 10))


def test_a_published_rank_stands_as_printed_even_when_few_values_are_known() -> None:
    result = table(scores(("P63-45", 86.25, "value", 41, 63), ("P63-44", 88.0)), population=63)
    row = of(result, "P63-45")
    assert (row["rank"], row["n_ranked"], row["rank_source"]) == (41, 63, "published")
    assert of(result, "P63-44")["rank_source"] == "withheld"


def test_a_published_rank_without_its_score_is_kept() -> None:
    before = scores(("P63-45", None, "missing", 52, 63))
    now = scores(("P63-45", 86.25, "value", 41, 63))
    row = of(table(now, before, population=63), "P63-45")
    assert (row["previous_rank"], row["places_gained"]) == (52, 11)
    assert pd.isna(row["previous_value"])
    assert pd.isna(row["change"])
    assert of(table(before, population=63), "P63-45")["rank"] == 52


def test_places_gained_counts_computed_ranks_of_slightly_different_numbers() -> None:
    before = numbered([10.0, *(20.0 + n for n in range(60))])
    now = numbered([90.0, *(20.0 + n for n in range(61))])
    row = of(table(now, before, population=63), "P63-00")
    assert (row["rank"], row["n_ranked"], row["previous_rank"], row["places_gained"]) == (1, 62, 61, 60)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (("a", 5.0, "value", 3, 63), ("a", 4.0, "value", 20, 34)),  # another base
        (("a", 5.0, "value", 3, 63), ("a", 4.0, "value", 9, None)),  # out of an unknown number
        (("a", 5.0, "value", 3, 63), ("a", 4.0)),  # nothing to compare with
    ],
)
def test_places_gained_needs_two_ranks_on_one_base(now: Row, before: Row) -> None:
    row = of(table(scores(now), scores(before), population=63), "a")
    assert row["rank"] == 3
    assert pd.isna(row["places_gained"])
    assert row["change"] == 1.0


def test_a_rank_out_of_more_than_the_population_is_on_another_base() -> None:
    row = of(table(scores(("a", 5.0, "value", 3, 34)), scores(("a", 4.0, "value", 20, 63)), population=34), "a")
    assert pd.isna(row["places_gained"])


def test_a_published_and_a_computed_rank_are_not_subtracted() -> None:
    row = of(table(scores(("a", 5.0, "value", 1, 1)), scores(("a", 4.0))), "a")
    assert (row["rank"], row["previous_rank"]) == (1, 1)
    assert pd.isna(row["places_gained"])


def test_no_change_is_shown_when_the_periods_are_not_comparable() -> None:
    row = of(table(numbered([5.0, 4.0]), numbered([3.0, 4.0]), comparable=False), "P63-00")
    assert (row["previous_rank"], row["previous_value"]) == (2, 3.0)
    assert pd.isna(row["places_gained"])
    assert pd.isna(row["change"])


def test_change_is_the_printed_decimal_and_not_float_noise() -> None:
    assert 0.3 - 0.1 != 0.2
    assert of(table(scores(("a", 0.3)), scores(("a", 0.1))), "a")["change"] == 0.2


def test_an_entity_new_to_the_table_has_no_previous_figures() -> None:
    result = table(numbered([5.0, 4.0]), scores(("P63-00", 3.0)), coverage=0.5)
    assert as_list(of(result, "P63-01")[["previous_rank", "previous_value", "places_gained", "change"]]) == [None] * 4


def test_ranks_of_the_period_before_count_entities_that_are_gone_now() -> None:
    before = scores(("gone", 9.0), ("a", 5.0))
    assert of(table(scores(("a", 5.0)), before, population=2, coverage=0.5), "a")["previous_rank"] == 2


def test_an_entity_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="entity_id"):
        table(scores(("a", 1.0), ("a", 2.0)))


@pytest.mark.parametrize(
    "frame",
    [pd.DataFrame(columns=COLUMNS), numbered([]), numbered([1.0]), numbered([None] * 5), numbered([3.0] * 5)],
    ids=["untyped empty", "empty", "single", "all missing", "all tied"],
)
def test_the_table_has_one_shape_for_every_input(frame: pd.DataFrame) -> None:
    for before in (None, frame):
        result = table(frame, before)
        assert result.dtypes.map(str).to_dict() == TABLE_DTYPES
        assert list(result.index) == list(range(len(frame)))
    assert as_list(result["rank"]) == [None if pd.isna(value) else 1 for value in frame["value"]]


@settings(deadline=None, max_examples=50)
@given(some_scores, st.randoms(use_true_random=False))
def test_ranking_ignores_row_order_and_leaves_its_input_alone(values: list[float | None], random: Any) -> None:
    frame = numbered(values)
    order = list(range(len(frame)))
    random.shuffle(order)
    shuffled = frame.iloc[order].reset_index(drop=True)
    kept = frame.copy(deep=True)
    pd.testing.assert_frame_equal(table(frame, frame), table(shuffled, shuffled))
    pd.testing.assert_frame_equal(frame, kept)


@settings(deadline=None, max_examples=50)
@given(some_scores)
def test_the_count_of_a_rank_is_the_number_of_values(values: list[float | None]) -> None:
    result = table(numbered(values), coverage=0.01)
    ranked = result.dropna(subset=["rank"])
    assert len(ranked) == sum(value is not None for value in values)
    assert set(ranked["n_ranked"]) <= {len(ranked)}
    assert result["quartile"].isna().equals(result["value"].isna() | (len(ranked) < 4))


def test_peer_rank_counts_only_the_members() -> None:
    national = table(scores(("a", 9.0), ("b", 8.0), ("c", 7.0), ("d", 8.0)))
    result = peer_rank(national, {"b", "c", "d"})
    assert result["entity_id"].tolist() == ["b", "d", "c"]
    assert result["peer_rank"].tolist() == [1, 1, 3]
    assert result["peer_count"].tolist() == [3, 3, 3]


def test_peer_rank_is_withheld_when_too_few_members_have_a_value() -> None:
    national = table(scores(("a", 9.0), ("b", None), ("c", 7.0)), coverage=0.5)
    members = {"a", "b", "c", "elsewhere"}
    assert peer_rank(national, members)["peer_rank"].isna().all()
    half = peer_rank(national, members, coverage=0.5)
    assert half["entity_id"].tolist() == ["a", "c", "b", "elsewhere"]
    assert as_list(half["peer_rank"]) == [1, 2, None, None]
    assert as_list(half["peer_count"]) == [2, 2, None, None]


def test_peer_rank_has_its_shape_without_members_or_rows() -> None:
    for result in (peer_rank(table(numbered([])), set()), peer_rank(table(numbered([])), {"a"})):
        assert result.dtypes.map(str).to_dict() == PEER_DTYPES


def test_labels_keep_their_index_and_bounds_may_come_in_any_order_and_with_a_comma() -> None:
    values = pd.Series([4.6, None, 3.9], index=["x", "y", "z"])
    labels = group_of(values, [("tốt", 4.6), ("khá", 4.0)])
    assert labels.to_dict() == {"x": "tốt", "y": "", "z": ""}
    assert labels.dtype == "str" and group_of(values, ()).dtype == "str"
    assert cuts_of(" tốt : 4,6 ;khá:4") == (("tốt", 4.6), ("khá", 4.0))
    with pytest.raises(ValueError, match="could not convert"):
        cuts_of("A:nhiều")


@settings(max_examples=25, deadline=None)
@given(st.lists(some_scores, max_size=4))
def test_many_periods_at_once_are_ranked_as_each_alone(years: list[list[float | None]]) -> None:
    alone = {str(2020 + at): numbered(values) for at, values in enumerate(years)}
    frames = [frame.assign(period_id=period) for period, frame in alone.items()]
    together = pd.concat(frames, ignore_index=True) if frames else numbered([]).assign(period_id="")
    found = ranks_by_period(together, dict.fromkeys(alone, 12), coverage=0.5)
    columns = ["entity_id", "rank", "n_ranked", "rank_source", "quartile"]
    for period, frame in alone.items():
        wanted = table(frame, population=12, coverage=0.5)[columns].sort_values("entity_id", ignore_index=True)
        own = found[found["period_id"] == period][columns].sort_values("entity_id", ignore_index=True)
        pd.testing.assert_frame_equal(own, wanted)
    assert len(found) == len(together)
